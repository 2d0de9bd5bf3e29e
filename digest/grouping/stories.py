"""Stories out of articles: the one function that decides what belongs together."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from digest.grouping.clusters import Matrix, clusters, matrix_of
from digest.grouping.vectors import Commonness, Vectors, counts, vectors
from digest.model import Reprint, Story
from digest.reprints import reprints_within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from digest.text import Corpus, FloatArray, IntArray

# The average cosine that makes one story of two groups of articles.
LEAST_SIMILARITY = 0.24
MAX_TERMS = 12
ID_DIGITS = 12
_STORY_ID = re.compile(rf"[0-9a-f]{{{ID_DIGITS}}}")
# When something happened is no topic.
CALENDAR = frozenset(
    (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    )
)
# Sums of cosines are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 9


class _Order(NamedTuple):
    """Stories from more sources first, then those that hang together more, then the earlier."""

    independent: int
    cohesion: float
    first_row: int


class _Found(NamedTuple):
    """Clusters as sparse rows: the members of each, and the sum of their vectors."""

    members: Matrix
    sums: Matrix


def group(
    corpus: Corpus,
    common: Commonness,
    zone: tzinfo,
    *,
    least: float = LEAST_SIMILARITY,
    rows: Vectors | None = None,
) -> tuple[Story, ...]:
    """Group the corpus's articles into stories, the most salient first; each stands in one.

    The corpus must stand in its set order, a day's articles as a rule: nothing here looks at time.
    `least` is the average cosine that two groups need to be one story. `rows` are the corpus's
    counts, where they are known already.
    """
    if not corpus.texts:
        return ()
    weights = vectors(rows or counts(corpus), common)
    matrix = matrix_of(weights, len(corpus.lexicon.names))
    parts = clusters(matrix, least)
    found = _found(matrix, parts)
    central = _centrality(matrix, found)
    reprints = reprints_within(corpus.texts, [part.tolist() for part in parts])
    placed = []
    for number, (part, copies) in enumerate(zip(parts, reprints, strict=True)):
        order = part[np.lexsort((part, -central[part]))]
        story = _story(corpus, order, telling_terms(corpus, found.sums, number, part), copies, zone)
        cohesion = 0.0 if len(part) == 1 else -round(float(central[part].sum()), COMPARED_DECIMALS)
        placed.append((_Order(-story.independent, cohesion, int(part[0])), story))
    return tuple(story for _, story in sorted(placed, key=lambda pair: pair[0]))


def _found(matrix: Matrix, parts: Sequence[IntArray]) -> _Found:
    starts = np.cumsum([0, *map(len, parts)])
    shape = (len(parts), matrix.shape[0])
    members = csr_array((np.ones(starts[-1]), np.concatenate(parts), starts), shape=shape)
    return _Found(members, (members @ matrix).tocsr())


def _centrality(matrix: Matrix, found: _Found) -> FloatArray:
    """The sum of each row's cosines with all rows of its cluster; 1 for a row alone."""
    own = found.members.T @ found.sums
    central: FloatArray = np.asarray(matrix.multiply(own).sum(axis=1), dtype=np.float64)
    return central.round(COMPARED_DECIMALS)


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
    """Whether it has the form of a story's id.

    >>> is_story_id("0b1c2d3e4f5a"), is_story_id("The bridge is")
    (True, False)
    """
    return _STORY_ID.fullmatch(words) is not None


def telling_terms(corpus: Corpus, sums: Matrix, number: int, rows: IntArray) -> tuple[str, ...]:
    """The heaviest terms of a cluster, each in the form in which its rows use it most."""
    row = slice(sums.indptr[number], sums.indptr[number + 1])
    terms, total = sums.indices[row], sums.data[row].round(COMPARED_DECIMALS)
    heaviest = terms[np.lexsort((terms, -total))]
    texts = [corpus.texts[row] for row in rows]
    words = np.concatenate([part for text in texts for part in (text.words, text.title)])
    used = corpus.lexicon.term_of[words]
    forms = (words[used == term] for term in heaviest)
    telling = (_most_used([corpus.lexicon.words[code] for code in codes]) for codes in forms)
    return tuple(islice((word for word in telling if word not in CALENDAR), MAX_TERMS))


def _most_used(words: Sequence[str]) -> str:
    """The most frequent; of equals the one in small letters, since capitals may open a sentence."""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word.swapcase()))
