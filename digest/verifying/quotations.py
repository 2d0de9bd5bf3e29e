"""Quotations on the pages beside a digest.json.

The marks are those that the templates set: in HTML every `blockquote`, in Markdown every line
that begins with `>`, in a mail's HTML part every paragraph of the class `quote`. An editor's
note, which may have quotations of its own, is left out. So is the plain part of a mail, where
nothing but line breaks, which titles have too, tells a quotation from the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from digest.rendering.cleaning import clean, one_line
from digest.rendering.markdown_escape import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.model import Format

_NOTE = "note"


@dataclass(frozen=True, slots=True)
class PageForm:
    """Form of a page: how to find its quotations, and how a sentence is written there."""

    quotations: Callable[[bytes, str], tuple[str, ...]]
    written: Callable[[str], str]


class _Quotes(HTMLParser):
    """Collects the text of every element of a kind (a tag and a class, or any class).

    What is in an element of the class `note` is left out.
    """

    def __init__(self, tag: str, class_: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.quotes: list[str] = []
        self._kind = (tag, class_)
        self._text: list[str] = []
        self._inside = ""  # the tag of the note or the quotation that the parser is in
        self._depth = 0
        self._is_note = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._inside:
            self._depth += tag == self._inside
            return
        classes = (dict(attrs).get("class") or "").split()
        is_note = _NOTE in classes
        if is_note or any((tag, class_) == self._kind for class_ in ("", *classes)):
            self._inside, self._depth, self._is_note = tag, 1, is_note
            self._text.clear()

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == self._inside
        if self._inside and not self._depth:
            self._inside = ""
            if not self._is_note:
                self.quotes.append(_on_one_line("".join(self._text)))

    def handle_data(self, data: str) -> None:
        self._text.append(data)


def html_quotes(content: bytes, _note: str) -> tuple[str, ...]:
    """Find the quotations of an HTML page, each on one line.

    >>> html_quotes(b"<blockquote><p>Two <b>words</b></p></blockquote><p>No more</p>", "")
    ('Two words',)
    """
    return _parsed(content.decode(errors="replace"), _Quotes("blockquote"))


def _parsed(html: str, parser: _Quotes) -> tuple[str, ...]:
    parser.feed(html)
    parser.close()
    return tuple(parser.quotes)


def markdown_quotes(content: bytes, note: str) -> tuple[str, ...]:
    r"""Find the quotations of a Markdown page, each as it is written there.

    >>> markdown_quotes(b"> the note\n\n> Two words\n\n- From: A\n", "> the note")
    ('Two words',)
    """
    page = content.decode(errors="replace").replace(clean(note).strip(), "", 1)
    return tuple(_on_one_line(line[1:]) for line in page.split("\n") if line.startswith(">"))


def mail_quotes(content: bytes, _note: str) -> tuple[str, ...]:
    """Find the quotations of a mail's HTML part; ValueError where it has none."""
    from email import message_from_bytes
    from email.policy import default

    part = message_from_bytes(content, policy=default).get_body(["html"])
    if part is None:
        message = "has no HTML part"
        raise ValueError(message)
    return _parsed(part.get_content(), _Quotes("p", "quote"))


def _markdown_form(text: str) -> str:
    return _on_one_line(escape_markdown(clean(text)))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


PAGE_FORMS: Mapping[Format, PageForm] = {
    "html": PageForm(html_quotes, one_line),
    "md": PageForm(markdown_quotes, _markdown_form),
    "eml": PageForm(mail_quotes, one_line),
}
