"""Each benchmark runs at a tiny size and prints figures that can be read off."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from corpus import dated_anew
from made_news import intended_stories, made_articles

from digest.choices import choices
from digest.pipeline import storylines
from digest.settings import Settings
from digest.text import stop_words

if TYPE_CHECKING:
    from collections.abc import Sequence

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
PASSING_SCORER = """\
import argparse
import subprocess

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--run")
given = parser.parse_args()
command = [*given.run.split(), "dates", f"{given.folder}/articles.jsonl", "--json"]
found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
print(f"table\\nfound {len(found.splitlines())}")
"""


def run(script: str, *options: str | Path) -> list[list[str]]:
    """The cells of the lines that a script prints, parted at blanks."""
    command = [sys.executable, str(BENCHMARKS / script), *map(str, options)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return [line.split() for line in done.stdout.splitlines()]


def positive(row: Sequence[str]) -> list[bool]:
    """Which cells are numbers above 0."""
    return [float(cell) > 0 for cell in row]


def test_ranking_prints_one_row_for_each_size_then_growth_and_memory() -> None:
    lines = run("ranking.py", "--sizes", "20", "--large", "50", "200")
    header, row = lines[1:3]
    assert header == ["sentences", "sumy", "s", "ours", "s", "ratio", "difference"]
    assert (row[0], positive(row[1:4]), float(row[4]) < 1e-9) == ("20", [True] * 3, True)
    assert [line[:1] for line in lines[3:]] == [
        [], ["sentences"], ["50"], ["200"], [], ["exponent"], ["peak"],
    ]  # fmt: skip
    # An interpreter with numpy takes more than 10 MB, and so few sentences next to nothing.
    assert 10 < float(lines[-1][2]) < 300


def test_build_compares_both_builds_of_the_same_stories() -> None:
    """However many work, and whatever the formats, the stories are the same."""
    lines = run("build.py", "--articles", "24", "--runs", "1")
    assert lines[0][:3] == ["24", "articles", "(made,"]
    assert lines[2] == ["build", "seconds", "articles/s", "ratio", "stories", "pages"]
    names = [" ".join(row[:-5]) for row in lines[3:7]]
    assert names == ["baseline", "jobs 1", "jobs 2", "jobs 1, html,md"]
    assert [positive(row[-5:]) for row in lines[3:7]] == [[True] * 5] * 4
    assert len({row[-2] for row in lines[4:7]}) == 1
    assert (lines[8][:-1], positive(lines[8][-1:])) == (["jobs", "2", "over", "jobs", "1:"], [True])


def test_stories_prints_agreement_speed_and_ways_to_find_reprints(tmp_path: Path) -> None:
    folder = tmp_path / "stories" / "own"
    folder.mkdir(parents=True)
    made = made_articles(24)
    rows = [{"id": a.id, "text": a.text, "published": "2020-09-03"} for a in made]
    answers = [{"article": a.id, "event": a.id.partition("-")[0]} for a in made]
    for name, lines in (("articles", rows), ("gold", answers)):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    printed = run("stories.py", "--data", tmp_path, "--articles", "60")
    assert [cells[:3] for cells in printed[1:5:2]] == [["own", "24", "by"], ["own", "20", "by"]]
    assert [(cells[:2], cells[5]) for cells in printed[6:8]] == [
        (["window", "of"], "articles/s"),
        (["window", "of"], "articles/s"),
    ]
    assert printed[9][:3] == ["own", "recall", "1.000"]
    assert [cells[0] for cells in printed[9:]] == ["own", "datasketch", "rensa"]


def test_startup_prints_ratios_to_one() -> None:
    lines = run("startup.py", "--runs", "1")
    assert lines[2] == ["command", "ms", "ratio"]
    names = [" ".join(row[:-2]) for row in lines[3:]]
    assert names == [
        "digest --help",
        "empty app --help",
        "digest build seeds",
        "import nltk, scipy.sparse, jinja2",
    ]
    ratios = [
        round(float(ours[-2]) / float(theirs[-2]), 1) for ours, theirs in (lines[3:5], lines[5:7])
    ]
    assert ratios == pytest.approx([float(row[-1]) for row in lines[3::2]], abs=0.11)


def test_quality_passes_on_what_a_scorer_prints(tmp_path: Path) -> None:
    """A set without dates of its own gets one, so that its articles are read."""
    folder = tmp_path / "data" / "dates" / "own"
    folder.mkdir(parents=True)
    row = {"id": "a", "text": "The talks end on Thursday."}
    (folder / "articles.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (folder / "gold.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "score_dates.py").write_text(PASSING_SCORER, encoding="utf-8")
    lines = run("quality.py", "--data", tmp_path / "data")
    assert lines[:6] == [["dates"], [], ["table"], ["found", "1"], [], ["task", "score"]]
    assert [row[:4] for row in lines[6:]] == [
        ["dates", "found", "1"],
        ["actors", "not", "scored:", "there"],
        ["stories", "not", "scored:", "there"],
    ]


def test_quality_names_a_missing_folder_of_scorers(tmp_path: Path) -> None:
    command = [sys.executable, str(BENCHMARKS / "quality.py"), "--data", str(tmp_path / "data")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    expected = f"{tmp_path.resolve() / 'eval'}: there is no such folder of scorers\n"
    assert (done.returncode, done.stderr) == (1, expected)


@pytest.mark.skipif(find_spec("sentencex") is None, reason="sentencex is not installed")
def test_sentences_scores_three_splitters() -> None:
    lines = run("sentences.py")
    rows = [row for row in lines if row[:1] in (["sentencex"], ["punkt"], ["own"])]
    assert [(row[0], positive(row[1:])) for row in rows] == [
        (name, [True] * 13) for name in ("sentencex", "punkt", "own")
    ]


def test_made_articles_are_the_same_for_a_seed() -> None:
    one, again, other = (made_articles(12, seed) for seed in (1, 1, 2))
    assert ([a.text for a in one] == [a.text for a in again], one == other) == (True, False)


def test_made_articles_are_half_stop_words() -> None:
    words = [word for article in made_articles(50) for word in article.text.lower().split()]
    share = sum(word in stop_words() for word in words) / len(words)
    assert 0.4 < share < 0.55


def test_made_vocabulary_grows_with_the_articles() -> None:
    articles = made_articles(400)
    sizes = [
        len({word for article in articles[:count] for word in article.text.split()})
        for count in (100, 400)
    ]
    assert sizes[1] > 2 * sizes[0]


def test_made_stories_are_found_nearly_as_meant() -> None:
    """Grouping made days mixes no two stories, and parts one in ten at most."""
    articles = made_articles(200, per_day=200)
    lines = storylines(articles, choices(Settings()))
    told = [[one for story in line.stories for one in story.articles] for line, _ in lines]
    mixed = [found for found in told if intended_stories(found) > 1]
    meant = intended_stories(articles)
    assert (mixed, meant <= len(told) <= 1.1 * meant) == ([], True)


def test_articles_dated_anew_keep_their_order_so_many_to_a_day() -> None:
    articles = made_articles(10, per_day=3)
    again = dated_anew(articles[::-1], 4)
    days = [article.published.isoformat() for article in again]
    assert days == [f"2020-06-0{1 + number // 4}" for number in range(10)]
    assert {one.id for one in again[:3]} == {one.id for one in articles[:3]}
