"""Rows of the table of `quality.py` that come of shipped commands, run by the scorers."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from corpus import FIRST_DAY, rows
from quality_rows import MEAN, Row, above, at_least, parted
from scoring import printed, scorer_of, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RUN = shlex.join([sys.executable, "-m", "digest"])


def sets(folder: Path) -> list[Path]:
    """The sets of a task that have articles and an answer to compare with."""
    return [
        path.parent
        for path in sorted(folder.glob("*/articles.jsonl"))
        if (path.parent / "gold.jsonl").exists()
    ]


def dated(folder: Path, copies: Path) -> Path:
    """The set, or a copy where every article has a date."""
    told = rows(folder / "articles.jsonl")
    if all(row.get("published") for row in told):
        return folder
    copy = copies / folder.name
    shutil.copytree(folder, copy, copy_function=shutil.copyfile)
    with (copy / "articles.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for row in told:
            published = row.get("published") or FIRST_DAY.isoformat()
            file.write(json.dumps({**row, "published": published}, ensure_ascii=False) + "\n")
    return copy


def by_command(data: Path, scorers: Path | None, task: str, *options: str) -> list[dict[str, str]]:
    """What the scorer says of our command on the sets of a task."""
    scorer, folders = scorer_of(data, scorers, task), sets(data / task)
    if not folders:
        return []
    with TemporaryDirectory() as copies:
        ready = [dated(folder, Path(copies)) for folder in folders]
        return table(printed(scorer, *ready, "--run", RUN, *options))


def dates_rows(data: Path, scorers: Path | None) -> Iterator[Row]:
    """How many dates are found with their value."""
    for row in by_command(data, scorers, "dates"):
        yield Row("dates", row["set"], "value F1", float(row["value F1"]))


# The model was trained on all other sets of names.
UNSEEN = ("wnut17",)


def actors_rows(data: Path, scorers: Path | None) -> Iterator[Row]:
    """How many names are found with their kind."""
    for row in by_command(data, scorers, "actors"):
        if row["names"] == "typed":
            seen = "" if row["set"] in UNSEEN else ", seen"
            yield Row("actors", row["set"], f"typed F1{seen}", float(row["F1"]))


# What the scorer calls the systems, by our columns.
GROUPINGS = {"system": "ours", "single link 0.25": "single link", "leader 0.2": "leader"}
NEEDED_AGREEMENT = {"news_cluster": 0.92, "ecbplus": 0.89}


def stories_rows(data: Path, scorers: Path | None) -> Iterator[Row]:
    """How well stories agree with events."""
    found: dict[str, dict[str, float]] = {}
    for row in by_command(data, scorers, "stories", "--baselines"):
        if row["system"] in GROUPINGS:
            found.setdefault(row["set"], {})[GROUPINGS[row["system"]]] = float(row["B3 F1"])
    for name, figures in found.items():
        yield _stories_row(name, figures, needed=False)
    if found:
        means = {key: fmean(each[key] for each in found.values()) for key in GROUPINGS.values()}
        yield _stories_row(MEAN, means, needed=True)


def _stories_row(name: str, figures: Mapping[str, float], *, needed: bool) -> Row:
    ours, baselines = parted(figures)
    goals = [above(ours, max(baselines.values()), 0.03 if needed else None)]
    if name in NEEDED_AGREEMENT:
        goals.insert(0, at_least(ours, NEEDED_AGREEMENT[name]))
    return Row("stories", name, "B-cubed F1", ours, baselines, tuple(goals))
