"""What the tables know to be no actor, or no part of a name, is cut out of what the model finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from digest.entities.bits import (
    DEMONYM,
    EVENT,
    GIVEN,
    KNOWN,
    NOT_NAME,
    OPENER,
    PLACE_OPENING,
    PLACE_WORD,
    QUALIFIER,
    SURNAME,
    TITLE,
    TITLE_PART,
)
from digest.entities.settling import KINDS, Span
from digest.entities.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.entities.spelling import Words
    from digest.entities.tokens import Page

LONGEST: Final = 20  # tokens; longer ones are no names
_NO_NAME: Final = NOT_NAME | TITLE | TITLE_PART | QUALIFIER | OPENER | EVENT
# Alone they are no names: the Lake, the Strait.
_PLACE_WORD: Final = PLACE_WORD | PLACE_OPENING
_SHORTEST_TITLE: Final = 3  # with its stop: an initial is none
_PERSON: Final = KINDS.index("person")


def trimmed(page: Page, words: Words, found: Sequence[Span]) -> Iterator[Span]:
    """The names without titles before persons, and without those that can be none."""
    cues = words.cues
    for span in found:
        first, last, kind = span
        if last - first >= LONGEST:
            continue
        codes = page.codes[first : last + 1].tolist()
        bits = [int(cues[code]) | _abbreviated(page.words[code]) for code in codes]
        skip = _titles(bits) if kind == _PERSON else 0
        bits = bits[skip:]
        if len(bits) == 1 and bits[0] & _PLACE_WORD and not bits[0] & (KNOWN | GIVEN | SURNAME):
            continue
        if any(not bit & _NO_NAME or bit & KNOWN & ~DEMONYM for bit in bits) and not _event(bits):
            yield Span(first + skip, last, kind)


def _abbreviated(word: str) -> int:
    """TITLE where a word is one with a stop: `Gen.`; the model's own cues know it without."""
    if len(word) < _SHORTEST_TITLE or word[-1] != ".":
        return 0
    return load_tables().bits.get(word[:-1], 0) & TITLE


def _titles(bits: Sequence[int]) -> int:
    """How many titles stand before the name of a person."""
    count = 0
    while count < len(bits) - 1 and bits[count] & TITLE and not bits[count] & GIVEN:
        count += 1
    return count


def _event(bits: Sequence[int]) -> bool:
    """Whether the last word of several tells an event, a law or a work."""
    return len(bits) > 1 and bool(bits[-1] & EVENT) and not bits[-1] & (KNOWN | GIVEN)
