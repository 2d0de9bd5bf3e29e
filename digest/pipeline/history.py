"""History: all that the days up to one leave to those after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.clustering import Collection, DayVectors, TermCounts
from digest.storylines import DayFacts, Storylines, resume

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.clustering import Background


# So many days are resumed in one go: with more, all their vectors have to be held at once.
RESUMED_DAYS = 50


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Running statistics of all articles so far, and the storylines that can still go on."""

    collection: Collection = field(default_factory=Collection)
    storylines: Storylines = field(default_factory=Storylines)


class DayRecord(NamedTuple):
    """Addition of a day to the history: its counts, its stories, and the lines they belong to."""

    counts: TermCounts
    facts: DayFacts
    lines: tuple[int, ...]


def resumed(
    history: History, records: Iterable[DayRecord], background: Background, window_days: int
) -> History:
    """Take the steps of further days out of their records, in their order.

    It leaves the history that `advance` has after the last of them, for a small part of the work.
    """
    collection, storylines = history.collection, history.storylines
    for run in batched(records, RESUMED_DAYS):
        days = []
        for record in run:
            collection = collection.with_stems(record.counts.stems, background)
            numbers = collection.numbers_of(record.counts.stems)
            collection, rows = collection.weighed(record.counts.rows, numbers)
            vectors = DayVectors(rows, numbers, 0.0)
            days.append((vectors, record.facts, np.array(record.lines, dtype=np.int64)))
        storylines = resume(storylines, days, window_days)
    return History(collection, storylines)


def batched(records: Iterable[DayRecord], size: int) -> Iterator[list[DayRecord]]:
    """Runs of records, each of so many but for the last."""
    left = iter(records)
    while run := list(islice(left, size)):
        yield run
