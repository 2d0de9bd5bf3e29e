"""Retraction: pages that builds wrote and whose articles are gone from the sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.output.manifest import is_unchanged
from digest.output.staging import unstage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import PurePosixPath

    from digest.output.folder import OutputFolder
    from digest.output.manifest import Manifest, WrittenFile


@dataclass(frozen=True, slots=True)
class Retraction:
    """Rule for former days: which are gone from the sources, and whether their pages go too.

    A day of which nothing is known, such as one that was not asked for, is not gone.
    """

    is_gone: Callable[[date], bool]
    prune: bool = False


@dataclass(frozen=True, slots=True)
class Orphan:
    """Day that a former build wrote and whose articles are gone: its files, in their order.

    `kept` are those still in the output: without pruning all, else those changed by hand since.
    """

    day: date
    kept: tuple[PurePosixPath, ...]
    removed: tuple[PurePosixPath, ...]


def orphans(
    folder: OutputFolder,
    manifest: Manifest,
    linked: frozenset[PurePosixPath],
    retraction: Retraction | None,
) -> tuple[Orphan, ...]:
    """Find the orphans among the files linked into a new tree, and prune them if asked to."""
    if not retraction:
        return ()
    orphaned = []
    for day in sorted(filter(retraction.is_gone, manifest.days)):
        files = [file for file in manifest.days[day].files if file.path in linked]
        removed = remove_unchanged(folder, files) if retraction.prune else ()
        kept = tuple(file.path for file in files if file.path not in removed)
        if files:
            orphaned.append(Orphan(day, kept, removed))
    return tuple(orphaned)


def remove_unchanged(
    folder: OutputFolder, files: Iterable[WrittenFile]
) -> tuple[PurePosixPath, ...]:
    """Remove those files from the new tree that are as a build wrote them; gives their paths."""
    removed = tuple(file.path for file in files if is_unchanged(folder.staging / file.path, file))
    for path in removed:
        unstage(folder, path)
    return removed
