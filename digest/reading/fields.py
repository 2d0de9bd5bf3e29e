"""Articles made of their fields as they were found."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from digest.model import Article
from digest.reading.cleaning import clean, cut, link
from digest.reading.outcome import Notice, ParsedArticle, RefusedError
from digest.reading.published import published

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, tzinfo

    from digest.model import Origin
    from digest.reading.encoding import Decoded

_MAX_CHARACTERS = {"id": 200, "title": 300, "source": 300, "language": 35}

_NO_LINK = "link set aside: it is not an absolute http or https address of usual length"


class Fields(NamedTuple):
    """Fields of an article as a source has them, unchecked; None where it has none."""

    text: object
    published: object
    id: object = None
    title: object = None
    source: object = None
    url: object = None
    language: object = None


NAMES = Fields(
    text=("text", "body", "content", "articleBody", "maintext"),
    published=(
        *("published", "date", "published_at", "date_publish", "datePublished"),
        *("pubDate", "pub_date", "time", "timestamp"),
    ),
    id=("id",),
    title=("title", "headline"),
    source=("source", "publisher", "outlet", "site", "source_domain"),
    url=("url", "link"),
    language=("language", "lang"),
)
"""The names that each field goes by, the first preferred."""

_NAMES: tuple[tuple[str, ...], ...] = tuple(NAMES)  # type: ignore[arg-type]


def fields_of(record: Mapping[str, object]) -> Fields:
    """Take the fields of a record, under any of their names; an outlet may be an object with one.

    >>> fields_of({"body": "Rain fell.", "date": "2020-06-23"})[:2]
    ('Rain fell.', '2020-06-23')
    """
    found = Fields(*[_first(record, names) for names in _NAMES])
    if isinstance(found.source, dict):
        return found._replace(source=found.source.get("name"))
    return found


def _first(record: Mapping[str, object], names: tuple[str, ...]) -> object:
    for name in names:
        value = record.get(name)
        if value is not None and value != "":
            return value
    return None


def article(fields: Fields, content: Decoded, origin: Origin, zone: tzinfo) -> ParsedArticle:
    """Article of these fields, with notices of its encoding and of what it had to do without.

    Raises RefusedError where there is no text or no date.
    """
    when = published(fields.published, zone)
    text = _text(fields.text)
    title = _phrase(fields.title, "title")
    url = link(fields.url) if isinstance(fields.url, str) else ""
    found = Article(
        id=_own_id(fields.id) or _content_id(when, title, text),
        text=text,
        published=when,
        origin=origin,
        title=title,
        source=_phrase(fields.source, "source"),
        url=url,
        language=_phrase(fields.language, "language") or "en",
    )
    reasons = list(_set_aside(fields))
    if fields.url is not None and not url:
        reasons.append(_NO_LINK)
    notices = [Notice(origin.path, reason, origin.line) for reason in reasons]
    return ParsedArticle(found, (*notices, *content.notices(origin)))


def _text(value: object) -> str:
    reason = _fault_of_text(value)
    if reason or not isinstance(value, str):
        raise RefusedError(reason)
    return value


def _fault_of_text(value: object) -> str:
    if value is None:
        return "no text"
    if not isinstance(value, str):
        return "its text is not a string"
    if not value.strip():
        return "no text"
    if "\0" in value:
        return "its text holds a NUL character"
    return "its text holds half a character (a lone surrogate)" if _is_broken(value) else ""


def _is_broken(text: str) -> bool:
    if text.isascii():
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _phrase(value: object, name: str) -> str:
    return cut(clean(value), _MAX_CHARACTERS[name]) if isinstance(value, str) else ""


def _own_id(value: object) -> str:
    return _phrase(str(value) if _is_whole(value) else value, "id")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _content_id(when: date, title: str, text: str) -> str:
    content = f"{when.isoformat()}\n{title}\n{text}"
    return sha256(content.encode()).hexdigest()[:16]


def _set_aside(fields: Fields) -> Iterator[str]:
    for name, limit in _MAX_CHARACTERS.items():
        value = getattr(fields, name)
        if isinstance(value, str):
            if len(value) > limit and len(clean(value)) > limit:
                yield f"{name} cut at {limit} characters"
        elif value is not None and not (name == "id" and _is_whole(value)):
            yield f"{name} set aside: it is not a string"
