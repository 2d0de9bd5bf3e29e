"""Put together what training finds into the arrays that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.recognition.lexicon import Lexicon, hashed_names
from digest.entities.recognition.linear_model import packed
from digest.entities.recognition.tokens import token_table
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


def model_arrays(
    articles: Sequence[Marked], cues: Mapping[str, int], orders: int
) -> dict[str, NDArray[np.generic]]:
    """Train a model on the marked articles; it holds the fingerprint of the cues."""
    page = token_table((article.text, article.sentences) for article in articles)
    lexicon = Lexicon(
        hashed_names(gazetteer_names()),
        cues,
        background.clusters(page),
        background.cases(page),
    )
    weights, moves = learning.learn(learning.examples(articles, lexicon), orders)
    return packed(lexicon, *quantised(weights, moves))


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
