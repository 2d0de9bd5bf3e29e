"""The few sentences that tell a story: by score, without repeats, in reading order."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import numpy as np

from digest.language import language_of
from digest.model import RankedSentence, Sentence, Summary
from digest.summarising.beside import Beside, Considered
from digest.summarising.eligibility import fault, stands_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from digest.model import Article
    from digest.ranking import Passages
    from digest.summarising.lengths import Length
    from digest.text import BoolArray, FloatArray, IntArray

    # The first rule that a sentence breaks, by name; empty where it may be published.
    FaultOf = Callable[[Sentence], str]

# Two sentences with a higher cosine say the same.
MOST_ALIKE = 0.6
# Scores are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 12
CHOSEN = ""
ALIKE = "says what is said"
TOO_LONG = "does not fit in"


def select(
    story: Passages, scores: FloatArray, length: Length, fault_of: FaultOf = fault
) -> Summary:
    """Choose sentences that stand alone until the length is reached, none where none does.

    The next is the one with the highest p · (1 - likeness) · c, p its score, likeness its highest
    cosine to those chosen, and c less than 1 where its source is cited already; equals stand by
    position. One that says nearly the same as one of them is passed over, and so is one that would
    overrun the words, unless none is short enough.
    """
    considered = consider(story, scores, length, fault_of)
    chosen = [one.index for one in considered if one.reason == CHOSEN]
    ranked = (RankedSentence(story.sentence(i), float(scores[i])) for i in _in_order(story, chosen))
    return Summary(story.story, tuple(ranked), _lede(story, scores, chosen))


def consider(
    story: Passages, scores: FloatArray, length: Length, fault_of: FaultOf = fault
) -> list[Considered]:
    """The sentences of a story whose turn came while its summary was chosen, in that order."""
    considered: list[Considered] = []
    # A first sentence may overrun the words only where none is short enough.
    for overrun in (False, True) if length.unit == "words" else (True,):
        considered = list(_considered(story, scores, length, fault_of, overrun=overrun))
        if any(one.reason == CHOSEN for one in considered):
            break
    return considered


def _considered(
    story: Passages, scores: FloatArray, length: Length, fault_of: FaultOf, *, overrun: bool
) -> Iterator[Considered]:
    beside = Beside(story)
    waiting = np.ones(len(scores), dtype=np.bool_)
    room, free = length.amount, overrun
    while room > 0:
        worth = beside.worths(scores)
        for index in _by_worth(worth, waiting):
            waiting[index] = False
            cost = _words(story.sentence(index)) if length.unit == "words" else 1
            over = length.unit == "words" and cost > room and not free
            alike = ALIKE if beside.likeness[index] > MOST_ALIKE else CHOSEN
            reason = TOO_LONG if over else alike or fault_of(story.sentence(index))
            yield beside.considered(index, worth, reason)
            if reason == CHOSEN:
                break
        else:
            return
        free = False
        room -= cost
        if room > 0:
            beside.choose(index)


def _words(sentence: Sentence) -> int:
    return language_of(sentence.article.language).length(sentence.text)


def _by_worth(worth: FloatArray, waiting: BoolArray) -> list[int]:
    """The sentences whose turn has not come, the worthiest first, equals by position."""
    left = np.flatnonzero(waiting)
    order: list[int] = left[np.argsort(-worth[left], kind="stable")].tolist()
    return order


def _in_order(story: Passages, chosen: Sequence[int]) -> list[int]:
    """By the moment of publication, then by the story's order of its articles, then position."""
    articles = story.story.articles
    moments = {index: _moment(articles[int(story.articles[index])]) for index in chosen}
    return sorted(chosen, key=lambda index: (moments[index], index))


def _moment(article: Article) -> datetime:
    """When an article was published; a plain date counts from its beginning."""
    if isinstance(article.published, datetime):
        return article.published
    return datetime.combine(article.published, time(), UTC)


def _lede(story: Passages, scores: FloatArray, chosen: Sequence[int]) -> Sentence | None:
    """The best of the articles' opening sentences that stand alone, else the first chosen."""
    openings = np.flatnonzero(story.positions == 0)
    by_score: IntArray = openings[
        np.argsort(-scores[openings].round(COMPARED_DECIMALS), kind="stable")
    ]
    ledes = map(story.sentence, by_score.tolist())
    best = story.sentence(chosen[0]) if chosen else None
    return next(filter(stands_alone, ledes), best)
