"""Which sentence speaks of which day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.dates import find_dates
from digest.language import language_of
from digest.timelines.passing import in_passing, is_stamp

if TYPE_CHECKING:
    from datetime import tzinfo

    from digest.model import DateMention
    from digest.text import BoolArray, IntArray, Text
    from digest.timelines.pool import Pool

# A day, or a time of that day. Weeks, months, seasons and spans of days are none.
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")


class Mentions(NamedTuple):
    """A row for each time that a sentence speaks of a day.

    That is the day's ordinal, the sentence's number, the place of its text, and whether it only
    names the day in passing. `published` has the ordinal of each text's own day.
    """

    days: IntArray
    sentences: IntArray
    articles: IntArray
    passing: BoolArray
    published: IntArray


def mentions(pool: Pool, zone: tzinfo) -> Mentions:
    """Find the days that the texts speak of, each resolved against its article's own.

    The finder looks only at sentences with a word or number that a date could have.
    """
    found = [_found(text, zone) for text in pool.texts]
    articles = np.repeat(np.arange(len(found)), [len(named) for named in found])
    rows = [row for named in found for row in named]
    return Mentions(
        np.array([row.day for row in rows], dtype=np.int64),
        _sentences(pool, np.array([row.start for row in rows], dtype=np.int64), articles),
        articles,
        np.array([row.passing for row in rows], dtype=np.bool_),
        np.array([text.article.day(zone).toordinal() for text in pool.texts]),
    )


class _Named(NamedTuple):
    """A day's ordinal, where it is named in its article, and whether only in passing."""

    day: int
    start: int
    passing: bool


def _found(text: Text, zone: tzinfo) -> list[_Named]:
    article = text.article
    published, language = article.day(zone), language_of(article.language)
    if not language.dates:
        # An article whose dates can't be read tells of its own day where it begins.
        return [_Named(published.toordinal(), int(text.sentences[0, 0]), passing=False)]
    return [
        _Named(day.toordinal(), one.start, in_passing(article, one))
        for one in find_dates(article.text, published, text.sentences.tolist(), language=language)
        if (day := day_of(one)) and not is_stamp(one, day, published)
    ]


def day_of(mention: DateMention) -> date | None:
    """The day that a date or a time of day means.

    >>> from digest.model import DateMention
    >>> day_of(DateMention(0, 9, "last night", "TIME", "2020-07-14TNI"))
    datetime.date(2020, 7, 14)
    """
    match = _DAY.fullmatch(mention.value) if mention.type in ("DATE", "TIME") else None
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _sentences(pool: Pool, starts: IntArray, articles: IntArray) -> IntArray:
    """The number of the sentence that holds a character of an article."""
    # Far enough apart that all the articles' sentences stand in one ascending row.
    apart = 1 + max(len(text.article.text) for text in pool.texts)
    openings = np.concatenate([text.sentences[:, 0] for text in pool.texts])
    places: IntArray = np.searchsorted(
        openings + apart * pool.articles, starts + apart * articles, side="right"
    )
    return places - 1
