"""Commands for single stages: results for people, or as JSON Lines for pipes and scorers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import options
from digest.cli.given import asked_period, read_articles, settings_given, today
from digest.cli.telling import printed, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.dates import ExplainedDate
    from digest.model import Article, DateMention, DayStory
    from digest.pipeline.resources import Resources
    from digest.settings import Settings

DATE_LINE = "{value:<22} {type:<8} {text}\n    {article} {start}-{end}"
ACTOR_LINE = "{kind:<12} {actor}: {text}\n    {article} {start}-{end}"
REASONS = "\n    like: {rule}\n    counted from: {anchor} {anchored}  direction: {direction}"
# Summaries and actors show no dates, so articles without one will do.
ANY_DAY = date(2000, 1, 1)


@options.taking("sources", *options.SUMMARY, *options.PERIOD, "as_json", *options.READING)
def summarize(
    given: options.Given,
    *,
    query: Annotated[
        str,
        typer.Option(metavar="WORDS", help="What the summary should tell of.", show_default=False),
    ] = "",
) -> None:
    """Summarise all sources as one set of articles."""
    from digest.pipeline.queries import summary
    from digest.ranking import query_ranker_named
    from digest.rendering.spans import nine_digits, sentence_span

    settings, quiet, as_json = settings_given(given), given.quiet, given.as_json
    if query:
        query_ranker_named(settings.ranking.ranker, settings.ranking.similarity, by="query")
    read = _read_asked(given, settings, undated=ANY_DAY)
    made, is_near = summary(*read, query)
    if query and not is_near and not quiet:
        tell(f"note: nothing matches the query {query!r}; the summary is the plain one")
    if not made.sentences and not quiet:
        tell("note: no sentence stands alone, so there is no summary")
    rows = (
        {
            **sentence_span(ranked.sentence),
            "score": nine_digits(ranked.score),
        }
        for ranked in made.sentences
    )
    _write(rows, "{text}\n    {article} {start}-{end}", as_json=as_json)


@options.taking("sources", *options.PERIOD, "as_json", *options.READING)
def dates(
    given: options.Given,
    *,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Tell which rule read a date, and what it was counted from."
        ),
    ] = False,
) -> None:
    """List the dates that the articles mention, resolved against each article's own."""
    from digest.pipeline import queries

    read, as_json = _read_asked(given, settings_given(given)), given.as_json
    if explain:
        rows = (
            {**_date(article, one.mention), **_reasons(one)}
            for article, explained in queries.explained_dates(*read)
            for one in explained
        )
    else:
        rows = (
            _date(article, mention)
            for article, mentions in queries.dates(*read)
            for mention in mentions
        )
    _write(rows, DATE_LINE + REASONS * explain, as_json=as_json)


@options.taking("sources", *options.PERIOD, "as_json", *options.READING)
def actors(
    given: options.Given,
    *,
    demonyms: Annotated[
        bool, typer.Option("--demonyms", help="Also what stands for a state, such as Chinese.")
    ] = False,
) -> None:
    """List the people, organisations and places that the articles name."""
    from digest.pipeline import queries
    from digest.rendering.spans import article_span

    settings, as_json = settings_given(given), given.as_json
    settings = replace(settings, actors=replace(settings.actors, demonyms=demonyms))
    found = queries.actors(*_read_asked(given, settings, undated=ANY_DAY))
    rows = (
        {
            **article_span(article, mention),
            "kind": mention.kind,
            "actor": mention.actor,
            "id": mention.id,
            "role": mention.role.text if mention.role else "",
        }
        for article, mentions in found
        for mention in mentions
    )
    _write(rows, ACTOR_LINE, as_json=as_json)


@options.taking("sources", *options.PERIOD, "as_json", *options.READING)
def stories(
    given: options.Given,
    *,
    by_day: Annotated[
        bool, typer.Option("--by-day", help="Each day's stories, and which they continue.")
    ] = False,
) -> None:
    """List the stories over all days, every article in exactly one.

    With a period those that it tells of, as they are known by its end.
    """
    from digest.pipeline import queries

    settings, as_json = settings_given(given), given.as_json
    asked = asked_period(given, settings, today(settings))
    # As in digests, the days before say what continues and how near articles must be.
    read = read_articles(given, settings, asked=asked, earlier=True)
    if by_day:
        days = queries.day_stories(*read)
        rows = (_day_story(told) for told in days if told.story.day in asked)
        _write(rows, "{day}  {trend:<8} {label}\n    {articles}", as_json=as_json)
        return
    rows = (
        {
            "storyline": line.id,
            "label": label,
            "first": line.stories[0].day.isoformat(),
            "last": line.stories[-1].day.isoformat(),
            "articles": [article.id for story in within for article in story.articles],
        }
        for line, label in queries.storylines(*read)
        if (within := [story for story in line.stories if story.day in asked])
    )
    _write(rows, "{first} to {last}  {label}\n    {articles}", as_json=as_json)


def _read_asked(
    given: options.Given, settings: Settings, *, undated: date | None = None
) -> tuple[list[Article], Resources]:
    """Read the articles of the days that are asked for, and make what the stages need."""
    asked = asked_period(given, settings, today(settings))
    return read_articles(given, settings, undated=undated, asked=asked)


def _day_story(told: DayStory) -> dict[str, object]:
    story = told.story
    return {
        "day": story.day.isoformat(),
        "story": story.id,
        "storyline": told.storyline,
        "label": told.label,
        "trend": told.trend,
        "articles": [article.id for article in story.articles],
    }


def _date(article: Article, mention: DateMention) -> dict[str, object]:
    from digest.rendering.spans import date_fields

    return {"article": article.id, **date_fields(mention)}


def _reasons(one: ExplainedDate) -> dict[str, object]:
    return {
        "rule": one.rule,
        "anchor": one.anchor,
        "anchored": one.anchored,
        "direction": one.direction,
    }


def _write(rows: Iterable[Mapping[str, object]], plain: str, *, as_json: bool) -> None:
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False) if as_json else printed(plain, row))
