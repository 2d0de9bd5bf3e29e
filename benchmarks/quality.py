"""What `digest dates`, `actors` and `stories` find in the development sets, by their scorers.

    python benchmarks/quality.py --data DIR [--scorers DIR]

DIR holds the folders dates, actors and stories, each with a folder a set. The scorers
score_dates.py, score_actors.py and score_stories.py stand in DIR/../eval unless told otherwise;
what they print is passed on, and the last line of each is repeated at the end. Articles without a
date would be refused: they get one and the same, in a copy of their set.
"""

from __future__ import annotations

import argparse
import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import FIRST_DAY

TASKS = ("dates", "actors", "stories")
ANSWERS = ("gold.jsonl", "pairs.jsonl")
RUN = shlex.join([sys.executable, "-m", "digest"])


def sets(folder: Path) -> list[Path]:
    """The sets of a task that have articles and an answer to compare with."""
    return [
        path.parent
        for path in sorted(folder.glob("*/articles.jsonl"))
        if any((path.parent / name).exists() for name in ANSWERS)
    ]


def dated(folder: Path, copies: Path) -> Path:
    """The set, or a copy where every article has a date."""
    with (folder / "articles.jsonl").open(encoding="utf-8", newline="\n") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    if all(row.get("published") for row in rows):
        return folder
    copy = copies / folder.name
    shutil.copytree(folder, copy, copy_function=shutil.copyfile)
    with (copy / "articles.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            published = row.get("published") or FIRST_DAY.isoformat()
            file.write(json.dumps({**row, "published": published}, ensure_ascii=False) + "\n")
    return copy


def scores(scorer: Path, folders: list[Path]) -> str:
    """What the scorer prints of what we find in the sets."""
    with TemporaryDirectory() as copies:
        ready = [str(dated(folder, Path(copies))) for folder in folders]
        command = [sys.executable, str(scorer), *ready, "--run", RUN]
        done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{scorer}: failed with exit code {done.returncode}")
    return done.stdout


def scored(data: Path, scorers: Path, task: str) -> str:
    """Print a task's scores in full; gives their last line, or says what is missing."""
    scorer, folders = scorers / f"score_{task}.py", sets(data / task)
    if not scorer.is_file():
        return f"not scored: there is no {scorer}"
    if not folders:
        return f"not scored: there are no sets in {data / task}"
    printed = scores(scorer, folders)
    print(f"{task}\n\n{printed}", flush=True)
    return printed.rstrip().rpartition("\n")[2]


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--scorers", type=Path, metavar="DIR", help="else DIR/../eval")
    given = parser.parse_args()
    scorers = given.scorers or given.data.resolve().parent / "eval"
    if not scorers.is_dir():
        sys.exit(f"{scorers}: there is no such folder of scorers")
    found = {task: scored(given.data, scorers, task) for task in TASKS}
    print(f"{'task':9}score")
    for task, line in found.items():
        print(f"{task:9}{line}")


if __name__ == "__main__":
    main()
