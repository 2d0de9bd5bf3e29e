"""JSON Lines: one article a line, each read or refused by itself."""

from __future__ import annotations

import json
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO

from digest.reading.encoding import (
    Decoded,
    decoded,
    detected,
    has_wide_mark,
    refuse_binary,
    whole_bytes,
)
from digest.reading.fields import article, fields_of
from digest.reading.outcome import RefusedError
from digest.reading.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.model import Origin
    from digest.reading.outcome import Notice, ParsedArticle, Place

_SKIPPED_BYTES = 65_536
_EXPECTED = "one JSON object a line is expected"


def json_lines(stream: BinaryIO, place: Place) -> Iterator[Record | Notice]:
    """Yield the lines that are not blank; raises RefusedError if the file is of something else."""
    lines = _lines(stream, place.max_bytes)
    head = list(islice(lines, 1))
    if head and head[0].content and has_wide_mark(head[0].content):
        content = decoded(whole_bytes(stream, place.max_bytes, begun=head[0].content))
        yield from content.notices(place.origin())
        recoded = _lines(BytesIO(content.text.encode()), place.max_bytes)
        # Their places in the recoded text are none in the file.
        head, lines = [], (line._replace(offset=0, length=0) for line in recoded)
    filled = (line for line in chain(head, lines) if line.content is None or line.content.strip())
    yield from _of_json(filled)


def parse_json_line(content: bytes, origin: Origin, place: Place) -> ParsedArticle:
    """Article of a line; without a date it gets the place's, if that has one for it."""
    line = _decoded(content)
    fields = fields_of(_record(line.text))
    if fields.published is None and place.undated:
        fields = fields._replace(published=place.undated.isoformat())
    return article(fields, line, origin, place.zone)


def _of_json(lines: Iterator[Record]) -> Iterator[Record]:
    """Pass lines on; raises RefusedError if there are none, or the first two show no JSON."""
    head = list(islice(lines, 2))
    if not head:
        message = "empty"
        raise RefusedError(message)
    _refuse_other_files(head)
    yield from head
    yield from lines


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[Record]:
    number = offset = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        length = len(line)
        if length > max_bytes and not line.endswith(b"\n"):
            length += _skip_line(stream)
            yield Record(number, offset, length, None)
        else:
            yield Record(number, offset, length, line)
        offset += length


def _skip_line(stream: BinaryIO) -> int:
    skipped = 0
    while rest := stream.readline(_SKIPPED_BYTES):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            break
    return skipped


def _refuse_other_files(head: list[Record]) -> None:
    first = head[0].content
    if first is None:
        return
    refuse_binary(first.partition(b"\0")[0])
    if not _is_unfinished(first):
        return
    if first.lstrip(b"\xef\xbb\xbf \t\r").startswith(b"["):
        message = f"{_EXPECTED}, not a list over many lines"
        raise RefusedError(message)
    if len(head) > 1 and not _is_object(head[1].content or b""):
        message = f"{_EXPECTED}, not one over many lines"
        raise RefusedError(message)


def _is_unfinished(line: bytes) -> bool:
    """Test whether a line is right JSON as far as it goes."""
    text = line.decode("utf-8-sig", "replace").rstrip()
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos >= len(text)
    except (ValueError, RecursionError):
        return False
    return False


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode("utf-8", "replace")), dict)
    except (ValueError, RecursionError):
        return False


def _decoded(line: bytes) -> Decoded:
    try:
        return Decoded(line.decode().removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        return detected(line, error)


def _record(text: str) -> Mapping[str, object]:
    try:
        value: object = json.loads(text.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at").rstrip(": ")
        message = f"not JSON: {what} at column {error.colno}"
        raise RefusedError(message) from error
    except RecursionError as error:
        message = "not JSON: nested too deeply"
        raise RefusedError(message) from error
    except ValueError as error:
        message = "not JSON: a number with too many digits"
        raise RefusedError(message) from error
    if not isinstance(value, dict):
        message = f"{_EXPECTED}, not {_named(value)}"
        raise RefusedError(message)
    return value


def _named(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return "a string"
    return json.dumps(value) if value is None or isinstance(value, bool) else "a number"
