"""A build after a small change against the build of the whole archive: time, memory, saved history.

    python benchmarks/archive.py [--articles N] [--per-day N]

The articles are made ones, a file of JSON Lines for each day. Every build is a process of its own,
timed from start to end: all days by one worker and by two, then with nothing changed, with one
more day, with one article of the last day changed, and the last day alone. The last four begin at
the saved history of the build before.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from corpus import write_jsonl
from made_news import ARTICLES_A_DAY, made_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article

KILOBYTES = 1024


class Built(NamedTuple):
    """One build: its wall and processor time, and the most memory that one process of it held."""

    name: str
    seconds: float
    processor_seconds: float
    megabytes: float


def built(name: str, folder: Path, *options: str) -> Built:
    """Run a build of the folder's articles."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("DIGEST_")}
    command = [sys.executable, "-m", "digest", "build", "articles", "-q", *options]
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{name}: the build failed")
    worked = usage.ru_utime + usage.ru_stime
    return Built(name, seconds, worked, usage.ru_maxrss / KILOBYTES)


def measured(articles: Sequence[Article], folder: Path) -> list[Built]:
    """Build an archive of all days but the last, then after each small change."""
    days: dict[str, list[Article]] = {}
    for article in articles:
        days.setdefault(article.published.isoformat(), []).append(article)
    (folder / "articles").mkdir()
    *former, last = days
    for day in former:
        write_jsonl(days[day], folder / "articles" / f"{day}.jsonl")
    builds = [built("all days, jobs 2", folder, "--jobs", "2")]
    for name in ("out", ".digest"):
        shutil.rmtree(folder / name)
    builds.insert(0, built("all days, jobs 1", folder, "--jobs", "1"))
    builds.append(built("nothing changed", folder))
    source = folder / "articles" / f"{last}.jsonl"
    write_jsonl(days[last], source)
    builds.append(built("one day more", folder))
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace('"text": "', '"text": "Rain fell. ', 1), encoding="utf-8")
    builds.append(built("one article changed", folder))
    shutil.rmtree(folder / "out")
    builds.append(built("last day alone", folder, "--date", last))
    return builds


def bytes_below(folder: Path) -> int:
    """Size of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def tell(builds: Sequence[Built], articles: int) -> None:
    """Print the table; shares are of the time of all days by one worker."""
    whole = builds[0]
    print(f"{'build':22}{'seconds':>9}{'share':>8}{'processor s':>13}{'share':>8}{'MB':>7}")
    for one in builds:
        shares = one.seconds / whole.seconds, one.processor_seconds / whole.processor_seconds
        print(
            f"{one.name:22}{one.seconds:9.2f}{shares[0]:8.1%}"
            f"{one.processor_seconds:13.2f}{shares[1]:8.1%}{one.megabytes:7.0f}"
        )
    print(f"\nan article takes {1000 * whole.processor_seconds / articles:.2f} ms")
    print(f"jobs 2 over jobs 1: {whole.seconds / builds[1].seconds:.2f}")


def main() -> None:
    """Build and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000, metavar="N")
    parser.add_argument("--per-day", type=int, default=ARTICLES_A_DAY, metavar="N")
    given = parser.parse_args()
    articles = made_articles(given.articles + given.per_day, per_day=given.per_day)
    with TemporaryDirectory() as name:
        folder = Path(name)
        builds = measured(articles, folder)
        saved, whole = bytes_below(folder / ".digest"), bytes_below(folder / "articles")
    tell(builds, given.articles)
    print(f"the saved history is {saved / whole:.1%} of the articles")


if __name__ == "__main__":
    main()
