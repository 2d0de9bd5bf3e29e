"""Output folders: their siblings during a build, and the paths that may lie below them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from digest.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """Output folder: as the user gave it, and its real path, without links."""

    given: Path
    path: Path

    @property
    def staging(self) -> Path:
        """Sibling in which a new tree grows, and in which a former one is removed."""
        return self._sibling("new")

    @property
    def former(self) -> Path:
        """Sibling that holds the former tree between two renames, and at no other time."""
        return self._sibling("former")

    @property
    def lock(self) -> Path:
        """Sibling that a running build keeps locked."""
        return self._sibling("lock")

    def _sibling(self, role: str) -> Path:
        return self.path.with_name(f".{self.path.name}.digest-{role}")

    def as_given(self, path: Path) -> str:
        """Name a path of the tree or of its staging as the user would."""
        for root in (self.staging, self.path):
            if path.is_relative_to(root):
                return str(self.given / path.relative_to(root))
        return str(path)

    @contextmanager
    def named_errors(self) -> Iterator[None]:
        """Turn an OSError into an OutputError whose subject is the path it is about."""
        try:
            yield
        except OSError as error:
            name = error.filename
            subject = self.as_given(Path(os.fsdecode(name))) if name else str(self.given)
            raise OutputError(subject, error.strerror or str(error)) from error


def output_folder(out: Path) -> OutputFolder:
    """Resolve an output folder, which need not exist yet."""
    return OutputFolder(out, Path(os.path.realpath(out)))


def refuse_unswappable(folder: OutputFolder) -> None:
    """Raise OutputError where an output folder could not be swapped for a new tree.

    It is a file, the current folder or one above it, or a mount point.
    """
    subject = str(folder.given)
    if Path.cwd().is_relative_to(folder.path):
        reason = "is or holds the current folder, which can't be swapped for a new one"
        raise OutputError(subject, f"{reason}: name another, such as out")
    if os.path.ismount(folder.path):
        raise OutputError(subject, "is a mount point, which can't be renamed: name one below")
    if os.path.lexists(folder.path) and not folder.path.is_dir():
        raise OutputError(subject, "is no folder")


def safe_path(path: PurePosixPath) -> PurePosixPath:
    """Give the path of a page back, if it stays below the output folder on every system.

    >>> safe_path(PurePosixPath("2020/../../x"))
    Traceback (most recent call last):
    digest.errors.OutputError: 2020/../../x: is no path below the output folder
    """
    name = str(path)
    unsafe = not name.isprintable() or ".." in path.parts or "\\" in name or ":" in name
    if unsafe or path.is_absolute() or not path.parts:
        subject = name if name.isprintable() else ascii(name)
        raise OutputError(subject, "is no path below the output folder")
    return path
