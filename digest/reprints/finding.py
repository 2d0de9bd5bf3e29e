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
    if len(texts) == 1:
        return ()
    agencies = [agency(text.article.text) for text in texts]
    return tuple(_reprints(texts, agencies, overlaps([text.words for text in texts])))


def _reprints(
    texts: Sequence[Text], agencies: Sequence[str], shared: FloatArray
) -> Iterator[Reprint]:
    originals = [0]
    for row in range(1, len(texts)):
        nearest = max(originals, key=lambda one: shared[row, one])
        overlap = float(shared[row, nearest])
        common = agencies[row] if agencies[row] == agencies[nearest] else ""
        if overlap >= (LEAST_AGENCY_OVERLAP if common else LEAST_OVERLAP):
            yield Reprint(texts[row].article, texts[nearest].article, overlap, common)
        else:
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

    `texts` are word codes; a text shorter than a shingle is one shingle.
    """
    runs = [np.unique(_shingles(words)) for words in texts]
    sizes = np.array([len(run) for run in runs])
    _, columns = np.unique(np.concatenate(runs), return_inverse=True)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    shape = (len(runs), max(len(columns), 1))
    has = csr_array((np.ones(len(columns)), columns, starts), shape=shape)
    shared: FloatArray = (has @ has.T).toarray()
    shared /= np.maximum(np.minimum.outer(sizes, sizes), 1)
    return shared


def _shingles(words: IntArray) -> NDArray[np.uint64]:
    """A number for each run of SHINGLE_WORDS words; equal runs have equal numbers."""
    codes = words.astype(np.uint64) + np.uint64(1)
    width = min(SHINGLE_WORDS, len(codes))
    count = len(codes) - width + 1 if width else 0
    numbers = np.zeros(count, dtype=np.uint64)
    for place in range(width):
        numbers = numbers * _MULTIPLIER + codes[place : place + count]
        numbers ^= numbers >> np.uint64(29)
    return numbers
