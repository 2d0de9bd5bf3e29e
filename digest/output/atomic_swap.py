"""Atomic swap of a new tree for a former one, and recovery from a swap that was cut short."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from digest.errors import OutputError
from digest.output.folder import output_folder
from digest.output.locking import locked

if TYPE_CHECKING:
    from pathlib import Path

    from digest.output.folder import OutputFolder

_WORKING_FOLDER = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def restore(out: Path) -> None:
    """Put a former output back that a killed build left aside; mostly there is none.

    Raises OutputError where it can't be put back, or where a build is running just now.
    """
    folder = output_folder(out)
    with folder.named_errors():
        lost = _is_lost(folder)
    if lost:
        with locked(folder), folder.named_errors():
            put_back(folder)


def put_back(folder: OutputFolder) -> None:
    """Restore a former output for a caller who holds the lock."""
    if _is_lost(folder):
        if folder.path.exists():
            folder.path.rmdir()
        folder.former.rename(folder.path)


def _is_lost(folder: OutputFolder) -> bool:
    """Tell whether a build was killed between two renames: a swapped tree is never empty."""
    return folder.former.is_dir() and not (folder.path.exists() and any(folder.path.iterdir()))


def sweep(folder: OutputFolder) -> None:
    """Remove what a build left beside an output folder that is whole."""
    for leftover in (folder.staging, folder.former):
        try:
            if os.path.lexists(leftover):
                shutil.rmtree(leftover)
        except OSError as error:
            reason = f"is left of a build and can't be removed ({error.strerror or error})"
            raise OutputError(str(leftover), reason) from error


def swap(folder: OutputFolder) -> None:
    """Exchange the staged tree and the output folder; the former tree is then in staging.

    On Linux the two change names in one step, so that there is a whole output at every moment.
    Elsewhere, and on the few file systems that can't, there are three renames: a process killed
    between the first and the second, some microseconds, leaves the former output whole under
    its sibling's name, where `restore` and the next build find it.
    """
    if not folder.path.exists():
        folder.staging.rename(folder.path)
    elif not _exchange(folder.staging, folder.path):
        _rename_in_turn(folder)


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change names in one step; False where that can't be done."""
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False
    here = _WORKING_FOLDER
    return bool(rename(here, os.fsencode(first), here, os.fsencode(second), _EXCHANGE) == 0)


def _rename_in_turn(folder: OutputFolder) -> None:
    try:
        folder.path.rename(folder.former)
        folder.staging.rename(folder.path)
    except BaseException as error:
        put_back(folder)
        if not isinstance(error, OSError):
            raise
        reason = f"can't be renamed ({error.strerror}): name a new folder, or one below it"
        raise OutputError(str(folder.given), reason) from error
    folder.former.rename(folder.staging)
