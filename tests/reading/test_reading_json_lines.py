from __future__ import annotations

import json
import tracemalloc
from datetime import UTC, date, datetime
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from reading_samples import Told, read_in, read_one, read_stdin, told

from digest.model import Article, Origin
from digest.reading import read

if TYPE_CHECKING:
    from pathlib import Path

RAIN = {"id": "r", "text": "Rain fell.", "published": "2020-06-23"}
RAIN_LINE = json.dumps(RAIN).encode()
RAIN_READ = Article("r", "Rain fell.", date(2020, 6, 23), Origin("-", 1))


def test_every_field_is_read() -> None:
    line = {
        "id": 7,
        "title": " Rain\n at last ",
        "text": " Rain\u2028fell.\r\n\x85“So”\ufeff ",
        "published": "2020-06-23T10:00:00Z",
        "source": "The Post",
        "url": "https://example.org/a",
        "language": "fr",
        "mood": {"good": [1, 2]},
    }
    article = Article(
        id="7",
        text=" Rain\u2028fell.\r\n\x85“So”\ufeff ",
        published=datetime(2020, 6, 23, 10, tzinfo=UTC),
        origin=Origin("-", 1),
        title="Rain at last",
        source="The Post",
        url="https://example.org/a",
        language="fr",
    )
    assert read_stdin(json.dumps(line, ensure_ascii=False).encode()) == Told((article,))


@pytest.mark.parametrize(
    "day",
    [
        *("published", "date", "published_at", "date_publish", "datePublished", "pubDate"),
        *("pub_date", "time", "timestamp"),
    ],
)
@pytest.mark.parametrize("text", ["text", "body", "content", "articleBody", "maintext"])
def test_text_and_date_go_by_other_names(day: str, text: str) -> None:
    line = json.dumps({"id": "r", text: "Rain fell.", day: "2020-06-23"})
    assert read_stdin(line.encode()) == Told((RAIN_READ,))


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("link", "https://example.org/", "url"),
        ("publisher", "The Post", "source"),
        ("outlet", "The Post", "source"),
        ("site", "The Post", "source"),
        ("source_domain", "The Post", "source"),
        ("headline", "Rain", "title"),
        ("lang", "de", "language"),
    ],
)
def test_other_fields_go_by_other_names(name: str, value: str, field: str) -> None:
    (article,) = read_stdin(json.dumps(RAIN | {name: value}).encode()).articles
    assert getattr(article, field) == value


def test_first_name_that_says_something_is_preferred() -> None:
    line = json.dumps(RAIN | {"source": "", "publisher": None, "outlet": "A", "site": "B"})
    assert read_stdin(line.encode()).articles[0].source == "A"


@pytest.mark.parametrize("name", ["source", "publisher"])
def test_an_outlet_may_be_an_object_with_a_name(name: str) -> None:
    line = json.dumps(RAIN | {name: {"@type": "Organization", "name": "The Post"}})
    reading = read_stdin(line.encode())
    assert (reading.articles[0].source, reading.notices) == ("The Post", ())


def test_an_article_without_id_gets_one_from_its_content() -> None:
    line = {"text": "Rain fell.", "published": "2020-06-23", "title": " Rain ", "id": "\u202e"}
    expected = sha256(b"2020-06-23\nRain\nRain fell.").hexdigest()[:16]
    assert read_stdin(json.dumps(line).encode()).articles[0].id == expected


def test_the_same_id_twice_is_refused_the_second_time() -> None:
    other = json.dumps(RAIN | {"text": "It snowed."}).encode()
    assert read_stdin(RAIN_LINE + b"\n\n" + other) == Told((RAIN_READ,), ("-:3: same id as -:1",))


def test_the_same_text_under_another_id_is_kept() -> None:
    other = json.dumps(RAIN | {"id": "s"}).encode()
    assert [one.id for one in read_stdin(RAIN_LINE + b"\n" + other).articles] == ["r", "s"]


