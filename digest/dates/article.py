"""What an article as a whole is about, so far as its dates depend on it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from digest.dates.rules import Cues

_OLD_YEARS = 6
_FEWEST_YEARS = 4
_ROUGH_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}(?=\s+[\"“‘(]?[A-Z])|\n\s*\n")


class About(NamedTuple):
    """Whether an article tells history, and whether it tells of a company's results."""

    narrative: bool
    earnings: bool


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def about(text: str, written: date, cues: Cues) -> About:
    """What an article is about: half of a history's years are old, and few weekdays are named."""
    years = [int(year) for year in _compiled(cues.year).findall(text)]
    ancient = len(_compiled(cues.ancient).findall(text))
    old = sum(year <= written.year - _OLD_YEARS for year in years) + ancient
    many = len(years) + ancient
    narrative = many >= _FEWEST_YEARS and 2 * old >= many
    if narrative:
        narrative = 4 * len(_compiled(cues.weekday).findall(text)) <= many
    return About(narrative, all(_compiled(word).search(text) for word in cues.earnings))


def gaps(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What stands before and between the sentences, roughly cut into sentences."""
    done = 0
    for start, end in sentences:
        if start > done and not text[done:start].isspace():
            yield from _rough_sentences(text, done, start)
        done = end


def _rough_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _ROUGH_END.finditer(text, start, end):
        yield start, stop.end()
        start = stop.end()
    if start < end:
        yield start, end
