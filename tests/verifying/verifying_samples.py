"""A small output of real files, made as a build makes it: read, render, write."""

from __future__ import annotations

from datetime import UTC, date
from functools import cache
from typing import TYPE_CHECKING

from digest.model import CitedSentence, Digest, Entry, Sentence, Story
from digest.output import Build, BuiltDay, write
from digest.reading import read
from digest.rendering import renderer
from digest.text import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from digest.model import Article, Format
    from digest.rendering import Renderer

DAY = date(2020, 9, 3)
ALL: tuple[Format, ...] = ("html", "md", "json", "eml")


def publish(
    out: Path, sources: Sequence[str], formats: tuple[Format, ...] = ALL, note: str = ""
) -> None:
    """Write the digest of a day on which every article is a story, and every sentence chosen."""
    articles = read(sources, zone=UTC).articles
    digest = Digest(DAY, tuple(entry(article) for article in articles), note)
    pages = prepared(formats)
    day = BuiltDay(DAY, "", pages.digest_pages(digest))
    write(Build([day], lambda _: pages.index_pages(())), out)


@cache
def prepared(formats: tuple[Format, ...]) -> Renderer:
    return renderer(
        formats=formats,
        templates=None,
        title="News",
        sender="",
        recipients=(),
        zone=UTC,
        zone_name="UTC",
        built=None,
    )


def entry(article: Article) -> Entry:
    sentences = tuple(
        CitedSentence(Sentence(article, position, start, end), 0.5, (), ())
        for position, (start, end) in enumerate(sentence_spans(article.text))
    )
    story = Story(f"story-of-{article.origin.line}", DAY, (article,), ())
    return Entry(story, "Headline", article, "label", sentences, ())
