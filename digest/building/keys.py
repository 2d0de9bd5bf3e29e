"""Keys: hashes that tell whether a day must be taken again, or its pages be made again."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import digest
from digest.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from digest.building.request import BuildRequest
    from digest.reading import CatalogueEntry

PACKAGE = Path(digest.__file__).parent
# Their versions may change a stem, a score or a page.
LIBRARIES = ("numpy", "scipy", "nltk", "sumy", "jinja2", "markdown", "nh3", "css-inline")
START = bytes(32)
# Settings that change no digest, but where articles are, which days are built, how pages look.
NOT_OF_STAGES = (
    *("sources", "out", "since", "until", "jobs", "strict", "cache", "notes"),
    *("formats", "templates", "title", "mail"),
)


class DayInputs(NamedTuple):
    """Inputs of a day: its articles in their order, and the editor's note.

    `key` is that of all that the day's record depends on, beside the history before it.
    """

    day: date
    entries: tuple[CatalogueEntry, ...]
    note: str
    key: bytes

    def page_key(self, before: bytes, rendering: bytes) -> str:
        """Key of all that the day's pages depend on; `before` names the history before it."""
        shown = "\0".join(f"{entry.file.shown}\0{entry.line}" for entry in self.entries)
        return _hashed((before, self.key, rendering, self.note.encode(), shown.encode())).hex()


def day_inputs(day: date, entries: tuple[CatalogueEntry, ...], note: str) -> DayInputs:
    """Make the inputs of a day with their key."""
    contents = b"".join(entry.content_hash for entry in entries)
    return DayInputs(day, entries, note, _hashed((day.isoformat().encode(), contents)))


def archive_key(request: BuildRequest) -> str:
    """Name of what builds with the same sources, settings and program share."""
    sources = sorted(set(request.settings.sources))
    return _hashed((repr(sources).encode(), history_key(request.settings))).hex()[:32]


def history_key(settings: Settings) -> bytes:
    """Key of all that every day depends on: the program, and the settings that stages know."""
    usual = Settings()
    others = {name: getattr(usual, name) for name in NOT_OF_STAGES}
    stages = replace(settings, **others)
    return _hashed((repr(stages).encode(), program_key()))


def rendering_key(request: BuildRequest) -> bytes:
    """Key of all that pages depend on beside their days: settings, templates and the program."""
    settings = request.settings
    shown = (settings.formats, settings.title, settings.mail, request.built, request.explain)
    templates = Path(settings.templates) if settings.templates else None
    own = _files(templates) if templates else ()
    return _hashed((repr(shown).encode(), history_key(settings), *own))


def program_key() -> bytes:
    """Key of the program: every file of the package, the templates, and its libraries."""
    folders = (PACKAGE, *(folder for folder in (PACKAGE.parent / "templates",) if folder.is_dir()))
    files = (part for folder in folders for part in _files(folder))
    return _hashed((*(f"{name} {version(name)}".encode() for name in LIBRARIES), *files))


def _files(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


def _hashed(parts: Iterable[bytes]) -> bytes:
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()
