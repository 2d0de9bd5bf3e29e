"""Commands of the command line, in one application."""

from __future__ import annotations

from typing import Annotated

import typer

from digest import __version__
from digest.cli.build import build
from digest.cli.changes import diff
from digest.cli.explain import explain
from digest.cli.stages import actors, dates, stories, summarize
from digest.cli.timeline import timeline
from digest.cli.verify import verify

EPILOG = (
    "Settings come from flags, then DIGEST_* variables, then digest.toml. Exit codes: 0 done, "
    "1 something does not hold, 2 usage or settings, 3 sources, 4 templates, 5 output, "
    "130 interrupted."
)

app = typer.Typer(
    name="digest",
    help="Turn dated news articles into a daily digest that a reader can check.",
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"digest {__version__}")
        raise typer.Exit


@app.callback()
def common(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Turn dated news articles into a daily digest that a reader can check."""


for command in (build, summarize, dates, actors, stories, timeline, diff, explain, verify):
    app.command()(command)
