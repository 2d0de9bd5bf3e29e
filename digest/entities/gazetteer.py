"""Known names as hashes with flags: single words, and runs of up to five."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.hashing import HashArray, hashes, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.text import IntArray

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
LONGEST: Final = 5
MATCHED: Final = (
    (PLACES, 1),
    (ORGANISATION, 2),
    (DEMONYM, 3),
    (TITLE, 4),
)


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """Flags of hashes in ascending order."""

    keys: HashArray
    flags: IntArray

    def of(self, values: HashArray) -> IntArray:
        """The flags of each value, 0 where it is not known."""
        if not len(self.keys):
            return np.zeros(len(values), dtype=np.int64)
        at = np.minimum(np.searchsorted(self.keys, values), len(self.keys) - 1)
        return np.where(self.keys[at] == values, self.flags[at], 0)


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Flags of single words, in lower case, and of runs by their number of words."""

    words: Flags
    runs: Mapping[int, Flags]


def matches(gazetteer: Gazetteer, lower: HashArray, capital: IntArray) -> IntArray:
    """The longest known run that each token stands in: 16 * kind + place in it, 0 for none.

    `lower` are the hashes of the tokens in lower case; a run begins with a capital. Place is 1 for
    its first token, 2 for others.
    """
    found = np.zeros(len(lower), dtype=np.int64)
    begins = np.flatnonzero(capital)
    end = len(lower) - 1  # a padding, which is in no name
    key = lower[begins]
    matched: dict[int, tuple[IntArray, IntArray]] = {}
    for count in range(2, LONGEST + 1):
        key = joined(key, lower[np.minimum(begins + count - 1, end)])
        flags = gazetteer.runs[count].of(key)
        hit = np.flatnonzero(flags)
        matched[count] = begins[hit], flags[hit]
    for count, (first, flags) in matched.items():
        kind = np.zeros(len(first), dtype=np.int64)
        for mask, number in reversed(MATCHED):
            kind[flags & mask > 0] = number
        for step in range(count):
            found[first + step] = 16 * kind + (1 if step == 0 else 2)
    return found


def run_hash(words: HashArray) -> HashArray:
    """The hash of one run of words, as an array of one."""
    key = words[:1]
    for word in words[1:]:
        key = joined(key, np.array([word], dtype=np.uint32))
    return key


def made_flags(flags: Mapping[int, int]) -> Flags:
    """A table from hashes and their flags."""
    keys = sorted(flags)
    return Flags(
        np.array(keys, dtype=np.uint32), np.array([flags[key] for key in keys], dtype=np.int64)
    )


def made_gazetteer(names: Mapping[tuple[str, ...], int]) -> Gazetteer:
    """A gazetteer from names, as words in lower case, and their flags."""
    by_count: dict[int, dict[int, int]] = {count: {} for count in range(1, LONGEST + 1)}
    for words, flag in names.items():
        if 0 < len(words) <= LONGEST:
            key = int(run_hash(hashes(words))[0])
            group = by_count[len(words)]
            group[key] = group.get(key, 0) | flag
    singles = made_flags(by_count.pop(1))
    return Gazetteer(singles, {count: made_flags(group) for count, group in by_count.items()})
