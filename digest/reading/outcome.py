"""Outcome of a place in a source: an article, a problem, or a notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digest.errors import SourceError
from digest.model import Article, Origin

if TYPE_CHECKING:
    from datetime import date, tzinfo


class RefusedError(ValueError):
    """A reason for which something is not read; who catches it knows the place."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was set aside; without a line it is about the whole file.

    `unread` tells that nothing of the file was read.
    """

    path: str
    reason: str
    line: int | None = None
    unread: bool = False

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.reason}"


Outcome = Article | SourceError | Notice


class ParsedArticle(NamedTuple):
    """Article of a record, and notices of what it had to do without."""

    article: Article
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A file as its reader knows it.

    `path` is for showing, `outlet` is the name of the sub-folder or empty, `zone` is that of
    times without their own, `max_bytes` bounds a line of JSON Lines or a whole other file.
    `undated` is what a line of JSON Lines without a date is dated; None refuses it.
    """

    path: str
    outlet: str
    zone: tzinfo
    max_bytes: int
    undated: date | None = None

    def origin(self, line: int = 1) -> Origin:
        """Make the origin of a line of this file."""
        return Origin(self.path, line)


def refusal(path: str, error: Exception, line: int | None = None) -> SourceError:
    """Make the problem that an error means here, chained to it but free of its frames."""
    problem = SourceError(path, _reason(error), line)
    problem.__cause__ = error.with_traceback(None)
    return problem


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, OSError):
        return f"unreadable: {(error.strerror or 'input/output error').lower()}"
    return str(error)
