"""Taking: the steps of the days that must be taken, behind the history of those that hold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from digest.building.equipment import equipment
from digest.building.keys import START
from digest.building.records import DamagedRecordError, fingerprint
from digest.building.store import SavedDay
from digest.model import Edition
from digest.pipeline.executors import cores, executor
from digest.pipeline.history import History, resumed
from digest.pipeline.plan import TASK_ARTICLES, PlannedDay, runs, take_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.building.archive import Archive
    from digest.building.store import Store
    from digest.pipeline.plan import DayStep, Equipment
    from digest.pipeline.resources import Resources
    from digest.reading import Catalogue
    from digest.rendering import DayPages


class MadeDay(NamedTuple):
    """Day that was taken and is asked for: its pages, and the key of their inputs."""

    key: str
    pages: DayPages


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
            store.commit()
            if step.made:
                yield MadeDay(day.page_key(before, known.rendering), step.made)
            history, before = step.history or history, after
        run = _Run(history, end, before, end)


class _Run(NamedTuple):
    """Days from `place` to `end` that must be taken, behind a history and the name of it."""

    history: History
    place: int
    before: bytes
    end: int


def _next_run(known: Archive, last: _Run, store: Store, by: Resources) -> _Run:
    """Find the days to take next, with the history before them; none where all others hold."""
    place, before = known.next_to_take(last.place, last.before)
    if place == len(known.days):
        return _Run(last.history, place, before, place)
    # Where the history is another than the saved one, no later day can hold.
    end = len(known.days) if 0 < place == last.end else known.end_of_change(place)
    try:
        records = store.records(day.day for day in known.days[last.place : place])
        history = resumed(last.history, records, store.stems(), by.background, by.window_days)
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
