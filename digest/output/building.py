"""A build: a whole new tree beside the output folder, then one swap."""

from __future__ import annotations

import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.output.locking import held
from digest.output.places import day_of, former_index, place_of, refuse_fixed
from digest.output.staging import keep, stage
from digest.output.swapping import put_back, swap, sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path, PurePosixPath

    from digest.model import Page
    from digest.output.places import Place


@dataclass(frozen=True, slots=True)
class Standing:
    """What an output keeps from former builds.

    `index` is its former index.json (None in a new output). `days` are those whose pages stand
    in it and are not built anew.
    """

    index: bytes | None
    days: frozenset[date]


def write(pages: Iterable[Page], out: Path, *, index: Callable[[Standing], Iterable[Page]]) -> None:
    """Write the pages of some days into an output folder, all of them or none.

    `pages` may be made while they are written. `index` is called when all are, and gives the
    pages about all days, from those that stand. A day that is built loses the files of formats
    that are not made again; whatever else is in the folder stays as it is.

    The new tree grows in a hidden sibling of the folder: new pages as new files, the rest as
    hard links (copies where there are none). Then the two swap names (`swap` tells how), and the
    former tree is removed. So a build that fails, or is killed at any moment, leaves the former
    output whole. The pages are not forced onto the disk first: that would cost more than all the
    rest of writing, and after a power cut they can be built again from the sources.

    Raises OutputError where the folder is not ours or can't be written, where another build is
    writing to it, or where a page's path is taken or lies outside. What `pages` and `index`
    raise is passed on.
    """
    place = place_of(out)
    with place.told():
        refuse_fixed(place)
    with held(place):
        former = _begin(place)
        try:
            _fill(place, former, pages, index)
            with place.told():
                swap(place)
        except BaseException:
            shutil.rmtree(place.staging, ignore_errors=True)
            raise
        with place.told():
            sweep(place)


def _begin(place: Place) -> bytes | None:
    with place.told():
        put_back(place)
        former = former_index(place)
        sweep(place)
        mode = stat.S_IMODE(place.out.stat().st_mode) if place.out.exists() else 0o777
        place.staging.mkdir(mode | stat.S_IRWXU)
    return former


def _fill(
    place: Place,
    former: bytes | None,
    pages: Iterable[Page],
    index: Callable[[Standing], Iterable[Page]],
) -> None:
    made = set(_stage(place, pages, frozenset()))
    built = {day for path in made if (day := day_of(path))}
    with place.told():
        kept = frozenset(keep(place, built)) if place.out.exists() else frozenset()
    standing = frozenset(day for path in kept if (day := day_of(path)))
    for _ in _stage(place, index(Standing(former, standing)), kept):
        pass


def _stage(
    place: Place, pages: Iterable[Page], kept: frozenset[PurePosixPath]
) -> Iterator[PurePosixPath]:
    """Write pages into the new tree; an error in their making is not taken for one of ours."""
    made: set[PurePosixPath] = set()
    for page in pages:
        with place.told():
            stage(place, page, replace=page.path in kept and page.path not in made)
        made.add(page.path)
        yield page.path
