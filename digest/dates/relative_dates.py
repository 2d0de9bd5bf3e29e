"""Resolvers for dates counted from the day of writing or from the last date named."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from digest.dates import values
from digest.dates.calendar_dates import said_year
from digest.dates.context import PartialDate, Value

if TYPE_CHECKING:
    from digest.dates.context import Context, Pieces

_SHIFT = {"last": -1, "this": 0, "next": 1}
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SATURDAY = 5
_JUNE = 6


def related_unit(pieces: Pieces, context: Context) -> Value | None:
    """`last week`, `this year`, `next month`: a unit, counted from the one of writing."""
    unit = pieces["singular"]
    if unit.startswith("T"):
        return None
    return Value("DATE", values.counted(context.today, _SHIFT[pieces["which"]], unit))


def written_unit(pieces: Pieces, context: Context) -> Value | None:
    """Return the unit of the day of writing, whatever was named before."""
    if pieces["singular"].startswith("T"):
        return None
    return Value("DATE", values.counted(context.today, 0, pieces["singular"]))


def same_unit(pieces: Pieces, context: Context) -> Value | None:
    """`that year`, `the same month`: the unit of the last date named."""
    return _beside(0, pieces, context)


def edge_of_unit(pieces: Pieces, context: Context) -> Value | None:
    """`the end of the year`: of the one of writing, but in history of the one last named."""
    return same_unit(pieces, context) if context.narrative else written_unit(pieces, context)


def shifted_unit(pieces: Pieces, context: Context) -> Value | None:
    """`the following day`, `the previous year`: the unit beside that of the last date named."""
    return _beside(int(pieces["shift"]), pieces, context)


def weekend(pieces: Pieces, context: Context) -> Value:
    """Return the weekend of writing or the last one, or the next where the sentence looks ahead."""
    del pieces
    coming = context.direction == "strong" or context.written.weekday() >= _SATURDAY
    return Value("DATE", values.counted(context.today, 0 if coming else -1, "WE"))


def year_end(pieces: Pieces, context: Context) -> Value:
    """Return the end of the year of writing."""
    del pieces
    return Value("DATE", values.iso(context.written.year), "END")


def day_before(pieces: Pieces, context: Context) -> Value:
    """`a day earlier`, `the day before`: the day before the one last named."""
    del pieces
    return Value("DATE", values.counted(_named_day(context), -1, "D"))


def the_day(pieces: Pieces, context: Context) -> Value:
    """Return the day last named, or a part of it."""
    day = values.counted(_named_day(context), int(pieces.get("shift", "0")), "D")
    if "clock" in pieces:
        return Value("TIME", day and f"{day}T{pieces['clock']}{pieces.get('zone', '')}")
    if "part" in pieces:
        return Value("TIME", day and f"{day}T{pieces['part']}")
    return Value("DATE", day)


def part_before(pieces: Pieces, context: Context) -> Value:
    """`the evening before`: a part of the day before the one last named."""
    day = values.counted(_named_day(context), -1, "D")
    return Value("TIME", day and f"{day}T{pieces['part']}")


def two_days_ago(pieces: Pieces, context: Context) -> Value:
    """`the day before yesterday`."""
    del pieces
    return Value("DATE", values.counted(context.today, -2, "D"))


def in_two_days(pieces: Pieces, context: Context) -> Value:
    """`the day after tomorrow`."""
    del pieces
    return Value("DATE", values.counted(context.today, 2, "D"))


def ago(pieces: Pieces, context: Context) -> Value:
    """So many units before the day of writing, as exact as the unit."""
    return _moved(pieces, context.today)


def from_now(pieces: Pieces, context: Context) -> Value:
    """So many units after the day of writing, as exact as the unit."""
    return _moved(pieces, context.today, direction=1)


def ago_to_the_day(pieces: Pieces, context: Context) -> Value:
    """So many units before today, yesterday or tomorrow, to the day."""
    day = values.later(context.written, int(pieces["relative"]))
    unit, said = pieces["unit"], pieces["number"]
    if day is None or said == "X" or unit.startswith("T"):
        return Value("DATE", values.UNKNOWN)
    number = int(Fraction(said))
    if unit in ("D", "W"):
        return Value(
            "DATE", values.counted(values.from_date(day), -number * (7 if unit == "W" else 1), "D")
        )
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120}.get(unit, 0) * number
    if not months:
        return Value("DATE", values.UNKNOWN)
    return Value("DATE", values.day_months_before(day, months))


def earlier(pieces: Pieces, context: Context) -> Value:
    """So many units before the last date named, as exact as the unit."""
    return _moved(pieces, context.focus)


def season(pieces: Pieces, context: Context) -> Value:
    """Resolve a season, of the year that is named or the fitting one."""
    code = pieces["season"]
    year = said_year(pieces) or _season_year(code, pieces, context)
    return Value("DATE", f"{values.iso(year)}-{code}" if values.iso(year) else values.UNKNOWN)


def quarter(pieces: Pieces, context: Context) -> Value:
    """Resolve a quarter by number, of the year named or the last in which it has begun."""
    number = int(pieces["quarter"] if "quarter" in pieces else pieces["q"])
    year = context.written.year - (3 * number - 2 > context.written.month)
    return Value("DATE", values.write_quarter(_year_or(year, pieces, context), number))


def last_quarter(pieces: Pieces, context: Context) -> Value:
    """Return the last quarter of a year."""
    del context
    return Value("DATE", values.write_quarter(said_year(pieces) or 0, 4))


def half(pieces: Pieces, context: Context) -> Value:
    """Resolve a half of the year that is named, or of the last in which it has begun."""
    begun = pieces["half"] == "1" or context.written.month > _JUNE
    year = values.iso(_year_or(context.written.year - (not begun), pieces, context))
    return Value("DATE", f"{year}-H{pieces['half']}" if year else values.UNKNOWN)


def latest_quarter(pieces: Pieces, context: Context) -> Value:
    """In news of results: the quarter last named, or else the last one that is complete."""
    del pieces
    return Value("DATE", values.counted(_quarter(context), 0, "Q"))


def year_ago_quarter(pieces: Pieces, context: Context) -> Value:
    """In news of results: the quarter of the year before, or the year where none was spoken of."""
    if (context.quarter is None or context.longer) and "period" not in pieces:
        return Value("DATE", values.iso(context.written.year - 1))
    return Value("DATE", values.counted(_quarter(context), -4, "Q"))


def same_period(pieces: Pieces, context: Context) -> Value:
    """`the same month last year`: what was last named, a year before."""
    year = context.focus.year - 1
    if pieces["unit"] == "period":
        return Value("DATE", values.iso(year, context.focus.month))
    return Value("DATE", values.counted(context.focus._replace(year=year), 0, pieces["unit"]))


def _beside(number: int, pieces: Pieces, context: Context) -> Value | None:
    unit = pieces["singular"]
    if unit.startswith("T"):
        return None
    beside = values.counted(context.focus, number, unit)
    if not beside and not context.narrative:
        beside = values.counted(context.today, number, unit)
    return Value("DATE", beside)


def _named_day(context: Context) -> PartialDate:
    return context.named if context.named and context.named.day else context.today


def _moved(pieces: Pieces, start: PartialDate, direction: int = -1) -> Value:
    unit, said = pieces["unit"], pieces.get("number", "1")
    if said == "X":
        return Value("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF")
    number = Fraction(said)
    if unit.startswith("T"):
        return Value("TIME", values.UNKNOWN)
    if number.denominator > 1 and unit == "Y":
        number, unit = number * 12, "M"
    return Value("DATE", values.counted(start, direction * int(number), unit))


def _year_or(year: int, pieces: Pieces, context: Context) -> int:
    said = said_year(pieces)
    if said is not None:
        return said
    if "which" in pieces:
        return context.written.year + _SHIFT[pieces["which"]]
    return context.focus.year if context.narrative else year


def _season_year(code: str, pieces: Pieces, context: Context) -> int:
    this, start = context.written.year, _SEASON_STARTS[code]
    if "which" in pieces:
        ended = start + 2 < context.written.month
        begun = start <= context.written.month
        return {"last": this - (not ended), "this": this, "next": this + begun}[pieces["which"]]
    if context.narrative:
        return context.focus.year
    if context.direction in ("strong", "weak"):
        return this + (start + 2 < context.written.month)
    return this - (start > context.written.month)


def _quarter(context: Context) -> PartialDate:
    if context.quarter:
        return context.quarter
    year, months = context.written.year, context.written.month - 1
    return PartialDate(year, months // 3 * 3) if months >= 3 else PartialDate(year - 1, 12)  # noqa: PLR2004


# What these give depends on what the sentence says of its direction,
BY_DIRECTION = frozenset((season, weekend))
# on the dates named before,
BY_DATES_BEFORE = frozenset(
    (same_unit, edge_of_unit, shifted_unit, day_before, the_day, earlier, latest_quarter,
     year_ago_quarter, same_period, part_before)
)  # fmt: skip
# or on whether the article tells history.
BY_GENRE = frozenset((same_unit, edge_of_unit, shifted_unit, quarter, half, season))
