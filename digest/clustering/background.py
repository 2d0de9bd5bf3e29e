"""Background frequencies of stems in English at large: BACKGROUND.md has the sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from digest.clustering.term_vectors import Commonness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BACKGROUND = Path(__file__).with_name("background.tsv")


@dataclass(frozen=True, slots=True)
class Background:
    """Document frequencies of a background: `counts[stem]` of its `texts` texts have the stem."""

    texts: int
    counts: Mapping[str, int]

    def commonness(self, terms: Sequence[str]) -> Commonness:
        """Look up the document frequency of each term, 0 where there is none."""
        frequencies = [self.counts.get(stem, 0) for stem in terms]
        return Commonness(self.texts, np.array(frequencies, dtype=np.float64))


@cache
def background() -> Background:
    """Read the table that ships with the package, once."""
    first, *rows = BACKGROUND.read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows)
    return Background(int(first), {stem: int(count) for stem, count in pairs})
