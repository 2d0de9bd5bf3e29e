"""Words of articles as integer codes, made once and reused by every later stage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from digest.model import Sentence
from digest.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from digest.model import Article

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
FloatArray = NDArray[np.float64]

# Initialisms with stops (U.S.), numbers with inner marks (1,990.5), and words with inner
# hyphens and apostrophes; a possessive 's is no part of its word.
WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:/]\d+)*"
    r"|[^\W_]+(?:(?:-|['’](?!s\b))[^\W_]+)*"
)
NO_TERM = -1


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The distinct words of a corpus by code, and the term (stem) that each stands for.

    `term_of[code]` is the word's term, or NO_TERM for a stop word, a lone letter or a bare
    number; `names[term]` is the stem.
    """

    words: tuple[str, ...]
    term_of: IntArray
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """An article's sentences and words.

    `sentences` is (n, 2): start and end of each. `words` and `starts` are the code and the first
    character of each word; those of sentence i are at `bounds[i]` to `bounds[i + 1]`. `title` has
    the codes of the title's words.
    """

    article: Article
    sentences: IntArray
    words: IntArray
    starts: IntArray
    bounds: IntArray
    title: IntArray

    def sentence(self, position: int) -> Sentence:
        """The sentence at a position, from 0."""
        start, end = self.sentences[position].tolist()
        return Sentence(self.article, position, start, end)


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Articles whose words share one lexicon."""

    lexicon: Lexicon
    texts: tuple[Text, ...]


class _Codes(dict[str, int]):
    """Gives each new word the next code."""

    def __missing__(self, word: str) -> int:
        code = self[word] = len(self)
        return code


def analyse(
    articles: Iterable[Article], stop_words: Collection[str], stem: Callable[[str], str]
) -> Corpus:
    """Split the articles into sentences and words; stem each distinct lower-case word once."""
    codes = _Codes()
    texts = tuple(_text(article, codes) for article in articles)
    return Corpus(_lexicon(tuple(codes), stop_words, stem), texts)


def _text(article: Article, codes: _Codes) -> Text:
    spans = sentence_spans(article.text)
    sentences = np.array(spans, dtype=np.int64).reshape(-1, 2)
    words: list[int] = []
    starts: list[int] = []
    for match in WORD.finditer(article.text):
        words.append(codes[match.group()])
        starts.append(match.start())
    places = np.array(starts, dtype=np.int64)
    bounds = np.append(np.searchsorted(places, sentences[:, 0]), len(places))
    title = [codes[word] for word in WORD.findall(article.title)]
    return Text(
        article,
        sentences,
        np.array(words, dtype=np.int64),
        places,
        bounds,
        np.array(title, dtype=np.int64),
    )


def _lexicon(
    words: Sequence[str], stop_words: Collection[str], stem: Callable[[str], str]
) -> Lexicon:
    terms = _Codes()
    term_of_lower: dict[str, int] = {}
    term_of = np.empty(len(words), dtype=np.int64)
    for code, word in enumerate(words):
        lower = word.lower().replace("’", "'")
        term = term_of_lower.get(lower)
        if term is None:
            term = terms[stem(lower)] if _tells(lower, stop_words) else NO_TERM
            term_of_lower[lower] = term
        term_of[code] = term
    return Lexicon(tuple(words), term_of, tuple(terms))


def _tells(word: str, stop_words: Collection[str]) -> bool:
    return len(word) > 1 and word not in stop_words and not word[0].isdigit()
