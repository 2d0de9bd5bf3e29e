"""One command for each stage: its rows as JSON Lines, and as lines for people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from commands import SEEDS, line, wire
from typer.testing import CliRunner

from digest.cli.app import app
from digest.reading import read
from digest.settings import zone_named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from commands import Ran

    from digest.model import Article

    Stage = Callable[[str], list[dict[str, Any]]]

Row = dict[str, Any]

BRIDGE = (
    "Maria Lindqvist closed the old bridge on Thursday. Engineers found cracks in the bridge. "
    "Lindqvist said the bridge opens again on September 10.\n\n"
    "Canada sent two engineers to the bridge."
)
CRACKS = "The old bridge was closed. Engineers had found cracks in the bridge five days ago."
APPLES = "Farmers in the valley picked apples in fine weather. The harvest of apples is small."


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Two articles on a bridge, and one on apples two days later."""
    monkeypatch.chdir(tmp_path)
    lines = (line("a", BRIDGE), line("b", CRACKS), line("c", APPLES, "2020-09-05"))
    return str(wire(tmp_path, *lines))


def written(*arguments: str, stdin: bytes | None = None) -> str:
    """What a command that ends well writes on stdout."""
    result = CliRunner().invoke(app, arguments, input=stdin, catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def rows(*arguments: str, stdin: bytes | None = None) -> list[Row]:
    return [json.loads(row) for row in written(*arguments, "--json", stdin=stdin).splitlines()]


@pytest.fixture(scope="module")
def rows_of_seeds(of_seeds: Callable[..., Ran]) -> Stage:
    """The rows of a stage on the seeds."""
    return lambda stage: [json.loads(row) for row in of_seeds(stage, "--json").out.splitlines()]


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    """The seeds by their ids."""
    articles = read([str(SEEDS)], zone=zone_named("UTC")).articles
    return {article.id: article for article in articles}


def test_dates_are_rows_of_span_type_value_and_mod(news: str) -> None:
    assert rows("dates", news) == [
        {
            "article": article,
            "start": start,
            "end": end,
            "text": text,
            "type": "DATE",
            "value": value,
            "mod": "",
        }
        for article, start, end, text, value in (
            ("a", 41, 49, "Thursday", "2020-09-03"),
            ("a", 130, 142, "September 10", "2020-09-10"),
            ("b", 68, 81, "five days ago", "2020-08-29"),
        )
    ]


def test_explained_dates_name_their_rule_anchor_and_direction(news: str) -> None:
    reasons = ("value", "rule", "anchor", "anchored", "direction")
    assert [tuple(row[key] for key in reasons) for row in rows("dates", news, "--explain")] == [
        ("2020-09-03", "The talks will resume on [Friday].", "written", "2020-09-03", "past"),
        ("2020-09-10", "He left on [Sunday, July 12].", "written", "2020-09-03", "past"),
        ("2020-08-29", "It sank [five days ago].", "written", "2020-09-03", ""),
    ]


def test_actors_are_rows_of_span_kind_canonical_name_and_id(news: str) -> None:
    assert rows("actors", news) == [
        {
            "article": "a",
            **dict(zip(("start", "end", "text", "kind", "actor", "id"), row, strict=True)),
            "role": "",
        }
        for row in (
            (0, 15, "Maria Lindqvist", "person", "Maria Lindqvist", "person-maria-lindqvist"),
            (89, 98, "Lindqvist", "person", "Maria Lindqvist", "person-maria-lindqvist"),
            (145, 151, "Canada", "place", "Canada", "place-canada"),
        )
    ]


def test_stories_by_day_are_rows_of_day_storyline_and_trend(news: str) -> None:
    found = rows("stories", news, "--by-day")
    lines = {row["storyline"] for row in rows("stories", news)}
    assert [(row["day"], row["trend"], row["articles"]) for row in found] == [
        ("2020-09-03", "emerging", ["a", "b"]),
        ("2020-09-05", "emerging", ["c"]),
    ]
    assert {row["story"] for row in found} == {row["storyline"] for row in found} == lines


def test_stories_are_rows_of_id_label_days_and_articles(news: str) -> None:
    found = rows("stories", news)
    assert [(row["first"], row["last"], row["articles"]) for row in found] == [
        ("2020-09-03", "2020-09-03", ["a", "b"]),
        ("2020-09-05", "2020-09-05", ["c"]),
    ]
    assert all(row["storyline"] and row["label"] for row in found)


def test_story_and_storyline_mean_the_same_everywhere(news: str) -> None:
    """`story` is a day's story, `storyline` what it continues: in digest.json and in all rows."""
    assert CliRunner().invoke(app, ["build", news, "--quiet"]).exit_code == 0
    stories = [
        story
        for document in sorted(Path("out").glob("*/*/*/digest.json"))
        for story in json.loads(document.read_bytes())["stories"]
    ]
    ids = [(story["id"], story["storyline"]["id"]) for story in stories]
    assert ids == [(row["story"], row["storyline"]) for row in rows("stories", news, "--by-day")]
    explained = [rows("explain", story["articles"][0]["id"], news)[0] for story in stories]
    assert [story for story, _ in ids] == [row["story"] for row in explained]
    changed = [row["storyline"] for row in rows("diff", "2020-09-03", "2020-09-05", news)]
    assert sorted(line for _, line in ids) == sorted(changed)


def test_a_summary_is_rows_of_span_and_score_in_output_order(news: str) -> None:
    """The two openings of the three that don't repeat one another, by day."""
    assert rows("summarize", news, "--sentences", "2", "--ranker", "lead") == [
        {"article": name, "start": 0, "end": len(text), "text": text, "score": 1.0}
        for name, text in (
            ("a", "Maria Lindqvist closed the old bridge on Thursday."),
            ("c", "Farmers in the valley picked apples in fine weather."),
        )
    ]


SPAN: Mapping[str, type] = {"article": str, "start": int, "end": int, "text": str}
KEYS: Mapping[str, Mapping[str, type]] = {
    "summarize": {**SPAN, "score": float},
    "dates": {**SPAN, "type": str, "value": str, "mod": str},
    "actors": {**SPAN, "kind": str, "actor": str, "id": str, "role": str},
    "stories": {"storyline": str, "label": str, "first": str, "last": str, "articles": list},
}


@pytest.mark.parametrize("stage", KEYS)
def test_rows_have_these_keys_in_this_order_and_of_these_types(
    rows_of_seeds: Stage, stage: str
) -> None:
    found = [[(key, type(value)) for key, value in row.items()] for row in rows_of_seeds(stage)]
    assert len(found) >= 3
    assert found == [list(KEYS[stage].items())] * len(found)


@pytest.mark.parametrize("stage", ["summarize", "dates", "actors"])
def test_spans_slice_back_into_their_articles(
    rows_of_seeds: Stage, stage: str, seeds: dict[str, Article]
) -> None:
    found = rows_of_seeds(stage)
    sliced = [seeds[row["article"]].text[row["start"] : row["end"]] for row in found]
    assert sliced == [row["text"] for row in found]


def test_every_article_stands_in_exactly_one_story(
    rows_of_seeds: Stage, seeds: dict[str, Article]
) -> None:
    told = [article for row in rows_of_seeds("stories") for article in row["articles"]]
    assert sorted(told) == sorted(seeds)


def test_kinds_and_types_are_those_of_the_model(
    rows_of_seeds: Stage, seeds: dict[str, Article]
) -> None:
    assert len(seeds) >= 48
    kinds = {row["kind"] for row in rows_of_seeds("actors")}
    assert kinds == {"person", "organisation", "place"}
    types = {row["type"] for row in rows_of_seeds("dates")}
    assert types <= {"DATE", "TIME", "DURATION", "SET"}


@pytest.mark.parametrize("count", [1, 4])
def test_a_summary_has_so_many_sentences(news: str, count: int) -> None:
    assert len(rows("summarize", news, "--sentences", str(count))) == count


@pytest.mark.parametrize("limit", [8, 20, 40])
def test_a_summary_has_at_most_so_many_words(news: str, limit: int) -> None:
    words = sum(len(row["text"].split()) for row in rows("summarize", news, "--words", str(limit)))
    assert 0 < words <= limit


def test_all_sources_are_one_set_for_a_summary(news: str) -> None:
    found = rows("summarize", news, "--sentences", "7")
    assert {"a", "c"} <= {row["article"] for row in found}


def test_a_query_leads_the_summary(news: str) -> None:
    """The sentence on apples scores higher, whatever else the articles tell."""
    plain, asked = (
        {row["text"]: row["score"] for row in rows("summarize", news, "--words", "99", *query)}
        for query in ((), ("--query", "Who picked the apples?"))
    )
    told = "Farmers in the valley picked apples in fine weather."
    assert asked[told] > plain[told]


def test_a_query_that_nothing_matches_is_told(news: str) -> None:
    plain = written("summarize", news)
    asked = CliRunner().invoke(app, ("summarize", news, "--query", "zeppelins"))
    note = "note: nothing matches the query 'zeppelins'; the summary is the plain one\n"
    assert (asked.exit_code, asked.stdout, asked.stderr) == (0, plain, note)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (("--query", "zeppelins"), "no article that has all words of the query 'zeppelins'"),
        (("--since", "2021-01-01"), "no article speaks of the days asked for"),
        (
            ("--query", "apples", "--until", "2019-01-01"),
            "no article that has all words of the query 'apples' speaks of the days asked for",
        ),
    ],
)
def test_a_timeline_without_days_says_why(news: str, asked: tuple[str, ...], reason: str) -> None:
    ran = CliRunner().invoke(app, ("timeline", news, *asked))
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", f"note: nothing to tell: {reason}\n")


