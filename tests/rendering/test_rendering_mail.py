"""The mail is a message that any program opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rendering_samples import SAMPLE, make, pages, plain_digest

from digest.errors import SettingsError

if TYPE_CHECKING:
    from email.message import EmailMessage

    from digest.model import Digest
    from digest.rendering import Renderer

MAIL = make("eml")


def opened(digest: Digest, renderer: Renderer = MAIL) -> EmailMessage:
    return message_from_bytes(pages(digest, renderer)["digest.eml"], policy=policy.default)


def test_a_message_is_plain_text_and_then_html() -> None:
    assert [part.get_content_type() for part in opened(SAMPLE).walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_a_message_has_no_defects() -> None:
    mail = opened(SAMPLE)
    defects = [part.defects for part in mail.walk()]
    headers = [header.defects for part in mail.walk() for header in part.values()]
    assert [found for found in (*defects, *headers) if found] == []


def test_the_headers_are_those_of_the_settings() -> None:
    mail = opened(
        SAMPLE,
        make(
            title="Post", sender="Post <post@x.example>", recipients=("a@y.example", "b@z.example")
        ),
    )
    assert [(name, mail[name]) for name in ("From", "To", "Subject", "Date")] == [
        ("From", "Post <post@x.example>"),
        ("To", "a@y.example, b@z.example"),
        ("Subject", "Post, 3 Sep 2020: Harbour bridge to close for three weeks"),
        ("Date", "Thu, 03 Sep 2020 23:59:59 +0000"),
    ]
    assert mail["Message-ID"].endswith("@x.example>")


def test_nobody_named_is_a_neutral_address() -> None:
    mail = opened(SAMPLE)
    assert (mail["From"], mail["To"]) == ("digest@localhost", "digest@localhost")


def test_the_moment_of_building_is_the_date_where_it_is_given() -> None:
    built = datetime(2020, 9, 4, 6, tzinfo=UTC)
    assert opened(SAMPLE, make(built=built))["Date"] == "Fri, 04 Sep 2020 06:00:00 +0000"


def test_a_zone_of_odd_seconds_gives_a_date_in_utc() -> None:
    mail = opened(replace(SAMPLE, day=date(1880, 1, 1)), make(zone="Asia/Kolkata"))
    assert mail["Date"] == "Thu, 01 Jan 1880 18:38:49 +0000"


@pytest.mark.parametrize(
    ("sender", "recipients"),
    [
        ("nobody", ()),
        ("a@x.example\nBcc: b@x.example", ()),
        ("a@x.example, b@x.example", ()),
        ("é@x.example", ()),
        ("", ("a@",)),
        ("", ("a@x.example\r\nSubject: b",)),
        ("<", ()),
    ],
)
def test_what_is_no_address_is_refused(sender: str, recipients: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError):
        make(sender=sender, recipients=recipients)


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_headline_injects_a_header(headline: str, text: str) -> None:
    mail = opened(plain_digest(f"a{text}", title=headline))
    assert mail.keys() == opened(SAMPLE).keys()
    assert [part.defects for part in mail.walk()] == [[], [], []]


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf"])))
@example("Süße Grüße – 東京で" * 4)
@example("a\r\nBcc: b@x.example")
@example("x" * 400)
def test_a_subject_is_the_headline_on_one_line(headline: str) -> None:
    subject = opened(plain_digest("Text.", title=headline))["Subject"]
    expected = f"The Daily Digest, 3 Sep 2020: {' '.join(headline.split()) or 'Untitled'}"
    assert subject == expected[:150]


def test_the_plain_text_keeps_its_width() -> None:
    text = opened(SAMPLE).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert [line for line in text.splitlines() if len(line) > 72 and " " in line.strip()] == []


def test_the_plain_text_reads_by_itself() -> None:
    text = opened(SAMPLE).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "“Monday” is 7 Sep 2020" in text
    assert "https://courier.example/2020/09/bridge?id=7&view=full" in text
    assert "People: Ada Lindqvist" in text


def test_the_style_is_in_the_elements() -> None:
    html = opened(SAMPLE).get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "<style" not in html
    assert "<link" not in html
    assert html.count('<p class="quote" dir="auto" style="margin: 0 0 3px') == 5


def test_markup_in_a_text_is_still_text_after_inlining() -> None:
    mail = opened(plain_digest("<style>p{}</style><b onclick='x'>&lt;i&gt;"))
    html = mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
    assert "&lt;style&gt;p{}&lt;/style&gt;&lt;b onclick='x'&gt;&amp;lt;i&amp;gt;" in html


def test_every_line_ends_as_mail_wants_it_and_is_short() -> None:
    content = pages(plain_digest("long" * 3000), MAIL)["digest.eml"]
    lines = content.split(b"\r\n")
    assert [line for line in lines if b"\n" in line or b"\r" in line or len(line) > 78] == []


def test_another_digest_is_another_message() -> None:
    first, second = (opened(plain_digest(text))["Message-ID"] for text in ("One.", "Two."))
    assert first != second
