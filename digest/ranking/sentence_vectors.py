"""Sentences as TF-IDF vectors of length one, the sentences of each story weighed on their own.

The inverse document frequency is ln((n + 1) / (df + 1/2)) with n the sentences of the story and
df those that have the term: one that all have tells none of them from another.
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


class SentenceVectors(NamedTuple):
    """Sparse rows, one a sentence: its terms, ascending, and weights at `starts[i]:starts[i + 1]`.

    A sentence without terms has a vector of zeros, any other one of length 1.
    """

    terms: IntArray
    weights: FloatArray
    starts: IntArray

    def part(self, first: int, last: int) -> SentenceVectors:
        """Take the sentences from `first` up to `last`."""
        start, end = self.starts[[first, last]].tolist()
        starts = self.starts[first : last + 1] - start
        return SentenceVectors(self.terms[start:end], self.weights[start:end], starts)

    def cosines(self, sentence: int) -> FloatArray:
        """Measure the cosine of one sentence with each."""
        start, end = self.starts[sentence : sentence + 2].tolist()
        return self._products(self.terms[start:end], self.weights[start:end])

    def relevance(self, query: IntArray) -> FloatArray:
        """Score sentences by their inner product with a query's terms, which ascend, by their IDF.

        Terms that no sentence has, NO_TERM among them, add nothing.
        """
        terms = query[query != NO_TERM]
        most = int(terms.max(initial=0)) + 1
        frequencies = np.bincount(self.terms, minlength=most)[terms]
        sizes = np.full(len(terms), len(self.starts) - 1)
        return self._products(terms, inverse_document_frequency(sizes, frequencies))

    def _products(self, terms: IntArray, weights: FloatArray) -> FloatArray:
        """Multiply each sentence with a vector of ascending terms."""
        # One more term, which none of the sentences has, comes behind the last.
        padded_terms, padded_weights = np.append(terms, NO_TERM), np.append(weights, 0.0)
        place = np.searchsorted(terms, self.terms)
        matches = padded_terms[place] == self.terms
        shares = np.where(matches, padded_weights[place], 0.0) * self.weights
        # One zero more, so that a last sentence without terms has something to begin at.
        sums: FloatArray = np.add.reduceat(np.append(shares, 0.0), self.starts[:-1])
        sums[self.starts[1:] == self.starts[:-1]] = 0.0
        return sums


def sentence_vectors(terms: IntArray, lengths: IntArray, sizes: IntArray) -> SentenceVectors:
    """Weigh the sentences of many stories by TF-IDF.

    `terms` are codes, sentence after sentence; `lengths` the number of terms of each sentence;
    `sizes` the number of sentences of each story. A sentence's vector is the same bits in
    whatever batch its story is.
    """
    shape = (len(lengths), int(terms.max(initial=0)) + 1)
    starts = np.concatenate(([0], np.cumsum(lengths)))
    # As columns the sentences ascend, so that doubles are neighbours and need no sorting.
    columns = csr_array((np.ones(len(terms)), terms, starts), shape=shape).tocsc()
    columns.has_sorted_indices = True
    columns.sum_duplicates()
    story = np.repeat(np.arange(len(sizes)), sizes)
    begins = run_starts(columns, story)
    frequency = np.diff(np.append(begins, columns.nnz))
    size = sizes[story[columns.indices[begins]]]
    weights = columns.data * np.repeat(inverse_document_frequency(size, frequency), frequency)
    norms = np.sqrt(np.bincount(columns.indices, weights=weights**2, minlength=len(lengths)))
    columns.data = weights / norms[columns.indices]
    rows = columns.tocsr()
    return SentenceVectors(rows.indices.astype(np.int64), rows.data, rows.indptr.astype(np.int64))


def inverse_document_frequency(sizes: IntArray, frequencies: IntArray) -> FloatArray:
    """Weigh terms by the number of a story's sentences, and of those that have the term."""
    weights: FloatArray = np.log((sizes + 1) / (frequencies + 0.5))
    return weights


def concatenated(parts: Sequence[SentenceVectors]) -> SentenceVectors:
    """Join the vectors of some stories to those of one batch."""
    sizes = np.cumsum([0, *(len(part.terms) for part in parts)])
    starts = [part.starts[:-1] + size for part, size in zip(parts, sizes[:-1], strict=True)]
    return SentenceVectors(
        np.concatenate([part.terms for part in parts]),
        np.concatenate([part.weights for part in parts]),
        np.concatenate([*starts, sizes[-1:]]),
    )


def run_starts(columns: Columns, owner: IntArray) -> IntArray:
    """Find where, among a matrix's entries, the term or the owner of the sentence changes.

    `owner` is the story or the article of each sentence, and ascends: so the entries of one term
    in one story are neighbours.
    """
    begins: BoolArray = np.ones(columns.nnz, dtype=np.bool_)
    owners = owner[columns.indices]
    begins[1:] = owners[1:] != owners[:-1]
    begins[columns.indptr[:-1][np.diff(columns.indptr) > 0]] = True
    return np.flatnonzero(begins)
