"""Checks of a whole output: its pages against its JSON, and that against the sources."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from digest.errors import OutputError
from digest.language import language_of
from digest.model import DAY_FILES, page_day
from digest.text import dateline_length
from digest.verifying.claims import Finding, claims_of, cut, unreadable
from digest.verifying.quotations import PAGE_FORMS
from digest.verifying.sources import broken_by_id, broken_by_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import tzinfo

    from digest.verifying.claims import Claim, Claims
    from digest.verifying.quotations import PageForm

_DOCUMENT = DAY_FILES["json"]


@dataclass(frozen=True, slots=True)
class Verification:
    """Result: how many published sentences were checked, and all that doesn't hold, by page."""

    sentences: int
    findings: tuple[Finding, ...]


def verify(
    out: Path,
    *,
    zone: tzinfo,
    sources: Sequence[str] = (),
    stdin: BinaryIO | None = None,
    max_line_bytes: int = 10_000_000,
) -> Verification:
    """Hold every published sentence below an output folder against its source and its pages.

    Each sentence of each digest.json must be, character for character, the span of the article
    that it names. Articles are sought at the path (from the current folder, as at the build) and
    line that digest.json names, or by their ids in `sources` where there are any. The pages
    beside digest.json must show these sentences and no others. `zone` is the digest's; `stdin`
    and `max_line_bytes` are what reading takes.

    Whatever doesn't hold, or can't be read, is a finding. Raises OutputError where there is no
    digest at all, and SourceError where one of `sources` doesn't exist.
    """
    from digest.reading import read

    reader = partial(read, zone=zone, stdin=stdin, max_line_bytes=max_line_bytes)
    documents = {folder: _document(folder / _DOCUMENT) for folder in _folders(out)}
    claims = [claim for document in documents.values() for claim in document.claims]
    broken = broken_by_id(claims, reader, sources) if sources else broken_by_place(claims, reader)
    reasons = dict(broken)
    findings = [
        finding
        for folder, document in documents.items()
        for finding in _findings(folder, document, reasons)
    ]
    return Verification(len(claims), tuple(findings))


def _folders(out: Path) -> tuple[Path, ...]:
    """Find the folders that hold digests, in order; OutputError where there is none."""
    folders = set()
    try:
        for folder, subfolders, files in os.walk(out, onerror=_raise):
            subfolders[:] = [name for name in subfolders if not name.startswith(".")]
            here = PurePosixPath(Path(folder).relative_to(out).as_posix())
            if any(name == _DOCUMENT or page_day(here / name) for name in files):
                folders.add(Path(folder))
    except OSError as error:
        raise OutputError(str(error.filename or out), error.strerror or str(error)) from error
    if not folders:
        raise OutputError(str(out), "holds no digest")
    return tuple(sorted(folders))


def _raise(error: OSError) -> None:
    raise error


def _document(path: Path) -> Claims:
    try:
        return claims_of(str(path), path.read_bytes())
    except FileNotFoundError:
        reason = f"nothing to check by: there are pages, but no {_DOCUMENT}"
        return unreadable(str(path.parent), reason)
    except OSError as error:
        return unreadable(str(path), f"can't be read: {error.strerror or error}")


def _findings(folder: Path, document: Claims, reasons: Mapping[Claim, str]) -> Iterator[Finding]:
    yield from document.findings
    for claim in document.claims:
        if claim in reasons:
            yield claim.finding(reasons[claim])
    if document.claims or not document.findings:
        for format_, form in PAGE_FORMS.items():
            yield from _differences(folder / DAY_FILES[format_], form, document)


def _differences(page: Path, form: PageForm, document: Claims) -> Iterator[Finding]:
    """Find claims that a page doesn't show, and quotations that are no claim."""
    try:
        quotes = form.quotations(page.read_bytes(), document.note)
    except FileNotFoundError:
        return
    except (OSError, ValueError, LookupError, AssertionError) as error:  # the last is HTMLParser's
        yield Finding(str(page), "", "", f"can't be read: {cut(str(error))}")
        return
    claims = {form.written(_own_text(claim)): claim for claim in document.claims}
    for written, claim in claims.items():
        if written not in quotes:
            yield claim.finding("is not shown on this page", str(page))
    for quote in dict.fromkeys(quotes):
        if quote not in claims:
            yield Finding(str(page), "", cut(quote), f"is shown here, but is not in {_DOCUMENT}")


def _own_text(claim: Claim) -> str:
    """Return what a page shows of a claimed sentence: dateline and byline it leaves out."""
    return claim.text[dateline_length(claim.text, language_of(claim.language)) :]
