"""Articles as TF-IDF vectors over the corpus's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from digest.text import NO_TERM

if TYPE_CHECKING:
    from digest.grouping.background import Background
    from digest.text import BoolArray, Corpus, FloatArray, IntArray, Lexicon, Text

# A word of the title counts as often as this many in the text.
TITLE_WEIGHT = 3.0
# A term that one article alone uses says little of what it shares with others.
SINGLE_WEIGHT = 0.5

Vectors = csr_array[np.float64, tuple[int, int]]


def vectors(corpus: Corpus, background: Background) -> Vectors:
    """Articles by terms, each row of length 1 (or 0 for an article without terms).

    Weight is (1 + ln tf) · ln((N + n + 1) / (dfᴮ + df + 0.5)), the document frequencies being
    those of the n articles together with those of the background's N texts: few articles alone
    can't tell what is common. tf counts capitalised words inside a sentence twice, since names
    tell events apart, and the title's words three times.
    """
    counts = _counts(corpus)
    counts.data = 1.0 + np.log(counts.data)
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    known = np.array([background.counts.get(name, 0) for name in corpus.lexicon.names])
    total = background.texts + counts.shape[0] + 1
    idf = np.log(total / (known + frequency + 0.5))
    idf[frequency == 1] *= SINGLE_WEIGHT
    counts.data *= idf[counts.indices]
    return _normalised(counts)


def _counts(corpus: Corpus) -> Vectors:
    capital = np.array([word[0].isupper() for word in corpus.lexicon.words], dtype=np.bool_)
    rows = [_weighted_terms(text, corpus.lexicon, capital) for text in corpus.texts]
    terms = np.concatenate([row[0] for row in rows])
    weights = np.concatenate([row[1] for row in rows])
    starts = np.cumsum([0, *(len(row[0]) for row in rows)])
    counts = csr_array((weights, terms, starts), shape=(len(rows), len(corpus.lexicon.names)))
    counts.sum_duplicates()
    return counts


def _weighted_terms(
    text: Text, lexicon: Lexicon, capital: BoolArray
) -> tuple[IntArray, FloatArray]:
    weights = 1.0 + capital[text.words]
    first_words = text.bounds[:-1][np.diff(text.bounds) > 0]
    weights[first_words] = 1.0
    words = np.concatenate((text.words, text.title))
    weights = np.concatenate((weights, np.full(len(text.title), TITLE_WEIGHT)))
    terms = lexicon.term_of[words]
    kept = terms != NO_TERM
    return terms[kept], weights[kept]


def _normalised(rows: Vectors) -> Vectors:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    rows.data *= np.repeat(scale, np.diff(rows.indptr))
    return rows
