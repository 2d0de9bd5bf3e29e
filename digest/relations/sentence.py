"""A sentence as its actions are read from it: where the phrases of actors begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from digest.relations.phrases import (
    DESCRIBED,
    ENDS_PHRASE,
    LEAD,
    MASK,
    OBJECT,
    OF,
    OPENED,
    OWNER,
    SCORE,
    WITH_ANOTHER,
    WORDS,
    describes,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.model import ActorMention, CitedSentence
    from digest.relations.verbs import Verb

REACH: Final = 60  # characters before a phrase that tell what it is
_FARTHEST: Final = 200  # the same, of words that describe a name
_MOST_JOINED: Final = 8  # subjects of one verb
_GAP: Final = re.compile(r"\s+")
_QUOTE: Final = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class Quotations:
    """The places of quotation marks, and after how many of them the text is quoted."""

    places: tuple[int, ...]
    quoted: tuple[bool, ...]

    def holds(self, at: int) -> bool:
        """Whether a place is in a quotation that opens in the sentence."""
        return self.quoted[bisect_left(self.places, at)]


def _quotations(text: str) -> Quotations:
    marks = list(_QUOTE.finditer(text))
    straight = depth = 0
    quoted = [False]
    for mark in marks:
        straight ^= mark[0] == '"'
        depth += {"“": 1, "”": -1}.get(mark[0], 0)
        quoted.append(bool(straight) or depth > 0)
    return Quotations(tuple(mark.start() for mark in marks), tuple(quoted))


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A sentence as it is read: its dates masked, and the mentions by where their phrases begin.

    All offsets are the sentence's own. `ends` has the mentions by where their names end.
    """

    cited: CitedSentence
    text: str
    begins: Mapping[int, ActorMention]
    ends: Mapping[int, ActorMention]
    quotations: Quotations

    @property
    def offset(self) -> int:
        """Where the sentence begins in its article."""
        return self.cited.sentence.start


def read_sentence(cited: CitedSentence) -> Read:
    """The sentence with its dates masked."""
    text = _masked(cited)
    offset = cited.sentence.start
    return Read(
        cited,
        text,
        {_begin(mention) - offset: mention for mention in cited.actors}
        | {mention.start - offset: mention for mention in cited.actors},
        {mention.end - offset: mention for mention in cited.actors},
        _quotations(text),
    )


def _masked(cited: CitedSentence) -> str:
    sentence = cited.sentence
    if not cited.dates:
        return sentence.text
    characters = list(sentence.text)
    for mention in cited.dates:
        start, end = mention.start - sentence.start, mention.end - sentence.start
        characters[start:end] = MASK * (end - start)
    return "".join(characters)


def _begin(mention: ActorMention) -> int:
    """Where the phrase of a mention begins: with its role, if that stands before the name."""
    role = mention.role
    return role.start if role and role.start < mention.start else mention.start


def phrase_at(read: Read, at: int) -> ActorMention | None:
    """The mention whose phrase begins after a blank, an article and a form of address.

    Before a person's name may also stand whose it is, or what.
    """
    lead = OBJECT.match(read.text, at)
    if not lead:
        return None
    mention = read.begins.get(lead.end())
    if mention:
        owner = OWNER.match(read.text, mention.end - read.offset)
        owned = read.begins.get(owner.end()) if owner else None
        return owned if owned and owned.kind == "person" else mention
    described = DESCRIBED.match(read.text, lead.end())
    if not described or not describes(described[0]):
        return None
    mention = read.begins.get(described.end())
    return mention if mention and mention.kind == "person" else None


def ends_phrase(read: Read, mention: ActorMention, verb: Verb) -> bool:
    """Whether the phrase of a mention ends with it: no noun follows that it belongs to."""
    end = mention.end - read.offset
    return bool(
        ENDS_PHRASE.match(read.text, end)
        or ("of" in verb.notes and OF.match(read.text, end))
        or ("score" in verb.notes and SCORE.match(read.text, end))
    )


def after_phrase(read: Read, mention: ActorMention) -> int:
    """Where the words after a mention begin, past a role in an apposition and its comma."""
    role, end = mention.role, mention.end
    if role and role.start > mention.end:
        end = role.end
    elif not role or "," not in read.text[role.end - read.offset : mention.start - read.offset]:
        return end - read.offset
    at = end - read.offset
    return at + (read.text[at : at + 1] == ",")


def opens_clause(read: Read, mention: ActorMention) -> bool:
    """Whether a mention's phrase stands where the subject of a clause does, outside quotations."""
    if read.quotations.holds(_begin(mention) - read.offset):
        return False
    for _ in range(_MOST_JOINED):
        start = phrase_start(read, mention)
        if OPENED.search(read.text, max(0, start - REACH), start):
            return True
        other = joined_before(read, start)
        if not other:
            return mention.kind != "place" and _is_described(read.text, start)
        mention = other
    return False


def phrase_start(read: Read, mention: ActorMention) -> int:
    """Where a mention's phrase begins: with its article, its form of address and its role."""
    start = _begin(mention) - read.offset
    lead = LEAD.search(read.text, max(0, start - REACH), start)
    return lead.start() if lead else start


def joined_before(read: Read, start: int) -> ActorMention | None:
    """The mention that an `and` before `start` joins to the next."""
    joined = WITH_ANOTHER.search(read.text, max(0, start - REACH), start)
    return read.ends.get(joined.start()) if joined else None


def _is_described(text: str, end: int) -> bool:
    """Whether a clause opens before the last few words, which only say who the name is of."""
    words = WORDS.search(text, max(0, end - _FARTHEST), end)
    if not words:
        return False
    starts = [words.start(), *(gap.end() for gap in _GAP.finditer(text, words.start(), end))]
    return any(
        OPENED.search(text, max(0, start - REACH), start) and describes(text[start:end])
        for start in starts[:-1]
    )
