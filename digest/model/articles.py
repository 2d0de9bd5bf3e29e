"""Articles as they were read, and their sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

CONTENT_HASH_BYTES = 16


class Span(NamedTuple):
    """Stretch of an article's text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Place of an article in the sources: a path as the user gave it, and a line from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Article:
    """News article as it was published.

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

    @property
    def outlet(self) -> str:
        """Identity of the publisher: the source, or the article's file where none is named.

        Files of one name in two folders are two outlets.
        """
        return self.source or self.origin.path

    @property
    def outlet_name(self) -> str:
        """Name of the outlet for readers: the source, or the bare name of the article's file."""
        return self.source or self.origin.path.rpartition("/")[2]

    @property
    def content_hash(self) -> bytes:
        """SHA-256 of all fields but the origin, cut to CONTENT_HASH_BYTES."""
        head = (self.id, self.title, self.source, self.url, self.language)
        content = "\0".join((*head, self.published.isoformat(), self.text))
        return sha256(content.encode(errors="surrogatepass")).digest()[:CONTENT_HASH_BYTES]

    def day(self, zone: tzinfo) -> date:
        """Day of publication in the zone."""
        return day_of(self.published, zone)


def day_of(published: date, zone: tzinfo) -> date:
    """Day of a time in the zone; a plain date stays as it is."""
    if isinstance(published, datetime):
        return published.astimezone(zone).date()
    return published


class Dated(Protocol):
    """Item with an id and a time of publication: an article, or its entry in a catalogue."""

    @property
    def id(self) -> str:
        """Id, unique among all."""
        ...

    @property
    def published(self) -> date:
        """Aware datetime or plain date."""
        ...


Item = TypeVar("Item", bound=Dated)


def in_order(items: Iterable[Item], zone: tzinfo) -> list[Item]:
    """Sort by day, then by the time or day of publication as written, then by id."""
    return sorted(items, key=lambda item: _order(item.published, zone, item.id))


def _order(published: date, zone: tzinfo, identity: str) -> tuple[date, str, str]:
    return day_of(published, zone), published.isoformat(), identity


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentence, identified by its article and its position there (from 0), never by its text."""

    article: Article
    position: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """Words of the sentence, verbatim."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Edition:
    """Articles of a day in their set order, and an editor's note."""

    day: date
    articles: tuple[Article, ...]
    note: str = ""
