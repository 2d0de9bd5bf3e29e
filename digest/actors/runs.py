"""Runs of capitalised words: the only places where names are looked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from digest.actors.marks import MarkedWords, mark_words
from digest.actors.tables import (
    CAPITAL,
    COMMON,
    FUNCTION,
    HEADLINE,
    JOINED,
    KNOWN,
    LINK,
    NOT_NAME,
    NUMBER,
    OPENER,
    OPENING,
    POSSESSIVE,
    SHORTENED,
    SUFFIX,
    TITLE,
    VERB,
    S,
)
from digest.text import word_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text import BoolArray, IntArray, Lexicon, Text

# Classes of the characters between words.
_SPACE: Final = 1
_BEFORE_OPENING: Final = 2
_BEFORE_SPACE_AND_OPENING: Final = 4
_APOSTROPHE: Final = 8
_STOP: Final = 16
_COMMA: Final = 32
_AND: Final = 64
_LINE: Final = 128
_CHARACTERS: Final = (
    (_SPACE, " \u00a0"),
    (_BEFORE_OPENING, "\n\"“‘'«*•–—-"),
    (_BEFORE_SPACE_AND_OPENING, "\n:.!?…–—-*•|>\"”’'"),
    (_APOSTROPHE, "'’"),
    (_STOP, "."),
    (_COMMA, ","),
    (_AND, "&"),
    (_LINE, "\n"),
)
_LAST_CLASSED: Final = 0x2FFF

_HEADLINE_WORDS: Final = 4
_HEADLINE_SHARE: Final = 0.85


class Page(NamedTuple):
    """An article's words side by side: code, bits, start and end of each.

    Among the bits, OPENING is set where a capital says nothing since the word opens a sentence or
    a quotation, HEADLINE where nearly every word of the line has one, and JOINED where the word
    and the next may belong to one name. `runs` holds the first and last word of each run; `words`
    the spelling of each code.
    """

    text: str
    words: tuple[str, ...]
    codes: list[int]
    bits: list[int]
    starts: list[int]
    ends: list[int]
    runs: list[tuple[int, int]]


def read_pages(texts: Sequence[Text], lexicon: Lexicon) -> list[Page]:
    """The pages of a story: a word seen in small letters in one article is common in all."""
    marked = mark_words(lexicon)
    seen = np.zeros(len(lexicon.words) + 1, dtype=np.bool_)
    for text in texts:
        seen[text.words] = True
    return [_read_page(text, lexicon, marked, seen) for text in texts]


def _read_page(text: Text, lexicon: Lexicon, marked: MarkedWords, seen: BoolArray) -> Page:
    bits = marked.bits[text.words]
    bits |= np.where(seen[marked.small_of[text.words]], marked.common[text.words], 0)
    starts = word_starts(text, lexicon)
    ends = starts + marked.lengths[text.words]
    classes = _classes(text.article.text)
    opens = _opens(text, starts, classes)
    joined = _joined(starts, ends, bits, classes, opens)
    bits |= np.where(opens | _after_marks(starts, classes), OPENING, 0)
    bits |= np.where(joined, JOINED, 0)
    bits |= np.where(_headlines(bits, opens), HEADLINE, 0)
    return Page(
        text.article.text,
        lexicon.words,
        text.words.tolist(),
        bits.tolist(),
        starts.tolist(),
        ends.tolist(),
        _runs(bits, joined),
    )


def _classes(text: str) -> IntArray:
    """The class of each character, with three more at the end."""
    encoded = (text + "\0\0\0").encode("utf-32-le", "surrogatepass")
    characters = np.frombuffer(encoded, dtype=np.uint32)
    return _class_of_character()[np.minimum(characters, _LAST_CLASSED)]


@cache
def _class_of_character() -> IntArray:
    classes = np.zeros(_LAST_CLASSED + 1, dtype=np.int64)
    for bit, characters in _CHARACTERS:
        classes[[ord(character) for character in characters]] |= bit
    classes.flags.writeable = False
    return classes


def _opens(text: Text, starts: IntArray, classes: IntArray) -> BoolArray:
    """Whether each word is the first of a sentence or a line."""
    opens = np.zeros(len(starts) + 1, dtype=np.bool_)
    opens[text.bounds] = True
    opens[:-1] |= (classes[starts - 1] & _LINE) > 0
    opens[0] = True
    return opens[:-1]


def _after_marks(starts: IntArray, classes: IntArray) -> BoolArray:
    before, farther = classes[starts - 1], classes[starts - 2]
    return ((before & _BEFORE_OPENING) > 0) | (
        ((before & _SPACE) > 0) & ((farther & _BEFORE_SPACE_AND_OPENING) > 0)
    )


def _joined(
    starts: IntArray, ends: IntArray, bits: IntArray, classes: IntArray, opens: BoolArray
) -> BoolArray:
    """Whether each word may belong to one name with the next."""
    gaps = np.append(starts[1:], len(classes)) - ends
    following = np.append(bits[1:], 0)
    first, second = classes[ends], classes[ends + 1]
    stopped = ((first & _STOP) > 0) & ((bits & SHORTENED) > 0)
    possessive = ((first & _APOSTROPHE) > 0) & ((bits & POSSESSIVE) > 0) & ((following & S) > 0)
    suffixed = ((first & _COMMA) > 0) & ((following & SUFFIX) > 0)
    spaced = ((second & _SPACE) > 0) & (stopped | suffixed)
    joined = ((gaps == 1) & (((first & (_SPACE | _AND)) > 0) | possessive)) | (
        ((gaps == 2) & spaced)  # noqa: PLR2004
        | ((gaps == 3) & ((first & _SPACE) > 0) & ((second & _AND) > 0))  # noqa: PLR2004
    )
    joined[:-1] &= ~opens[1:] | stopped[:-1]
    return joined


def _headlines(bits: IntArray, opens: BoolArray) -> BoolArray:
    """Whether each word stands in a line that writes nearly every word with a capital."""
    if len(bits) == 0:
        return np.zeros(0, dtype=np.bool_)
    first = np.flatnonzero(opens)
    content = (bits & (FUNCTION | NUMBER | LINK | OPENER)) == 0
    capital = content & ((bits & CAPITAL) > 0)
    many = np.add.reduceat(content.astype(np.int64), first)
    high = np.add.reduceat(capital.astype(np.int64), first)
    headline = (many >= _HEADLINE_WORDS) & (high >= _HEADLINE_SHARE * many)
    return np.repeat(headline, np.diff(np.append(first, len(bits))))


def _may_stand_alone(bits: IntArray, words: IntArray) -> BoolArray:
    """Whether a word by itself can be a name: an ordinary one that opens a line only if it acts."""
    own, following = bits[words], np.append(bits[1:], 0)[words]
    ordinary = ((own & COMMON) > 0) & ((own & (OPENING | HEADLINE)) > 0) & ((own & KNOWN) == 0)
    acting = (following & (VERB | S)) > 0
    return ((own & (OPENER | NOT_NAME | TITLE)) == 0) & (~ordinary | acting)


def _runs(bits: IntArray, joined: BoolArray) -> list[tuple[int, int]]:
    """First and last word of each run of capitalised words, with the small links within it."""
    capitals = np.flatnonzero(bits & CAPITAL)
    if len(capitals) == 0:
        return []
    # Words a and b are linked where no break and no other word lies from a to before b.
    breaks = np.cumsum(~joined | ((bits & (CAPITAL | LINK)) == 0))
    before = np.concatenate(([0], breaks))[capitals]
    apart = before[1:] != before[:-1]
    first = capitals[np.concatenate(([True], apart))]
    last = capitals[np.concatenate((apart, [True]))]
    telling = (first != last) | _may_stand_alone(bits, first)
    return list(zip(first[telling].tolist(), last[telling].tolist(), strict=True))
