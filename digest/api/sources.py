"""Sources as articles, and articles as every function here takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.errors import SourceError
from digest.model import in_order
from digest.reading import Reading
from digest.reading import read as read_sources
from digest.settings import Settings, zone_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from typing import BinaryIO

    from digest.model import Article
    from digest.reading import Catalogue

STDIN = "-"
DEFAULTS = Settings()


def read(
    sources: Sequence[str] = (),
    settings: Settings = DEFAULTS,
    *,
    stdin: BinaryIO | None = None,
    undated: date | None = None,
) -> Reading:
    """Read files, folders and `-` (JSON Lines on `stdin`), by default the settings' sources.

    Lines of JSON Lines without a date count for the day `undated`, or are refused. What is refused
    is in the result's `problems`. Raises SourceError where a source doesn't exist or no article is
    left, and with the setting `strict` if anything is refused.

    >>> from io import BytesIO
    >>> lines = BytesIO(b'{"id": "a", "published": "2020-09-03", "text": "Snow fell."}')
    >>> [article.id for article in read(["-"], stdin=lines).articles]
    ['a']
    """
    reading = gather(sources or settings.sources, settings, stdin=stdin, undated=undated)
    refuse(reading, sources or settings.sources, strict=settings.strict)
    return reading


def gather(
    sources: Sequence[str],
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    undated: date | None = None,
) -> Reading:
    """Read sources as the settings say, whatever is refused; see `read`."""
    return read_sources(
        sources,
        zone=zone_named(settings.tz),
        stdin=stdin if STDIN in sources else None,
        max_line_bytes=settings.reading.max_line_bytes,
        undated=undated,
    )


def refuse(reading: Reading | Catalogue, sources: Sequence[str], *, strict: bool) -> None:
    """Raise SourceError where no article is left, or where `strict` and anything was refused."""
    if reading.problems and (strict or not reading.count):
        first, *others = reading.problems
        more = f" (and {len(others)} more)" if others else ""
        none = "" if reading.count else "no article could be read: "
        raise SourceError(first.path, f"{none}{first.reason}{more}", first.line)
    if not reading.count:
        raise SourceError(", ".join(sources), "no article could be read")


def articles_of(given: Iterable[Article] | Reading, settings: Settings) -> list[Article]:
    """Articles in the order of their days; SourceError where two have the same id."""
    articles = list(given.articles if isinstance(given, Reading) else given)
    first: dict[str, Article] = {}
    for article in articles:
        other = first.setdefault(article.id, article)
        if other is not article:
            place = article.origin
            raise SourceError(place.path, f"same id as {other.origin}", place.line)
    return in_order(articles, zone_named(settings.tz))
