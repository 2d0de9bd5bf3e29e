"""How a story's terms are worded: as the phrases they stand in, where they can name a topic."""

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
# A word belongs to a phrase if so much of its use is in it, twice that for a third word; and twice
# at least. It must be most of its use beside any word that could be part of one.
LEAST_SHARE, FEWEST_USES = 0.25, 2
# So much of a noun's use is behind an article or a preposition, and so little behind what a verb
# follows; and it is the last of its phrase so often, which adjectives are not.
AS_NOUN, AS_VERB, AS_LAST = 0.2, 0.3, 0.25
# Whether words can name a topic: no, perhaps, or as a name or a noun does.
UNFIT, DOUBTFUL, FIT = range(3)
# What stands between two sentences.
BREAK = -2


class Phrase(NamedTuple):
    """One to three words as a story uses them most, and the terms that they stand for.

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


class Wording:
    """The running words of some articles of a story that has terms, which are looked up in them.

    `codes` has BREAK around each sentence and title, `article` whose word each is, `body` whether
    it stands inside a sentence: not in a title, and not as a sentence's first. A term has few
    places, so these are looked at one by one, which is quicker than by arrays.
    """

    def __init__(self, texts: Sequence[Text], lexicon: Lexicon) -> None:
        self._texts, self._lexicon = texts, lexicon
        self._known = language_of(texts[0].article.language).labels
        running = [_running(text) for text in texts]
        codes = np.concatenate([codes for codes, _ in running])
        body = np.concatenate([body for _, body in running])
        lengths = [len(codes) for codes, _ in running]
        known = np.maximum(codes, 0)
        self._terms = np.where(codes == BREAK, BREAK, lexicon.term_of[known])
        # Stop words in small letters part phrases, those with a capital are parts of names.
        joining = (self._terms >= 0) | (body & lexicon.capitalised[known])
        told_apart = np.where(self._terms >= 0, self._terms, BREAK - 1 - codes)
        self._beside: list[int] = np.where(joining, told_apart, BREAK).tolist()
        self._codes: list[int] = codes.tolist()
        self._body: list[bool] = body.tolist()
        self._article: list[int] = np.repeat(np.arange(len(texts)), lengths).tolist()

    def phrase(self, head: int) -> Phrase | None:
        """The phrase that a term mostly stands in, or its word; None if few articles have it."""
        at: list[int] = np.flatnonzero(self._terms == head).tolist()
        if head == NO_TERM or 2 * len({self._article[place] for place in at}) < max(
            len(self._texts), 1
        ):
            return None
        size, (words, named) = 1, self._words(at, 1)
        while size < MOST_WORDS and (longer := self._longer(at, size, named=named)):
            more, _ = self._words(longer, size + 1)
            if not self._is_told(" ".join(more)):
                break
            at, size, words = longer, size + 1, more
        terms = frozenset(self._terms[at[0] : at[0] + size].tolist()) - {NO_TERM}
        named = named and words[-1][0].isupper()
        return Phrase(words, head, terms, named, self._fitness(at, words, named=named))

    def _is_told(self, words: str) -> bool:
        """Whether the words stand side by side, and nothing but a blank between them."""
        articles = [text.article for text in self._texts]
        return any(words in told for one in articles for told in (one.text, one.title))

    def _longer(self, at: list[int], size: int, *, named: bool) -> list[int]:
        """Where the phrase stands with the word before it, or behind it, that it mostly has."""
        found = []
        for place, start in ((-1, -1), (size, 0)):
            beside = [self._beside[one + place] for one in at]
            counts = Counter(key for key in beside if key != BREAK)
            # Of equals the first term, whatever place it has.
            key, most = min(counts.items(), key=_by_count, default=(BREAK, 0))
            needed = max(FEWEST_USES, LEAST_SHARE * size * len(at))
            if most >= needed and 2 * most > counts.total():
                hits = [one for one, other in zip(at, beside, strict=True) if other == key]
                ((word,), _) = self._words([hit + place for hit in hits], 1)
                if _joins(word, self._known, before=place < 0, named=named):
                    found.append([hit + start for hit in hits])
        # Of equals the first: with the word before.
        return max(found, key=len, default=[])

    def _words(self, at: list[int], size: int) -> tuple[tuple[str, ...], bool]:
        """The most frequent form, inside sentences if it stands there, and if it has capitals."""
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
        known, last, size = self._known, words[-1].lower(), len(words)
        if known is None:
            return FIT
        if (
            (size == 1 and last in known.no_topic)
            or last.endswith(known.verb_endings)
            or last in known.past_verbs
        ):
            return FIT if named and size > 1 else UNFIT
        if not any(self._body[place] for place in at):
            return DOUBTFUL  # Capitals tell nothing in titles.
        if named:
            return FIT
        before = [self._words_before(place, known) for place in at]
        as_last = sum(self._terms[place + size] < 0 for place in at) / len(at)
        as_noun = sum(not known.before_nouns.isdisjoint(found) for found in before) / len(before)
        as_verb = sum(found[0] in known.before_verbs for found in before) / len(before)
        is_noun = as_last >= AS_LAST and as_verb < AS_VERB and (size > 1 or as_noun >= AS_NOUN)
        return FIT if is_noun else DOUBTFUL

    def _words_before(self, place: int, known: LabelWords) -> tuple[str, str]:
        """The word before, and the one before that, as an adjective may be between."""
        near = self._word(place - 1)
        return near, self._word(place - 2) if near and near not in known.before_verbs else ""

    def _word(self, place: int) -> str:
        code = self._codes[place]
        return "" if code == BREAK else self._lexicon.words[code].lower()


def _by_count(counted: tuple[int, int]) -> tuple[int, int]:
    key, count = counted
    return -count, key


def _joins(word: str, known: LabelWords | None, *, before: bool, named: bool) -> bool:
    """Whether a word before or behind can be part of a phrase: names in names, no name beside."""
    lowered = word.lower()
    if word[0].isdigit() or word[0].isupper() != named:
        return False
    if known is None:
        return named  # Nothing tells a noun's phrase from other words side by side.
    if lowered in known.before_nouns or lowered in known.apart:
        return False
    endings = known.before_endings if before else known.verb_endings
    is_noun = not lowered.endswith(endings) and lowered not in known.no_topic | known.past_verbs
    return named or is_noun


def _running(text: Text) -> tuple[IntArray, BoolArray]:
    """The codes of an article's words and title, with breaks, and which stand inside sentences."""
    sentences = np.insert(text.words, text.bounds[:-1], BREAK)
    codes = np.concatenate((sentences, [BREAK], text.title, [BREAK]))
    body = np.zeros(len(codes), dtype=np.bool_)
    body[2 : len(sentences)] = codes[1 : len(sentences) - 1] != BREAK
    return codes, body & (codes != BREAK)