def test_similarity_changes_the_scores(news: str) -> None:
    by_name = [
        rows("summarize", news, "--similarity", name, "--sentences", "1")[0]["score"]
        for name in ("cosine", "overlap")
    ]
    assert by_name[0] != by_name[1]


@pytest.mark.parametrize(
    "ranker", ["textrank", "lead", "lexrank", "lsa", "luhn", "kl", "sumbasic", "reduction"]
)
def test_every_ranker_has_its_name(news: str, ranker: str) -> None:
    assert len(rows("summarize", news, "--ranker", ranker)) == 3


@pytest.mark.parametrize("stage", KEYS)
def test_stdin_is_read_as_json_lines(stage: str, news: str) -> None:
    assert rows(stage, "-", stdin=Path(news).read_bytes()) == rows(stage, news)


def test_people_read_the_dates_in_columns(news: str) -> None:
    assert written("dates", news).splitlines()[:2] == [
        "2020-09-03             DATE     Thursday",
        "    a 41-49",
    ]


def test_people_read_why_a_date_has_its_value(news: str) -> None:
    assert written("dates", news, "--explain").splitlines()[:4] == [
        "2020-09-03             DATE     Thursday",
        "    a 41-49",
        "    like: The talks will resume on [Friday].",
        "    counted from: written 2020-09-03  direction: past",
    ]


