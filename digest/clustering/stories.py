"""Stories: clusters of articles, in order of salience, with their heaviest terms."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from digest.clustering.clusters import clusters, sparse_matrix
from digest.clustering.near_duplicates import reprints_within
from digest.language import language_of
from digest.model import Reprint, Story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from digest.clustering.pairs import Matrix
    from digest.clustering.term_vectors import TermVectors
    from digest.text import Corpus, FloatArray, IntArray, Lexicon

# Average cosine that makes one story of two groups of articles.
LEAST_SIMILARITY = 0.24
MAX_TERMS = 12
ID_DIGITS = 12
_STORY_ID = re.compile(rf"[0-9a-f]{{{ID_DIGITS}}}")
USUALLY_ENOUGH = MAX_TERMS + 2
# Sums of cosines are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 9


class _Order(NamedTuple):
    """Sort key: more independent articles first, then more cohesion, then the earlier first row."""

    independent: int
    cohesion: float
    first_row: int


def group(
    corpus: Corpus, weights: TermVectors, zone: tzinfo, *, least: float = LEAST_SIMILARITY
) -> tuple[Story, ...]:
    """Group the corpus's articles into stories, the most salient first; each is in one.

    The corpus must be in its set order, a day's articles as a rule: nothing here looks at time.
    `weights` are their vectors, of length 1; `least` is the average cosine that two groups need to
    be one story.
    """
    if not corpus.texts:
        return ()
    matrix = sparse_matrix(weights, len(corpus.lexicon.names))
    parts = clusters(matrix, least)
    sums = _sums(matrix, parts)
    reprints = reprints_within(corpus.texts, [part.tolist() for part in parts])
    central = _centrality(matrix, sums, parts)
    ordered = []
    for number, (part, copies) in enumerate(zip(parts, reprints, strict=True)):
        order = part[np.lexsort((part, -central[number]))]
        story = _story(corpus, order, heaviest_terms(corpus, sums, number, part), copies, zone)
        cohesion = -round(float(central[number].sum()), COMPARED_DECIMALS)
        ordered.append((_Order(-story.independent, cohesion, int(part[0])), story))
    return tuple(story for _, story in sorted(ordered, key=lambda pair: pair[0]))


def _sums(matrix: Matrix, parts: Sequence[IntArray]) -> Matrix:
    """Sum each cluster's vectors."""
    starts = np.cumsum([0, *map(len, parts)])
    shape = (len(parts), matrix.shape[0])
    members = csr_array((np.ones(starts[-1]), np.concatenate(parts), starts), shape=shape)
    return (members @ matrix).tocsr()


def _centrality(matrix: Matrix, sums: Matrix, parts: Sequence[IntArray]) -> list[FloatArray]:
    """Sum for each cluster each row's cosines with all its rows; 0 for a row alone."""
    central = [np.zeros(len(rows)) for rows in parts]
    total = np.zeros(matrix.shape[1])
    starts = matrix.indptr.tolist()
    for number, rows in enumerate(parts):
        if len(rows) > 1:
            own = slice(sums.indptr[number], sums.indptr[number + 1])
            total[sums.indices[own]] = sums.data[own]
            for place, row in enumerate(rows.tolist()):
                cells = slice(starts[row], starts[row + 1])
                central[number][place] = matrix.data[cells] @ total[matrix.indices[cells]]
            total[sums.indices[own]] = 0.0
    return [sums.round(COMPARED_DECIMALS) for sums in central]


def _story(
    corpus: Corpus,
    order: IntArray,
    terms: tuple[str, ...],
    reprints: tuple[Reprint, ...],
    zone: tzinfo,
) -> Story:
    articles = tuple(corpus.texts[row].article for row in order)
    day = min(article.day(zone) for article in articles)
    key = "\n".join([day.isoformat(), *sorted(article.id for article in articles)])
    story_id = sha256(key.encode()).hexdigest()[:ID_DIGITS]
    return Story(story_id, day, articles, terms, reprints)


def is_story_id(words: str) -> bool:
    """Test whether words have the form of a story's id.

    >>> is_story_id("0b1c2d3e4f5a"), is_story_id("The bridge is")
    (True, False)
    """
    return _STORY_ID.fullmatch(words) is not None


def heaviest_terms(corpus: Corpus, sums: Matrix, number: int, rows: IntArray) -> tuple[str, ...]:
    """Find the heaviest terms of a cluster, each in the form in which its rows use it most.

    Equals are by the terms' numbers. Names of days and months are left out.
    """
    row = slice(sums.indptr[number], sums.indptr[number + 1])
    terms = sums.indices[row].astype(np.int64)
    total = sums.data[row].round(COMPARED_DECIMALS)
    texts = [corpus.texts[row] for row in rows]
    # Most often a few terms more are enough to make up for those of the calendar.
    language = language_of(texts[0].article.language)
    calendar = language.calendar
    most = MAX_TERMS + len(calendar)
    if len(terms) > most:
        kept = total >= np.partition(total, -most)[-most]
        terms, total = terms[kept], total[kept]
    heaviest = terms[np.lexsort((terms, -total))]
    words = np.concatenate([part for text in texts for part in (text.words, text.title)])
    for terms in (heaviest[:USUALLY_ENOUGH], heaviest):
        forms = _forms(corpus.lexicon, words, terms)
        names = [forms[term] for term in terms.tolist() if forms[term] not in calendar]
        if language.length_unit == "characters":
            names = _without_overlaps(names)
        if len(names) >= MAX_TERMS:
            break
    return tuple(names[:MAX_TERMS])


def _without_overlaps(pairs: Sequence[str]) -> list[str]:
    """Leave out pairs of characters that share one with an earlier: they may be of two words."""
    kept: list[str] = []
    for pair in pairs:
        if set(pair).isdisjoint("".join(kept)):
            kept.append(pair)
    return kept


def _forms(lexicon: Lexicon, words: IntArray, terms: IntArray) -> dict[int, str]:
    """Find the form in which the words use each of the terms most.

    Of equals that in small letters, since capitals may open a sentence.
    """
    wanted = np.zeros(len(lexicon.names) + 1, dtype=np.bool_)
    wanted[terms] = True
    codes = Counter(words[wanted[lexicon.term_of[words]]].tolist())
    best: dict[int, tuple[int, str, str]] = {}
    for term, (code, count) in zip(lexicon.term_of[[*codes]].tolist(), codes.items(), strict=True):
        word = lexicon.words[code]
        form = (-count, word.swapcase(), word)
        best[term] = min(best.get(term, form), form)
    return {term: word for term, (_, _, word) in best.items()}
