"""The score of each label for each token of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.decoding import FORBIDDEN, LABELS
from digest.entities.features import place_features
from digest.entities.spelling import OFFSETS
from digest.entities.tokens import MARGIN

if TYPE_CHECKING:
    from digest.entities.spelling import Words
    from digest.entities.tokens import Page
    from digest.entities.weights import Model
    from digest.text import IntArray

_INSIDE: Final = [label for label, name in enumerate(LABELS) if name != "O"]
_BEGINS: Final = [label for label, name in enumerate(LABELS) if name.startswith("B-")]


def label_scores(
    page: Page, words: Words, around: IntArray, shouting: IntArray, model: Model
) -> IntArray:
    """The scores: (tokens, labels). A name begins with a capital and goes on near one.

    `around` are the scores that each word adds to the tokens around it, by offset.
    """
    codes = page.codes
    capital = words.capital[codes] > 0
    near = capital | np.roll(capital, 1) | np.roll(capital, -1)
    # The outermost paddings have no tokens around them.
    near[:MARGIN] = near[-MARGIN:] = False
    scores = np.zeros((len(codes), len(LABELS)), dtype=np.int64)
    scores[:, _INSIDE] = FORBIDDEN
    candidates = np.flatnonzero(near)
    total = np.zeros((len(candidates), len(LABELS)), dtype=np.int64)
    for offset, adding in zip(OFFSETS, around, strict=True):
        total += adding[codes[candidates + offset]]
    for family in place_features(page, words, model.known, shouting, candidates):
        total += model.of(family)
    total[:, _BEGINS] += np.where(capital[candidates], 0, FORBIDDEN)[:, None]
    scores[candidates] = total
    return scores
