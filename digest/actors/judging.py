"""Which segments are names, and of what kind, by the evidence in them and around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from digest.actors.bits import (
    CAPITAL,
    COMMON,
    DEMONYM,
    EVENT,
    GENERATION,
    GIVEN,
    HEADLINE,
    INITIAL,
    JOINED,
    JOINT,
    KNOWN,
    LINK,
    LOCATIVE,
    NOT_NAME,
    NUMBERED,
    OPENING,
    ORGANISATION,
    ORGANISATION_WORD,
    PAIRED,
    PERSONAL,
    PLACE,
    PLACE_OPENING,
    PLACE_WORD,
    PRICED,
    QUALIFIER,
    SURNAME,
    TITLE,
    TITLE_PART,
)
from digest.actors.evidence import (
    apposed,
    called,
    located,
    organised,
    said,
)
from digest.actors.segments import Piece, Segment, segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.actors.runs import Page
    from digest.actors.tables import Tables
    from digest.model import ActorKind

_NO_PERSON: Final = KNOWN | ORGANISATION_WORD | PLACE_WORD | EVENT | QUALIFIER | JOINT
_NO_SINGLE: Final = (
    ORGANISATION_WORD | PLACE_WORD | PLACE_OPENING | EVENT | QUALIFIER | INITIAL | TITLE | NOT_NAME
)
_LONGEST_PERSON: Final = 5
_LONGEST_UNKNOWN: Final = 3


class Verdict(NamedTuple):
    """First and last word of a stretch and its kind; None where only a repeat can settle it."""

    first: int
    last: int
    kind: ActorKind | None
    sure: bool = False


def judge_run(page: Page, first: int, last: int, tables: Tables) -> list[Verdict]:
    """The names in a run, in order."""
    if first == last:
        return _judge_alone(page, first)
    return [
        verdict
        for segment in segments(page, first, last, tables)
        for verdict in _judge(page, segment)
    ]


def _judge_alone(page: Page, word: int) -> list[Verdict]:
    """A run of one word, the most frequent case."""
    bits = page.bits[word]
    if not bits & KNOWN and bits & _NO_SINGLE:
        return []
    return _judge_one(page, Piece(word, word, bits), titled=called(page, word))


def _judge(page: Page, segment: Segment) -> list[Verdict]:
    pieces = _without_outer_links(segment.pieces)
    segment = segment._replace(pieces=pieces)
    if len(pieces) < 2:  # noqa: PLR2004
        return [
            verdict
            for piece in pieces
            for verdict in _judge_one(page, piece, titled=segment.titled, led=segment.led)
        ]
    if (pieces[0].bits | pieces[-1].bits) & EVENT:
        return []
    if count := _organisation(page, pieces):
        rest = Segment(pieces[count:], titled=False, led=segment.led)
        return [_verdict(pieces[:count], "organisation"), *_judge(page, rest)]
    if count := _place(page, pieces):
        rest = Segment(pieces[count:], titled=False, led=segment.led)
        return [_verdict(pieces[:count], "place"), *_judge(page, rest)]
    if pieces[0].bits & (DEMONYM | QUALIFIER) and not pieces[0].bits & GIVEN:
        rest = Segment(pieces[1:], segment.titled, segment.led)
        return [*_judge_one(page, pieces[0]), *_judge(page, rest)]
    return _judge_many(page, segment)


def _without_outer_links(pieces: list[Piece]) -> list[Piece]:
    first, last = 0, len(pieces)
    while first < last and _is_small_link(pieces[first]):
        first += 1
    while first < last and _is_small_link(pieces[last - 1]):
        last -= 1
    return pieces[first:last]


def _is_small_link(piece: Piece) -> bool:
    return bool(piece.bits & LINK) and not piece.bits & CAPITAL


def _judge_many(page: Page, segment: Segment) -> list[Verdict]:
    """Several words of which none tells the kind by itself."""
    pieces = segment.pieces
    first = pieces[0]
    rest = Segment(pieces[1:], titled=False, led=segment.led)
    if all(piece.bits & (KNOWN | LINK) for piece in pieces):
        return [v for piece in pieces if piece.bits & KNOWN for v in _judge_one(page, piece)]
    if _is_person(page, segment):
        return [_verdict(pieces, "person")]
    if first.bits & PLACE and len(pieces) > 2 and _is_person(page, rest):  # noqa: PLR2004
        return [*_judge_one(page, first), _verdict(pieces[1:], "person")]
    if page.bits[first.first] & OPENING and first.bits & (COMMON | KNOWN) == COMMON:
        return _judge(page, rest)
    if any(piece.bits & (KNOWN | JOINT) for piece in pieces):
        return [_verdict(pieces, None)]
    return [_verdict(pieces, _kind_around(page, pieces, led=segment.led))]


def _judge_one(
    page: Page, piece: Piece, *, titled: bool = False, led: bool = False
) -> list[Verdict]:
    """A single word or a known phrase."""
    first, last, bits = piece
    if bits & KNOWN:
        return _judge_known(page, piece)
    if bits & _NO_SINGLE:
        return []
    if titled and not bits & (TITLE_PART | COMMON):
        return [Verdict(first, last, "person")]
    if bits & COMMON or page.bits[last] & NUMBERED:
        return [Verdict(first, last, None)]
    return [Verdict(first, last, _kind_around(page, [piece], led=led))]


def _judge_known(page: Page, piece: Piece) -> list[Verdict]:
    first, last, bits = piece
    if bits & DEMONYM:
        language = page.before[first] & LOCATIVE and not page.bits[last] & JOINED
        return [] if language else [Verdict(first, last, "place", sure=True)]
    if bits & PLACE and not bits & ORGANISATION:
        return [] if page.bits[last] & PRICED else [Verdict(first, last, "place", sure=True)]
    if page.bits[last] & NUMBERED:
        return []
    doubtful = first == last and bits & COMMON and page.bits[first] & (OPENING | HEADLINE)
    return [Verdict(first, last, None if doubtful else "organisation", sure=not doubtful)]


def _organisation(page: Page, pieces: Sequence[Piece]) -> int:
    """How many pieces make a name that a word such as Ministry tells, or 0."""
    if len(pieces) == 2 and pieces[0].bits & ORGANISATION and pieces[1].bits & PLACE:  # noqa: PLR2004
        return 2
    word = _last(pieces, ORGANISATION_WORD)
    if word < 0 or (pieces[-1].bits & (PLACE_WORD | ORGANISATION_WORD)) == PLACE_WORD:
        return 0
    joined = word + 1 < len(pieces) and pieces[word + 1].bits & JOINT
    count = len(pieces) if joined else word + 1
    if count == 1:
        return 1 if pieces[0].bits & ORGANISATION else 0
    return count if _tells(page, pieces[:count]) else 0


def _place(page: Page, pieces: Sequence[Piece]) -> int:
    """How many pieces make a name that a word such as Lake tells, or 0."""
    word = _last(pieces, PLACE_WORD)
    if word < 1 and not pieces[0].bits & PLACE_OPENING:
        return 0
    count = word + 1 if word > 0 else len(pieces)
    return count if _tells(page, pieces[:count]) else 0


def _last(pieces: Sequence[Piece], bit: int) -> int:
    return next((i for i in range(len(pieces) - 1, -1, -1) if pieces[i].bits & bit), -1)


def _tells(page: Page, pieces: Sequence[Piece]) -> bool:
    """A name of ordinary words alone needs a capital that its place doesn't give."""
    first = pieces[0].first
    if any(not piece.bits & (COMMON | LINK) or piece.bits & KNOWN for piece in pieces):
        return True
    return not (page.bits[first] & (OPENING | HEADLINE))


