"""Phrases: the words in which a story uses its terms, as far as they can name a topic."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from digest.language import language_of
from digest.text import NO_TERM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.language.base import LabelWords
    from digest.text import BoolArray, IntArray, Lexicon, Text

MOST_WORDS = 3
# A word joins a phrase that has this share of its use beside it, twice that for a third word, and
# at least so many uses. They must be most of its use beside words that could be part of a phrase.
LEAST_SHARE, FEWEST_USES = 0.25, 2
# Shares of a noun's use: behind an article or preposition at least, behind words that verbs follow
# at most, and as the last of its phrase at least, which adjectives are not.
AS_NOUN, AS_VERB, AS_LAST = 0.2, 0.3, 0.25
# Whether words can name a topic: no, perhaps, or as a name or a noun does.
UNFIT, DOUBTFUL, FIT = range(3)
# Code between two sentences.
BREAK = -2


class Phrase(NamedTuple):
    """One to three words as a story uses them most, and their terms.

    `head` is the term that was looked up. `named` is whether the last word has a capital,
    `fitness` whether they can name a topic.
    """

    words: tuple[str, ...]
    head: int
    terms: frozenset[int]
    named: bool
    fitness: int

    def __str__(self) -> str:
        return " ".join(self.words)


class PhraseIndex:
    """Running words of some articles of a story, in which its terms' phrases are looked up.

    `codes` has BREAK around each sentence and title, `article` whose word each is, `body` whether
    it is inside a sentence: not in a title, and not a sentence's first. A term has few places, so
    these are looked at one by one, which is quicker than by arrays.
    """

    def __init__(self, texts: Sequence[Text], lexicon: Lexicon) -> None:
        self._texts, self._lexicon = texts, lexicon
        self._rules = language_of(texts[0].article.language).labels
        running = [_running(text) for text in texts]
        codes = np.concatenate([codes for codes, _ in running])
        body = np.concatenate([body for _, body in running])
        lengths = [len(codes) for codes, _ in running]
        codes_of_words = np.maximum(codes, 0)
        self._terms = np.where(codes == BREAK, BREAK, lexicon.term_of[codes_of_words])
        # Stop words in small letters part phrases, those with a capital are parts of names.
        joining = (self._terms >= 0) | (body & lexicon.capitalised[codes_of_words])
        distinct = np.where(self._terms >= 0, self._terms, BREAK - 1 - codes)
        self._beside: list[int] = np.where(joining, distinct, BREAK).tolist()
        self._codes: list[int] = codes.tolist()
        self._body: list[bool] = body.tolist()
        self._article: list[int] = np.repeat(np.arange(len(texts)), lengths).tolist()

    def phrase(self, head: int) -> Phrase | None:
        """Find the phrase that a term is mostly in, or its word; None if few articles have it."""
        at: list[int] = np.flatnonzero(self._terms == head).tolist()
        articles = {self._article[place] for place in at}
        if head == NO_TERM or 2 * len(articles) < max(len(self._texts), 1):
            return None
        size, (words, named) = 1, self._words(at, 1)
        while size < MOST_WORDS and (longer := self._longer(at, size, named=named)):
            more, _ = self._words(longer, size + 1)
            if not self._is_contiguous(" ".join(more)):
                break
            at, size, words = longer, size + 1, more
        terms = frozenset(self._terms[at[0] : at[0] + size].tolist()) - {NO_TERM}
        named = named and words[-1][0].isupper()
        return Phrase(words, head, terms, named, self._fitness(at, words, named=named))

    def _is_contiguous(self, words: str) -> bool:
        """Test whether the words are somewhere side by side, with single blanks between them."""
        articles = [text.article for text in self._texts]
        return any(words in text for article in articles for text in (article.text, article.title))

    def _longer(self, at: list[int], size: int, *, named: bool) -> list[int]:
        """Find where a phrase has the word before it, or behind it, that it mostly has."""
        extended = []
        for place, shift in ((-1, -1), (size, 0)):
            beside = [self._beside[start + place] for start in at]
            counts = Counter(key for key in beside if key != BREAK)
            # Of equals the first term, whatever place it has.
            key, most = min(counts.items(), key=_by_count, default=(BREAK, 0))
            needed = max(FEWEST_USES, LEAST_SHARE * size * len(at))
            if most >= needed and 2 * most > counts.total():
                hits = [start for start, other in zip(at, beside, strict=True) if other == key]
                ((word,), _) = self._words([hit + place for hit in hits], 1)
                if _joins(word, self._rules, before=place < 0, named=named):
                    extended.append([hit + shift for hit in hits])
        # Of equals the first: with the word before.
        return max(extended, key=len, default=[])

    def _words(self, at: list[int], size: int) -> tuple[tuple[str, ...], bool]:
        """Find the most frequent form, if possible inside sentences, and if it has a capital."""
        starts = [place for place in at if self._body[place]] or at
        windows = Counter(tuple(self._codes[place : place + size]) for place in starts)
        forms = {tuple(self._lexicon.words[c] for c in codes): n for codes, n in windows.items()}
        words = min(forms, key=lambda form: (-forms[form], " ".join(form).swapcase()))
        # A dateline's `OLDMERE` is Oldmere.
        spelled = tuple(word.capitalize() for word in words)
        if spelled in forms and all(word.isupper() for word in words):
            words = spelled
        return words, words[-1][0].isupper()

    def _fitness(self, at: list[int], words: tuple[str, ...], *, named: bool) -> int:
        rules, last, size = self._rules, words[-1].lower(), len(words)
        if rules is None:
            return FIT
        if (
            (size == 1 and last in rules.no_topic)
            or last.endswith(rules.verb_endings)
            or last in rules.past_verbs
        ):
            return FIT if named and size > 1 else UNFIT
        if not any(self._body[place] for place in at):
            return DOUBTFUL  # Capitals tell nothing in titles.
        if named:
            return FIT
        return FIT if self._is_noun(at, size, rules) else DOUBTFUL

    def _is_noun(self, at: list[int], size: int, rules: LabelWords) -> bool:
        """Test by the words around the phrase whether it is used as a noun."""
        contexts = [self._words_before(place, rules) for place in at]
        as_last = sum(self._terms[place + size] < 0 for place in at) / len(at)
        as_noun = sum(not rules.before_nouns.isdisjoint(words) for words in contexts) / len(at)
        as_verb = sum(words[0] in rules.before_verbs for words in contexts) / len(at)
        return as_last >= AS_LAST and as_verb < AS_VERB and (size > 1 or as_noun >= AS_NOUN)

    def _words_before(self, place: int, rules: LabelWords) -> tuple[str, str]:
        """Take the word before, and the one before that, as an adjective may be between."""
        near = self._word(place - 1)
        return near, self._word(place - 2) if near and near not in rules.before_verbs else ""

    def _word(self, place: int) -> str:
        code = self._codes[place]
        return "" if code == BREAK else self._lexicon.words[code].lower()


def _by_count(item: tuple[int, int]) -> tuple[int, int]:
    key, count = item
    return -count, key


def _joins(word: str, rules: LabelWords | None, *, before: bool, named: bool) -> bool:
    """Test whether a word before or behind can join a phrase: names join names alone."""
    lowered = word.lower()
    if word[0].isdigit() or word[0].isupper() != named:
        return False
    if rules is None:
        return named  # Nothing tells a noun's phrase from other words side by side.
    if lowered in rules.before_nouns or lowered in rules.apart:
        return False
    endings = rules.before_endings if before else rules.verb_endings
    is_noun = not lowered.endswith(endings) and lowered not in rules.no_topic | rules.past_verbs
    return named or is_noun


def _running(text: Text) -> tuple[IntArray, BoolArray]:
    """Join the codes of an article's words and title by breaks, and mask those inside sentences."""
    sentences = np.insert(text.words, text.bounds[:-1], BREAK)
    codes = np.concatenate((sentences, [BREAK], text.title, [BREAK]))
    body = np.zeros(len(codes), dtype=np.bool_)
    body[2 : len(sentences)] = codes[1 : len(sentences) - 1] != BREAK
    return codes, body & (codes != BREAK)
