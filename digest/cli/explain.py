"""`digest explain`: why an article is in its story, and why a sentence is shown or not."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from digest.cli import options
from digest.cli.given import asked_period, read_articles, settings_given, today
from digest.errors import SettingsError


@options.taking("sources", *options.PERIOD, *options.SUMMARY, "as_json", *options.READING)
def explain(
    given: options.Given,
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="An article's id, a story's, or the beginning of a sentence.",
            show_default=False,
        ),
    ],
) -> None:
    """Tell why an article is in its story, and why a sentence is in the digest or not."""
    from digest.cli.reasons import reason_lines, reason_row
    from digest.pipeline import queries
    from digest.pipeline.calendar import Period

    settings, as_json = settings_given(given), given.as_json
    if not what.strip():
        raise SettingsError("WHAT", "names nothing")
    asked = asked_period(given, settings, today(settings))
    articles, chosen = read_articles(given, settings)
    found = False
    for why in queries.explained(articles, chosen, what, asked):
        found = True
        told = [json.dumps(reason_row(why), ensure_ascii=False)] if as_json else reason_lines(why)
        for line in told:
            typer.echo(line)
    if not found:
        when = f" of {given.date or 'the days asked for'}" if asked != Period() else ""
        reason = f"no article or story{when} has that id, and no sentence begins so"
        raise SettingsError(what, reason)
