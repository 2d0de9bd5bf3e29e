"""Options that commands share, and the settings that they give.

A command that names some fields of `Given` is called with them as one value, and has only its own
options in its signature:

    @taking("sources", *PERIOD, *READING)
    def dates(given: Given, *, by_rule: ByRule = False) -> None: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, NamedTuple, get_args, get_type_hints

import typer
from typer.models import ArgumentInfo

PERIOD = ("since", "until", "date")
PAGES = ("out", "formats", "templates", "jobs")
SUMMARY = ("ranker", "similarity", "sentences", "words")
READING = ("tz", "strict", "cache", "no_cache", "config", "verbose", "quiet")


class Sets(NamedTuple):
    """Metadata of an option: the setting that it gives, by its section ("" for none) and key."""

    section: str
    key: str


Prune = Annotated[
    bool, typer.Option("--prune", help="Remove the days whose articles are gone from the sources.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Shared options as they were given; one that a command doesn't take has its default."""

    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="Files, folders, or - for JSON Lines on stdin.",
            show_default=False,
        ),
        Sets("", "sources"),
    ] = None
    since: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The first day: 2020-06-01, or 7d for a week back."),
        Sets("", "since"),
    ] = None
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="The last day."), Sets("", "until")
    ] = None
    date: Annotated[str | None, typer.Option(metavar="DAY", help="One day alone.")] = None
    out: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="The folder to write into.  [out]"),
        Sets("", "out"),
    ] = None
    formats: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Of html,md,json,eml.  [all four]"),
        Sets("", "formats"),
    ] = None
    templates: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="Templates that go before ours."),
        Sets("", "templates"),
    ] = None
    jobs: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="How many processes work; 0: the cores, if there's enough to do.  [0]"
        ),
        Sets("", "jobs"),
    ] = None
    ranker: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="textrank, lead, lexrank, lsa, luhn, kl, sumbasic or reduction.  [textrank]",
        ),
        Sets("ranking", "ranker"),
    ] = None
    similarity: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="What links sentences: cosine or overlap.  [cosine]"),
        Sets("ranking", "similarity"),
    ] = None
    sentences: Annotated[
        int | None,
        typer.Option(metavar="N", help="A summary's length in sentences.  [3]"),
        Sets("summary", "sentences"),
    ] = None
    words: Annotated[
        int | None, typer.Option(metavar="N", help="The same in words."), Sets("summary", "words")
    ] = None
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON Lines.")] = False
    tz: Annotated[
        str | None,
        typer.Option(metavar="ZONE", help="The time zone that days are counted in.  [UTC]"),
        Sets("", "tz"),
    ] = None
    strict: Annotated[
        bool | None,
        typer.Option(
            "--strict/--no-strict",
            help="Refuse to go on if any article can't be read.",
            show_default=False,
        ),
        Sets("", "strict"),
    ] = None
    cache: Annotated[
        str | None,
        typer.Option(metavar="DIR", help="The folder of the saved history.  [.digest]"),
        Sets("", "cache"),
    ] = None
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Use no saved history, and save none.")
    ] = False
    config: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            envvar="DIGEST_CONFIG",
            help="Settings; else digest.toml, or [tool.digest] of pyproject.toml.",
        ),
    ] = None
    verbose: Annotated[
        int, typer.Option("--verbose", "-v", count=True, help="Say more.", show_default=False)
    ] = 0
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False


def taking(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the shared options of these names, as one `Given` before its own.

    Typer reads options from a signature. That of the function made here has the command's own
    arguments, the sources, its own options, and the other shared ones in the order of the names.
    """
    hints = get_type_hints(Given, include_extras=True)
    defaults = {one.name: one.default for one in fields(Given)}
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=defaults[name], annotation=hints[name])
        for name in names
    ]

    def taken(command: Callable[..., None]) -> Callable[..., None]:
        _, *own = signature(command, eval_str=True).parameters.values()
        # Sorting is stable: each of the four groups keeps its order.
        parameters = sorted(
            [*(one.replace(kind=Parameter.KEYWORD_ONLY) for one in own), *shared],
            key=lambda one: (not _is_argument(one), one in shared),
        )

        @wraps(command)
        def called(**options: object) -> None:
            make: Callable[..., Given] = Given
            given = make(**{name: options.pop(name) for name in names})
            command(given, **options)

        # Typer asks for both.
        called.__annotations__ = {one.name: one.annotation for one in parameters}
        vars(called)["__signature__"] = Signature(parameters)
        return called

    return taken


def _is_argument(parameter: Parameter) -> bool:
    return any(isinstance(one, ArgumentInfo) for one in get_args(parameter.annotation))


def given_settings() -> dict[str, Sets]:
    """Fields of `Given` that give a setting, and which."""
    hints = get_type_hints(Given, include_extras=True)
    return {
        name: part
        for name, hint in hints.items()
        for part in get_args(hint)
        if isinstance(part, Sets)
    }
