"""Rankers of sumy on our sentences.

sumy keys its scores by the sentence; here each sentence is an object of its own, so two with the
same text keep their own scores. Our words and stems are handed over: sumy tokenises nothing.
"""

from __future__ import annotations

import warnings
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from digest.text import NO_TERM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.ranking.passages import Passages
    from digest.text import FloatArray, Lexicon

# Name → module and class in `sumy.summarizers`, and whether it takes a stemmer.
SUMY_RANKERS = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}
# sumy adds floats in the order of a set of strings, which changes from run to run.
SIGNIFICANT_DECIMALS = 9


class _Words:
    """Sentence or document as sumy sees it; compared by identity."""

    def __init__(self, words: tuple[str, ...], sentences: tuple[_Words, ...] = ()) -> None:
        self.words = words
        self.sentences = sentences


class _Info(NamedTuple):
    """Sentence with its position and rating, as sumy gives it."""

    sentence: _Words
    order: int
    rating: float


class _Summarizer(Protocol):
    stop_words: frozenset[str]

    def __call__(
        self, document: _Words, count: Callable[[Sequence[_Info]], Sequence[_Info]]
    ) -> object: ...


def by_sumy(name: str) -> Callable[[Sequence[Passages], Lexicon], list[FloatArray]]:
    """Make the ranker that scores by one of sumy's classes, one story at a time."""

    def rank(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:
        return [_scores(_summarizer(name), story, lexicon) for story in stories]

    return rank


def _summarizer(name: str) -> _Summarizer:
    module, class_name = SUMY_RANKERS[name]
    summarizer: _Summarizer = getattr(import_module(f"sumy.summarizers.{module}"), class_name)()
    return summarizer


def _scores(summarizer: _Summarizer, story: Passages, lexicon: Lexicon) -> FloatArray:
    document = _document(story, lexicon)
    scores = np.zeros(len(document.sentences))
    if not document.words:
        return scores

    def note(infos: Sequence[_Info]) -> Sequence[_Info]:
        """Stand in for sumy's choice of the best: keep each rating at its sentence's index."""
        for info in infos:
            scores[info.order] = info.rating
        return infos

    with warnings.catch_warnings():
        # LSA warns of fewer words than sentences, which short stories always have.
        warnings.simplefilter("ignore", UserWarning)
        summarizer(document, note)
    return scores.round(SIGNIFICANT_DECIMALS)


def _document(story: Passages, lexicon: Lexicon) -> _Words:
    """Put a story's sentences into sumy's form, by their stems without stop words."""
    terms = lexicon.term_of[story.words]
    sentences = tuple(
        _Words(tuple(lexicon.names[term] for term in piece[piece != NO_TERM]))
        for piece in np.split(terms, np.cumsum(story.lengths)[:-1])
    )
    return _Words(tuple(word for sentence in sentences for word in sentence.words), sentences)
