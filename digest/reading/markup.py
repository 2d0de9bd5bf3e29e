"""Plain text of rendered markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

# fmt: off
_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
])
# fmt: on
_SILENT = frozenset(["script", "style", "template"])
_BLANKS = re.compile(r"[ \t\n\r\f]+")


class Plain(NamedTuple):
    """Blocks parted by blank lines, and the first top heading (or `""`)."""

    text: str
    heading: str


def plain(markup: str) -> Plain:
    r"""Paragraphs, headings and list items without their markup; pictures leave nothing.

    >>> plain("<h1>Rain</h1><p>It <b>rained</b>\nagain.</p>")
    Plain(text='Rain\n\nIt rained again.', heading='Rain')
    """
    walk = _Walk()
    walk.feed(markup)
    walk.close()
    walk.end_block("")
    return Plain("\n\n".join(walk.blocks), walk.heading)


class _Walk(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.heading = ""
        self._pieces: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if not self._silent and tag in _SILENT:
            self._silent = tag
        elif tag in _BLOCKS:
            self.end_block("")
        elif tag == "br":
            self._pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag in _BLOCKS:
            self.end_block(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(data)

    def end_block(self, tag: str) -> None:
        block = _BLANKS.sub(" ", "".join(self._pieces)).strip()
        self._pieces.clear()
        if block:
            self.blocks.append(block)
            if tag == "h1" and not self.heading:
                self.heading = block
