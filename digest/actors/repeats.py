"""A second reading of the story: what is clear in one place settles it in the others."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.actors.bits import (
    COMMON,
    DIRECTED,
    GENERATION,
    SHORTENED,
    SUFFIX,
)
from digest.actors.names import Name, initials, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.actors.judging import Verdict
    from digest.actors.runs import Page
    from digest.actors.tables import Tables
    from digest.model import ActorKind


_SHORTEST: Final = 3  # letters of a shorter form that is clear by itself


class Clues(NamedTuple):
    """The kinds of the names that a story makes clear, of their openings and their initials."""

    kinds: Mapping[str, ActorKind]
    shorter: Mapping[str, ActorKind]
    persons: frozenset[str]


def settle(page: Page, verdicts: Sequence[Verdict], tables: Tables) -> Iterator[Name]:
    """The names on a page; a stretch that nothing settles is no name."""
    spelt = [_spelling(page, verdict) for verdict in verdicts]
    clues = _clues(verdicts, spelt)
    for verdict, (end, text) in zip(verdicts, spelt, strict=True):
        kind = _kind(page, verdict, text, clues)
        if kind:
            spelling = _recased(text, kind, tables) if text.isupper() else text
            yield Name(page.starts[verdict.first], end, spelling, kind)


def _recased(text: str, kind: ActorKind, tables: Tables) -> str:
    """A name all in capitals in its usual spelling, unless it may be an acronym."""
    usual = text.title()
    person = kind == "person" and " " in text
    return usual if person or (usual in tables.names and text not in tables.names) else text


def _spelling(page: Page, verdict: Verdict) -> tuple[int, str]:
    """Where the name ends, with the full stop of `Inc.` or `Jr.`, and its plain spelling."""
    end = page.ends[verdict.last]
    bits = page.bits[verdict.last]
    if bits & (SUFFIX | GENERATION) and bits & SHORTENED and page.text[end : end + 1] == ".":
        end += 1
    return end, plain(page.text[page.starts[verdict.first] : end])


def _clues(verdicts: Sequence[Verdict], spelt: Sequence[tuple[int, str]]) -> Clues:
    kinds = _majority(
        (text, verdict.kind)
        for verdict, (_, text) in zip(verdicts, spelt, strict=True)
        if verdict.kind
    )
    several = {text: kind for text, kind in kinds.items() if " " in text}
    persons = (text.split() for text, kind in several.items() if kind == "person")
    shorter = _majority(
        (form, kind)
        for text, kind in several.items()
        if kind != "person"
        for form in (*accumulate(text.split()[:-1], "{} {}".format), initials(text))
    )
    return Clues(
        kinds, shorter, frozenset(part for parts in persons for part in parts[:: len(parts) - 1])
    )


def _majority(pairs: Iterable[tuple[str, ActorKind]]) -> dict[str, ActorKind]:
    """The kind that each text has most often; of two as frequent, the last by letters."""
    counts = Counter(pairs).items()
    return {text: kind for (text, kind), _ in sorted(counts, key=lambda item: (item[1], item[0]))}


def _kind(page: Page, verdict: Verdict, text: str, clues: Clues) -> ActorKind | None:
    first, last, kind, sure = verdict
    if sure:
        person = kind == "place" and text in clues.persons and not page.before[first] & DIRECTED
        return "person" if person else kind
    if first == last and text in clues.persons and not (kind and page.before[first] & DIRECTED):
        return "person"
    if text in clues.kinds:
        return clues.kinds[text]
    if page.bits[first] & COMMON or len(text) < _SHORTEST:
        return None
    return clues.shorter.get(text)
