"""The options that commands share, and the settings that flags give.

A command that names some fields of `Given` is called with a `Given` of them, and has only its own
options in its signature:

    @taking("sources", *PERIOD, *READING)
    def dates(given: Given, *, explain: Explain = False) -> None: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, NamedTuple, get_args, get_type_hints

import typer


class Sets(NamedTuple):
    """Metadata of a flag: the setting that it gives, by its section and key."""

    section: str
    key: str


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        help="Files, folders, or - for JSON Lines on stdin.",
        show_default=False,
    ),
    Sets("", "sources"),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="The first day: 2020-06-01, or 7d for a week back."),
    Sets("", "since"),
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="The last day."), Sets("", "until")]
Date = Annotated[str | None, typer.Option(metavar="DAY", help="One day alone.")]
Out = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="The folder to write into.  [out]"),
    Sets("", "out"),
]
Formats = Annotated[
    str | None,
    typer.Option(metavar="LIST", help="Of html,md,json,eml.  [all four]"),
    Sets("", "formats"),
]
Templates = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="Templates that go before ours."),
    Sets("", "templates"),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N", help="How many processes work; 0: the cores, with enough to do.  [0]"
    ),
    Sets("", "jobs"),
]
Ranker = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="textrank, lead, lexrank, lsa, luhn, kl, sumbasic or reduction.  [textrank]",
    ),
    Sets("ranking", "ranker"),
]
Similarity = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="What links sentences: cosine or overlap.  [cosine]"),
    Sets("ranking", "similarity"),
]
Sentences = Annotated[
    int | None,
    typer.Option(metavar="N", help="A summary's length in sentences.  [3]"),
    Sets("summary", "sentences"),
]
Words = Annotated[
    int | None, typer.Option(metavar="N", help="The same in words."), Sets("summary", "words")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON Lines.")]
Tz = Annotated[
    str | None,
    typer.Option(metavar="ZONE", help="The time zone that days are counted in.  [UTC]"),
    Sets("", "tz"),
]
Strict = Annotated[
    bool | None,
    typer.Option(
        "--strict/--no-strict",
        help="Refuse to go on if any article can't be read.",
        show_default=False,
    ),
    Sets("", "strict"),
]
Cache = Annotated[
    str | None,
    typer.Option(metavar="DIR", help="The folder of the saved history.  [.digest]"),
    Sets("", "cache"),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use a saved history nor save.")]
Config = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        envvar="DIGEST_CONFIG",
        help="Settings; else digest.toml, or [tool.digest] of pyproject.toml.",
    ),
]
Verbose = Annotated[
    int, typer.Option("--verbose", "-v", count=True, help="Say more.", show_default=False)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]

# Those of one command alone, kept here with their kind.
Demonyms = Annotated[
    bool, typer.Option("--demonyms", help="Also what stands for a state, such as Chinese.")
]
Explain = Annotated[
    bool,
    typer.Option("--explain", help="Tell which rule read a date, and what it was counted from."),
]
Prune = Annotated[
    bool, typer.Option("--prune", help="Remove the days whose articles are gone from the sources.")
]
Query = Annotated[
    str,
    typer.Option(metavar="WORDS", help="What the summary should tell of.", show_default=False),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was given of the shared options; those that a command doesn't take are not given."""

    sources: Sources = None
    since: Since = None
    until: Until = None
    date: Date = None
    out: Out = None
    formats: Formats = None
    templates: Templates = None
    jobs: Jobs = None
    ranker: Ranker = None
    similarity: Similarity = None
    sentences: Sentences = None
    words: Words = None
    as_json: Json = False
    tz: Tz = None
    strict: Strict = None
    cache: Cache = None
    no_cache: NoCache = False
    config: Config = None
    verbose: Verbose = 0
    quiet: Quiet = False


PERIOD = ("since", "until", "date")
PAGES = ("out", "formats", "templates", "jobs")
SUMMARY = ("ranker", "similarity", "sentences", "words")
READING = ("tz", "strict", "cache", "no_cache", "config", "verbose", "quiet")


def taking(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the shared options of these names, as one `Given` before its own.

    Typer reads a command's options from its signature. That of the function made here has the
    command's own arguments, the sources, the command's own options, and the shared ones in the
    order of the names.
    """
    shared = _parameters(names)

    def taken(command: Callable[..., None]) -> Callable[..., None]:
        _, *own = signature(command, eval_str=True).parameters.values()
        parameters = [
            *(one for one in own if one.kind is not Parameter.KEYWORD_ONLY),
            *(one for one in shared if one.name == "sources"),
            *(one for one in own if one.kind is Parameter.KEYWORD_ONLY),
            *(one for one in shared if one.name != "sources"),
        ]

        @wraps(command)
        def called(**options: object) -> None:
            given: Callable[..., Given] = Given
            common = {name: options.pop(name) for name in names}
            command(given(**common), **options)

        keyword = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in parameters]
        # Typer asks for both.
        called.__annotations__ = {one.name: one.annotation for one in keyword}
        vars(called)["__signature__"] = Signature(keyword)
        return called

    return taken


class Flag(NamedTuple):
    """A field of `Given`, the setting that it gives, and how the command line names it."""

    field: str
    sets: Sets
    shown: str


def flags() -> list[Flag]:
    """All shared options that give a setting."""
    hints = get_type_hints(Given, include_extras=True)
    return [
        Flag(name, sets, "SOURCE" if name == "sources" else f"--{name}")
        for name, hint in hints.items()
        for sets in get_args(hint)
        if isinstance(sets, Sets)
    ]


def _parameters(names: tuple[str, ...]) -> list[Parameter]:
    hints = get_type_hints(Given, include_extras=True)
    defaults = {one.name: one.default for one in fields(Given)}
    return [
        Parameter(name, Parameter.KEYWORD_ONLY, default=defaults[name], annotation=hints[name])
        for name in names
    ]
