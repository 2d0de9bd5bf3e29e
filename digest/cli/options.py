"""The options that commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        help="Files, folders, or - for JSON Lines on stdin.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON Lines.")]
Demonyms = Annotated[
    bool, typer.Option("--demonyms", help="Also what stands for a state, such as Chinese.")
]
Explain = Annotated[
    bool,
    typer.Option("--explain", help="Tell which rule read a date, and what it was counted from."),
]
Config = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        envvar="DIGEST_CONFIG",
        help="Settings; else digest.toml, or [tool.digest] of pyproject.toml.",
    ),
]
Tz = Annotated[
    str | None, typer.Option(metavar="ZONE", help="The time zone that days are counted in.  [UTC]")
]
Strict = Annotated[
    bool | None,
    typer.Option(
        "--strict/--no-strict",
        help="Refuse to go on if any article can't be read.",
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="The first day: 2020-06-01, or 7d for a week back."),
]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="The last day.")]
Ranker = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="textrank, lead, lexrank, lsa, luhn, kl, sumbasic or reduction.  [textrank]",
    ),
]
Similarity = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="What links sentences: cosine or overlap.  [cosine]"),
]
Query = Annotated[
    str,
    typer.Option(metavar="WORDS", help="What the summary should tell of.", show_default=False),
]
Sentences = Annotated[
    int | None, typer.Option(metavar="N", help="A summary's length in sentences.  [3]")
]
Words = Annotated[int | None, typer.Option(metavar="N", help="The same in words.")]
Verbose = Annotated[
    int, typer.Option("--verbose", "-v", count=True, help="Say more.", show_default=False)
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
