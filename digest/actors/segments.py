"""Runs cut into segments: titles cut out, known phrases found, small links kept where they join."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.actors.evidence import called
from digest.actors.tables import (
    AND,
    CAPITAL,
    COMMON,
    CORPORATE,
    EVENT,
    GIVEN,
    HEADLINE,
    JOINT,
    KNOWN,
    LINK,
    NOT_NAME,
    OPENER,
    ORGANISATION_WORD,
    PARTICLE,
    PHRASE,
    PLACE_OPENING,
    PLACE_WORD,
    QUALIFIER,
    SURNAME,
    THE,
    TITLE,
    TITLE_PART,
    S,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.actors.runs import Page
    from digest.actors.tables import Phrase, Tables

_OTHER_THAN_SURNAME: Final = (
    TITLE | NOT_NAME | QUALIFIER | OPENER | ORGANISATION_WORD | PLACE_WORD | EVENT | KNOWN | COMMON
)


class Piece(NamedTuple):
    """A word of a run, or a known phrase: first and last word, and bits."""

    first: int
    last: int
    bits: int


_END: Final = Piece(0, 0, 0)


class Segment(NamedTuple):
    """Pieces that may be one name.

    `titled` where a title or calling stands right before, `led` where a title of business stands
    right after.
    """

    pieces: list[Piece]
    titled: bool
    led: bool


def segments(page: Page, first: int, last: int, tables: Tables) -> Iterator[Segment]:
    """Cut a run at titles, at words that are no names, and at links that don't join."""
    held: list[Piece] = []
    titled = called(page, first)
    pieces = [*_pieces(page, first, last, tables), _END]
    for piece, following in pairwise(pieces):
        bits = piece.bits
        if bits & TITLE:
            while held and held[-1].bits & TITLE_PART:
                held.pop()
            yield Segment(held, titled, bool(bits & CORPORATE))
            held, titled = [], True
        elif bits & LINK and not bits & CAPITAL:
            if _joins(held, bits, following.bits):
                held.append(piece)
            elif held:
                yield Segment(held, titled, led=False)
                held, titled = [], False
        elif _parts(page, piece):
            yield Segment(held, titled, led=False)
            held, titled = [], False
        elif held or not titled or not bits & TITLE_PART:
            held.append(piece)
    yield Segment(held, titled, led=False)


def _pieces(page: Page, first: int, last: int, tables: Tables) -> Iterator[Piece]:
    given = False
    at = first
    while at <= last:
        bits = page.bits[at]
        end = at
        if given and bits & SURNAME:
            bits &= ~_OTHER_THAN_SURNAME
        elif bits & PHRASE and (phrase := _phrase(page, at, last, tables)):
            bits, end = phrase.bits, at + len(phrase.words) - 1
        given = bool(bits & GIVEN) or (given and not bits & _OTHER_THAN_SURNAME)
        yield Piece(at, end, bits)
        at = end + 1


def _phrase(page: Page, first: int, last: int, tables: Tables) -> Phrase | None:
    for phrase in tables.phrases[page.words[page.codes[first]]]:
        count = len(phrase.words)
        if first + count <= last + 1 and phrase.words == _spelling(page, first, count):
            return phrase
    return None


def _spelling(page: Page, first: int, count: int) -> tuple[str, ...]:
    return tuple(page.words[code] for code in page.codes[first : first + count])


def _joins(held: list[Piece], link: int, following: int) -> bool:
    """Whether a small word joins what is held to what follows."""
    if not held:
        return False
    previous = held[-1].bits
    if link & (PARTICLE | S):
        return True
    if link & THE:
        return bool(previous & JOINT)
    if link & JOINT:
        return bool(previous & ORGANISATION_WORD) or (
            len(held) == 1 and bool(previous & PLACE_OPENING)
        )
    listed = any(
        one.bits & ORGANISATION_WORD and other.bits & JOINT for one, other in pairwise(held)
    )
    return bool(link & AND) and listed and not following & (KNOWN | GIVEN | TITLE)


def _parts(page: Page, piece: Piece) -> bool:
    if piece.bits & KNOWN:
        return False
    if piece.bits & (OPENER | NOT_NAME):
        return True
    telling = GIVEN | ORGANISATION_WORD | PLACE_WORD | PLACE_OPENING | EVENT | QUALIFIER
    return page.bits[piece.first] & HEADLINE and piece.bits & (COMMON | telling) == COMMON
