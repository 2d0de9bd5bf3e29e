"""What is known of a word by itself, as bits, worked out once for each distinct word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.actors.bits import (
    CAPITAL,
    COMMON,
    FUNCTION,
    GIVEN,
    INITIAL,
    KNOWN,
    NUMBER,
    OPENER,
    PHRASE,
    SHORTENED,
)
from digest.actors.tables import Tables, load_tables

if TYPE_CHECKING:
    from digest.text import IntArray, Lexicon

_ARTICLES: Final = ("al-", "el-", "Al-", "El-")
_SHORT: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class MarkedWords:
    """Each word of a lexicon by code: its bits, its length, and the code of its small form.

    `small_of[code]` is -1 where the small form is not in the lexicon. `common[code]` is the bit
    that a word gets where its small form is seen.
    """

    bits: IntArray
    lengths: IntArray
    small_of: IntArray
    common: IntArray


@lru_cache(maxsize=1)
def mark_words(lexicon: Lexicon) -> MarkedWords:
    """The marks of a lexicon; the last lexicon's are kept, since stories share it."""
    words = lexicon.words
    codes = {word: code for code, word in enumerate(words)}
    bits = np.fromiter(map(_usual_bits, words), np.int64, len(words))
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    small = np.fromiter((codes.get(word.lower(), -1) for word in words), np.int64, len(words))
    return MarkedWords(bits, lengths, small, np.where(bits & CAPITAL, COMMON, 0))


@lru_cache(maxsize=1 << 18)
def _usual_bits(word: str) -> int:
    """The bits of a word by the tables of the package; most words come back in every lexicon."""
    return bits_of(word, load_tables())


def bits_of(word: str, tables: Tables) -> int:
    """The bits of one word, from its spelling and the tables.

    >>> bool(bits_of("London-based", load_tables()) & CAPITAL)
    False
    """
    bits = tables.bits.get(word, 0)
    if not word[0].isupper():
        return bits | _bits_of_small(word, tables)
    if not bits & (KNOWN | PHRASE):
        if any(map(str.isdigit, word)):
            return NUMBER
        if "-" in word:
            return _bits_of_hyphenated(word, tables)
    bits |= _bits_of_spelling(word)
    if len(word) > 1 and word.isupper() and not bits & KNOWN:
        bits |= _bits_of_shout(word, tables)
    if word.lower() in tables.common:
        bits |= COMMON
    return bits | CAPITAL


def _bits_of_small(word: str, tables: Tables) -> int:
    if word[0].isdigit():
        return NUMBER
    if word.startswith(_ARTICLES) and word[3:4].isupper():
        return CAPITAL
    return FUNCTION if tables.bits.get(word.capitalize(), 0) & OPENER else 0


def _bits_of_hyphenated(word: str, tables: Tables) -> int:
    first, *rest = word.split("-")
    if any(part in tables.hyphen_tails or part.endswith("ed") for part in rest):
        return 0
    common = COMMON if all(part.lower() in tables.common for part in (first, *rest)) else 0
    return CAPITAL | common | tables.bits.get(first, 0) & GIVEN


def _bits_of_spelling(word: str) -> int:
    if len(word) == 1:
        return INITIAL | SHORTENED
    if word[1] == ".":
        return INITIAL
    return 0


def _bits_of_shout(word: str, tables: Tables) -> int:
    """A word all in capitals counts as its usual form, unless it may be an acronym."""
    usual = tables.bits.get(word.capitalize(), 0)
    return usual if len(word) > _SHORT or usual & OPENER else usual & PHRASE
