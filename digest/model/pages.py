"""The files that are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from pathlib import PurePosixPath

Format = Literal["html", "md", "json", "eml"]
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Page:
    """A file to be written: its path below the output folder, and its bytes."""

    path: PurePosixPath
    content: bytes = field(repr=False)
