"""Genre of an article, so far as its dates depend on it: history, or news of results."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from digest.language.date_rules import Cues

_OLD_YEARS = 6
_FEWEST_YEARS = 4


class Genre(NamedTuple):
    """Genre of an article: whether it tells history, or of a company's results."""

    narrative: bool
    earnings: bool


NEWS = Genre(narrative=False, earnings=False)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def genre_of(text: str, written: date, cues: Cues) -> Genre:
    """Tell the genre of an article: of a history half the years are old, and few weekdays named."""
    years = [int(year) for year in _compiled(cues.year).findall(text)]
    ancient = len(_compiled(cues.ancient).findall(text))
    old = sum(year <= written.year - _OLD_YEARS for year in years) + ancient
    many = len(years) + ancient
    narrative = many >= _FEWEST_YEARS and 2 * old >= many
    if narrative:
        narrative = 4 * len(_compiled(cues.weekday).findall(text)) <= many
    return Genre(narrative, all(_compiled(word).search(text) for word in cues.earnings))
