"""Words of articles as integer codes, made once and reused by every later stage."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.language import ENGLISH, Language, language_of
from digest.model import Sentence
from digest.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from digest.model import Article

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
FloatArray = NDArray[np.float64]

NO_TERM = -1


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Distinct words of a corpus by code, and the term (stem) of each.

    `term_of[code]` is the word's term, or NO_TERM for a stop word, a lone letter or a bare
    number; `names[term]` is the stem, outside of English with its language behind it, as in
    `hafen@de`, so that no two languages share a term. `capitalised[code]` is whether the word
    begins with a capital. A word that two languages have has a code in each. Terms are numbered
    in the order of their names, so two terms stand in the same order in every lexicon that has
    both. `languages` are the codes of the words' own.
    """

    words: tuple[str, ...]
    term_of: IntArray
    names: tuple[str, ...]
    capitalised: BoolArray
    languages: tuple[str, ...]


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
        """Return the sentence at a position, from 0."""
        start, end = self.sentences[position].tolist()
        return Sentence(self.article, position, start, end)

    def only(self, sentences: BoolArray) -> Text:
        """Return the same article with some of its sentences alone."""
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
    articles: Iterable[Article], languages: Callable[[str], Language] = language_of
) -> Corpus:
    """Split articles into sentences and words, each by the rules of its language.

    `languages` gives the language of a tag. Each distinct word in lower case is stemmed once.
    """
    articles = list(articles)
    spoken = [languages(article.language) for article in articles]
    distinct = list(dict.fromkeys(spoken))
    if len(distinct) <= 1:
        return _analysed(articles, distinct[0] if distinct else ENGLISH)
    parts = {
        language: _analysed(
            [one for one, of in zip(articles, spoken, strict=True) if of is language], language
        )
        for language in distinct
    }
    return _joined(list(parts.values()), [distinct.index(language) for language in spoken])


def _analysed(articles: Sequence[Article], language: Language) -> Corpus:
    """Split articles of one language."""
    splits = [_split(article, language) for article in articles]
    chunks = list(chain.from_iterable(split.chunks for split in splits))
    words, codes, bounds = _coded(chunks, language)
    texts = []
    start = 0
    for article, split in zip(articles, splits, strict=True):
        ends = bounds[np.cumsum([start, *split.counts])]
        start += len(split.chunks)
        title = codes[ends[-1] : bounds[start]]
        sentences = np.array(split.sentences, dtype=np.int64).reshape(-1, 2)
        texts.append(Text(article, sentences, codes[ends[0] : ends[-1]], ends - ends[0], title))
    return Corpus(_lexicon(words, language), tuple(texts))


def _joined(parts: Sequence[Corpus], part_of: Sequence[int]) -> Corpus:
    """Join corpora of several languages; `part_of` tells from which the next text comes."""
    lexicons = [part.lexicon for part in parts]
    first = np.cumsum([0, *(len(lexicon.words) for lexicon in lexicons)]).tolist()
    names = sorted(set(chain.from_iterable(lexicon.names for lexicon in lexicons)))
    number = {name: term for term, name in enumerate(names)}
    terms = []
    for lexicon in lexicons:
        # One more for NO_TERM, which is the last from the end.
        places = np.array([*map(number.__getitem__, lexicon.names), NO_TERM], dtype=np.int64)
        terms.append(places[lexicon.term_of])
    texts = [iter(part.texts) for part in parts]
    return Corpus(
        Lexicon(
            tuple(chain.from_iterable(lexicon.words for lexicon in lexicons)),
            np.concatenate(terms),
            tuple(names),
            np.concatenate([lexicon.capitalised for lexicon in lexicons]),
            tuple(chain.from_iterable(lexicon.languages for lexicon in lexicons)),
        ),
        tuple(_shifted(next(texts[part]), first[part]) for part in part_of),
    )


def _shifted(text: Text, first: int) -> Text:
    return replace(text, words=text.words + first, title=text.title + first)


class _Split(NamedTuple):
    """An article's sentences, its chunks with those of its title last, and their number by part.

    A chunk is what stands between blanks.
    """

    sentences: list[tuple[int, int]]
    chunks: list[str]
    counts: list[int]


