"""The company that articles keep: which of them name the same rare actors."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

_FEW: Final = 3  # articles that an actor may be named in and still tell
_SHARE: Final = 10  # of so many articles, one may name it


@dataclass(frozen=True, slots=True)
class Company:
    """The telling actors of each article: those that few of the articles name."""

    telling: tuple[AbstractSet[Hashable], ...]

    def shared(self, at: int, others: Iterable[int]) -> int:
        """How many telling actors an article shares at most with one of the others."""
        here = self.telling[at]
        if not here:
            return 0
        return max(
            (len(here & self.telling[other]) for other in others if other != at),
            default=0,
        )


def company(actors: Sequence[AbstractSet[Hashable]]) -> Company:
    """The company of some articles' actors, aligned with them."""
    if len(actors) == 1:
        return Company(())
    named = Counter(actor for of in actors for actor in of)
    most = max(_FEW, len(actors) // _SHARE)
    return Company(tuple({actor for actor in of if named[actor] <= most} for of in actors))
