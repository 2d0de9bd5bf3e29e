"""The values that pass from stage to stage, each right from its construction.

    sources ─read→ Article ─group→ Story ─rank, select→ Summary ─annotate→ Entry
            → Digest ─render→ Page ─write→ out/

All offsets count characters (code points) of `Article.text`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from pathlib import PurePosixPath

ActorKind = Literal["person", "organisation", "place"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Trend = Literal["emerging", "steady", "fading"]
Format = Literal["html", "md", "json", "eml"]
FORMATS: tuple[Format, ...] = get_args(Format)


class Span(NamedTuple):
    """A stretch of an article's text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where an article was read: a path as the user gave it, and a line from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was published.

    `published` is an aware datetime or a plain date. `source` is the outlet; it, `title` and
    `url` are empty where nothing is known. `url` is absolute http or https. Raises ValueError
    where a field can't be so.
    """

    id: str
    text: str = field(repr=False)
    published: date
    origin: Origin
    title: str = ""
    source: str = ""
    url: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an article needs an id")
        if not self.text.strip():
            raise ValueError("an article needs text")
        if isinstance(self.published, datetime) and self.published.tzinfo is None:
            raise ValueError("a time of publication needs its zone")
        if self.url and not self.url.startswith(("http://", "https://")):
            raise ValueError("a link must be http or https")

    def day(self, zone: tzinfo) -> date:
        """The day the article counts for: a plain date stays as it is."""
        if isinstance(self.published, datetime):
            return self.published.astimezone(zone).date()
        return self.published


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, known by its article and its position there (from 0), never by its text."""

    article: Article
    position: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Edition:
    """What a day's digest is made of: its articles in their set order, and an editor's note."""

    day: date
    articles: tuple[Article, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article that repeats an earlier one: the share of words in common, and a shared agency.

    `overlap` is the part of the shorter text's runs of words that the other has too; `agency` is
    the news agency that both name in their datelines, or empty.
    """

    article: Article
    of: Article
    overlap: float
    agency: str


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one day on one topic, the most central first, with its telling terms."""

    id: str
    day: date
    articles: tuple[Article, ...]
    terms: tuple[str, ...]
    reprints: tuple[Reprint, ...] = ()

    @property
    def independent(self) -> int:
        """How many of the articles were written anew."""
        return len(self.articles) - len(self.reprints)


@dataclass(frozen=True, slots=True)
class Storyline:
    """The stories of one or more days that continue each other, the earliest first."""

    id: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A chosen sentence and its salience (a share of 1 within its story)."""

    sentence: Sentence
    score: float


@dataclass(frozen=True, slots=True)
class Summary:
    """A story, its chosen sentences in reading order, and the one that opens it best.

    Where no sentence stands alone, none is chosen and there is no lede.
    """

    story: Story
    sentences: tuple[RankedSentence, ...]
    lede: Sentence | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article of the same day, the story it is in, and how near it is."""

    article: Article
    story: Story
    cosine: float


@dataclass(frozen=True, slots=True)
class ArticleReasons:
    """Why an article is in its story: the nearest articles of the day, the nearest first.

    `similarity` is its average cosine to its story's other articles, None where there are none.
    `other` is the story beside its own that is nearest, by the average cosine to all its articles,
    which is `other_similarity`; None where the day has no other.
    """

    article: Article
    story: Story
    similarity: float | None
    other: Story | None
    other_similarity: float | None
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class SentenceReasons:
    """Why a sentence of a story is chosen, or not.

    `score` is its salience as the ranker gave it. `worth` is that less what was said when its turn
    came: score · (1 - likeness), from the lowest score where some are below zero, and 0.7 of that
    where a sentence of its source, of several, was chosen by then (`is_cited`). `likeness` is its
    cosine to `like`, the nearest of the sentences chosen by then; None where none was like it.
    `reason` is why it is left out, or empty; `fault` the first rule of standing alone that it
    breaks, or empty. `had_turn` tells whether its turn came before the length was reached.
    """

    story: Story
    sentence: Sentence
    score: float
    worth: float
    likeness: float
    like: Sentence | None
    is_cited: bool
    had_turn: bool
    chosen: bool
    reason: str
    fault: str


@dataclass(frozen=True, slots=True)
class StoryReasons:
    """Why a story is one and what it tells: its sentences in the order in which they had a turn.

    `centrality` is the average cosine of each of the story's articles, in their order, to the
    others; `similarity` that of all pairs. Both are None in a story of one article.
    """

    story: Story
    similarity: float | None
    centrality: tuple[float | None, ...]
    sentences: tuple[SentenceReasons, ...]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression: its span, and its TIMEX3 type, value and mod (`""` for none)."""

    start: int
    end: int
    text: str
    type: DateType
    value: str
    mod: str = ""


def actor_id(kind: ActorKind, name: str) -> str:
    """An actor's id: its kind and canonical name, the same in every article, story and day.

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
    """The title, office or calling that stands beside a person's name, as it stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name as it stands in an article, and the canonical name of the actor it means.

    `role` is what stands beside the name to tell who that is.
    """

    start: int
    end: int
    text: str
    kind: ActorKind
    actor: str
    role: Role | None = None

    @property
    def id(self) -> str:
        """The actor's id."""
        return actor_id(self.kind, self.actor)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts: its canonical name and kind, and how often it is named.

    `role` is the first that is told of it, or `""`; `salience` grows with how much a story is
    about it.
    """

    name: str
    kind: ActorKind
    mentions: int
    role: str = ""
    salience: float = 0.0

    @property
    def id(self) -> str:
        """The id that its mentions have too."""
        return actor_id(self.kind, self.name)


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A published sentence with what it mentions; mentions' offsets are the article's."""

    sentence: Sentence
    score: float
    dates: tuple[DateMention, ...]
    actors: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """What one actor does to another, or says, as a sentence tells it.

    `verb` is the span of the verb's phrase, `lemma` its base form. `object` is None where somebody
    says something. In the passive the object stands before the verb, and the subject after it.
    """

    sentence: Sentence
    subject: ActorMention
    verb: Span
    lemma: str
    object: ActorMention | None = None
    passive: bool = False

    @property
    def words(self) -> str:
        """The verb's phrase, verbatim."""
        return self.sentence.article.text[self.verb.start : self.verb.end]


@dataclass(frozen=True, slots=True)
class News:
    """What was not told before: sentences, dates, canonical names, figures as they stand."""

    sentences: tuple[CitedSentence, ...]
    dates: tuple[DateMention, ...]
    actors: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Former:
    """The last day that told of a storyline before, and the headline that it had then."""

    day: date
    headline: str


@dataclass(frozen=True, slots=True)
class Continuation:
    """How a story stands to former days: its storyline, opened on a day and told on so many.

    `former` is None where the story opens the storyline; then all of it is `news`.
    """

    line: str
    opened: date
    days: int
    trend: Trend
    former: Former | None
    news: News


@dataclass(frozen=True, slots=True)
class Entry:
    """One story as the digest tells it; without sentences it is told in brief.

    `headline_of` is the article whose words the headline takes, None where that is the label.
    `continuation` is given where former days are followed, `reasons` where they were asked for.
    """

    story: Story
    headline: str
    headline_of: Article | None
    label: str
    sentences: tuple[CitedSentence, ...]
    actors: tuple[Actor, ...]
    actions: tuple[Action, ...] = ()
    topics: tuple[str, ...] = ()
    continuation: Continuation | None = None
    reasons: StoryReasons | None = None


@dataclass(frozen=True, slots=True)
class DayStory:
    """A day's story, the id of the storyline it belongs to, its label, and how coverage goes."""

    story: Story
    line: str
    label: str
    trend: Trend


@dataclass(frozen=True, slots=True)
class Change:
    """A storyline on a later day against an earlier one.

    `before` and `now` count the days' independent articles. The headline and label are those of
    the later day where it tells of the story.
    """

    line: str
    headline: str
    label: str
    trend: Trend
    before: int
    now: int
    news: News


@dataclass(frozen=True, slots=True)
class Digest:
    """A day's stories, the most salient first, and the editor's note in Markdown (or `""`)."""

    day: date
    entries: tuple[Entry, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A file to be written: its path below the output folder, and its bytes."""

    path: PurePosixPath
    content: bytes = field(repr=False)
