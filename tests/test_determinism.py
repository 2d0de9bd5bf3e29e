"""The same input gives the same bytes, whatever else differs from run to run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from commands import ENVIRONMENT, ROOT, SEEDS, Ran, digest, line, process, tree, wire

from digest.reading import read
from digest.settings import zone_named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from digest.model import Article

EPOCH = {"SOURCE_DATE_EPOCH": "1599480000"}
RANKERS = ("textrank", "lead", "lexrank", "lsa", "luhn", "kl", "sumbasic", "reduction")
COURIER = "seeds/hilltop-courier"
# What is run under every hash seed, and the least of lines that it must write.
BUILD = ("build", "seeds")
RANKED = {("summarize", COURIER, "--json", "--ranker", ranker): 3 for ranker in RANKERS}
TOLD = {
    ("dates", "seeds", "--json"): 11,
    ("actors", "seeds", "--json"): 11,
    ("stories", "seeds", "--json"): 11,
    ("stories", "--by-day", "seeds", "--json"): 2,
    ("diff", "2020-08-10", "2020-08-11", "seeds", "--json"): 2,
    ("timeline", "seeds", "--json", "--sentences", "3"): 10,
}
# Runs commands, one after the other, in one process of its own.
PROGRAM = """
import json, sys
from pathlib import Path
from commands import digest
print(json.dumps([digest(*given, folder=Path()) for given in json.loads(sys.argv[1])]))
"""


def built(
    folder: Path,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    run: Callable[..., Ran] = digest,
) -> dict[str, bytes]:
    """The output of a build in a folder, which is then removed."""
    ran = run("build", *arguments, folder=folder, environment=environment)
    assert ran.code == 0, ran.err
    pages = tree(folder / "out")
    shutil.rmtree(folder / "out")
    return pages


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The pages that are not the same bytes in both; there must be some pages."""
    assert len(one) > 3
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `seeds` are the seeds."""
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "seeds").symlink_to(SEEDS)
    return folder


Hashed = tuple[dict[tuple[str, ...], Ran], dict[str, bytes]]


def under_hash_seed(seed: str, folder: Path) -> Hashed:
    """What the commands write under a hash seed, and the pages of the build among them."""
    (folder / "seeds").symlink_to(SEEDS)
    commands = [BUILD, *RANKED, *TOLD]
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(commands)],
        cwd=folder,
        env={**ENVIRONMENT, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    wrote = (Ran(*one) for one in json.loads(ran.stdout))
    return dict(zip(commands, wrote, strict=True)), tree(folder / "out")


@pytest.fixture(scope="module")
def hashed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Hashed, Hashed]:
    """What is written under two hash seeds."""
    one, other = (under_hash_seed(seed, tmp_path_factory.mktemp(f"hash{seed}")) for seed in "12")
    return one, other


def test_pages_are_the_same_under_every_hash_seed(
    usual: dict[str, bytes], hashed: tuple[Hashed, Hashed]
) -> None:
    assert [differing(usual, pages) for _, pages in hashed] == [[], []]


@pytest.mark.parametrize(("command", "lines"), [*RANKED.items(), *TOLD.items()], ids=str)
def test_rows_are_the_same_under_every_hash_seed(
    hashed: tuple[Hashed, Hashed], command: tuple[str, ...], lines: int
) -> None:
    one, other = (ran[command] for ran, _ in hashed)
    assert one == other
    assert (one.code, one.out.count("\n") >= lines) == (0, True)


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"},
        {"TZ": "America/Anchorage", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1", "COLUMNS": "40", "NO_COLOR": "1"},
    ],
    ids=str,
)
def test_the_world_leaves_no_trace(
    folder: Path, usual: dict[str, bytes], environment: dict[str, str]
) -> None:
    assert differing(usual, built(folder, "seeds", environment=environment, run=process)) == []


def test_the_order_of_sources_leaves_no_trace(folder: Path) -> None:
    sources = [f"seeds/{path.name}" for path in sorted(SEEDS.iterdir())]
    forth, back = built(folder, *sources), built(folder, *reversed(sources))
    assert differing(forth, back) == []


def test_the_order_of_sources_leaves_no_trace_on_a_timeline(
    hashed: tuple[Hashed, Hashed], folder: Path
) -> None:
    sources = [f"seeds/{path.name}" for path in sorted(SEEDS.iterdir(), reverse=True)]
    command = ("timeline", "seeds", "--json", "--sentences", "3")
    back = digest("timeline", *sources, *command[2:], folder=folder)
    assert back == hashed[0][0][command]


def test_a_source_that_is_named_twice_leaves_no_trace(
    folder: Path, usual: dict[str, bytes]
) -> None:
    again = built(folder, "seeds/harbour-post", "seeds", "seeds/daily-compass.jsonl", "seeds")
    assert differing(usual, again) == []


def test_the_order_in_which_files_were_made_leaves_no_trace(
    tmp_path: Path, usual: dict[str, bytes]
) -> None:
    for path in sorted(SEEDS.rglob("*.*"), key=lambda path: path.name[::-1], reverse=True):
        copy = tmp_path / "seeds" / path.relative_to(SEEDS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    assert differing(usual, built(tmp_path, "seeds")) == []


def test_a_second_build_over_the_first_leaves_no_trace(
    tmp_path: Path, usual: dict[str, bytes]
) -> None:
    (tmp_path / "seeds").symlink_to(SEEDS)
    digest("build", "seeds", "--until", "2020-07-31", "--sentences", "1", folder=tmp_path)
    assert differing(usual, built(tmp_path, "seeds")) == []


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds as they would be of nine years: enough articles for three workers."""
    folder = tmp_path_factory.mktemp("years")
    seeds = read([str(SEEDS)], zone=zone_named("UTC")).articles
    wire(folder, *(_shifted(article, year) for year in range(9) for article in seeds))
    return folder


