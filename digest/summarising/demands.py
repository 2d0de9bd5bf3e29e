"""What is asked of a published sentence, and what will do where no sentence meets it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from digest.summarising.standing import fault

if TYPE_CHECKING:
    from digest.model import Sentence
    from digest.ranking import Passages

# Why the sentence at an index won't do, by name; empty where it will.
Demand = Callable[["Passages", int], str]

# Fewer words than this are a heading, a caption or a fragment.
FEWEST_WORDS = 6
SENTENCE_ENDS = (".", "!", "?", "…")
CLOSERS = "\"'”’)]"
# A sentence that opens with one of these leans on the one before.
HANGING = frozenset(
    (
        *("he", "she", "it", "they", "we", "i", "his", "her", "its", "their"),
        *("this", "these", "those", "and", "but", "or", "so", "yet", "nor", "also"),
        *("however", "meanwhile", "moreover", "therefore", "thus", "instead", "then"),
    )
)


def to_stand_alone(story: Passages, index: int) -> str:
    """Demand that a sentence breaks none of the rules of standing alone."""
    return fault(story.sentence(index))


def to_be_whole(story: Passages, index: int) -> str:
    """Demand a whole sentence, whatever else it leans on."""
    return "" if is_whole(story.sentence(index), int(story.lengths[index])) else "a fragment"


def to_be_there(story: Passages, index: int) -> str:  # noqa: ARG001
    """Demand nothing."""
    return ""


def is_whole(sentence: Sentence, words: int) -> bool:
    """Whether it is a whole sentence that does not open as if another stood before it."""
    text = sentence.text
    whole = words >= FEWEST_WORDS and text.rstrip(CLOSERS).endswith(SENTENCE_ENDS)
    return whole and text.split(maxsplit=1)[0].rstrip(",").lower() not in HANGING


# Where no sentence of a story stands alone, whole ones will do, and where there are none, any.
DEMANDS: tuple[Demand, ...] = (to_stand_alone, to_be_whole, to_be_there)
