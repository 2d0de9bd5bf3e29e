"""`digest build`: the digests of the days asked for, written into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from digest.cli import options
from digest.cli.given import built_at, read_sources, settings_given, today
from digest.cli.telling import counted, tell, tell_of_dropped, with_progress
from digest.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import Edition, Page, Story
    from digest.output import BuiltDay, KeptDays
    from digest.period import Period
    from digest.reading import Reading
    from digest.rendering import DayLine
    from digest.settings import Settings
    from digest.sharing import Work


class _Made(NamedTuple):
    """What is told of the days once they are written."""

    lines: list[DayLine]
    untold: list[Story]


def build(  # noqa: PLR0913  # a flag each
    sources: options.Sources = None,
    *,
    since: options.Since = None,
    until: options.Until = None,
    date: Annotated[
        str | None, typer.Option(metavar="DAY", help="One day alone.", show_default=False)
    ] = None,
    tz: options.Tz = None,
    out: Annotated[
        str | None, typer.Option(metavar="DIR", help="The folder to write into.  [out]")
    ] = None,
    formats: Annotated[
        str | None, typer.Option(metavar="LIST", help="Of html,md,json,eml.  [all four]")
    ] = None,
    templates: Annotated[
        str | None, typer.Option(metavar="DIR", help="Templates that go before ours.")
    ] = None,
    ranker: options.Ranker = None,
    similarity: options.Similarity = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", help="How many processes work.  [1]")
    ] = None,
    strict: options.Strict = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in digest.json why each sentence is there.")
    ] = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="List what is in no digest, and why.")
    ] = False,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Build a digest for each day: Markdown, HTML, JSON and a mail."""
    from digest.settings import zone_named

    if date is not None and (since is not None or until is not None):
        raise SettingsError("date", "names one day alone: not together with since or until")
    settings = settings_given(
        config,
        sources,
        since=since,
        until=until,
        tz=tz,
        out=out,
        formats=formats,
        templates=templates,
        ranker=ranker,
        similarity=similarity,
        sentences=sentences,
        words=words,
        jobs=jobs,
        strict=strict,
    )
    asked = _period(settings, date)
    work = _work(settings, explain=explain)
    # What is refused is told in any case, unless nothing is to be told.
    reading = read_sources(settings, verbose=verbose, quiet=quiet and not dropped)
    days, former = _editions(reading, settings, asked)
    made = _write(days, former, work, quiet=quiet) if days else _Made([], [])
    if dropped:
        tell_of_dropped(reading, asked, zone_named(settings.tz), made.untold)
    if not quiet:
        tell(_summary(made.lines, settings) if made.lines else _nothing(reading))


def _work(settings: Settings, *, explain: bool) -> Work:
    """What makes days, tried out: a name or a template that is wrong need not wait for reading."""
    from digest.sharing import Work, prepare

    work = Work(settings, built_at(), explain)
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


def _period(settings: Settings, date: str | None) -> Period:
    """The day alone that a flag names, or the period of the settings."""
    from digest.period import Period, day_meant, period

    if date is not None:
        day = day_meant("date", date, today(settings))
        return Period(day, day)
    return period(settings.since, settings.until, today(settings))


def _editions(
    reading: Reading, settings: Settings, asked: Period
) -> tuple[list[Edition], list[Edition]]:
    """The days that are asked for, and those before the first of them."""
    from digest.model import Edition
    from digest.period import Period, by_day
    from digest.reading.notes import read_notes
    from digest.settings import zone_named

    days = by_day(reading.articles, zone_named(settings.tz), Period())
    notes = read_notes(Path(settings.notes), [day for day in days if day in asked])
    editions = [Edition(day, told, notes.get(day, "")) for day, told in days.items()]
    return (
        [one for one in editions if one.day in asked],
        [one for one in editions if asked.since and one.day < asked.since],
    )


def _write(days: list[Edition], former: list[Edition], work: Work, *, quiet: bool) -> _Made:
    from digest.output import Build, BuiltDay, write
    from digest.sharing import make_days

    made = _Made([], [])

    def built() -> Iterator[BuiltDay]:
        made_days = make_days(days, former, work)
        for day in with_progress(made_days, len(days), quiet=quiet):
            made.lines.append(day.line)
            made.untold.extend(day.untold)
            yield BuiltDay(day.line.day, "", day.pages)

    project = _project(work.settings.sources)
    build = Build(built(), lambda kept: _index(kept, made.lines, work), project)
    write(build, Path(work.settings.out))
    return made


def _project(sources: Sequence[str]) -> frozenset[str]:
    """Names of a project: the folders of its sources, as given, so that new files change none."""
    paths = (Path(source) for source in sources)
    return frozenset((path if path.is_dir() else path.parent).as_posix() for path in paths)


def _index(kept: KeptDays, lines: list[DayLine], work: Work) -> tuple[Page, ...]:
    """Pages about all days: those kept from former builds and the new ones."""
    from digest.rendering import day_lines
    from digest.sharing import renderer_of

    former = day_lines(kept.index) if kept.index else ()
    kept_lines = [line for line in former if line.day in kept.days]
    return renderer_of(work).index_pages([*kept_lines, *lines])
