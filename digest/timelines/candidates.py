"""The sentences that may tell of each day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.text import IntArray
    from digest.timelines.mentions import Mentions
    from digest.timelines.pool import Pool

# An article tells its news in so many sentences; what follows is what was known before.
OPENING_SENTENCES = 8


class Candidates(NamedTuple):
    """The candidates of some days, day after day.

    `sentences` are their numbers, ascending within a day; a sentence can stand for several days.
    `sizes` are the numbers of candidates of each day.
    """

    sentences: IntArray
    sizes: IntArray

    @property
    def days(self) -> IntArray:
        """The place of each candidate's day."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)


def candidates(pool: Pool, mentions: Mentions, days: Sequence[int]) -> Candidates:
    """For each day the sentences that mention it, and those that open articles of then.

    Articles of the next day count too: papers tell what happened the day before.
    """
    by_day = [_of_day(pool, mentions, day) for day in days]
    return Candidates(
        np.array([sentence for found in by_day for sentence in found], dtype=np.int64),
        np.array([len(found) for found in by_day], dtype=np.int64),
    )


def _of_day(pool: Pool, mentions: Mentions, day: int) -> list[int]:
    found: set[int] = set(mentions.sentences[mentions.days == day].tolist())
    new = (mentions.published == day) | (mentions.published == day + 1)
    for article in np.flatnonzero(new).tolist():
        found.update(_opening(pool, article))
    return sorted(found)


def _opening(pool: Pool, article: int) -> Iterable[int]:
    start, end = pool.starts[article : article + 2].tolist()
    return range(start, min(start + OPENING_SENTENCES, end))
