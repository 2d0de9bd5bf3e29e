"""The words of all days up to one: their numbers, and in how many articles each was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.clustering.vectors import Vectors
    from digest.text import IntArray


class Frequencies(NamedTuple):
    """In how many of so many `articles` each term is."""

    of: IntArray
    articles: int


class Seen:
    """Grows day by day; one way over the days has one, and nobody else sees it."""

    def __init__(self) -> None:
        """Nothing is seen yet."""
        self._numbers: dict[str, int] = {}
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
        new = np.zeros(self.width - known, dtype=np.int64)
        self._frequencies = np.append(self._frequencies, new)
        return np.array(of, dtype=np.int64)

    def count(self, rows: Vectors, numbers: IntArray) -> Frequencies:
        """The frequencies of the rows' terms when a day's rows are counted too.

        `numbers` are those of the terms as the rows number them.
        """
        here = np.bincount(rows.terms, minlength=len(numbers))
        self._frequencies[numbers] += here
        self._articles += len(rows.starts) - 1
        return Frequencies(self._frequencies[numbers], self._articles)
