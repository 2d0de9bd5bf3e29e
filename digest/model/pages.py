"""Files of an output: formats, paths and bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Format = Literal["html", "md", "json", "eml"]
FORMATS: tuple[Format, ...] = get_args(Format)
DAY_FILES: Mapping[Format, str] = {
    "html": "index.html",
    "md": "digest.md",
    "json": "digest.json",
    "eml": "digest.eml",
}
_DAY_FILE_NAMES = frozenset(DAY_FILES.values())


@dataclass(frozen=True, slots=True)
class Page:
    """File to be written: its path below the output folder, and its bytes."""

    path: PurePosixPath
    content: bytes = field(repr=False)


def day_folder(day: date) -> PurePosixPath:
    """Folder of a day's files, below the output folder.

    >>> day_folder(date(2020, 9, 3))
    PurePosixPath('2020/09/03')
    """
    return PurePosixPath(*day.isoformat().split("-"))


def page_day(path: PurePosixPath) -> date | None:
    """Day of a page by its path, or None for any other file.

    >>> page_day(PurePosixPath("2020/09/03/digest.md"))
    datetime.date(2020, 9, 3)
    >>> page_day(PurePosixPath("2020/09/03/photo.jpg"))
    """
    if path.name not in _DAY_FILE_NAMES:
        return None
    numbers = path.parts[:-1]
    if tuple(map(len, numbers)) != (4, 2, 2):
        return None
    try:
        return date.fromisoformat("-".join(numbers))
    except ValueError:
        return None
