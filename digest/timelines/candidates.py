"""Candidates: the sentences that may tell of each day."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.summarising import is_eligible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from digest.text import FloatArray, IntArray
    from digest.timelines.mentions import DayMentions
    from digest.timelines.sentence_pool import SentencePool

# An article reports its news in so many sentences; what follows is background.
OPENING_SENTENCES = 8
# Weight of an opening sentence where its article's news is of the day beside.
OTHER_DAY_WEIGHT = 0.5
# Evidence that a candidate tells of its day, the best first: it says so or opens an article of
# then; it was written before the day came, as plans are; or it names the day in passing. What has
# weaker evidence is a candidate only for a day that has no better.
REPORT, ANNOUNCEMENT, INCIDENTAL = range(3)


class Candidate(NamedTuple):
    """Sentence's number, its evidence for a day, and the weight of its score."""

    sentence: int
    evidence: int
    weight: float


class _DayCandidates(NamedTuple):
    """Candidates of a day, given by its ordinal."""

    day: int
    candidates: list[Candidate]


class Candidates(NamedTuple):
    """Candidates of some days, day after day.

    `days` are the days' ordinals and `sizes` the number of candidates of each. `sentences` are
    their numbers, ascending within a day; a sentence can be a candidate for several days.
    `weights` are factors of their scores, 0 where one can't be chosen.
    """

    days: tuple[int, ...]
    sizes: IntArray
    sentences: IntArray
    weights: FloatArray

    @property
    def places(self) -> IntArray:
        """Index of each candidate's day."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)


def candidates_of_days(
    pool: SentencePool, mentions: DayMentions, ranked: Sequence[int], most: int
) -> Candidates:
    """Gather candidates for the first so many days of some; days ascend in the result.

    Candidates of a day are sentences that name it, and those that open an article of that day or
    the next and name no other day. Days named only in passing come after all others. A day without
    eligible candidates is left out, unless there is no other.
    """
    index = _CandidateIndex(pool, mentions)
    reported: list[_DayCandidates] = []
    incidental: list[_DayCandidates] = []
    ineligible: list[_DayCandidates] = []
    by_day = ((day, index.of_day(day)) for day in ranked)
    for day, candidates in filter(itemgetter(1), by_day):
        eligible = {c.sentence for c in candidates if index.is_eligible(c.sentence)}
        evidence = min(c.evidence for c in candidates if not eligible or c.sentence in eligible)
        kept = [_weighted(c, eligible) for c in candidates if c.evidence <= evidence]
        group = ineligible if not eligible else incidental if evidence == INCIDENTAL else reported
        group.append(_DayCandidates(day, kept))
        if len(reported) == most:
            break
    return _flat(sorted([*reported, *incidental][:most] or ineligible[:most]))


def _weighted(candidate: Candidate, eligible: Collection[int]) -> Candidate:
    """Give an ineligible candidate no weight, where others of its day are eligible."""
    chooseable = candidate.sentence in eligible or not eligible
    return candidate if chooseable else candidate._replace(weight=0.0)


def _flat(days: Sequence[_DayCandidates]) -> Candidates:
    flat = [candidate for of_day in days for candidate in of_day.candidates]
    return Candidates(
        tuple(of_day.day for of_day in days),
        np.array([len(of_day.candidates) for of_day in days], dtype=np.int64),
        np.array([candidate.sentence for candidate in flat], dtype=np.int64),
        np.array([candidate.weight for candidate in flat], dtype=np.float64),
    )


def reported_days(pool: SentencePool, mentions: DayMentions) -> IntArray:
    """Find the day whose news each article reports: its own, or the one before if named first."""
    own = mentions.published[mentions.articles]
    near = (own - mentions.days == 0) | (own - mentions.days == 1)
    positions = mentions.sentences - pool.starts[mentions.articles]
    rows = np.flatnonzero(near & ~mentions.incidental & (positions < OPENING_SENTENCES))
    rows = rows[np.lexsort((-mentions.days[rows], mentions.sentences[rows]))]
    articles, first = np.unique(mentions.articles[rows], return_index=True)
    days = mentions.published.copy()
    days[articles] = mentions.days[rows[first]]
    return days


class _CandidateIndex:
    """Index of candidates by their days."""

    def __init__(self, pool: SentencePool, mentions: DayMentions) -> None:
        self._pool, self._mentions = pool, mentions
        self._dated = frozenset(mentions.sentences[~mentions.incidental].tolist())
        self._reported = reported_days(pool, mentions)
        self._eligible: dict[int, bool] = {}

    def is_eligible(self, sentence: int) -> bool:
        """Test whether a reader can take a sentence on its own; each is tested once."""
        if sentence not in self._eligible:
            self._eligible[sentence] = is_eligible(self._pool.sentence(sentence))
        return self._eligible[sentence]

    def of_day(self, day: int) -> list[Candidate]:
        """Gather all candidates of a day by sentence, each with its best evidence."""
        best: dict[int, Candidate] = {}
        for candidate in (*self._naming(day), *self._opening(day)):
            other = best.get(candidate.sentence, candidate)
            best[candidate.sentence] = min(candidate, other, key=lambda c: (c.evidence, -c.weight))
        return [best[sentence] for sentence in sorted(best)]

    def _naming(self, day: int) -> Iterator[Candidate]:
        mentions = self._mentions
        for row in np.flatnonzero(mentions.days == day).tolist():
            is_early = mentions.published[mentions.articles[row]] < day
            evidence = ANNOUNCEMENT if is_early else REPORT
            evidence = INCIDENTAL if mentions.incidental[row] else evidence
            yield Candidate(int(mentions.sentences[row]), evidence, 1.0)

    def _opening(self, day: int) -> Iterator[Candidate]:
        """Take openings of the day's articles and the next day's: papers report the day before."""
        published = self._mentions.published
        for article in np.flatnonzero((published == day) | (published == day + 1)).tolist():
            start, end = self._pool.starts[article : article + 2].tolist()
            weight = 1.0 if self._reported[article] == day else OTHER_DAY_WEIGHT
            for sentence in range(start, min(start + OPENING_SENTENCES, end)):
                if sentence not in self._dated:
                    yield Candidate(sentence, REPORT, weight)
