"""Pages of digests: made, and written into an output folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digest.api.sources import DEFAULTS
from digest.building import index_lines, project_of, renderer_of
from digest.output import Build, BuiltDay
from digest.output import write as write_output
from digest.rendering import day_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from digest.model import Digest, Page
    from digest.output import KeptDays
    from digest.rendering import DayLine, Renderer
    from digest.settings import Settings


_UNKNOWN = ""


def render(
    digest: Digest, settings: Settings = DEFAULTS, *, built: datetime | None = None
) -> tuple[Page, ...]:
    """Make a day's files in the formats of the settings, as paths and bytes.

    `built` is shown as the time of building where it is given. Raises TemplateError and
    SettingsError.

    >>> from datetime import date
    >>> from digest import Digest
    >>> [str(page.path) for page in render(Digest(date(2020, 9, 3), ()))][:2]
    ['2020/09/03/index.html', '2020/09/03/digest.md']
    """
    return renderer_of(settings, built).digest_pages(digest)


def write(
    digests: Iterable[Digest],
    out: str | Path,
    settings: Settings = DEFAULTS,
    *,
    built: datetime | None = None,
) -> tuple[date, ...]:
    """Write the pages of some days and the index of all, everything or nothing; gives the days.

    Days that were written before stay. The project is known by the folders of the settings'
    sources: give the settings the sources that were read. Raises OutputError where the folder
    holds anything else or is of another project, and what the making of the digests raises.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write([], Path(folder, "out"))
    ()
    """
    by = renderer_of(settings, built)
    lines: list[DayLine] = []

    def shared(kept: KeptDays) -> tuple[Page, ...]:
        return by.index_pages(list(index_lines(kept, lines).values()))

    days = _built(digests, by, lines)
    write_output(Build(days, shared, project_of(settings.sources)), Path(out))
    return tuple(line.day for line in lines)


def _built(digests: Iterable[Digest], by: Renderer, lines: list[DayLine]) -> Iterator[BuiltDay]:
    """Make the pages of each day, and keep its line."""
    for digest in digests:
        made = day_pages(by, digest)
        lines.append(made.line)
        # What the digest was made of is not known here: a build makes the day again.
        yield BuiltDay(digest.day, _UNKNOWN, made.pages)
