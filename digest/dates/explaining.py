"""Why a temporal expression has its value: the row of the table, and what it was counted from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from digest.dates.finding import read_dates
from digest.dates.resolvers import BY_DIRECTION, RESOLVERS
from digest.dates.values import iso
from digest.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from digest.dates.context import Context, Direction, PartialDate
    from digest.dates.finding import ResolvedDate
    from digest.language import Language
    from digest.model import DateMention

AnchorKind = Literal["written", "named", "none"]
_SOME = 3
_SOME_YEARS = timedelta(days=2000)


class ExplainedDate(NamedTuple):
    """A mention with its reasons.

    `rule` is the example of the row that read it; `anchor` is what it was counted from: the day
    the article was written, the last date named before it, or nothing, and `anchored` is that
    date. `direction` is what its sentence says of past and future, where that counts.
    """

    mention: DateMention
    rule: str
    anchor: AnchorKind
    anchored: str
    direction: Direction | Literal[""]


def explain_dates(
    text: str,
    written: date,
    sentences: Sequence[tuple[int, int]],
    language: Language = ENGLISH,
) -> tuple[ExplainedDate, ...]:
    """Return an article's temporal expressions as `find_dates` has them, with reasons.

    >>> from datetime import date
    >>> (one,) = explain_dates("They will meet on Monday.", date(2020, 7, 15), [(0, 25)])
    >>> one.mention.value, one.rule, one.anchor, one.anchored, one.direction
    ('2020-07-20', 'The talks will resume on [Friday].', 'written', '2020-07-15', 'strong')
    """
    if not language.dates:
        return ()
    return tuple(_explained(read_dates(text, written, sentences, language.dates)))


def _explained(dates: Iterator[ResolvedDate]) -> Iterator[ExplainedDate]:
    for resolved in dates:
        anchor = _anchor(resolved)
        leaning = RESOLVERS[resolved.rule.resolver] in BY_DIRECTION and anchor == "written"
        yield ExplainedDate(
            resolved.mention,
            resolved.rule.example,
            anchor,
            _anchored(resolved, anchor),
            resolved.context.direction if leaning else "",
        )


def _anchor(resolved: ResolvedDate) -> AnchorKind:
    """Return what the value depends on, found by asking what it would be without it."""
    context, resolve = resolved.context, RESOLVERS[resolved.rule.resolver]
    value = resolve(resolved.pieces, context)
    if resolve(resolved.pieces, _earlier_named(context)) != value:
        return "named"
    back = context.written.year > _SOME_YEARS.days // 365 + 1
    elsewhere = context.written - _SOME_YEARS if back else context.written + _SOME_YEARS
    moved = resolve(resolved.pieces, replace(context, written=elsewhere))
    return "written" if moved != value else "none"


def _earlier_named(context: Context) -> Context:
    """Return the same with other dates named before."""
    return replace(
        context,
        named=context.named and context.named._replace(year=context.named.year - _SOME),
        quarter=context.quarter and context.quarter._replace(year=context.quarter.year - _SOME),
    )


def _anchored(resolved: ResolvedDate, anchor: AnchorKind) -> str:
    context = resolved.context
    if anchor == "written":
        return context.written.isoformat()
    return _iso(context.named or context.quarter) if anchor == "named" else ""


def _iso(named: PartialDate | None) -> str:
    return iso(*named) if named else ""