def _is_person(page: Page, segment: Segment) -> bool:
    pieces = segment.pieces
    first, last = pieces[0].bits, pieces[-1].bits
    if len(pieces) > _LONGEST_PERSON or any(piece.bits & _NO_PERSON for piece in pieces[1:]):
        return False
    if first & _NO_PERSON and not (first & GIVEN and first & _NO_PERSON == first & PLACE):
        return False
    if any(page.bits[piece.last] & PAIRED for piece in pieces[:-1]):
        return False
    doubtful = first & COMMON or page.bits[pieces[0].first] & HEADLINE
    if last & INITIAL or (doubtful and last & (COMMON | SURNAME) == COMMON):
        return False
    if segment.titled or first & GIVEN or last & GENERATION:
        return True
    return not first & COMMON and _is_person_by_parts(page, pieces)


def _is_person_by_parts(page: Page, pieces: Sequence[Piece]) -> bool:
    """Whether a family name, an initial, a particle or the words around tell a person."""
    if any(piece.bits & (INITIAL | PERSONAL) for piece in pieces[:-1]):
        return True
    first, last = pieces[0].first, pieces[-1].last
    return bool(pieces[-1].bits & SURNAME) or (
        len(pieces) <= _LONGEST_UNKNOWN and (said(page, first, last) or apposed(page, first, last))
    )


def _kind_around(page: Page, pieces: Sequence[Piece], *, led: bool) -> ActorKind | None:
    first, last = pieces[0].first, pieces[-1].last
    if len(pieces) > _LONGEST_UNKNOWN or page.bits[first] & HEADLINE:
        return None
    if led or organised(page, first, last):
        return "organisation"
    return "place" if located(page, first, last) else None


def _verdict(pieces: Sequence[Piece], kind: ActorKind | None) -> Verdict:
    return Verdict(pieces[0].first, pieces[-1].last, kind)
