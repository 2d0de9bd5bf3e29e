"""Sentences with dates masked: bounds of the phrases of their actors, and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from digest.language.english.relations.phrases import (
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
from digest.language.english.relations.verbs import TAKES_OF, TAKES_SCORE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.language.english.relations.verbs import Verb
    from digest.model import ActorMention, CitedSentence

REACH: Final = 60  # characters before a phrase that tell what it is
_FARTHEST: Final = 200  # the same, of words that describe a name
_MOST_JOINED: Final = 8  # subjects of one verb
_GAP: Final = re.compile(r"\s+")
_QUOTE: Final = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class Quotations:
    """Places of quotation marks, and whether the text after each number of them is quoted."""

    places: tuple[int, ...]
    quoted: tuple[bool, ...]

    def holds(self, at: int) -> bool:
        """Test whether a place is in a quotation that opens in the sentence."""
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
class MaskedSentence:
    """A sentence with its dates masked, and its mentions by the starts of their phrases.

    All offsets are the sentence's own. `ends` has the mentions by the ends of their names.
    """

    cited: CitedSentence
    text: str
    begins: Mapping[int, ActorMention]
    ends: Mapping[int, ActorMention]
    quotations: Quotations

    @property
    def offset(self) -> int:
        """Start of the sentence in its article."""
        return self.cited.sentence.start


def mask_sentence(cited: CitedSentence) -> MaskedSentence:
    """Mask the dates of a sentence."""
    text = _masked(cited)
    offset = cited.sentence.start
    return MaskedSentence(
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
    """Start of a mention's phrase: that of its role, if the role precedes the name."""
    role = mention.role
    return role.start if role and role.start < mention.start else mention.start


def phrase_at(sentence: MaskedSentence, at: int) -> ActorMention | None:
    """Find the mention whose phrase begins after a blank, an article and a form of address.

    An owner or a description may precede a person's name too.
    """
    lead = OBJECT.match(sentence.text, at)
    if not lead:
        return None
    mention = sentence.begins.get(lead.end())
    if mention:
        owner = OWNER.match(sentence.text, mention.end - sentence.offset)
        owned = sentence.begins.get(owner.end()) if owner else None
        return owned if owned and owned.kind == "person" else mention
    described = DESCRIBED.match(sentence.text, lead.end())
    if not described or not describes(described[0]):
        return None
    mention = sentence.begins.get(described.end())
    return mention if mention and mention.kind == "person" else None


def ends_phrase(sentence: MaskedSentence, mention: ActorMention, verb: Verb) -> bool:
    """Test whether the phrase of a mention ends with it: no noun follows that it belongs to."""
    end = mention.end - sentence.offset
    return bool(
        ENDS_PHRASE.match(sentence.text, end)
        or (TAKES_OF in verb.notes and OF.match(sentence.text, end))
        or (TAKES_SCORE in verb.notes and SCORE.match(sentence.text, end))
    )


def after_phrase(sentence: MaskedSentence, mention: ActorMention) -> int:
    """Start of the words after a mention, past a role in an apposition and its comma."""
    role, end = mention.role, mention.end
    if role and role.start > mention.end:
        end = role.end
    elif (
        not role
        or "," not in sentence.text[role.end - sentence.offset : mention.start - sentence.offset]
    ):
        return end - sentence.offset
    at = end - sentence.offset
    return at + (sentence.text[at : at + 1] == ",")


def opens_clause(sentence: MaskedSentence, mention: ActorMention) -> bool:
    """Test whether a mention's phrase is where the subject of a clause is, outside quotations."""
    if sentence.quotations.holds(_begin(mention) - sentence.offset):
        return False
    for _ in range(_MOST_JOINED):
        start = phrase_start(sentence, mention)
        if OPENED.search(sentence.text, max(0, start - REACH), start):
            return True
        other = joined_before(sentence, start)
        if not other:
            return mention.kind != "place" and _is_described(sentence.text, start)
        mention = other
    return False


def phrase_start(sentence: MaskedSentence, mention: ActorMention) -> int:
    """Start of a mention's phrase, with its article, its form of address and its role."""
    start = _begin(mention) - sentence.offset
    lead = LEAD.search(sentence.text, max(0, start - REACH), start)
    return lead.start() if lead else start


def joined_before(sentence: MaskedSentence, start: int) -> ActorMention | None:
    """Find the mention that an `and` before `start` joins to the next."""
    joined = WITH_ANOTHER.search(sentence.text, max(0, start - REACH), start)
    return sentence.ends.get(joined.start()) if joined else None


def _is_described(text: str, end: int) -> bool:
    """Test whether a clause opens before the last few words, which only say who the name is of."""
    words = WORDS.search(text, max(0, end - _FARTHEST), end)
    if not words:
        return False
    starts = [words.start(), *(gap.end() for gap in _GAP.finditer(text, words.start(), end))]
    return any(
        OPENED.search(text, max(0, start - REACH), start) and describes(text[start:end])
        for start in starts[:-1]
    )
