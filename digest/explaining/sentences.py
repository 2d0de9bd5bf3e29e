"""What became of each sentence of a story, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from digest.model import SentenceReasons
from digest.summarising import ALIKE, CHOSEN, MOST_ALIKE, NONE, Beside, consider, fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.ranking import Passages
    from digest.summarising import Considered, Length
    from digest.text import FloatArray

LENGTH_REACHED = "the length is reached"


def explain_sentences(
    story: Passages, scores: FloatArray, length: Length
) -> tuple[SentenceReasons, ...]:
    """Explain all sentences of a story, those first whose turn came, in that order.

    The rest is measured against all that were chosen and follows by worth, then by position.
    """
    considered = consider(story, scores, length)
    return tuple(
        _reasons(story, scores, one) for one in (*considered, *_rest(story, scores, considered))
    )


def _rest(
    story: Passages, scores: FloatArray, considered: Sequence[Considered]
) -> Iterator[Considered]:
    """The sentences whose turn never came."""
    beside = Beside(story)
    for one in considered:
        if one.reason == CHOSEN:
            beside.choose(one.index)
    worth = beside.worths(scores)
    had = {one.index for one in considered}
    for index in np.argsort(-worth, kind="stable").tolist():
        if index not in had:
            yield beside.considered(index, worth, LENGTH_REACHED)


def _reasons(story: Passages, scores: FloatArray, one: Considered) -> SentenceReasons:
    sentence = story.sentence(one.index)
    had_turn = one.reason != LENGTH_REACHED
    # What a chosen one says as well has been pushed out by that, however long the rest may be.
    reason = one.reason if had_turn or one.likeness <= MOST_ALIKE else ALIKE
    return SentenceReasons(
        story.story,
        sentence,
        float(scores[one.index]),
        # Of vectors of length 1, rounding alone makes a likeness of more and a worth below zero.
        max(0.0, one.worth),
        min(one.likeness, 1.0),
        None if one.like == NONE else story.sentence(one.like),
        one.is_cited,
        had_turn,
        one.reason == CHOSEN,
        reason,
        fault(sentence),
    )
