"""Where pages may be written: which folders are ours, and which paths lie below them."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from digest.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEX = "index.json"
_SCHEMA = "digest/index/"  # of any version: whether it can be read is for its reader to say
DAY_FILES = frozenset({"index.html", "digest.md", "digest.json", "digest.eml"})


@dataclass(frozen=True, slots=True)
class Place:
    """An output folder: as the user gave it, and as it really is, without links."""

    given: Path
    out: Path

    @property
    def staging(self) -> Path:
        """The sibling in which a new tree grows, and in which a former one is removed."""
        return self._sibling("new")

    @property
    def former(self) -> Path:
        """The sibling that holds the former tree between two renames, and at no other time."""
        return self._sibling("former")

    @property
    def lock(self) -> Path:
        """The sibling that a running build keeps locked."""
        return self._sibling("lock")

    def _sibling(self, role: str) -> Path:
        return self.out.with_name(f".{self.out.name}.digest-{role}")

    def as_given(self, path: Path) -> str:
        """A path in the tree or its staging, in the user's words."""
        for root in (self.staging, self.out):
            if path.is_relative_to(root):
                return str(self.given / path.relative_to(root))
        return str(path)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn an OSError into an OutputError whose subject is the path it is about."""
        try:
            yield
        except OSError as error:
            name = error.filename
            subject = self.as_given(Path(os.fsdecode(name))) if name else str(self.given)
            raise OutputError(subject, error.strerror or str(error)) from error


def place_of(out: Path) -> Place:
    """The place of an output folder, which need not be there yet."""
    return Place(out, Path(os.path.realpath(out)))


def refuse_fixed(place: Place) -> None:
    """Raise OutputError where an output folder could not be swapped for a new tree.

    It is a file, the current folder or one above it, or a mount point.
    """
    subject = str(place.given)
    if Path.cwd().is_relative_to(place.out):
        reason = "is or holds the current folder, which can't be swapped for a new one"
        raise OutputError(subject, f"{reason}: name another, such as out")
    if os.path.ismount(place.out):
        raise OutputError(subject, "is a mount point, which can't be renamed: name one below")
    if os.path.lexists(place.out) and not place.out.is_dir():
        raise OutputError(subject, "is no folder")


def former_index(place: Place) -> bytes | None:
    """The index.json that stands in the output folder, or None where the folder is empty.

    Raises OutputError where the folder holds anything and yet no index.json of ours, so that a
    slip of the keyboard can't make a digest of a home folder.
    """
    if not place.out.exists() or not any(place.out.iterdir()):
        return None
    index = place.out / INDEX
    content = index.read_bytes() if index.is_file() else b""
    if not _is_ours(content):
        reason = f"is not empty and holds no {INDEX} of a digest: name a new or an empty folder"
        raise OutputError(str(place.given), reason)
    return content


def _is_ours(index: bytes) -> bool:
    try:
        content = json.loads(index)
    except (ValueError, RecursionError):
        return False
    return isinstance(content, dict) and str(content.get("schema")).startswith(_SCHEMA)


def checked(path: PurePosixPath) -> PurePosixPath:
    """The path of a page, if it stays below the output folder on every system.

    >>> checked(PurePosixPath("2020/../../x"))
    Traceback (most recent call last):
    digest.errors.OutputError: 2020/../../x: is no path below the output folder
    """
    name = str(path)
    unsafe = not name.isprintable() or ".." in path.parts or "\\" in name or ":" in name
    if unsafe or path.is_absolute() or not path.parts:
        subject = name if name.isprintable() else ascii(name)
        raise OutputError(subject, "is no path below the output folder")
    return path


def day_of(path: PurePosixPath) -> date | None:
    """The day whose page a path is, or None for any other path.

    >>> day_of(PurePosixPath("2020/09/03/digest.md"))
    datetime.date(2020, 9, 3)
    >>> day_of(PurePosixPath("2020/09/03/photo.jpg"))
    """
    if path.name not in DAY_FILES:
        return None
    try:
        day = date.fromisoformat("-".join(path.parent.parts))
    except ValueError:
        return None
    return day if path.parent.parts == tuple(day.isoformat().split("-")) else None
