"""The one way in: sources to articles, problems and notices."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from digest.errors import SourceError
from digest.model import Article
from digest.reading.finding import Found, find, once
from digest.reading.json_lines import read_json_lines
from digest.reading.markdown_text import read_markdown
from digest.reading.outcome import Notice, Outcome, Place, Reader, RefusedError, refusal
from digest.reading.plain_text import read_plain_text
from digest.reading.web_page import read_web_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, tzinfo

READERS = MappingProxyType[str, Reader](
    {
        ".txt": read_plain_text,
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_web_page,
        ".htm": read_web_page,
    }
)
"""The format that a file's ending means."""

_SNIFFED_BYTES = 65_536
_BEFORE_JSON = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that came of the sources, in order of path and line.

    `articles` have unique ids. `problems` are what was refused. `notices` tell of articles that
    were kept without something, and of files in folders that have no known ending;
    `unread` are those of them that do the latter.
    """

    articles: tuple[Article, ...]
    problems: tuple[SourceError, ...]
    notices: tuple[str, ...]
    unread: tuple[str, ...]


def read(
    sources: Sequence[str],
    *,
    zone: tzinfo,
    stdin: BinaryIO | None = None,
    max_line_bytes: int = 10_000_000,
    undated: date | None = None,
) -> Reading:
    """Read files, folders, and `-` (JSON Lines on `stdin`).

    `zone` is that of times without their own. `max_line_bytes` bounds a line of JSON Lines and
    any other file as a whole. Lines of JSON Lines without a date are dated `undated`, for those
    who ask nothing of dates, or refused. Raises SourceError where a source doesn't exist.
    """
    steps = [step for source in sources if source != "-" for step in find(source)]
    outcomes: list[Outcome] = [step for step in steps if isinstance(step, SourceError)]
    for file in once(step for step in steps if isinstance(step, Found)):
        place = Place(file.shown, file.outlet, zone, max_line_bytes, undated)
        outcomes.extend(_collected(_read_file(file, place), place))
    if "-" in sources:
        place = Place("-", "", zone, max_line_bytes, undated)
        outcomes.extend(_collected(_read_stdin(stdin, place), place))
    return _reading(outcomes)


def _collected(outcomes: Iterator[Outcome], place: Place) -> Iterator[Outcome]:
    """The outcomes up to an error that ends the file, and that error."""
    try:
        yield from outcomes
    except RefusedError as error:
        yield refusal(place.path, error, line=1)
    except OSError as error:
        yield refusal(place.path, error)


def _read_stdin(stdin: BinaryIO | None, place: Place) -> Iterator[Outcome]:
    if stdin is None:
        raise SourceError(place.path, "there is no standard input")
    yield from read_json_lines(stdin, place)


def _read_file(file: Found, place: Place) -> Iterator[Outcome]:
    ending = PurePosixPath(file.shown).suffix.lower()
    reader = READERS.get(ending)
    if reader is None and not file.is_named:
        yield Notice(file.shown, f"not read: {_unknown(ending)}", unread=True)
        return
    with open(file.path, "rb") as stream:  # noqa: PTH123 - faster than by way of a Path
        yield from (reader or _sniffed(stream))(stream, place)


def _unknown(ending: str) -> str:
    return f"no format has the ending {ending}" if ending else "its name has no ending"


def _sniffed(stream: BinaryIO) -> Reader:
    begins = stream.read(_SNIFFED_BYTES).lstrip(_BEFORE_JSON)
    stream.seek(0)
    # No plain text begins with a bracket, and of a list we know what to say.
    return read_json_lines if begins.startswith((b"{", b"[")) else read_plain_text


def _reading(outcomes: Iterable[Outcome]) -> Reading:
    articles = [one for one in outcomes if isinstance(one, Article)]
    problems = [one for one in outcomes if isinstance(one, SourceError)]
    notices = sorted(
        (one for one in outcomes if isinstance(one, Notice)),
        key=lambda one: (one.path, one.line or 0, one.reason),
    )
    chosen: dict[str, Article] = {}
    for article in sorted(articles, key=lambda one: one.origin):
        first = chosen.setdefault(article.id, article)
        if first is not article:
            reason = f"same id as {first.origin}"
            problems.append(SourceError(article.origin.path, reason, article.origin.line))
    return Reading(
        articles=tuple(chosen.values()),
        problems=tuple(sorted(problems, key=lambda one: (one.path, one.line or 0, one.reason))),
        notices=tuple(map(str, notices)),
        unread=tuple(str(one) for one in notices if one.unread),
    )
