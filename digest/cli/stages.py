"""A command for each stage: what it finds, for people, or as JSON Lines for pipes and scorers."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import typer

from digest.cli import options
from digest.cli.given import read_sources, settings_given
from digest.cli.telling import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.choices import Choices
    from digest.dates import ExplainedDate
    from digest.model import ActorMention, Article, DateMention
    from digest.settings import Settings

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
    ranker: options.Ranker = None,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Summarise all sources as one set of articles."""
    from digest.pipeline import summary

    settings = settings_given(
        config, sources, sentences=sentences, words=words, ranker=ranker, tz=tz, strict=strict
    )
    made = summary(*_articles(settings, verbose=verbose, quiet=quiet, undated=ANY_DAY))
    rows = (
        {
            "article": ranked.sentence.article.id,
            "start": ranked.sentence.start,
            "end": ranked.sentence.end,
            "text": ranked.sentence.text,
            # Nine digits are the same on every processor; the last ones of a float need not be.
            "score": float(f"{ranked.score:.9g}"),
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
    given = _articles(settings, verbose=verbose, quiet=quiet)
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
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """List the people, organisations and places that the articles name."""
    from digest import pipeline

    settings = settings_given(config, sources, tz=tz, strict=strict)
    found = pipeline.actors(*_articles(settings, verbose=verbose, quiet=quiet, undated=ANY_DAY))
    rows = (
        {
            **_span(article, mention),
            "kind": mention.kind,
            "actor": mention.actor,
            "role": mention.role.text if mention.role else "",
        }
        for article, mentions in found
        for mention in mentions
    )
    _write(rows, ACTOR_LINE, as_json=as_json)


def stories(  # noqa: PLR0913  # a flag each
    sources: options.Sources = None,
    *,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """List the stories of all days, every article in exactly one."""
    from digest import pipeline

    settings = settings_given(config, sources, tz=tz, strict=strict)
    articles, chosen = _articles(settings, verbose=verbose, quiet=quiet)
    rows = (
        {
            "story": story.id,
            "label": label,
            "first": min(days).isoformat(),
            "last": max(days).isoformat(),
            "articles": [article.id for article in story.articles],
        }
        for story, label in pipeline.stories(articles, chosen)
        for days in [[article.day(chosen.zone) for article in story.articles]]
    )
    _write(rows, "{first} to {last}  {label}\n    {articles}", as_json=as_json)


def _articles(
    settings: Settings, *, verbose: int, quiet: bool, undated: date | None = None
) -> tuple[list[Article], Choices]:
    """The articles of the settings' sources in their set order, and what the stages need."""
    from digest.choices import choices
    from digest.period import in_order

    chosen = choices(settings)
    reading = read_sources(settings, verbose=verbose, quiet=quiet, undated=undated)
    return in_order(reading.articles, chosen.zone), chosen


def _date(article: Article, mention: DateMention) -> dict[str, object]:
    return {
        **_span(article, mention),
        "type": mention.type,
        "value": mention.value,
        "mod": mention.mod,
    }


def _reasons(one: ExplainedDate) -> dict[str, object]:
    return {
        "rule": one.rule,
        "anchor": one.anchor,
        "anchored": one.anchored,
        "direction": one.direction,
    }


def _span(article: Article, mention: DateMention | ActorMention) -> dict[str, object]:
    return {
        "article": article.id,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
    }


def _write(rows: Iterable[Mapping[str, object]], plain: str, *, as_json: bool) -> None:
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False) if as_json else printed(plain, row))
