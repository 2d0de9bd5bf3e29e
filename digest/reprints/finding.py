"""Reprints by the overlap of their runs of words (shingles: Broder 1997) and by their agency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from digest.model import Reprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from digest.text import FloatArray, IntArray, Text

Shares = csr_array[np.float64, tuple[int, int]]

SHINGLE_WORDS = 5
# Half of the shorter text is more than two writers have in common who quote one speech.
LEAST_OVERLAP = 0.5
# Two texts that name one agency need less: each paper cut and filled the wire copy in its own way.
LEAST_AGENCY_OVERLAP = 0.2
# `BEIRUT, Sept 3 (Northern Wire) — `: the agency stands in brackets before the dash.
DATELINE_AGENCY = re.compile(r"[^()\n]{0,60}\(([^()\n]{2,40})\)\s*(?:—|–|--?)\s")
# A multiplier of a linear congruential generator (Knuth 1998, 3.3.4), to number runs of words.
_MULTIPLIER = np.uint64(6364136223846793005)


def find_reprints(texts: Sequence[Text]) -> tuple[Reprint, ...]:
    """The texts that repeat an earlier one, in their order, each with what it repeats.

    The texts must share a lexicon and stand in the order of their publication. What is compared
    with is never itself a reprint, so evidence doesn't chain.
    """
    return reprints_within(texts, [range(len(texts))])[0]


def reprints_within(
    texts: Sequence[Text], parts: Sequence[Sequence[int]]
) -> list[tuple[Reprint, ...]]:
    """The same for each part of the texts, a part being its texts' numbers in ascending order."""
    rows = [row for part in parts if len(part) > 1 for row in part]
    shared = _shared([texts[row].words for row in rows], rows)
    return [tuple(_reprints(texts, part, shared)) for part in parts]


def _shared(texts: Sequence[IntArray], rows: Sequence[int]) -> dict[tuple[int, int], float]:
    """The overlaps that could be a reprint's, by the numbers of both texts."""
    if not rows:
        return {}
    found = _overlaps(texts).tocoo()
    enough = found.data >= LEAST_AGENCY_OVERLAP
    ones, others = (numbers[enough].tolist() for numbers in found.coords)
    pairs = ((rows[one], rows[other]) for one, other in zip(ones, others, strict=True))
    return dict(zip(pairs, found.data[enough].tolist(), strict=True))


def _reprints(
    texts: Sequence[Text], part: Sequence[int], shared: dict[tuple[int, int], float]
) -> Iterator[Reprint]:
    originals: list[int] = []
    for row in part:
        alike = [(shared.get((row, one), 0.0), one) for one in originals]
        overlap, nearest = max(alike, key=lambda pair: pair[0], default=(0.0, row))
        if overlap >= LEAST_AGENCY_OVERLAP:
            names = [agency(texts[one].article.text) for one in (row, nearest)]
            common = names[0] if names[0] == names[1] else ""
            if common or overlap >= LEAST_OVERLAP:
                yield Reprint(texts[row].article, texts[nearest].article, overlap, common)
                continue
        originals.append(row)


def agency(text: str) -> str:
    """The news agency that a text's dateline names in brackets, or nothing.

    >>> agency("BEIRUT, Sept 3 (Northern Wire) — The port burned.")
    'Northern Wire'
    """
    found = DATELINE_AGENCY.match(text)
    return found[1] if found else ""


def overlaps(texts: Sequence[IntArray]) -> FloatArray:
    """The share of the shorter text's distinct shingles that the other has too, for each pair.

    `texts` are word codes; a text shorter than a shingle has none.
    """
    return _overlaps(texts).toarray()


def _overlaps(texts: Sequence[IntArray]) -> Shares:
    has = _has(texts)
    sizes = np.diff(has.indptr)
    shared: Shares = has @ has.T
    row = np.repeat(np.arange(len(sizes)), np.diff(shared.indptr))
    shared.data /= np.minimum(sizes[row], sizes[shared.indices])
    return shared


def _has(texts: Sequence[IntArray]) -> Shares:
    """A row for each of the texts, with 1 for each shingle that it has."""
    numbers, text = _shingles(texts)
    _, columns = np.unique(numbers, return_inverse=True)
    starts = np.searchsorted(text, np.arange(len(texts) + 1))
    shape = (len(texts), max(len(columns), 1))
    has: Shares = csr_array((np.ones(len(columns)), columns, starts), shape=shape)
    has.sum_duplicates()
    has.data[:] = 1.0
    return has


def _shingles(texts: Sequence[IntArray]) -> tuple[NDArray[np.uint64], IntArray]:
    """A number for each run of SHINGLE_WORDS words, and the text it is of; equal runs are equal."""
    sizes = [len(words) for words in texts]
    codes = np.concatenate(texts).astype(np.uint64)
    text = np.repeat(np.arange(len(texts)), sizes)
    last = SHINGLE_WORDS - 1
    count = max(len(codes) - last, 0)
    numbers = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE_WORDS):
        numbers = (numbers + codes[place : place + count]) * _MULTIPLIER
        numbers ^= numbers >> np.uint64(29)
    whole = text[:count] == text[last : last + count]
    return numbers[whole], text[:count][whole]
