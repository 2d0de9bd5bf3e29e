"""`digest build --explain`: the reasons in digest.json, and nowhere else."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from commands import line, tree, wire
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from digest.cli.app import app
from digest.ranking import RANKERS

if TYPE_CHECKING:
    from pathlib import Path

CLOSED = "Maria Lindqvist closed the old bridge in Oldmere on Friday for some weeks."
CRACKS = "Engineers found long cracks in the old bridge in Oldmere, the mayor told reporters."
HANGS = "He said that it was the oldest bridge of them all."
APPLES = "Farmers in the valley picked apples in fine weather, and the harvest is small."
LENGTH = ("--sentences", "3")


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where digests are built of two articles on a bridge, one on apples, and one that hangs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIGEST_SUMMARY_BY_WEIGHT", "false")
    lines = [line("a", f"{CLOSED} {CRACKS}"), line("b", f"{CLOSED} Cars wait."), line("c", APPLES)]
    wire(tmp_path, *lines, line("d", HANGS))
    return tmp_path / "out"


def built(out: Path, *flags: str) -> dict[str, bytes]:
    arguments = ["build", "wire.jsonl", "-q", *LENGTH, *flags]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert (result.exit_code, result.output) == (0, "")
    return tree(out)


def document(out: Path, *flags: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(built(out, *flags)["2020/09/03/digest.json"])
    return found


def strict(part: object) -> object:
    """The schema with no field allowed that it doesn't describe."""
    if isinstance(part, dict):
        closed = {"additionalProperties": False} if "properties" in part else {}
        return {name: strict(value) for name, value in part.items()} | closed
    return [strict(value) for value in part] if isinstance(part, list) else part


@pytest.mark.parametrize("ranker", RANKERS)
def test_it_is_as_the_schema_describes(out: Path, ranker: str) -> None:
    """By whatever ranker; two of them rate below zero."""
    schema = json.loads((files("digest.rendering") / "schema.json").read_text("utf-8"))
    made = document(out, "--explain", "--ranker", ranker)
    Draft202012Validator(strict(schema)).validate(made)  # type: ignore[arg-type]
    scores = [one["score"] for story in made["stories"] for one in story["sentences"]]
    assert (min(scores) < 0) == (ranker in ("kl", "sumbasic"))


def test_only_explanations_are_added(out: Path) -> None:
    plain = document(out)
    explained = document(out, "--explain")
    for story in explained["stories"]:
        del story["explanation"]
        for sentence in story["sentences"]:
            del sentence["explanation"]
    assert explained == plain


def test_the_other_files_stay_the_same(out: Path) -> None:
    plain, explained = built(out), built(out, "--explain")
    changed = [path for path in plain if plain[path] != explained[path]]
    assert changed == ["2020/09/03/digest.json", "digest-manifest.json"]


def test_they_are_the_reasons_that_explain_tells(out: Path) -> None:
    parts = ("mmr_score", "max_similarity", "rejection_reason", "broken_rule")
    stories = document(out, "--explain")["stories"]
    for story in stories:
        told = CliRunner().invoke(app, ["explain", story["id"], "wire.jsonl", *LENGTH, "--json"])
        (row,) = map(json.loads, told.stdout.splitlines())
        explained = {
            (one["article"], one["start"]): tuple(why[part] for part in parts)
            for one in (*story["sentences"], *story["explanation"]["rejected"])
            for why in (one.get("explanation", one),)
        }
        assert (
            explained.items()
            <= {
                (one["article"], one["start"]): tuple(one[part] for part in parts)
                for one in row["sentences"]
            }.items()
        )
        assert story["explanation"]["similarity"] == row["similarity"]
    assert len(stories) == 3


def test_what_was_pushed_out_leads_to_what_is_published(out: Path) -> None:
    """A repeat names a sentence of its story's summary."""
    stories = {len(story["articles"]): story for story in document(out, "--explain")["stories"]}
    reasons = [one["rejection_reason"] for one in stories[2]["explanation"]["rejected"]]
    repeat = stories[2]["explanation"]["rejected"][reasons.index("says what is said")]
    places = [
        {name: one[name] for name in ("article", "position", "start", "end")}
        for one in stories[2]["sentences"]
    ]
    assert repeat["most_similar"] in places


def test_a_story_in_brief_has_the_faults_of_its_sentences(out: Path) -> None:
    stories = document(out, "--explain")["stories"]
    (brief,) = (story for story in stories if not story["sentences"])
    faults = [(one["end"], one["broken_rule"]) for one in brief["explanation"]["rejected"]]
    assert faults == [(len(HANGS), "opening that hangs")]
