"""`digest timeline`: the days that mattered, for people, or as JSON Lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import options
from digest.cli.given import read_sources, settings_given, today
from digest.cli.telling import printed, tell

if TYPE_CHECKING:
    from datetime import tzinfo

    from digest.model import Sentence
    from digest.settings import Settings
    from digest.timelines import Extent, TimelineDay

SENTENCE = "    {text}\n        {article} {start}-{end}  {where}"


def timeline(  # noqa: PLR0913  # a flag each
    sources: options.Sources = None,
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
    since: options.Since = None,
    until: options.Until = None,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Tell the days that mattered, by the dates that the articles speak of.

    --since and --until bound the days that are told, not the articles that are read.
    """
    from digest import pipeline
    from digest.choices import choices
    from digest.period import in_order

    settings = settings_given(config, sources, since=since, until=until, tz=tz, strict=strict)
    extent = _extent(settings, dates, sentences)
    chosen = choices(settings)
    reading = read_sources(settings, verbose=verbose, quiet=quiet)
    articles = in_order(reading.articles, chosen.zone)
    days = pipeline.timeline(articles, chosen, extent, query)
    for told in days:
        typer.echo(_as_json(told) if as_json else _for_people(told, chosen.zone))
    if not days and not quiet:
        tell(f"note: nothing to tell: {_nothing(query, extent)}")


def _extent(settings: Settings, days: int, sentences: int) -> Extent:
    from digest.period import period
    from digest.timelines import Extent

    asked = period(settings.since, settings.until, today(settings))
    return Extent(days, sentences, asked.since, asked.until)


def _nothing(query: str, extent: Extent) -> str:
    """Why a timeline has no day at all."""
    words = f" that has all words of the query {query!r}" if query else ""
    days = " speaks of the days asked for" if extent.since or extent.until else ""
    return f"no article{words}{days}" if words or days else "no sentence tells of a day"


def _as_json(told: TimelineDay) -> str:
    rows = [_row(sentence) for sentence in told.sentences]
    return json.dumps({"date": told.day.isoformat(), "sentences": rows}, ensure_ascii=False)


def _for_people(told: TimelineDay, zone: tzinfo) -> str:
    from digest.text import own_text

    lines = [
        printed(SENTENCE, {**_row(one), "text": own_text(one), "where": _where(one, zone)})
        for one in told.sentences
    ]
    return "\n".join([told.day.isoformat(), *lines])


def _where(sentence: Sentence, zone: tzinfo) -> str:
    """Who published the sentence's article and when, and where it can be looked up."""
    article = sentence.article
    published = article.day(zone).isoformat()
    return ", ".join(filter(None, (article.source, published, article.url or str(article.origin))))


def _row(sentence: Sentence) -> dict[str, object]:
    return {
        "article": sentence.article.id,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
    }
