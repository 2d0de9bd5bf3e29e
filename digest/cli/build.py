"""`digest build`: the digests of the days asked for, written into a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digest.cli import options
from digest.cli.given import asked_period, built_at, read_sources, settings_given, today
from digest.cli.telling import counted, tell, tell_of_dropped, with_progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.building import BuildRequest
    from digest.model import Edition, Page, Story
    from digest.output import Standing
    from digest.pipeline.calendar import Period
    from digest.reading import Reading
    from digest.rendering import DayLine
    from digest.settings import Settings


class _Made(NamedTuple):
    """What is told of the days once they are written."""

    lines: list[DayLine]
    untold: list[Story]


@options.taking("sources", *options.PERIOD, *options.PAGES, *options.SUMMARY, *options.READING)
def build(
    given: options.Given,
    *,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in digest.json why each sentence is there.")
    ] = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="List what is in no digest, and why.")
    ] = False,
    prune: options.Prune = False,  # noqa: ARG001  # for whatever writes the days
) -> None:
    """Build a digest for each day: Markdown, HTML, JSON and a mail."""
    from digest.settings import zone_named

    settings, quiet = settings_given(given), given.quiet
    asked = asked_period(given, settings, today(settings))
    work = _work(settings, explain=explain)
    # What is refused is told in any case, unless nothing is to be told.
    reading = read_sources(replace(given, quiet=quiet and not dropped), settings)
    days, former = _editions(reading, settings, asked)
    made = _write(days, former, work, quiet=quiet) if days else _Made([], [])
    if dropped:
        tell_of_dropped(reading, asked, zone_named(settings.tz), made.untold)
    if not quiet:
        tell(_summary(made.lines, settings) if made.lines else _nothing(reading))


def _work(settings: Settings, *, explain: bool) -> BuildRequest:
    """What makes days, tried out: a name or a template that is wrong need not wait for reading."""
    from digest.building import BuildRequest, prepare

    work = BuildRequest(settings, built_at(), explain)
    prepare(work)
    return work


def _summary(lines: list[DayLine], settings: Settings) -> str:
    articles = sum(line.articles for line in lines)
    stories = sum(len(line.headlines) for line in lines)
    start = "index.html" if "html" in settings.formats else ""
    made = ", ".join(
        (
            counted(articles, "article"),
            counted(stories, "story", "stories"),
            counted(len(lines), "day"),
        )
    )
    return f"{made} → {Path(settings.out, start)}"


def _nothing(reading: Reading) -> str:
    return (
        f"nothing to build: {counted(len(reading.articles), 'article')}, none of the days asked for"
    )


def _editions(
    reading: Reading, settings: Settings, asked: Period
) -> tuple[list[Edition], list[Edition]]:
    """The days that are asked for, and those before the first of them."""
    from digest.model import Edition
    from digest.pipeline.calendar import Period, by_day
    from digest.reading.notes import read_notes
    from digest.settings import zone_named

    days = by_day(reading.articles, zone_named(settings.tz), Period())
    notes = read_notes(Path(settings.notes), [day for day in days if day in asked])
    editions = [Edition(day, told, notes.get(day, "")) for day, told in days.items()]
    return (
        [one for one in editions if one.day in asked],
        [one for one in editions if asked.since and one.day < asked.since],
    )


def _write(days: list[Edition], former: list[Edition], work: BuildRequest, *, quiet: bool) -> _Made:
    from digest.building import make_days
    from digest.output import write

    made = _Made([], [])

    def pages() -> Iterator[Page]:
        made_days = make_days(days, former, work)
        for day in with_progress(made_days, len(days), quiet=quiet):
            made.lines.append(day.line)
            made.untold.extend(day.untold)
            yield from day.pages

    out = Path(work.settings.out)
    write(pages(), out, index=lambda standing: _index(standing, made.lines, work))
    return made


def _index(standing: Standing, lines: list[DayLine], work: BuildRequest) -> tuple[Page, ...]:
    """The pages about all days: those that stand from former builds and the new ones."""
    from digest.building import renderer_of
    from digest.rendering import day_lines

    former = day_lines(standing.index) if standing.index else ()
    kept = [line for line in former if line.day in standing.days]
    return renderer_of(work).index_pages([*kept, *lines])
