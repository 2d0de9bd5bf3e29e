"""Linking: a day's story continues a storyline of former days, or opens a new one.

Days are taken in their order and nothing is ever taken back, so what the days up to one make is
the same whatever comes after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array, vstack

from digest.clustering import alike, products

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from digest.clustering import DayVectors, Matrix
    from digest.text import BoolArray, FloatArray, IntArray

# A story that rests keeps RESTED of its similarity, and loses the rest of it by this scale.
RESTED = 0.7
REST_DAYS = 60.0
# A story that has rested longer is over: the same event a year later is another story.
WINDOW_DAYS = 365
COMPARED_DECIMALS = 9
# So many pairs of a story and a storyline are quicker compared all at once.
MAX_DENSE = 2**21
# What reaches the threshold when it is rounded can lie so much below it.
SLACK = 10.0**-COMPARED_DECIMALS


class StoryVectors(NamedTuple):
    """Vectors of a day's stories: sums of the vectors of their articles, `sizes` of them each.

    `day` is the day's ordinal; the columns of `sums` are a collection's numbers of terms.
    """

    day: int
    sums: Matrix
    sizes: IntArray


def _empty() -> IntArray:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class OpenStorylines:
    """Storylines that can still go on, as vectors; those that are told of lately last.

    `lines` are their numbers in the order of opening, of which `opened` are given away; `sums` has
    a row each: the sum of the vectors of its articles, of which there are `sizes`. `last` is the
    ordinal of the day that told of it last.
    """

    opened: int = 0
    lines: IntArray = field(default_factory=_empty)
    sums: Matrix = field(default_factory=lambda: csr_array((0, 0), dtype=np.float64), repr=False)
    sizes: IntArray = field(default_factory=_empty)
    last: IntArray = field(default_factory=_empty)

    @property
    def width(self) -> int:
        """Number of terms that have a column."""
        return int(self.sums.shape[1])

    def since(self, earliest: int, *days: DayVectors) -> OpenStorylines:
        """Keep those told of since a day, with columns for the terms of some days to come too."""
        largest = (int(day.numbers.max(initial=-1)) for day in days)
        width = max(self.width, *(number + 1 for number in largest)) if days else self.width
        rows = self.sums
        wide = csr_array((rows.data, rows.indices, rows.indptr), shape=(rows.shape[0], width))
        known = OpenStorylines(self.opened, self.lines, wide, self.sizes, self.last)
        return known.only(self.last >= earliest)

    def only(self, kept: BoolArray) -> OpenStorylines:
        """Some of them."""
        if kept.all():
            return self
        rows = (self.lines[kept], self.sums[kept], self.sizes[kept], self.last[kept])
        return OpenStorylines(self.opened, *rows)

    def with_days(self, days: Sequence[LinkedDay]) -> OpenStorylines:
        """Add the stories of some later days, each to its line.

        Numbers from `opened` on open a line. Only lines that go on are made anew, and it is the
        same whether days come one by one or all at once: their vectors are added in their order.
        """
        lines = np.concatenate([day.lines for day in days])
        continued = np.isin(self.lines, lines)
        rest, told = self.only(~continued), _extended(self.only(continued), lines, days)
        return OpenStorylines(
            max(self.opened, int(lines.max(initial=-1)) + 1),
            np.concatenate((rest.lines, told.lines)),
            vstack((rest.sums, told.sums), format="csr"),
            np.concatenate((rest.sizes, told.sizes)),
            np.concatenate((rest.last, told.last)),
        )


class LinkedDay(NamedTuple):
    """Vectors of a day's stories, and the number of the line that each belongs to."""

    lines: IntArray
    stories: StoryVectors


def story_vectors(
    day: int, vectors: DayVectors, stories: Sequence[Sequence[int]], width: int
) -> StoryVectors:
    """Sum the vectors of the articles of each story, given by their rows in their order."""
    starts, terms, values = vectors.rows
    # Half the memory of long integers: the storylines of a year are many.
    columns, ends = (part.astype(np.int32) for part in (vectors.numbers[terms], starts))
    rows = csr_array((values, columns, ends), shape=(len(starts) - 1, width))
    sizes = np.array([len(story) for story in stories], dtype=np.int64)
    members = np.array([row for story in stories for row in story], dtype=np.int32)
    ends = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
    picked = csr_array((np.ones(len(members)), members, ends), shape=(len(sizes), rows.shape[0]))
    return StoryVectors(day, (picked @ rows).tocsr(), sizes)


