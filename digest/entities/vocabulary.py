"""Words met so far, with what is known of them and their scores: each is worked out once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.decoding import LABELS
from digest.entities.spelling import OFFSETS, Words, look_up, word_features
from digest.entities.weights import load_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.entities.weights import Model
    from digest.text import IntArray

_FIRST_ROOM: Final = 1 << 12
_MOST_WORDS: Final = 1 << 18
_KNOWN: Final = len(Words._fields)
_SCORES: Final = len(OFFSETS) * len(LABELS)


class Vocabulary:
    """A memory of words: it changes how soon an answer comes, never the answer."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._row: dict[str, int] = {}
        self._table = np.zeros((_FIRST_ROOM, _KNOWN + _SCORES), dtype=np.int64)

    def of(self, spelt: Sequence[str]) -> tuple[Words, IntArray]:
        """What is known of words, and the scores that each adds around it.

        The scores are (offsets, words, labels), by the offset of the word from the token scored.
        """
        if len(self._row) > _MOST_WORDS:
            self._row.clear()
        new = [word for word in spelt if word not in self._row]
        if new:
            self._learn(new)
        rows = np.fromiter(map(self._row.__getitem__, spelt), np.int64, len(spelt))
        found = self._table[rows]
        scores = found[:, _KNOWN:].reshape(len(spelt), len(OFFSETS), len(LABELS))
        return Words(*found[:, :_KNOWN].T.copy()), scores.transpose(1, 0, 2)

    def _learn(self, new: Sequence[str]) -> None:
        words = look_up(new, self._model.known)
        start, end = len(self._row), len(self._row) + len(new)
        if end > len(self._table):
            grown = np.zeros((max(end, 2 * len(self._table)), _KNOWN + _SCORES), dtype=np.int64)
            grown[:start] = self._table[:start]
            self._table = grown
        self._table[start:end, :_KNOWN] = np.stack(words, axis=1)
        features = word_features(new, words)
        for place, offset in enumerate(OFFSETS):
            values, bounds = features[offset]
            sums = np.add.reduceat(self._model.of(values), bounds, axis=0)
            at = _KNOWN + place * len(LABELS)
            self._table[start:end, at : at + len(LABELS)] = sums
        self._row.update(zip(new, range(start, end), strict=True))


@cache
def vocabulary() -> Vocabulary:
    """The memory that goes with the package's model."""
    return Vocabulary(load_model())
