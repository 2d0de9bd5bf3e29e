"""Rankers by name: each scores the sentences of many stories, aligned with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from digest.errors import UnknownNameError
from digest.ranking.sumy_rankers import SUMY_RANKERS, by_sumy
from digest.ranking.textrank import textrank_many
from digest.text import NO_TERM, FloatArray, IntArray, Lexicon

if TYPE_CHECKING:
    from digest.ranking.passages import Passages

Ranker = Callable[[Sequence["Passages"], Lexicon], list[FloatArray]]


def by_textrank(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:
    """TextRank over the stems of the words that tell, all stories in one batch."""
    terms, lengths = zip(*(_terms(story, lexicon) for story in stories), strict=True)
    sizes = np.array([len(story.lengths) for story in stories])
    scores = textrank_many(np.concatenate(terms), np.concatenate(lengths), sizes)
    return np.split(scores, np.cumsum(sizes)[:-1])


def by_position(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:  # noqa: ARG001
    """The lead baseline: the nearer to its article's beginning, the better."""
    return [np.reciprocal(1.0 + story.positions.astype(np.float64)) for story in stories]


RANKERS: dict[str, Ranker] = {
    "textrank": by_textrank,
    "lead": by_position,
    **{name: by_sumy(name) for name in SUMY_RANKERS},
}


def ranker_named(name: str) -> Ranker:
    """The ranker of that name; raises UnknownNameError, which lists those there are."""
    if name not in RANKERS:
        raise UnknownNameError("ranker", name, RANKERS)
    return RANKERS[name]


def _terms(story: Passages, lexicon: Lexicon) -> tuple[IntArray, IntArray]:
    """The terms of each sentence without its stop words, and how many each keeps."""
    terms = lexicon.term_of[story.words]
    kept = terms != NO_TERM
    sentence = np.repeat(np.arange(len(story.lengths)), story.lengths)
    return terms[kept], np.bincount(sentence[kept], minlength=len(story.lengths))
