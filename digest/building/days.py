"""The pages of some days, by as many processes as the settings say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest.pipeline.executors import executor
from digest.pipeline.history import History
from digest.pipeline.plan import Equipment, PlannedDay, runs, take_days
from digest.pipeline.resources import resources
from digest.rendering import DayPages, Renderer, day_pages, renderer
from digest.settings import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from digest.model import Edition
    from digest.settings import Settings


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What a process needs to make days, whatever their number; `explain` asks for reasons."""

    settings: Settings
    built: datetime | None
    explain: bool = False


def make_days(
    days: Sequence[Edition], former: Sequence[Edition], request: BuildRequest
) -> Iterator[DayPages]:
    """Make the pages of the days, in their order.

    `former` days come before them, and are looked at only for what the days continue.
    """
    own = equipment(request)
    planned = [PlannedDay(edition) for edition in days]
    if own.resources.follow:
        planned[:0] = (PlannedDay(edition, is_wanted=False) for edition in former)
    tasks = list(runs(planned, lambda day: len(day.edition.articles)))
    jobs = min(request.settings.jobs, len(tasks))
    with executor(jobs, own, partial(equipment, request)) as workers:
        for step in take_days(History(), tasks, workers, own.resources):
            if step.made:
                yield step.made


def prepare(request: BuildRequest) -> None:
    """Make ready what all days need, before there are any, and for workers that are forked.

    Raises what is wrong with the settings' names and templates.
    """
    equipment(request)


@cache
def renderer_of(request: BuildRequest) -> Renderer:
    """The renderer that the settings name, made once in each process."""
    settings = request.settings
    return renderer(
        formats=settings.formats,
        templates=Path(settings.templates) if settings.templates else None,
        title=settings.title,
        sender=settings.mail.sender,
        recipients=settings.mail.recipients,
        zone=zone_named(settings.tz),
        zone_name=settings.tz,
        built=request.built,
    )


@cache
def equipment(request: BuildRequest) -> Equipment[DayPages]:
    """What takes time to make, once in each process."""
    finish = partial(day_pages, renderer_of(request))
    return Equipment(resources(request.settings), finish, request.explain)
