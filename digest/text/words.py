"""Words of articles as integer codes, made once and reused by every later stage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, pairwise
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
WORD_OR_LINE_END = re.compile(WORD.pattern + r"|\n")
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

    def only(self, sentences: BoolArray) -> Text:
        """The same article with some of its sentences alone."""
        sizes = np.diff(self.bounds)
        words = self.words[np.repeat(sentences, sizes)]
        bounds = np.concatenate(([0], np.cumsum(sizes[sentences])))
        return Text(self.article, self.sentences[sentences], words, bounds, self.title)


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Articles whose words share one lexicon."""

    lexicon: Lexicon
    texts: tuple[Text, ...]


def analyse(
    articles: Iterable[Article], stop_words: Collection[str], stem: Callable[[str], str]
) -> Corpus:
    """Split the articles into sentences and words; stem each distinct lower-case word once."""
    articles = list(articles)
    splits = [_split(article) for article in articles]
    chunks = list(chain.from_iterable(split.chunks for split in splits))
    words, codes, bounds = _coded(chunks)
    texts = []
    start = 0
    for article, split in zip(articles, splits, strict=True):
        ends = bounds[np.cumsum([start, *split.counts])]
        start += len(split.chunks)
        title = codes[ends[-1] : bounds[start]]
        sentences = np.array(split.sentences, dtype=np.int64).reshape(-1, 2)
        texts.append(Text(article, sentences, codes[ends[0] : ends[-1]], ends - ends[0], title))
    return Corpus(_lexicon(words, stop_words, stem), tuple(texts))


class _Split(NamedTuple):
    """An article's sentences, its chunks with those of its title last, and their number by part.

    A chunk is what stands between blanks.
    """

    sentences: list[tuple[int, int]]
    chunks: list[str]
    counts: list[int]


def _split(article: Article) -> _Split:
    spans = sentence_spans(article.text)
    chunks: list[str] = []
    counts = []
    for start, end in spans:
        found = article.text[start:end].split()
        chunks += found
        counts.append(len(found))
    return _Split(spans, chunks + article.title.split(), counts)


def _coded(chunks: list[str]) -> tuple[tuple[str, ...], IntArray, IntArray]:
    """The distinct words, the codes of all words, and where each chunk's words start and end.

    No word reaches over a blank, so each distinct chunk is tokenised once: that is quicker by far
    than to tokenise the running text.
    """
    number = {chunk: index for index, chunk in enumerate(dict.fromkeys(chunks))}
    # One chunk a line, so that the line ends tell which words are whose.
    flat = WORD_OR_LINE_END.findall("\n".join([*number, ""]))
    code = {word: index for index, word in enumerate(dict.fromkeys(["\n", *flat]))}
    codes = np.fromiter(map(code.__getitem__, flat), dtype=np.int64, count=len(flat))
    ends = np.flatnonzero(codes == 0)
    starts = np.concatenate(([0], ends[:-1] + 1))
    which = np.fromiter(map(number.__getitem__, chunks), dtype=np.int64, count=len(chunks))
    sizes = (ends - starts)[which]
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    places = np.repeat(starts[which] - bounds[:-1], sizes) + np.arange(bounds[-1])
    return tuple(code)[1:], codes[places] - 1, bounds


def word_starts(text: Text, lexicon: Lexicon) -> IntArray:
    """The first character of each of the text's words.

    Between two words of a sentence stands no character that a word could begin with, so the next
    place where the word's letters stand is the word.
    """
    starts: list[int] = []
    find = text.article.text.index
    words = [lexicon.words[code] for code in text.words.tolist()]
    bounds = pairwise(text.bounds.tolist())
    for end, (first, last) in zip(text.sentences[:, 0].tolist(), bounds, strict=True):
        for word in words[first:last]:
            start = find(word, end)
            end = start + len(word)  # noqa: PLW2901
            starts.append(start)
    return np.array(starts, dtype=np.int64)


def _lexicon(
    words: Sequence[str], stop_words: Collection[str], stem: Callable[[str], str]
) -> Lexicon:
    lowered = [word.lower().replace("’", "'") for word in words]
    stems = {
        word: stem(word) if tells(word) and word not in stop_words else ""
        for word in dict.fromkeys(lowered)
    }
    names = sorted(set(stems.values()) - {""})
    number = {name: term for term, name in enumerate(names)} | {"": NO_TERM}
    term_of = [number[stems[word]] for word in lowered]
    capitalised = [word[0].isupper() for word in words]
    return Lexicon(
        tuple(words),
        np.array(term_of, dtype=np.int64),
        tuple(names),
        np.array(capitalised, dtype=np.bool_),
    )


def tells(word: str) -> bool:
    """Whether a word can be a term: it is no lone letter and no bare number."""
    return len(word) > 1 and not word[0].isdigit()
