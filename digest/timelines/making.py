"""From articles to a timeline: their days, the days' candidates, and the best of these.

The way is that of date-wise timelines (Gholipour Ghalandari & Ifrim 2020): first the days are
chosen, then each is summarised on its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from digest.timelines.candidates import candidates
from digest.timelines.choosing import choose
from digest.timelines.days import by_articles, salient_days
from digest.timelines.mentions import mentions
from digest.timelines.pool import pool, speaking_of
from digest.timelines.walking import by_cosine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from digest.model import Sentence
    from digest.text import Corpus, IntArray, Text
    from digest.timelines.days import DayRater
    from digest.timelines.walking import Walk

NO_QUERY: IntArray = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """A day that mattered, and the sentences that tell of it in the order of their articles."""

    day: date
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How days are rated, and how their candidates are."""

    rate_days: DayRater = by_articles
    walk: Walk = by_cosine


USUAL = Recipe()


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a timeline may hold: so many days, and sentences for each of them.

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
    recipe: Recipe = USUAL,
) -> tuple[TimelineDay, ...]:
    """The days that mattered, in the order of time, each with what happened then.

    The corpus's texts stand in the order of their days. Given the terms of a query, only the
    texts that have them all are read, and sentences that have them are preferred. The extent
    bounds the days that are told, not the articles that tell of them.
    """
    texts: Sequence[Text] = speaking_of(corpus.texts, query, corpus.lexicon)
    if not texts:
        return ()
    sentences = pool(texts, corpus.lexicon)
    named = mentions(sentences, zone)
    ranked = salient_days(recipe.rate_days(named), extent.since, extent.until)
    found = candidates(sentences, named, ranked, extent.days)
    if not found.days:
        return ()
    scores = recipe.walk(sentences, found, query)
    chosen = choose(sentences, found, scores, extent.sentences)
    return tuple(
        TimelineDay(
            date.fromordinal(found.days[place]), tuple(sentences.sentence(s) for _, s in told)
        )
        for place, told in groupby(chosen, key=lambda pair: pair[0])
    )
