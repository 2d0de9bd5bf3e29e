"""Tracking: each day's stories find their storylines, and these remember what was told.

Days pass in their order, and nothing is taken back: what a day is said to continue is the same
whatever comes after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from digest.model import FormerReport
from digest.storylines.linking import LinkedDay, OpenStorylines, link, story_vectors
from digest.storylines.novelty import NOTHING, EntryFacts, ReaderKnowledge
from digest.storylines.trend import trend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.clustering import DayVectors
    from digest.model import Trend
    from digest.storylines.linking import StoryVectors
    from digest.text import IntArray


class StoryFacts(NamedTuple):
    """Facts of a day's story: its id, its articles' rows among the day's, what its entry tells.

    `independent` counts its articles that are no reprints.
    """

    id: str
    rows: tuple[int, ...]
    independent: int
    facts: EntryFacts


class DayFacts(NamedTuple):
    """Facts of a day's stories, in the order of its digest."""

    day: date
    stories: tuple[StoryFacts, ...]


@dataclass(frozen=True, slots=True)
class TrackedStoryline:
    """Storyline up to a day: its coverage by day, what it told, and where it was told last."""

    id: str
    opened: date
    coverage: Mapping[date, int]
    knowledge: ReaderKnowledge
    former: FormerReport

    def told(self, day: date, stories: Sequence[StoryFacts]) -> TrackedStoryline:
        """Add a day that tells some stories of it; the first gives its headline."""
        return TrackedStoryline(
            self.id,
            self.opened,
            {**self.coverage, day: sum(story.independent for story in stories)},
            self.knowledge.with_facts(story.facts for story in stories),
            FormerReport(day, stories[0].facts.headline),
        )


def _opened(day: date, stories: Sequence[StoryFacts]) -> TrackedStoryline:
    first = stories[0]
    nothing = TrackedStoryline(first.id, day, {}, NOTHING, FormerReport(day, first.facts.headline))
    return nothing.told(day, stories)


class StorylineContext(NamedTuple):
    """Relation of a day's story to former days; `former` is None where it opens a storyline.

    `days` counts those that told of the storyline, this one included; `knowledge` is that of
    former days.
    """

    storyline: str
    opened: date
    days: int
    trend: Trend
    former: FormerReport | None
    knowledge: ReaderKnowledge


@dataclass(frozen=True, slots=True, eq=False)
class Storylines:
    """Storylines that can still go on after a day, as vectors and by their numbers."""

    vectors: OpenStorylines = field(default_factory=OpenStorylines)
    tracked: Mapping[int, TrackedStoryline] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )


class Followed(NamedTuple):
    """Storylines after a day, the number of each of its stories', and their contexts."""

    storylines: Storylines
    lines: IntArray
    contexts: tuple[StorylineContext, ...]


def follow(
    known: Storylines, vectors: DayVectors, told: DayFacts, window_days: int = 365
) -> Followed:
    """Take one day's step: its stories continue storylines or open new ones."""
    earliest = told.day - timedelta(days=window_days)
    is_open = known.vectors.since(earliest.toordinal(), vectors)
    stories = _vectors(vectors, told, is_open.width)
    lines = link(is_open, stories, vectors.adaptive_threshold)
    before = _still_open(known.tracked, earliest)
    after = {**before, **_told(before, lines, told)}
    contexts = tuple(_context(before.get(line), after[line], told.day) for line in lines.tolist())
    return Followed(
        Storylines(is_open.with_days([LinkedDay(lines, stories)]), after), lines, contexts
    )


def resume(
    known: Storylines, days: Sequence[tuple[DayVectors, DayFacts, IntArray]], window_days: int = 365
) -> Storylines:
    """Take the steps of some days whose lines are known, as `follow` gave them.

    It leaves what `follow` did, and is quicker: nothing is compared, and what a line has of all
    days is summed in one go.
    """
    if not days:
        return known
    earliest = days[-1][1].day - timedelta(days=window_days)
    before = known.vectors.since(date.min.toordinal(), *(vectors for vectors, _, _ in days))
    linked = []
    tracked = dict(known.tracked)
    for vectors, told, lines in days:
        linked.append(LinkedDay(lines, _vectors(vectors, told, before.width)))
        tracked.update(_told(tracked, lines, told))
    is_open = before.with_days(linked).since(earliest.toordinal())
    return Storylines(is_open, _still_open(tracked, earliest))


def _vectors(vectors: DayVectors, told: DayFacts, width: int) -> StoryVectors:
    rows = [story.rows for story in told.stories]
    return story_vectors(told.day.toordinal(), vectors, rows, width)


def _told(
    before: Mapping[int, TrackedStoryline], lines: IntArray, told: DayFacts
) -> dict[int, TrackedStoryline]:
    """Bring the storylines that a day tells of up to it."""
    by_line: dict[int, list[StoryFacts]] = {}
    for line, story in zip(lines.tolist(), told.stories, strict=True):
        by_line.setdefault(line, []).append(story)
    return {
        line: before[line].told(told.day, stories) if line in before else _opened(told.day, stories)
        for line, stories in by_line.items()
    }


def _still_open(
    tracked: Mapping[int, TrackedStoryline], earliest: date
) -> Mapping[int, TrackedStoryline]:
    return {line: one for line, one in tracked.items() if one.former.day >= earliest}


def _context(
    before: TrackedStoryline | None, after: TrackedStoryline, day: date
) -> StorylineContext:
    return StorylineContext(
        after.id,
        after.opened,
        len(after.coverage),
        trend(after.coverage, day),
        before.former if before else None,
        before.knowledge if before else NOTHING,
    )
