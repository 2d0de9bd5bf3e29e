"""Storylines: a day's story continues one of former days, or opens a new one.

Days are taken in their order and nothing is ever taken back, so what the days up to one make is
the same whatever comes after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array, vstack

from digest.clustering import LEAST_SIMILARITY, Seen, Vectors, alike, matrix_of, products

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from digest.clustering import Matrix, Vectors
    from digest.model import Story
    from digest.text import BoolArray, FloatArray, IntArray

# A story that rests keeps RESTED of its similarity, and loses the rest of it by this scale.
RESTED = 0.7
REST_DAYS = 60.0
# A story that has rested longer is over: the same event a year later is another story.
WINDOW_DAYS = 365
COMPARED_DECIMALS = 9
# So many pairs of a story and a storyline are quicker compared all at once.
MAX_DENSE = 2**18
# What reaches the threshold when it is rounded can lie so much below it.
SLACK = 10.0**-COMPARED_DECIMALS


class DayStories(NamedTuple):
    """A day's articles by their ids, their vectors of length 1, and their stories.

    `least` is the average cosine that makes one story of two groups of the day's articles.
    """

    day: date
    articles: tuple[str, ...]
    weights: Vectors
    stories: tuple[Story, ...]
    least: float = LEAST_SIMILARITY


class Batch(NamedTuple):
    """Some days, ascending, whose vectors number their terms alike: `terms[number]` is the stem."""

    terms: tuple[str, ...]
    days: tuple[DayStories, ...]


class _Open(NamedTuple):
    """The storylines that can still go on, those told of lately last.

    `lines` are their numbers, `sums` a row each: the sum of the vectors of its articles, of which
    there are `sizes`. `last` is the number of the day that told of it last.
    """

    lines: IntArray
    sums: Matrix
    sizes: IntArray
    last: IntArray


def link(
    batches: Iterable[Batch], *, window_days: int = WINDOW_DAYS
) -> Iterator[tuple[tuple[str, ...], ...]]:
    """For each day of each batch the ids of the storylines that its stories belong to.

    The days ascend. A story continues the storyline that its articles are most similar to on
    average, if by at least its day's `least`; the similarity decays while a storyline rests, and
    ends after `window_days`. A storyline's id is that of its first story, so later days can't
    change it.
    """
    lines: list[str] = []
    seen = Seen()
    known = _Open(_none(), csr_array((0, 0), dtype=np.float64), _none(), _none())
    for batch in batches:
        numbers = seen.numbers(batch.terms)
        linked = []
        for day in batch.days:
            number = day.day.toordinal()
            known = _still_open(known, number - window_days, seen.width)
            vectors = day.weights._replace(terms=numbers[day.weights.terms])
            matrix = matrix_of(vectors, seen.width)
            sums, sizes = _sums(day, matrix)
            chosen = _chosen(sums, sizes, known, number, day.least)
            opening = np.flatnonzero(chosen < 0)
            chosen[opening] = len(lines) + np.arange(len(opening))
            lines += [day.stories[story].id for story in opening.tolist()]
            known = _grown(known, chosen, sums, sizes, number)
            linked.append(tuple(lines[line] for line in chosen.tolist()))
        yield tuple(linked)


def _none() -> IntArray:
    return np.zeros(0, dtype=np.int64)


def _still_open(known: _Open, earliest: int, width: int) -> _Open:
    """Those told of since the earliest day, with columns for all terms known by now."""
    sums = known.sums
    wide = csr_array((sums.data, sums.indices, sums.indptr), shape=(sums.shape[0], width))
    return _without(known._replace(sums=wide), known.last >= earliest)


def _without(known: _Open, kept: BoolArray) -> _Open:
    if kept.all():
        return known
    return _Open(known.lines[kept], known.sums[kept], known.sizes[kept], known.last[kept])


def _sums(day: DayStories, matrix: Matrix) -> tuple[Matrix, IntArray]:
    """For each story of the day the sum of its articles' vectors, and how many they are."""
    row = {article: row for row, article in enumerate(day.articles)}
    sizes = np.array([len(story.articles) for story in day.stories], dtype=np.int64)
    rows = [row[article.id] for story in day.stories for article in story.articles]
    starts = np.concatenate(([0], np.cumsum(sizes)))
    members = csr_array((np.ones(len(rows)), rows, starts), shape=(len(sizes), len(row)))
    return (members @ matrix).tocsr(), sizes


def _chosen(sums: Matrix, sizes: IntArray, known: _Open, day: int, least: float) -> IntArray:
    """The storyline that each story continues, or -1; of equals the one that opened first."""
    chosen = np.full(len(sizes), -1, dtype=np.int64)
    if not len(known.lines):
        return chosen
    weights = (RESTED + (1 - RESTED) * np.exp((known.last - day) / REST_DAYS)) / known.sizes
    if len(sizes) * len(known.lines) <= MAX_DENSE:
        # The day's stories are few, so to turn them is quick, and the storylines are many.
        across = (known.sums @ sums.T.tocsr()).toarray().T
        cosines = across * weights / sizes[:, np.newaxis]
        story, line = np.nonzero(cosines >= least - SLACK)
        similar = cosines[story, line]
    else:
        pairs = alike(_scaled(sums, 1 / sizes), _scaled(known.sums, weights), least - SLACK)
        story, line = pairs
        similar = products(sums, known.sums, pairs) * weights[line] / sizes[story]
    similar = similar.round(COMPARED_DECIMALS)
    enough = similar >= least
    story, line, similar = story[enough], line[enough], similar[enough]
    best = np.lexsort((known.lines[line], -similar, story))
    told, first = np.unique(story[best], return_index=True)
    chosen[told] = known.lines[line[best][first]]
    return chosen


def _scaled(rows: Matrix, factors: FloatArray) -> Matrix:
    """Each row times its factor."""
    values = rows.data * np.repeat(factors, np.diff(rows.indptr))
    return csr_array((values, rows.indices, rows.indptr), shape=rows.shape)


def _grown(known: _Open, chosen: IntArray, sums: Matrix, sizes: IntArray, day: int) -> _Open:
    """The open storylines with the day's stories in them; only those that go on are made anew."""
    goes_on = np.isin(known.lines, chosen)
    rest, told = (
        _without(known, ~goes_on),
        _told(_without(known, goes_on), chosen, sums, sizes, day),
    )
    return _Open(
        np.concatenate((rest.lines, told.lines)),
        vstack((rest.sums, told.sums), format="csr"),
        np.concatenate((rest.sizes, told.sizes)),
        np.concatenate((rest.last, told.last)),
    )


def _told(known: _Open, chosen: IntArray, sums: Matrix, sizes: IntArray, day: int) -> _Open:
    """The storylines that the day tells of."""
    lines = np.union1d(known.lines, chosen)
    before, now = np.searchsorted(lines, known.lines), np.searchsorted(lines, chosen)
    row = np.concatenate((before, now))
    shape = (len(lines), len(row))
    added = csr_array((np.ones(len(row)), (row, np.arange(len(row)))), shape=shape)
    total = np.zeros(len(lines), dtype=np.int64)
    np.add.at(total, row, np.concatenate((known.sizes, sizes)))
    last = np.full(len(lines), day, dtype=np.int64)
    last[before] = known.last
    last[now] = day
    return _Open(lines, (added @ vstack((known.sums, sums))).tocsr(), total, last)
