"""Date selection: the days that mattered, by the articles that mention them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from datetime import date

    from digest.timelines.mentions import DayMentions

# Scores by the days' ordinals.
DayScores = Mapping[int, float]
DayScorer = Callable[["DayMentions"], DayScores]

# Share of the mean of the days before and after that is taken from a day's score: they are often
# named for what happened on it.
NEIGHBOUR_PENALTY = 0.3
# Weight of the logarithm of the days that an article looks back.
LOOK_BACK_WEIGHT = 0.25
# Scores are compared to this many decimals, so that the order of sums decides nothing.
COMPARED_DECIMALS = 9


def mention_scores(mentions: DayMentions) -> DayScores:
    """Score days by the distinct articles that mention them, later articles counting more.

    An article counts 1 + ln(1 + g)/4, where g is the number of days that it looks back: a day
    that is still mentioned after weeks was no day like others. From the sum goes 0.3 of the mean
    of the two days beside it.
    """
    pairs = np.unique(np.stack((mentions.days, mentions.articles)), axis=1)
    look_backs = np.maximum(mentions.published[pairs[1]] - pairs[0], 0)
    days, rows = np.unique(pairs[0], return_inverse=True)
    weights = 1 + LOOK_BACK_WEIGHT * np.log1p(look_backs)
    sums = np.bincount(rows, weights=weights, minlength=len(days))
    scores = dict(zip(days.tolist(), sums.tolist(), strict=True))
    return {
        day: score - NEIGHBOUR_PENALTY * (scores.get(day - 1, 0) + scores.get(day + 1, 0)) / 2
        for day, score in scores.items()
    }


def select_days(scores: DayScores, since: date | None, until: date | None) -> list[int]:
    """Sort the ordinals of a period's days by score, the highest first; of equals the earliest."""
    within = [
        day
        for day in scores
        if (since is None or since.toordinal() <= day)
        and (until is None or day <= until.toordinal())
    ]
    return sorted(within, key=lambda day: (-round(scores[day], COMPARED_DECIMALS), day))
