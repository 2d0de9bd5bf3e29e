"""Articles of web pages in the memory: they take a hundred times as long to parse as to load."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from digest.model import Article
from digest.reading.fingerprints import key, options_fingerprint

if TYPE_CHECKING:
    from digest.model import Origin
    from digest.reading.inputs import ReadingOptions
    from digest.reading.memory import CatalogueMemory

_DATE_CHARACTERS = len("2020-06-23")


@dataclass(frozen=True, slots=True)
class ParsedPages:
    """Parsed articles by the hash of their pages' bytes."""

    memory: CatalogueMemory
    options: ReadingOptions

    def get(self, page_hash: bytes, origin: Origin) -> Article | None:
        """Article of a page that was read at this origin, if the memory has it."""
        payload = self.memory.get(self._key(page_hash))
        if payload is None:
            return None
        try:
            fields: list[str] = json.loads(zlib.decompress(payload))
            identity, text, published, title, source, url, language = fields
            when = self._in_zone(moment(published))
            return Article(identity, text, when, origin, title, source, url, language)
        except (zlib.error, ValueError, TypeError):
            return None

    def put(self, page_hash: bytes, article: Article) -> None:
        """Keep an article."""
        when = article.published
        if isinstance(when, datetime) and when.tzinfo == self.options.zone:
            when = when.replace(tzinfo=None)
        fields = [article.id, article.text, when.isoformat(), article.title, article.source]
        content = json.dumps([*fields, article.url, article.language]).encode()
        self.memory.put(self._key(page_hash), zlib.compress(content))

    def _key(self, page_hash: bytes) -> str:
        return key("page", options_fingerprint(self.options), page_hash.hex())

    def _in_zone(self, when: date) -> date:
        if isinstance(when, datetime) and when.tzinfo is None:
            return when.replace(tzinfo=self.options.zone)
        return when


def moment(published: str) -> date:
    """Date or time out of ISO 8601.

    >>> moment("2020-06-23")
    datetime.date(2020, 6, 23)
    """
    is_date = len(published) == _DATE_CHARACTERS
    return date.fromisoformat(published) if is_date else datetime.fromisoformat(published)
