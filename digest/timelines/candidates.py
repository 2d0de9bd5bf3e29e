"""The sentences that may tell of each day."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.summarising import is_eligible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from digest.text import FloatArray, IntArray
    from digest.timelines.mentions import Mentions
    from digest.timelines.pool import Pool

# An article tells its news in so many sentences; what follows is what was known before.
OPENING_SENTENCES = 8
# What an opening sentence keeps of its score where its article's news is of the day beside.
OF_ANOTHER_DAY = 0.5
# How surely a candidate tells of its day: it says so or opens an article of then; it was written
# before the day came, as plans are; or it names the day in passing. The less sure are candidates
# only for a day that has no surer.
TELLS, FORETELLS, TOUCHES = range(3)


class Candidate(NamedTuple):
    """A sentence's number, how surely it tells of a day, and what it keeps of its score."""

    sentence: int
    rank: int
    share: float


class _OfDay(NamedTuple):
    """A day's ordinal, and its candidates."""

    day: int
    found: list[Candidate]


class Candidates(NamedTuple):
    """The candidates of some days, day after day.

    `days` are the days' ordinals and `sizes` how many candidates each has. `sentences` are their
    numbers, ascending within a day; a sentence can stand for several days. `shares` is what each
    keeps of its score, nothing where it can't be chosen.
    """

    days: tuple[int, ...]
    sizes: IntArray
    sentences: IntArray
    shares: FloatArray

    @property
    def places(self) -> IntArray:
        """The place of each candidate's day."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)


def candidates(pool: Pool, mentions: Mentions, ranked: Sequence[int], most: int) -> Candidates:
    """The first so many days of some that can be told, in the order of time, with candidates.

    A day can be told by sentences that name it, and by those that open an article of that day or
    the next and name no other day. Days named only in passing come after all others. A day that
    no sentence that stands alone tells of is left out, unless that leaves nothing to tell.
    """
    looked_up = _LookedUp(pool, mentions)
    told: list[_OfDay] = []
    touched: list[_OfDay] = []
    hanging: list[_OfDay] = []
    by_day = ((day, looked_up.of_day(day)) for day in ranked)
    for day, found in filter(itemgetter(1), by_day):
        alone = {one.sentence for one in found if looked_up.is_eligible(one.sentence)}
        rank = min(one.rank for one in found if not alone or one.sentence in alone)
        kept = [_able(one, alone) for one in found if one.rank <= rank]
        (hanging if not alone else touched if rank == TOUCHES else told).append(_OfDay(day, kept))
        if len(told) == most:
            break
    chosen = sorted([*told, *touched][:most] or hanging[:most])
    flat = [one for of_day in chosen for one in of_day.found]
    return Candidates(
        tuple(of_day.day for of_day in chosen),
        np.array([len(of_day.found) for of_day in chosen], dtype=np.int64),
        np.array([one.sentence for one in flat], dtype=np.int64),
        np.array([one.share for one in flat], dtype=np.float64),
    )


def _able(one: Candidate, alone: Collection[int]) -> Candidate:
    """A candidate that can't be chosen where it does not stand alone, and others of its day do."""
    return one if one.sentence in alone or not alone else one._replace(share=0.0)


def news_days(pool: Pool, mentions: Mentions) -> IntArray:
    """The day whose news each article tells: its own, or the one before if that is named first."""
    own = mentions.published[mentions.articles]
    near = (own - mentions.days == 0) | (own - mentions.days == 1)
    positions = mentions.sentences - pool.starts[mentions.articles]
    rows = np.flatnonzero(near & ~mentions.passing & (positions < OPENING_SENTENCES))
    rows = rows[np.lexsort((-mentions.days[rows], mentions.sentences[rows]))]
    articles, first = np.unique(mentions.articles[rows], return_index=True)
    days = mentions.published.copy()
    days[articles] = mentions.days[rows[first]]
    return days


class _LookedUp:
    """Where each day's candidates are looked up."""

    def __init__(self, pool: Pool, mentions: Mentions) -> None:
        self._pool, self._mentions = pool, mentions
        self._dated = frozenset(mentions.sentences[~mentions.passing].tolist())
        self._news = news_days(pool, mentions)
        self._alone: dict[int, bool] = {}

    def is_eligible(self, sentence: int) -> bool:
        """Whether a reader can take a sentence on its own."""
        if sentence not in self._alone:
            self._alone[sentence] = is_eligible(self._pool.sentence(sentence))
        return self._alone[sentence]

    def of_day(self, day: int) -> list[Candidate]:
        """All that may tell of a day, in the order of the sentences."""
        by_sentence: dict[int, Candidate] = {}
        for one in (*self._naming(day), *self._opening(day)):
            former = by_sentence.get(one.sentence, one)
            by_sentence[one.sentence] = min(one, former, key=lambda c: (c.rank, -c.share))
        return [by_sentence[sentence] for sentence in sorted(by_sentence)]

    def _naming(self, day: int) -> Iterator[Candidate]:
        of = self._mentions
        for row in np.flatnonzero(of.days == day).tolist():
            before = of.published[of.articles[row]] < day
            rank = TOUCHES if of.passing[row] else FORETELLS if before else TELLS
            yield Candidate(int(of.sentences[row]), rank, 1.0)

    def _opening(self, day: int) -> Iterator[Candidate]:
        """Papers tell what happened the day before, so articles of the next day count too."""
        of = self._mentions
        new = (of.published == day) | (of.published == day + 1)
        for article in np.flatnonzero(new).tolist():
            start, end = self._pool.starts[article : article + 2].tolist()
            share = 1.0 if self._news[article] == day else OF_ANOTHER_DAY
            for sentence in range(start, min(start + OPENING_SENTENCES, end)):
                if sentence not in self._dated:
                    yield Candidate(sentence, TELLS, share)
