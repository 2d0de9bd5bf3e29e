"""`digest verify`: what it says of an output that holds, and of one that doesn't."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from commands import Ran, digest, line, tree, wire

if TYPE_CHECKING:
    from pathlib import Path

SNOW = "Snow fell on the hills above the old town."
NEWS = line("a", SNOW) + line("b", "Bees swarmed around the clock tower in the market.")
HOLDS = Ran(0, "", "2 published sentences checked, all hold\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with news, and the digest of it."""
    assert digest("build", wire(tmp_path, NEWS), folder=tmp_path).code == 0
    return tmp_path


def test_a_fresh_build_holds(folder: Path) -> None:
    assert digest("verify", "out", folder=folder) == HOLDS
    assert digest("verify", "out", "-q", folder=folder) == Ran(0, "", "")


def test_the_seeds_hold(seeded: Path) -> None:
    ran = digest("verify", "out", folder=seeded)
    assert (ran.code, ran.out, ran.err.endswith(" checked, all hold\n")) == (0, "", True)


def test_a_story_in_brief_claims_nothing(tmp_path: Path) -> None:
    digest("build", wire(tmp_path, line("a", "He slept."), line("b", SNOW)), folder=tmp_path)
    ran = digest("verify", "out", folder=tmp_path)
    assert ran == Ran(0, "", "1 published sentence checked, all hold\n")


def test_a_source_that_changed_is_found_out(folder: Path) -> None:
    wire(folder, NEWS.replace("Snow", "Hail"))
    ran = digest("verify", "out", folder=folder)
    assert ran.code == 1
    assert ran.err == "error: out: 1 finding; 2 published sentences checked\n"
    assert ran.out.startswith("out/2020/09/03/digest.json: ")
    assert f"“{SNOW}”" in ran.out


def test_a_page_that_changed_is_found_out(folder: Path) -> None:
    page = folder / "out/2020/09/03/digest.md"
    page.write_text(page.read_text().replace("Bees", "Wasps"))
    ran = digest("verify", "out", folder=folder)
    assert (ran.code, ran.out.count("out/2020/09/03/digest.md: ")) == (1, 2)


def test_findings_are_rows_of_page_story_sentence_and_reason(folder: Path) -> None:
    wire(folder, NEWS.replace("Snow", "Hail"))
    ran = digest("verify", "out", "--json", folder=folder)
    (row,) = map(json.loads, ran.out.splitlines())
    assert list(row) == ["page", "story", "sentence", "reason"]
    assert row["sentence"] == SNOW
    assert ran.err.startswith("error: out: 1 finding;")


def test_sources_that_have_moved_are_named_anew(folder: Path) -> None:
    (folder / "wire.jsonl").rename(folder / "moved.jsonl")
    assert digest("verify", "out", folder=folder).code == 1
    assert digest("verify", "out", "moved.jsonl", folder=folder) == HOLDS


def test_what_came_from_stdin_can_come_from_there_again(tmp_path: Path) -> None:
    digest("build", "-", folder=tmp_path, stdin=NEWS.encode())
    assert digest("verify", "out", folder=tmp_path).code == 1
    assert digest("verify", "out", "-", folder=tmp_path, stdin=NEWS.encode()) == HOLDS


def test_long_lines_are_read_as_in_the_build(folder: Path) -> None:
    """A line that the settings don't let be read can't be checked."""
    wire(folder, NEWS.splitlines()[0])
    ran = digest(
        "verify", "out", folder=folder, environment={"DIGEST_READING_MAX_LINE_BYTES": "20"}
    )
    assert (ran.code, "longer than 20 bytes" in ran.out) == (1, True)


def test_a_former_output_that_a_killed_build_left_aside_is_put_back(folder: Path) -> None:
    before = tree(folder / "out")
    (folder / "out").rename(folder / ".out.digest-former")
    assert digest("verify", "out", folder=folder) == HOLDS
    assert tree(folder / "out") == before


def test_a_source_that_is_not_there_is_an_error_of_sources(folder: Path) -> None:
    ran = digest("verify", "out", "nothere", folder=folder)
    assert ran == Ran(3, "", "error: nothere: no such file or folder\n")
