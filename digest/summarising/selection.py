"""Selection of a summary's sentences: by score, without redundancy, in reading order."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import numpy as np

from digest.language import language_of
from digest.model import RankedSentence, Sentence, Summary
from digest.summarising.eligibility import broken_rule, is_eligible
from digest.summarising.redundancy import Decision, Redundancy
from digest.text import REDUNDANT_IN_STORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from digest.model import Article
    from digest.ranking import Passages
    from digest.summarising.lengths import Length
    from digest.text import BoolArray, FloatArray, IntArray

    # Name of the first rule that a sentence breaks; empty where it may be published.
    RuleTest = Callable[[Sentence], str]

# Scores are compared to this many decimals, so that rounding never decides an order.
COMPARED_DECIMALS = 12
# Reasons of rejection, beside the names of broken rules.
CHOSEN = ""
REDUNDANT = "says what is said"
TOO_LONG = "does not fit in"


def select(
    story: Passages, scores: FloatArray, length: Length, rule_of: RuleTest = broken_rule
) -> Summary:
    """Choose eligible sentences until the length is reached, none where none is eligible.

    The next is the one with the highest MMR score (see `Redundancy`); of equals the first by
    position. One whose cosine to a chosen one is above REDUNDANT_IN_STORY is passed over, and so
    is one that would overrun the words, unless none is short enough.
    """
    decisions = mmr_decisions(story, scores, length, rule_of)
    chosen = [decision.index for decision in decisions if decision.rejection_reason == CHOSEN]
    ranked = (RankedSentence(story.sentence(i), float(scores[i])) for i in _in_order(story, chosen))
    return Summary(story.story, tuple(ranked), _lede(story, scores, chosen))


def mmr_decisions(
    story: Passages, scores: FloatArray, length: Length, rule_of: RuleTest = broken_rule
) -> list[Decision]:
    """Decide on sentences one by one until the length is reached; decisions in that order."""
    decisions: list[Decision] = []
    # A first sentence may overrun the words only where none is short enough.
    for overrun in (False, True) if length.unit == "words" else (True,):
        decisions = list(_decisions(story, scores, length, rule_of, overrun=overrun))
        if any(decision.rejection_reason == CHOSEN for decision in decisions):
            break
    return decisions


def _decisions(
    story: Passages, scores: FloatArray, length: Length, rule_of: RuleTest, *, overrun: bool
) -> Iterator[Decision]:
    redundancy = Redundancy(story)
    undecided = np.ones(len(scores), dtype=np.bool_)
    remaining, unlimited = length.amount, overrun
    while remaining > 0:
        mmr_scores = redundancy.mmr_scores(scores)
        for index in _by_score(mmr_scores, undecided):
            undecided[index] = False
            cost = _words(story.sentence(index)) if length.unit == "words" else 1
            too_long = length.unit == "words" and cost > remaining and not unlimited
            redundant = redundancy.max_similarity[index] > REDUNDANT_IN_STORY
            rejected = TOO_LONG if too_long else REDUNDANT if redundant else CHOSEN
            reason = rejected or rule_of(story.sentence(index))
            yield redundancy.decision(index, mmr_scores, reason)
            if reason == CHOSEN:
                break
        else:
            return
        unlimited = False
        remaining -= cost
        if remaining > 0:
            redundancy.choose(index)


def _words(sentence: Sentence) -> int:
    return language_of(sentence.article.language).length(sentence.text)


def _by_score(mmr_scores: FloatArray, undecided: BoolArray) -> list[int]:
    """Order the undecided sentences by MMR score, the highest first, equals by position."""
    indices = np.flatnonzero(undecided)
    order: list[int] = indices[np.argsort(-mmr_scores[indices], kind="stable")].tolist()
    return order


def _in_order(story: Passages, chosen: Sequence[int]) -> list[int]:
    """Sort by time of publication, then by the story's order of its articles, then position."""
    articles = story.story.articles
    moments = {index: _moment(articles[int(story.articles[index])]) for index in chosen}
    return sorted(chosen, key=lambda index: (moments[index], index))


def _moment(article: Article) -> datetime:
    """Time of publication; a plain date counts from its beginning."""
    if isinstance(article.published, datetime):
        return article.published
    return datetime.combine(article.published, time(), UTC)


def _lede(story: Passages, scores: FloatArray, chosen: Sequence[int]) -> Sentence | None:
    """Find the best-scored of the articles' eligible opening sentences, else the first chosen."""
    openings = np.flatnonzero(story.positions == 0)
    by_score: IntArray = openings[
        np.argsort(-scores[openings].round(COMPARED_DECIMALS), kind="stable")
    ]
    ledes = map(story.sentence, by_score.tolist())
    best = story.sentence(chosen[0]) if chosen else None
    return next(filter(is_eligible, ledes), best)
