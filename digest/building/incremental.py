"""Incremental builds: which days must be taken, and the steps of those alone.

A saved day holds if its inputs and the history before it are those with which it was saved. A
build begins at the first day that doesn't, takes those whose inputs have changed, and stops as
soon as the history behind them is the saved one again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from digest.building.keys import START, DayInputs, rendering_key
from digest.building.records import DamagedRecordError, fingerprint
from digest.building.request import equipment
from digest.building.store import SavedDay
from digest.model import Edition
from digest.pipeline.executors import cores, executor
from digest.pipeline.history import History, resumed
from digest.pipeline.plan import TASK_ARTICLES, PlannedDay, runs, take_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from digest.building.request import BuildRequest
    from digest.building.store import Store
    from digest.pipeline.plan import DayStep, Equipment
    from digest.pipeline.resources import Resources
    from digest.reading import Catalogue
    from digest.rendering import DayPages


class MadeDay(NamedTuple):
    """A day that was taken and is asked for: its pages, and the key of their inputs."""

    key: str
    pages: DayPages


@dataclass(frozen=True, slots=True)
class Archive:
    """All days of the sources, ascending, what is saved of them, and whose pages stand.

    `standing` has the page keys of days that are in the output.
    """

    days: Sequence[DayInputs]
    saved: Mapping[date, SavedDay]
    standing: Mapping[date, str]
    rendering: bytes
    request: BuildRequest

    def is_asked(self, place: int) -> bool:
        """Whether a day's pages are asked for."""
        return self.days[place].day in self.request.asked

    def holds(self, place: int, before: bytes) -> bool:
        """Whether nothing need be done for a day behind a history."""
        day = self.days[place]
        saved = self.saved.get(day.day)
        if saved is None or (saved.inputs, saved.before) != (day.key, before):
            return False
        key = day.page_key(before, self.rendering)
        return not self.is_asked(place) or self.standing.get(day.day) == key

    def next_to_take(self, place: int, before: bytes) -> tuple[int, bytes]:
        """The first day from a place on that doesn't hold, and the name of the history before."""
        while place < len(self.days) and self.holds(place, before):
            before = self.saved[self.days[place].day].after
            place += 1
        return place, before

    def end_of_change(self, place: int) -> int:
        """The first day behind a place that would hold behind the history it was saved with."""
        for end in range(place + 1, len(self.days)):
            saved = self.saved.get(self.days[end].day)
            if saved is not None and self.holds(end, saved.before):
                return end
        return len(self.days)


def archive(
    days: Sequence[DayInputs],
    saved: Mapping[date, SavedDay],
    standing: Mapping[date, str],
    request: BuildRequest,
) -> Archive:
    """Gather what decides which days must be taken; later ones than all asked for need not be."""
    until = request.asked.until
    needed = days if until is None else [day for day in days if day.day <= until]
    if not request.settings.grouping.follow:
        needed = [day for day in needed if day.day in request.asked]
    own = {} if request.anew else standing
    return Archive(needed, saved, own, rendering_key(request), request)


def take(
    known: Archive, catalogue: Catalogue, store: Store, ready: Equipment[DayPages]
) -> Iterator[MadeDay]:
    """Take the days that must be taken, save each, and give those that are asked for.

    The history behind the days before `place` is named by `before`.
    """
    days = known.days
    run = _Run(History(), 0, START, 0)
    while (run := _next_run(known, run, store, ready.resources)).place < len(days):
        history, place, before, end = run
        steps = _steps(known, run, catalogue, ready)
        for day, step in zip(days[place:end], steps, strict=True):
            after = fingerprint(before, step.record)
            store.save(day.day, SavedDay(day.key, before, after), step.record)
            if step.made:
                yield MadeDay(day.page_key(before, known.rendering), step.made)
            history, before = step.history, after
        store.commit()
        run = _Run(history, end, before, end)


class _Run(NamedTuple):
    """Days from `place` to `end` that must be taken, behind a history and the name of it."""

    history: History
    place: int
    before: bytes
    end: int


def _next_run(known: Archive, last: _Run, store: Store, by: Resources) -> _Run:
    """The days to take next, with the history before them; none where all others hold."""
    place, before = known.next_to_take(last.place, last.before)
    if place == len(known.days):
        return _Run(last.history, place, before, place)
    # Where the history is another than the saved one, no later day can hold.
    end = len(known.days) if 0 < place == last.end else known.end_of_change(place)
    try:
        records = store.records(day.day for day in known.days[last.place : place])
        history = resumed(last.history, records, by.background, by.window_days)
    except DamagedRecordError:
        return last._replace(end=len(known.days))
    return _Run(history, place, before, end)


def _steps(
    known: Archive, run: _Run, catalogue: Catalogue, ready: Equipment[DayPages]
) -> Iterator[DayStep[DayPages]]:
    """Take a run of days, by as many processes as there is work for."""
    days, asked = known.days[run.place : run.end], known.request.asked
    planned = (
        PlannedDay(Edition(day.day, catalogue.load(day.entries), day.note), day.day in asked)
        for day in days
    )
    articles = sum(len(day.entries) for day in days)
    jobs = min(known.request.settings.jobs or cores(), -(-articles // TASK_ARTICLES))
    tasks = runs(planned, lambda day: len(day.edition.articles))
    with executor(jobs, ready, partial(equipment, known.request)) as workers:
        yield from take_days(run.history, tasks, workers, ready.resources)
