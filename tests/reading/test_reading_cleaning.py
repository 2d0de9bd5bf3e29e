from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.reading.cleaning import clean, link, showable


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("  Rain\n\t falls\u00a0\u2028again ", "Rain falls again"),
        ("\x1b[31mRed\x07\x7f\x9b", "[31mRed"),
        ("a\u202eb\u2066c\u2069d\u200ee\u200ff\u061cg", "abcdefg"),
        ("a \u202e b", "a b"),
        ("half \ud83d of one", "half of one"),
        ("\u200f\u202c", ""),
        ("नई दिल्ली", "नई दिल्ली"),
    ],
)
def test_phrases_are_cleaned(value: str, expected: str) -> None:
    assert clean(value) == expected


@given(st.text())
def test_clean_phrases_stay_as_they_are(value: str) -> None:
    assert clean(clean(value)) == clean(value)


@given(st.text(st.characters()))
def test_clean_phrases_can_be_written(value: str) -> None:
    assert clean(value).encode().decode() == clean(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://Example.org", "http://Example.org"),
        (" https://example.org ", "https://example.org"),
        ("https://example.org:8080/", "https://example.org:8080/"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("ftp://example.org", ""),
        ("//example.org/a", ""),
        ("/a/b", ""),
        ("example.org", ""),
        ("https://", ""),
        ("https:///a", ""),
        ("https:example.org", ""),
        ("https://exa mple.org", ""),
        ("https://example.org/\njavascript:", ""),
        ("https://example.org/\x00", ""),
        ("https://example.org/\u202e", ""),
        ("https://[::1", ""),
        ("https://example.org:port/", ""),
        ("https://example.org/\ud800", ""),
        ('https://example.org/"onclick="', ""),
        ("https://example.org/" + "a" * 2_000, ""),
        ("", ""),
    ],
)
def test_only_absolute_web_links_stay(value: str, expected: str) -> None:
    assert link(value) == expected


@given(st.text())
def test_any_text_is_a_link_or_none(value: str) -> None:
    assert link(value) == "" or link(value).startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("news/été.txt", "news/été.txt"),
        ("a\nb\x1b.txt", "a\\x0ab\\x1b.txt"),
        ("a\udcff.txt", "a\\xff.txt"),
        ("a\u202etxt.exe", "a\\u202etxt.exe"),
    ],
)
def test_file_names_are_shown_with_escapes(name: str, expected: str) -> None:
    assert showable(name) == expected
