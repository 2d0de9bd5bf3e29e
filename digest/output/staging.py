"""The new tree as it grows: pages as new files, all else as links to what stands."""

from __future__ import annotations

import os
import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from digest.errors import OutputError
from digest.output.places import checked, day_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

    from digest.model import Page
    from digest.output.places import Place


def stage(place: Place, page: Page, *, replace: bool) -> None:
    """Write a page into the new tree as a new file, in place of one that was kept if need be.

    Raises OutputError where its path leads outside of the output folder, or is taken.
    """
    path = checked(page.path)
    for folder in path.parents:
        if (place.out / folder).is_symlink():
            reason = "is a symbolic link: a page is written into real folders alone"
            raise OutputError(str(place.given / folder), reason)
    target = place.staging / path
    if replace:
        target.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(page.content)


def keep(place: Place, built: Container[date]) -> Iterator[PurePosixPath]:
    """Link what stands and is not replaced into the new tree; gives the path of each file.

    Raises OutputError where a page stands in the way, or a mount point.
    """
    yield from _keep(place, built, PurePosixPath())


def _keep(place: Place, built: Container[date], folder: PurePosixPath) -> Iterator[PurePosixPath]:
    for entry in _entries(place, folder):
        path = folder / entry.name
        target = place.staging / path
        if entry.is_dir(follow_symlinks=False):
            target.mkdir(exist_ok=True)
            yield from _keep(place, built, path)
        elif target.is_dir():
            raise OutputError(str(place.given / path), "is in the way of a folder of pages")
        elif not os.path.lexists(target) and day_of(path) not in built:
            _link(entry, target)
            yield path
    shutil.copymode(place.out / folder, place.staging / folder)


def _entries(place: Place, folder: PurePosixPath) -> list[os.DirEntry[str]]:
    device = place.out.stat().st_dev
    if (place.out / folder).stat().st_dev != device:
        reason = "is a mount point within the output, which can't be swapped with it"
        raise OutputError(str(place.given / folder), reason)
    with os.scandir(place.out / folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _link(entry: os.DirEntry[str], target: Path) -> None:
    """Give a file a second name; copy it where the file system has no such thing."""
    if entry.is_symlink():
        target.symlink_to(Path(entry.path).readlink())
        return
    try:
        target.hardlink_to(entry.path)
    except OSError:
        shutil.copy2(entry.path, target)
