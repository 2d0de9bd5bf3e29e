"""Catalogue of the articles that sources hold: when, what and where, but not their texts."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from digest.errors import SourceError
from digest.model import in_order
from digest.reading.catalogue_entries import CatalogueEntry, SourceFile
from digest.reading.formats import JSON_LINES, format_of, unread
from digest.reading.inputs import (
    MAX_LINE_BYTES,
    STDIN,
    ReadingOptions,
    first_by_id,
    inputs,
    sorted_notices,
    sorted_problems,
)
from digest.reading.loading import Loader
from digest.reading.memory import DictMemory, NoMemory
from digest.reading.outcome import Notice
from digest.reading.parsed_pages import moment
from digest.reading.scanning import Scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, tzinfo
    from types import TracebackType
    from typing import Self

    from digest.model import Article
    from digest.reading.memory import CatalogueMemory, FileOutcome

_HELD_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Entries of unique ids, by day, time of publication and id; the rest is as in `Reading`.

    It owns a copy of standard input, where that is a source: close it, or use it as a context.
    """

    entries: tuple[CatalogueEntry, ...]
    problems: tuple[SourceError, ...]
    notices: tuple[str, ...]
    unread: tuple[str, ...]
    _loader: Loader = field(repr=False, compare=False)

    @property
    def count(self) -> int:
        """Number of articles."""
        return len(self.entries)

    def load(self, entries: Iterable[CatalogueEntry]) -> tuple[Article, ...]:
        """Read the articles of some entries, in the order of these.

        Raises SourceError where a file has changed since it was catalogued.
        """
        return self._loader.load(entries)

    def close(self) -> None:
        """Give up the copy of standard input."""
        self._loader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()


def catalogue(  # noqa: PLR0913 - as `read`, and the memory with its clock
    sources: Sequence[str],
    *,
    zone: tzinfo,
    stdin: BinaryIO | None = None,
    max_line_bytes: int = MAX_LINE_BYTES,
    undated: date | None = None,
    memory: CatalogueMemory | None = None,
    clock: Callable[[], int] = time.time_ns,
) -> Catalogue:
    """Catalogue files, folders, and `-`; sources, options and errors are those of `read`.

    What the memory knows of a file that hasn't changed is not read again; without one, parsed
    pages are kept as long as the catalogue. `clock` tells nanoseconds since 1970, by which a
    file counts as just changed; no result depends on it.
    """
    options = ReadingOptions(zone, max_line_bytes, undated)
    kept = DictMemory() if memory is None else memory
    files, problems = inputs(sources)
    scan = Scan(options, kept, clock())
    gathered = _Gathered([], problems, [])
    for file in files:
        form = format_of(file)
        if form is None and not file.is_named:
            gathered.notices.append(unread(file))
        else:
            outcome = scan.file(file, form)
            source = SourceFile(file.path, file.shown, file.outlet, outcome.format)
            gathered.add(source, outcome)
    if memory is not None:
        scan.remember()
    spool = _spooled(stdin) if STDIN in sources else None
    if spool:
        outcome = Scan(options, NoMemory(), 0).stream(spool, JSON_LINES, options.place(STDIN))
        gathered.add(SourceFile("", STDIN, "", outcome.format), outcome)
    return _catalogue(gathered, Loader(options, kept, spool))


class _Gathered(NamedTuple):
    """Entries, problems and notices in the order in which files are read."""

    entries: list[CatalogueEntry]
    problems: list[SourceError]
    notices: list[Notice]

    def add(self, source: SourceFile, outcome: FileOutcome) -> None:
        """Add a file's."""
        path = source.shown
        self.notices.extend(Notice(path, reason, 1) for reason in outcome.notices)
        self.entries.extend(_entries(source, outcome))
        for record in outcome.records:
            if record.problem:
                self.problems.append(SourceError(path, record.problem, record.line))
            if record.notices:
                self.notices.extend(Notice(path, one, record.line) for one in record.notices)
        if outcome.fault:
            self.problems.append(SourceError(path, outcome.fault, 1))
        if outcome.failure:
            self.problems.append(SourceError(path, outcome.failure))


def _entries(source: SourceFile, outcome: FileOutcome) -> Iterator[CatalogueEntry]:
    for _, line, offset, length, identity, published, content_hash, *_ in outcome.records:
        if identity:
            when = moment(published)
            yield CatalogueEntry(identity, when, content_hash, source, line, offset, length)


def _spooled(stdin: BinaryIO | None) -> BinaryIO:
    if stdin is None:
        raise SourceError(STDIN, "there is no standard input")
    spool = cast("BinaryIO", SpooledTemporaryFile(_HELD_BYTES))  # noqa: SIM115 - closed with its owner
    copyfileobj(stdin, spool)
    spool.seek(0)
    return spool


def _catalogue(gathered: _Gathered, loader: Loader) -> Catalogue:
    entries, repeated = first_by_id(
        gathered.entries, lambda one: (one.id, one.file.shown, one.line)
    )
    notices = sorted_notices(gathered.notices)
    return Catalogue(
        entries=tuple(in_order(entries, loader.options.zone)),
        problems=sorted_problems([*gathered.problems, *repeated]),
        notices=notices.lines,
        unread=notices.unread,
        _loader=loader,
    )
