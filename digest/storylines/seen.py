"""The words of all days up to one: their numbers, and in how many articles each was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from digest.grouping import Commonness, Vectors, frequencies, weighted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.grouping import Background
    from digest.text import IntArray


class Seen:
    """Grows day by day; one way over the days has one, and nobody else sees it."""

    def __init__(self, background: Background) -> None:
        """Nothing is seen yet."""
        self._background = background
        self._numbers: dict[str, int] = {}
        self._common = Commonness(background.texts, np.zeros(0))
        self._frequencies: IntArray = np.zeros(0, dtype=np.int64)
        self._articles = 0

    @property
    def width(self) -> int:
        """How many terms are known."""
        return len(self._numbers)

    def numbers(self, terms: Sequence[str]) -> IntArray:
        """The number of each term; a new one gets the next."""
        known = self.width
        of = [self._numbers.setdefault(term, len(self._numbers)) for term in terms]
        new = list(self._numbers)[known:]
        common = [self._background.counts.get(term, 0) for term in new]
        self._common = Commonness(
            self._background.texts, np.concatenate((self._common.frequencies, common))
        )
        self._frequencies = np.append(self._frequencies, np.zeros(len(new), dtype=np.int64))
        return np.array(of, dtype=np.int64)

    def vectors(self, rows: Vectors, numbers: IntArray) -> Vectors:
        """A day's rows, weighted by what is known when they are counted too."""
        counted = Vectors(rows.starts, numbers[rows.terms], rows.values)
        self._frequencies = self._frequencies + frequencies(counted, self._common)
        self._articles += len(rows.starts) - 1
        return weighted(counted, self._common, self._frequencies, self._articles)
