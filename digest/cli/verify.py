"""`digest verify`: whether every published sentence still stands in its source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from digest.cli import options
from digest.cli.given import settings_given
from digest.cli.telling import tell

DOES_NOT_HOLD = 1


def verify(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A folder that `build` has written.")],
    sources: options.Sources = None,
    *,
    tz: options.Tz = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> None:
    """Check that every published sentence is still the very span of the source it names.

    Sources are read again from where they were at the build; name them anew if they have moved
    or came from stdin.
    """
    from digest import verifying
    from digest.settings import zone_named

    settings = settings_given(config, None, tz=tz)
    found = verifying.verify(out, zone=zone_named(settings.tz), sources=sources or ())
    for finding in found.findings:
        typer.echo(str(finding))
    if not quiet:
        tell(f"{found.sentences} sentences checked, {len(found.findings)} findings")
    if found.findings:
        raise typer.Exit(DOES_NOT_HOLD)
