"""Salience of sentences within their story, by TextRank, lead or one of sumy's rankers."""

from digest.ranking.cosine_textrank import (
    RankingBatch,
    biased_teleport,
    cosine_textrank_many,
    uniform_teleport,
)
from digest.ranking.passages import Passages, passages, passages_many
from digest.ranking.rankers import (
    RANKERS,
    SIMILARITIES,
    Ranker,
    query_ranker_named,
    ranker_named,
    with_lead_fallback,
)
from digest.ranking.sentence_vectors import SentenceVectors, sentence_vectors
from digest.ranking.textrank import textrank, textrank_many

__all__ = [
    "RANKERS",
    "SIMILARITIES",
    "Passages",
    "Ranker",
    "RankingBatch",
    "SentenceVectors",
    "biased_teleport",
    "cosine_textrank_many",
    "passages",
    "passages_many",
    "query_ranker_named",
    "ranker_named",
    "sentence_vectors",
    "textrank",
    "textrank_many",
    "uniform_teleport",
    "with_lead_fallback",
]
