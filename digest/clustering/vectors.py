"""Articles as TF-IDF vectors over the corpus's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.text import NO_TERM, sorting_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text import Corpus, FloatArray, IntArray, Lexicon, Text

# News says first what happened; what led to it comes after, much the same in each article on it.
# Of the words behind so many, names alone count.
OPENING_WORDS = 200
# A word of the title counts as often as this many in the text.
TITLE_WEIGHT = 5.0
# A word of the text is of a kind from 0 to 2: one for standing in the opening, one for a capital
# inside a sentence.
WORD_WEIGHTS = (0.0, 1.0, 2.0, TITLE_WEIGHT)
TITLE_KIND = 3
# So many texts are counted at once, which is quicker than all.
BATCH_TEXTS = 256
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


class TermCounts(NamedTuple):
    """Term counts of some articles by themselves: the terms of `rows` are places in `stems`.

    `stems` are those that an article has, ascending.
    """

    stems: tuple[str, ...]
    rows: Vectors


def vectors(rows: Vectors, common: Commonness) -> Vectors:
    """The counts' rows weighted by themselves alone and of length 1."""
    frequency = np.bincount(rows.terms, minlength=len(common.frequencies))
    return weighted(rows, common, frequency, len(rows.starts) - 1)


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


def counts(corpus: Corpus) -> Vectors:
    """How often each article uses each term.

    The text's first 200 words count, capitalised ones inside a sentence once more wherever they
    stand, since names tell events apart, and the title's words five times.
    """
    if not corpus.texts:
        return Vectors(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0))
    texts = corpus.texts
    batches = [texts[at : at + BATCH_TEXTS] for at in range(0, len(texts), BATCH_TEXTS)]
    counted = [_counts(batch, corpus.lexicon) for batch in batches]
    sizes = np.concatenate([np.diff(rows.starts) for rows in counted])
    terms, values = (np.concatenate(parts) for parts in list(zip(*counted, strict=True))[1:])
    return Vectors(np.concatenate(([0], np.cumsum(sizes))), terms, values)


def term_counts(rows: Vectors, lexicon: Lexicon) -> TermCounts:
    """Take counts by a lexicon's terms apart from the lexicon, which others share.

    Terms of a lexicon ascend by their stems, and so do those here.
    """
    used = np.unique(rows.terms)
    stems = tuple(lexicon.names[term] for term in used.tolist())
    return TermCounts(stems, rows._replace(terms=np.searchsorted(used, rows.terms)))


def _counts(texts: Sequence[Text], lexicon: Lexicon) -> Vectors:
    words, title = (np.concatenate(p) for p in ([t.words for t in texts], [t.title for t in texts]))
    kinds = np.concatenate((_kinds(texts, lexicon, words), np.full(len(title), TITLE_KIND)))
    sizes = [
        len(part)
        for parts in ([t.words for t in texts], [t.title for t in texts])
        for part in parts
    ]
    row = np.repeat(np.tile(np.arange(len(texts)), 2), sizes)
    terms = lexicon.term_of[np.concatenate((words, title))]
    # The term in the low bits, the row above.
    bits = len(lexicon.names).bit_length()
    kept = (terms != NO_TERM) & (kinds > 0)
    cells = (row << bits | terms)[kept]
    order = sorting_order(cells, bits + len(texts).bit_length())
    cells, kinds = cells[order], kinds[kept][order]
    first = np.flatnonzero(np.diff(cells, prepend=-1))
    weights = np.array(WORD_WEIGHTS)[kinds]
    values = np.add.reduceat(weights, first) if len(first) else weights
    starts = np.searchsorted(cells[first] >> bits, np.arange(len(texts) + 1))
    return Vectors(starts, cells[first] & ((1 << bits) - 1), values)


def _kinds(texts: Sequence[Text], lexicon: Lexicon, words: IntArray) -> IntArray:
    """The kinds of the words of all texts."""
    sizes = np.array([len(text.words) for text in texts])
    starts = np.concatenate(([0], np.cumsum(sizes)))
    ends = [text.bounds + start for text, start in zip(texts, starts[:-1], strict=True)]
    bounds = np.concatenate(ends)
    kinds = lexicon.capitalised[words].astype(np.int64)
    kinds[bounds[:-1][np.diff(bounds) > 0]] = 0
    kinds += np.arange(len(words)) - np.repeat(starts[:-1], sizes) < OPENING_WORDS
    return kinds
