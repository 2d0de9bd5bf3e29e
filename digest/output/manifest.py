"""Manifest: which files the builds of an output folder wrote, by day, and of which project it is.

A part of every output. It tells pages that need not be built again, pages whose articles are
gone, and folders of other projects.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath
from stat import S_ISREG
from typing import TYPE_CHECKING

from digest.errors import OutputError
from digest.model import Page, day_folder
from digest.output.folder import output_folder, safe_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from digest.output.folder import OutputFolder

MANIFEST = PurePosixPath("digest-manifest.json")
INDEX = PurePosixPath("index.json")
SCHEMA = "digest/manifest/1"
_INDEX_SCHEMA = "digest/index/"  # of any version: whether it can be read is for its reader to say


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """File as a build wrote it: its path below the output folder, bytes and their SHA-256."""

    path: PurePosixPath
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """Files of a day as a build wrote them, and the key that it gave to their inputs."""

    key: str
    files: tuple[WrittenFile, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """List of the files that builds wrote: of each day, and those `shared` by all days.

    `project` holds the names by which the last build's project is known; none if unknown.
    `shared_key` is that of whatever the shared files depend on beside the days.
    """

    project: frozenset[str]
    days: Mapping[date, WrittenDay]
    shared: tuple[WrittenFile, ...]
    shared_key: str = ""


@dataclass(frozen=True, slots=True)
class FormerOutput:
    """State of an output folder before a build: its index.json, or None if it is new; its manifest.

    The manifest is empty where the output is new or of a version that wrote none.
    """

    index: bytes | None
    manifest: Manifest


EMPTY_MANIFEST = Manifest(frozenset(), {}, ())


def written_days(out: Path) -> Mapping[date, WrittenDay]:
    """Days whose pages former builds wrote, each with its key, if all its files are in place.

    A file is in place if it has the size with which it was written; its content is not read. No
    day is given where the index has been changed, since a day that is not built again keeps its
    line there. Raises OutputError where the manifest is damaged or of another version.
    """
    folder = output_folder(out)
    with folder.named_errors():
        manifest = read_manifest(folder)
    if not all(_is_in_place(folder, file) for file in manifest.shared if file.path == INDEX):
        return {}
    return {
        day: written
        for day, written in manifest.days.items()
        if all(_is_in_place(folder, file) for file in written.files)
    }


def stands(out: Path, shared_key: str) -> bool:
    """Tell whether the files shared by all days are in place, by their sizes, and of this key."""
    folder = output_folder(out)
    with folder.named_errors():
        manifest = read_manifest(folder)
    is_whole = all(_is_in_place(folder, file) for file in manifest.shared)
    return bool(manifest.shared) and is_whole and manifest.shared_key == shared_key


def _is_in_place(folder: OutputFolder, file: WrittenFile) -> bool:
    try:
        status = (folder.path / file.path).lstat()
    except OSError:
        return False
    return S_ISREG(status.st_mode) and status.st_size == file.size


def is_unchanged(path: Path, file: WrittenFile) -> bool:
    """Tell whether the bytes at a path, of a real file, are those that a build wrote."""
    if path.is_symlink() or path.stat().st_size != file.size:
        return False
    return sha256(path.read_bytes()).hexdigest() == file.sha256


def former_output(folder: OutputFolder, project: frozenset[str]) -> FormerOutput:
    """Recognise what an output folder holds before a build.

    Raises OutputError where it holds anything and yet no index.json of ours, so that a slip of
    the keyboard can't make a digest of a home folder; or where it is of another project: one
    that is known, and by none of the names of this one.
    """
    if not folder.path.exists() or not any(folder.path.iterdir()):
        return FormerOutput(None, EMPTY_MANIFEST)
    index = folder.path / INDEX
    content = index.read_bytes() if index.is_file() else b""
    if not _is_index(content):
        reason = f"is not empty and holds no {INDEX} of a digest: name a new or an empty folder"
        raise OutputError(str(folder.given), reason)
    manifest = read_manifest(folder)
    if project and manifest.project and project.isdisjoint(manifest.project):
        names = ", ".join(sorted(manifest.project))
        reason = f"holds the digests of another project ({names}): name a new folder"
        raise OutputError(str(folder.given), reason)
    return FormerOutput(content, manifest)


def _is_index(content: bytes) -> bool:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and str(document.get("schema")).startswith(_INDEX_SCHEMA)


def read_manifest(folder: OutputFolder) -> Manifest:
    """Read the manifest of an output folder; an empty one where there is none.

    Raises OutputError where it is damaged or of another version.
    """
    try:
        content = (folder.path / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return EMPTY_MANIFEST
    try:
        return _decoded(json.loads(content))
    except (ValueError, TypeError, LookupError, RecursionError, OutputError) as error:
        reason = f"is no manifest of this version ({error}): remove it, or name a new folder"
        raise OutputError(str(folder.given / MANIFEST), reason) from error


def _decoded(document: Mapping[str, object]) -> Manifest:
    if document["schema"] != SCHEMA:
        message = f"its schema is {document['schema']!r}, not {SCHEMA!r}"
        raise ValueError(message)
    return Manifest(
        frozenset(map(str, _items(document["project"]))),
        dict(_day(entry) for entry in _items(document["days"])),
        tuple(_file(entry) for entry in _items(document["files"])),
        str(document["key"]),
    )


def _items(value: object) -> list[object]:
    if not isinstance(value, list):
        message = "a list is missing"
        raise TypeError(message)
    return value


def _fields(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        message = "an object is missing"
        raise TypeError(message)
    return value


def _day(entry: object) -> tuple[date, WrittenDay]:
    fields = _fields(entry)
    day = date.fromisoformat(str(fields["day"]))
    files = tuple(map(_file, _items(fields["files"])))
    folder = day_folder(day)
    if not all(folder in file.path.parents for file in files):
        message = f"a file of {day} lies outside of its folder"
        raise ValueError(message)
    return day, WrittenDay(str(fields["key"]), files)


def _file(entry: object) -> WrittenFile:
    fields = _fields(entry)
    path = safe_path(PurePosixPath(str(fields["path"])))
    return WrittenFile(path, int(str(fields["size"])), str(fields["sha256"]))


def written(page: Page) -> WrittenFile:
    """Describe a page as the manifest lists it."""
    return WrittenFile(page.path, len(page.content), sha256(page.content).hexdigest())


def manifest_page(manifest: Manifest) -> Page:
    """Encode a manifest; days and files are sorted, so that the order of builds leaves no trace."""
    document = {
        "schema": SCHEMA,
        "project": sorted(manifest.project),
        "key": manifest.shared_key,
        "days": [
            {
                "day": day.isoformat(),
                "key": manifest.days[day].key,
                "files": _file_documents(manifest.days[day].files),
            }
            for day in sorted(manifest.days)
        ],
        "files": _file_documents(manifest.shared),
    }
    return Page(MANIFEST, f"{json.dumps(document, ensure_ascii=True)}\n".encode())


def _file_documents(files: Iterable[WrittenFile]) -> list[dict[str, object]]:
    ordered = sorted(files, key=lambda file: file.path)
    return [{"path": str(file.path), "size": file.size, "sha256": file.sha256} for file in ordered]
