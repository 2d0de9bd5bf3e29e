"""Put together what training finds into the arrays that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.gazetteer import made_gazetteer
from digest.entities.spelling import Knowledge
from digest.entities.tables import load_tables
from digest.entities.tokens import read_page
from digest.entities.weights import packed
from training.actors import background, learning
from training.actors.names import gazetteer_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from digest.text import FloatArray, IntArray
    from training.actors.gold import Marked

LARGEST: Final = 127
FEWEST: Final = 6  # smaller weights say nothing
SHARE_WITHIN: Final = 0.9995


def model_arrays(articles: Sequence[Marked], orders: int) -> dict[str, NDArray[np.generic]]:
    """The model that the marked articles make."""
    page = read_page((article.text, article.sentences) for article in articles)
    known = Knowledge(
        made_gazetteer(gazetteer_names()),
        load_tables().bits,
        background.clusters(page),
        background.cases(page),
    )
    weights, moves = learning.learn(learning.examples(articles, known), orders)
    return packed(known, *quantised(weights, moves))


def quantised(
    weights: Mapping[int, FloatArray], moves: FloatArray
) -> tuple[IntArray, IntArray, IntArray]:
    """Buckets in ascending order, their weights and the moves as small whole numbers."""
    taken = np.array(sorted(weights))
    table = np.array([weights[bucket] for bucket in taken.tolist()])
    scale = LARGEST / np.quantile(np.abs(table).max(axis=1), SHARE_WITHIN)
    whole = np.clip(np.round(table * scale), -LARGEST, LARGEST).astype(np.int64)
    kept = np.abs(whole).max(axis=1) >= FEWEST
    return taken[kept], whole[kept], np.round(moves * scale).astype(np.int64)
