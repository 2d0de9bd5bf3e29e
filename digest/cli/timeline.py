"""`digest timeline`: the days that mattered, for people, or as JSON Lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import options
from digest.cli.given import asked_period, read_sources, settings_given, today
from digest.cli.telling import printed, tell

if TYPE_CHECKING:
    from datetime import tzinfo

    from digest.model import Sentence
    from digest.timelines import Extent, TimelineDay

SENTENCE = "    {text}\n        {article} {start}-{end}  {where}"


@options.taking("sources", *options.PERIOD, "as_json", *options.READING)
def timeline(
    given: options.Given,
    *,
    query: Annotated[
        str,
        typer.Option(
            metavar="WORDS",
            help="Read only articles with all of these words; prefer sentences with them.",
            show_default=False,
        ),
    ] = "",
    dates: Annotated[int, typer.Option(metavar="N", min=1, help="How many days at most.")] = 10,
    sentences: Annotated[
        int, typer.Option(metavar="M", min=1, help="How many sentences for each at most.")
    ] = 2,
) -> None:
    """Tell the days that mattered, by the dates that the articles speak of.

    --since, --until and --date bound the days that are told, not the articles that are read.
    """
    from digest.pipeline import queries
    from digest.pipeline.calendar import in_order
    from digest.pipeline.resources import resources
    from digest.timelines import Extent

    settings, as_json, quiet = settings_given(given), given.as_json, given.quiet
    asked = asked_period(given, settings, today(settings))
    extent = Extent(dates, sentences, asked.since, asked.until)
    chosen = resources(settings)
    reading = read_sources(given, settings)
    articles = in_order(reading.articles, chosen.zone)
    days = queries.timeline(articles, chosen, extent, query)
    for told in days:
        typer.echo(_as_json(told) if as_json else _for_people(told, chosen.zone))
    if not days and not quiet:
        tell(f"note: nothing to tell: {_nothing(query, extent)}")


def _nothing(query: str, extent: Extent) -> str:
    """Why a timeline has no day at all."""
    words = f" that has all words of the query {query!r}" if query else ""
    days = " speaks of the days asked for" if extent.since or extent.until else ""
    return f"no article{words}{days}" if words or days else "no sentence tells of a day"


def _as_json(told: TimelineDay) -> str:
    from digest.rendering.spans import sentence_span

    rows = [sentence_span(sentence) for sentence in told.sentences]
    return json.dumps({"date": told.day.isoformat(), "sentences": rows}, ensure_ascii=False)


def _for_people(told: TimelineDay, zone: tzinfo) -> str:
    from digest.rendering.spans import sentence_span
    from digest.text import own_text

    lines = [
        printed(SENTENCE, {**sentence_span(one), "text": own_text(one), "where": _where(one, zone)})
        for one in told.sentences
    ]
    return "\n".join([told.day.isoformat(), *lines])


def _where(sentence: Sentence, zone: tzinfo) -> str:
    """Word the outlet of the sentence's article, its time, and its link or place."""
    article = sentence.article
    published = article.day(zone).isoformat()
    return ", ".join(filter(None, (article.source, published, article.url or str(article.origin))))
