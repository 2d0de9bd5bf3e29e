"""Build of an output: a whole new tree beside the folder, then one atomic swap."""

from __future__ import annotations

import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.model import day_folder, page_day
from digest.output.atomic_swap import put_back, swap, sweep
from digest.output.folder import output_folder, refuse_unswappable
from digest.output.locking import locked
from digest.output.manifest import (
    MANIFEST,
    Manifest,
    WrittenDay,
    former_output,
    manifest_page,
    written,
)
from digest.output.retraction import Retraction, orphans, remove_unchanged
from digest.output.staging import link_others, stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path, PurePosixPath

    from digest.model import Page
    from digest.output.folder import OutputFolder
    from digest.output.manifest import FormerOutput, WrittenFile
    from digest.output.retraction import Orphan

    Paths = frozenset[PurePosixPath]


@dataclass(frozen=True, slots=True)
class BuiltDay:
    """Pages of a day, all in its folder, and the key of their inputs.

    The key is opaque: equal keys mean equal pages. Raises ValueError where a page lies elsewhere.
    """

    day: date
    key: str
    pages: tuple[Page, ...]

    def __post_init__(self) -> None:
        folder = day_folder(self.day)
        if not all(folder in page.path.parents for page in self.pages):
            message = f"a page of {self.day} must lie in {folder}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class KeptDays:
    """Days whose pages former builds wrote and this one leaves, and the former index.json.

    The index is None in a new output.
    """

    index: bytes | None
    days: frozenset[date]


@dataclass(frozen=True, slots=True)
class Build:
    """Plan of a build: its days, the pages shared by all days, and its project's names.

    `days` may be made while they are written. `shared` is called when all are, and gives the
    pages about all days. `project` are the names by which the project is known, such as those of
    the folders of its sources: two builds that share a name are of one project, and so is every
    build without names. Without `retraction` no former day is judged. `shared_key` is that of
    whatever the shared pages depend on beside the days.
    """

    days: Iterable[BuiltDay]
    shared: Callable[[KeptDays], Iterable[Page]]
    project: frozenset[str] = frozenset()
    retraction: Retraction | None = None
    shared_key: str = ""


def write(build: Build, out: Path) -> tuple[Orphan, ...]:
    """Write a build into an output folder, all of it or nothing; gives the orphans, by day.

    A day that is built loses the files of formats that are not made again, and an output of
    which no former day is left the shared files too; orphans go where the build's retraction says
    so. All these only if a build wrote them. Whatever else is in the folder stays as it is.

    The new tree grows in a hidden sibling of the folder: new pages as new files, the rest as
    hard links (copies where there are none). Then the two swap names (`swap` tells how), and the
    former tree is removed. So a build that fails, or is killed at any moment, leaves the former
    output whole. The pages are not forced onto the disk first: that would cost more than all the
    rest of writing, and after a power cut they can be built again from the sources.

    Raises OutputError where the folder is not ours, of another project, or can't be written,
    where another build is writing to it, or where a page's path is taken or lies outside. What
    the making of days and shared pages raises is passed on.
    """
    folder = output_folder(out)
    with folder.named_errors():
        refuse_unswappable(folder)
    with locked(folder):
        former = _begin(folder, build)
        try:
            orphaned = _fill(folder, former, build)
            with folder.named_errors():
                swap(folder)
        except BaseException:
            shutil.rmtree(folder.staging, ignore_errors=True)
            raise
        with folder.named_errors():
            sweep(folder)
    return orphaned


def _begin(folder: OutputFolder, build: Build) -> FormerOutput:
    with folder.named_errors():
        put_back(folder)
        former = former_output(folder, build.project)
        sweep(folder)
        mode = stat.S_IMODE(folder.path.stat().st_mode) if folder.path.exists() else 0o777
        folder.staging.mkdir(mode | stat.S_IRWXU)
    return former


def _fill(folder: OutputFolder, former: FormerOutput, build: Build) -> tuple[Orphan, ...]:
    """Stage the whole new tree; gives the orphans."""
    built = dict(_stage_days(folder, build.days))
    with folder.named_errors():
        linked = frozenset(link_others(folder, _replaced(former.manifest, built)))
        orphaned = orphans(folder, former.manifest, linked, build.retraction)
        kept = linked - {path for orphan in orphaned for path in orphan.removed}
    days = frozenset(day for path in kept if (day := page_day(path)))
    shared = tuple(_stage_pages(folder, build.shared(KeptDays(former.index, days)), kept))
    with folder.named_errors():
        if not days:
            _drop_shared(folder, former.manifest, shared, kept)
        listed = _listed(former.manifest, built, kept)
        manifest = manifest_page(Manifest(build.project, listed, shared, build.shared_key))
        stage(folder, manifest, replace=MANIFEST in kept)
    return orphaned


def _stage_days(
    folder: OutputFolder, days: Iterable[BuiltDay]
) -> Iterator[tuple[date, WrittenDay]]:
    for day in days:
        files = tuple(_stage_pages(folder, day.pages, frozenset()))
        yield day.day, WrittenDay(day.key, files)


def _stage_pages(
    folder: OutputFolder, pages: Iterable[Page], linked: Paths
) -> Iterator[WrittenFile]:
    """Write pages into the new tree; an error in their making is not taken for one of ours."""
    staged: set[PurePosixPath] = set()
    for page in pages:
        with folder.named_errors():
            stage(folder, page, replace=page.path in linked and page.path not in staged)
        staged.add(page.path)
        yield written(page)


def _replaced(manifest: Manifest, built: dict[date, WrittenDay]) -> Callable[[PurePosixPath], bool]:
    """Test for files of days that are built: by their names, or listed in the former manifest."""
    listed = {
        file.path for day in built if day in manifest.days for file in manifest.days[day].files
    }
    return lambda path: bool(built) and (path in listed or page_day(path) in built)


def _drop_shared(
    folder: OutputFolder, manifest: Manifest, shared: Iterable[WrittenFile], kept: Paths
) -> None:
    made = {file.path for file in shared}
    former = (file for file in manifest.shared if file.path in kept and file.path not in made)
    remove_unchanged(folder, former)


def _listed(
    manifest: Manifest, built: dict[date, WrittenDay], kept: Paths
) -> dict[date, WrittenDay]:
    """Days of the new manifest: those built, and of the former ones those with a file left.

    A former day is listed whole, so that a file that was lost shows.
    """
    left = {
        day: entry
        for day, entry in manifest.days.items()
        if any(file.path in kept for file in entry.files)
    }
    return left | built
