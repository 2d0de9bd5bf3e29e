"""The scorers of development data: where they stand, how they run, and what they print."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Cells are parted by two blanks or more; names have single ones.
CELL = re.compile(r"\S+(?: \S+)*")


def scorer_of(data: Path, scorers: Path | None, task: str) -> Path:
    """The scorer of a task, in DIR/../eval unless told otherwise; it must be there."""
    scorer = (scorers or data.resolve().parent / "eval") / f"score_{task}.py"
    if not scorer.is_file():
        sys.exit(f"{scorer}: there is no such scorer")
    return scorer


def printed(scorer: Path, *options: str | Path) -> str:
    """What the scorer prints; ends the run where it fails."""
    command = [sys.executable, str(scorer), *map(str, options)]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{scorer}: failed with exit code {done.returncode}")
    return done.stdout


def table(text: str) -> list[dict[str, str]]:
    """The rows of the first table that a scorer prints, by column.

    Columns end where their headings end, but for the first, which is as wide as its names. The
    table ends with an empty line, or before the last line of all, which is no row.
    """
    header, *lines = text.partition("\n\n")[0].splitlines()
    if "\n\n" not in text:
        lines = lines[:-1]
    headings = list(CELL.finditer(header))
    starts = [0, *(one.end() for one in headings[1:-1])]
    ends = [one.end() for one in headings[1:]]
    found = []
    for line in lines:
        first, *others = [line[a:b].strip() for a, b in zip(starts, ends, strict=True)]
        # A blank second cell leaves a name by itself.
        name, second, *_ = [*re.split(r"\s{2,}", first), ""]
        cells = [name, second, *others]
        found.append(dict(zip((one.group() for one in headings), cells, strict=True)))
    return found
