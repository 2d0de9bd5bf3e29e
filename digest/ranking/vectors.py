"""Sentences as TF-IDF vectors of length one, the sentences of each story weighed on their own.

The inverse document frequency is ln((n + 1) / (df + 1/2)) with n the sentences of the story and
df those that have the term: what all say of a story tells none of its sentences from another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csc_array, csr_array

from digest.text import NO_TERM

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from digest.text import BoolArray, FloatArray, IntArray

    Columns: TypeAlias = csc_array[np.float64]
    Rows: TypeAlias = csr_array[np.float64, tuple[int, int]]


class Vectors(NamedTuple):
    """The terms of sentence i stand at `starts[i]` to `starts[i + 1]`, with their weights.

    The terms of a sentence ascend. A sentence without terms has a vector of zeros.
    """

    terms: IntArray
    weights: FloatArray
    starts: IntArray

    def part(self, first: int, last: int) -> Vectors:
        """The sentences from `first` up to `last`."""
        start, end = self.starts[[first, last]].tolist()
        starts = self.starts[first : last + 1] - start
        return Vectors(self.terms[start:end], self.weights[start:end], starts)

    def cosines(self, sentence: int) -> FloatArray:
        """The cosine of one sentence with each."""
        start, end = self.starts[sentence : sentence + 2].tolist()
        return self._products(self.terms[start:end], self.weights[start:end])

    def relevance(self, query: IntArray) -> FloatArray:
        """How near each sentence is to a query of ascending terms, up to a common factor."""
        most = int(query.max(initial=0)) + 1
        frequency = np.bincount(self.terms, minlength=most)[query]
        idf = inverse_frequency(np.full(len(query), len(self.starts) - 1), frequency)
        return self._products(query, idf)

    def _products(self, terms: IntArray, weights: FloatArray) -> FloatArray:
        """The inner product of each sentence with a vector of ascending terms."""
        # One more term, which none of the sentences has, stands behind the last.
        known, worth = np.append(terms, NO_TERM), np.append(weights, 0.0)
        place = np.searchsorted(terms, self.terms)
        shares = np.where(known[place] == self.terms, worth[place], 0.0) * self.weights
        # One zero more, so that a last sentence without terms has something to begin at.
        sums: FloatArray = np.add.reduceat(np.append(shares, 0.0), self.starts[:-1])
        sums[self.starts[1:] == self.starts[:-1]] = 0.0
        return sums


def vectors(terms: IntArray, lengths: IntArray, sizes: IntArray) -> Vectors:
    """The vectors of the sentences of many stories.

    `terms` are codes, sentence after sentence; `lengths` the number of terms of each sentence;
    `sizes` the number of sentences of each story. A sentence's vector is the same bits in
    whatever batch its story stands.
    """
    shape = (len(lengths), int(terms.max(initial=0)) + 1)
    starts = np.concatenate(([0], np.cumsum(lengths)))
    # As columns the sentences ascend, so that doubles stand side by side and need no sorting.
    columns = csr_array((np.ones(len(terms)), terms, starts), shape=shape).tocsc()
    columns.has_sorted_indices = True
    columns.sum_duplicates()
    story = np.repeat(np.arange(len(sizes)), sizes)
    begins = runs(columns, story)
    frequency = np.diff(np.append(begins, columns.nnz))
    size = sizes[story[columns.indices[begins]]]
    weights = columns.data * np.repeat(inverse_frequency(size, frequency), frequency)
    norms = np.sqrt(np.bincount(columns.indices, weights=weights**2, minlength=len(lengths)))
    columns.data = weights / norms[columns.indices]
    rows = columns.tocsr()
    return Vectors(rows.indices.astype(np.int64), rows.data, rows.indptr.astype(np.int64))


def inverse_frequency(sizes: IntArray, frequencies: IntArray) -> FloatArray:
    """What a term weighs that stands in so many of a story's sentences."""
    weights: FloatArray = np.log((sizes + 1) / (frequencies + 0.5))
    return weights


def joined(parts: Sequence[Vectors]) -> Vectors:
    """The vectors of some stories as those of one batch."""
    sizes = np.cumsum([0, *(len(part.terms) for part in parts)])
    starts = [part.starts[:-1] + size for part, size in zip(parts, sizes[:-1], strict=True)]
    return Vectors(
        np.concatenate([part.terms for part in parts]),
        np.concatenate([part.weights for part in parts]),
        np.concatenate([*starts, sizes[-1:]]),
    )


def runs(columns: Columns, owner: IntArray) -> IntArray:
    """Where, among a matrix's entries, the term or the owner of the sentence changes.

    `owner` is the story or the article of each sentence, and ascends: so the entries of one term
    in one story stand side by side.
    """
    begins: BoolArray = np.ones(columns.nnz, dtype=np.bool_)
    owners = owner[columns.indices]
    begins[1:] = owners[1:] != owners[:-1]
    begins[columns.indptr[:-1][np.diff(columns.indptr) > 0]] = True
    return np.flatnonzero(begins)
