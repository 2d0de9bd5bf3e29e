"""Messages of the command line on stderr."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import tzinfo

    from digest.model import Story
    from digest.pipeline.calendar import Period
    from digest.reading import Catalogue, Reading

Step = TypeVar("Step")

IN_BRIEF = (
    "in brief: {day}: story {id} ({articles}): no sentence is published, as none stands alone: "
    "{reasons}"
)


def tell(words: str) -> None:
    """Write a line on stderr."""
    typer.echo(words, err=True)


def tell_of_reading(
    reading: Reading | Catalogue, *, strict: bool, verbose: int, quiet: bool
) -> None:
    """Name everything that was refused, then sum it up; notices are listed with -v."""
    if quiet:
        return
    for problem in reading.problems:
        tell(f"{'refused' if strict else 'skipped'}: {problem}")
    if verbose:
        for notice in reading.notices:
            tell(f"note: {notice}")
    elif reading.notices:
        tell(f"{counted(len(reading.notices), 'note')} on what was read (-v lists them)")
    if reading.problems and not strict:
        total = reading.count + len(reading.problems)
        tell(f"skipped {len(reading.problems)} of {total}: {_reasons(reading)}")


def tell_of_dropped(
    reading: Catalogue, asked: Period, zone: tzinfo, untold: Sequence[Story]
) -> None:
    """Name whatever else is in no digest, and why; what was refused is told when it is read."""
    beyond = [one for one in reading.entries if one.day(zone) not in asked]
    for notice in reading.unread:
        tell(f"skipped: {notice}")
    for article in beyond:
        row = {"origin": str(article.origin), "id": article.id, "day": article.day(zone)}
        tell(printed("skipped: {origin}: {id}: {day} is not asked for", row))
    for story in untold:
        tell(printed(IN_BRIEF, _in_brief(story)))
    tell(
        f"in no digest: {len(reading.problems)} refused, {len(reading.unread)} not read, "
        f"{len(beyond)} of other days; {counted(len(untold), 'story', 'stories')} in brief"
    )


def _in_brief(story: Story) -> dict[str, object]:
    """Describe a story without published sentences, and the rules that its sentences break."""
    from digest.summarising import broken_rules

    rules = Counter(broken_rules(story.articles)).most_common()
    return {
        "day": story.day,
        "id": story.id,
        "articles": [one.id for one in story.articles],
        "reasons": [f"{count} {rule}" for rule, count in rules],
    }


def printed(form: str, row: Mapping[str, object]) -> str:
    """Print a row of results for people, on a terminal that strangers' texts can't command."""
    return form.format_map({name: _shown(value) for name, value in row.items()})


def _shown(value: object) -> object:
    from digest.rendering.cleaning import one_line

    if isinstance(value, list):
        return ", ".join(map(one_line, value))
    return one_line(value) if isinstance(value, str) else value


def _reasons(reading: Reading | Catalogue) -> str:
    reasons = Counter(problem.reason.split(":")[0] for problem in reading.problems)
    return ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())


def counted(count: int, thing: str, things: str = "") -> str:
    """Word a number of things.

    >>> counted(1, "note"), counted(2, "story", "stories")
    ('1 note', '2 stories')
    """
    return f"{count} {thing if count == 1 else things or f'{thing}s'}"


def with_progress(steps: Iterator[Step], most: int, *, quiet: bool) -> Iterator[Step]:
    """The steps themselves, of which there are at most so many, and a bar on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from steps
        return
    with typer.progressbar(length=most, file=sys.stderr) as bar:
        for step in steps:
            yield step
            bar.update(1)
            most -= 1
        bar.update(most)
