"""Output folders: pages become files, all of them or none."""

from digest.output.atomic_swap import restore
from digest.output.build_tree import Build, BuiltDay, KeptDays, write
from digest.output.manifest import WrittenDay, WrittenFile, stands, written_days
from digest.output.retraction import Orphan, Retraction

__all__ = [
    "Build",
    "BuiltDay",
    "KeptDays",
    "Orphan",
    "Retraction",
    "WrittenDay",
    "WrittenFile",
    "restore",
    "stands",
    "write",
    "written_days",
]
