"""Which days mattered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from datetime import date

    from digest.timelines.mentions import Mentions

# A day's ordinal and how much it matters.
DayScores = Mapping[int, float]
DayRater = Callable[["Mentions"], DayScores]

# What the days before and after take from a day's score, on average: they are often named for
# what happened on it.
FROM_NEIGHBOURS = 0.3
# What the logarithm of the days gone by adds to an article that looks back.
LOOKING_BACK = 0.25


def by_articles(mentions: Mentions) -> DayScores:
    """A day matters by the distinct articles that speak of it, an article more the later it does.

    An article counts 1 + ln(1 + g)/4, where g is the number of days that it looks back: a day
    that is still spoken of after weeks was no day like others. From the sum goes 0.3 of the mean
    of the two days beside it.
    """
    pairs = np.unique(np.stack((mentions.days, mentions.articles)), axis=1)
    gone = np.maximum(mentions.published[pairs[1]] - pairs[0], 0)
    days, which = np.unique(pairs[0], return_inverse=True)
    sums = np.bincount(which, weights=1 + LOOKING_BACK * np.log1p(gone), minlength=len(days))
    scores = dict(zip(days.tolist(), sums.tolist(), strict=True))
    return {
        day: score - FROM_NEIGHBOURS * (scores.get(day - 1, 0) + scores.get(day + 1, 0)) / 2
        for day, score in scores.items()
    }


def salient_days(scores: DayScores, since: date | None, until: date | None) -> list[int]:
    """The ordinals of a period's days, those that matter most first; of equals the earliest."""
    asked = [
        day
        for day in scores
        if (since is None or since.toordinal() <= day)
        and (until is None or day <= until.toordinal())
    ]
    # Rounded, so that the order in which a score was summed up decides nothing.
    asked.sort(key=lambda day: (-round(scores[day], 9), day))
    return asked
