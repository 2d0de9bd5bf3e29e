"""Articles as TF-IDF vectors over the corpus's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from digest.text import NO_TERM

if TYPE_CHECKING:
    from digest.text import BoolArray, Corpus, FloatArray, IntArray, Text

# News says first what happened; what led to it comes after, much the same in each article on it.
# Of the words behind so many, names alone count.
OPENING_WORDS = 200
# A word of the title counts as often as this many in the text.
TITLE_WEIGHT = 5.0
# A term that one article alone uses says little of what it shares with others.
SINGLE_WEIGHT = 0.6
# A term loses weight by the share of the articles that use it, as what most of them speak of can't
# tell their events apart. So many go free, and so many that don't use it are thought in addition:
# where articles are few, what most of them share may well be an event.
FREE_ARTICLES = 3
OTHER_ARTICLES = 20


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


def vectors(rows: Vectors, common: Commonness) -> Vectors:
    """The counts' rows weighted by themselves alone and of length 1."""
    return weighted(rows, common, frequencies(rows, common), len(rows.starts) - 1)


def weighted(rows: Vectors, common: Commonness, frequency: IntArray, articles: int) -> Vectors:
    """The counts' rows weighted and of length 1; `frequency` says in how many articles a term is.

    Weight is (1 + ln tf) · ln((N + n + 1) / (dfᴮ + df + 0.5)) · (1 - max(df - 3, 0) / (n + 20)).
    In the logarithm the document frequencies are those of n articles together with those of the
    background's N texts, as few articles alone can't tell what is common. In the last factor they
    are those of the articles alone: N texts would outweigh a topic that nearly all of them share.
    """
    here = frequency[rows.terms]
    values = 1.0 + np.log(rows.values)
    values *= np.log((common.texts + articles + 1) / (common.frequencies[rows.terms] + here + 0.5))
    values *= 1.0 - np.maximum(here - FREE_ARTICLES, 0) / (articles + OTHER_ARTICLES)
    values *= np.where(here == 1, SINGLE_WEIGHT, 1.0)
    row = np.repeat(np.arange(len(rows.starts) - 1), np.diff(rows.starts))
    lengths = np.sqrt(np.bincount(row, weights=values * values, minlength=len(rows.starts) - 1))
    return Vectors(rows.starts, rows.terms, values / lengths[row])


def frequencies(rows: Vectors, common: Commonness) -> IntArray:
    """In how many of the rows each term of the lexicon stands."""
    return np.bincount(rows.terms, minlength=len(common.frequencies))


def counts(corpus: Corpus) -> Vectors:
    """How often each article uses each term.

    The text's first 200 words count, capitalised ones inside a sentence once more wherever they
    stand, since names tell events apart, and the title's words five times.
    """
    if not corpus.texts:
        return Vectors(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0))
    weighed = [_weighted_words(text, corpus.lexicon.capitalised) for text in corpus.texts]
    terms = corpus.lexicon.term_of[np.concatenate([words for words, _ in weighed])]
    weights = np.concatenate([weights for _, weights in weighed])
    kept = (terms != NO_TERM) & (weights > 0)
    ends = np.cumsum([0, *(len(words) for words, _ in weighed)])
    starts = np.concatenate(([0], np.cumsum(kept)))[ends]
    shape = (len(weighed), len(corpus.lexicon.names))
    rows = csr_array((weights[kept], terms[kept], starts), shape=shape)
    rows.sum_duplicates()
    return Vectors(rows.indptr.astype(np.int64), rows.indices.astype(np.int64), rows.data)


def _weighted_words(text: Text, capital: BoolArray) -> tuple[IntArray, FloatArray]:
    weights = np.full(len(text.words) + len(text.title), TITLE_WEIGHT)
    in_text = weights[: len(text.words)]
    in_text[:] = capital[text.words]
    in_text[text.bounds[:-1][np.diff(text.bounds) > 0]] = 0.0
    in_text[:OPENING_WORDS] += 1.0
    return np.concatenate((text.words, text.title)), weights
