"""An editor's note becomes HTML that can do no harm."""

from __future__ import annotations

import pytest

from digest.rendering.notes import note_html


@pytest.mark.parametrize(
    ("note", "html"),
    [
        ("A *quiet* day.", "<p>A <em>quiet</em> day.</p>"),
        ("# Today\n\n## More", "<h2>Today</h2>\n<h3>More</h3>"),
        ("a<script>alert(1)</script>b", "<p>ab</p>"),
        ("<style>p{}</style>a", "<p>a</p>"),
        ("![i](https://x.example/i.png)", "<p></p>"),
        ("[x](javascript:alert(1))", '<p><a rel="noopener noreferrer">x</a></p>'),
        ("[x](//x.example/)", '<p><a rel="noopener noreferrer">x</a></p>'),
        (
            "[x](mailto:a@x.example)",
            '<p><a href="mailto:a@x.example" rel="noopener noreferrer">x</a></p>',
        ),
        ('<p onclick="x" style="y" id="z" class="c">a</p>', "<p>a</p>"),
        ("a\x00\u202eb", "<p>a\ufffdb</p>"),
    ],
)
def test_a_note_keeps_its_words_and_plain_marks_alone(note: str, html: str) -> None:
    assert note_html(note) == html


def test_a_blank_note_is_none() -> None:
    assert note_html(" \n") is None
