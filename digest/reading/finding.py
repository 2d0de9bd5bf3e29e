"""Files that sources lead to, in folders and through links."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from heapq import heappop, heappush
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from digest.errors import SourceError
from digest.reading.cleaning import showable
from digest.reading.outcome import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPECIAL = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class Found(NamedTuple):
    """A file that can be opened.

    `shown` is its path as reached from the source, `real` that without links, `outlet` the name
    of the sub-folder that holds it or empty; `is_named` tells that it is itself a source.
    """

    path: str
    shown: str
    real: str
    outlet: str = ""
    is_named: bool = False
    is_linked: bool = False


@dataclass(frozen=True, slots=True)
class _Folder:
    path: str
    shown: str
    real: str
    outlet: str = ""
    is_linked: bool = False

    def path_of(self, name: str) -> str:
        """Path to open something in the folder; a Path would cost ten times as much."""
        return f"{self.path}{name}" if self.path.endswith(os.sep) else f"{self.path}{os.sep}{name}"

    def shown_of(self, name: str) -> str:
        """Path for showing something in the folder."""
        name = showable(name)
        if self.shown == ".":
            return name
        return f"{self.shown}{name}" if self.shown.endswith("/") else f"{self.shown}/{name}"

    def real_of(self, name: str) -> str:
        """Resolve the real path of something in the folder that is no link."""
        return f"{self.real.rstrip(os.sep)}{os.sep}{name}"


class _Link(NamedTuple):
    """Links are followed in the order of their shown paths."""

    shown: str
    name: str
    folder: _Folder


def find(source: str) -> Iterator[Found | SourceError]:
    """Find the files of one source; raises SourceError where there is no such source."""
    shown = str(PurePosixPath(showable(Path(source).as_posix())))
    try:
        os.lstat(source)
    except (OSError, ValueError) as error:
        raise SourceError(showable(source), "no such file or folder") from error
    mode = _mode(source, shown)
    if isinstance(mode, SourceError):
        yield mode
    elif stat.S_ISDIR(mode):
        yield from _walk(_Folder(source, shown, os.path.realpath(source)))
    else:
        yield Found(source, shown, os.path.realpath(source), is_named=True)


def once(found: Iterable[Found]) -> list[Found]:
    """Each real file once: by its own name sooner than by a link, and with its outlet."""
    order = sorted(found, key=lambda file: (file.is_linked, file.shown, not file.outlet))
    chosen: dict[str, Found] = {}
    for file in order:
        chosen.setdefault(file.real, file)
    return sorted(chosen.values(), key=lambda file: file.shown)


def _walk(top: _Folder) -> Iterator[Found | SourceError]:
    """Folders first and links after them, so that nothing is renamed by a link to it."""
    folders = [top]
    links: list[_Link] = []
    seen: set[str] = set()
    while folders or links:
        steps = _unseen(folders.pop(), seen) if folders else [_followed(heappop(links))]
        for step in steps:
            if isinstance(step, _Folder):
                folders.append(step)
            elif isinstance(step, _Link):
                heappush(links, step)
            else:
                yield step


def _unseen(folder: _Folder, seen: set[str]) -> Iterator[Found | SourceError | _Folder | _Link]:
    if folder.real not in seen:
        seen.add(folder.real)
        yield from _entries(folder)


def _entries(folder: _Folder) -> Iterator[Found | SourceError | _Folder | _Link]:
    try:
        with os.scandir(folder.path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield refusal(folder.shown, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield _Link(folder.shown_of(entry.name), entry.name, folder)
        elif entry.is_dir(follow_symlinks=False):
            yield _below(folder, entry.name)
        elif entry.is_file(follow_symlinks=False):
            yield _file(folder, entry.name, folder.real_of(entry.name))
        else:
            yield _special(folder, entry.name)


def _followed(link: _Link) -> Found | SourceError | _Folder:
    shown, name, folder = link
    path = folder.path_of(name)
    mode = _mode(path, shown)
    if isinstance(mode, SourceError):
        return mode
    real = os.path.realpath(path)
    if not stat.S_ISDIR(mode):
        return _file(folder, name, real, is_linked=True)
    if folder.real == real or folder.real.startswith(real.rstrip(os.sep) + os.sep):
        return SourceError(shown, "link loop: it leads back to a folder that holds it")
    return _below(folder, name, real)


def _special(folder: _Folder, name: str) -> SourceError:
    shown = folder.shown_of(name)
    mode = _mode(folder.path_of(name), shown)
    return mode if isinstance(mode, SourceError) else SourceError(shown, "not a file")


def _below(folder: _Folder, name: str, linked_to: str = "") -> _Folder:
    return _Folder(
        path=folder.path_of(name),
        shown=folder.shown_of(name),
        real=linked_to or folder.real_of(name),
        outlet=showable(name),
        is_linked=folder.is_linked or bool(linked_to),
    )


def _file(folder: _Folder, name: str, real: str, *, is_linked: bool = False) -> Found:
    return Found(
        path=folder.path_of(name),
        shown=folder.shown_of(name),
        real=real,
        outlet=folder.outlet,
        is_linked=folder.is_linked or is_linked,
    )


def _mode(path: str, shown: str) -> int | SourceError:
    """Look up the mode of a file or folder, or the reason why it can't be opened."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except FileNotFoundError:
        return SourceError(shown, "broken link: what it leads to is missing")
    except OSError as error:
        if error.errno == errno.ELOOP:
            return SourceError(shown, "link loop: it leads to itself")
        return refusal(shown, error)
    for is_kind, kind in _SPECIAL:
        if is_kind(mode):
            return SourceError(shown, f"not a file but {kind}")
    return mode
