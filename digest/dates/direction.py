"""Direction from the day of writing in which an expression lies, by cues of its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from digest.dates.context import Direction
    from digest.language.date_rules import Cues

# A cue counts up to NEAR characters before the expression, and a strong one up to FAR where no
# other stands between.
NEAR = 60
FAR = 120


@dataclass(frozen=True, slots=True)
class DirectionCues:
    """Compiled cues of a language."""

    cue: re.Pattern[str]
    after: re.Pattern[str]
    owning: re.Pattern[str]

    def direction(self, text: str, sentence: int, start: int, end: int) -> Direction:
        """Return what the sentence (from its first character) says of an expression's direction."""
        said: Direction = "none"
        for cue in self.cue.finditer(text, max(sentence, start - FAR), start):
            kind = cast("Direction", cue.lastgroup)
            said = kind if cue.end() >= start - NEAR or kind == "strong" else "none"
        if said == "none" and self.after.match(text, end):
            return "strong"
        return said

    def owns(self, text: str, end: int) -> bool:
        """Test whether a possessive follows."""
        return self.owning.match(text, end) is not None


@cache
def direction_cues(cues: Cues) -> DirectionCues:
    """Compile a language's cues, once."""
    return DirectionCues(re.compile(cues.cue), re.compile(cues.after), re.compile(cues.owning))
