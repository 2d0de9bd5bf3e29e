"""The whole way: sources are catalogued, days taken, pages written."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.building.incremental import MadeDay, archive, take
from digest.building.keys import archive_key, day_inputs
from digest.building.request import renderer_of
from digest.building.store import opened
from digest.output import Build, BuiltDay, Retraction, written_days
from digest.output import write as write_output
from digest.pipeline.calendar import by_day
from digest.reading import catalogue
from digest.reading.notes import read_notes
from digest.rendering import day_lines
from digest.settings import zone_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from typing import BinaryIO

    from digest.building.keys import DayInputs
    from digest.building.request import BuildRequest
    from digest.building.store import Store
    from digest.model import Page, Story
    from digest.output import KeptDays, Orphan
    from digest.pipeline.plan import Equipment
    from digest.reading import Catalogue
    from digest.rendering import DayLine, DayPages

    Progress = Callable[[Iterator[MadeDay]], Iterator[MadeDay]]

STDIN = "-"


class BuildResult(NamedTuple):
    """What a build has done: a line for each day asked for, and how many of them were made.

    `untold` are the stories of the days made of which no sentence is published, `orphans` the days
    that stand in the output and whose articles are gone.
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
        with found:
            yield found, store


def days_of(request: BuildRequest, found: Catalogue) -> list[DayInputs]:
    """The days of the sources, ascending, each with the note of the editor if it is asked for."""
    days = by_day(found.entries, zone_named(request.settings.tz))
    notes = read_notes(Path(request.settings.notes), [day for day in days if day in request.asked])
    return [day_inputs(day, entries, notes.get(day, "")) for day, entries in days.items()]


def build(
    request: BuildRequest,
    ready: Equipment[DayPages],
    found: Catalogue,
    store: Store,
    progress: Progress = iter,
) -> BuildResult:
    """Build the days that are asked for and write them, all or none.

    Raises OutputError where the output can't be written, and what reading and rendering raise.
    """
    out = Path(request.settings.out)
    days = days_of(request, found)
    standing = {day: written.key for day, written in written_days(out).items()}
    known = archive(days, store.days(), standing, request)
    made: list[DayPages] = []

    def built() -> Iterator[BuiltDay]:
        for day in progress(take(known, found, store, ready)):
            made.append(day.pages)
            yield BuiltDay(day.pages.line.day, day.key, day.pages.pages)

    lines: dict[date, DayLine] = {}

    def shared(kept: KeptDays) -> tuple[Page, ...]:
        lines.update(_lines(kept, made))
        return renderer_of(request).index_pages(list(lines.values()))

    there = {day.day for day in days}
    retraction = Retraction(lambda day: day in request.asked and day not in there, request.prune)
    plan = Build(built(), shared, project_of(request.settings.sources), retraction)
    orphans = write_output(plan, out)
    store.forget(day for day in known.saved if day not in there)
    asked = tuple(line for day, line in sorted(lines.items()) if day in request.asked)
    untold = tuple(story for day in made for story in day.untold)
    return BuildResult(asked, len(made), untold, orphans)


def _lines(kept: KeptDays, made: Sequence[DayPages]) -> dict[date, DayLine]:
    """Lines of the index: of the days that are kept from former builds, and of those made."""
    former = day_lines(kept.index) if kept.index else ()
    lines = {line.day: line for line in former if line.day in kept.days}
    return lines | {day.line.day: day.line for day in made}


def project_of(sources: Sequence[str]) -> frozenset[str]:
    """Names of a project: the folders of its sources as given, so that new files change none."""
    paths = (Path(source) for source in sources)
    return frozenset((path if path.is_dir() else path.parent).as_posix() for path in paths)
