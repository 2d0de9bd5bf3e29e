"""Editors' notes: one Markdown file a day, `notes/2020-09-03.md`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path


def read_notes(folder: Path, days: Iterable[date]) -> Mapping[date, str]:
    """Read the notes that there are on the days; raises SourceError where one can't be read."""
    files = {day: folder / f"{day.isoformat()}.md" for day in days}
    return {day: _read(file) for day, file in files.items() if file.is_file()}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise SourceError(file.as_posix(), error.strerror or "can't be read") from error
    except UnicodeDecodeError as error:
        raise SourceError(file.as_posix(), "not UTF-8") from error
