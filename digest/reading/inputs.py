"""Inputs of a run: the files that its sources name, and what else decides how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from digest.errors import SourceError
from digest.reading.finding import Found, find, once
from digest.reading.outcome import Notice, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, tzinfo

STDIN = "-"
MAX_LINE_BYTES = 10_000_000

Item = TypeVar("Item")


class Inputs(NamedTuple):
    """Files in the order of their shown paths, and what can't be opened."""

    files: list[Found]
    problems: list[SourceError]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Options that decide what a file's bytes mean; see `read`."""

    zone: tzinfo
    max_line_bytes: int
    undated: date | None

    def place(self, shown: str, outlet: str = "") -> Place:
        """Make the place of a file, as its format's functions take it."""
        return Place(shown, outlet, self.zone, self.max_line_bytes, self.undated)


def inputs(sources: Sequence[str]) -> Inputs:
    """Files of all sources but stdin; raises SourceError where a source doesn't exist."""
    steps = [step for source in sources if source != STDIN for step in find(source)]
    files = once(step for step in steps if isinstance(step, Found))
    return Inputs(files, [step for step in steps if isinstance(step, SourceError)])


def first_by_id(
    items: Iterable[Item], key: Callable[[Item], tuple[str, str, int]]
) -> tuple[list[Item], list[SourceError]]:
    """Keep the first item of each id, by path and line, with a problem for each other.

    `key` gives an item's id, path and line.
    """
    chosen: dict[str, tuple[str, int]] = {}
    kept: list[Item] = []
    problems: list[SourceError] = []
    for item in sorted(items, key=lambda one: key(one)[1:]):
        identity, path, line = key(item)
        first = chosen.setdefault(identity, place := (path, line))
        if first is place:
            kept.append(item)
        else:
            problems.append(SourceError(path, f"same id as {first[0]}:{first[1]}", line))
    return kept, problems


def sorted_problems(problems: Iterable[SourceError]) -> tuple[SourceError, ...]:
    """Sort problems by path, line and reason."""
    return tuple(sorted(problems, key=lambda one: (one.path, one.line or 0, one.reason)))


class Notices(NamedTuple):
    """Notices as lines, by path, line and reason; `unread` are those of unread files."""

    lines: tuple[str, ...]
    unread: tuple[str, ...]


def sorted_notices(notices: Iterable[Notice]) -> Notices:
    """Sort notices by path, line and reason."""
    ordered = sorted(notices, key=lambda one: (one.path, one.line or 0, one.reason))
    return Notices(
        tuple(map(str, ordered)), tuple(str(notice) for notice in ordered if notice.unread)
    )
