"""`digest diff`: what a day tells that an earlier one doesn't."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from commands import line, wire
from typer.testing import CliRunner

from digest.cli.app import app
from digest.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

CLOSED = "Maria Lindqvist closed the old bridge in Oldmere. Engineers found cracks in the bridge."
OPENED = "The old bridge in Oldmere, closed for cracks, opens again on September 10 for 300 cars."
APPLES = "Farmers in the valley picked apples in fine weather. The harvest of apples is small."
PEARS = "A judge in Hillford heard a thief of pears, who begged him to forgive her."
DAYS = ("2020-09-03", "2020-09-04")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A bridge on two days, apples on the first, and pears on the second."""
    monkeypatch.chdir(tmp_path)
    lines = [line("a", CLOSED, DAYS[0]), line("b", APPLES, DAYS[0])]
    lines += [line("c", f"{CLOSED} {OPENED}", DAYS[1]), line("d", PEARS, DAYS[1])]
    return str(wire(tmp_path, *lines))


def written(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["diff", *arguments], catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_each_storyline_has_a_row_of_its_trend_and_news(news: str) -> None:
    rows = [json.loads(row) for row in written(*DAYS, news, "--json").splitlines()]
    told = {row["trend"]: row for row in rows}
    assert sorted(told) == ["emerging", "fading", "steady"]
    assert told["fading"]["sentences"] == []
    assert [one["text"] for one in told["emerging"]["sentences"]] == [PEARS]
    steady = told["steady"]
    assert [one["text"] for one in steady["sentences"]] == [OPENED]
    assert (steady["dates"], steady["figures"]) == (["2020-09-10"], ["300 cars"])
    assert (steady["articles_before"], steady["articles"]) == (1, 1)


def test_a_sentence_is_told_with_its_place(news: str) -> None:
    start = len(CLOSED) + 1
    assert f"    {OPENED}\n        c {start}-{start + len(OPENED)}\n" in written(*DAYS, news)


def test_what_is_new_is_told_in_words(news: str) -> None:
    told = written(*DAYS, news)
    assert "    new dates: 10 Sep 2020\n    new figures: 300 cars\n" in told


def test_a_dateline_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = line("a", APPLES, DAYS[0]), line("b", f"OLDMERE (AP) - {OPENED}", DAYS[1])
    told = written(*DAYS, str(wire(tmp_path, *lines)))
    assert f"    {OPENED}\n        b 0-{len(OPENED) + 15}\n" in told


@pytest.mark.parametrize(
    ("days", "message"),
    [
        (DAYS[::-1], "DAY: 2020-09-03 does not lie after 2020-09-04"),
        (("2020-09-03", "2020-09-05"), "2020-09-05: no article is of that day"),
        (("2020-09-03", "soon"), "DAY: not a day: soon"),
    ],
)
def test_days_that_can_not_be_compared_are_named(
    news: str, days: tuple[str, str], message: str
) -> None:
    with pytest.raises(SettingsError, match=f"^{message}"):
        CliRunner().invoke(app, ["diff", *days, news], catch_exceptions=False)
