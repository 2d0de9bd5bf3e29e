"""Date-wise timelines: days are selected first, then each is summarised on its own.

The order of steps is that of Gholipour Ghalandari & Ifrim (2020).

    texts ─pool→ sentences ─mentions→ scored days ─candidates→ ranked candidates ─select→ timeline
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from digest.timelines.candidates import candidates_of_days
from digest.timelines.centrality import cosine_centrality
from digest.timelines.date_selection import mention_scores, select_days
from digest.timelines.mentions import day_mentions
from digest.timelines.selection import select_sentences
from digest.timelines.sentence_pool import matching_texts, sentence_pool

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from digest.model import Sentence
    from digest.text import Corpus, IntArray, Text
    from digest.timelines.centrality import CandidateRanker
    from digest.timelines.date_selection import DayScorer

NO_QUERY: IntArray = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """Day that mattered, with the sentences that tell of it in the order of their articles."""

    day: date
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """Scorer of days, and ranker of their candidates."""

    score_days: DayScorer = mention_scores
    rank_candidates: CandidateRanker = cosine_centrality


DEFAULT = Method()


@dataclass(frozen=True, slots=True)
class Extent:
    """Extent of a timeline: at most so many days, and sentences for each of them.

    The days lie between two, both included; None is open.
    """

    days: int
    sentences: int
    since: date | None = None
    until: date | None = None


def timeline(
    corpus: Corpus,
    zone: tzinfo,
    extent: Extent,
    query: IntArray = NO_QUERY,
    method: Method = DEFAULT,
) -> tuple[TimelineDay, ...]:
    """Summarise the days that mattered most, in the order of time.

    The corpus's texts are in the order of their days. Given the terms of a query, only the texts
    that have them all are read, and sentences that have them are preferred. The extent bounds the
    days that are selected, not the articles that tell of them.
    """
    texts: Sequence[Text] = matching_texts(corpus.texts, query, corpus.lexicon)
    if not texts:
        return ()
    pool = sentence_pool(texts, corpus.lexicon)
    mentions = day_mentions(pool, zone)
    ranked = select_days(method.score_days(mentions), extent.since, extent.until)
    candidates = candidates_of_days(pool, mentions, ranked, extent.days)
    if not candidates.days:
        return ()
    scores = method.rank_candidates(pool, candidates, query)
    selected = select_sentences(pool, candidates, scores, extent.sentences)
    return tuple(
        TimelineDay(
            date.fromordinal(candidates.days[place]),
            tuple(pool.sentence(number) for _, number in pairs),
        )
        for place, pairs in groupby(selected, key=itemgetter(0))
    )
