"""Digests of days: the very steps that the command takes, over articles in memory."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest.api.sources import DEFAULTS, articles_of
from digest.errors import SettingsError
from digest.model import Edition
from digest.pipeline.calendar import Period, by_day
from digest.pipeline.executors import executor
from digest.pipeline.history import History
from digest.pipeline.plan import Equipment, PlannedDay, runs, take_days
from digest.pipeline.resources import resources
from digest.reading import read_notes
from digest.settings import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.model import Article, Digest
    from digest.reading import Reading
    from digest.settings import Settings


def build(  # noqa: PLR0913  # each says something else of the build
    articles: Iterable[Article] | Reading,
    settings: Settings = DEFAULTS,
    *,
    since: date | None = None,
    until: date | None = None,
    notes: Mapping[date, str] | None = None,
    explain: bool = False,
) -> Iterator[Digest]:
    """Make the digest of each day that has articles, in the order of the days.

    They are those that `digest build` writes: each tells what it continues and what is new, for
    which earlier days are looked at too. `since` and `until` go before those of the settings,
    `notes` (Markdown by day) before the settings' folder of notes; `explain` asks for reasons.
    The saved history is neither used nor changed. One process works, unless the settings ask for
    more `jobs`. Raises SettingsError, and SourceError where two articles have the same id.

    >>> from digest import Article, Origin
    >>> text = "Snow fell on the hills above the old town on Thursday."
    >>> snow = Article("snow", text, date(2020, 9, 3), Origin("wire"))
    >>> [(digest.day, len(digest.entries)) for digest in build([snow])]
    [(datetime.date(2020, 9, 3), 1)]
    """
    asked = Period(since or _day("since", settings.since), until or _day("until", settings.until))
    days = by_day(
        articles_of(articles, settings), zone_named(settings.tz), _needed(asked, settings)
    )
    if notes is None:
        notes = read_notes(Path(settings.notes), [day for day in days if day in asked])
    planned = [
        PlannedDay(Edition(day, own, notes.get(day, "")), day in asked) for day, own in days.items()
    ]
    return _taken(planned, _equipment(settings, explain=explain), settings)


def _day(name: str, words: str) -> date | None:
    """Read a day of the settings; SettingsError where it is counted from today."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise SettingsError(name, f"no date: {words} (give a date to the call)") from error


def _needed(asked: Period, settings: Settings) -> Period:
    """Days to take: where days are followed, also all before those that are asked for."""
    return Period(None, asked.until) if settings.grouping.follow else asked


def _equipment(settings: Settings, *, explain: bool) -> Equipment[Digest]:
    return Equipment(resources(settings), _unchanged, explain)


def _unchanged(digest: Digest) -> Digest:
    return digest


def _taken(
    days: Sequence[PlannedDay], ready: Equipment[Digest], settings: Settings
) -> Iterator[Digest]:
    """Take the days, and give the digests of those that are wanted."""
    tasks = runs(days, lambda day: len(day.edition.articles))
    make = partial(_equipment, settings, explain=ready.explain)
    with executor(settings.jobs, ready, make) as workers:
        for step in take_days(History(), tasks, workers, ready.resources):
            if step.made is not None:
                yield step.made
