"""What the words around a run say of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from digest.actors.tables import (
    CALLING,
    CAPITAL,
    COMMON,
    DIRECTED,
    FUNCTION,
    HEADLINE,
    JOINED,
    JOINT,
    KNOWN,
    LOCATIVE,
    NUMBER,
    OPENING,
    ORGANISATION_CUE_AFTER,
    ORGANISATION_CUE_BEFORE,
    ORGANISATION_WORD,
    PLACE,
    PLACE_CUE,
    TITLE,
    VERB,
    S,
)

if TYPE_CHECKING:
    from digest.actors.runs import Page

_APPOSITION: Final = 6  # words looked at after the comma
_OLDEST: Final = 3  # digits of an age
_APOSTROPHES: Final = ("'", "’")


def bits_before(page: Page, first: int) -> int:
    """Bits of the word right before, or 0 where a mark stands between."""
    return page.bits[first - 1] if first > 0 and page.bits[first - 1] & JOINED else 0


def bits_after(page: Page, last: int) -> int:
    """Bits of the word right after, or 0 where a mark stands between."""
    return page.bits[last + 1] if page.bits[last] & JOINED else 0


def called(page: Page, first: int) -> bool:
    """Whether a small title or calling stands right before: `spokesman Tom Reed`."""
    before = bits_before(page, first)
    return bool(before & CALLING) and not before & CAPITAL


def said(page: Page, first: int, last: int) -> bool:
    """Whether a verb of saying stands right before or after."""
    return bool((bits_before(page, first) | bits_after(page, last)) & VERB)


def apposed(page: Page, first: int, last: int) -> bool:
    """Whether an age or a calling is set beside the name: `Tom Reed, 45,`, `Tom Reed, a lawyer`."""
    if first > 0 and _gap(page, first - 1) == ", " and page.bits[first - 1] & CALLING:
        return True
    if last + 1 >= len(page.bits) or _gap(page, last) != ", ":
        return False
    if page.bits[last + 1] & NUMBER and len(page.words[page.codes[last + 1]]) < _OLDEST:
        return True
    for at in range(last + 1, min(last + 1 + _APPOSITION, len(page.bits))):
        if page.bits[at] & CALLING:
            return True
        if not page.bits[at] & JOINED or page.bits[at] & VERB:
            return False
    return False


def located(page: Page, first: int, last: int) -> bool:
    """Whether it is a place by its surroundings: `in Tolu.`, `the Tolu valley`, `in Tolu, Peru`."""
    after = bits_after(page, last)
    if after & PLACE_CUE:
        return True
    before = bits_before(page, first)
    if before & DIRECTED and last + 1 < len(page.bits) and _gap(page, last) == ", ":
        if page.bits[last + 1] & PLACE:
            return True
    if first != last or not before & LOCATIVE or before & CAPITAL:
        return False
    return not possessive(page, last) and (not page.bits[last] & JOINED or bool(after & FUNCTION))


def organised(page: Page, first: int, last: int) -> bool:
    """Whether it is an organisation by its surroundings: `carmaker Velo`, `Velo shares`."""
    before = bits_before(page, first)
    if before & ORGANISATION_CUE_BEFORE and not before & CAPITAL:
        return True
    at = last + 2 if possessive(page, last) else last + 1
    if at >= len(page.bits) or not page.bits[at - 1] & JOINED:
        return False
    return bool(page.bits[at] & ORGANISATION_CUE_AFTER) and not page.bits[at] & CAPITAL


def possessive(page: Page, last: int) -> bool:
    """Whether the name is followed by 's."""
    following = last + 1
    return (
        following < len(page.bits)
        and bool(page.bits[following] & S)
        and (_gap(page, last) in _APOSTROPHES)
    )


def in_a_slogan(page: Page, first: int) -> bool:
    """Whether a capitalised common word and a small one lead to it: `Grow in Kenya`."""
    if first < 2 or not bits_before(page, first) & (LOCATIVE | DIRECTED):  # noqa: PLR2004
        return False
    before = bits_before(page, first - 1)
    if first > 2 and page.bits[first - 3] & JOINED and page.bits[first - 3] & (CAPITAL | JOINT):  # noqa: PLR2004
        return False
    telling = KNOWN | ORGANISATION_WORD | TITLE
    return before & (CAPITAL | COMMON) == CAPITAL | COMMON and not (
        before & telling or page.bits[first - 2] & (OPENING | HEADLINE)
    )


def numbered(page: Page, last: int) -> bool:
    """Whether a number or a model follows, or a sum of money: `Velo 300`, `US$40`."""
    after = page.ends[last]
    return bool(bits_after(page, last) & NUMBER) or page.text[after : after + 1] == "$"


def _gap(page: Page, at: int) -> str:
    return page.text[page.ends[at] : page.starts[at + 1]]
