"""`digest build`: the digests of the days asked for, written into a folder."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import options
from digest.cli.given import (
    asked_period,
    built_at,
    settings_given,
    stdin,
    tell_and_check,
    today,
)
from digest.cli.telling import counted, tell, tell_of_dropped, with_progress

if TYPE_CHECKING:
    from digest.building import BuildRequest, BuildResult
    from digest.output import Orphan
    from digest.reading import Catalogue
    from digest.settings import Settings


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
    prune: options.Prune = False,
) -> None:
    """Build a digest for each day: Markdown, HTML, JSON and a mail."""
    from digest.building import STDIN, BuildRequest, DamagedStoreError, discard

    settings = settings_given(given)
    asked = asked_period(given, settings, today(settings))
    request = BuildRequest(settings, asked, built_at(), explain=explain, anew=dropped, prune=prune)
    try:
        _build(request, given, dropped=dropped)
    except DamagedStoreError as error:
        # Nothing is written yet, and all can be made again, but what came from standard input.
        if request.cache is None or STDIN in settings.sources:
            raise
        tell(str(error))
        discard(request.cache)
        _build(request, given, dropped=dropped)


def _build(request: BuildRequest, given: options.Given, *, dropped: bool) -> None:
    """Build, and tell what was done."""
    from digest.building import build, catalogued
    from digest.settings import zone_named

    with catalogued(request, stdin(), tell if not given.quiet else None) as (found, store):
        # What is refused is told in any case, unless nothing is to be told.
        tell_and_check(replace(given, quiet=given.quiet and not dropped), request.settings, found)
        progress = partial(with_progress, quiet=given.quiet)
        result = build(request, found, store, progress)
        if dropped:
            zone = zone_named(request.settings.tz)
            tell_of_dropped(found, request.asked, zone, result.untold)
    if not given.quiet:
        for orphan in result.orphans:
            tell(_retracted(orphan))
        tell(_summary(result, request.settings) if result.lines else _nothing(found))


def _summary(result: BuildResult, settings: Settings) -> str:
    lines = result.lines
    parts = [
        counted(sum(line.articles for line in lines), "article"),
        counted(sum(len(line.headlines) for line in lines), "story", "stories"),
        counted(len(lines), "day"),
    ]
    kept = len(lines) - result.made
    stand = f" ({kept} unchanged)" if kept else ""
    start = "index.html" if "html" in settings.formats else ""
    return f"{', '.join(parts)}{stand} → {Path(settings.out, start)}"


def _retracted(orphan: Orphan) -> str:
    if not orphan.kept:
        return f"removed: {orphan.day}: its articles are gone from the sources"
    kept = ", ".join(path.name for path in orphan.kept)
    why = "changed by hand" if orphan.removed else "--prune removes them"
    return f"orphaned: {orphan.day}: its articles are gone from the sources; {kept} stay ({why})"


def _nothing(found: Catalogue) -> str:
    return f"nothing to build: {counted(len(found.entries), 'article')}, none of the days asked for"
