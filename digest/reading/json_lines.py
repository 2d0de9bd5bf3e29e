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
from digest.reading.fields import articles, fields_of
from digest.reading.outcome import Notice, Outcome, Place, RefusedError, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.model import Article, Origin

_SKIPPED_BYTES = 65_536
_EXPECTED = "one JSON object a line is expected"
# A line with its number from 1; None stands for one that is too long to be held.
Line = tuple[int, bytes | None]


def read_json_lines(stream: BinaryIO, place: Place) -> Iterator[Outcome]:
    """An outcome for each line that is not blank; the rest is read after a bad one."""
    lines = _lines(stream, place.max_bytes)
    head = list(islice(lines, 1))
    if head and head[0][1] and has_wide_mark(head[0][1]):
        content = decoded(whole_bytes(stream, place.max_bytes, begun=head[0][1]))
        yield from content.notices(place.origin())
        head, lines = [], _lines(BytesIO(content.text.encode()), place.max_bytes)
    filled = (line for line in chain(head, lines) if line[1] is None or line[1].strip())
    yield from _outcomes(filled, place)


def _outcomes(lines: Iterator[Line], place: Place) -> Iterator[Outcome]:
    head = list(islice(lines, 2))
    if not head:
        message = "empty"
        raise RefusedError(message)
    _refuse_other_files(head)
    for number, line in chain(head, lines):
        origin = place.origin(number)
        try:
            yield from _articles(line, origin, place)
        except RefusedError as error:
            yield refusal(origin.path, error, origin.line)


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[Line]:
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, None
        else:
            yield number, line


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_SKIPPED_BYTES)) and not rest.endswith(b"\n"):
        pass


def _refuse_other_files(head: list[Line]) -> None:
    first = head[0][1]
    if first is None:
        return
    refuse_binary(first.partition(b"\0")[0])
    if not _is_unfinished(first):
        return
    if first.lstrip(b"\xef\xbb\xbf \t\r").startswith(b"["):
        message = f"{_EXPECTED}, not a list over many lines"
        raise RefusedError(message)
    if len(head) > 1 and not _is_object(head[1][1] or b""):
        message = f"{_EXPECTED}, not one over many lines"
        raise RefusedError(message)


def _is_unfinished(line: bytes) -> bool:
    """Whether a line is right JSON as far as it goes."""
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


def _articles(line: bytes | None, origin: Origin, place: Place) -> Iterator[Article | Notice]:
    if line is None:
        message = f"line longer than {place.max_bytes} bytes"
        raise RefusedError(message)
    content = _decoded(line)
    fields = fields_of(_record(content.text))
    if fields.published is None and place.undated:
        fields = fields._replace(published=place.undated.isoformat())
    yield from articles(fields, origin, place.zone)
    yield from content.notices(origin)


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
