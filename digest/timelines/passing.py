"""Whether a sentence speaks of a day that it names, and whether only in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.language import language_of

if TYPE_CHECKING:
    from datetime import date

    from digest.model import Article, DateMention

_LONGEST_LEAD = 12


def in_passing(article: Article, mention: DateMention) -> bool:
    """Whether what a sentence tells need not have happened on a day that it names.

    So it is where the day dates a thing or bounds another time.
    """
    before = article.text[max(0, mention.start - _LONGEST_LEAD) : mention.start]
    dating = language_of(article.language).dating
    return dating is not None and dating.search(before) is not None


def is_stamp(mention: DateMention, day: date, published: date) -> bool:
    """Whether a date stamps a page or dates the photograph above it.

    No article speaks of its own day with the year.
    """
    return day == published and str(day.year) in mention.text
