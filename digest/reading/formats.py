"""Formats that files are read in, by their endings or their first bytes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from digest.reading.json_lines import json_lines, parse_json_line
from digest.reading.markdown_text import markdown_file, parse_markdown
from digest.reading.outcome import Notice
from digest.reading.plain_text import parse_plain_text
from digest.reading.records import FileFormat, whole_file
from digest.reading.web_page import parse_web_page

if TYPE_CHECKING:
    from digest.reading.finding import Found

JSON_LINES = FileFormat("json lines", json_lines, parse_json_line)
PLAIN_TEXT = FileFormat("plain text", whole_file, parse_plain_text)
MARKDOWN = FileFormat("markdown", markdown_file, parse_markdown)
WEB_PAGE = FileFormat("web page", whole_file, parse_web_page, is_slow=True)

BY_NAME = MappingProxyType(
    {form.name: form for form in (JSON_LINES, PLAIN_TEXT, MARKDOWN, WEB_PAGE)}
)
BY_ENDING = MappingProxyType(
    {
        ".txt": PLAIN_TEXT,
        ".jsonl": JSON_LINES,
        ".ndjson": JSON_LINES,
        ".md": MARKDOWN,
        ".markdown": MARKDOWN,
        ".html": WEB_PAGE,
        ".htm": WEB_PAGE,
    }
)
"""The format that a file's ending means."""

_SNIFFED_BYTES = 65_536
_BEFORE_JSON = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


def format_of(file: Found) -> FileFormat | None:
    """Format by the ending of the name, or None where no format has it.

    >>> from digest.reading.finding import Found
    >>> format_of(Found("a/b.TXT", "a/b.TXT", "/a/b.TXT")).name
    'plain text'
    """
    return BY_ENDING.get(_ending(file))


def unread(file: Found) -> Notice:
    """Notice that a file of no known ending is left out."""
    ending = _ending(file)
    why = f"no format has the ending {ending}" if ending else "its name has no ending"
    return Notice(file.shown, f"not read: {why}", unread=True)


def sniffed(stream: BinaryIO) -> FileFormat:
    """Format of an open file by its first bytes."""
    begins = stream.read(_SNIFFED_BYTES).lstrip(_BEFORE_JSON)
    stream.seek(0)
    # No plain text begins with a bracket, and of a list we know what to say.
    return JSON_LINES if begins.startswith((b"{", b"[")) else PLAIN_TEXT


def _ending(file: Found) -> str:
    name = file.shown.rpartition("/")[2]
    dot = name.rfind(".")
    return name[dot:].lower() if 0 < dot < len(name) - 1 else ""
