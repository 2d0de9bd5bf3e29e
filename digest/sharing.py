"""Days shared among worker processes: the same pages come out for any number of them."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, tee
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from digest.choices import Choices, choices
from digest.days import counted_days, grouped_days, stories_of, weighed_days
from digest.errors import DigestError
from digest.pipeline import digests_of
from digest.rendering import DayLine, Renderer, renderer
from digest.settings import zone_named
from digest.tracking import MadeDays, track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from datetime import datetime

    from digest.days import Counted, Weighed
    from digest.model import Digest, Edition, Page, Story
    from digest.settings import Settings

Given = TypeVar("Given")
Made = TypeVar("Made")
OneOf = TypeVar("OneOf")


class Spread(Protocol):
    """Makes something of each thing given, in order: `map`, or by several processes."""

    def __call__(self, make: Callable[[Given], Made], given: Iterable[Given], /) -> Iterator[Made]:
        """What is made of each."""
        ...


# Articles of one task share a lexicon: with fewer, more words are looked at again.
TASK_ARTICLES = 500
# So many stories are rendered by one task, which takes much longer than to hand them over.
BUNCH_STORIES = 100
# So many tasks for each process are begun before the first result is waited for.
AHEAD = 3


@dataclass(frozen=True, slots=True)
class DayPages:
    """A day's pages, its line for the index, and the stories of which no sentence is published."""

    line: DayLine
    pages: tuple[Page, ...]
    untold: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What a process needs to make days, whatever their number; `explain` asks for reasons."""

    settings: Settings
    built: datetime | None
    explain: bool = False


class _Task(NamedTuple):
    """Days that share a lexicon: with their digests, or only to be followed by later ones."""

    days: tuple[Edition, ...]
    asked: bool


def make_days(days: Sequence[Edition], former: Sequence[Edition], work: Work) -> Iterator[DayPages]:
    """The pages of the days, in their order, by as many processes as the settings say.

    `former` days come before them, and are looked at only for what the days continue.
    """
    follow = work.settings.grouping.follow
    tasks = [_Task(run, asked=False) for run in _runs(former)] if follow else []
    tasks += [_Task(run, asked=True) for run in _runs(days)]
    jobs = min(work.settings.jobs, len(tasks))
    if jobs <= 1:
        return _days(map, tasks, work)
    return _in_processes(tasks, work, jobs)


def _days(spread: Spread, tasks: Iterable[_Task], work: Work) -> Iterator[DayPages]:
    """Digests by one task after the other, followed from day to day, and rendered."""
    chosen, _ = _equipment(work)
    if chosen.follow:
        tasks, again = tee(tasks)
        weighed = weighed_days(spread(partial(_counted, work=work), tasks), chosen)
        asked = (task.asked for task in again)
        made = spread(partial(_made, work=work), zip(weighed, asked, strict=True))
        digests = track(made, chosen)
    else:
        told = spread(partial(_made_alone, work=work), tasks)
        digests = chain.from_iterable(told)
    return chain.from_iterable(spread(partial(_rendered, work=work), _bunches(digests)))


def prepare(work: Work) -> None:
    """Make ready what all days need, before there are any, and for workers that are forked.

    Raises what is wrong with the settings' names and templates.
    """
    _equipment(work)


@cache
def renderer_of(work: Work) -> Renderer:
    """The renderer that the settings name, made once in each process."""
    settings = work.settings
    return renderer(
        formats=settings.formats,
        templates=Path(settings.templates) if settings.templates else None,
        title=settings.title,
        sender=settings.mail.sender,
        recipients=settings.mail.recipients,
        zone=zone_named(settings.tz),
        zone_name=settings.tz,
        built=work.built,
    )


def _runs(days: Iterable[Edition]) -> Iterator[tuple[Edition, ...]]:
    """Runs of days with at least TASK_ARTICLES articles each, but for the last."""
    return _parted(days, lambda edition: len(edition.articles), TASK_ARTICLES)


def _bunches(digests: Iterable[Digest]) -> Iterator[tuple[Digest, ...]]:
    """Runs of digests with at least BUNCH_STORIES stories each, but for the last."""
    return _parted(digests, lambda digest: len(digest.entries), BUNCH_STORIES)


def _parted(
    items: Iterable[OneOf], size: Callable[[OneOf], int], least: int
) -> Iterator[tuple[OneOf, ...]]:
    run: list[OneOf] = []
    for item in items:
        run.append(item)
        if sum(map(size, run)) >= least:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _in_processes(tasks: Iterable[_Task], work: Work, jobs: int) -> Iterator[DayPages]:
    # Forked workers start at once with everything imported; macOS and Windows can't fork safely.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    workers = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_worker)
    gc.freeze()
    try:
        yield from _days(partial(_spread, workers, jobs * AHEAD), tasks, work)
    except BrokenProcessPool as error:
        raise DigestError(
            "workers", "one of them was killed; is there too little memory?"
        ) from error
    finally:
        # After an interrupt nobody waits for what is not begun.
        workers.shutdown(cancel_futures=True)
        gc.unfreeze()


def _spread(
    workers: ProcessPoolExecutor,
    ahead: int,
    make: Callable[[Given], Made],
    given: Iterable[Given],
) -> Iterator[Made]:
    """What is made of each, in order; so many are under way before the first is waited for."""
    waiting: deque[Future[Made]] = deque()
    for one in given:
        waiting.append(workers.submit(make, one))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _begin_worker() -> None:
    """Leave it to the parent to answer an interrupt, and end when it does, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _counted(task: _Task, work: Work) -> Counted:
    del work
    return counted_days(task.days)


def _made(task: tuple[Weighed, bool], work: Work) -> MadeDays:
    """The days' stories, and if they are asked for their digests."""
    weighed, asked = task
    chosen, _ = _equipment(work)
    grouped = stories_of(weighed, chosen)
    digests = digests_of(grouped, chosen, explain=work.explain) if asked else ()
    return MadeDays(grouped.batch, tuple(digests))


def _made_alone(task: _Task, work: Work) -> list[Digest]:
    chosen, _ = _equipment(work)
    return digests_of(grouped_days(task.days, chosen), chosen, explain=work.explain)


def _rendered(digests: Sequence[Digest], work: Work) -> list[DayPages]:
    _, pages = _equipment(work)
    return [
        DayPages(day_line(digest), pages.digest_pages(digest), untold(digest)) for digest in digests
    ]


@cache
def _equipment(work: Work) -> tuple[Choices, Renderer]:
    """What takes time to make, once in each process."""
    return choices(work.settings), renderer_of(work)


def untold(digest: Digest) -> tuple[Story, ...]:
    """The stories of which no sentence is published, those of the digest in its order."""
    return tuple(entry.story for entry in digest.entries if not entry.sentences)


def day_line(digest: Digest) -> DayLine:
    """What the index tells of a digest."""
    articles = [article for entry in digest.entries for article in entry.story.articles]
    sources = {article.source or article.origin.path for article in articles}
    # As on the pages, what is told in brief comes last.
    ordered = sorted(digest.entries, key=lambda entry: not entry.sentences)
    headlines = tuple(entry.headline for entry in ordered)
    return DayLine(digest.day, headlines, len(articles), len(sources))
