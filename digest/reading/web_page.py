"""Web pages: text and metadata by trafilatura, the date by htmldate, which it calls.

Both belong to the extra `html` and are imported when the first page is met.
"""

from __future__ import annotations

import logging
import re
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from digest.reading.encoding import decoded
from digest.reading.fields import Fields, article
from digest.reading.incomplete_dates import with_fixed_dates
from digest.reading.markup import plain
from digest.reading.outcome import RefusedError

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from digest.model import Origin
    from digest.reading.outcome import ParsedArticle, Place

_HEAD_BYTES = 4096
_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})""",
    re.IGNORECASE,
)


class _DateOptions(TypedDict):
    original_date: bool
    extensive_search: bool
    deferred_url_extractor: bool
    outputformat: str
    min_date: datetime
    max_date: datetime


_DATES = _DateOptions(
    original_date=True,
    # The extensive search takes any year on the page for a date.
    extensive_search=False,
    deferred_url_extractor=True,
    outputformat="%Y-%m-%dT%H:%M:%S%z",
    # Without a limit of ours it is the present day.
    min_date=datetime(1900, 1, 1),  # noqa: DTZ001 - the package compares naive dates
    max_date=datetime(2099, 12, 31),  # noqa: DTZ001
)
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
    from htmldate import find_date
    from trafilatura import extract, extract_metadata, load_html

    # A tree, never the page itself: htmldate would fetch what looks like an address.
    tree = load_html(page)
    if tree is None:
        return Fields(None, None)
    _drop_copyright_years(tree)
    known = extract_metadata(tree, date_config=dict(_DATES))
    fixed = with_fixed_dates(tree)
    found = known.date if fixed is None else find_date(fixed, url=known.url, **_DATES)
    markup = extract(tree, output_format="html", include_comments=False, include_tables=False)
    return Fields(
        text=plain(markup or "").text,
        published=_date_or_time(found or ""),
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


def _date_or_time(stamp: str) -> str:
    """Take a midnight without a zone for a date without a time, as htmldate writes it."""
    return stamp.removesuffix("T00:00:00")
