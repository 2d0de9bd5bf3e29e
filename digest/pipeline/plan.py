"""Plan: days in runs that share a lexicon, each run a task of three turns.

    count ─→ weigh (here) ─→ tell ─→ follow (here) ─→ finish

What needs the history is folded here, in the order of the days; the turns know their own days
alone. So a run can be counted while those before it are told, and any executor gives the same.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from digest.pipeline.day import (
    CountedDays,
    ToldDay,
    Weights,
    count_terms,
    day_facts,
    digest_of,
    follow_day,
    tell,
    weigh_day,
    weights_of,
)
from digest.pipeline.history import DayRecord, History

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.clustering import Collection, DayVectors, TermCounts
    from digest.model import Digest, Edition
    from digest.pipeline.executors import Executor, Pending
    from digest.pipeline.resources import Resources
    from digest.storylines import DayFacts, StorylineContext, Storylines

Made = TypeVar("Made")
Item = TypeVar("Item")

# Articles of one task share a lexicon: with fewer, more words are looked at again.
TASK_ARTICLES = 500


@dataclass(frozen=True, slots=True)
class Equipment(Generic[Made]):
    """Equipment of the turns; `finish` makes of a digest what its reader gets."""

    resources: Resources
    finish: Callable[[Digest], Made]
    explain: bool = False


class PlannedDay(NamedTuple):
    """Day to be taken, which is finished if it `is_wanted`, else only counts for later ones."""

    edition: Edition
    is_wanted: bool = True


class DayStep(NamedTuple, Generic[Made]):
    """Result of a day: its record, what is made of its digest, and the history behind it.

    `record` is None where days are not followed, `made` where it was not wanted. The history is
    given with the last day of a run alone, as all of them together would fill the memory.
    """

    record: DayRecord | None
    made: Made | None
    history: History | None


class _Begun(NamedTuple):
    """Run of days whose terms are being counted."""

    task: int
    days: tuple[PlannedDay, ...]
    counts: Pending[tuple[TermCounts, ...]]


class _Weighed(NamedTuple):
    """Run of days that are being told; `collection` is that behind the last."""

    task: int
    days: tuple[PlannedDay, ...]
    counts: tuple[TermCounts, ...]
    vectors: tuple[DayVectors, ...]
    collection: Collection
    facts: Pending[list[DayFacts]]


class _Followed(NamedTuple, Generic[Made]):
    """Run of days that are being finished, with the history behind the last."""

    history: History
    records: list[DayRecord | None]
    made: Pending[list[Made | None]]


def runs(days: Iterable[Item], articles: Callable[[Item], int]) -> Iterator[tuple[Item, ...]]:
    """Runs of days with at least TASK_ARTICLES articles each, but for the last."""
    run: list[Item] = []
    for day in days:
        run.append(day)
        if sum(map(articles, run)) >= TASK_ARTICLES:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def take_days(
    history: History,
    tasks: Iterable[tuple[PlannedDay, ...]],
    executor: Executor[Equipment[Made]],
    resources: Resources,
) -> Iterator[DayStep[Made]]:
    """Take the steps of the days, which ascend, in the order of the days.

    Tasks are begun as they are needed, so their articles need not all be in memory. Between two
    turns of a task as many others are begun as the executor wants.
    """
    begun = _lagging(_begun(tasks, executor), executor.lag)
    weighed = _lagging(_weighed(history.collection, begun, executor, resources), executor.lag)
    followed = _followed(history.storylines, weighed, executor, resources)
    for run in _lagging(followed, executor.lag):
        *former, last = zip(run.records, run.made.result(), strict=True)
        yield from (DayStep(record, made, None) for record, made in former)
        yield DayStep(*last, run.history)


def _lagging(items: Iterable[Item], lag: int) -> Iterator[Item]:
    """Pass the items on, each only when so many more have been taken."""
    waiting: deque[Item] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > lag:
            yield waiting.popleft()
    yield from waiting


def _begun(
    tasks: Iterable[tuple[PlannedDay, ...]], executor: Executor[Equipment[Made]]
) -> Iterator[_Begun]:
    for task, days in enumerate(tasks):
        editions = [day.edition for day in days]
        yield _Begun(task, days, executor.submit(task, count_turn, editions))


def _weighed(
    collection: Collection,
    begun: Iterable[_Begun],
    executor: Executor[Equipment[Made]],
    resources: Resources,
) -> Iterator[_Weighed]:
    for task, days, pending in begun:
        found = pending.result()
        vectors = []
        for counts in found:
            collection, own = weigh_day(collection, counts, resources)
            vectors.append(own)
        weights = [weights_of(own) for own in vectors]
        facts = executor.submit(task, tell_turn, weights)
        yield _Weighed(task, days, found, tuple(vectors), collection, facts)


def _followed(
    storylines: Storylines,
    weighed: Iterable[_Weighed],
    executor: Executor[Equipment[Made]],
    resources: Resources,
) -> Iterator[_Followed[Made]]:
    for run in weighed:
        records, contexts = [], []
        told = zip(run.days, run.counts, run.vectors, run.facts.result(), strict=True)
        for day, counts, vectors, facts in told:
            storylines, record, own = follow_day(storylines, counts, vectors, facts, resources)
            records.append(record)
            contexts.append(own if day.is_wanted else None)
        made = executor.submit(run.task, finish_turn, contexts)
        yield _Followed(History(run.collection, storylines), records, made)


def count_turn(
    _equipment: Equipment[Made], _held: object, editions: Sequence[Edition]
) -> tuple[CountedDays, tuple[TermCounts, ...]]:
    """Count the terms of a run of days."""
    days = count_terms(editions)
    return days, days.counts


def tell_turn(
    equipment: Equipment[Made], held: object, weights: list[Weights]
) -> tuple[list[ToldDay], list[DayFacts]]:
    """Make the stories of the days that were counted, and what each tells."""
    assert isinstance(held, CountedDays)  # noqa: S101  # what the turn before has left
    told = tell(held, weights, equipment.resources, explain=equipment.explain)
    return told, [day_facts(day) for day in told]


def finish_turn(
    equipment: Equipment[Made],
    held: object,
    contexts: list[tuple[StorylineContext, ...] | None],
) -> tuple[None, list[Made | None]]:
    """Finish the digests of the days that are wanted; the others have no contexts."""
    assert isinstance(held, list)  # noqa: S101  # what the turn before has left
    told: list[ToldDay] = held
    return None, [
        None if own is None else equipment.finish(digest_of(day, own, equipment.resources))
        for day, own in zip(told, contexts, strict=True)
    ]
