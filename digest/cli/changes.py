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

    from digest.model import Change, Sentence
    from digest.settings import Settings

HEADING = "{trend:<8} {headline}  ({articles_before} → {articles})"
SENTENCE = "    {text}\n        {article} {start}-{end}"
NEW = "    new {name}: {told}"


def diff(  # noqa: PLR0913  # a flag each
    earlier: Annotated[str, typer.Argument(metavar="DAY", help="The earlier day.")],
    later: Annotated[str, typer.Argument(metavar="DAY", help="The later day.")],
    sources: options.Sources = None,
    *,
    ranker: options.Ranker = None,
    sentences: options.Sentences = None,
    words: options.Words = None,
    as_json: options.Json = False,
    tz: options.Tz = None,
    strict: options.Strict = None,
    config: options.Config = None,
    verbose: options.Verbose = 0,
    quiet: options.Quiet = False,
) -> None:
    """Tell what a day's digest tells that an earlier day's does not, story by story."""
    from digest import following

    settings = settings_given(
        config, sources, ranker=ranker, sentences=sentences, words=words, tz=tz, strict=strict
    )
    days = _days(settings, earlier, later)
    articles, chosen = read_articles(settings, verbose=verbose, quiet=quiet)
    for day in days:
        if not any(article.day(chosen.zone) == day for article in articles):
            raise SettingsError(day.isoformat(), "no article is of that day")
    for change in following.changes(articles, chosen, *days):
        told = [json.dumps(_row(change), ensure_ascii=False)] if as_json else _lines(change)
        for line in told:
            typer.echo(line)


def _days(settings: Settings, earlier: str, later: str) -> tuple[date, date]:
    from digest.period import day_meant

    now = today(settings)
    first, last = day_meant("DAY", earlier, now), day_meant("DAY", later, now)
    if first >= last:
        raise SettingsError("DAY", f"{last} does not lie after {first}")
    return first, last


def _row(change: Change) -> dict[str, object]:
    return {
        "story": change.line,
        "headline": change.headline,
        "label": change.label,
        "trend": change.trend,
        "articles_before": change.before,
        "articles": change.now,
        "sentences": [_sentence(cited.sentence) for cited in change.news.sentences],
        "dates": [mention.value for mention in change.news.dates],
        "actors": list(change.news.actors),
        "figures": list(change.news.figures),
    }


def _sentence(sentence: Sentence) -> dict[str, object]:
    return {
        "article": sentence.article.id,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
    }


def _lines(change: Change) -> Iterator[str]:
    from digest.rendering.moments import reading
    from digest.text import own_text

    row = _row(change)
    del row["sentences"]
    yield printed(HEADING, row)
    for cited in change.news.sentences:
        yield printed(SENTENCE, {**_sentence(cited.sentence), "text": own_text(cited.sentence)})
    news = change.news
    dates = dict.fromkeys(reading(one.value, one.type, one.mod) for one in news.dates)
    for name, told in (("dates", dates), ("actors", news.actors), ("figures", news.figures)):
        if told:
            yield printed(NEW, {"name": name, "told": list(told)})
