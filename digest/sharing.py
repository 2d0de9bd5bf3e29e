"""Days shared among worker processes: the same pages come out for any number of them."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING

from digest.choices import Choices, choices
from digest.errors import DigestError
from digest.pipeline import digests
from digest.rendering import DayLine, Renderer, renderer
from digest.settings import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from digest.model import Digest, Edition, Page, Story
    from digest.settings import Settings

# Articles of one task share a lexicon: with fewer, more words are looked at again.
TASK_ARTICLES = 500


@dataclass(frozen=True, slots=True)
class MadeDay:
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


def make_days(days: Sequence[Edition], work: Work) -> Iterator[MadeDay]:
    """The pages of the days, in their order, by as many processes as the settings say."""
    tasks = list(_tasks(days))
    jobs = min(work.settings.jobs, len(tasks))
    make = partial(_made, work=work)
    if jobs <= 1:
        return chain.from_iterable(map(make, tasks))
    return _in_processes(make, tasks, jobs)


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


def _tasks(days: Sequence[Edition]) -> Iterator[tuple[Edition, ...]]:
    """Runs of days with at least TASK_ARTICLES articles each, but for the last."""
    task: list[Edition] = []
    for edition in days:
        task.append(edition)
        if sum(len(one.articles) for one in task) >= TASK_ARTICLES:
            yield tuple(task)
            task = []
    if task:
        yield tuple(task)


def _in_processes(
    make: partial[list[MadeDay]], tasks: Sequence[tuple[Edition, ...]], jobs: int
) -> Iterator[MadeDay]:
    # Forked workers start at once with everything imported; macOS and Windows can't fork safely.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    gc.freeze()
    try:
        with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin_worker) as workers:
            yield from chain.from_iterable(workers.map(make, tasks))
    except BrokenProcessPool as error:
        raise DigestError(
            "workers", "one of them was killed; is there too little memory?"
        ) from error
    finally:
        gc.unfreeze()


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


def _made(days: Sequence[Edition], work: Work) -> list[MadeDay]:
    chosen, pages = _equipment(work)
    return [
        MadeDay(day_line(digest), pages.digest_pages(digest), untold(digest))
        for digest in digests(days, chosen, explain=work.explain)
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
