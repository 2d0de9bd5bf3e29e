"""Cooccurrence of actors: which articles name the same rare ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

_FEW: Final = 3  # articles that an actor may be named in and still tell them from others
_SHARE: Final = 10  # of so many articles, one may name it


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """Rare actors of each article: those that few of the articles name."""

    rare: tuple[AbstractSet[Hashable], ...]

    def most_shared(self, at: int, others: Iterable[int]) -> int:
        """Most rare actors that an article shares with one of the others."""
        own = self.rare[at]
        if not own:
            return 0
        return max((len(own & self.rare[other]) for other in others if other != at), default=0)


def cooccurrence(actors: Sequence[AbstractSet[Hashable]]) -> Cooccurrence:
    """Rare actors of some articles, aligned with them; none where there is one article."""
    if len(actors) == 1:
        return Cooccurrence(())
    named = Counter(actor for of in actors for actor in of)
    most = max(_FEW, len(actors) // _SHARE)
    return Cooccurrence(tuple({actor for actor in of if named[actor] <= most} for of in actors))
