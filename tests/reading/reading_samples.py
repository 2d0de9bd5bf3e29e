"""Small files to read, and what came of them as plain values."""

from __future__ import annotations

from contextlib import chdir
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from digest.reading import Reading, read

if TYPE_CHECKING:
    from pathlib import Path

    from digest.model import Article


class Told(NamedTuple):
    """A reading, its problems as they are shown."""

    articles: tuple[Article, ...] = ()
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def told(reading: Reading) -> Told:
    return Told(reading.articles, tuple(map(str, reading.problems)), reading.notices)


def read_one(folder: Path, name: str, content: bytes, max_line_bytes: int = 10_000_000) -> Told:
    (folder / name).write_bytes(content)
    return read_in(folder, name, max_line_bytes=max_line_bytes)


def read_in(folder: Path, *sources: str, max_line_bytes: int = 10_000_000) -> Told:
    with chdir(folder):
        return told(read(sources, zone=UTC, max_line_bytes=max_line_bytes))


def read_stdin(content: bytes, max_line_bytes: int = 10_000_000) -> Told:
    stdin = BytesIO(content)
    return told(read(["-"], zone=UTC, stdin=stdin, max_line_bytes=max_line_bytes))
