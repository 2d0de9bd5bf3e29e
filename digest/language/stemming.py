"""Stems by NLTK's Snowball and stop words by sumy, each loaded where it is first needed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# Languages by their primary subtags, under the names that NLTK and sumy give them.
NAMES: Final = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "uk": "ukrainian",
    "zh": "chinese",
}
_STEMMED: Final = frozenset(
    (
        *("arabic", "danish", "dutch", "english", "finnish", "french", "german", "hungarian"),
        *("italian", "norwegian", "portuguese", "romanian", "russian", "spanish", "swedish"),
    )
)


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """Return the Snowball stemmer of a language (Porter 2001), from a lower-case word to its stem.

    A word is its own stem where Snowball has no stemmer. Each distinct word is stemmed once.
    """
    name = NAMES.get(code, "")
    if name not in _STEMMED:
        return str

    @cache
    def stem(word: str) -> str:
        return _snowball(name)(word)

    return stem


@cache
def _snowball(name: str) -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer

    stem: Callable[[str], str] = SnowballStemmer(name).stem
    return stem


@cache
def stop_words(code: str) -> frozenset[str]:
    """Return sumy's stop words of a language; none where it has no list.

    They are read as data, as sumy's own reader would load an HTTP client.
    """
    listed = files("sumy") / "data" / "stopwords" / f"{NAMES.get(code, code)}.txt"
    if not listed.is_file():
        return frozenset()
    words = listed.read_text("utf-8")
    return frozenset(word.strip().lower() for word in words.split("\n") if word.strip())
