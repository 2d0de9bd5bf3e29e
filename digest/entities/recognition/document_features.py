"""Runs of capitals, and evidence from the rest of the article: where else a token's word occurs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.cues import Cue
from digest.entities.recognition.lexicon import NameClass, hashes
from digest.entities.recognition.word_shape import SMALL
from digest.language.english.entities.words import ARTICLE, LINKS

if TYPE_CHECKING:
    from digest.entities.recognition.tokens import TokenTable
    from digest.entities.recognition.word_shape import Words
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
_THE: Final = int(hashes([ARTICLE])[0])


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """First and last token of each token's run, or itself; `inside` is whether it has one."""

    inside: BoolArray
    first: IntArray
    last: IntArray


def capital_runs(page: TokenTable, words: Words) -> Runs:
    """Capitalised tokens side by side."""
    return _runs(words.capital[page.codes] > 0, np.zeros(len(page.codes), dtype=np.bool_))


def linked_runs(page: TokenTable, words: Words) -> Runs:
    """Capitalised tokens side by side or joined by at most two small links."""
    link = np.isin(words.lower, hashes(LINKS)) & (words.capital == 0)
    return _runs(words.capital[page.codes] > 0, link[page.codes])


def _runs(capital: BoolArray, link: BoolArray) -> Runs:
    size = len(capital)
    inside = capital.copy()
    # One or two links between two capitals are inside.
    inside[1:-1] |= link[1:-1] & capital[:-2] & capital[2:]
    two = link[1:-2] & link[2:-1] & capital[:-3] & capital[3:]
    inside[1:-2] |= two
    inside[2:-1] |= two
    begins = np.flatnonzero(inside & ~np.concatenate(([False], inside[:-1])))
    ends = np.flatnonzero(inside & ~np.concatenate((inside[1:], [False])))
    first = np.arange(size)
    last = np.arange(size)
    first[inside] = np.repeat(begins, ends - begins + 1)
    last[inside] = np.repeat(ends, ends - begins + 1)
    return Runs(inside, first, last)


def evidence(page: TokenTable, words: Words, runs: Runs, opening: BoolArray) -> IntArray:
    """Evidence anywhere in the article on each token's word, as Cue."""
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
        (AFTER_TITLE, capital & (before & (Cue.TITLE | Cue.CALLING) > 0)),
        (BESIDE_SAID, capital & ((before | after) & Cue.VERB > 0)),
        (
            AFTER_GIVEN,
            longer
            & (token == last)
            & (flags[first] & (NameClass.GIVEN | NameClass.FOREIGN_GIVEN) > 0),
        ),
        (
            IN_ORGANISATION,
            longer
            & ((cues[last] & Cue.ORGANISATION_WORD > 0) | (flags[last] & NameClass.SUFFIX > 0)),
        ),
        (AFTER_IN, capital & (first == last) & (before & Cue.LOCATIVE > 0)),
        (ACRONYM, _acronyms(page, words, runs)),
        (ENDS_RUN, longer & (token == last)),
        (BEGINS_RUN, longer & (token == first)),
        (ALONE, capital & (first == last) & ~opening),
        (AFTER_THE, capital & (token == first) & (heading == _THE)),
    )
    evidenced = np.zeros(size, dtype=np.int64)
    for bit, event in events:
        evidenced[place[event]] |= bit
    return evidenced[place]


def _acronyms(page: TokenTable, words: Words, runs: Runs) -> BoolArray:
    """Mask tokens that are the initials of a run of the same article, or of its tail."""
    number = words.acronym[page.codes]
    short = np.flatnonzero(number)
    formed = np.zeros(len(number), dtype=np.bool_)
    initial = (words.initial * words.capital)[page.codes]
    begins = np.flatnonzero(runs.inside & (runs.first == np.arange(len(number))))
    begins = begins[runs.last[begins] > begins]
    if not len(short) or not len(begins):
        return formed
    numbers: list[IntArray] = []
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
        numbers.append((page.article[begins[full]] << 32) + value[full])
        at -= 1
    keys = (page.article[short] << 32) + number[short]
    formed[short] = np.isin(keys, np.concatenate(numbers)) & (number[short] < 1 << 30)
    return formed