def test_people_read_the_actors_by_kind(news: str) -> None:
    assert written("actors", news).splitlines()[2:4] == [
        "person       Maria Lindqvist: Lindqvist",
        "    a 89-98",
    ]


def test_people_read_a_story_as_its_days_label_and_articles(news: str) -> None:
    first, second, *_ = written("stories", news).splitlines()
    assert first.startswith("2020-09-03 to 2020-09-03  ")
    assert second == "    a, b"


def test_people_read_a_sentence_on_one_line_and_its_place_below(news: str) -> None:
    assert written("summarize", news, "--ranker", "lead", "--sentences", "1").splitlines() == [
        "Maria Lindqvist closed the old bridge on Thursday.",
        "    a 0-50",
    ]


def test_a_stranger_cannot_command_the_terminal(tmp_path: Path) -> None:
    """What would clear a screen, set its title or turn its text is not printed for people."""
    text = "Rain\x1b[2J fell \x1b]0;title\x07 all day on the \u009b31m town of \u202eBonn\u202c."
    (tmp_path / "wire.jsonl").write_text(line("a\x1b[31m", text), encoding="utf-8")
    shown = written("summarize", str(tmp_path / "wire.jsonl"))
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u202c")


def test_the_day_of_an_article_is_that_of_the_zone(tmp_path: Path) -> None:
    """A late article speaks of the next day's yesterday where it is already tomorrow."""
    late = line("a", "It rained yesterday.", "2020-09-03T20:00:00Z")
    (tmp_path / "wire.jsonl").write_text(late)
    source = str(tmp_path / "wire.jsonl")
    values = [rows("dates", source, "--tz", zone)[0]["value"] for zone in ("UTC", "Asia/Kolkata")]
    assert values == ["2020-09-02", "2020-09-03"]
