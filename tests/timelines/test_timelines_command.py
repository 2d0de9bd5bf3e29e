"""`digest timeline` as a user runs it, and its benchmark."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from commands import ROOT, SEEDS, digest, line, script, wire
from typer.testing import CliRunner

from digest.cli.app import app
from digest.reading import read
from digest.settings import zone_named

if TYPE_CHECKING:
    from pathlib import Path

SANK = "The ferry Aurora sank off the coast of Estonia on Tuesday with ninety people aboard."
CHARGED = "PARIS (Wire) — Prosecutors charged the captain of the Aurora on September 5, 2020."
COMPASS = {"source": "Daily Compass", "url": "https://example.org/b"}
SCORER = """\
import argparse
import json
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("folders", nargs="+", type=Path)
parser.add_argument("--system", type=Path)
parser.add_argument("--baseline", action="store_true")
given = parser.parse_args()
days = 0
for path in sorted(given.system.iterdir()) if given.system else ():
    with path.open() as file:
        days += sum(len(json.loads(line)["sentences"]) for line in file)
row = "{:12}{:>8}{:>11}{:>8}{:>11}{:>11}{:>6}".format
print(row("timeline", "dates", "sentences", "system", "align+ R1", "align+ R2", "date"))
print(row("own.one", 2, 1, 2, days, 0.2, 0.5))
print(row("mean of all", "", "", "", days, 0.2, 0.5))
print("align+: days are aligned")
"""


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An article of the week, and one of a fortnight later."""
    monkeypatch.chdir(tmp_path)
    return str(wire(tmp_path, line("a", SANK), line("b", CHARGED, "2020-09-20", **COMPASS)))


def written(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["timeline", *arguments], catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def rows(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in written(*arguments, "--json").splitlines()]


def test_a_day_is_a_row_of_its_date_and_its_sentences(news: str) -> None:
    assert rows(news) == [
        {"date": day, "sentences": [{"article": name, "start": 0, "end": len(text), "text": text}]}
        for day, name, text in (("2020-09-01", "a", SANK), ("2020-09-05", "b", CHARGED))
    ]


def test_people_read_days_with_their_sentences_without_datelines(news: str) -> None:
    """And below each whence it is, by the address where that is known."""
    assert written(news).splitlines() == [
        "2020-09-01",
        f"    {SANK}",
        f"        a 0-{len(SANK)}  2020-09-03, {news}:1",
        "2020-09-05",
        f"    {CHARGED.partition('— ')[2]}",
        f"        b 0-{len(CHARGED)}  Daily Compass, 2020-09-20, https://example.org/b",
    ]


@pytest.mark.parametrize(
    ("options", "days"),
    [
        (("--dates", "1"), ["2020-09-05"]),
        (("--since", "2020-09-02"), ["2020-09-05"]),
        (("--until", "2020-09-02"), ["2020-09-01"]),
        (("--query", "ferry"), ["2020-09-01"]),
    ],
)
def test_options_say_which_days_are_told(
    news: str, options: tuple[str, ...], days: list[str]
) -> None:
    assert [row["date"] for row in rows(news, *options)] == days


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--query", "zeppelin"), "no article that has all words of the query 'zeppelin'"),
        (("--since", "2021-01-01"), "no article speaks of the days asked for"),
        (
            ("--query", "ferry", "--until", "2019-01-01"),
            "no article that has all words of the query 'ferry' speaks of the days asked for",
        ),
    ],
)
def test_a_timeline_without_days_says_why(news: str, options: tuple[str, ...], reason: str) -> None:
    result = CliRunner().invoke(app, ["timeline", news, *options], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"note: nothing to tell: {reason}\n"


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--query", "the", "query: has no word to look for"),
        ("--since", "soon", "since: not a day"),
        ("--dates", "0", "--dates"),
        ("--sentences", "0", "--sentences"),
    ],
)
def test_an_option_that_asks_for_nothing_is_wrong_usage(
    news: str, tmp_path: Path, option: str, value: str, reason: str
) -> None:
    ran = digest("timeline", news, option, value, folder=tmp_path)
    assert (ran.code, ran.out, reason in ran.err) == (2, "", True)


def test_sentences_slice_back_into_their_articles() -> None:
    articles = {a.id: a for a in read([str(SEEDS)], zone=zone_named("UTC")).articles}
    found = [row for day in rows(str(SEEDS)) for row in day["sentences"]]
    sliced = [articles[row["article"]].text[row["start"] : row["end"]] for row in found]
    assert (len(found) > 10, sliced) == (True, [row["text"] for row in found])


def test_the_benchmark_prints_each_system_and_what_ours_took(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "timelines" / "own"
    folder.mkdir(parents=True)
    text = line("a", SANK) + line("b", CHARGED, "2020-09-20")
    (folder / "articles.jsonl").write_text(text, encoding="utf-8")
    days = ["2020-09-01", "2020-09-05"]
    entries = [{"date": day, "sentences": ["A ferry sank."]} for day in days]
    answer = json.dumps({"timeline": "one", "entries": entries})
    (folder / "timelines.jsonl").write_text(answer + "\n", encoding="utf-8")
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "score_timelines.py").write_text(SCORER, encoding="utf-8")
    done = script(ROOT / "benchmarks" / "timelines.py", "--data", tmp_path / "data")
    assert (done.code, done.err) == (0, "")
    lines = [row.split() for row in done.out.splitlines()]
    scores = ["0.200", "0.500"]
    made = ["2.000", *scores]
    assert lines[0] == ["ours", "sumy", "sumy", "stems", "busiest"]
    assert lines[2] == ["own.one", *made, *made, *made, "0.000", *scores]
    assert (lines[4][:4], lines[4][-4:]) == (
        ["ours", "over", "theirs", "1.00"],
        ["1.00", "0.00", "1.00", "1.00"],
    )
    assert [row[:2] for row in lines[6:]] == [["set", "articles"], ["own", "2"]]
