"""`digest explain`: why an article is in its story, and why a sentence is shown or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import options
from digest.cli.given import read_articles, settings_given, today
from digest.errors import SettingsError

if TYPE_CHECKING:
    from digest.period import Period
    from digest.settings import Settings


def explain(  # noqa: PLR0913  # a flag each
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="An article's id, a story's, or the beginning of a sentence.",
            show_default=False,
        ),
    ],
    sources: options.Sources = None,
    *,
    date: Annotated[
        str | None, typer.Option(metavar="DAY", help="One day alone.", show_default=False)
    ] = None,
    ranker: options.Ranker = None,
    similarity: options.Similarity = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Tell why an article is in its story, and why a sentence is in the digest or not."""
    from digest import reasoning
    from digest.cli.reasons import reason_lines, reason_row

    settings = settings_given(
        config,
        sources,
        ranker=ranker,
        similarity=similarity,
        sentences=sentences,
        words=words,
        tz=tz,
        strict=strict,
    )
    if not what.strip():
        raise SettingsError("WHAT", "names nothing")
    asked = _period(settings, date)
    articles, chosen = read_articles(settings, verbose=verbose, quiet=quiet)
    found = False
    for why in reasoning.explained(articles, chosen, what, asked):
        found = True
        told = [json.dumps(reason_row(why), ensure_ascii=False)] if as_json else reason_lines(why)
        for line in told:
            typer.echo(line)
    if not found:
        when = f" of {date}" if date else ""
        reason = f"no article or story{when} has that id, and no sentence begins so"
        raise SettingsError(what, reason)


def _period(settings: Settings, date: str | None) -> Period:
    """One day, or all."""
    from digest.period import Period, day_meant

    day = day_meant("date", date, today(settings)) if date else None
    return Period(day, day)
