"""`digest diff`: what is new between two days."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import options
from digest.cli.given import read_articles, settings_given, today
from digest.cli.telling import printed
from digest.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digest.model import Change
    from digest.settings import Settings

HEADING = "{trend:<8} {headline}  ({articles_before} → {articles})"
SENTENCE = "    {text}\n        {article} {start}-{end}"
NEW = "    new {name}: {told}"


@options.taking("sources", *options.SUMMARY, "as_json", *options.READING)
def diff(
    given: options.Given,
    earlier: Annotated[str, typer.Argument(metavar="DAY", help="The earlier day.")],
    later: Annotated[str, typer.Argument(metavar="DAY", help="The later day.")],
) -> None:
    """Tell what a day's digest tells that an earlier day's does not, story by story."""
    from digest.pipeline import queries

    settings, as_json = settings_given(given), given.as_json
    days = _days(settings, earlier, later)
    articles, chosen = read_articles(given, settings)
    for day in days:
        if not any(article.day(chosen.zone) == day for article in articles):
            raise SettingsError(day.isoformat(), "no article is of that day")
    for change in queries.changes(articles, chosen, *days):
        told = [json.dumps(_row(change), ensure_ascii=False)] if as_json else _lines(change)
        for line in told:
            typer.echo(line)


def _days(settings: Settings, earlier: str, later: str) -> tuple[date, date]:
    from digest.pipeline.calendar import day_meant

    now = today(settings)
    first, last = day_meant("DAY", earlier, now), day_meant("DAY", later, now)
    if first >= last:
        raise SettingsError("DAY", f"{last} does not lie after {first}")
    return first, last


def _row(change: Change) -> dict[str, object]:
    from digest.rendering.spans import sentence_span

    return {
        "storyline": change.storyline,
        "headline": change.headline,
        "label": change.label,
        "trend": change.trend,
        "articles_before": change.before,
        "articles": change.now,
        "sentences": [sentence_span(cited.sentence) for cited in change.novelty.sentences],
        "dates": [mention.value for mention in change.novelty.dates],
        "actors": list(change.novelty.actors),
        "figures": list(change.novelty.figures),
    }


def _lines(change: Change) -> Iterator[str]:
    from digest.rendering.date_format import timex_in_words
    from digest.rendering.spans import sentence_span
    from digest.text import own_text

    row = _row(change)
    del row["sentences"]
    yield printed(HEADING, row)
    for cited in change.novelty.sentences:
        yield printed(SENTENCE, {**sentence_span(cited.sentence), "text": own_text(cited.sentence)})
    novelty = change.novelty
    dates = dict.fromkeys(timex_in_words(one.value, one.type, one.mod) for one in novelty.dates)
    for name, told in (("dates", dates), ("actors", novelty.actors), ("figures", novelty.figures)):
        if told:
            yield printed(NEW, {"name": name, "told": list(told)})
