"""Articles as TF-IDF vectors over the corpus's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.text import NO_TERM

if TYPE_CHECKING:
    from digest.text import BoolArray, Corpus, FloatArray, IntArray, Text

# A word of the title counts as often as this many in the text.
TITLE_WEIGHT = 5.0
# A term that one article alone uses says little of what it shares with others.
SINGLE_WEIGHT = 0.6


class Commonness(NamedTuple):
    """In how many of a background's `texts` each of a lexicon's terms occurs."""

    texts: int
    frequencies: FloatArray


class Vectors(NamedTuple):
    """One row an article: its weighted term counts, or those as a vector of length 1 (or empty).

    Row i has `values[j]` at `terms[j]` for starts[i] <= j < starts[i + 1]; its terms ascend.
    """

    starts: IntArray
    terms: IntArray
    values: FloatArray


def vectors(corpus: Corpus, common: Commonness) -> Vectors:
    """One row of length 1 for each article of the corpus, weighted by this corpus alone."""
    rows = counts(corpus)
    return weighted(rows, common, frequencies(rows, common), len(corpus.texts))


def weighted(rows: Vectors, common: Commonness, frequency: IntArray, articles: int) -> Vectors:
    """The counts' rows weighted and of length 1; `frequency` says in how many articles a term is.

    Weight is (1 + ln tf) · ln((N + n + 1) / (dfᴮ + df + 0.5)), the document frequencies being
    those of n articles together with those of the background's N texts: few articles alone can't
    tell what is common.
    """
    here = frequency[rows.terms]
    values = 1.0 + np.log(rows.values)
    values *= np.log((common.texts + articles + 1) / (common.frequencies[rows.terms] + here + 0.5))
    values *= np.where(here == 1, SINGLE_WEIGHT, 1.0)
    row = np.repeat(np.arange(len(rows.starts) - 1), np.diff(rows.starts))
    lengths = np.sqrt(np.bincount(row, weights=values * values, minlength=len(rows.starts) - 1))
    return Vectors(rows.starts, rows.terms, values / lengths[row])


def frequencies(rows: Vectors, common: Commonness) -> IntArray:
    """In how many of the rows each term of the lexicon stands."""
    return np.bincount(rows.terms, minlength=len(common.frequencies))


def counts(corpus: Corpus) -> Vectors:
    """How often each article uses each term.

    Capitalised words inside a sentence count twice, since names tell events apart, and the title's
    words five times.
    """
    weighed = [_weighted_words(text, corpus.lexicon.capitalised) for text in corpus.texts]
    words = np.concatenate([words for words, _ in weighed])
    weights = np.concatenate([weights for _, weights in weighed])
    rows = np.repeat(np.arange(len(weighed)), [len(words) for words, _ in weighed])
    terms = corpus.lexicon.term_of[words]
    kept = terms != NO_TERM
    width = max(len(corpus.lexicon.names), 1)
    keys, which = np.unique(rows[kept] * width + terms[kept], return_inverse=True)
    values = np.bincount(which, weights=weights[kept]).astype(np.float64, copy=False)
    starts = np.searchsorted(keys // width, np.arange(len(weighed) + 1))
    return Vectors(starts, keys % width, values)


def _weighted_words(text: Text, capital: BoolArray) -> tuple[IntArray, FloatArray]:
    weights = np.full(len(text.words) + len(text.title), TITLE_WEIGHT)
    weights[: len(text.words)] = 1.0 + capital[text.words]
    first_words = text.bounds[:-1][np.diff(text.bounds) > 0]
    weights[first_words] = 1.0
    return np.concatenate((text.words, text.title)), weights
