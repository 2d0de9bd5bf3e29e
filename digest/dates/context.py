"""Context of a temporal expression, and the value that it is resolved to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from digest.model import DateType

Direction = Literal["strong", "weak", "past", "none"]
Pieces = Mapping[str, str]


class PartialDate(NamedTuple):
    """A date as exact as it was named; years before Christ are negative."""

    year: int
    month: int | None = None
    day: int | None = None


class Value(NamedTuple):
    """A TIMEX3 type, value (`""`: it can't be resolved) and mod (`""`: none)."""

    type: DateType
    value: str
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Context that an expression is resolved against.

    `written` is the document creation time, `direction` what the words before the expression say of
    its direction, `named` the last date named before it, and `quarter` the last quarter named
    (year and number), `longer` whether results of months or of a year were spoken of since.
    `owning` is whether a possessive 's follows, `narrative` whether the
    article tells history.
    """

    written: date
    direction: Direction = "none"
    named: PartialDate | None = None
    quarter: PartialDate | None = None
    longer: bool = False
    owning: bool = False
    narrative: bool = False

    @property
    def today(self) -> PartialDate:
        """Return the day of writing, as a date named."""
        return PartialDate(self.written.year, self.written.month, self.written.day)

    @property
    def focus(self) -> PartialDate:
        """Return the last date named, or else the day of writing."""
        return self.named or self.today


# None: these words mean no time after all.
Resolver = Callable[[Pieces, Context], Value | None]
