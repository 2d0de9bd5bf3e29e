"""Evidence from the rest of the article: what else is said of a token's word there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities import bits
from digest.entities.gazetteer import FOREIGN_GIVEN, GIVEN, SUFFIX
from digest.entities.spelling import SMALL

if TYPE_CHECKING:
    from digest.entities.capitals import Runs
    from digest.entities.spelling import Words
    from digest.entities.tokens import Page
    from digest.text import BoolArray, IntArray

SEEN_SMALL: Final = 1 << 0
SEEN_CAPITAL: Final = 1 << 1
AFTER_TITLE: Final = 1 << 2
BESIDE_SAID: Final = 1 << 3
AFTER_GIVEN: Final = 1 << 4
IN_ORGANISATION: Final = 1 << 5
AFTER_IN: Final = 1 << 6
ACRONYM: Final = 1 << 7
ENDS_RUN: Final = 1 << 8
BEGINS_RUN: Final = 1 << 9
ALONE: Final = 1 << 10
AFTER_THE: Final = 1 << 11
KINDS_OF_EVIDENCE: Final = 12
_MOST_LETTERS: Final = 6


def evidence(page: Page, words: Words, runs: Runs, opening: BoolArray) -> IntArray:
    """Bits of what holds anywhere in the article of each token's word."""
    codes = page.codes
    lower = words.lower[codes]
    _, place = np.unique(lower + (page.article << 32), return_inverse=True)
    size = int(place.max()) + 1
    shape, cues = words.shape[codes], words.cues[codes]
    capital = words.capital[codes] > 0
    flags = words.flags[codes]
    before, after = np.roll(cues, 1), np.roll(cues, -1)
    first, last = runs.first, runs.last
    token = np.arange(len(codes))
    longer = capital & (last > first)
    heading = np.roll(lower, 1)
    events = (
        (SEEN_SMALL, shape == SMALL),
        (SEEN_CAPITAL, capital & ~opening),
        (AFTER_TITLE, capital & (before & (bits.TITLE | bits.CALLING) > 0)),
        (BESIDE_SAID, capital & ((before | after) & bits.VERB > 0)),
        (
            AFTER_GIVEN,
            longer & (token == last) & (flags[first] & (GIVEN | FOREIGN_GIVEN) > 0),
        ),
        (
            IN_ORGANISATION,
            longer & ((cues[last] & bits.ORGANISATION_WORD > 0) | (flags[last] & SUFFIX > 0)),
        ),
        (AFTER_IN, capital & (first == last) & (before & bits.LOCATIVE > 0)),
        (ACRONYM, _acronyms(page, words, runs)),
        (ENDS_RUN, longer & (token == last)),
        (BEGINS_RUN, longer & (token == first)),
        (ALONE, capital & (first == last) & ~opening),
        (AFTER_THE, capital & (token == first) & (heading == _THE)),
    )
    found = np.zeros(size, dtype=np.int64)
    for bit, event in events:
        found[place[event]] |= bit
    return found[place]


_THE: Final = 0x3C456DE6


def _acronyms(page: Page, words: Words, runs: Runs) -> BoolArray:
    """Whether a token's letters are the initials of a run of the same article, or of its tail."""
    number = words.acronym[page.codes]
    short = np.flatnonzero(number)
    found = np.zeros(len(number), dtype=np.bool_)
    initial = (words.initial * words.capital)[page.codes]
    begins = np.flatnonzero(runs.inside & (runs.first == np.arange(len(number))))
    begins = begins[runs.last[begins] > begins]
    if not len(short) or not len(begins):
        return found
    made: list[IntArray] = []
    # The initials of each run's last capitals, the last lowest.
    value = np.zeros(len(begins), dtype=np.int64)
    count = np.zeros(len(begins), dtype=np.int64)
    at = runs.last[begins].copy()
    for _ in range(2 * _MOST_LETTERS):
        letter = np.where(at >= begins, initial[np.maximum(at, 0)], 0)
        counts = (letter > 0) & (count < _MOST_LETTERS)
        value += np.where(counts, letter << (5 * np.minimum(count, _MOST_LETTERS)), 0)
        count += counts
        full = counts & (count > 1)
        made.append((page.article[begins[full]] << 32) + value[full])
        at -= 1
    keys = (page.article[short] << 32) + number[short]
    found[short] = np.isin(keys, np.concatenate(made)) & (number[short] < 1 << 30)
    return found
