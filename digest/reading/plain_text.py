"""Plain text that begins with `date YYYY-MM-DD`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.reading.encoding import decoded
from digest.reading.fields import Fields, article
from digest.reading.outcome import RefusedError

if TYPE_CHECKING:
    from digest.model import Origin
    from digest.reading.outcome import ParsedArticle, Place

_HEAD = re.compile(r"[\s\ufeff]*date\s+(\d\S*)\s*")


def parse_plain_text(content: bytes, origin: Origin, place: Place) -> ParsedArticle:
    """Article behind the date, verbatim; its source is the sub-folder's name."""
    page = decoded(content)
    head = _HEAD.match(page.text)
    if head is None:
        message = "no date"
        raise RefusedError(message)
    text = page.text[head.end() :].rstrip()
    found = Fields(text=text, published=head[1], source=place.outlet)
    return article(found, page, origin, place.zone)
