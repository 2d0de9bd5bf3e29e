"""Length of summaries, by the weight of their stories."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

# From so many independent articles on, so many thirds of the length: 3 sentences become 2 to 5.
THIRDS = ((10, 5), (5, 4), (2, 3), (0, 2))


@dataclass(frozen=True, slots=True)
class Length:
    """Length of a summary: an amount of sentences or of words."""

    unit: Literal["sentences", "words"]
    amount: int

    def weighed(self, independent: int) -> Length:
        """Scale the length by a story's independent articles, rounded, to at least 1.

        >>> [Length("sentences", 3).weighed(articles).amount for articles in (1, 2, 5, 10)]
        [2, 3, 4, 5]
        """
        thirds = next(share for least, share in THIRDS if independent >= least)
        return replace(self, amount=max(1, (self.amount * thirds + 1) // 3))
