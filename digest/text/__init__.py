"""Sentences and words: every article is split once, and all stages reuse the codes."""

from digest.text.datelines import dateline_length, own_start, own_text
from digest.text.ordering import sorting_order
from digest.text.redundancy import REDUNDANT_ACROSS_DAYS, REDUNDANT_IN_STORY
from digest.text.sentences import sentence_spans
from digest.text.words import (
    NO_TERM,
    BoolArray,
    Corpus,
    FloatArray,
    IntArray,
    Lexicon,
    Text,
    analyse,
    entity_text,
    named_in,
    query_terms,
    term_language,
    word_starts,
)

__all__ = [
    "NO_TERM",
    "REDUNDANT_ACROSS_DAYS",
    "REDUNDANT_IN_STORY",
    "BoolArray",
    "Corpus",
    "FloatArray",
    "IntArray",
    "Lexicon",
    "Text",
    "analyse",
    "dateline_length",
    "entity_text",
    "named_in",
    "own_start",
    "own_text",
    "query_terms",
    "sentence_spans",
    "sorting_order",
    "term_language",
    "word_starts",
]
