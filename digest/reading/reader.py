"""Sources to articles, problems and notices, all in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from digest.errors import SourceError
from digest.model import Article
from digest.reading.formats import JSON_LINES, format_of, sniffed, unread
from digest.reading.inputs import (
    MAX_LINE_BYTES,
    STDIN,
    ReadingOptions,
    first_by_id,
    inputs,
    sorted_notices,
    sorted_problems,
)
from digest.reading.outcome import Notice, Outcome, RefusedError, refusal
from digest.reading.records import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, tzinfo

    from digest.reading.finding import Found
    from digest.reading.outcome import Place
    from digest.reading.records import FileFormat


@dataclass(frozen=True, slots=True)
class Reading:
    """Articles, problems and notices of the sources, in order of path and line.

    `articles` have unique ids. `problems` are what was refused. `notices` tell of articles that
    were kept without something, and of files in folders that have no known ending;
    `unread` are those of them that do the latter.
    """

    articles: tuple[Article, ...]
    problems: tuple[SourceError, ...]
    notices: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of articles."""
        return len(self.articles)


def read(
    sources: Sequence[str],
    *,
    zone: tzinfo,
    stdin: BinaryIO | None = None,
    max_line_bytes: int = MAX_LINE_BYTES,
    undated: date | None = None,
) -> Reading:
    """Read files, folders, and `-` (JSON Lines on `stdin`).

    `zone` is that of times without their own. `max_line_bytes` bounds a line of JSON Lines and
    any other file as a whole. Lines of JSON Lines without a date are dated `undated`, for those
    who ask nothing of dates, or refused. Raises SourceError where a source doesn't exist.
    """
    options = ReadingOptions(zone, max_line_bytes, undated)
    files, problems = inputs(sources)
    found: list[Outcome] = [*problems]
    for file in files:
        place = options.place(file.shown, file.outlet)
        found.extend(_until_error(_read_file(file, place), place))
    if STDIN in sources:
        if stdin is None:
            raise SourceError(STDIN, "there is no standard input")
        place = options.place(STDIN)
        found.extend(_until_error(_read_stream(stdin, JSON_LINES, place), place))
    return _reading(found)


def _until_error(found: Iterator[Outcome], place: Place) -> Iterator[Outcome]:
    """Outcomes up to an error that ends the file, and that error."""
    try:
        yield from found
    except RefusedError as error:
        yield refusal(place.path, error, line=1)
    except OSError as error:
        yield refusal(place.path, error)


def _read_file(file: Found, place: Place) -> Iterator[Outcome]:
    form = format_of(file)
    if form is None and not file.is_named:
        yield unread(file)
        return
    with open(file.path, "rb") as stream:  # noqa: PTH123 - faster than by way of a Path
        yield from _read_stream(stream, form or sniffed(stream), place)


def _read_stream(stream: BinaryIO, form: FileFormat, place: Place) -> Iterator[Outcome]:
    for part in form.split(stream, place):
        if isinstance(part, Notice):
            yield part
        else:
            result = parsed(part, form, place)
            if isinstance(result, SourceError):
                yield result
            else:
                yield result.article
                yield from result.notices


def _reading(found: Iterable[Outcome]) -> Reading:
    found = list(found)
    articles, repeated = first_by_id(
        (one for one in found if isinstance(one, Article)),
        lambda one: (one.id, one.origin.path, one.origin.line),
    )
    problems = (one for one in found if isinstance(one, SourceError))
    notices = sorted_notices(one for one in found if isinstance(one, Notice))
    return Reading(
        articles=tuple(articles),
        problems=sorted_problems([*problems, *repeated]),
        notices=notices.lines,
        unread=notices.unread,
    )
