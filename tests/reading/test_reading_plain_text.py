from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from reading_samples import Told, read_in, read_one

from digest.model import Article, Origin

if TYPE_CHECKING:
    from pathlib import Path


def test_text_is_verbatim_behind_the_date_and_its_blanks(tmp_path: Path) -> None:
    content = "\ufeff\n date 2020-06-23 \t“Rain” fell—hard.\r\n\r\n It’s dry.\u2028 \n".encode()
    text = "“Rain” fell—hard.\r\n\r\n It’s dry."
    article = Article(
        sha256(f"2020-06-23\n\n{text}".encode()).hexdigest()[:16],
        text,
        date(2020, 6, 23),
        Origin("a.txt"),
    )
    assert read_one(tmp_path, "a.txt", content) == Told((article,))


def test_article_may_begin_on_the_next_line(tmp_path: Path) -> None:
    reading = read_one(tmp_path, "a.txt", b"date 2020-06-23\n\nRain fell.\n")
    assert [article.text for article in reading.articles] == ["Rain fell."]


def test_source_is_the_folder_below_the_source(tmp_path: Path) -> None:
    for place in ("top.txt", "post/one.txt", "2020/herald/two.txt"):
        (tmp_path / "news" / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / place).write_text(f"date 2020-06-23 Read {place}.")
    assert {str(one.origin): one.source for one in read_in(tmp_path, "news").articles} == {
        "news/top.txt:1": "",
        "news/post/one.txt:1": "post",
        "news/2020/herald/two.txt:1": "herald",
    }


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"Rain fell.", "no date"),
        (b"date palms grew.", "no date"),
        (b"date 2020-13-45 Rain fell.", "not a date: 2020-13-45"),
        (b"date 2020-02-30 Rain fell.", "not a date: 2020-02-30"),
        (b"date 0999-02-03 Rain fell.", "not a date: 0999-02-03"),
        (b"date 2020 Rain fell.", "not a date: 2020"),
        (b"date 2" + b"0" * 80 + b" Rain.", "not a date: 2" + "0" * 59),
        (b"date 2020-06-23 \n", "no text"),
        (b"date 2020-06-23 Rain\0fell.", "binary: it holds NUL bytes"),
        (b"%PDF-1.7 date 2020-06-23 Rain fell.", "binary: PDF"),
        (b"\x1f\x8b\x08\x00", "binary: gzip"),
        (b"date 2020-06-23 \x81\x8d\xff\xfe\xf0\x9d", "not UTF-8: byte 0x81 at 16"),
        (b"\xff\xfed", "not UTF-16, though it is marked so"),
        ("\ufeffdate 2020-06-23 A\0B".encode("utf-16-le"), "its text holds a NUL character"),
        ("date 2020-06-23 “Rain” fell — har".encode() + b"\xe2\x80", "not UTF-8: byte 0xe2 at 39"),
    ],
)
def test_bad_file_is_named_with_its_reason(tmp_path: Path, content: bytes, problem: str) -> None:
    assert read_one(tmp_path, "a.txt", content) == Told(problems=(f"a.txt:1: {problem}",))


def test_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    content = b"date 2020-06-23 Rain."
    limit = len(content) - 1
    problem = f"a.txt:1: longer than {limit} bytes"
    assert read_one(tmp_path, "a.txt", content, limit) == Told(problems=(problem,))


def test_file_at_the_limit_is_read(tmp_path: Path) -> None:
    content = b"date 2020-06-23 Rain."
    assert len(read_one(tmp_path, "a.txt", content, len(content)).articles) == 1


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        ("The café’s owner said “no” and left.", "cp1252", "windows-1252"),
        ("Les élèves rentreront à l’école en septembre, malgré tout.", "cp1252", "windows-1252"),
        ("Министр обороны заявил во вторник, что встречи не будет.", "cp1251", "windows-1251"),
        ("国防部长周二表示，会谈不会举行，谈判将在下周继续。", "gb18030", "gb18030"),
        ("The café’s owner said “no” and left.", "utf-16", "utf-16"),
        ("The café’s owner said “no” and left.", "utf-32", "utf-32"),
    ],
)
def test_other_encodings_are_told(tmp_path: Path, text: str, codec: str, name: str) -> None:
    reading = read_one(tmp_path, "a.txt", f"date 2020-06-23 {text}".encode(codec))
    assert ([one.text for one in reading.articles], reading.notices) == (
        [text],
        (f"a.txt:1: read as {name}",),
    )


def test_encoding_is_told_however_late_it_shows(tmp_path: Path) -> None:
    text = "Rain fell again. " * 8_000 + "The café was shut."
    reading = read_one(tmp_path, "a.txt", f"date 2020-06-23 {text}".encode("cp1252"))
    assert ([one.text for one in reading.articles], reading.notices) == (
        [text],
        ("a.txt:1: read as windows-1252",),
    )
