"""Plain text that begins with `date YYYY-MM-DD`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from digest.reading.encoding import decoded, whole_bytes
from digest.reading.fields import Fields, articles
from digest.reading.outcome import Outcome, Place, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = re.compile(r"[\s\ufeff]*date\s+(\d\S*)\s*")


def read_plain_text(stream: BinaryIO, place: Place) -> Iterator[Outcome]:
    """The article behind the date, verbatim; its source is the sub-folder's name."""
    content = decoded(whole_bytes(stream, place.max_bytes))
    head = _HEAD.match(content.text)
    if head is None:
        message = "no date"
        raise RefusedError(message)
    text = content.text[head.end() :].rstrip()
    found = Fields(text=text, published=head[1], source=place.outlet)
    yield from articles(found, place.origin(), place.zone)
    yield from content.notices(place.origin())
