"""Stems by NLTK's Snowball and stop words by sumy."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def stemmer(language: str = "english") -> Callable[[str], str]:
    """The Snowball stemmer of a language (Porter 2001), from a lower-case word to its stem."""
    from nltk.stem.snowball import SnowballStemmer

    stem: Callable[[str], str] = SnowballStemmer(language).stem
    return stem


@cache
def stop_words(language: str = "english") -> frozenset[str]:
    """sumy's stop words, read as data: its own reader would load an HTTP client."""
    words = (files("sumy") / "data" / "stopwords" / f"{language}.txt").read_text("utf-8")
    return frozenset(word.strip().lower() for word in words.split("\n") if word.strip())
