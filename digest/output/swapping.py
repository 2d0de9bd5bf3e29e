"""A new tree in the place of a former one, and the way back."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from digest.errors import OutputError
from digest.output.locking import held
from digest.output.places import place_of

if TYPE_CHECKING:
    from pathlib import Path

    from digest.output.places import Place

_WORKING_FOLDER = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE


def restore(out: Path) -> None:
    """Put a former output back that a killed build left aside; mostly there is none.

    Raises OutputError where it can't be put back, or where a build is running just now.
    """
    place = place_of(out)
    with place.told():
        lost = _is_lost(place)
    if lost:
        with held(place), place.told():
            put_back(place)


def put_back(place: Place) -> None:
    """What `restore` does, for one who holds the lock."""
    if _is_lost(place):
        if place.out.exists():
            place.out.rmdir()
        place.former.rename(place.out)


def _is_lost(place: Place) -> bool:
    """Whether a build was killed between two renames: a swapped tree is never empty."""
    return place.former.is_dir() and not (place.out.exists() and any(place.out.iterdir()))


def sweep(place: Place) -> None:
    """Remove what a build left beside an output folder that is whole."""
    for leftover in (place.staging, place.former):
        try:
            if os.path.lexists(leftover):
                shutil.rmtree(leftover)
        except OSError as error:
            reason = f"is left of a build and can't be removed ({error.strerror or error})"
            raise OutputError(str(leftover), reason) from error


def swap(place: Place) -> None:
    """Put the staged tree in the place of the output folder; the former is then in staging.

    On Linux the two change names in one step, so that there is a whole output at every moment.
    Elsewhere, and on the few file systems that can't, there are three renames: a process killed
    between the first and the second, some microseconds, leaves the former output whole under
    its sibling's name, where `restore` and the next build find it.
    """
    if not place.out.exists():
        place.staging.rename(place.out)
    elif not _exchange(place.staging, place.out):
        _rename_in_turn(place)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where that can't be done."""
    if sys.platform != "linux":
        return False
    import ctypes

    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False
    here = _WORKING_FOLDER
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0)


def _rename_in_turn(place: Place) -> None:
    try:
        place.out.rename(place.former)
        place.staging.rename(place.out)
    except BaseException as error:
        put_back(place)
        if not isinstance(error, OSError):
            raise
        reason = f"can't be renamed ({error.strerror}): name a new folder, or one below it"
        raise OutputError(str(place.given), reason) from error
    place.former.rename(place.staging)
