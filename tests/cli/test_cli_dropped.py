"""`digest build --dropped`: what is in no digest, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from commands import line, wire
from typer.testing import CliRunner

from digest.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

APPLES = "Farmers in the valley picked apples in fine weather, and the harvest is small."


@pytest.fixture(autouse=True)
def _news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article on each of two days, one without text, one told twice, a file of no format."""
    (tmp_path / "news").mkdir()
    lines = [line("a", APPLES, "2020-09-03"), line("b", APPLES, "2020-09-04")]
    lines += [line("c", " ", "2020-09-03"), line("a", APPLES, "2020-09-03")]
    wire(tmp_path / "news", *lines)
    (tmp_path / "news" / "photo.jpg").write_bytes(b"\xff")
    monkeypatch.chdir(tmp_path)


def told(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["build", "news", *arguments], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (0, "")
    return result.stderr


def test_everything_left_out_is_named_with_its_reason() -> None:
    assert told("--dropped", "--date", "2020-09-03").splitlines() == [
        "skipped: news/wire.jsonl:3: no text",
        "skipped: news/wire.jsonl:4: same id as news/wire.jsonl:1",
        "1 note on what was read (-v lists them)",
        "skipped 2 of 4: 1 no text, 1 same id as news/wire.jsonl",
        "skipped: news/photo.jpg: not read: no format has the ending .jpg",
        "skipped: news/wire.jsonl:2: b: 2020-09-04 is not asked for",
        "in no digest: 2 refused, 1 not read, 1 of other days; 0 stories in brief",
        "1 article, 1 story, 1 day → out/index.html",
    ]


def test_it_is_told_where_nothing_is_built() -> None:
    lines = told("--dropped", "--date", "2020-09-05").splitlines()
    assert lines[-2:] == [
        "in no digest: 2 refused, 1 not read, 2 of other days; 0 stories in brief",
        "nothing to build: 2 articles, none of the days asked for",
    ]


def test_who_wants_quiet_gets_the_list_alone() -> None:
    loud = told("--dropped").splitlines()
    assert told("--dropped", "-q").splitlines() == loud[:-1]


def test_nothing_is_listed_unasked() -> None:
    assert "in no digest" not in told("--date", "2020-09-03")


def test_a_story_in_brief_is_named_with_the_rules_that_it_breaks(tmp_path: Path) -> None:
    wire(
        tmp_path / "news", line("e", "He slept. She left. It was because of the heat in the house.")
    )
    brief, total, _ = told("--dropped").splitlines()[-3:]
    assert brief.startswith("in brief: 2020-09-03: story ")
    assert brief.endswith(
        " (e): no sentence is published, as none stands alone: "
        "2 too short or too long, 1 opening that hangs"
    )
    assert total == "in no digest: 0 refused, 1 not read, 0 of other days; 1 story in brief"
