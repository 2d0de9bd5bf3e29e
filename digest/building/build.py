"""Building: sources are catalogued, days taken, pages written."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.building.archive import archive
from digest.building.keys import START, archive_key, day_inputs
from digest.building.pages import index_lines, renderer_of
from digest.building.store import opened
from digest.output import Build, BuiltDay, Retraction, stands, written_days
from digest.output import write as write_output
from digest.pipeline.calendar import by_day
from digest.reading import catalogue, read_notes
from digest.rendering import day_lines
from digest.settings import zone_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from typing import BinaryIO

    from digest.building.archive import Archive
    from digest.building.keys import DayInputs
    from digest.building.request import BuildRequest
    from digest.building.store import Store
    from digest.building.taking import MadeDay
    from digest.model import Page, Story
    from digest.output import KeptDays, Orphan
    from digest.reading import Catalogue
    from digest.rendering import DayLine

    Progress = Callable[[Iterator[MadeDay], int], Iterator[MadeDay]]

STDIN = "-"


class BuildResult(NamedTuple):
    """Result of a build: a line for each day asked for, and how many of them were made.

    Where all days are made anew, `untold` are the stories of which no sentence is published.
    `orphans` are the days that stand in the output and whose articles are gone.
    """

    lines: tuple[DayLine, ...]
    made: int
    untold: tuple[Story, ...]
    orphans: tuple[Orphan, ...]


@contextmanager
def catalogued(
    request: BuildRequest, stdin: BinaryIO | None, tell: Callable[[str], None] | None = None
) -> Iterator[tuple[Catalogue, Store]]:
    """Open the saved history, and catalogue the sources by what it knows of them.

    A store that can't be used is told of and made anew.
    """
    settings = request.settings
    with opened(request.cache, archive_key(request), tell) as store:
        found = catalogue(
            settings.sources,
            zone=zone_named(settings.tz),
            stdin=stdin if STDIN in settings.sources else None,
            max_line_bytes=settings.reading.max_line_bytes,
            memory=store,
        )
        store.commit()
        with found:
            yield found, store


def days_of(request: BuildRequest, found: Catalogue) -> list[DayInputs]:
    """Gather the days of the sources, ascending; those that are asked for with their notes."""
    days = by_day(found.entries, zone_named(request.settings.tz))
    notes = read_notes(Path(request.settings.notes), [day for day in days if day in request.asked])
    return [day_inputs(day, entries, notes.get(day, "")) for day, entries in days.items()]


def build(
    request: BuildRequest, found: Catalogue, store: Store, progress: Progress | None = None
) -> BuildResult:
    """Build the days that are asked for and write them, all or none.

    `progress` passes the days on as they are made, of which there are at most so many.
    Nothing is loaded that is needed only for days to be taken where there are none. Raises
    OutputError where the output can't be written, and what reading and rendering raise.
    """
    out = Path(request.settings.out)
    days = days_of(request, found)
    there = frozenset(day.day for day in days)
    former = written_days(out)
    standing = {day: written.key for day, written in former.items()}
    known = archive(days, store.days(), standing, request)
    place, _ = known.next_to_take(0, START)
    orphaned = any(day in request.asked and day not in there for day in standing)
    if not orphaned and not any(day in request.asked for day in there):
        return BuildResult((), 0, (), ())
    if place == len(known.days) and not orphaned and stands(out, known.rendering.hex()):
        index = (out / "index.json").read_bytes()
        return BuildResult(_asked(_by_day(day_lines(index)), request), 0, (), ())
    store.forget(day for day in store.days() if day not in there)
    store.commit()
    return _built(known, there, found, store, progress or _unseen)


def _unseen(days: Iterator[MadeDay], _most: int) -> Iterator[MadeDay]:
    return days


def _built(
    known: Archive,
    there: frozenset[date],
    found: Catalogue,
    store: Store,
    progress: Progress,
) -> BuildResult:
    """Take days and write their pages."""
    from digest.building.equipment import equipment
    from digest.building.taking import take

    request = known.request
    pages = renderer_of(request.settings, request.built)
    ready = equipment(request, pages)
    made: dict[date, DayLine] = {}
    lines: dict[date, DayLine] = {}
    untold: list[Story] = []

    def built() -> Iterator[BuiltDay]:
        for day in progress(take(known, found, store, ready), known.most_to_take()):
            made[day.pages.line.day] = day.pages.line
            untold.extend(day.pages.untold if request.anew else ())
            yield BuiltDay(day.pages.line.day, day.key, day.pages.pages)

    def shared(kept: KeptDays) -> tuple[Page, ...]:
        lines.update(index_lines(kept, made.values()))
        return pages.index_pages(list(lines.values()))

    retraction = Retraction(lambda day: day in request.asked and day not in there, request.prune)
    project = project_of(request.settings.sources)
    plan = Build(built(), shared, project, retraction, known.rendering.hex())
    orphans = write_output(plan, Path(request.settings.out))
    return BuildResult(_asked(lines, request), len(made), tuple(untold), orphans)


def _by_day(lines: Iterable[DayLine]) -> dict[date, DayLine]:
    return {line.day: line for line in lines}


def _asked(lines: Mapping[date, DayLine], request: BuildRequest) -> tuple[DayLine, ...]:
    return tuple(line for day, line in sorted(lines.items()) if day in request.asked)


def project_of(sources: Sequence[str]) -> frozenset[str]:
    """Names of a project: its sources' outermost folders, as given; new files change none."""
    paths = map(Path, sources)
    folders = {path if path.is_dir() else path.parent for path in paths}
    return frozenset(path.as_posix() for path in folders if folders.isdisjoint(path.parents))
