"""Runs of capitalised words: the only places where names are looked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from digest.actors.bits import (
    CAPITAL,
    COMMA,
    COMMON,
    DIRECTED,
    FUNCTION,
    HEADLINE,
    JOINED,
    JOINT,
    KNOWN,
    LINK,
    LOCATIVE,
    NOT_NAME,
    NUMBER,
    NUMBERED,
    OPENER,
    OPENING,
    ORGANISATION_WORD,
    OWNING,
    PAIRED,
    POSSESSIVE,
    PRICED,
    SHORTENED,
    SUFFIX,
    TITLE,
    VERB,
    S,
)
from digest.actors.marks import mark_words
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
_MONEY: Final = 256
_CHARACTERS: Final = (
    (_SPACE, " \u00a0"),
    (_BEFORE_OPENING, "\n\"“‘'«*•–—-"),
    (_BEFORE_SPACE_AND_OPENING, "\n:.!?…–—-*•|>\"”’'"),
    (_APOSTROPHE, "'’"),
    (_STOP, "."),
    (_COMMA, ","),
    (_AND, "&"),
    (_LINE, "\n"),
    (_MONEY, "$"),
)
_LAST_CLASSED: Final = 0x2FFF

_HEADLINE_WORDS: Final = 4
_LONGEST_RUN: Final = 50  # words; longer ones are no prose


class Page(NamedTuple):
    """The words of a story's articles side by side, the articles parted by a line end.

    `bits` holds what is known of each word by itself and where it stands; `before` and `after` the
    bits of the words right before and after, 0 where a mark stands between. `runs` holds the first
    and last word of each run; `words` the spelling of each code.
    """

    text: str
    words: tuple[str, ...]
    codes: list[int]
    bits: list[int]
    before: list[int]
    after: list[int]
    starts: list[int]
    ends: list[int]
    runs: list[tuple[int, int]]


def read_page(texts: Sequence[Text], lexicon: Lexicon) -> Page:
    """The page of a story: a word seen in small letters in one article is common in all."""
    marked = mark_words(lexicon)
    text = "\n".join(text.article.text for text in texts)
    codes, starts, opens = _side_by_side(texts, lexicon)
    ends = starts + marked.lengths[codes]
    seen = np.zeros(len(lexicon.words) + 1, dtype=np.bool_)
    seen[codes] = True
    bits = marked.bits[codes] | np.where(seen[marked.small_of[codes]], marked.common[codes], 0)
    bits |= _bits_of_place(starts, ends, bits, _classes(text), opens)
    joined = (bits & JOINED) > 0
    before, after = np.zeros_like(bits), np.zeros_like(bits)
    before[1:] = np.where(joined[:-1], bits[:-1], 0)
    after[:-1] = np.where(joined[:-1], bits[1:], 0)
    return Page(
        text,
        lexicon.words,
        codes.tolist(),
        bits.tolist(),
        before.tolist(),
        after.tolist(),
        starts.tolist(),
        ends.tolist(),
        _runs(bits, before, joined),
    )


def article_starts(texts: Sequence[Text]) -> IntArray:
    """Where each article starts on the page, and where the last one ends."""
    lengths = [len(text.article.text) + 1 for text in texts]
    return np.cumsum([0, *lengths])


def _side_by_side(texts: Sequence[Text], lexicon: Lexicon) -> tuple[IntArray, IntArray, BoolArray]:
    """Code and start of each word, and whether it is the first of a sentence."""
    none = np.zeros(0, dtype=np.int64)
    codes = np.concatenate([none, *(text.words for text in texts)])
    offsets = article_starts(texts).tolist()
    starts = [word_starts(text, lexicon) + at for text, at in zip(texts, offsets, strict=False)]
    opens = np.zeros(len(codes) + 1, dtype=np.bool_)
    at = 0
    for text in texts:
        opens[text.bounds + at] = True
        at += len(text.words)
    return codes, np.concatenate([none, *starts]), opens[:-1]


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


def _bits_of_place(
    starts: IntArray, ends: IntArray, bits: IntArray, classes: IntArray, opens: BoolArray
) -> IntArray:
    """What the characters around a word and its line say."""
    before, farther, first, second = (
        classes[at] for at in (starts - 1, starts - 2, ends, ends + 1)
    )
    opens = opens | ((before & _LINE) > 0)
    opens[:1] = True
    marked = (before & _BEFORE_OPENING > 0) | (
        (before & _SPACE > 0) & (farther & _BEFORE_SPACE_AND_OPENING > 0)
    )
    gaps = np.append(starts[1:], len(classes)) - ends
    following = np.append(bits[1:], 0)
    owning = (gaps == 1) & (first & _APOSTROPHE > 0) & (following & S > 0)
    joined = _joined(gaps, bits, following, first, second)
    joined |= owning & (bits & POSSESSIVE > 0)
    stopped: BoolArray = (first & _STOP > 0) & (bits & SHORTENED > 0)
    joined &= ~np.append(opens[1:], False) | stopped
    comma = (gaps == 2) & (first & _COMMA > 0) & (second & _SPACE > 0)  # noqa: PLR2004
    paired = joined & ((first | second) & _AND > 0)
    place = np.zeros_like(bits)
    for mask, bit in (
        (opens | marked, OPENING),
        (_headlines(bits, opens, first & _STOP > 0), HEADLINE),
        (joined, JOINED),
        (owning, OWNING),
        (comma, COMMA),
        (paired, PAIRED),
        (joined & (following & NUMBER > 0), NUMBERED),
        (first & _MONEY > 0, PRICED),
    ):
        place[mask] |= bit
    return place


def _joined(
    gaps: IntArray, bits: IntArray, following: IntArray, first: IntArray, second: IntArray
) -> BoolArray:
    """Whether a blank, an ampersand or the stop of a short form parts a word from the next."""
    stopped = (first & _STOP > 0) & (bits & SHORTENED > 0)
    suffixed = (first & _COMMA > 0) & (following & SUFFIX > 0)
    one = (gaps == 1) & (first & (_SPACE | _AND) > 0)
    two = (gaps == 2) & (second & _SPACE > 0) & (stopped | suffixed)  # noqa: PLR2004
    three = (gaps == 3) & (first & _SPACE > 0) & (second & _AND > 0)  # noqa: PLR2004
    joined: BoolArray = one | two | three
    return joined


def _headlines(bits: IntArray, opens: BoolArray, stopped: BoolArray) -> BoolArray:
    """Whether each word stands in a line without a stop whose telling words all have capitals."""
    if len(bits) == 0:
        return np.zeros(0, dtype=np.bool_)
    first = np.flatnonzero(opens)
    content = (bits & (FUNCTION | NUMBER | LINK | OPENER)) == 0
    capital = content & (bits & CAPITAL > 0)
    many = np.add.reduceat(content.astype(np.int64), first)
    high = np.add.reduceat(capital.astype(np.int64), first)
    until = np.append(first[1:], len(bits))
    headline = (many >= _HEADLINE_WORDS) & (high == many) & ~stopped[until - 1]
    return np.repeat(headline, until - first)


def _runs(bits: IntArray, before: IntArray, joined: BoolArray) -> list[tuple[int, int]]:
    """First and last word of each run of capitalised words, with the small links within it."""
    capitals = np.flatnonzero(bits & CAPITAL)
    if len(capitals) == 0:
        return []
    # Words a and b are linked where no break and no other word lies from a to before b.
    breaks = np.cumsum(~joined | ((bits & (CAPITAL | LINK)) == 0))
    until = np.concatenate(([0], breaks))[capitals]
    apart = until[1:] != until[:-1]
    first = capitals[np.concatenate(([True], apart))]
    last = capitals[np.concatenate((apart, [True]))]
    telling = (first != last) | _may_stand_alone(bits, first)
    telling &= ~_in_slogans(before, first) & (last - first < _LONGEST_RUN)
    return list(zip(first[telling].tolist(), last[telling].tolist(), strict=True))


def _may_stand_alone(bits: IntArray, words: IntArray) -> BoolArray:
    """Whether a word by itself can be a name: an ordinary one that opens a line only if it acts."""
    own, following = bits[words], np.append(bits[1:], 0)[words]
    ordinary = (own & COMMON > 0) & (own & (OPENING | HEADLINE) > 0) & (own & KNOWN == 0)
    acting = following & (VERB | S) > 0
    alone: BoolArray = (own & (OPENER | NOT_NAME | TITLE) == 0) & (~ordinary | acting)
    return alone


def _in_slogans(before: IntArray, words: IntArray) -> BoolArray:
    """Whether a capitalised ordinary word and a small one lead to each: `Grow in Kenya`."""
    verb, ahead = before[words - 1], before[np.maximum(words - 2, 0)]
    telling = KNOWN | ORGANISATION_WORD | TITLE | OPENING | HEADLINE
    slogan: BoolArray = (
        (words > 1)
        & (before[words] & (LOCATIVE | DIRECTED) > 0)
        & (verb & (CAPITAL | COMMON | telling) == CAPITAL | COMMON)
        & (ahead & (CAPITAL | JOINT) == 0)
    )
    return slogan
