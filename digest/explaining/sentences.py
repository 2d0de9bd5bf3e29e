"""Reasons for which each sentence of a story is chosen or rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from digest.model import SentenceReasons
from digest.summarising import (
    CHOSEN,
    NO_SENTENCE,
    REDUNDANT,
    Redundancy,
    broken_rule,
    mmr_decisions,
)
from digest.text import REDUNDANT_IN_STORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.ranking import Passages
    from digest.summarising import Decision, Length
    from digest.text import FloatArray

LENGTH_REACHED = "the length is reached"


def explain_sentences(
    story: Passages, scores: FloatArray, length: Length
) -> tuple[SentenceReasons, ...]:
    """Explain all sentences of a story, those first whose turn came, in that order.

    The rest is measured against all that were chosen and follows by MMR score, then by position.
    """
    decisions = mmr_decisions(story, scores, length)
    rest = _undecided(story, scores, decisions)
    return tuple(_reasons(story, scores, decision) for decision in (*decisions, *rest))


def _undecided(
    story: Passages, scores: FloatArray, decisions: Sequence[Decision]
) -> Iterator[Decision]:
    """Measure the sentences whose turn never came."""
    redundancy = Redundancy(story)
    for decision in decisions:
        if decision.rejection_reason == CHOSEN:
            redundancy.choose(decision.index)
    mmr_scores = redundancy.mmr_scores(scores)
    decided = {decision.index for decision in decisions}
    for index in np.argsort(-mmr_scores, kind="stable").tolist():
        if index not in decided:
            yield redundancy.decision(index, mmr_scores, LENGTH_REACHED)


def _reasons(story: Passages, scores: FloatArray, decision: Decision) -> SentenceReasons:
    sentence = story.sentence(decision.index)
    had_turn = decision.rejection_reason != LENGTH_REACHED
    # What a chosen one says as well has been pushed out by that, however long the rest may be.
    redundant = not had_turn and decision.max_similarity > REDUNDANT_IN_STORY
    nearest = decision.most_similar
    return SentenceReasons(
        story.story,
        sentence,
        float(scores[decision.index]),
        # Of vectors of length 1, rounding alone makes a cosine above 1 and a score below zero.
        max(0.0, decision.mmr_score),
        min(decision.max_similarity, 1.0),
        None if nearest == NO_SENTENCE else story.sentence(nearest),
        decision.source_cited,
        had_turn,
        decision.rejection_reason == CHOSEN,
        REDUNDANT if redundant else decision.rejection_reason,
        broken_rule(sentence),
    )
