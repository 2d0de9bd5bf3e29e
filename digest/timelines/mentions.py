"""Day mentions: the days that sentences speak of."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.dates import find_dates
from digest.language import language_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from digest.model import Article, DateMention
    from digest.text import BoolArray, IntArray, Text
    from digest.timelines.sentence_pool import SentencePool

# A day, or a time of that day. Weeks, months, seasons and spans of days are none.
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
# Characters before a date that tell whether it is incidental.
_LEFT_CONTEXT = 12


class DayMentions(NamedTuple):
    """Mentions of days: the day's ordinal, the sentence's number and the index of its text.

    `incidental` is whether the sentence only names the day in passing: what it tells need not have
    happened then. `published` has the ordinal of each text's own day.
    """

    days: IntArray
    sentences: IntArray
    articles: IntArray
    incidental: BoolArray
    published: IntArray


class _Mention(NamedTuple):
    """Mention of a day in an article: its ordinal, its offset, and whether it is incidental."""

    day: int
    start: int
    incidental: bool


def day_mentions(pool: SentencePool, zone: tzinfo) -> DayMentions:
    """Find the days that the texts speak of, each resolved against its article's own."""
    by_text = [_mentions(text, zone) for text in pool.texts]
    articles = np.repeat(np.arange(len(by_text)), list(map(len, by_text)))
    mentions = [mention for of_text in by_text for mention in of_text]
    starts = np.array([mention.start for mention in mentions], dtype=np.int64)
    return DayMentions(
        np.array([mention.day for mention in mentions], dtype=np.int64),
        _sentences(pool, starts, articles),
        articles,
        np.array([mention.incidental for mention in mentions], dtype=np.bool_),
        np.array([text.article.day(zone).toordinal() for text in pool.texts]),
    )


def _mentions(text: Text, zone: tzinfo) -> list[_Mention]:
    article = text.article
    published, language = article.day(zone), language_of(article.language)
    if not language.dates:
        # An article whose dates can't be read tells of its own day where it begins.
        return [_Mention(published.toordinal(), int(text.sentences[0, 0]), incidental=False)]
    dates = find_dates(article.text, published, text.sentences.tolist(), language=language)
    return [
        _Mention(day.toordinal(), mention.start, _is_incidental(article, mention))
        for mention in dates
        if (day := day_of(mention)) and not _is_stamp(mention, day, published)
    ]


def day_of(mention: DateMention) -> date | None:
    """Resolve a date or a time of day to its day; None for any other mention.

    >>> from digest.model import DateMention
    >>> day_of(DateMention(0, 9, "last night", "TIME", "2020-07-14TNI"))
    datetime.date(2020, 7, 14)
    """
    match = _DAY.fullmatch(mention.value) if mention.type in ("DATE", "TIME") else None
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _is_incidental(article: Article, mention: DateMention) -> bool:
    """Test whether a day only dates a thing or bounds another time."""
    before = article.text[max(0, mention.start - _LEFT_CONTEXT) : mention.start]
    dating = language_of(article.language).dating
    return dating is not None and dating.search(before) is not None


def _is_stamp(mention: DateMention, day: date, published: date) -> bool:
    """Test whether a date stamps a page or dates the photograph above it.

    No article speaks of its own day with the year.
    """
    return day == published and str(day.year) in mention.text


def _sentences(pool: SentencePool, starts: IntArray, articles: IntArray) -> IntArray:
    """Find the numbers of the sentences that hold some offsets of articles."""
    # Far enough apart that all the articles' sentences are in one ascending row.
    apart = 1 + max(len(text.article.text) for text in pool.texts)
    openings = np.concatenate([text.sentences[:, 0] for text in pool.texts])
    places: IntArray = np.searchsorted(
        openings + apart * pool.articles, starts + apart * articles, side="right"
    )
    return places - 1
