"""Which sentence speaks of which day."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.dates import find_dates

if TYPE_CHECKING:
    from datetime import tzinfo

    from digest.model import DateMention
    from digest.text import IntArray
    from digest.timelines.pool import Pool

# A day, or a time of that day. Weeks, months, seasons and spans of days are none.
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")


class Mentions(NamedTuple):
    """A row for each time that a sentence speaks of a day.

    That is the day's ordinal, the sentence's number, and the place of its text. `published` has
    the ordinal of each text's own day.
    """

    days: IntArray
    sentences: IntArray
    articles: IntArray
    published: IntArray


def mentions(pool: Pool, zone: tzinfo) -> Mentions:
    """Find the days that the texts speak of, each resolved against its article's own.

    The finder looks only at sentences with a word or number that a date could have.
    """
    days: list[int] = []
    starts: list[int] = []
    counts = []
    for text in pool.texts:
        article = text.article
        found = find_dates(article.text, article.day(zone), text.sentences.tolist())
        meant = [(day, mention.start) for mention in found if (day := day_of(mention))]
        days += (day.toordinal() for day, _ in meant)
        starts += (start for _, start in meant)
        counts.append(len(meant))
    articles = np.repeat(np.arange(len(pool.texts)), counts)
    return Mentions(
        np.array(days, dtype=np.int64),
        _sentences(pool, np.array(starts, dtype=np.int64), articles),
        articles,
        np.array([text.article.day(zone).toordinal() for text in pool.texts]),
    )


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
