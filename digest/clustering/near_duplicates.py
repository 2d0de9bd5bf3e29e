"""Near-duplicates by the overlap of their shingles and by their agency.

The overlap is the containment (Broder 1997) of the shorter text in the other, as papers cut wire
copy. A departure from him: no text is sketched, as a day's texts are few.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from digest.model import Reprint
from digest.text import sorting_order

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
# So many texts are compared at once: fewer are slower, and more take memory by their square.
BATCH_TEXTS = 256
# Two numbers that agree in so many bits are most often one.
COMPARED_BITS = 32
# A multiplier of a linear congruential generator (Knuth 1998, 3.3.4), to number runs of words.
_MULTIPLIER = np.uint64(6364136223846793005)


def find_reprints(texts: Sequence[Text]) -> tuple[Reprint, ...]:
    """Find the texts that repeat an earlier one, in their order, each with the one it repeats.

    The texts must share a lexicon and be in the order of their publication. No text is compared
    with a reprint, so evidence doesn't chain; of equal overlaps the earliest text counts.
    """
    return reprints_within(texts, [range(len(texts))])[0]


def reprints_within(
    texts: Sequence[Text], parts: Sequence[Sequence[int]]
) -> list[tuple[Reprint, ...]]:
    """Find reprints within each part of the texts, given by their texts' numbers, which ascend."""
    several = [part for part in parts if 1 < len(part) <= BATCH_TEXTS]
    shared: dict[int, list[tuple[int, float]]] = {}
    for batch in _batches(several):
        shared |= _shared(texts, batch)
    return [
        tuple(
            _reprints(texts, part, shared)
            if len(part) <= BATCH_TEXTS
            else _reprints_of_many(texts, part)
        )
        for part in parts
    ]


def _reprints_of_many(texts: Sequence[Text], part: Sequence[int]) -> Iterator[Reprint]:
    """Find reprints in a part of many texts, each batch compared with the originals before it."""
    row_of = {texts[row].article.id: row for row in part}
    originals: list[int] = []
    for at in range(0, len(part), BATCH_TEXTS):
        compared = [*originals, *part[at : at + BATCH_TEXTS]]
        reprints = list(_reprints(texts, compared, _shared(texts, [compared])))
        yield from reprints
        copies = {row_of[reprint.article.id] for reprint in reprints}
        originals = [row for row in compared if row not in copies]


def _batches(parts: Sequence[Sequence[int]]) -> Iterator[list[Sequence[int]]]:
    """Group the parts to batches of about BATCH_TEXTS texts, which is quicker than all at once."""
    batch: list[Sequence[int]] = []
    for part in parts:
        batch.append(part)
        if sum(map(len, batch)) >= BATCH_TEXTS:
            yield batch
            batch = []
    if batch:
        yield batch


def _shared(
    texts: Sequence[Text], parts: Sequence[Sequence[int]]
) -> dict[int, list[tuple[int, float]]]:
    """List for each text the earlier ones of its part that it could repeat, and the overlap."""
    shared: dict[int, list[tuple[int, float]]] = {}
    row = np.array(list(chain.from_iterable(parts)))
    overlaps = _overlaps([[texts[row].words for row in part] for part in parts])[0].tocoo()
    earlier, later = overlaps.coords
    kept = np.flatnonzero((overlaps.data >= LEAST_AGENCY_OVERLAP) & (earlier < later))
    kept = kept[np.lexsort((earlier[kept], later[kept]))]
    ends = row[later[kept]].tolist(), row[earlier[kept]].tolist()
    for text, original, overlap in zip(*ends, overlaps.data[kept].tolist(), strict=True):
        shared.setdefault(text, []).append((original, overlap))
    return shared


def _reprints(
    texts: Sequence[Text], part: Sequence[int], shared: dict[int, list[tuple[int, float]]]
) -> Iterator[Reprint]:
    copies: set[int] = set()
    for row in part:
        originals = [(overlap, of) for of, overlap in shared.get(row, ()) if of not in copies]
        if not originals:
            continue
        overlap, nearest = max(originals, key=lambda pair: pair[0])
        agencies = [agency(texts[number].article.text) for number in (row, nearest)]
        common = agencies[0] if agencies[0] == agencies[1] else ""
        if common or overlap >= LEAST_OVERLAP:
            copies.add(row)
            yield Reprint(texts[row].article, texts[nearest].article, overlap, common)


def agency(text: str) -> str:
    """Read the news agency that a text's dateline names in brackets; empty if none.

    >>> agency("BEIRUT, Sept 3 (Northern Wire) — The port burned.")
    'Northern Wire'
    """
    dateline = DATELINE_AGENCY.match(text)
    return dateline[1] if dateline else ""


def overlaps(texts: Sequence[IntArray]) -> FloatArray:
    """Measure for each pair the share of the shorter text's distinct shingles that both have.

    `texts` are word codes; a text shorter than a shingle has none.
    """
    shared, sizes = _overlaps([texts])
    matrix: FloatArray = shared.toarray()
    np.fill_diagonal(matrix, sizes > 0)
    return matrix


def _overlaps(parts: Sequence[Sequence[IntArray]]) -> tuple[Shares, IntArray]:
    """Measure overlaps within parts, and count the distinct shingles of each of all texts.

    Few shingles are in two texts, so only those that come up again are laid out as a matrix.
    """
    count = sum(map(len, parts))
    numbers, text = _shingles(parts)
    again = _repeated(numbers)
    distinct, columns = np.unique(numbers[again], return_inverse=True)
    shape = (count, max(len(distinct), 1))
    has: Shares = csr_array((np.ones(len(again)), (text[again], columns)), shape=shape)
    has.data[:] = 1.0
    twice = np.bincount(text[again], minlength=count) - np.diff(has.indptr)
    sizes = np.bincount(text, minlength=count) - twice
    shared: Shares = has @ has.T
    row = np.repeat(np.arange(count), np.diff(shared.indptr))
    shared.data /= np.minimum(sizes[row], sizes[shared.indices])
    return shared, sizes


def _repeated(numbers: NDArray[np.uint64]) -> IntArray:
    """Find the indices of numbers that come more than once, and of hardly any others."""
    digits = (numbers >> np.uint64(64 - COMPARED_BITS)).astype(np.int64)
    order = sorting_order(digits, COMPARED_BITS)
    same = np.diff(digits[order]) == 0
    kept = np.zeros(len(numbers), dtype=np.bool_)
    kept[order[1:]] = same
    kept[order[:-1]] |= same
    return np.flatnonzero(kept)


def _shingles(parts: Sequence[Sequence[IntArray]]) -> tuple[NDArray[np.uint64], IntArray]:
    """Hash each run of SHINGLE_WORDS words, and give the text that it is of.

    Equal runs in texts of one part have equal numbers.
    """
    texts = list(chain.from_iterable(parts))
    sizes = [len(words) for words in texts]
    codes = np.concatenate(texts).astype(np.uint64)
    text = np.repeat(np.arange(len(texts)), sizes)
    last = SHINGLE_WORDS - 1
    count = max(len(codes) - last, 0)
    part = np.repeat(np.arange(len(parts), dtype=np.uint64), [len(part) for part in parts])
    numbers = part[text[:count]]
    for place in range(SHINGLE_WORDS):
        numbers += codes[place : place + count]
        numbers *= _MULTIPLIER
        numbers ^= numbers >> np.uint64(29)
    whole = text[:count] == text[last : last + count]
    return numbers[whole], text[:count][whole]
