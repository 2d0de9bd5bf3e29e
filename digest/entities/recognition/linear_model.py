"""Trained model as it ships, and the words met so far with their scores.

The model says from which tables it was trained, by their fingerprint (see `entities.cues`).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.cues import fingerprint
from digest.entities.name_tables import FOLDER
from digest.entities.recognition.lexicon import BUCKET_BITS, LONGEST, Flags, HashedNames, Lexicon
from digest.entities.recognition.viterbi import LABELS
from digest.entities.recognition.word_shape import OFFSETS, Words, look_up, word_features
from digest.errors import DigestError
from digest.language.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from digest.entities.recognition.lexicon import HashArray
    from digest.text import IntArray

    Arrays = Mapping[str, NDArray[np.generic]]

MODEL: Final = f"{FOLDER}/model.npz"
FINGERPRINT: Final = "fingerprint"
_FIRST_ROOM: Final = 1 << 12
_MOST_WORDS: Final = 1 << 18
_ATTRIBUTES: Final = len(Words._fields)
_SCORES: Final = len(OFFSETS) * len(LABELS)


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A linear model in whole numbers, so that its sums are the same on every machine.

    `weights` are (rows, labels), the first row of zeros; `rows` has each bucket's row; `moves` the
    score of a label (column) after another (row).
    """

    lexicon: Lexicon
    rows: NDArray[np.int32]
    weights: NDArray[np.int32]
    moves: IntArray

    def of(self, values: HashArray) -> NDArray[np.int32]:
        """Weights of buckets: (values, labels)."""
        weights: NDArray[np.int32] = self.weights[self.rows[values]]
        return weights


def load_model(cues: Mapping[str, int], *, check: bool = False) -> Model:
    """Read the model out of the package.

    Raises DigestError where `check` is asked for and the model was trained on other cues.
    """
    with np.load(BytesIO(table(MODEL).read_bytes()), allow_pickle=False) as arrays:
        return unpacked({name: arrays[name] for name in arrays.files}, cues, check=check)


def unpacked(arrays: Arrays, cues: Mapping[str, int], *, check: bool = False) -> Model:
    """Make a model of the arrays that it ships as; errors are those of `load_model`."""
    if check:
        _check(trained_on(arrays), fingerprint(cues))
    taken = np.cumsum(arrays["buckets"].astype(np.int64))
    rows = np.zeros(1 << BUCKET_BITS, dtype=np.int32)
    rows[taken] = np.arange(1, len(taken) + 1)
    weights = np.zeros((len(taken) + 1, arrays["weights"].shape[0]), dtype=np.int32)
    weights[1:] = arrays["weights"].T
    names = HashedNames(
        _flags(arrays, "names1"),
        {count: _flags(arrays, f"names{count}") for count in range(2, LONGEST + 1)},
    )
    lexicon = Lexicon(names, cues, _flags(arrays, "clusters"), _flags(arrays, "cases"))
    return Model(lexicon, rows, weights, arrays["moves"].astype(np.int64))


def trained_on(arrays: Arrays) -> str:
    """Fingerprint of the tables that a model was trained on, or `""` where it names none."""
    return arrays[FINGERPRINT].tobytes().hex() if FINGERPRINT in arrays else ""


def with_fingerprint(arrays: Arrays, cues: Mapping[str, int]) -> dict[str, NDArray[np.generic]]:
    """Mark a model's arrays as trained on these cues."""
    digits = bytes.fromhex(fingerprint(cues))
    return {**arrays, FINGERPRINT: np.frombuffer(digits, dtype=np.uint8)}


def _check(trained: str, tables: str) -> None:
    if trained != tables:
        reason = f"was trained on tables {trained[:8] or 'unknown'}, those here are {tables[:8]}"
        command = "run: python -m training.actors"
        raise DigestError(MODEL.rpartition("/")[2], f"{reason}; {command}")


def packed(
    lexicon: Lexicon, buckets: IntArray, weights: IntArray, moves: IntArray
) -> dict[str, NDArray[np.generic]]:
    """Pack a model into arrays; ascending numbers as their steps, which pack better."""
    arrays: dict[str, NDArray[np.generic]] = {
        "buckets": np.diff(buckets, prepend=0).astype(np.uint32),
        "weights": weights.T.astype(np.int8),
        "moves": moves.astype(np.int32),
    }
    tables = {"clusters": lexicon.clusters, "cases": lexicon.cases, "names1": lexicon.names.words}
    tables |= {f"names{count}": flags for count, flags in lexicon.names.runs.items()}
    for name, flags in tables.items():
        arrays[f"{name}_keys"] = np.diff(flags.keys.astype(np.int64), prepend=0).astype(np.uint32)
        arrays[f"{name}_flags"] = flags.flags.astype(np.uint32)
    return with_fingerprint(arrays, lexicon.cues)


def _flags(arrays: Arrays, name: str) -> Flags:
    keys = np.cumsum(arrays[f"{name}_keys"].astype(np.int64)).astype(np.uint32)
    return Flags(keys, arrays[f"{name}_flags"].astype(np.int64))


class Vocabulary:
    """A memory of words, held by whoever asks: it speeds up answers and never changes them."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._row: dict[str, int] = {}
        self._table = np.zeros((_FIRST_ROOM, _ATTRIBUTES + _SCORES), dtype=np.int64)

    def of(self, spelt: Sequence[str]) -> tuple[Words, IntArray]:
        """Attributes of words, and the scores that each adds around it.

        The scores are (offsets, words, labels), by the offset of the word from the token scored.
        """
        if len(self._row) > _MOST_WORDS:
            self._row.clear()
        new = [word for word in spelt if word not in self._row]
        if new:
            self._learn(new)
        rows = np.fromiter(map(self._row.__getitem__, spelt), np.int64, len(spelt))
        entries = self._table[rows]
        scores = entries[:, _ATTRIBUTES:].reshape(len(spelt), len(OFFSETS), len(LABELS))
        return Words(*entries[:, :_ATTRIBUTES].T.copy()), scores.transpose(1, 0, 2)

    def _learn(self, new: Sequence[str]) -> None:
        words = look_up(new, self._model.lexicon)
        start, end = len(self._row), len(self._row) + len(new)
        if end > len(self._table):
            room = max(end, 2 * len(self._table))
            grown = np.zeros((room, _ATTRIBUTES + _SCORES), dtype=np.int64)
            grown[:start] = self._table[:start]
            self._table = grown
        self._table[start:end, :_ATTRIBUTES] = np.stack(words, axis=1)
        features = word_features(new, words)
        for place, offset in enumerate(OFFSETS):
            values, bounds = features[offset]
            sums = np.add.reduceat(self._model.of(values), bounds, axis=0)
            at = _ATTRIBUTES + place * len(LABELS)
            self._table[start:end, at : at + len(LABELS)] = sums
        self._row.update(zip(new, range(start, end), strict=True))
