"""What the command line says on stderr."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.reading import Reading

Step = TypeVar("Step")


def tell(words: str) -> None:
    """Write a line on stderr."""
    typer.echo(words, err=True)


def tell_of_reading(reading: Reading, *, verbose: int, quiet: bool) -> None:
    """Name everything that was skipped, then sum it up; notices are listed with -v."""
    if quiet:
        return
    for problem in reading.problems:
        tell(f"skipped: {problem}")
    if verbose:
        for notice in reading.notices:
            tell(f"note: {notice}")
    elif reading.notices:
        tell(f"{_counted(len(reading.notices), 'note')} on what was read (-v lists them)")
    if reading.problems:
        total = len(reading.articles) + len(reading.problems)
        tell(f"skipped {len(reading.problems)} of {total}: {_reasons(reading)}")


def _reasons(reading: Reading) -> str:
    reasons = Counter(problem.reason.split(":")[0] for problem in reading.problems)
    return ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def with_progress(steps: Iterable[Step], total: int, *, quiet: bool) -> Iterator[Step]:
    """The steps themselves, and a bar on stderr where that is a terminal."""
    hidden = quiet or not sys.stderr.isatty()
    with typer.progressbar(steps, length=total, file=sys.stderr, hidden=hidden) as bar:
        yield from bar
