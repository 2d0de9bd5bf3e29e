"""The few sentences that tell a story: by score, without repeats, in reading order."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from digest.model import RankedSentence, Sentence, Summary
from digest.text import NO_TERM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.ranking import Passages
    from digest.text import FloatArray, IntArray, Lexicon

# Two sentences whose terms have a higher cosine say the same.
MOST_ALIKE = 0.6
# Fewer words than this are a heading, a caption or a fragment.
FEWEST_WORDS = 6
SENTENCE_ENDS = (".", "!", "?", "…")
CLOSERS = "\"'”’)]"
# A sentence that opens with one of these leans on the one before.
HANGING = frozenset(
    (
        *("he", "she", "it", "they", "we", "i", "his", "her", "its", "their"),
        *("this", "these", "those", "and", "but", "or", "so", "yet", "nor", "also"),
        *("however", "meanwhile", "moreover", "therefore", "thus", "instead", "then"),
    )
)
# Scores are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 12


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary may be: an amount of sentences or of words."""

    unit: Literal["sentences", "words"]
    amount: int


def select(story: Passages, scores: FloatArray, lexicon: Lexicon, length: Length) -> Summary:
    """Choose sentences by score until the length is reached; equal scores stand by position.

    A sentence too near to a chosen one is passed over, and so is one that would overrun the
    words, unless it is the first. Fragments are taken only where there is nothing else.
    """
    chosen: list[int] = []
    bags: list[Counter[int]] = []
    words_left = length.amount
    for index in _by_score(story, scores):
        words = len(story.sentence(index).text.split())
        if length.unit == "words" and chosen and words > words_left:
            continue
        bag = _bag(story, index, lexicon)
        if any(cosine(bag, other) > MOST_ALIKE for other in bags):
            continue
        chosen.append(index)
        bags.append(bag)
        words_left -= words
        if len(chosen) == length.amount and length.unit == "sentences":
            break
    sentences = [_ranked(story, scores, index) for index in sorted(chosen)]
    return Summary(story.story, tuple(sentences), _lede(story, scores))


def cosine(one: Counter[int], other: Counter[int]) -> float:
    """Cosine of two bags of terms; 0 where one is empty.

    >>> round(cosine(Counter([1, 2]), Counter([2, 3])), 3)
    0.5
    """
    shared = sum(count * other[term] for term, count in one.items())
    norms = sum(n * n for n in one.values()) * sum(n * n for n in other.values())
    return shared / math.sqrt(norms) if shared else 0.0


def stands_alone(sentence: Sentence, words: int) -> bool:
    """Whether it is a whole sentence that needs none before it."""
    text = sentence.text
    whole = words >= FEWEST_WORDS and text.rstrip(CLOSERS).endswith(SENTENCE_ENDS)
    return whole and text.split(maxsplit=1)[0].rstrip(",").lower() not in HANGING


def _by_score(story: Passages, scores: FloatArray) -> Iterator[int]:
    """Whole sentences by score; the rest follow only where there is no whole one."""
    rounded = scores.round(COMPARED_DECIMALS)
    order: IntArray = np.lexsort((np.arange(len(rounded)), -rounded))
    whole = False
    for index in order.tolist():
        if stands_alone(story.sentence(index), int(story.lengths[index])):
            whole = True
            yield index
    if not whole:
        yield from order.tolist()


def _bag(story: Passages, index: int, lexicon: Lexicon) -> Counter[int]:
    end = int(story.ends[index])
    terms = lexicon.term_of[story.words[end - int(story.lengths[index]) : end]]
    return Counter(terms[terms != NO_TERM].tolist())


def _ranked(story: Passages, scores: FloatArray, index: int) -> RankedSentence:
    return RankedSentence(story.sentence(index), float(scores[index]))


def _lede(story: Passages, scores: FloatArray) -> Sentence:
    """The best of the articles' opening sentences, one that stands alone where there is one."""
    openings = np.flatnonzero(story.positions == 0)
    by_score = openings[np.argsort(-scores[openings].round(COMPARED_DECIMALS), kind="stable")]
    ledes = [story.sentence(int(index)) for index in by_score]
    lengths = story.lengths[by_score].tolist()
    whole = (lede for lede, words in zip(ledes, lengths, strict=True) if stands_alone(lede, words))
    return next(whole, ledes[0])
