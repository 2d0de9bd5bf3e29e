"""Model's lexicon: words and names as hashes with flags, and the buckets of features.

The flags of known names were stored by training, and the weights were trained on their numbers;
they are not the cues of the readable tables (see `entities.cues`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.text import IntArray

HashArray = NDArray[np.uint32]
BUCKET_BITS: Final = 22
_SHIFT: Final = np.uint32(32 - BUCKET_BITS)
LONGEST: Final = 5  # words of a name


class NameClass:
    """Classes of names in the lexicon: bits by name."""

    COUNTRY: Final = 1 << 0
    REGION: Final = 1 << 1
    LARGE_CITY: Final = 1 << 2
    CITY: Final = 1 << 3
    TOWN: Final = 1 << 4
    GIVEN: Final = 1 << 5
    FOREIGN_GIVEN: Final = 1 << 6
    SURNAME: Final = 1 << 7
    FOREIGN_SURNAME: Final = 1 << 8
    SUFFIX: Final = 1 << 9
    DEMONYM: Final = 1 << 10
    ORGANISATION: Final = 1 << 11
    PLACE: Final = 1 << 12
    TITLE: Final = 1 << 13

    PLACES: Final = COUNTRY | REGION | LARGE_CITY | CITY | TOWN | PLACE


# Numbers of the classes that a known name of several words has in features, the first before all.
_MATCHED: Final = (
    (NameClass.PLACES, 1),
    (NameClass.ORGANISATION, 2),
    (NameClass.DEMONYM, 3),
    (NameClass.TITLE, 4),
)


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """Flags of hashes in ascending order."""

    keys: HashArray
    flags: IntArray

    def of(self, values: HashArray) -> IntArray:
        """Flags of each value, 0 where it is unknown."""
        if not len(self.keys):
            return np.zeros(len(values), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.keys, values), len(self.keys) - 1)
        return np.where(self.keys[at] == values, self.flags[at], 0)


@dataclass(frozen=True, slots=True, eq=False)
class HashedNames:
    """Classes of names: those of single words in lower case, and of longer ones by word count."""

    words: Flags
    runs: Mapping[int, Flags]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Model's input about words: names, cues by word, and by hash the clusters and cases.

    `clusters` holds three clusters as one number, `cases` how a word is mostly written.
    """

    names: HashedNames
    cues: Mapping[str, int]
    clusters: Flags
    cases: Flags


def longest_matches(names: HashedNames, lower: HashArray, capital: IntArray) -> IntArray:
    """Longest known name around each token: 16 * class + place in it, 0 for none.

    `lower` are the hashes of the tokens in lower case; a name begins with a capital. Place is 1 for
    its first token, 2 for others.
    """
    matches = np.zeros(len(lower), dtype=np.int64)
    begins = np.flatnonzero(capital)
    end = len(lower) - 1  # a padding, which is in no name
    key = lower[begins]
    hits: dict[int, tuple[IntArray, IntArray]] = {}
    for count in range(2, LONGEST + 1):
        key = joined(key, lower[np.minimum(begins + count - 1, end)])
        flags = names.runs[count].of(key)
        hit = np.flatnonzero(flags)
        hits[count] = begins[hit], flags[hit]
    for count, (first, flags) in hits.items():
        number = np.zeros(len(first), dtype=np.int64)
        for mask, of_class in reversed(_MATCHED):
            number[flags & mask > 0] = of_class
        for step in range(count):
            matches[first + step] = 16 * number + (1 if step == 0 else 2)
    return matches


def made_flags(flags: Mapping[int, int]) -> Flags:
    """Sort hashes with their flags."""
    keys = sorted(flags)
    return Flags(
        np.array(keys, dtype=np.uint32), np.array([flags[key] for key in keys], dtype=np.int64)
    )


def hashed_names(names: Mapping[tuple[str, ...], int]) -> HashedNames:
    """Hash names, given as words in lower case, with their classes; longer ones are left out."""
    by_count: dict[int, dict[int, int]] = {count: {} for count in range(1, LONGEST + 1)}
    for words, flag in names.items():
        if 0 < len(words) <= LONGEST:
            key = int(_run_hash(hashes(words))[0])
            group = by_count[len(words)]
            group[key] = group.get(key, 0) | flag
    singles = made_flags(by_count.pop(1))
    return HashedNames(singles, {count: made_flags(group) for count, group in by_count.items()})


def _run_hash(words: HashArray) -> HashArray:
    """Hash of one run of words, as an array of one."""
    key = words[:1]
    for word in words[1:]:
        key = joined(key, np.array([word], dtype=np.uint32))
    return key


def hashes(texts: Iterable[str]) -> HashArray:
    """Hash each text, to the same number on every machine."""
    return np.fromiter((crc32(text.encode("utf-8", "replace")) for text in texts), np.uint32)


def joined(one: HashArray, other: HashArray) -> HashArray:
    """Hash each pair."""
    return one * np.uint32(0x01000193) ^ _mixed(other, 0x5BD1)


def buckets(values: HashArray, salt: int) -> HashArray:
    """Bucket of each value of a family of features, in one table of weights."""
    return _mixed(values, salt) >> _SHIFT


def _mixed(values: HashArray, salt: int) -> HashArray:
    """Spread the numbers of one family anew, so that families don't meet."""
    spread = (values ^ np.uint32(salt * 0x9E3779B1 & 0xFFFFFFFF)) * np.uint32(0x85EBCA6B)
    spread ^= spread >> np.uint32(13)
    spread *= np.uint32(0xC2B2AE35)
    spread ^= spread >> np.uint32(16)
    return spread
