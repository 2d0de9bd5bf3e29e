"""Readers of the tables of words that lie below this package, one folder for each language.

Lists (`.txt`) hold entries parted by commas or lines; records (`.tsv`) hold fields parted by tabs,
and forms within a field by bars. Lines that begin with `#` are comments.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


def table(path: str) -> Traversable:
    """File of a table by its path below `digest/language`, such as `english/entities/x.txt`."""
    # By the top package, so that no language is imported for its tables.
    return files("digest").joinpath("language", *path.split("/"))


def lines(path: str) -> Iterator[str]:
    """Lines of a table, without comments and empty ones."""
    for line in table(path).read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line


def entries(path: str) -> Iterator[str]:
    """Entries of a list, in its order."""
    for line in lines(path):
        yield from filter(None, map(str.strip, line.split(",")))


def rows(path: str, width: int) -> Iterator[list[str]]:
    """Records of a table, each filled up with empty fields to `width`."""
    for line in lines(path):
        fields = line.split("\t")
        yield fields + [""] * (width - len(fields))


def forms(field: str) -> tuple[str, ...]:
    """Forms within a field.

    >>> forms("L.A.|LA"), forms("")
    (('L.A.', 'LA'), ())
    """
    return tuple(field.split("|")) if field else ()
