"""A command for each stage: what it finds, for people, or as JSON Lines for pipes and scorers."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import options
from digest.cli.given import read_articles, settings_given
from digest.cli.telling import printed, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.dates import ExplainedDate
    from digest.model import Article, DateMention, DayStory

DATE_LINE = "{value:<22} {type:<8} {text}\n    {article} {start}-{end}"
ACTOR_LINE = "{kind:<12} {actor}: {text}\n    {article} {start}-{end}"
REASONS = "\n    like: {rule}\n    counted from: {anchor} {anchored}  direction: {direction}"
# Summaries and actors show no dates, so articles without one will do.
ANY_DAY = date(2000, 1, 1)


def summarize(  # noqa: PLR0913  # a flag each
    sources: options.Sources = None,
    *,
    sentences: options.Sentences = None,
    words: options.Words = None,
    query: options.Query = "",
    ranker: options.Ranker = None,
    similarity: options.Similarity = None,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Summarise all sources as one set of articles."""
    from digest.pipeline import summary
    from digest.ranking import led_ranker_named
    from digest.rendering.spans import nine_digits, sentence_span

    settings = settings_given(
        config,
        sources,
        sentences=sentences,
        words=words,
        ranker=ranker,
        similarity=similarity,
        tz=tz,
        strict=strict,
    )
    if query:
        led_ranker_named(settings.ranking.ranker, settings.ranking.similarity, by="query")
    given = read_articles(settings, verbose=verbose, quiet=quiet, undated=ANY_DAY)
    made, is_near = summary(*given, query)
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


def dates(  # noqa: PLR0913  # a flag each
    sources: options.Sources = None,
    *,
    explain: options.Explain = False,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """List the dates that the articles mention, resolved against each article's own."""
    from digest import pipeline

    settings = settings_given(config, sources, tz=tz, strict=strict)
    given = read_articles(settings, verbose=verbose, quiet=quiet)
    if explain:
        rows = (
            {**_date(article, one.mention), **_reasons(one)}
            for article, explained in pipeline.explained_dates(*given)
            for one in explained
        )
    else:
        rows = (
            _date(article, mention)
            for article, mentions in pipeline.dates(*given)
            for mention in mentions
        )
    _write(rows, DATE_LINE + REASONS * explain, as_json=as_json)


def actors(  # noqa: PLR0913  # a flag each
    sources: options.Sources = None,
    *,
    demonyms: options.Demonyms = False,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """List the people, organisations and places that the articles name."""
    from digest import pipeline
    from digest.rendering.spans import article_span

    settings = settings_given(config, sources, demonyms=demonyms, tz=tz, strict=strict)
    found = pipeline.actors(*read_articles(settings, verbose=verbose, quiet=quiet, undated=ANY_DAY))
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


def stories(  # noqa: PLR0913  # a flag each
    sources: options.Sources = None,
    *,
    by_day: Annotated[
        bool, typer.Option("--by-day", help="Each day's stories, and which they continue.")
    ] = False,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """List the stories over all days, every article in exactly one."""
    from digest import following

    settings = settings_given(config, sources, tz=tz, strict=strict)
    given = read_articles(settings, verbose=verbose, quiet=quiet)
    if by_day:
        rows = (_day_story(told) for told in following.day_stories(*given))
        _write(rows, "{day}  {trend:<8} {label}\n    {articles}", as_json=as_json)
        return
    rows = (
        {
            "storyline": line.id,
            "label": label,
            "first": line.stories[0].day.isoformat(),
            "last": line.stories[-1].day.isoformat(),
            "articles": [article.id for story in line.stories for article in story.articles],
        }
        for line, label in following.storylines(*given)
    )
    _write(rows, "{first} to {last}  {label}\n    {articles}", as_json=as_json)


def _day_story(told: DayStory) -> dict[str, object]:
    story = told.story
    return {
        "day": story.day.isoformat(),
        "story": story.id,
        "storyline": told.line,
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
