"""Scan of files for what they hold, as far as it isn't remembered from a former scan."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from digest.errors import SourceError
from digest.reading.fingerprints import HASH_BYTES, fingerprint, key, options_fingerprint
from digest.reading.formats import JSON_LINES, sniffed
from digest.reading.memory import FileOutcome, RecordOutcome, decoded, encoded
from digest.reading.outcome import Notice, RefusedError, refusal
from digest.reading.parsed_pages import ParsedPages
from digest.reading.records import Record, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.reading.finding import Found
    from digest.reading.inputs import ReadingOptions
    from digest.reading.memory import CatalogueMemory
    from digest.reading.outcome import Place
    from digest.reading.records import FileFormat

# So long after its last change a file may still be changed without another time being given to it.
_RACY_NANOSECONDS = 2_000_000_000
_NO_HASH = bytes(HASH_BYTES)
_NO_SIGNATURE = (0, 0, 0, 0)


@dataclass(slots=True)
class _Shelf:
    """Outcomes that are remembered under one key: of a folder's files, or of one file of many."""

    key: str
    former: Mapping[str, FileOutcome]
    latest: dict[str, FileOutcome] = field(default_factory=dict)


class Scan:
    """One pass over files, at a moment in nanoseconds since 1970.

    Outcomes are remembered by signature, else by the hash of each record's bytes. A file that was
    changed less than two seconds before a scan is not trusted by signature in the next one.
    """

    def __init__(self, options: ReadingOptions, memory: CatalogueMemory, now: int) -> None:
        self._options, self._memory, self._now = options, memory, now
        self._context = options_fingerprint(options)
        self._pages = ParsedPages(memory, options)
        self._shelves: dict[tuple[str, str, bool], _Shelf] = {}

    def file(self, file: Found, form: FileFormat | None) -> FileOutcome:
        """Outcome of a file in a format; None is told by its first bytes."""
        folder, _, name = file.real.rpartition(os.sep)
        is_alone = file.is_named or form is JSON_LINES
        shelf = self._shelf(file, file.real if is_alone else folder)
        former = shelf.former.get(name)
        signature = _signature(file)
        if former and former.is_settled and former.signature == signature:
            shelf.latest[name] = former
            return former
        outcome = self._read(file, form, former)
        settled = max(signature[1:3]) + _RACY_NANOSECONDS <= self._now
        shelf.latest[name] = outcome._replace(signature=signature, is_settled=settled)
        return outcome

    def stream(
        self, stream: BinaryIO, form: FileFormat, place: Place, former: FileOutcome | None = None
    ) -> FileOutcome:
        """Outcome of an open file; records of which the former outcome tells are not parsed."""
        known = {record.fingerprint: record for record in former.records} if former else {}
        notices: list[str] = []
        records: list[RecordOutcome] = []
        ended = partial(FileOutcome, _NO_SIGNATURE, False, form.name)  # noqa: FBT003
        try:
            for part in form.split(stream, place):
                if isinstance(part, Notice):
                    notices.append(part.reason)
                else:
                    records.append(self._record(part, form, place, known))
        except RefusedError as error:
            return ended(tuple(notices), tuple(records), fault=str(error))
        except OSError as error:
            return ended(tuple(notices), tuple(records), failure=refusal("", error).reason)
        return ended(tuple(notices), tuple(records))

    def remember(self) -> None:
        """Put what has changed into the memory."""
        for shelf in self._shelves.values():
            if shelf.latest != shelf.former:
                self._memory.put(shelf.key, encoded(shelf.latest))

    def _shelf(self, file: Found, where: str) -> _Shelf:
        shelf = self._shelves.get((where, file.outlet, file.is_linked))
        if shelf is None:
            links = "linked" if file.is_linked else ""
            name = key("files", self._context, links, file.outlet, where)
            shelf = _Shelf(name, decoded(self._memory.get(name)))
            self._shelves[where, file.outlet, file.is_linked] = shelf
        return shelf

    def _read(
        self, file: Found, form: FileFormat | None, former: FileOutcome | None
    ) -> FileOutcome:
        place = self._options.place(file.shown, file.outlet)
        try:
            with open(file.path, "rb") as stream:  # noqa: PTH123 - faster than a Path
                form = form or sniffed(stream)
                fitting = former if former and former.format == form.name else None
                return self.stream(stream, form, place, fitting)
        except OSError as error:
            failure = refusal("", error).reason
            return FileOutcome(_NO_SIGNATURE, False, "", (), (), failure=failure)  # noqa: FBT003

    def _record(
        self,
        record: Record,
        form: FileFormat,
        place: Place,
        known: Mapping[bytes, RecordOutcome],
    ) -> RecordOutcome:
        hashed = _NO_HASH if record.content is None else fingerprint(record.content)
        line, offset, length, content = record
        if content is not None and hashed in known:
            return known[hashed]._replace(line=line, offset=offset, length=length)
        result = parsed(record, form, place)
        if isinstance(result, SourceError):
            return RecordOutcome(hashed, line, offset, length, problem=result.reason)
        article, noticed = result
        if form.is_slow:
            self._pages.put(hashed, article)
        notices = tuple(notice.reason for notice in noticed) if noticed else ()
        where = (hashed, line, offset, length)
        what = (article.id, article.published.isoformat(), article.content_hash)
        return RecordOutcome(*where, *what, notices=notices)


def _signature(file: Found) -> tuple[int, int, int, int]:
    try:
        found = os.stat(file.path)  # noqa: PTH116 - faster than a Path
    except OSError:
        return _NO_SIGNATURE
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
