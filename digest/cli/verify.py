"""`digest verify`: whether every published sentence still stands in its source."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from digest.cli import options
from digest.cli.given import settings_given, stdin
from digest.cli.telling import counted, tell
from digest.errors import DigestError


@options.taking("sources", "as_json", "tz", "config", "quiet")
def verify(
    given: options.Given,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A folder that `build` has written.")],
) -> None:
    """Check that every published sentence is still the very span of the source it names.

    Sources are read again from where they were at the build; name them anew if they have moved
    or came from stdin.
    """
    from digest.api.outputs import verify

    settings = settings_given(replace(given, sources=None))
    found = verify(out, given.sources or (), settings, stdin=stdin())
    for finding in found.findings:
        typer.echo(
            json.dumps(asdict(finding), ensure_ascii=False) if given.as_json else str(finding)
        )
    checked = f"{counted(found.sentences, 'published sentence')} checked"
    if found.findings:
        raise DigestError(str(out), f"{counted(len(found.findings), 'finding')}; {checked}")
    if not given.quiet:
        tell(f"{checked}, all hold")
