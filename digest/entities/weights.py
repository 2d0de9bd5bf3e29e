"""The trained model as it ships: weights of buckets, moves between labels, and what it knew."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.gazetteer import LONGEST, Flags, Gazetteer
from digest.entities.hashing import BUCKET_BITS
from digest.entities.spelling import Knowledge
from digest.entities.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from digest.entities.hashing import HashArray
    from digest.text import IntArray

MODEL: Final = "model.npz"


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A linear model in whole numbers, so that its sums are the same on every machine.

    `weights` are (rows, labels), the first row of zeros; `rows` has each bucket's row; `moves` the
    score of a label (column) after another (row).
    """

    known: Knowledge
    rows: NDArray[np.int32]
    weights: NDArray[np.int32]
    moves: IntArray

    def of(self, values: HashArray) -> NDArray[np.int32]:
        """The weights of buckets: (values, labels)."""
        found: NDArray[np.int32] = self.weights[self.rows[values]]
        return found


@cache
def load_model() -> Model:
    """Read the model out of the package."""
    content = (files("digest.entities") / "model" / MODEL).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as arrays:
        return unpacked({name: arrays[name] for name in arrays.files})


def unpacked(arrays: Mapping[str, NDArray[np.generic]]) -> Model:
    """A model from the arrays that it ships as."""
    taken = np.cumsum(arrays["buckets"].astype(np.int64))
    rows = np.zeros(1 << BUCKET_BITS, dtype=np.int32)
    rows[taken] = np.arange(1, len(taken) + 1)
    weights = np.zeros((len(taken) + 1, arrays["weights"].shape[0]), dtype=np.int32)
    weights[1:] = arrays["weights"].T
    gazetteer = Gazetteer(
        _flags(arrays, "names1"),
        {count: _flags(arrays, f"names{count}") for count in range(2, LONGEST + 1)},
    )
    known = Knowledge(
        gazetteer, load_tables().bits, _flags(arrays, "clusters"), _flags(arrays, "cases")
    )
    return Model(known, rows, weights, arrays["moves"].astype(np.int64))


def packed(
    known: Knowledge, buckets: IntArray, weights: IntArray, moves: IntArray
) -> dict[str, NDArray[np.generic]]:
    """The arrays that a model ships as; ascending numbers as their steps, which pack better."""
    arrays: dict[str, NDArray[np.generic]] = {
        "buckets": np.diff(buckets, prepend=0).astype(np.uint32),
        "weights": weights.T.astype(np.int8),
        "moves": moves.astype(np.int32),
    }
    tables = {"clusters": known.clusters, "cases": known.cases, "names1": known.gazetteer.words}
    tables |= {f"names{count}": flags for count, flags in known.gazetteer.runs.items()}
    for name, flags in tables.items():
        arrays[f"{name}_keys"] = np.diff(flags.keys.astype(np.int64), prepend=0).astype(np.uint32)
        arrays[f"{name}_flags"] = flags.flags.astype(np.uint32)
    return arrays


def _flags(arrays: Mapping[str, NDArray[np.generic]], name: str) -> Flags:
    keys = np.cumsum(arrays[f"{name}_keys"].astype(np.int64)).astype(np.uint32)
    return Flags(keys, arrays[f"{name}_flags"].astype(np.int64))
