"""Articles as TF-IDF vectors over the corpus's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.text import NO_TERM

if TYPE_CHECKING:
    from digest.text import BoolArray, Corpus, FloatArray, IntArray, Text

# A word of the title counts as often as this many in the text.
TITLE_WEIGHT = 3.0
# A term that one article alone uses says little of what it shares with others.
SINGLE_WEIGHT = 0.5


class Commonness(NamedTuple):
    """In how many of a background's `texts` each of a lexicon's terms occurs."""

    texts: int
    frequencies: FloatArray


class Vectors(NamedTuple):
    """Rows of length 1, or empty.

    Row i has `values[j]` at `terms[j]` for starts[i] <= j < starts[i + 1]; its terms ascend.
    """

    starts: IntArray
    terms: IntArray
    values: FloatArray


def vectors(corpus: Corpus, common: Commonness) -> Vectors:
    """One row for each article of the corpus.

    Weight is (1 + ln tf) · ln((N + n + 1) / (dfᴮ + df + 0.5)), the document frequencies being
    those of the n articles together with those of the background's N texts: few articles alone
    can't tell what is common. tf counts capitalised words inside a sentence twice, since names
    tell events apart, and the title's words three times.
    """
    rows, terms, counts = _counts(corpus)
    frequency = np.bincount(terms, minlength=len(corpus.lexicon.names))[terms]
    total = common.texts + len(corpus.texts) + 1
    values = 1.0 + np.log(counts)
    values *= np.log(total / (common.frequencies[terms] + frequency + 0.5))
    values *= np.where(frequency == 1, SINGLE_WEIGHT, 1.0)
    lengths = np.sqrt(np.bincount(rows, weights=values * values, minlength=len(corpus.texts)))
    starts = np.searchsorted(rows, np.arange(len(corpus.texts) + 1))
    return Vectors(starts, terms, values / lengths[rows])


def _counts(corpus: Corpus) -> tuple[IntArray, IntArray, FloatArray]:
    """Row, term and weighted count of each term of each article, in that order."""
    weighted = [_weighted_words(text, corpus.lexicon.capitalised) for text in corpus.texts]
    words = np.concatenate([words for words, _ in weighted])
    weights = np.concatenate([weights for _, weights in weighted])
    rows = np.repeat(np.arange(len(weighted)), [len(words) for words, _ in weighted])
    terms = corpus.lexicon.term_of[words]
    kept = terms != NO_TERM
    width = max(len(corpus.lexicon.names), 1)
    keys, which = np.unique(rows[kept] * width + terms[kept], return_inverse=True)
    counts = np.bincount(which, weights=weights[kept]).astype(np.float64, copy=False)
    return keys // width, keys % width, counts


def _weighted_words(text: Text, capital: BoolArray) -> tuple[IntArray, FloatArray]:
    weights = np.full(len(text.words) + len(text.title), TITLE_WEIGHT)
    weights[: len(text.words)] = 1.0 + capital[text.words]
    first_words = text.bounds[:-1][np.diff(text.bounds) > 0]
    weights[first_words] = 1.0
    return np.concatenate((text.words, text.title)), weights
