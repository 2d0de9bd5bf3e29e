"""Whatever bytes a file holds, articles and problems are all that come of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_samples import Told, read_one, read_stdin

TOKENS = {
    "a.txt": ["date ", "2020-06-23", "2020-13-01 ", "\ufeff", "\n\n", "“Rain” ", "\x1b", "\r"],
    "a.jsonl": [
        *('{"text": "Rain", "date": "2020-06-23"}', "{", "}", "[", '"', ":", ",", "\n", "\\ud800"),
        *('"text"', '"date"', '"id"', '"url"', "1e400", "NaN", "null", "\\u0000", "é", "\r\n"),
    ],
    "a.md": [
        *("---\n", "date: 2020-06-23\n", "title: ", "# ", "\n\n", "- ", "> ", "    ", "*", "`"),
        *("[a](", ")", "![", "<b>", "</b>", "<script>", "<!--", "-->", "&#0;", "&#xd800;", "\\"),
    ],
    "a.html": [
        *("<html>", "<head>", "<meta name='date' content='2020-06-23'>", "<p>Rain fell. ", "</p>"),
        *("<meta charset=", "<time datetime='", "<script type='application/ld+json'>", "{", "}"),
        *(
            '"datePublished":"',
            "2020-06",
            "2020-06-23T10:00:00Z",
            "'",
            '"',
            ">",
            "<",
            "<!--",
            "&#0;",
        ),
        *("<table><tr><td>", "<title>", "<link rel=canonical href=", "http://[", "\x00", "\n"),
    ],
}
common = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_bytes(name: str, content: bytes) -> Told:
    with TemporaryDirectory() as folder:
        return read_one(Path(folder), name, content)


def count(reading: Told) -> int:
    return len(reading.articles) + len(reading.problems)


@pytest.mark.parametrize("name", TOKENS)
@common
@given(content=st.binary(max_size=300))
def test_random_bytes_raise_nothing(name: str, content: bytes) -> None:
    assert count(read_bytes(name, content)) >= 1


@pytest.mark.parametrize("name", TOKENS)
@common
@given(data=st.data())
def test_odd_markup_raises_nothing(name: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(TOKENS[name]) | st.text(max_size=5), max_size=40))
    assert count(read_bytes(name, "".join(pieces).encode())) >= 1


@common
@given(lines=st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line), max_size=8))
def test_every_line_that_is_not_blank_is_read_or_named(lines: list[bytes]) -> None:
    """After a first line that is right, so that the file is of JSON Lines."""
    right = b'{"text": "Rain", "date": "2020-06-23"}'
    filled = sum(1 for line in lines if line.strip())
    assert count(read_stdin(b"\n".join([right, *lines]))) == 1 + filled