def _shifted(article: Article, year: int) -> str:
    day = article.day(zone_named("UTC")) + timedelta(days=365 * year)
    name = f"{article.id}-{year}"
    return line(name, article.text, day.isoformat(), title=article.title, source=article.source)


@pytest.fixture(scope="module")
def by_one(years: Path) -> dict[str, bytes]:
    """What one process makes of the years, with explanations."""
    return built(years, "wire.jsonl", "--explain")


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_the_number_of_workers_leaves_no_trace(
    years: Path, by_one: dict[str, bytes], jobs: str
) -> None:
    environment = {"PYTHONHASHSEED": jobs}
    asked = ("wire.jsonl", "--explain", "--jobs", jobs)
    more = built(years, *asked, environment=environment, run=process)
    assert differing(by_one, more) == []


@pytest.mark.parametrize("day", [date(2020, 6, 23), date(2024, 9, 2)])
def test_a_day_built_alone_is_the_day_built_with_all(
    years: Path, by_one: dict[str, bytes], day: date
) -> None:
    place = day.strftime("%Y/%m/%d/")
    alone = built(years, "wire.jsonl", "--explain", "--date", day.isoformat())
    assert b'"explanation"' in alone[f"{place}digest.json"]
    assert (
        differing(
            {path: page for path, page in by_one.items() if path.startswith(place)},
            {path: page for path, page in alone.items() if path.startswith(place)},
        )
        == []
    )


def test_days_built_one_after_another_are_the_days_built_at_once(folder: Path) -> None:
    """The index too, into whatever order the days came."""
    days = ("2020-08-11", "2020-08-07", "2020-08-10")
    for day in days:
        digest("build", "seeds", "--date", day, folder=folder)
    in_turn = tree(folder / "out")
    shutil.rmtree(folder / "out")
    at_once = built(folder, "seeds", "--since", days[1], "--until", days[0])
    assert differing(at_once, in_turn) == []


def test_the_date_of_building_is_shown_where_it_is_given(folder: Path) -> None:
    pages = built(folder, "seeds", "--date", "2020-09-03", environment=EPOCH)
    day = {path.rpartition("/")[2]: page for path, page in pages.items() if "/09/03/" in path}
    assert json.loads(day["digest.json"])["built"] == "2020-09-07T12:00:00+00:00"
    assert b"Built 7 Sep 2020" in day["index.html"]
    assert b"Built 7 Sep 2020" in day["digest.md"]
    assert b"Date: Mon, 07 Sep 2020 12:00:00 +0000" in day["digest.eml"]
    assert b"Built 7 Sep 2020" in pages["index.html"]


def test_no_date_of_building_is_shown_otherwise(usual: dict[str, bytes]) -> None:
    assert [path for path, page in usual.items() if b"Built " in page] == []
    assert json.loads(usual["2020/09/03/digest.json"])["built"] is None
