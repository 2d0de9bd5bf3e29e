"""`digest verify`: whether every published sentence still stands in its source."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import options
from digest.cli.given import STDIN, settings_given
from digest.cli.telling import counted, tell
from digest.errors import DigestError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.settings import Settings
    from digest.verifying import Verification


@options.taking("sources", "as_json", "tz", "config", "quiet")
def verify(
    given: options.Given,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A folder that `build` has written.")],
) -> None:
    """Check that every published sentence is still the very span of the source it names.

    Sources are read again from where they were at the build; name them anew if they have moved
    or came from stdin.
    """
    found = _verified(out, given.sources or (), settings_given(replace(given, sources=None)))
    for finding in found.findings:
        typer.echo(
            json.dumps(asdict(finding), ensure_ascii=False) if given.as_json else str(finding)
        )
    checked = f"{counted(found.sentences, 'published sentence')} checked"
    if found.findings:
        raise DigestError(str(out), f"{counted(len(found.findings), 'finding')}; {checked}")
    if not given.quiet:
        tell(f"{checked}, all hold")


def _verified(out: Path, sources: Sequence[str], settings: Settings) -> Verification:
    from digest import verifying
    from digest.output import restore
    from digest.settings import zone_named

    restore(out)
    return verifying.verify(
        out,
        zone=zone_named(settings.tz),
        sources=sources,
        stdin=sys.stdin.buffer if STDIN in sources else None,
        max_line_bytes=settings.reading.max_line_bytes,
    )
