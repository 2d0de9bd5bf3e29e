"""Claims of a digest.json: these words are at this place of that article."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from digest.model import Origin
from digest.rendering.cleaning import one_line
from digest.rendering.documents import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MAX_CHARACTERS = 80
# Where an article stands, and its language.
_Source = tuple[Origin, str]
_Value = TypeVar("_Value", str, int, list[object])
_NAMES: Mapping[type, str] = {
    str: "a text",
    int: "a whole number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Claim that doesn't hold: its page (a path), story (an id) and sentence (cut); the reason.

    Story and sentence are empty where the page as a whole is at fault.
    """

    page: str
    story: str
    sentence: str
    reason: str

    def __str__(self) -> str:
        quoted = self.sentence and f"“{self.sentence}”"
        return ": ".join(filter(None, (self.page, self.story, quoted, self.reason)))


@dataclass(frozen=True, slots=True)
class Claim:
    """Published sentence: its words and the place they are said to come from."""

    page: str
    story: str
    article: str
    origin: Origin
    start: int
    end: int
    text: str
    language: str

    def finding(self, reason: str, page: str = "") -> Finding:
        """Make the finding that the claim doesn't hold, on its own page or on another."""
        return Finding(page or self.page, self.story, cut(self.text), reason)


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims of one digest.json, its editor's note, and what can't be understood in it."""

    claims: tuple[Claim, ...]
    note: str
    findings: tuple[Finding, ...]


def cut(text: str) -> str:
    """Cut a text to one line of a report.

    >>> cut("word " * 20)
    'word word word word word word word word word word word word word word word word…'
    """
    line = one_line(text)
    return line if len(line) <= _MAX_CHARACTERS else f"{line[:_MAX_CHARACTERS].rstrip()}…"


def unreadable(page: str, reason: str) -> Claims:
    """Make an empty result, for one reason."""
    return Claims((), "", (Finding(page, "", "", reason),))


def claims_of(page: str, content: bytes) -> Claims:
    """Read a digest.json; whatever is wrong with it becomes findings."""
    try:
        document = _object(json.loads(content))
        if document.get("schema") != SCHEMA:
            reason = f"has the schema {cut(repr(document.get('schema')))}, not {SCHEMA!r}"
            return unreadable(page, reason)
        stories = _field(document, "stories", list)
        note = _field(document, "note", str)
    except (ValueError, RecursionError) as error:
        return unreadable(page, f"is no digest: {cut(str(error))}")
    results = [result for story in stories for result in _story(page, story)]
    claims = tuple(result for result in results if isinstance(result, Claim))
    findings = tuple(result for result in results if isinstance(result, Finding))
    return Claims(claims, note, findings)


def _story(page: str, value: object) -> Iterator[Claim | Finding]:
    name = ""
    try:
        story = _object(value)
        name = _field(story, "id", str)
        sentences = _field(story, "sentences", list)
        articles = dict(map(_article, _field(story, "articles", list)))
    except ValueError as error:
        yield Finding(page, cut(name), "", f"is no story: {error}")
        return
    for sentence in sentences:
        yield _sentence(page, cut(name), sentence, articles)


def _article(value: object) -> tuple[str, _Source]:
    article = _object(value)
    origin = Origin(_field(article, "path", str), _field(article, "line", int))
    language = _field(article, "language", str) if "language" in article else "en"
    return _field(article, "id", str), (origin, language)


def _sentence(
    page: str, story: str, value: object, articles: Mapping[str, _Source]
) -> Claim | Finding:
    text = ""
    try:
        sentence = _object(value)
        text = _field(sentence, "text", str)
        article = _field(sentence, "article", str)
        start, end = _field(sentence, "start", int), _field(sentence, "end", int)
    except ValueError as error:
        return Finding(page, story, cut(text), f"is no sentence: {error}")
    if article not in articles:
        return Finding(page, story, cut(text), f"its story has no article {cut(article)!r}")
    origin, language = articles[article]
    return Claim(page, story, article, origin, start, end, text, language)


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError(_unlike(value, dict))  # noqa: TRY004 - a value of a stranger's file
    return value


def _field(record: Mapping[str, object], name: str, kind: type[_Value]) -> _Value:
    """Read a field of exactly that type; ValueError says what is there instead."""
    if name not in record:
        message = f"{name} is missing"
        raise ValueError(message)
    value = record[name]
    if type(value) is not kind:
        message = f"{name}: {_unlike(value, kind)}"
        raise ValueError(message)
    return value


def _unlike(value: object, kind: type) -> str:
    return f"expected {_NAMES[kind]}, found {_NAMES.get(type(value), 'something else')}"
