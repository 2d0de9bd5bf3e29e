"""Resolvers for lengths of time, for what happens again and again, and for vague times."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from digest.dates import values
from digest.dates.context import Value

if TYPE_CHECKING:
    from digest.dates.context import Context, Pieces

# From the smallest unit to the largest.
_SIZES = " TS TM TH D W M Q Y DE CE "


def duration(pieces: Pieces, context: Context) -> Value:
    """So many units; one where no number is told, X where it is vague."""
    del context
    return Value("DURATION", _period(pieces))


def long_and_short(pieces: Pieces, context: Context) -> Value | None:
    """So many units and so many of a smaller one."""
    del context
    longer, shorter = pieces["unit"], pieces["smaller"]
    if _SIZES.find(f" {shorter} ") >= _SIZES.find(f" {longer} ") or "X" in pieces["fewer"]:
        return None
    first = values.write_duration(_fraction(pieces.get("number", "1")), longer)
    return Value(
        "DURATION", values.joined(first, values.write_duration(_fraction(pieces["fewer"]), shorter))
    )


def plural(pieces: Pieces, context: Context) -> Value:
    """Bare units, such as `weeks`: X of them."""
    del context
    return Value("DURATION", values.write_duration(None, pieces["plural"]))


def every(pieces: Pieces, context: Context) -> Value:
    """Each unit, or each so many units."""
    del context
    return Value("SET", _period(pieces))


def every_other(pieces: Pieces, context: Context) -> Value:
    """Each second unit."""
    del context
    return Value("SET", values.write_duration(Fraction(2), pieces["unit"]))


def every_once(pieces: Pieces, context: Context) -> Value:
    """So many times in a unit."""
    del context
    return Value("SET", values.write_duration(Fraction(1), pieces["unit"]))


def rate(pieces: Pieces, context: Context) -> Value:
    """`daily`, `weekly`."""
    del context
    return Value("SET", f"PT1{pieces['rate'][1:]}" if pieces["rate"][0] == "T" else _once(pieces))


def every_weekday(pieces: Pieces, context: Context) -> Value:
    """Each Monday."""
    del context
    part = f"T{pieces['part']}" if "part" in pieces else ""
    return Value("SET", f"XXXX-WXX-{int(pieces['weekday']) + 1}{part}")


def every_part(pieces: Pieces, context: Context) -> Value:
    """Each morning."""
    del context
    return Value("SET", f"XXXX-XX-XXT{pieces['part']}")


def fixed_duration(pieces: Pieces, context: Context) -> Value:
    """Return the one length of time that the words always mean."""
    del context
    return Value("DURATION", pieces["value"])


def vague(pieces: Pieces, context: Context) -> Value:
    """Return a time that is only past, present or future."""
    del context
    return Value("DATE", pieces["value"])


def _fraction(said: str) -> Fraction | None:
    return None if said == "X" else Fraction(said)


def _once(pieces: Pieces) -> str:
    code = pieces["rate"]
    return f"P{code}" if code[0].isdigit() else f"P1{code}"


def _period(pieces: Pieces) -> str:
    said = pieces.get("number") or pieces.get("exact") or "1"
    if "." in said:
        return values.write_period(said, pieces["unit"])
    number = None if said == "X" else Fraction(said) + Fraction(pieces.get("extra", "0"))
    return values.write_duration(number, pieces["unit"])
