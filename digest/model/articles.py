"""Articles as they were read, and their sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where an article was read: a path as the user gave it, and a line from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was published.

    `published` is an aware datetime or a plain date. `source` is the outlet; it, `title` and
    `url` are empty where nothing is known. `url` is absolute http or https. Raises ValueError
    where a field can't be so.
    """

    id: str
    text: str = field(repr=False)
    published: date
    origin: Origin
    title: str = ""
    source: str = ""
    url: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an article needs an id")
        if not self.text.strip():
            raise ValueError("an article needs text")
        if isinstance(self.published, datetime) and self.published.tzinfo is None:
            raise ValueError("a time of publication needs its zone")
        if self.url and not self.url.startswith(("http://", "https://")):
            raise ValueError("a link must be http or https")

    def day(self, zone: tzinfo) -> date:
        """The day the article counts for: a plain date stays as it is."""
        if isinstance(self.published, datetime):
            return self.published.astimezone(zone).date()
        return self.published


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, known by its article and its position there (from 0), never by its text."""

    article: Article
    position: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Edition:
    """What a day's digest is made of: its articles in their set order, and an editor's note."""

    day: date
    articles: tuple[Article, ...]
    note: str = ""
