"""Builds made of plain pages: by day where their paths name one, else shared by all days."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import killed_builds

from digest.model import Page, page_day
from digest.output import Build, BuiltDay, KeptDays, Retraction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

INDEX = '{"schema": "digest/index/1"}'
MANIFEST = "digest-manifest.json"


def page(path: str, content: str = "new") -> Page:
    return Page(PurePosixPath(path), content.encode())


def index(_: KeptDays) -> list[Page]:
    return [page("index.json", INDEX)]


def build_of(
    pages: Iterable[Page],
    shared: Callable[[KeptDays], Iterable[Page]] = index,
    *,
    key: str = "",
    project: Iterable[str] = (),
    retraction: Retraction | None = None,
) -> Build:
    """A build of pages that are made while they are written, those of a day in one run."""
    others: list[Page] = []

    def days() -> Iterator[BuiltDay]:
        for day, run in groupby(pages, key=lambda page: page_day(page.path)):
            if day:
                yield BuiltDay(day, key, tuple(run))
            else:
                others.extend(run)

    def all_shared(kept: KeptDays) -> Iterator[Page]:
        yield from others
        yield from shared(kept)

    return Build(days(), all_shared, frozenset(project), retraction)


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder but the manifests, with its content."""
    files = killed_builds.tree(folder).items()
    return {path: text for path, text in files if not path.endswith(MANIFEST)}
