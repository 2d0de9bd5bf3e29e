"""`digest explain`: why an article or a sentence is where it is, or is not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from commands import line, wire
from typer.testing import CliRunner

from digest.cli.app import app
from digest.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

CLOSED = "Maria Lindqvist closed the old bridge in Oldmere on Friday for some weeks."
CRACKS = "Engineers found long cracks in the old bridge in Oldmere, the mayor told reporters."
BUSES = "Buses to the old bridge in Oldmere will turn at the market."
SHORT = "Cars wait."
APPLES = "Farmers in the valley picked apples in fine weather, and the harvest is small."
DAYS = ("2020-09-03", "2020-09-04")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Two articles on a bridge and one on apples, and the bridge once more on the next day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIGEST_SUMMARY_BY_WEIGHT", "false")
    lines = [line("a", f"{CLOSED} {SHORT}", DAYS[0]), line("b", f"{CRACKS} {CLOSED}", DAYS[0])]
    lines += [line("c", APPLES, DAYS[0]), line("d", CLOSED, DAYS[1])]
    return str(wire(tmp_path, *lines))


def written(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def rows(*arguments: str) -> list[dict[str, Any]]:
    told = written("explain", *arguments, "--json")
    return [json.loads(row) for row in told.splitlines()]


def test_an_article_has_its_story_and_its_neighbours(news: str) -> None:
    (row,) = rows("a", news)
    (neighbour,) = row.pop("neighbours")
    told = rows(row["story"], news)[0]
    assert row == {
        "kind": "article",
        "article": "a",
        "day": DAYS[0],
        "story": told["story"],
        "similarity": told["similarity"],
        "other_story": rows("c", news)[0]["story"],
        "other_similarity": 0.0,
        "least_similarity": 0.24,
    }
    assert neighbour == {"article": "b", "story": told["story"], "cosine": told["similarity"]}


def test_a_story_has_its_articles_and_all_their_sentences(news: str) -> None:
    (story,) = rows(rows("a", news)[0]["story"], news)
    assert sorted(one["article"] for one in story["articles"]) == ["a", "b"]
    assert sorted((one["article"], one["text"]) for one in story["sentences"]) == [
        ("a", SHORT),
        ("a", CLOSED),
        ("b", CRACKS),
        ("b", CLOSED),
    ]


def test_a_sentence_is_explained_wherever_it_stands(news: str) -> None:
    """One of the two of a day is chosen and pushes the other out; the next day is another."""
    found = {one["article"]: one for one in rows("Maria Lindqvist", news)}
    assert sorted(found) == ["a", "b", "d"]
    first, second = sorted((found["a"], found["b"]), key=lambda one: one["rejection_reason"])
    assert (first["chosen"], first["most_similar"], second["rejection_reason"]) == (
        True,
        None,
        "says what is said",
    )
    assert second["most_similar"] == {
        name: first[name] for name in ("article", "start", "end", "text")
    }
    assert (found["d"]["day"], found["d"]["chosen"]) == (DAYS[1], True)


def test_a_day_bounds_what_is_explained(news: str) -> None:
    assert [one["article"] for one in rows("Maria", news, "--date", DAYS[1])] == ["d"]


def test_a_broken_rule_is_named_for_people(news: str) -> None:
    start = len(CLOSED) + 1
    told = written("explain", "Cars", news)
    assert f"{SHORT}\n    a {start}-{start + len(SHORT)}, {DAYS[0]}, in story " in told
    assert "left out, too short or too long\n" in told


def test_a_source_that_stands_back_is_told(tmp_path: Path, news: str) -> None:
    """Of the two articles, the one whose sentence was chosen first."""
    assert "its source is cited already" not in written("explain", CLOSED, news)
    source = str(wire(tmp_path, line("a", f"{CLOSED} {BUSES}"), line("b", CRACKS)))
    (story,) = rows(rows("a", source)[0]["story"], source)
    assert {one["text"]: (one["chosen"], one["source_cited"]) for one in story["sentences"]} == {
        BUSES: (True, False),
        CRACKS: (True, False),
        CLOSED: (True, True),
    }
    assert "    its source is cited already\n" in written("explain", CLOSED, source)


def test_a_story_in_brief_is_told_to_be_so(news: str, tmp_path: Path) -> None:
    assert "told in brief" not in written("explain", rows("a", news)[0]["story"], news)
    hangs = str(wire(tmp_path, line("e", "He slept.")))
    (row,) = rows("e", hangs)
    told = written("explain", row["story"], hangs)
    assert "    told in brief: no sentence stands alone\n" in told


@pytest.mark.parametrize("what", ["a", "c"])
def test_articles_and_stories_are_told_for_people(news: str, what: str) -> None:
    (row,) = rows(what, news)
    assert f"story {row['story']} (" in written("explain", what, news)
    assert f"story {row['story']} (" in written("explain", row["story"], news)


def test_the_chosen_are_those_that_the_build_publishes(news: str, tmp_path: Path) -> None:
    written("build", news, "--date", DAYS[0], "--sentences", "2", "-q")
    document = json.loads((tmp_path / "out/2020/09/03/digest.json").read_text())
    for story in document["stories"]:
        (told,) = rows(story["id"], news, "--sentences", "2")
        places = {(one["article"], one["start"]) for one in story["sentences"]}
        chosen = {(one["article"], one["start"]) for one in told["sentences"] if one["chosen"]}
        assert chosen == places


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Nobody",), "Nobody: no article or story has that id, and no sentence begins so"),
        (("d", "--date", DAYS[0]), f"d: no article or story of {DAYS[0]} has that id"),
        (("0123456789ab",), "0123456789ab: no article or story has that id"),
        ((" ",), "WHAT: names nothing"),
    ],
)
def test_what_names_nothing_is_told(news: str, arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(SettingsError, match=f"^{message}"):
        CliRunner().invoke(app, ["explain", arguments[0], news, *arguments[1:]], catch_exceptions=False)  # fmt: skip
