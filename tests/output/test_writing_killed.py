"""A build that is killed, really, leaves a whole output; `restore` is needed in one gap alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from killed_builds import Tree, build, prepare, tree

if TYPE_CHECKING:
    from typing import TypedDict

    class Line(TypedDict):
        killed: bool
        left: Tree
        restored: Tree
        rebuilt: Tree
        beside: list[str]


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
in_one_step = pytest.mark.skipif(sys.platform != "linux", reason="names change in turn there")
SCRIPT = Path(__file__).with_name("killed_builds.py")


def killed(folder: Path, *way: str) -> list[Line]:
    command = [sys.executable, str(SCRIPT), str(folder), *way]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def in_exchange(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    return killed(tmp_path_factory.mktemp("exchange"), "each")


@pytest.fixture(scope="module")
def in_turn(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    return killed(tmp_path_factory.mktemp("turn"), "each", "plain")


@pytest.fixture(scope="module")
def at_random(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    return killed(
        tmp_path_factory.mktemp("random"), "1", *(() if sys.platform == "linux" else ("plain",))
    )


def versions(folder: Path, days: int) -> tuple[Tree, Tree]:
    """The whole trees of a first and of a second build."""
    out = prepare(folder / "whole", days)
    former = tree(out)
    build(out, 2, days)
    return former, tree(out)


@in_one_step
def test_output_is_whole_wherever_a_build_is_killed(
    tmp_path: Path, in_exchange: list[Line]
) -> None:
    former, new = versions(tmp_path, days=2)
    left = [line["left"] for line in in_exchange]
    turn = left.index(new)
    assert left == [former] * turn + [new] * (len(left) - turn)


@in_one_step
def test_output_is_whole_whenever_a_build_is_killed(tmp_path: Path, at_random: list[Line]) -> None:
    whole = versions(tmp_path, days=20)
    assert [line["left"] in whole for line in at_random] == [True] * len(at_random)


def test_builds_are_killed_at_many_points(in_exchange: list[Line], at_random: list[Line]) -> None:
    dead = [sum(line["killed"] for line in lines) for lines in (in_exchange, at_random)]
    assert [count > least for count, least in zip(dead, (40, 5), strict=True)] == [True, True]


def test_output_is_missing_at_one_point_where_names_change_in_turn(
    tmp_path: Path, in_turn: list[Line]
) -> None:
    former, new = versions(tmp_path, days=2)
    left = [line["left"] for line in in_turn]
    turn = left.index({})
    assert left == [former] * turn + [{}] + [new] * (len(left) - turn - 1)


def test_restore_leaves_a_whole_output_wherever_a_build_was_killed(
    tmp_path: Path, in_turn: list[Line]
) -> None:
    former, new = versions(tmp_path, days=2)
    restored = [line["restored"] for line in in_turn]
    turn = restored.index(new)
    assert restored == [former] * turn + [new] * (len(restored) - turn)


def test_next_build_is_whole_and_leaves_nothing_beside(
    tmp_path: Path, in_exchange: list[Line], in_turn: list[Line]
) -> None:
    _, new = versions(tmp_path, days=2)
    lines = in_exchange + in_turn
    assert [(line["rebuilt"], line["beside"]) for line in lines] == [(new, [])] * len(lines)


def test_worker_that_outlives_a_killed_build_does_not_keep_the_next_from_building(
    tmp_path: Path,
) -> None:
    former, new = versions(tmp_path, days=2)
    (line,) = killed(tmp_path, "worker")
    assert (line["left"], line["rebuilt"], line["beside"]) == (former, new, [])