def test_what_a_field_had_to_do_without_is_told() -> None:
    fields = {
        "id": 1.5,
        "title": ["Rain"],
        "source": {"name": 3},
        "url": "javascript:alert(1)",
        "language": False,
    }
    reading = read_stdin(json.dumps(RAIN | fields).encode())
    expected = sha256(b"2020-06-23\n\nRain fell.").hexdigest()[:16]
    assert reading == Told(
        (Article(expected, "Rain fell.", date(2020, 6, 23), Origin("-", 1)),),
        (),
        (
            "-:1: id set aside: it is not a string",
            "-:1: language set aside: it is not a string",
            "-:1: link set aside: it is not an absolute http or https address of usual length",
            "-:1: source set aside: it is not a string",
            "-:1: title set aside: it is not a string",
        ),
    )


def test_long_ids_and_titles_are_cut() -> None:
    reading = read_stdin(json.dumps(RAIN | {"id": "i" * 201, "title": "t" * 301}).encode())
    assert (reading.articles[0].id, reading.articles[0].title, reading.notices) == (
        "i" * 200,
        "t" * 300,
        ("-:1: id cut at 200 characters", "-:1: title cut at 300 characters"),
    )


BAD_LINES = [
    (b'{"text": "Rain"', "not JSON: Expecting ',' delimiter at column 16"),
    (b'{"text": "Rain', "not JSON: Unterminated string starting at column 10"),
    (b'{"text": "a\tb"}', "not JSON: Invalid control character at column 12"),
    (b"Rain", "not JSON: Expecting value at column 1"),
    (RAIN_LINE + b"," + RAIN_LINE, "not JSON: Extra data at column 61"),
    (b"[1]", "one JSON object a line is expected, not a list"),
    (b'"Rain"', "one JSON object a line is expected, not a string"),
    (b"3.5", "one JSON object a line is expected, not a number"),
    (b"null", "one JSON object a line is expected, not null"),
    (b"true", "one JSON object a line is expected, not true"),
    (b"{}", "no date"),
    (b'{"text": "Rain"}', "no date"),
    (b'{"date": "2020-06-23"}', "no text"),
    (b'{"date": "2020-06-23", "text": " "}', "no text"),
    (b'{"date": "2020-06-23", "text": 5}', "its text is not a string"),
    (b'{"date": "2020-06-31", "text": "Rain"}', "not a date: 2020-06-31"),
    (b'{"date": Infinity, "text": "Rain"}', "not a date: inf"),
    (b'{"date": 1e999, "text": "Rain"}', "not a date: inf"),
    (b'{"date": ' + b"9" * 400 + b', "text": "Rain"}', "not a date: " + "9" * 60),
    (b'{"date": ' + b"9" * 5000 + b"}", "not JSON: a number with too many digits"),
    (b'{"date": ' + b"[" * 100_000 + b"}", "not JSON: nested too deeply"),
    (
        b'{"date": "2020-06-23", "text": "Rain \\ud800"}',
        "its text holds half a character (a lone surrogate)",
    ),
    (b'{"date": "2020-06-23", "text": "Rain\\u0000"}', "its text holds a NUL character"),
    (b'{"date": "2020-06-23", "text": "\x81\xff\xfe\xf0"}', "not UTF-8: byte 0x81 at 32"),
    (b'{"text": "Rain\0"}', "not JSON: Invalid control character at column 15"),
]


@pytest.mark.parametrize(("line", "problem"), BAD_LINES)
def test_a_bad_line_is_named_and_the_rest_read(line: bytes, problem: str) -> None:
    expected = Told((RAIN_READ,), (f"-:2: {problem}",))
    assert read_stdin(RAIN_LINE + b"\n" + line) == expected


@pytest.mark.parametrize(("line", "problem"), BAD_LINES)
def test_a_bad_first_line_spoils_no_other(line: bytes, problem: str) -> None:
    reading = read_stdin(line + b"\r\n" + RAIN_LINE)
    assert ([one.id for one in reading.articles], reading.problems) == (["r"], (f"-:1: {problem}",))


