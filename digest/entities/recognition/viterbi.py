"""Labels of tokens: their scores, the best path (Viterbi 1967) in whole numbers, and its spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from digest.model import ActorKind
    from digest.text import BoolArray, IntArray

KINDS: Final[tuple[ActorKind, ...]] = ("person", "organisation", "place")
PERSON, ORGANISATION, PLACE = range(3)
LABELS: Final = (
    "O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place",
)  # fmt: skip
FORBIDDEN: Final = -(1 << 40)


class NameSpan(NamedTuple):
    """A name by its first and last token, and its kind as a number."""

    first: int
    last: int
    kind: int


def spans(labels: IntArray) -> list[NameSpan]:
    """Names as labels mark them."""
    begins = np.flatnonzero(labels % 2 == 1)
    inside = np.concatenate(((labels > 0) & (labels % 2 == 0), [False]))
    stops = np.flatnonzero(~inside)
    ends = stops[np.searchsorted(stops, begins + 1)] - 1
    kinds = (labels[begins] - 1) // 2
    return [
        NameSpan(*row) for row in zip(begins.tolist(), ends.tolist(), kinds.tolist(), strict=True)
    ]


def stretches(scores: IntArray, tokens: BoolArray) -> tuple[IntArray, IntArray]:
    """Bounds of the stretches that may hold a name, with the token before and after each.

    Elsewhere only O is possible, so that a stretch tells its labels by itself. `tokens` is False
    for paddings.
    """
    possible = ((scores[:, 2] > FORBIDDEN // 2) & tokens).astype(np.int64)
    edges = np.diff(np.concatenate(([0], possible, [0])))
    first, last = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return first - tokens[first - 1], last + np.append(tokens, False)[last]


def viterbi(scores: IntArray, moves: IntArray, first: IntArray, last: IntArray) -> IntArray:
    """Labels of the best path through each sentence: (tokens,) from scores (tokens, labels).

    `moves` are the scores of a label (column) after another (row); `first` and `last` bound the
    sentences. Of two labels as good, the first is taken.
    """
    labels = np.zeros(len(scores), dtype=np.int64)
    lengths = last - first
    order = np.argsort(-lengths, kind="stable")
    order = order[lengths[order] > 0]
    if not len(order):
        return labels
    first, lengths = first[order], lengths[order]
    # How many sentences are longer than each step: the longest come first.
    running = np.searchsorted(-lengths, -np.arange(1, lengths[0] + 1), side="right")
    best = scores[first].copy()
    best[:, 2::2] = FORBIDDEN
    back = []
    for step in range(1, int(lengths[0])):
        going = int(running[step])
        ways = best[:going, :, None] + moves
        chosen = ways.argmax(axis=1)
        back.append(chosen)
        best[:going] = (
            np.take_along_axis(ways, chosen[:, None, :], axis=1)[:, 0, :]
            + scores[first[:going] + step]
        )
    label = best.argmax(axis=1)
    for step in range(int(lengths[0]) - 1, -1, -1):
        going = int(running[step])
        labels[first[:going] + step] = label[:going]
        if step:
            label[:going] = back[step - 1][np.arange(going), label[:going]]
    return labels
