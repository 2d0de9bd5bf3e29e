"""Temporal expressions in an article, found in one pass and resolved in reading order.

Types and values are those of TIMEX3 (TimeML 1.2.1).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from digest.dates import values
from digest.dates.article import about, gaps
from digest.dates.compiling import Hit, finder, rule_expression
from digest.dates.direction import compass
from digest.dates.english import ENGLISH
from digest.dates.relative_dates import LOOKING_BACK
from digest.dates.rules import Scene, Value
from digest.model import DateMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from digest.dates.rules import Language, Pieces, Rule

# Only what has one of these, and no year, can lie on either side of the day of writing.
_LEANING = frozenset(("month", "weekday", "season"))
_FIXED = frozenset(("year", "ancient"))


class Sighting(NamedTuple):
    """A rule's match, and where its sentence begins and ends."""

    hit: Hit
    start: int
    end: int


class Reading(NamedTuple):
    """A mention, and the rule that read it."""

    mention: DateMention
    rule: Rule


def find_dates(
    text: str, written: date, sentences: Sequence[tuple[int, int]]
) -> tuple[DateMention, ...]:
    """The temporal expressions of an article's sentences, in order, none overlapping.

    `written` is the document creation time; `sentences` are character spans of `text` in order,
    and so are the mentions'. What can't be resolved has the value `""`.

    >>> from datetime import date
    >>> find_dates("They met on Monday.", date(2020, 7, 15), [(0, 19)])
    (DateMention(start=12, end=18, text='Monday', type='DATE', value='2020-07-13', mod=''),)
    """
    return tuple(reading.mention for reading in read_dates(text, written, sentences, ENGLISH))


def read_dates(
    text: str, written: date, sentences: Sequence[tuple[int, int]], language: Language
) -> Iterator[Reading]:
    """The temporal expressions of an article's sentences, each with the rule that read it.

    Where one depends on the dates before it, what stands between the sentences is read too, so
    that a sentence's dates are the same whichever others are asked for.
    """
    sightings = list(_sightings(text, sentences, language))
    if not sightings:
        return
    told = about(text, written, language.cues)
    first = Scene(written, narrative=told.narrative)
    asked = {seen.hit.start for seen in sightings}
    if told.narrative or any(seen.hit.rule.resolve in LOOKING_BACK for seen in sightings):
        sightings += _sightings(text, gaps(text, sentences), language)
        sightings.sort(key=lambda seen: seen.hit.start)
    for reading in _resolved(text, sightings, first, language, earnings=told.earnings):
        if reading.mention.start in asked:
            yield reading


def _sightings(
    text: str, sentences: Iterable[tuple[int, int]], language: Language
) -> Iterator[Sighting]:
    hits = finder(language).hits
    return (Sighting(hit, start, end) for start, end in sentences for hit in hits(text, start, end))


def _resolved(
    text: str, sightings: Iterable[Sighting], scene: Scene, language: Language, *, earnings: bool
) -> Iterator[Reading]:
    for seen in sightings:
        rule = seen.hit.rule
        if rule.earnings and not earnings:
            continue
        pieces = rule_expression(rule, language).codes(text, seen.hit.start, seen.end)
        value = rule.resolve(pieces, _facing(scene, text, seen, pieces, language))
        if value is not None:
            mention = _mention(text, seen.hit, value, pieces)
            scene = _following(scene, mention)
            yield Reading(mention, rule)


def _facing(scene: Scene, text: str, seen: Sighting, pieces: Pieces, language: Language) -> Scene:
    names = pieces.keys()
    if not names & _LEANING or names & _FIXED:
        return scene
    cues = compass(language.cues)
    lean = cues.lean(text, seen.start, seen.hit.start, seen.hit.end)
    return replace(scene, lean=lean, owning=cues.owns(text, seen.hit.end))


def _mention(text: str, hit: Hit, value: Value, pieces: Pieces) -> DateMention:
    mod = value.mod or pieces.get("edge") or pieces.get("about") or ""
    said = text[hit.start : hit.end]
    return DateMention(hit.start, hit.end, said, value.type, value.value, mod)


def _following(scene: Scene, mention: DateMention) -> Scene:
    named = values.named_in(mention.value)
    if named is None:
        return scene
    if "-Q" in mention.value:
        return replace(scene, named=named, quarter=named)
    return replace(scene, named=named)
