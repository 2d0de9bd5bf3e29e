"""Words of articles as integer codes, made once and reused by every later stage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

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

# A word goes on over an inner hyphen or apostrophe, but not into a possessive 's; over the marks
# inside a number (1,990.5); and over the stops of an initialism (U.S.). The order is for speed.
WORD = re.compile(
    r"\w+(?:"
    r"[-'’]\b(?!s\b)\w+"
    r"|[,:/.]\b(?:(?<=\d.)\d+|(?<=\b[A-Z]\.)(?:[A-Z]\.)*[A-Z]\b\.?)"
    r")*"
)
NO_TERM = -1


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The distinct words of a corpus by code, and the term (stem) that each stands for.

    `term_of[code]` is the word's term, or NO_TERM for a stop word, a lone letter or a bare
    number; `names[term]` is the stem. `capitalised[code]` is whether the word begins with a
    capital. Terms are numbered in the order of their stems, so two
    terms stand in the same order in every lexicon that has both.
    """

    words: tuple[str, ...]
    term_of: IntArray
    names: tuple[str, ...]
    capitalised: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """An article's sentences and words.

    `sentences` is (n, 2): start and end of each. `words` are the codes of all words; those of
    sentence i are at `bounds[i]` to `bounds[i + 1]`. `title` has the codes of the title's words.
    """

    article: Article
    sentences: IntArray
    words: IntArray
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
    articles = list(articles)
    splits = [_split(article) for article in articles]
    codes = _Codes()
    words = chain.from_iterable(split.words for split in splits)
    coded = np.fromiter(map(codes.__getitem__, words), dtype=np.int64)
    texts = []
    start = 0
    for article, split in zip(articles, splits, strict=True):
        texts.append(_text(article, split, coded[start : start + len(split.words)]))
        start += len(split.words)
    return Corpus(_lexicon(tuple(codes), stop_words, stem), tuple(texts))


def word_starts(text: Text, lexicon: Lexicon) -> IntArray:
    """The first character of each of the text's words.

    Between two words stands no character that a word could begin with, so the next place where
    the word's letters stand is the word.
    """
    starts = np.empty(len(text.words), dtype=np.int64)
    end = 0
    for index, code in enumerate(text.words.tolist()):
        word = lexicon.words[code]
        starts[index] = start = text.article.text.index(word, end)
        end = start + len(word)
    return starts


class _Split(NamedTuple):
    """An article's sentences, its words with those of its title last, and their number by part."""

    sentences: list[tuple[int, int]]
    words: list[str]
    counts: list[int]


def _split(article: Article) -> _Split:
    spans = sentence_spans(article.text)
    words: list[str] = []
    counts = []
    for start, end in spans:
        found = WORD.findall(article.text, start, end)
        words += found
        counts.append(len(found))
    return _Split(spans, words + WORD.findall(article.title), counts)


def _text(article: Article, split: _Split, codes: IntArray) -> Text:
    sentences = np.array(split.sentences, dtype=np.int64).reshape(-1, 2)
    bounds = np.cumsum([0, *split.counts])
    return Text(article, sentences, codes[: bounds[-1]], bounds, codes[bounds[-1] :])


def _lexicon(
    words: Sequence[str], stop_words: Collection[str], stem: Callable[[str], str]
) -> Lexicon:
    lowered = [word.lower().replace("’", "'") for word in words]
    stems = {
        word: stem(word) if _tells(word) and word not in stop_words else ""
        for word in dict.fromkeys(lowered)
    }
    names = sorted(set(stems.values()) - {""})
    number = {name: term for term, name in enumerate(names)} | {"": NO_TERM}
    term_of = [number[stems[word]] for word in lowered]
    capitalised = [word[0].isupper() for word in words]
    return Lexicon(tuple(words), np.array(term_of), tuple(names), np.array(capitalised))


def _tells(word: str) -> bool:
    return len(word) > 1 and not word[0].isdigit()
