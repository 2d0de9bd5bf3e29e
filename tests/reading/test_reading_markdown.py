from __future__ import annotations

from datetime import date
from time import process_time
from typing import TYPE_CHECKING

import pytest
from reading_samples import Told, read_one

from digest.model import Article, Origin

if TYPE_CHECKING:
    from pathlib import Path

BODY = """
# Rain *at last*

It rained
again, said the [weather office](https://example.org "Office") &amp; others.
![A cloud](cloud.png)

- One river rose
- Two **bridges** shut

> A `gauge` broke.

<div class="x">Raw <b>markup</b><script>alert(1)</script></div>
"""
TEXT = (
    "Rain at last\n\nIt rained again, said the weather office & others.\n\n"
    "One river rose\n\nTwo bridges shut\n\nA gauge broke.\n\nRaw markup"
)


def test_metadata_and_plain_text_are_read(tmp_path: Path) -> None:
    head = (
        "Date: 2020-06-23\nTitle: Wet\n    and late\nPublisher: The Post\n"
        "link: https://example.org/a\nid: 7\nlang: en-GB\nmood: good\n"
    )
    article = Article(
        id="7",
        text=TEXT,
        published=date(2020, 6, 23),
        origin=Origin("a.md"),
        title="Wet and late",
        source="The Post",
        url="https://example.org/a",
        language="en-GB",
    )
    assert read_one(tmp_path, "a.md", (head + BODY).encode()) == Told((article,))


@pytest.mark.parametrize(
    "head",
    [
        "---\ndatePublished: 2020-06-23\ntitle: 'Wet: and late'\n---\n",
        '\ufeff\n---\r\ntitle: "Wet: and late"\r\ndate: 2020-06-23\r\n...\r\n',
        "---\ntags:\n  - rain\n\n# by hand\ntitle: Wet: and late\npubDate: 2020-06-23\n---\n",
    ],
)
def test_a_fence_around_the_metadata_is_understood(tmp_path: Path, head: str) -> None:
    (article,) = read_one(tmp_path, "a.markdown", f"{head}Rain fell.\n".encode()).articles
    assert (article.title, article.published, article.text) == (
        "Wet: and late",
        date(2020, 6, 23),
        "Rain fell.",
    )


def test_the_first_top_heading_serves_as_title(tmp_path: Path) -> None:
    content = "date: 2020-06-23\n\n## Weather\n\nRain fell.\n\nFloods\n======\n\n# More\n"
    assert read_one(tmp_path, "a.md", content.encode()).articles[0].title == "Floods"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "empty"),
        ("# Rain\n\nIt fell.", "no date"),
        ("date: 2020-02-30\n\nRain.", "not a date: 2020-02-30"),
        ("date: 2020-06-23\n", "no text"),
        ("date: 2020-06-23\n\n<script>x</script>", "no text"),
        ("date: 2020-06-23\n\n" + "1. " * 20_000, "unreadable Markdown (RecursionError)"),
        ("date: 2020-06-23\n\n" + "[" * 20_000, "too many brackets or rules for Markdown"),
        ("date: 2020-06-23\n\n" + "<a " * 20_000, "too many brackets or rules for Markdown"),
        ("date: 2020-06-23\n\n" + "=\n" * 20_000, "too many brackets or rules for Markdown"),
        ("date: 2020-06-23\n\n" + "Rain. " * 40_000, "longer than 200000 bytes"),
        ("date: 2020-06-23\n\nRain\0", "binary: it holds NUL bytes"),
    ],
)
def test_bad_markdown_is_named(tmp_path: Path, content: str, problem: str) -> None:
    reading = read_one(tmp_path, "a.md", content.encode())
    assert reading == Told(problems=(f"a.md:1: {problem}",))


@pytest.mark.parametrize("mark", ["[", "![", "<a ", "\\`", "---\n"])
def test_no_file_holds_the_build_up(tmp_path: Path, mark: str) -> None:
    """A minute and more without the bound on marks."""
    content = "date: 2020-06-23\n\n" + mark * 1_900 + "word " * 30_000
    start = process_time()
    read_one(tmp_path, "a.md", content.encode())
    assert process_time() - start < 10


def test_many_links_are_no_reason_to_refuse(tmp_path: Path) -> None:
    content = "date: 2020-06-23\n\n" + "See [the page](https://example.org/) of it.\n\n" * 1_000
    assert len(read_one(tmp_path, "a.md", content.encode()).articles) == 1


def test_another_encoding_is_told(tmp_path: Path) -> None:
    content = "date: 2020-06-23\n\nThe café’s “owner” left.".encode("cp1252")
    assert read_one(tmp_path, "a.md", content).notices == ("a.md:1: read as windows-1252",)
