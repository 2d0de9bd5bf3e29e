"""Salience: how much each sentence of a story says of the whole."""

from digest.ranking.passages import Passages, passages
from digest.ranking.rankers import RANKERS, Ranker, ranker_named
from digest.ranking.textrank import textrank, textrank_many

__all__ = [
    "RANKERS",
    "Passages",
    "Ranker",
    "passages",
    "ranker_named",
    "textrank",
    "textrank_many",
]
