"""Files as records, of each of which one article is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from digest.model import Origin
from digest.reading.encoding import whole_bytes
from digest.reading.outcome import Notice, ParsedArticle, Place, RefusedError, refusal

if TYPE_CHECKING:
    from digest.errors import SourceError


class Record(NamedTuple):
    """Bytes of one article, not yet parsed: a line of JSON Lines, or a whole file.

    `line` counts from 1. `length` is 0 where the file has to be read from its beginning to come
    to the record. `content` is None where it is too long to be held.
    """

    line: int
    offset: int
    length: int
    content: bytes | None


Split = Callable[[BinaryIO, Place], Iterator[Record | Notice]]
"""Splits an open file into records; raises RefusedError for the whole of it, and OSError."""

Parse = Callable[[bytes, Origin, Place], ParsedArticle]
"""Makes the article of a record; raises RefusedError."""


class FileFormat(NamedTuple):
    """Functions that read files of a kind; `is_slow` where a parsed article is worth keeping."""

    name: str
    split: Split
    parse: Parse
    is_slow: bool = False


def whole_file(stream: BinaryIO, place: Place) -> Iterator[Record]:
    """Take the file as one record; raises RefusedError where it is empty or too long."""
    yield Record(1, 0, 0, whole_bytes(stream, place.max_bytes))


def parsed(record: Record, form: FileFormat, place: Place) -> ParsedArticle | SourceError:
    """Article of a record with its notices, or the problem that there is none."""
    origin = place.origin(record.line)
    if record.content is None:
        too_long = RefusedError(f"line longer than {place.max_bytes} bytes")
        return refusal(origin.path, too_long, origin.line)
    try:
        return form.parse(record.content, origin, place)
    except RefusedError as error:
        return refusal(origin.path, error, origin.line)
