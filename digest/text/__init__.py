"""Sentences and words: every article is split once, and all stages reuse the codes."""

from digest.text.lead_ins import lead_in_length
from digest.text.ordering import sorting_order
from digest.text.sentences import sentence_spans
from digest.text.stemming import stemmer, stop_words
from digest.text.words import (
    NO_TERM,
    WORD,
    BoolArray,
    Corpus,
    FloatArray,
    IntArray,
    Lexicon,
    Text,
    analyse,
    word_starts,
)

__all__ = [
    "NO_TERM",
    "WORD",
    "BoolArray",
    "Corpus",
    "FloatArray",
    "IntArray",
    "Lexicon",
    "Text",
    "analyse",
    "lead_in_length",
    "sentence_spans",
    "sorting_order",
    "stemmer",
    "stop_words",
    "word_starts",
]
