"""Web pages: text and metadata by trafilatura, the date by htmldate, which it calls.

Both belong to the extra `html` and are imported when the first page is met.
"""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from digest.reading.encoding import decoded
from digest.reading.fields import Fields, article
from digest.reading.markup import plain
from digest.reading.outcome import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from digest.model import Origin
    from digest.reading.outcome import ParsedArticle, Place

_HEAD_BYTES = 4096
_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})""",
    re.IGNORECASE,
)
_DATES: dict[str, object] = {
    "original_date": True,
    # The extensive search takes any year on the page for a date.
    "extensive_search": False,
    "deferred_url_extractor": True,
    "outputformat": "%Y-%m-%dT%H:%M:%S%z",
    # Without a limit of ours it is the present day.
    "min_date": datetime(1900, 1, 1),  # noqa: DTZ001 - the package compares naive dates
    "max_date": datetime(2099, 12, 31),  # noqa: DTZ001
}
_NO_DAY = datetime(1, 1, 1)  # noqa: DTZ001
# Failures are told by us; without a handler the packages' own words go to stderr.
_QUIET = logging.NullHandler()


def parse_web_page(content: bytes, origin: Origin, place: Place) -> ParsedArticle:
    """Article of the page, and what its metadata say of it."""
    page = decoded(content, _declared(content))
    return article(_fields(page.text), page, origin, place.zone)


def _declared(content: bytes) -> str:
    found = _CHARSET.search(content[:_HEAD_BYTES])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _fields(page: str) -> Fields:
    try:
        import htmldate
        import trafilatura
    except ImportError as error:
        message = 'HTML needs more packages: pip install "digest[html]"'
        raise RefusedError(message) from error
    for package in (htmldate, trafilatura):
        logging.getLogger(package.__name__).addHandler(_QUIET)
    try:
        return _extracted(page)
    except Exception as error:  # whatever odd input makes the packages raise
        message = f"unreadable HTML ({type(error).__name__})"
        raise RefusedError(message) from error


def _extracted(page: str) -> Fields:
    from trafilatura import extract, extract_metadata, load_html

    # A tree, never the page itself: htmldate would fetch what looks like an address.
    tree = load_html(page)
    if tree is None:
        return Fields(None, None)
    _drop_copyright_years(tree)
    with _no_today():
        known = extract_metadata(tree, date_config=dict(_DATES))
    markup = extract(tree, output_format="html", include_comments=False, include_tables=False)
    return Fields(
        text=plain(markup or "").text,
        published=_date_or_time(known.date or ""),
        title=known.title,
        source=known.sitename,
        url=known.url,
        language=tree.get("lang"),
    )


def _drop_copyright_years(tree: HtmlElement) -> None:
    """Take away what htmldate makes the first of January of."""
    for meta in list(tree.iter("meta")):
        if meta.get("itemprop", "").lower() == "copyrightyear":
            meta.drop_tree()


@contextmanager
def _no_today() -> Iterator[None]:
    """Let incomplete dates be completed from a fixed day.

    htmldate hands them to dateutil, which takes what is missing from the present day; neither
    has a setting for it.
    """
    from htmldate import extractors

    clocked = extractors.dateutil_parse  # type: ignore[attr-defined]
    extractors.dateutil_parse = partial(clocked, default=_NO_DAY)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        extractors.dateutil_parse = clocked  # type: ignore[attr-defined]


def _date_or_time(stamp: str) -> str:
    """A midnight without a zone is how htmldate writes a date without a time."""
    return stamp.removesuffix("T00:00:00")
