from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING

import pytest
from reading_samples import Told, read_one

from digest.model import Article, Origin

if TYPE_CHECKING:
    from pathlib import Path

INDIA = timezone(timedelta(hours=5, minutes=30))
FIRST = "The ferry sank near the port on Monday, and 30 people were saved by fishing boats."
SECOND = "Divers still look for two of the crew, the harbour office said."


def page(head: str = "", body: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>Ferry sinks</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>Ferry sinks</h1>{body}<p>{FIRST}</p>"
        f"<p>Divers <b>still</b> look for <a href='/crew'>two of the crew</a>,\n"
        f"the harbour office said.</p></article><script>alert(1)</script></body></html>"
    )


PUBLISHED = '<meta property="article:published_time" content="{}">'


def test_text_and_metadata_are_read(tmp_path: Path) -> None:
    head = (
        PUBLISHED.format("2020-06-23T15:30:00+05:30")
        + '<link rel="canonical" href="https://example.org/2020/06/24/ferry">'
        + '<meta property="og:site_name" content="The Post">'
    )
    reading = read_one(tmp_path, "a.html", page(head).encode())
    article = Article(
        id=reading.articles[0].id,
        text=f"Ferry sinks\n\n{FIRST}\n\n{SECOND}",
        published=datetime(2020, 6, 23, 15, 30, tzinfo=INDIA),
        origin=Origin("a.html"),
        title="Ferry sinks",
        source="The Post",
        url="https://example.org/2020/06/24/ferry",
        language="en-GB",
    )
    assert reading == Told((article,))


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (PUBLISHED.format("2020-06-23"), "", date(2020, 6, 23)),
        (PUBLISHED.format("2020-06-23T10:00:00Z"), "", datetime(2020, 6, 23, 10, tzinfo=UTC)),
        (PUBLISHED.format("2020-06-23T10:00:00"), "", datetime(2020, 6, 23, 10, tzinfo=UTC)),
        (PUBLISHED.format("2020-06-23T00:00:00Z"), "", datetime(2020, 6, 23, tzinfo=UTC)),
        (
            '<script type="application/ld+json">{"datePublished": "2020-06-23T10:00:00.000Z"}</script>',
            "",
            datetime(2020, 6, 23, 10, tzinfo=UTC),
        ),
        (
            "",
            '<time datetime="2020-06-23T10:00:00Z">x</time>',
            datetime(2020, 6, 23, 10, tzinfo=UTC),
        ),
        ("", '<p class="date">23 June 2020</p>', date(2020, 6, 23)),
        ('<link rel="canonical" href="https://example.org/2020/06/24/a">', "", date(2020, 6, 24)),
    ],
)
def test_the_time_is_preferred_to_the_date(
    tmp_path: Path, head: str, body: str, expected: date
) -> None:
    found = read_one(tmp_path, "a.htm", page(head, body).encode()).articles[0].published
    assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2020-06", date(2020, 6, 1)),
        ("2020/06", date(2020, 6, 1)),
        ("2098-06-23", date(2098, 6, 23)),
    ],
)
def test_a_date_owes_nothing_to_the_day_of_reading(
    tmp_path: Path, written: str, expected: date
) -> None:
    """Without our limits a month gets the present day, and a later year is none."""
    content = page(PUBLISHED.format(written)).encode()
    assert read_one(tmp_path, "a.html", content).articles[0].published == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (page(PUBLISHED.format("2020-6")), [date(2020, 6, 1)]),
        (page(PUBLISHED.format("2020 06")), [date(2020, 6, 1)]),
        (page(body='<time datetime="2020/06">Summer</time>'), [date(2020, 6, 1)]),
        (page(body='<p class="date">2020 06</p>'), [date(2020, 6, 1)]),
        (page(body='<abbr class="published" title="2020,06°">x</abbr>'), [date(2020, 1, 1)]),
        (page(body="<p>2020 06</p>"), []),
    ],
)
@pytest.mark.parametrize("today", [datetime(2031, 3, 17), datetime(2007, 12, 5)])  # noqa: DTZ001
def test_no_part_of_a_date_is_taken_from_the_clock(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    today: datetime,
    content: str,
    expected: list[date],
) -> None:
    from dateutil.parser import parse  # type: ignore[import-untyped]
    from htmldate.extractors import try_date_expr

    monkeypatch.setattr("htmldate.extractors.dateutil_parse", partial(parse, default=today))
    try_date_expr.cache_clear()
    reading = read_one(tmp_path, "a.html", content.encode())
    assert [article.published for article in reading.articles] == expected


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (page().encode(), "no date"),
        (page('<meta itemprop="copyrightYear" content="2020">').encode(), "no date"),
        (b"<html><head>" + PUBLISHED.format("2020-06-23").encode() + b"</head></html>", "no text"),
        (b"Rain fell.", "no date"),
        (b"http://127.0.0.1:9/2020/06/23/", "no date"),
        (b"<html>\0</html>", "binary: it holds NUL bytes"),
        (b"<html>\x81\xff\xfe\xf0\x9d</html>", "not UTF-8: byte 0x81 at 6"),
    ],
)
def test_a_bad_page_is_named(tmp_path: Path, content: bytes, problem: str) -> None:
    assert read_one(tmp_path, "a.html", content) == Told(problems=(f"a.html:1: {problem}",))


