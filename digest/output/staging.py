"""Staging of a new tree: pages as new files, all else as links to what the output holds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from digest.errors import OutputError
from digest.output.folder import safe_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digest.model import Page
    from digest.output.folder import OutputFolder

    Predicate = Callable[[PurePosixPath], bool]


def stage(folder: OutputFolder, page: Page, *, replace: bool) -> None:
    """Write a page into the new tree as a new file; with `replace` in place of a linked one.

    Raises OutputError where its path leads outside of the output folder, or is taken.
    """
    path = safe_path(page.path)
    for parent in path.parents:
        if (folder.path / parent).is_symlink():
            reason = "is a symbolic link: a page is written into real folders alone"
            raise OutputError(str(folder.given / parent), reason)
    target = folder.staging / path
    if replace:
        target.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(page.content)


def link_others(folder: OutputFolder, is_replaced: Predicate) -> Iterator[PurePosixPath]:
    """Link every file that is not replaced into the new tree; gives their paths.

    Folders are made anew, and links copied, never followed. Raises OutputError where a page is in
    the way, or a mount point.
    """
    if folder.path.exists():
        yield from _link_folder(folder, is_replaced, "", folder.path.stat().st_dev)


def _link_folder(
    folder: OutputFolder, is_replaced: Predicate, parent: str, device: int
) -> Iterator[PurePosixPath]:
    # Paths are texts here: an archive has many files, and to make paths of all takes longest.
    former, new = f"{folder.path}/{parent}", f"{folder.staging}/{parent}"
    with os.scandir(former) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        name = f"{parent}{entry.name}"
        target = f"{new}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            _make_folder(folder, entry, target, device)
            yield from _link_folder(folder, is_replaced, f"{name}/", device)
        elif os.path.isdir(target):  # noqa: PTH112 - as a text
            raise OutputError(str(folder.given / name), "is in the way of a folder of pages")
        elif not os.path.lexists(target) and not is_replaced(path := PurePosixPath(name)):
            _link(entry, target)
            yield path
    shutil.copymode(former, new)


def _make_folder(folder: OutputFolder, entry: os.DirEntry[str], target: str, device: int) -> None:
    if entry.stat(follow_symlinks=False).st_dev != device:
        reason = "is a mount point within the output, which can't be swapped with it"
        raise OutputError(folder.as_given(Path(entry.path)), reason)
    if not os.path.isdir(target):  # noqa: PTH112 - as a text
        os.mkdir(target)  # noqa: PTH102 - as a text


def _link(entry: os.DirEntry[str], target: str) -> None:
    """Give a file a second name; copy it where the file system has no such thing."""
    if entry.is_symlink():
        os.symlink(os.readlink(entry.path), target)  # noqa: PTH115, PTH211 - as texts
        return
    try:
        os.link(entry.path, target)
    except OSError:
        shutil.copy2(entry.path, target)


def unstage(folder: OutputFolder, path: PurePosixPath) -> None:
    """Remove a linked file from the new tree, and the folders that it leaves empty."""
    (folder.staging / path).unlink()
    for parent in path.parents[:-1]:
        if any((folder.staging / parent).iterdir()):
            return
        (folder.staging / parent).rmdir()
