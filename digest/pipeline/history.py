"""History: all that the days up to one leave to those after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.clustering import Collection, DayVectors, TermCounts
from digest.storylines import DayFacts, Storylines, resume

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.clustering import Background, TermVectors
    from digest.text import IntArray


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


class SavedRecord(NamedTuple):
    """Record as it is saved: the stems of its rows as their places in a table of stems."""

    stems: IntArray
    rows: TermVectors
    facts: DayFacts
    lines: IntArray


def resumed(
    history: History,
    records: Iterable[SavedRecord],
    table: Sequence[str],
    background: Background,
    window_days: int,
) -> History:
    """Take the steps of further days out of their records, in their order.

    It leaves the history that `advance` has after the last of them, for a small part of the work:
    a stem is looked at as a word only once.
    """
    collection, storylines = history.collection, history.storylines
    numbers = collection.numbers_of_known(table)
    for run in batched(records, RESUMED_DAYS):
        days = []
        for record in run:
            new = record.stems[numbers[record.stems] < 0]
            numbers[new] = collection.count + np.arange(len(new))
            collection = collection.with_stems([table[place] for place in new.tolist()], background)
            own = numbers[record.stems]
            collection, rows = collection.weighed(record.rows, own)
            days.append((DayVectors(rows, own, 0.0), record.facts, record.lines))
        storylines = resume(storylines, days, window_days)
    return History(collection, storylines)


def batched(records: Iterable[SavedRecord], size: int) -> Iterator[list[SavedRecord]]:
    """Cut records into runs of so many, but for the last."""
    left = iter(records)
    while run := list(islice(left, size)):
        yield run
