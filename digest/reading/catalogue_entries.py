"""Catalogue entries: articles but for their texts, and the files that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.model import Origin, day_of

if TYPE_CHECKING:
    from datetime import date, tzinfo


class SourceFile(NamedTuple):
    """File that articles stand in; `path` is empty for standard input.

    `shown` is the path of their origins, `outlet` the sub-folder's name.
    """

    path: str
    shown: str
    outlet: str
    format: str


class CatalogueEntry(NamedTuple):
    """Article but for its text, with the place to load it from; see `Record` for `length`.

    `published` is as the article's, with a fixed offset for a zone.
    """

    id: str
    published: date
    content_hash: bytes
    file: SourceFile
    line: int
    offset: int
    length: int

    @property
    def origin(self) -> Origin:
        """Origin of the article."""
        return Origin(self.file.shown, self.line)

    def day(self, zone: tzinfo) -> date:
        """Day the article counts for."""
        return day_of(self.published, zone)
