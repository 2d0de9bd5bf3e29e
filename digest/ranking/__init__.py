"""Salience: how much each sentence of a story says of the whole."""

from digest.ranking.cosine import Sets, cosine_textrank_many, even_jumps, leaning_jumps
from digest.ranking.passages import Passages, passages, passages_many, query_terms
from digest.ranking.rankers import (
    RANKERS,
    SIMILARITIES,
    Ranker,
    by_language,
    led_ranker_named,
    ranker_named,
)
from digest.ranking.textrank import textrank, textrank_many
from digest.ranking.vectors import Vectors, vectors

__all__ = [
    "RANKERS",
    "SIMILARITIES",
    "Passages",
    "Ranker",
    "Sets",
    "Vectors",
    "by_language",
    "cosine_textrank_many",
    "even_jumps",
    "leaning_jumps",
    "led_ranker_named",
    "passages",
    "passages_many",
    "query_terms",
    "ranker_named",
    "textrank",
    "textrank_many",
    "vectors",
]
