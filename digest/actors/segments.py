"""Runs cut into segments: titles cut out, known phrases found, small links kept where they join."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.actors.bits import (
    AND,
    CAPITAL,
    COMMON,
    CORPORATE,
    DIRECTED,
    EVENT,
    GIVEN,
    HEADLINE,
    INITIAL,
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
from digest.actors.evidence import called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.actors.runs import Page
    from digest.actors.tables import Phrase, Tables

_OTHER_THAN_SURNAME: Final = (
    TITLE | NOT_NAME | QUALIFIER | OPENER | ORGANISATION_WORD | PLACE_WORD | EVENT | KNOWN | COMMON
)
_OTHER_THAN_PERSON: Final = ORGANISATION_WORD | PLACE_WORD | EVENT | LINK


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
            if _starts_anew(held, bits):
                yield Segment(held, titled, led=False)
                held, titled = [], False
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
        elif bits & INITIAL and page.text[page.ends[at] : page.ends[at] + 1] == ".":
            bits &= ~(OPENER | COMMON)
        given = bool(bits & GIVEN) or (given and not bits & _OTHER_THAN_SURNAME)
        yield Piece(at, end, bits)
        at = end + 1


def _phrase(page: Page, first: int, last: int, tables: Tables) -> Phrase | None:
    word = page.words[page.codes[first]]
    known = tables.phrases.get(word)
    # In a headline or a dateline the phrase may stand all in capitals: NEW YORK.
    shouted = known is None
    for phrase in known or tables.phrases.get(word.capitalize(), ()):
        count = len(phrase.words)
        if first + count <= last + 1 and phrase.words == _spelling(page, first, count, shouted):
            return phrase
    return None


def _spelling(page: Page, first: int, count: int, shouted: bool) -> tuple[str, ...]:  # noqa: FBT001
    words = (page.words[code] for code in page.codes[first : first + count])
    return tuple(word.capitalize() if shouted and word.isupper() else word for word in words)


def _joins(held: list[Piece], link: int, following: int) -> bool:
    """Whether a small word joins what is held to what follows."""
    if not held:
        return False
    previous = held[-1].bits
    if link & (PARTICLE | S):
        return True
    if link & THE:
        return bool(previous & JOINT)
    ongoing = any(
        one.bits & ORGANISATION_WORD and other.bits & JOINT for one, other in pairwise(held)
    )
    if link & JOINT and not link & DIRECTED and (ongoing or following & (THE | KNOWN | GIVEN)):
        return False  # left the Bank of Ormo for the Velo Fund
    if link & AND:
        return ongoing and not following & (KNOWN | GIVEN | TITLE)
    opening = len(held) == 1 and previous & PLACE_OPENING
    return ongoing or bool(previous & ORGANISATION_WORD or opening)


def _starts_anew(held: list[Piece], bits: int) -> bool:
    """Whether a person's name follows an organisation's without a mark, or the other way round."""
    if len(held) < 2:  # noqa: PLR2004
        return False
    if bits & GIVEN:
        return bool(held[-1].bits & ORGANISATION_WORD)
    person = held[0].bits & GIVEN and not any(p.bits & _OTHER_THAN_PERSON for p in held)
    return bool(person and bits & KNOWN)


def _parts(page: Page, piece: Piece) -> bool:
    if piece.bits & KNOWN:
        return False
    if piece.bits & (OPENER | NOT_NAME):
        return True
    telling = GIVEN | ORGANISATION_WORD | PLACE_WORD | PLACE_OPENING | EVENT | QUALIFIER
    headline = bool(page.bits[piece.first] & HEADLINE)
    return headline and piece.bits & (COMMON | telling) == COMMON
