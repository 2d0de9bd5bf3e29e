"""A user's own templates come first, and are named where they break."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rendering_samples import EMPTY, SAMPLE, make, pages

from digest.errors import TemplateError
from digest.model import FORMATS
from digest.rendering import DayLine

if TYPE_CHECKING:
    from pathlib import Path

    from digest.model import Format


def test_a_users_template_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "digest.md.jinja").write_text(
        "{% for story in digest.stories %}\n* {{ story.headline }} ({{ digest.day }})\n{% endfor %}\n"
    )
    made = pages(SAMPLE, make("md", templates=tmp_path))
    assert made == {
        "digest.md": b"* Harbour bridge to close for three weeks (2020-09-03)\n"
        + "* Die Schule am Markt öffnet am 7. September wieder (2020-09-03)\n".encode()
    }


def test_a_users_block_fills_our_layout(tmp_path: Path) -> None:
    (tmp_path / "index.html.jinja").write_text(
        '{% extends "layout.html.jinja" %}{% block body %}<p>{{ days }}</p>\n{% endblock %}'
    )
    page = make(templates=tmp_path).index_pages((DayLine(EMPTY.day, ("a",), 1, 1),))[0]
    assert page.content.decode().endswith("<body>\n<p>1</p>\n</body>\n</html>\n")


def test_a_users_style_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "digest.css").write_text("p { color: red }\n")
    made = {page.path.as_posix(): page.content for page in make(templates=tmp_path).index_pages(())}
    assert made["assets/digest.css"] == b"p { color: red }\n"


def test_what_a_users_template_shows_is_escaped_too(tmp_path: Path) -> None:
    (tmp_path / "digest.md.jinja").write_text("{{ site.title }}")
    made = pages(EMPTY, make("md", templates=tmp_path, title="<b> *x*"))
    assert made["digest.md"] == rb"&lt;b> \*x\*"


@pytest.mark.parametrize(
    ("source", "place", "reason"),
    [
        ("a\n{% if %}", ":2", "Expected an expression, got 'end of statement block'"),
        ("a\n\n{{ nobody }}", ":3", "UndefinedError: 'nobody' is undefined"),
        (
            "{{ digest.nobody }}",
            ":1",
            "'digest.rendering.views.DigestView object' has no attribute",
        ),
        ("a\n{{ 1 / 0 }}", ":2", "ZeroDivisionError: division by zero"),
        ("a\n{% include 'none.jinja' %}", ":2", "'none.jinja' not found in search path"),
    ],
)
def test_a_broken_template_is_named_with_its_line(
    tmp_path: Path, source: str, place: str, reason: str
) -> None:
    file = tmp_path / "digest.md.jinja"
    file.write_text(source)
    with pytest.raises(TemplateError) as caught:
        pages(EMPTY, make("md", templates=tmp_path))
    assert caught.value.subject == f"{file}{place}"
    assert reason in caught.value.reason
    assert caught.value.__cause__ is not None


def test_an_error_of_syntax_is_told_before_anything_is_rendered(tmp_path: Path) -> None:
    (tmp_path / "layout.html.jinja").write_text("{% block %}")
    with pytest.raises(TemplateError, match=r"layout\.html\.jinja:1"):
        make(templates=tmp_path)


def test_a_template_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "digest.md.jinja").write_bytes(b"\xff")
    with pytest.raises(TemplateError, match=r"digest\.md\.jinja"):
        make(templates=tmp_path)


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="no such folder"):
        make(templates=tmp_path / "none")


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_made_alone(name: Format) -> None:
    expected = {"html": "index.html", "md": "digest.md", "json": "digest.json", "eml": "digest.eml"}
    (page,) = make(name).digest_pages(SAMPLE)
    assert page.path.as_posix() == f"2020/09/03/{expected[name]}"


def test_the_index_has_a_page_only_where_the_days_have() -> None:
    with_html, without = (make(name).index_pages(()) for name in ("html", "md"))
    assert [page.path.as_posix() for page in with_html] == [
        "index.html",
        "assets/digest.css",
        "index.json",
    ]
    assert [page.path.as_posix() for page in without] == ["index.json"]
