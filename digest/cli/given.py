"""From flags to settings, and from settings to what was read."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from digest.cli.options import Given, given_settings
from digest.cli.telling import counted, tell, tell_of_reading
from digest.errors import SettingsError

if TYPE_CHECKING:
    from digest.model import Article
    from digest.pipeline.calendar import Period
    from digest.pipeline.resources import Resources
    from digest.reading import Catalogue, Reading
    from digest.settings import Settings


def settings_given(given: Given) -> Settings:
    """Settings with the flags that were given put on top.

    Raises SettingsError, also where flags contradict each other.
    """
    from digest.settings import Key, Setting, load

    _refuse_contradictions(given)
    flags = [
        Setting(Key(*sets), value, "SOURCE" if name == "sources" else f"--{name}")
        for name, sets in given_settings().items()
        if (value := getattr(given, name)) not in (None, [])
    ]
    if given.no_cache:
        flags.append(Setting(Key("", "cache"), "", "--no-cache"))
    return load(given.config, Path(), os.environ, flags)


def _refuse_contradictions(given: Given) -> None:
    # As in a file, no words at all mean that sentences are counted.
    if given.sentences is not None and given.words:
        raise SettingsError("--words", "a summary's length is given in sentences or in words")
    if given.date is not None and not (given.since is given.until is None):
        raise SettingsError("--date", "names one day alone: not together with --since or --until")
    if given.no_cache and given.cache is not None:
        raise SettingsError("--no-cache", "not together with --cache")


def asked_period(given: Given, settings: Settings, today: date) -> Period:
    """Period that is asked for: the one day of --date, or that of the settings."""
    from digest.pipeline.calendar import Period, day_meant, period

    if given.date is None:
        return period(settings.since, settings.until, today)
    day = day_meant("date", given.date, today)
    return Period(day, day)


def read_sources(given: Given, settings: Settings, *, undated: date | None = None) -> Reading:
    """Read the settings' sources and tell what was refused.

    Lines without a date count for the day `undated`, or are refused. Raises SourceError where
    nothing is left, and with `strict` if anything was refused.
    """
    from digest.api.sources import gather

    reading = gather(settings.sources, settings, stdin=stdin(), undated=undated)
    tell_and_check(given, settings, reading)
    return reading


def stdin() -> BinaryIO | None:
    """Bytes of standard input; None where it is closed."""
    return sys.stdin.buffer if sys.stdin else None


def tell_and_check(given: Given, settings: Settings, read: Reading | Catalogue) -> None:
    """Tell what was refused.

    Raises SourceError where nothing is left, and with `strict` if anything was refused.
    """
    from digest.api.sources import refuse

    tell_of_reading(read, strict=settings.strict, verbose=given.verbose, quiet=given.quiet)
    refuse(read, settings.sources, strict=settings.strict)


def read_articles(
    given: Given,
    settings: Settings,
    *,
    undated: date | None = None,
    asked: Period | None = None,
    earlier: bool = False,
) -> tuple[list[Article], Resources]:
    """Articles of the settings' sources in their set order, and what the stages need.

    With a period only its articles, and those of `earlier` days too if they are to be known. Where
    it has none, that is told and the command is done.
    """
    from digest.pipeline.calendar import Period, in_order
    from digest.pipeline.resources import resources

    chosen = resources(settings)
    reading = read_sources(given, settings, undated=undated)
    articles = in_order(reading.articles, chosen.zone)
    asked = asked or Period()
    if not any(article.day(chosen.zone) in asked for article in articles):
        if not given.quiet:
            count = counted(len(articles), "article")
            tell(f"note: nothing to tell: {count}, none of the days asked for")
        raise typer.Exit
    known = Period(None, asked.until) if earlier else asked
    return [article for article in articles if article.day(chosen.zone) in known], chosen


def built_at() -> datetime | None:
    """Read the moment that SOURCE_DATE_EPOCH names, the only one that an output may show."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError("SOURCE_DATE_EPOCH", f"not a number of seconds: {epoch}") from error


def today(settings: Settings) -> date:
    """Tell the day in the settings' zone, on which `7d` ends: SOURCE_DATE_EPOCH's if it is set."""
    from digest.settings import zone_named

    return (built_at() or datetime.now(UTC)).astimezone(zone_named(settings.tz)).date()
