"""The JSON documents hold what they say they hold."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rendering_samples import (
    BRIDGE,
    BRIEF,
    DAY,
    EMPTY,
    FERRY,
    SAMPLE,
    SCHOOL,
    make,
    pages,
    plain_digest,
)

from digest.errors import OutputError
from digest.rendering import DayLine, day_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

JSON = make("json")
SCHEMA = json.loads((files("digest.rendering") / "schema.json").read_text("utf-8"))
LINES = st.builds(
    DayLine,
    day=st.dates(),
    headlines=st.lists(st.text(), max_size=3).map(tuple),
    articles=st.integers(0, 999),
    outlets=st.integers(0, 999),
)


def index_json(*days: DayLine) -> bytes:
    (page,) = JSON.index_pages(days)
    return page.content


def strict(part: object) -> object:
    """The schema with no field allowed that it doesn't describe."""
    if isinstance(part, dict):
        closed = {"additionalProperties": False} if "properties" in part else {}
        return {name: strict(value) for name, value in part.items()} | closed
    return [strict(value) for value in part] if isinstance(part, list) else part


@pytest.mark.parametrize(
    "document",
    [
        pages(SAMPLE, JSON)["digest.json"],
        pages(BRIEF, JSON)["digest.json"],
        pages(EMPTY, JSON)["digest.json"],
        index_json(DayLine(DAY, ("One", ""), 2, 1)),
    ],
    ids=["digest", "brief", "empty", "index"],
)
def test_a_document_has_the_fields_that_the_schema_describes(document: bytes) -> None:
    Draft202012Validator(strict(SCHEMA)).validate(json.loads(document))  # type: ignore[arg-type]


def undescribed(part: object, place: str = "") -> Iterator[str]:
    """The fields of the schema that neither describe themselves nor name a form that does."""
    if isinstance(part, list):
        for item in part:
            yield from undescribed(item, place)
    if isinstance(part, dict):
        for name, field in part.get("properties", {}).items():
            named = SCHEMA["$defs"].get(field.get("$ref", "").rpartition("/")[2], {})
            if not (field.get("description") or named.get("description")):
                yield f"{place}/{name}"
        for name, value in part.items():
            yield from undescribed(value, f"{place}/{name}")


def test_every_field_of_the_schema_is_described() -> None:
    assert list(undescribed(SCHEMA)) == []


def test_every_span_is_found_again_in_its_article() -> None:
    texts = {article.id: article.text for article in (BRIDGE, FERRY, SCHOOL)}
    stories = json.loads(pages(SAMPLE, JSON)["digest.json"])["stories"]
    spans = [
        (texts[sentence["article"]][span["start"] : span["end"]], span["text"])
        for story in stories
        for sentence in story["sentences"]
        for span in (sentence, *sentence["dates"], *sentence["actors"])
    ]
    assert [found for found, _ in spans] == [text for _, text in spans]


def test_overlapping_mentions_are_all_kept() -> None:
    first = json.loads(pages(SAMPLE, JSON)["digest.json"])["stories"][0]["sentences"][0]
    assert [actor["actor"] for actor in first["actors"]] == [
        "Harbour Office of Northport",
        "Northport",
    ]


def test_a_score_has_nine_significant_digits() -> None:
    first = json.loads(pages(SAMPLE, JSON)["digest.json"])["stories"][0]["sentences"][0]
    assert first["score"] == 0.123456789


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_a_text_stands_verbatim(text: str) -> None:
    document = json.loads(pages(plain_digest(text, title=text), JSON)["digest.json"])
    story = document["stories"][0]
    assert (story["sentences"][0]["text"], story["headline"]) == (text, text)


def test_half_a_surrogate_is_escaped() -> None:
    content = pages(plain_digest("a\ud800b"), JSON)["digest.json"]
    assert json.loads(content)["stories"][0]["sentences"][0]["text"] == "a\ud800b"


@settings(deadline=None)
@given(st.lists(LINES, max_size=4, unique_by=lambda line: line.day))
def test_an_index_is_read_back_newest_first(days: list[DayLine]) -> None:
    assert day_lines(index_json(*days)) == tuple(
        sorted(days, key=lambda line: line.day, reverse=True)
    )


def _one_day(counts: bytes) -> bytes:
    day = b'{"day": "2020-09-03", "headlines": [], %b}' % counts
    return b'{"schema": "digest/index/2", "days": [%b]}' % day


def test_an_index_of_the_form_before_is_read_too() -> None:
    content = _one_day(b'"articles": 2, "sources": 1').replace(b"index/2", b"index/1")
    assert day_lines(content) == (DayLine(DAY, (), 2, 1),)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'"text"',
        b"[" * 100_000,
        b'{"schema": "digest/2", "days": []}',
        b'{"schema": "digest/index/2", "days": 1}',
        b'{"schema": "digest/index/2", "days": [{}]}',
        b'{"schema": "digest/index/2", "days": [{"day": 1, "headlines": []}]}',
        b'{"schema": "digest/index/2", "days": [{"day": "2020-09-03", "headlines": [1]}]}',
        b'{"schema": "digest/index/2", "days": [{"day": "2020-09-31", "headlines": []}]}',
        _one_day(b'"articles": -1, "outlets": 1'),
        _one_day(b'"articles": 1, "outlets": true'),
        _one_day(b'"articles": 1'),
    ],
)
def test_an_index_that_is_not_ours_is_refused(content: bytes) -> None:
    with pytest.raises(OutputError, match=r"^index\.json: "):
        day_lines(content)
