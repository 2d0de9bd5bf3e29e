"""What the words around a run say of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from digest.actors.bits import (
    CALLING,
    CAPITAL,
    COMMA,
    DIRECTED,
    FUNCTION,
    JOINED,
    LOCATIVE,
    NUMBER,
    ORGANISATION_CUE_AFTER,
    ORGANISATION_CUE_BEFORE,
    OWNING,
    PLACE,
    PLACE_CUE,
    VERB,
)

if TYPE_CHECKING:
    from digest.actors.runs import Page

_APPOSITION: Final = 6  # words looked at after the comma
_OF_IDEAS: Final = ("ics", "ogy", "ism", "ness", "ment", "tion", "phy")  # in Economics
_OLDEST: Final = 2  # digits of an age


def called(page: Page, first: int) -> bool:
    """Whether a small title or calling stands right before: `spokesman Tom Reed`."""
    return page.before[first] & (CALLING | CAPITAL) == CALLING


def said(page: Page, first: int, last: int) -> bool:
    """Whether a verb of saying stands right before or after."""
    return bool((page.before[first] | page.after[last]) & VERB)


def apposed(page: Page, first: int, last: int) -> bool:
    """Whether an age or a calling is set beside the name: `Tom Reed, 45,`, `Tom Reed, a lawyer`."""
    if first and page.bits[first - 1] & COMMA and page.bits[first - 1] & CALLING:
        return True
    if not page.bits[last] & COMMA:
        return False
    if page.bits[last + 1] & NUMBER and len(page.words[page.codes[last + 1]]) <= _OLDEST:
        return True
    for bits in page.bits[last + 1 : last + 1 + _APPOSITION]:
        if bits & CALLING:
            return True
        if bits & VERB or not bits & JOINED:
            return False
    return False


def located(page: Page, first: int, last: int) -> bool:
    """Whether it is a place by its surroundings: `in Tolu.`, `Tolu valley`, `in Tolu, Peru`."""
    before, own, after = page.before[first], page.bits[last], page.after[last]
    if after & PLACE_CUE:
        return True
    if before & DIRECTED and page.before[first - 1] & PLACE_CUE:
        return True
    if before & DIRECTED and own & COMMA and page.bits[last + 1] & PLACE:
        return True
    if first != last or before & (LOCATIVE | CAPITAL) != LOCATIVE or own & OWNING:
        return False
    word = page.words[page.codes[first]]
    if word.isupper() or word.endswith(_OF_IDEAS):
        return False
    return not own & JOINED or bool(after & FUNCTION)


def organised(page: Page, first: int, last: int) -> bool:
    """Whether it is an organisation by its surroundings: `carmaker Velo`, `Velo shares`."""
    if page.before[first] & (ORGANISATION_CUE_BEFORE | CAPITAL) == ORGANISATION_CUE_BEFORE:
        return True
    return page.after[last] & (ORGANISATION_CUE_AFTER | CAPITAL) == ORGANISATION_CUE_AFTER
