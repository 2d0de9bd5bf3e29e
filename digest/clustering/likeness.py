"""How alike any two articles are, and how much more alike the articles of one story must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from digest.clustering.vectors import Vectors
    from digest.text import FloatArray, IntArray

# Any two articles of mixed news have an average cosine of 0.02 to 0.03, of a running topic more,
# and so need more to be of one event. From the last on they all tell of one event.
RUNNING_TOPIC, ONE_EVENT = 0.06, 0.2
SLOPE = 4.0
# Few articles tell little of what is usual: so many count half.
HALF_KNOWN = 100
COMPARED_DECIMALS = 9


class Likeness:
    """The average cosine of all pairs of articles up to a day; grows day by day, as `Seen` does."""

    def __init__(self) -> None:
        """There are no articles yet."""
        self._sums: FloatArray = np.zeros(0)
        self._articles = 0

    def raised(self, weights: Vectors, numbers: IntArray) -> float:
        """How much more than usual a story's articles must be alike, a day's vectors counted too.

        `numbers` are those of the terms as the vectors number them.
        """
        width = max(len(self._sums), int(numbers.max(initial=-1)) + 1)
        sums = np.zeros(width)
        np.add.at(sums, numbers[weights.terms], weights.values)
        sums[: len(self._sums)] += self._sums
        self._sums = sums
        self._articles += len(weights.starts) - 1
        count = self._articles
        # Each row is of length 1, so that is what a row adds by itself.
        pairs = max(count * (count - 1), 1)
        average = (float(sums @ sums) - count) / pairs
        beyond = max(min(average - RUNNING_TOPIC, ONE_EVENT - average), 0.0)
        # Rounding must not decide anything: terms are numbered as they come.
        return round(SLOPE * beyond * count / (count + HALF_KNOWN), COMPARED_DECIMALS)
