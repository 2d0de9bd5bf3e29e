"""The way from day to day: each entry learns what story it continues, and what it tells anew.

Days pass in their order, and nothing is taken back: what a day is said to continue is the same
whatever comes after it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import tee
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from digest.model import Continuation, Former
from digest.pipeline import entries_of, links
from digest.storylines import coverage, trend
from digest.storylines.novelty import NOTHING, Told, news, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from digest.choices import Choices
    from digest.model import Digest, Entry, Story
    from digest.storylines import Batch

OneOf = TypeVar("OneOf", "Story", "Entry")


class MadeDays(NamedTuple):
    """Some days' stories, and their digests in the same order; none for days not asked for."""

    batch: Batch
    digests: tuple[Digest, ...]


class _Known(NamedTuple):
    """A storyline up to a day.

    `untold` are stories of days not asked for; what they tell is in `told`, and the last of them
    is `former`, as soon as a day that is asked for continues them.
    """

    opened: date
    covered: Mapping[date, int]
    untold: tuple[Story, ...]
    told: Told
    former: Former | None


def track(made: Iterable[MadeDays], chosen: Choices) -> Iterator[Digest]:
    """The digests with each entry's continuation; the days ascend over all of `made`."""
    made, again = tee(made)
    linked = links((one.batch for one in again), chosen)
    known: dict[str, _Known] = {}
    for one, batch_lines in zip(made, linked, strict=True):
        digests = {digest.day: digest for digest in one.digests}
        for day, lines in zip(one.batch.days, batch_lines, strict=True):
            if day.day in digests:
                digest = digests[day.day]
                known |= _retold(lines, known, chosen)
                continued = _continued(digest.entries, lines, known)
                known |= _with_entries(digest.entries, lines, known)
                yield replace(digest, entries=continued)
            else:
                known |= _with_stories(day.stories, lines, known)
            known = _still_open(known, day.day - timedelta(days=chosen.window_days))


def _retold(
    lines: Sequence[str], known: Mapping[str, _Known], chosen: Choices
) -> dict[str, _Known]:
    """Those of the lines that have untold stories, with what these tell."""
    waiting = {line: known[line] for line in lines if line in known and known[line].untold}
    stories = [story for one in waiting.values() for story in one.untold]
    entries = {entry.story.id: entry for entry in entries_of(stories, chosen)} if stories else {}
    return {
        line: _after(one, [entries[story.id] for story in one.untold])._replace(untold=())
        for line, one in waiting.items()
    }


def _after(one: _Known, entries: Sequence[Entry]) -> _Known:
    """The storyline when the entries are told; the first of the last day gives its headline."""
    last = max(entry.story.day for entry in entries)
    headline = next(entry.headline for entry in entries if entry.story.day == last)
    return one._replace(told=told(entries, one.told), former=Former(last, headline))


def _continued(
    entries: Iterable[Entry], lines: Sequence[str], known: Mapping[str, _Known]
) -> tuple[Entry, ...]:
    today = _by_line(entries, lines)
    return tuple(
        replace(entry, continuation=_continuation(entry, line, today[line], known.get(line)))
        for line, entry in zip(lines, entries, strict=True)
    )


def _continuation(
    entry: Entry, line: str, today: Iterable[Entry], before: _Known | None
) -> Continuation:
    day = entry.story.day
    covered = coverage(one.story for one in today)
    if before is None:
        return Continuation(line, day, 1, trend(covered, day), None, news([entry], NOTHING))
    covered = {**before.covered, **covered}
    return Continuation(
        line,
        before.opened,
        len(covered),
        trend(covered, day),
        before.former,
        news([entry], before.told),
    )


def _with_entries(
    entries: Iterable[Entry], lines: Sequence[str], known: Mapping[str, _Known]
) -> dict[str, _Known]:
    return {
        line: _after(_covered(known.get(line), [one.story for one in told_now]), told_now)
        for line, told_now in _by_line(entries, lines).items()
    }


def _with_stories(
    stories: Iterable[Story], lines: Sequence[str], known: Mapping[str, _Known]
) -> dict[str, _Known]:
    covered = {
        line: (_covered(known.get(line), today), tuple(today))
        for line, today in _by_line(stories, lines).items()
    }
    return {line: one._replace(untold=one.untold + now) for line, (one, now) in covered.items()}


def _covered(before: _Known | None, today: Sequence[Story]) -> _Known:
    """The storyline with the day's coverage; nothing is told of the day yet."""
    covered = coverage(today)
    if before is None:
        return _Known(today[0].day, covered, (), NOTHING, None)
    return before._replace(covered={**before.covered, **covered})


def _by_line(told: Iterable[OneOf], lines: Sequence[str]) -> dict[str, list[OneOf]]:
    """A day's stories or entries by their storylines, in order."""
    by_line: dict[str, list[OneOf]] = {}
    for line, one in zip(lines, told, strict=True):
        by_line.setdefault(line, []).append(one)
    return by_line


def _still_open(known: Mapping[str, _Known], earliest: date) -> dict[str, _Known]:
    return {line: one for line, one in known.items() if max(one.covered) >= earliest}
