"""Articles as vectors of term frequencies, and by TF-IDF, over the corpus's terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.text import NO_TERM, sorting_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text import Corpus, FloatArray, IntArray, Lexicon, Text

# News begins with the event; its background follows, much the same in each article on it. Of the
# words behind so many, names alone count.
OPENING_WORDS = 200
# A word of the title counts as often as this many in the text.
TITLE_WEIGHT = 5.0
# A word of the text is of a kind from 0 to 2: one for standing in the opening, one for a capital
# inside a sentence.
WORD_WEIGHTS = (0.0, 1.0, 2.0, TITLE_WEIGHT)
TITLE_KIND = 3
# So many texts are counted at once, which is quicker than all.
BATCH_TEXTS = 256
# Weight of a term that one article alone uses, as no other shares it.
SINGLE_WEIGHT = 0.6
# A term loses weight by the share of the articles that use it, as what most of them speak of can't
# tell their events apart. So many go free, and so many that don't use it are added: where articles
# are few, what most of them share may well be an event.
FREE_ARTICLES = 3
OTHER_ARTICLES = 20


class Commonness(NamedTuple):
    """Document frequencies of a lexicon's terms among a background's `texts`."""

    texts: int
    frequencies: FloatArray


class TermVectors(NamedTuple):
    """Sparse rows, one an article: its term frequencies, or TF-IDF of length 1 (or empty).

    Row i has `values[j]` at `terms[j]` for starts[i] <= j < starts[i + 1]; its terms ascend.
    """

    starts: IntArray
    terms: IntArray
    values: FloatArray


class TermCounts(NamedTuple):
    """Term frequencies of some articles without a lexicon: `rows` number the terms by `stems`.

    `stems` are those that an article has, ascending.
    """

    stems: tuple[str, ...]
    rows: TermVectors


def tf_idf_alone(rows: TermVectors, common: Commonness) -> TermVectors:
    """Weigh term frequencies by these articles' own document frequencies alone; see `tf_idf`."""
    document_frequencies = np.bincount(rows.terms, minlength=len(common.frequencies))
    return tf_idf(rows, common, document_frequencies, len(rows.starts) - 1)


def tf_idf(
    rows: TermVectors, common: Commonness, document_frequencies: IntArray, articles: int
) -> TermVectors:
    """Weigh term frequencies by TF-IDF over `articles` articles, and scale rows to length 1.

    The weight is

        (1 + ln tf) · ln((N + n + 1) / (dfᴮ + df + 0.5)) · (1 - max(df - 3, 0) / (n + 20))

    In the logarithm the document frequencies are those of n articles together with those of the
    background's N texts, as few articles alone can't tell what is common. In the last factor they
    are those of the articles alone: N texts would outweigh a topic that nearly all of them share.
    """
    here = document_frequencies[rows.terms]
    values = 1.0 + np.log(rows.values)
    values *= np.log((common.texts + articles + 1) / (common.frequencies[rows.terms] + here + 0.5))
    values *= 1.0 - np.maximum(here - FREE_ARTICLES, 0) / (articles + OTHER_ARTICLES)
    values *= np.where(here == 1, SINGLE_WEIGHT, 1.0)
    row = np.repeat(np.arange(len(rows.starts) - 1), np.diff(rows.starts))
    lengths = np.sqrt(np.bincount(row, weights=values * values, minlength=len(rows.starts) - 1))
    return TermVectors(rows.starts, rows.terms, values / lengths[row])


def term_frequencies(corpus: Corpus) -> TermVectors:
    """Count, with weights, how often each article uses each term.

    The text's first 200 words count 1, capitalised ones inside a sentence 1 more wherever they
    are, since names tell events apart, and the title's words 5.
    """
    if not corpus.texts:
        return TermVectors(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0))
    texts = corpus.texts
    batches = [texts[at : at + BATCH_TEXTS] for at in range(0, len(texts), BATCH_TEXTS)]
    parts = [_frequencies(batch, corpus.lexicon) for batch in batches]
    sizes = np.concatenate([np.diff(rows.starts) for rows in parts])
    terms, values = (np.concatenate(arrays) for arrays in list(zip(*parts, strict=True))[1:])
    return TermVectors(np.concatenate(([0], np.cumsum(sizes))), terms, values)


def term_counts(rows: TermVectors, lexicon: Lexicon) -> TermCounts:
    """Number term frequencies by their own stems, apart from a lexicon that others share.

    Terms of a lexicon ascend by their stems, and so do those here.
    """
    used = np.unique(rows.terms)
    stems = tuple(lexicon.names[term] for term in used.tolist())
    return TermCounts(stems, rows._replace(terms=np.searchsorted(used, rows.terms)))


def _frequencies(texts: Sequence[Text], lexicon: Lexicon) -> TermVectors:
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
    return TermVectors(starts, cells[first] & ((1 << bits) - 1), values)


def _kinds(texts: Sequence[Text], lexicon: Lexicon, words: IntArray) -> IntArray:
    """Tell the kinds of the words of all texts, from 0 to 2."""
    sizes = np.array([len(text.words) for text in texts])
    starts = np.concatenate(([0], np.cumsum(sizes)))
    ends = [text.bounds + start for text, start in zip(texts, starts[:-1], strict=True)]
    bounds = np.concatenate(ends)
    kinds = lexicon.capitalised[words].astype(np.int64)
    kinds[bounds[:-1][np.diff(bounds) > 0]] = 0
    kinds += np.arange(len(words)) - np.repeat(starts[:-1], sizes) < OPENING_WORDS
    return kinds
