"""Whatever a text holds, Markdown shows it as text."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import markdown
from rendering_samples import CONTINUED, SAMPLE, make, pages, plain_digest

from digest.model import Actor, DateMention
from digest.rendering.cleaning import one_line
from digest.rendering.markdown_escape import escape_markdown

MARKDOWN = make("md")
MARKS = st.text(st.sampled_from("\\`*_{}[]()#+-.!<>&|~=:;1a \n\t\x02\x03/$\"'^@x"), max_size=30)
HOSTILE = st.one_of(MARKS, st.text(max_size=30))


def rendered(text: str) -> str:
    return pages(plain_digest(text, title=text, url="https://x.example/?a=1&copy;=2"), MARKDOWN)[
        "digest.md"
    ].decode()


@settings(deadline=None)
@given(HOSTILE.map(one_line))
@example("1. a")
@example("# a #")
@example("&lt;b>")
@example("<javascript:alert(1)>")
@example("[a]: https://x.example")
@example("a\\")
def test_an_escaped_text_is_one_paragraph_that_reads_as_it_stands(text: str) -> None:
    shown = markdown(escape_markdown(text), extensions=["extra", "sane_lists"])
    assert html.unescape(re.sub(r"\A<p>|</p>\Z", "", shown)) == text
    assert re.findall("<[^>]*>", shown) == (["<p>", "</p>"] if text else [])


@settings(deadline=None)
@given(HOSTILE)
@example("]:")
def test_no_text_of_a_stranger_gives_a_page_other_tags(text: str) -> None:
    """Only a link's target has words of the sentence in it, percent-encoded."""

    def tags(text: str) -> list[str]:
        found = re.findall("<[^>]*>", markdown(rendered(f"a{text}")))
        return [re.sub(':~:text=[^"]*', "", tag) for tag in found]

    assert tags(text) == tags("")


@settings(deadline=None)
@given(HOSTILE)
def test_no_name_or_role_of_a_stranger_gives_a_page_other_tags(name: str) -> None:
    def tags(name: str) -> list[str]:
        entry = replace(
            SAMPLE.entries[1], actors=(Actor(f"n{name}", "person", 1, f"r{name}"),), actions=()
        )
        page = pages(replace(SAMPLE, entries=(entry,)), MARKDOWN)["digest.md"].decode()
        return re.findall("<[^>]*>", markdown(page))

    assert tags(name) == tags("")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Plain words, 3.5% of them – (all).", "Plain words, 3.5% of them – (all)."),
        ("R&D at AT&T cost $5", "R&D at AT&T cost $5"),
        ("- no list", "\\- no list"),
        ("7) no list", "7\\) no list"),
        ("two\nlines", "two lines"),
        ("fish &", "fish &amp;"),
    ],
)
def test_only_what_could_be_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_the_note_stands_as_it_was_written() -> None:
    assert SAMPLE.note.strip() in pages(SAMPLE, MARKDOWN)["digest.md"].decode()


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2020-09-07", "7 Sep 2020, "),
        ("2020-08", "Aug 2020, "),
        ("2020-09-03T15:00", "3 Sep 2020, 15:00, "),
        ("2020-09-03", ""),
        ("2020-W36", ""),
        ("2020-09", ""),
        ("2020", ""),
        ("202X", ""),
    ],
)
def test_no_date_that_the_day_lies_in_is_told_as_new(value: str, told: str) -> None:
    (entry,) = CONTINUED.entries
    assert entry.continuation
    novelty = replace(entry.continuation.novelty, dates=(DateMention(0, 3, "The", "DATE", value),))
    continuation = replace(entry.continuation, novelty=novelty)
    digest = replace(CONTINUED, entries=(replace(entry, continuation=continuation),))
    page = pages(digest, MARKDOWN)["digest.md"].decode()
    assert f"\nNew since then: {told}Ada Lindqvist, $3 million\n" in page


def test_that_now_is_now_is_not_told() -> None:
    digest = plain_digest("Now the bridge is closed until Monday.")
    (entry,) = digest.entries
    dates = (
        DateMention(0, 3, "Now", "DATE", "PRESENT_REF"),
        DateMention(31, 37, "Monday", "DATE", "2020-09-07"),
    )
    sentences = (replace(entry.sentences[0], dates=dates),)
    page = pages(replace(digest, entries=(replace(entry, sentences=sentences),)), MARKDOWN)
    assert "\n- Dates: “Monday” is 7 Sep 2020\n" in page["digest.md"].decode()
