"""The whole build against `baseline.py` on the same file: articles per second.

    python benchmarks/build.py [--data DIR] [--articles N] [--density N|own] [--runs K]

The articles are the real ones below DIR, or made ones. `--density N` dates them anew, in the order
of their dates, N to a day; `own` leaves their dates. 100 a day is what a newsroom reads; what old
articles a research set has of one day is far less. Every build is a process of its own, timed from
start to end: the baseline once, then in turn K times ours by one worker, by two, and by one with
only the two formats that the baseline writes. Ours is the median of the K.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from corpus import dated_anew, real_articles, write_jsonl
from made_news import ARTICLES_A_DAY, intended_stories, made_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article

BASELINE = Path(__file__).with_name("baseline.py")
MADE_ARTICLES = 5_000
BASELINE_NAME = "baseline"
ONE, TWO, ALIKE = "jobs 1", "jobs 2", "jobs 1, html,md"
OPTIONS = {
    ONE: ["--jobs", "1"],
    TWO: ["--jobs", "2"],
    ALIKE: ["--jobs", "1", "--formats", "html,md"],
}
PAGES = {".html", ".md", ".json", ".eml"}


class Built(NamedTuple):
    """One build: its wall time, and what it wrote."""

    seconds: float
    stories: int
    pages: int


def built(command: Sequence[str], out: Path) -> Built:
    """Run a build that writes into a folder, count what it wrote, and remove it."""
    # Settings must not come from the environment, nor from a file of the folder we stand in.
    env = {key: value for key, value in os.environ.items() if not key.startswith("DIGEST_")}
    begun = time.perf_counter()
    subprocess.run(command, cwd=out.parent, env=env, check=True)
    seconds = time.perf_counter() - begun
    pages = [path for path in out.rglob("*") if path.suffix in PAGES]
    stories = sum(headings(path) for path in pages if path.name == "digest.md")
    shutil.rmtree(out)
    return Built(seconds, stories, len(pages))


def headings(path: Path) -> int:
    """The stories of a day: both builds give each a heading of the second order."""
    return sum(line.startswith("## ") for line in path.read_text(encoding="utf-8").split("\n"))


def by_digest(source: Path, out: Path, options: Sequence[str]) -> list[str]:
    """The command that builds by `digest`."""
    place = ["--out", str(out), "--no-cache"]
    return [sys.executable, "-m", "digest", "build", str(source), *place, "-q", *options]


def measured(source: Path, runs: int) -> dict[str, list[Built]]:
    """Every build of the source, by name."""
    out = source.parent / "out"
    by_baseline = [sys.executable, str(BASELINE), str(source), str(out)]
    found = {BASELINE_NAME: [built(by_baseline, out)]} | {name: [] for name in OPTIONS}
    for _ in range(runs):
        for name, options in OPTIONS.items():
            found[name].append(built(by_digest(source, out, options), out))
    return found


def chosen(given: argparse.Namespace) -> list[Article]:
    """The articles, dated as asked for."""
    folder: Path | None = given.data
    if folder is None:
        per_day = ARTICLES_A_DAY if given.density is None else given.density
        return made_articles(given.articles or MADE_ARTICLES, per_day=per_day)
    articles = real_articles(folder)
    if not articles:
        sys.exit(f"{folder}: none of the sets of articles is here")
    if given.density is not None:
        articles = dated_anew(articles, given.density)
    return articles[: given.articles]


def tell_of(articles: list[Article], *, made: bool, density: int | None) -> None:
    """Print what is built."""
    days = len({article.published for article in articles})
    megabytes = sum(len(article.text.encode()) for article in articles) / 1e6
    dates = "their own dates" if density is None else f"dated anew, {density} to a day"
    kind = f"made, meant as {intended_stories(articles)} stories" if made else f"real, {dates}"
    print(f"{len(articles)} articles ({kind}), {megabytes:.1f} MB, {days} days\n", flush=True)


def tell(found: dict[str, list[Built]], articles: int) -> None:
    """Print the table."""
    seconds = {name: median(one.seconds for one in builds) for name, builds in found.items()}
    print(f"{'build':18}{'seconds':>9}{'articles/s':>12}{'ratio':>8}{'stories':>9}{'pages':>8}")
    for name, taken in seconds.items():
        ratio = seconds[BASELINE_NAME] / taken
        last = found[name][-1]
        rates = f"{taken:9.2f}{articles / taken:12.1f}{ratio:8.1f}"
        print(f"{name:18}{rates}{last.stories:9}{last.pages:8}")
    print(f"\njobs 2 over jobs 1: {seconds[ONE] / seconds[TWO]:.2f}")


def density(text: str) -> int | None:
    """Articles a day, or None for their own dates."""
    return None if text == "own" else int(text)


def main() -> None:
    """Build and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, metavar="DIR", help="else articles are made")
    parser.add_argument("--articles", type=int, metavar="N", help="only the first N")
    parser.add_argument("--density", type=density, default=ARTICLES_A_DAY, metavar="N|own")
    parser.add_argument("--runs", type=int, default=3, metavar="K")
    given = parser.parse_args()
    articles = chosen(given)
    tell_of(articles, made=given.data is None, density=given.density)
    with TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        write_jsonl(articles, source)
        tell(measured(source, given.runs), len(articles))


if __name__ == "__main__":
    main()