def test_lines_end_at_line_feeds_alone() -> None:
    lines = [
        json.dumps(RAIN | {"text": f"Rain{mark}fell."}, ensure_ascii=False) for mark in "\u2028\x85"
    ]
    reading = read_stdin("\n".join([lines[0], lines[1].replace('"r"', '"s"')]).encode())
    assert [(one.origin.line, one.text) for one in reading.articles] == [
        (1, "Rain\u2028fell."),
        (2, "Rain\x85fell."),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'[\n{"text": "Rain"}\n]\n', "not a list over many lines"),
        (b'[{"text": "Rain"},\n{"text": "Snow"}]\n', "not a list over many lines"),
        (b'\xef\xbb\xbf[{"text": "Rain"},\n{"text": "Snow"}]\n', "not a list over many lines"),
        (b'{\n  "text": "Rain"\n}\n', "not one over many lines"),
        (b'{"text": "Rain",\n "date": "2020-06-23"}', "not one over many lines"),
    ],
)
def test_one_value_over_many_lines_is_refused_as_a_whole(content: bytes, reason: str) -> None:
    problem = f"-:1: one JSON object a line is expected, {reason}"
    assert read_stdin(content) == Told(problems=(problem,))


def test_an_over_long_line_is_refused_and_the_rest_read() -> None:
    long = b"x" * 200_000
    problem = f"-:1: line longer than {len(RAIN_LINE)} bytes"
    reading = read_stdin(long + b"\n" + RAIN_LINE + b"\n" + long, len(RAIN_LINE))
    assert ([one.origin.line for one in reading.articles], reading.problems) == (
        [2],
        (problem, problem.replace("-:1", "-:3")),
    )


def test_an_over_long_line_is_never_held_whole(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"x" * 50_000_000)
    tracemalloc.start()
    reading = read_in(tmp_path, "a.jsonl", max_line_bytes=1_000_000)
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    problem = "a.jsonl:1: line longer than 1000000 bytes"
    assert (reading, peak_bytes < 5_000_000) == (Told(problems=(problem,)), True)


@pytest.mark.parametrize("content", [b"", b"\n \r\n"])
def test_nothing_at_all_is_told(content: bytes) -> None:
    assert read_stdin(content) == Told(problems=("-:1: empty",))


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert read_stdin(b"\xef\xbb\xbf" + RAIN_LINE) == Told((RAIN_READ,))


@pytest.mark.parametrize("end", ["", "\n", "\r\n\n"])
def test_a_file_marked_as_utf_16_is_read(end: str) -> None:
    content = (RAIN_LINE.decode() + end).encode("utf-16")
    assert read_stdin(content) == Told((RAIN_READ,), (), ("-:1: read as utf-16",))


def test_a_line_in_another_encoding_is_told() -> None:
    line = json.dumps(RAIN | {"text": "The café’s “owner” left."}, ensure_ascii=False)
    reading = read_stdin(b'\n{"id": 1}\n' + line.encode("cp1252"))
    assert ([one.text for one in reading.articles], reading.notices) == (
        ["The café’s “owner” left."],
        ("-:3: read as windows-1252",),
    )


def test_a_binary_file_is_refused_as_a_whole(tmp_path: Path) -> None:
    content = b"PK\x03\x04\n\x00\n" + RAIN_LINE
    assert read_one(tmp_path, "a.jsonl", content) == Told(problems=("a.jsonl:1: binary: ZIP",))


def test_a_line_without_a_date_gets_the_one_that_is_given_for_it() -> None:
    """For those who ask nothing of dates; a wrong date is refused all the same."""
    lines = b'{"id": "r", "text": "Rain fell."}\n{"text": "Sun.", "published": "2020-13-01"}\n'
    day = date(2000, 1, 1)
    reading = told(read(["-"], zone=UTC, stdin=BytesIO(lines), undated=day))
    article = Article("r", "Rain fell.", day, Origin("-", 1))
    assert reading == Told((article,), ("-:2: not a date: 2020-13-01",))
