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

    from digest.dates.context import Lean, Named, Scene
    from digest.dates.finding import Reading
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
    direction: Lean | Literal[""]


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


def _explained(readings: Iterator[Reading]) -> Iterator[ExplainedDate]:
    for reading in readings:
        anchor = _anchor(reading)
        leaning = RESOLVERS[reading.rule.resolver] in BY_DIRECTION and anchor == "written"
        yield ExplainedDate(
            reading.mention,
            reading.rule.example,
            anchor,
            _anchored(reading, anchor),
            reading.scene.lean if leaning else "",
        )


def _anchor(reading: Reading) -> AnchorKind:
    """What the value depends on, found by asking what it would be without it."""
    scene, resolve = reading.scene, RESOLVERS[reading.rule.resolver]
    value = resolve(reading.pieces, scene)
    if resolve(reading.pieces, _earlier_named(scene)) != value:
        return "named"
    back = scene.written.year > _SOME_YEARS.days // 365 + 1
    elsewhere = scene.written - _SOME_YEARS if back else scene.written + _SOME_YEARS
    moved = resolve(reading.pieces, replace(scene, written=elsewhere))
    return "written" if moved != value else "none"


def _earlier_named(scene: Scene) -> Scene:
    """The same with other dates named before."""
    return replace(
        scene,
        named=scene.named and scene.named._replace(year=scene.named.year - _SOME),
        quarter=scene.quarter and scene.quarter._replace(year=scene.quarter.year - _SOME),
    )


def _anchored(reading: Reading, anchor: AnchorKind) -> str:
    scene = reading.scene
    if anchor == "written":
        return scene.written.isoformat()
    return _iso(scene.named or scene.quarter) if anchor == "named" else ""


def _iso(named: Named | None) -> str:
    return iso(*named) if named else ""
