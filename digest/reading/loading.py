"""Loading of catalogued articles, each by the place where it was catalogued."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from digest.errors import SourceError
from digest.reading.fingerprints import fingerprint
from digest.reading.formats import BY_NAME
from digest.reading.outcome import RefusedError
from digest.reading.parsed_pages import ParsedPages
from digest.reading.records import Record, parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.model import Article
    from digest.reading.catalogue_entries import CatalogueEntry, SourceFile
    from digest.reading.inputs import ReadingOptions
    from digest.reading.memory import CatalogueMemory
    from digest.reading.outcome import Place
    from digest.reading.records import FileFormat


@dataclass(frozen=True, slots=True)
class Loader:
    """Loads the articles of entries; `spool` is a copy of standard input."""

    options: ReadingOptions
    memory: CatalogueMemory
    spool: BinaryIO | None

    def load(self, entries: Iterable[CatalogueEntry]) -> tuple[Article, ...]:
        """Articles in the order of the entries; raises SourceError where a file has changed."""
        asked = list(entries)
        by_place = sorted(asked, key=lambda one: (one.file, one.offset, one.line))
        articles: dict[str, Article] = {}
        for file, group in groupby(by_place, key=lambda one: one.file):
            try:
                articles.update(self._of_file(file, list(group)))
            except (OSError, RefusedError) as error:
                raise _changed(file) from error
        return tuple(articles[entry.id] for entry in asked)

    def close(self) -> None:
        """Close the spool."""
        if self.spool:
            self.spool.close()

    def _of_file(
        self, file: SourceFile, entries: list[CatalogueEntry]
    ) -> Iterator[tuple[str, Article]]:
        form = BY_NAME[file.format]
        place = self.options.place(file.shown, file.outlet)
        with self._opened(file) as stream:
            for entry, record in _records(stream, entries, form, place):
                article = self._article(record, form, place)
                if article is None or article.content_hash != entry.content_hash:
                    raise _changed(file)
                yield entry.id, article

    def _article(self, record: Record, form: FileFormat, place: Place) -> Article | None:
        if not form.is_slow or record.content is None:
            result = parsed(record, form, place)
            return None if isinstance(result, SourceError) else result.article
        pages = ParsedPages(self.memory, self.options)
        page_hash = fingerprint(record.content)
        known = pages.get(page_hash, place.origin())
        if known is None:
            result = parsed(record, form, place)
            known = None if isinstance(result, SourceError) else result.article
            if known:
                pages.put(page_hash, known)
        return known

    @contextmanager
    def _opened(self, file: SourceFile) -> Iterator[BinaryIO]:
        if file.path:
            with open(file.path, "rb") as stream:  # noqa: PTH123 - faster than a Path
                yield stream
        elif self.spool:
            self.spool.seek(0)
            yield self.spool


def _records(
    stream: BinaryIO, entries: list[CatalogueEntry], form: FileFormat, place: Place
) -> Iterator[tuple[CatalogueEntry, Record]]:
    """Entries with their records; those that the file no longer has are of nothing."""
    whole: dict[int, Record] = {}
    if any(not entry.length for entry in entries):
        parts = form.split(stream, place)
        whole = {part.line: part for part in parts if isinstance(part, Record)}
    for entry in entries:
        if entry.length:
            stream.seek(entry.offset)
            content = stream.read(entry.length)
            yield entry, Record(entry.line, entry.offset, entry.length, content)
        else:
            yield entry, whole.get(entry.line) or Record(entry.line, 0, 0, b"")


def _changed(file: SourceFile) -> SourceError:
    return SourceError(file.shown, "changed while it was read")
