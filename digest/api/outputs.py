"""Output folders, checked against their sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digest.api.sources import DEFAULTS, STDIN
from digest.output import restore
from digest.settings import zone_named
from digest.verifying import Verification
from digest.verifying import verify as verify_output

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from digest.settings import Settings


def verify(
    out: str | Path,
    sources: Sequence[str] = (),
    settings: Settings = DEFAULTS,
    *,
    stdin: BinaryIO | None = None,
) -> Verification:
    """Hold every sentence that an output shows against its source, and its pages together.

    Sources are read again from where they were at the build, or by their ids from those that are
    named. Whatever doesn't hold is a finding. Raises OutputError where there is no digest, and
    SourceError where a source that is named doesn't exist.

    >>> verify("nowhere")
    Traceback (most recent call last):
    digest.errors.OutputError: nowhere: No such file or directory
    """
    folder = Path(out)
    restore(folder)
    return verify_output(
        folder,
        zone=zone_named(settings.tz),
        sources=sources,
        stdin=stdin if STDIN in sources else None,
        max_line_bytes=settings.reading.max_line_bytes,
    )