def link(known: OpenStorylines, stories: StoryVectors, threshold: float) -> IntArray:
    """Number of the storyline that each story belongs to; numbers from `known.opened` on are new.

    A story continues the storyline that its articles are most similar to on average, if by at
    least the threshold; the similarity decays while a storyline rests. Of equals it continues the
    one that opened first.
    """
    lines = _continued(known, stories, threshold)
    opening = np.flatnonzero(lines < 0)
    lines[opening] = known.opened + np.arange(len(opening))
    return lines


def link_days(
    days: Iterable[tuple[date, DayVectors, Sequence[Sequence[int]]]], window_days: int = WINDOW_DAYS
) -> Iterator[list[int]]:
    """Number, for each day, the storyline of each story, given by its articles' rows."""
    known = OpenStorylines()
    for day, vectors, rows in days:
        known = known.since(day.toordinal() - window_days, vectors)
        stories = story_vectors(day.toordinal(), vectors, rows, known.width)
        lines = link(known, stories, vectors.adaptive_threshold)
        known = known.with_days([LinkedDay(lines, stories)])
        yield lines.tolist()


def _continued(known: OpenStorylines, stories: StoryVectors, threshold: float) -> IntArray:
    """Find the storyline that each story continues, or -1."""
    day, sums, sizes = stories
    lines = np.full(len(sizes), -1, dtype=np.int64)
    if not len(known.lines) or not len(sizes):
        return lines
    weights = (RESTED + (1 - RESTED) * np.exp((known.last - day) / REST_DAYS)) / known.sizes
    if len(sizes) * len(known.lines) <= MAX_DENSE:
        cosines = _all_products(sums, known.sums) * weights / sizes[:, np.newaxis]
        story, line = np.nonzero(cosines >= threshold - SLACK)
        similar = cosines[story, line]
    else:
        pairs = alike(_scaled(sums, 1 / sizes), _scaled(known.sums, weights), threshold - SLACK)
        story, line = pairs
        similar = products(sums, known.sums, pairs) * weights[line] / sizes[story]
    similar = similar.round(COMPARED_DECIMALS)
    enough = similar >= threshold
    story, line, similar = story[enough], line[enough], similar[enough]
    best = np.lexsort((known.lines[line], -similar, story))
    told, first = np.unique(story[best], return_index=True)
    lines[told] = known.lines[line[best][first]]
    return lines


def _all_products(stories: Matrix, storylines: Matrix) -> FloatArray:
    """Multiply each story with each storyline, over the few terms that the stories have."""
    terms = np.unique(stories.indices)
    place = np.full(storylines.shape[1], -1, dtype=np.int32)
    place[terms] = np.arange(len(terms), dtype=np.int32)
    columns = place[storylines.indices]
    shared = columns >= 0
    ends = np.concatenate(([0], np.cumsum(shared)))[storylines.indptr]
    shape = (storylines.shape[0], len(terms))
    few = csr_array((storylines.data[shared], columns[shared], ends), shape=shape)
    products: FloatArray = few @ np.ascontiguousarray(stories[:, terms].toarray().T)
    return products.T


def _scaled(rows: Matrix, factors: FloatArray) -> Matrix:
    """Each row times its factor."""
    values = rows.data * np.repeat(factors, np.diff(rows.indptr))
    return csr_array((values, rows.indices, rows.indptr), shape=rows.shape)


def _extended(known: OpenStorylines, lines: IntArray, days: Sequence[LinkedDay]) -> OpenStorylines:
    """Make the storylines that the days tell of, in the order of their last days and numbers."""
    sums = vstack((known.sums, *(day.stories.sums for day in days)), format="csr")
    sizes = np.concatenate((known.sizes, *(day.stories.sizes for day in days)))
    told = np.repeat([day.stories.day for day in days], [len(day.lines) for day in days])
    distinct, place = np.unique(np.concatenate((known.lines, lines)), return_inverse=True)
    last = np.zeros(len(distinct), dtype=np.int64)
    np.maximum.at(last, place, np.concatenate((known.last, told)))
    total = np.bincount(place, sizes, minlength=len(distinct)).astype(np.int64)
    order = np.lexsort((distinct, last))
    rows = _summed(place, sums, len(distinct))[order]
    return OpenStorylines(known.opened, distinct[order], rows, total[order], last[order])


def _summed(place: IntArray, rows: Matrix, count: int) -> Matrix:
    """Sum of the rows of each place, added in their order."""
    order = np.argsort(place, kind="stable").astype(np.int32)
    starts = np.concatenate(([0], np.cumsum(np.bincount(place, minlength=count)))).astype(np.int32)
    added = csr_array((np.ones(len(place)), order, starts), shape=(count, len(place)))
    return (added @ rows).tocsr()