@pytest.mark.parametrize(
    ("declaration", "codec", "name"),
    [
        ('<meta charset="windows-1251">', "cp1251", "windows-1251"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
            "koi8_r",
            "koi8-r",
        ),
        ('<meta charset="iso-8859-1">', "cp1252", "windows-1252"),
        ('<meta charset="no-such">', "cp1252", "windows-1252"),
        ('<meta charset="unicode_escape">', "cp1252", "windows-1252"),
        ("", "cp1252", "windows-1252"),
    ],
)
def test_the_declared_encoding_is_tried_first(
    tmp_path: Path, declaration: str, codec: str, name: str
) -> None:
    said = "Министр" if codec in ("cp1251", "koi8_r") else "The café’s “owner”"
    head = declaration + PUBLISHED.format("2020-06-23")
    content = page(head, f"<p>{said} saw it from the shore.</p>").encode(codec)
    reading = read_one(tmp_path, "a.html", content)
    assert (said in reading.articles[0].text, reading.notices) == (
        True,
        (f"a.html:1: read as {name}",),
    )


def test_a_page_in_utf_8_is_read_so_whatever_it_declares(tmp_path: Path) -> None:
    head = '<meta charset="iso-8859-1">' + PUBLISHED.format("2020-06-23")
    content = page(head, "<p>The café’s owner saw it all from the shore.</p>").encode()
    reading = read_one(tmp_path, "a.html", content)
    assert ("café’s" in reading.articles[0].text, reading.notices) == (True, ())


def test_the_way_to_the_extra_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    reading = read_one(tmp_path, "a.html", page(PUBLISHED.format("2020-06-23")).encode())
    problem = 'a.html:1: HTML needs more packages: pip install "digest[html]"'
    assert reading == Told(problems=(problem,))


def test_the_packages_write_nothing_to_stderr(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"Rain fell.")
    code = (
        "from datetime import UTC; from digest.reading import read;"
        "print(*read(['a.html'], zone=UTC).problems)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("a.html:1: no date\n", "")


def test_the_packages_are_imported_for_pages_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"date 2020-06-23 Rain fell.")
    (tmp_path / "a.jsonl").write_bytes(b'{"date": "2020-06-23", "text": "Snow"}')
    code = (
        "import sys; from datetime import UTC; from digest.reading import read;"
        "read(['.'], zone=UTC);"
        "print(*sorted({'trafilatura', 'htmldate', 'lxml', 'markdown', 'charset_normalizer'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "\n"


def test_a_page_is_read_alike_everywhere(tmp_path: Path) -> None:
    content = page(PUBLISHED.format("2020-06-23T10:00:00")).encode()
    expected = read_one(tmp_path, "a.html", content).articles[0]
    code = (
        "from datetime import UTC; from digest.reading import read;"
        "one, = read(['a.html'], zone=UTC).articles; print((one, one.text))"
    )
    for seed, zone, locale in (("1", "Asia/Tokyo", "C"), ("7", "America/New_York", "C.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == f"{(expected, expected.text)}\n"
