"""Mentions: dates and actors that sentences name, and the actions that they tell of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from digest.model.articles import Sentence, Span

ActorKind = Literal["person", "organisation", "place"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
# An actor's canonical name and kind, which identify it.
ActorKey = tuple[str, ActorKind]


@dataclass(frozen=True, slots=True)
class DateMention:
    """Temporal expression: its span, and its TIMEX3 type, value and mod (`""` for none)."""

    start: int
    end: int
    text: str
    type: DateType
    value: str
    mod: str = ""


def actor_id(kind: ActorKind, name: str) -> str:
    """Make an actor's id of its kind and canonical name: the same in every article, story and day.

    It holds small letters, digits and hyphens, so that it can be part of a path, a link or a
    selector; accents are left out, letters of other scripts stay.

    >>> actor_id("organisation", "Médecins Sans Frontières")
    'organisation-medecins-sans-frontieres'
    """
    folded = "".join(c for c in normalize("NFKD", name) if not combining(c)).casefold()
    words = re.sub(r"[\W_]+", "-", re.sub("['’.]", "", folded)).strip("-")
    return f"{kind}-{words or name.encode().hex()}"


@dataclass(frozen=True, slots=True)
class Role:
    """Title, office or calling beside a person's name, as written there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Name as written in an article, and the canonical name of the actor it means.

    `role` is the title, office or calling beside it.
    """

    start: int
    end: int
    text: str
    kind: ActorKind
    actor: str
    role: Role | None = None

    @property
    def id(self) -> str:
        """Id of the actor."""
        return actor_id(self.kind, self.actor)


@dataclass(frozen=True, slots=True)
class Actor:
    """Person, organisation or place: its canonical name and kind, and the number of its mentions.

    `role` is the first beside a mention, or `""`; `salience` grows with how much a story is about
    it.
    """

    name: str
    kind: ActorKind
    mentions: int
    role: str = ""
    salience: float = 0.0

    @property
    def id(self) -> str:
        """Id that its mentions have too."""
        return actor_id(self.kind, self.name)


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """Published sentence with its mentions, whose offsets are the article's."""

    sentence: Sentence
    score: float
    dates: tuple[DateMention, ...]
    actors: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """Relation of a subject and an object by a verb, as a sentence tells it.

    `verb` is the span of the verb's phrase, `lemma` its base form. `object` is None where somebody
    says something. In the passive the object comes before the verb, and the subject after it.
    """

    sentence: Sentence
    subject: ActorMention
    verb: Span
    lemma: str
    object: ActorMention | None = None
    passive: bool = False

    @property
    def words(self) -> str:
        """Verb's phrase, verbatim."""
        return self.sentence.article.text[self.verb.start : self.verb.end]
