"""Stems by NLTK's Snowball and stop words by sumy, each loaded where it is first needed."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec, module_from_spec
from types import ModuleType
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
    stem: Callable[[str], str] = _snowball_module().SnowballStemmer(name).stem
    return stem


@cache
def _snowball_module() -> ModuleType:
    """Load NLTK's module of stemmers without the packages around it.

    These import all of NLTK, and with it SciPy's statistics, which take longer than all the rest
    of a build's start. The stemmers need nothing of them but the name of a corpus of stop words,
    which they look into only if asked to ignore such words. So the packages stand in empty while
    the module is loaded, and are gone before anybody else imports them.
    """
    if "nltk" in sys.modules:
        return import_module("nltk.stem.snowball")
    corpus = ModuleType("nltk.corpus")
    corpus.__dict__["stopwords"] = None
    try:
        sys.modules["nltk"] = _unrun("nltk")
        sys.modules["nltk.stem"] = _unrun("nltk.stem")
        sys.modules["nltk.corpus"] = corpus
        return import_module("nltk.stem.snowball")
    finally:
        for loaded in [name for name in sys.modules if name.partition(".")[0] == "nltk"]:
            del sys.modules[loaded]


def _unrun(package: str) -> ModuleType:
    """Return a package that has its path, but whose own code has not run."""
    spec = find_spec(package)
    if spec is None:
        raise ModuleNotFoundError(name=package)
    return module_from_spec(spec)


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
