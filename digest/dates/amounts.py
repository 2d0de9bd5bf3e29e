"""Resolvers for lengths of time, for what happens again and again, and for vague times."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from digest.dates import values
from digest.dates.rules import Value

if TYPE_CHECKING:
    from digest.dates.rules import Pieces, Resolver, Scene


def duration(pieces: Pieces, scene: Scene) -> Value:
    """So many units; one where no number is told, X where it is vague."""
    del scene
    return Value("DURATION", _period(pieces))


def plural(pieces: Pieces, scene: Scene) -> Value:
    """Bare units, such as `weeks`: X of them."""
    del scene
    return Value("DURATION", values.write_duration(None, pieces["plural"]))


def every(pieces: Pieces, scene: Scene) -> Value:
    """Each unit, or each so many units."""
    del scene
    return Value("SET", _period(pieces))


def every_other(pieces: Pieces, scene: Scene) -> Value:
    """Each second unit."""
    del scene
    return Value("SET", values.write_duration(Fraction(2), pieces["unit"]))


def rate(pieces: Pieces, scene: Scene) -> Value:
    """`daily`, `weekly`."""
    del scene
    return Value("SET", f"PT1{pieces['rate'][1:]}" if pieces["rate"][0] == "T" else _once(pieces))


def every_weekday(pieces: Pieces, scene: Scene) -> Value:
    """Each Monday."""
    del scene
    part = f"T{pieces['part']}" if "part" in pieces else ""
    return Value("SET", f"XXXX-WXX-{int(pieces['weekday']) + 1}{part}")


def every_part(pieces: Pieces, scene: Scene) -> Value:
    """Each morning."""
    del scene
    return Value("SET", f"XXXX-XX-XXT{pieces['part']}")


def duration_of(period: str) -> Resolver:
    """A resolver for words that are always the same length of time."""
    return lambda pieces, scene: Value("DURATION", period)  # noqa: ARG005 - it is always the same


def vague(reference: str) -> Resolver:
    """A resolver for a time that is only past, present or future."""
    return lambda pieces, scene: Value("DATE", reference)  # noqa: ARG005 - it is always the same


def _once(pieces: Pieces) -> str:
    code = pieces["rate"]
    return f"P{code}" if code[0].isdigit() else f"P1{code}"


def _period(pieces: Pieces) -> str:
    said = pieces.get("number") or pieces.get("exact") or "1"
    number = None if said == "X" else Fraction(said) + Fraction(pieces.get("extra", "0"))
    return values.write_duration(number, pieces["unit"])
