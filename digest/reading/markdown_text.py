"""Markdown with metadata, through the `markdown` package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from digest.reading.encoding import decoded, whole_bytes
from digest.reading.fields import NAMES, Fields, article, fields_of
from digest.reading.markup import plain
from digest.reading.outcome import RefusedError
from digest.reading.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.model import Origin
    from digest.reading.outcome import ParsedArticle, Place

# From each of these marks the package searches on to the end of the block, and for a tag to the
# end of the file: 20 kB of `[` would take it a minute.
_MAX_BYTES = 200_000
_MAX_EFFORT = 5_000_000
_MARK = re.compile(r"[\[\\]|^ {0,3}(?:[=*_-][ \t]*)+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")

_FENCE = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_SIMPLE = re.compile(r"[A-Za-z0-9_-]+:[ \t]*\S")
_QUOTED = re.compile(r"""(["'])(.*)\1""", re.DOTALL)
# The meta extension makes keys small.
_WRITTEN = {name.lower(): name for names in NAMES for name in names}  # type: ignore[attr-defined]


def markdown_file(stream: BinaryIO, place: Place) -> Iterator[Record]:
    """Take the file as one record; raises RefusedError where it is too long to be rendered."""
    yield Record(1, 0, 0, whole_bytes(stream, min(place.max_bytes, _MAX_BYTES)))


def parse_markdown(content: bytes, origin: Origin, place: Place) -> ParsedArticle:
    """Plain text of the rendered document; its first top heading serves as a title."""
    document = decoded(content)
    source = document.text.lstrip("\ufeff\r\n")
    if _effort(source) > _MAX_EFFORT:
        message = "too many brackets or rules for Markdown"
        raise RefusedError(message)
    return article(_fields(source), document, origin, place.zone)


def _effort(source: str) -> int:
    """Characters that may be looked at, roughly, to render the source."""
    blocks = _BLANK_LINES.split(source)
    marks = sum(len(block) * sum(1 for _ in _MARK.finditer(block)) for block in blocks)
    return marks + len(source) * source.count("<") // 3


def _fields(source: str) -> Fields:
    markup, metadata = _rendered(_with_simple_fence(source))
    text, heading = plain(markup)
    found = fields_of({_WRITTEN.get(key, key): _value(lines) for key, lines in metadata.items()})
    return found._replace(text=text, title=found.title or heading)


def _rendered(source: str) -> tuple[str, Mapping[str, Sequence[str]]]:
    from markdown import Markdown
    from markdown.extensions.meta import MetaExtension

    renderer = Markdown(extensions=[MetaExtension()])
    try:
        markup = renderer.convert(source)
    except Exception as error:  # whatever odd input makes the package raise
        message = f"unreadable Markdown ({type(error).__name__})"
        raise RefusedError(message) from error
    return markup, getattr(renderer, "Meta", {})


def _with_simple_fence(source: str) -> str:
    """Leave out those lines of a leading fence that the extension doesn't know."""
    lines = source.replace("\r\n", "\n")
    fence = _FENCE.match(lines)
    if fence is None:
        return lines
    simple = [line for line in fence[1].split("\n") if _SIMPLE.match(line)]
    return "\n".join(["---", *simple, "---", "", lines[fence.end() :]])


def _value(lines: Sequence[str]) -> str:
    value = " ".join(lines).strip()
    quoted = _QUOTED.fullmatch(value)
    return quoted[2] if quoted else value
