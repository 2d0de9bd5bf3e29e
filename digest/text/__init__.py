"""Sentences and words: every article is split once, and all stages reuse the codes."""

from digest.text.sentences import sentence_spans
from digest.text.stemming import stemmer, stop_words
from digest.text.words import (
    NO_TERM,
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
    "BoolArray",
    "Corpus",
    "FloatArray",
    "IntArray",
    "Lexicon",
    "Text",
    "analyse",
    "sentence_spans",
    "stemmer",
    "stop_words",
    "word_starts",
]
