"""How common each stem is in English at large: see BACKGROUND.md for the counts' sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from digest.clustering.vectors import Commonness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BACKGROUND = Path(__file__).with_name("background.tsv")


@dataclass(frozen=True, slots=True)
class Background:
    """`counts[stem]` of `texts` texts hold the stem."""

    texts: int
    counts: Mapping[str, int]

    def commonness(self, terms: Sequence[str]) -> Commonness:
        """How common each of the terms is."""
        frequencies = [self.counts.get(name, 0) for name in terms]
        return Commonness(self.texts, np.array(frequencies, dtype=np.float64))


@cache
def background() -> Background:
    """The table that ships with the package."""
    first, *rows = BACKGROUND.read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows)
    return Background(int(first), {stem: int(count) for stem, count in pairs})
