"""Running statistics of a collection of articles: document frequencies and average similarity.

A day's articles are weighed by the words of all days up to it, so that what nearly all articles of
a running topic speak of can't tell its events apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.clustering.term_vectors import Commonness, TermCounts, TermVectors, tf_idf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.clustering.background import Background
    from digest.text import FloatArray, IntArray

# Any two articles of mixed news have an average cosine of 0.02 to 0.03, of a running topic more,
# and so need more to be of one event. From the last on they all tell of one event.
RUNNING_TOPIC, ONE_EVENT = 0.06, 0.2
SLOPE = 4.0
# Few articles tell little of what is usual: so many count half.
HALF_KNOWN = 100
COMPARED_DECIMALS = 9


class DayVectors(NamedTuple):
    """Vectors of a day's articles, of length 1, and the threshold by which they are clustered.

    `numbers` gives the collection's number of each of the rows' terms; `adaptive_threshold` is
    the average cosine that two groups of the day's articles need to be one story.
    """

    rows: TermVectors
    numbers: IntArray
    adaptive_threshold: float


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """Statistics of all articles up to a day.

    Stems are numbered in the order of first use; `document_frequencies` and `vector_sums` (of all
    articles' vectors) have a place for each number.
    """

    articles: int = 0
    _numbers: dict[str, int] = field(default_factory=dict, repr=False)
    commonness: Commonness = field(default_factory=lambda: Commonness(0, np.zeros(0)), repr=False)
    document_frequencies: IntArray = field(
        default_factory=lambda: np.zeros(0, dtype=np.int64), repr=False
    )
    vector_sums: FloatArray = field(default_factory=lambda: np.zeros(0), repr=False)

    def with_stems(self, stems: Sequence[str], background: Background) -> Collection:
        """Number further stems, which no article has yet.

        Collections share the table of numbers, which only grows: each looks at as many of them as
        it has places. So none is copied for each day, unless two go on from one.
        """
        count, numbers = self.count, self._numbers
        new = [stem for stem in dict.fromkeys(stems) if numbers.get(stem, count) >= count]
        if not new:
            return self
        if len(numbers) > count:
            numbers = {stem: number for stem, number in numbers.items() if number < count}
        numbers.update(zip(new, range(count, count + len(new)), strict=True))
        common = background.commonness(new)
        frequencies = np.append(self.commonness.frequencies, common.frequencies)
        return Collection(
            self.articles,
            numbers,
            Commonness(common.texts, frequencies),
            np.append(self.document_frequencies, np.zeros(len(new), dtype=np.int64)),
            np.append(self.vector_sums, np.zeros(len(new))),
        )

    @property
    def count(self) -> int:
        """Number of stems that have a number."""
        return len(self.document_frequencies)

    def numbers_of_known(self, stems: Iterable[str]) -> IntArray:
        """Look up the number of each stem, -1 where it has none."""
        found = np.array([self._numbers.get(stem, -1) for stem in stems], dtype=np.int64)
        found[found >= self.count] = -1
        return found

    def numbers_of(self, stems: Sequence[str]) -> IntArray:
        """Look up the number of each stem, all of which must have one."""
        return np.fromiter(map(self._numbers.__getitem__, stems), np.int64, len(stems))

    def weighed(self, rows: TermVectors, numbers: IntArray) -> tuple[Collection, TermVectors]:
        """Count a day's articles, and weigh them by all that are counted then.

        `numbers` are the collection's of the rows' terms.
        """
        articles = self.articles + len(rows.starts) - 1
        frequencies = self.document_frequencies.copy()
        frequencies[numbers] += np.bincount(rows.terms, minlength=len(numbers))
        here = Commonness(self.commonness.texts, self.commonness.frequencies[numbers])
        weights = tf_idf(rows, here, frequencies[numbers], articles)
        sums = self.vector_sums.copy()
        sums[numbers] += np.bincount(weights.terms, weights.values, minlength=len(numbers))
        after = Collection(articles, self._numbers, self.commonness, frequencies, sums)
        return after, weights

    def average_similarity(self) -> float:
        """Average cosine of all pairs of the articles, each of which is of length 1."""
        pairs = max(self.articles * (self.articles - 1), 1)
        return (float(self.vector_sums @ self.vector_sums) - self.articles) / pairs

    def raised_threshold(self) -> float:
        """Tell how much more than usual articles of a story must be alike: 0 in mixed news."""
        average = self.average_similarity()
        beyond = max(min(average - RUNNING_TOPIC, ONE_EVENT - average), 0.0)
        known = self.articles / (self.articles + HALF_KNOWN)
        # Rounding must not decide anything: terms are numbered as they come.
        return round(SLOPE * beyond * known, COMPARED_DECIMALS)


def weigh(
    collection: Collection, counts: TermCounts, background: Background, least_similarity: float
) -> tuple[Collection, DayVectors]:
    """Take one day's step: the collection with the day's articles, and their vectors."""
    known = collection.with_stems(counts.stems, background)
    numbers = known.numbers_of(counts.stems)
    after, weights = known.weighed(counts.rows, numbers)
    return after, DayVectors(weights, numbers, least_similarity + after.raised_threshold())
