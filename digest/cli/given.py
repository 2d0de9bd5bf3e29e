"""From flags to settings, and from settings to what was read."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli.telling import tell_of_reading
from digest.errors import SettingsError, SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article
    from digest.pipeline.resources import Resources
    from digest.reading import Reading
    from digest.settings import Settings

STDIN = "-"


def settings_given(config: str | None, sources: Sequence[str] | None, **flags: object) -> Settings:
    """The settings with the flags that were given (None is not) put on top."""
    from digest.settings import load

    given = {key: value for key, value in flags.items() if value is not None}
    # As in a file, no words at all mean that sentences are counted.
    if "sentences" in given and given.get("words"):
        raise SettingsError("words", "a summary's length is given in sentences or in words")
    if sources:
        given["sources"] = list(sources)
    return load(config, Path(), os.environ, given)


def read_sources(
    settings: Settings, *, verbose: int, quiet: bool, undated: date | None = None
) -> Reading:
    """Read the settings' sources and tell what was refused.

    Lines without a date count for the day `undated`, or are refused. Raises SourceError where
    nothing is left, and with `strict` if anything was refused.
    """
    from digest.reading import read
    from digest.settings import zone_named

    reading = read(
        settings.sources,
        zone=zone_named(settings.tz),
        stdin=sys.stdin.buffer if STDIN in settings.sources else None,
        max_line_bytes=settings.reading.max_line_bytes,
        undated=undated,
    )
    tell_of_reading(reading, strict=settings.strict, verbose=verbose, quiet=quiet)
    if reading.problems and (settings.strict or not reading.articles):
        raise _refusal(reading)
    if not reading.articles:
        raise SourceError(", ".join(settings.sources), "no article could be read")
    return reading


def read_articles(
    settings: Settings, *, verbose: int, quiet: bool, undated: date | None = None
) -> tuple[list[Article], Resources]:
    """The articles of the settings' sources in their set order, and what the stages need."""
    from digest.pipeline.calendar import in_order
    from digest.pipeline.resources import resources

    chosen = resources(settings)
    reading = read_sources(settings, verbose=verbose, quiet=quiet, undated=undated)
    return in_order(reading.articles, chosen.zone), chosen


def _refusal(reading: Reading) -> SourceError:
    """The first problem, and how many there are beside it."""
    first, *others = reading.problems
    more = f" (and {len(others)} more)" if others else ""
    none = "" if reading.articles else "no article could be read: "
    return SourceError(first.path, f"{none}{first.reason}{more}", first.line)


def built_at() -> datetime | None:
    """The moment that SOURCE_DATE_EPOCH names, the only one that an output may show."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError("SOURCE_DATE_EPOCH", f"not a number of seconds: {epoch}") from error


def today(settings: Settings) -> date:
    """The day in the settings' zone, by SOURCE_DATE_EPOCH where it is set: what `7d` ends on."""
    from digest.settings import zone_named

    return (built_at() or datetime.now(UTC)).astimezone(zone_named(settings.tz)).date()