def _split(article: Article, language: Language) -> _Split:
    spans = sentence_spans(article.text, language)
    chunks: list[str] = []
    counts = []
    for start, end in spans:
        found = article.text[start:end].split()
        chunks += found
        counts.append(len(found))
    return _Split(spans, chunks + article.title.split(), counts)


def _coded(chunks: list[str], language: Language) -> tuple[tuple[str, ...], IntArray, IntArray]:
    """Return the distinct words, the codes of all, and where each chunk's words start and end.

    No word reaches over a blank, so each distinct chunk is tokenised once: that is quicker by far
    than to tokenise the running text.
    """
    number = {chunk: index for index, chunk in enumerate(dict.fromkeys(chunks))}
    # One chunk a line, so that the line ends tell which words are whose.
    flat = language.tokenize("\n".join([*number, ""]))
    code = {word: index for index, word in enumerate(dict.fromkeys(["\n", *flat]))}
    codes = np.fromiter(map(code.__getitem__, flat), dtype=np.int64, count=len(flat))
    ends = np.flatnonzero(codes == 0)
    starts = np.concatenate(([0], ends[:-1] + 1))
    which = np.fromiter(map(number.__getitem__, chunks), dtype=np.int64, count=len(chunks))
    sizes = (ends - starts)[which]
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    places = np.repeat(starts[which] - bounds[:-1], sizes) + np.arange(bounds[-1])
    return tuple(code)[1:], codes[places] - 1, bounds


def entity_text(text: Text) -> Text:
    """Return a text, without its sentences where its language has no actors to be found."""
    if language_of(text.article.language).has_entities:
        return text
    return text.only(np.zeros(len(text.sentences), dtype=np.bool_))


def word_starts(text: Text, lexicon: Lexicon) -> IntArray:
    """Return the first character of each of the text's words.

    It must be of a language whose words don't overlap. Between two words of a sentence stands no
    character that a word could begin with, so the next place where the word's letters stand is the
    word.
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


def _lexicon(words: Sequence[str], language: Language) -> Lexicon:
    lowered = [lower(word) for word in words]
    stems = {word: term_name(word, language) for word in dict.fromkeys(lowered)}
    names = sorted(set(stems.values()) - {""})
    number = {name: term for term, name in enumerate(names)} | {"": NO_TERM}
    term_of = [number[stems[word]] for word in lowered]
    capitalised = [word[0].isupper() for word in words]
    return Lexicon(
        tuple(words),
        np.array(term_of, dtype=np.int64),
        tuple(names),
        np.array(capitalised, dtype=np.bool_),
        (language.code,),
    )


def lower(word: str) -> str:
    """Return a word as it is stemmed and compared: in lower case, its apostrophes straight."""
    return word.lower().replace("’", "'")


def term_name(word: str, language: Language) -> str:
    """Return the name of the term of a word in lower case; empty if it has none.

    >>> term_name("harbours", ENGLISH), term_name("häfen", language_of("de"))
    ('harbour', 'haf@de')
    """
    if not tells(word) or word in language.stop_words:
        return ""
    stem = language.stem(word)
    return named_in(stem, language) if stem else ""


def named_in(stem: str, language: Language) -> str:
    """Return the name of the term that a stem is in a language."""
    return stem if language.code == ENGLISH.code else f"{stem}@{language.code}"


def term_language(name: str) -> str:
    """Return the code of the language of a term's name."""
    return name.rpartition("@")[2] if "@" in name else ENGLISH.code


def query_terms(words: str, lexicon: Lexicon) -> IntArray:
    """Find the distinct terms of a query in the languages of a lexicon, ascending.

    NO_TERM is there for words that no text has; words that are terms in no language have none.
    """
    languages = list(map(language_of, lexicon.languages))
    distinct = {lower(word) for language in languages for word in language.tokenize(words)}
    terms: set[int] = set()
    for word in distinct:
        names = {name for language in languages if (name := term_name(word, language))}
        places = {name: bisect_left(lexicon.names, name) for name in names}
        present = {p for name, p in places.items() if lexicon.names[p : p + 1] == (name,)}
        terms |= present or ({NO_TERM} if names else set())
    return np.array(sorted(terms), dtype=np.int64)


def tells(word: str) -> bool:
    """Tell whether a word can be a term: it is no lone letter and no bare number."""
    return len(word) > 1 and not word[0].isdigit()
