"""Errors, each naming its culprit.

DigestError
├── SourceError      a source that can't be read: its path, line and reason
├── SettingsError    a setting that is unknown or has no such value
├── TemplateError    a template that is missing or broken
├── OutputError      a folder that can't be written, or is no output of ours
└── UnknownNameError a name that is not in a registry, with those that are
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class DigestError(Exception):
    """Root of all errors that are told to the user, as `subject: reason`.

    `args` are those of the constructor, so that an error comes whole out of another process.
    """

    exit_code = 1

    def __init__(self, subject: str, reason: str) -> None:
        super().__init__(subject, reason)
        self.subject = subject
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}"


class SourceError(DigestError):
    """A source, or one place in it, that can't be read."""

    exit_code = 3

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        super().__init__(path if line is None else f"{path}:{line}", reason)
        self.args = (path, reason, line)
        self.path = path
        self.line = line


class SettingsError(DigestError):
    """A setting that is unknown, or a value that it can't have."""

    exit_code = 2


class TemplateError(DigestError):
    """A template that is missing or can't be rendered."""

    exit_code = 4


class OutputError(DigestError):
    """A folder that can't be written, or whose content doesn't hold."""

    exit_code = 5


class UnknownNameError(SettingsError):
    """A name that no registry has; the message lists those it has."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        super().__init__(name, f"no such {kind}{nearest(name, names)}; known: {', '.join(names)}")
        self.args = (kind, name, names)


def nearest(name: str, names: Iterable[str]) -> str:
    """Suggest the nearest of the names in a phrase; empty if none is near.

    >>> nearest("rankr", ["ranker", "out"])
    ' (did you mean "ranker"?)'
    """
    from difflib import get_close_matches

    close = get_close_matches(name, list(names), n=1)
    return f' (did you mean "{close[0]}"?)' if close else ""
