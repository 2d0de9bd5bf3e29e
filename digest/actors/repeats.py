"""A second reading of the story: what is clear in one place settles it in the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from digest.actors.evidence import bits_before
from digest.actors.names import Name, initials, is_acronym, plain
from digest.actors.tables import (
    COMMON,
    DIRECTED,
    GENERATION,
    SHORTENED,
    SUFFIX,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.actors.judging import Verdict
    from digest.actors.runs import Page
    from digest.model import ActorKind


class Clues(NamedTuple):
    """The kinds of the names that a story makes clear, of their openings and their initials."""

    kinds: Mapping[str, ActorKind]
    shorter: Mapping[str, ActorKind]
    persons: frozenset[str]


def settle(
    pages: Sequence[Page], verdicts: Sequence[Sequence[Verdict]]
) -> tuple[tuple[Name, ...], ...]:
    """The names of each article; a stretch that nothing settles is no name."""
    spelt = [
        [_spelling(page, verdict) for verdict in judged]
        for page, judged in zip(pages, verdicts, strict=True)
    ]
    clues = _clues(verdicts, spelt)
    return tuple(
        tuple(_names(page, judged, texts, clues))
        for page, judged, texts in zip(pages, verdicts, spelt, strict=True)
    )


def _spelling(page: Page, verdict: Verdict) -> tuple[int, str]:
    """Where the name ends, with the full stop of `Inc.` or `Jr.`, and its plain spelling."""
    end = page.ends[verdict.last]
    bits = page.bits[verdict.last]
    if bits & (SUFFIX | GENERATION) and bits & SHORTENED and page.text[end : end + 1] == ".":
        end += 1
    if verdict.first == verdict.last:
        return end, page.words[page.codes[verdict.first]]
    return end, plain(page.text[page.starts[verdict.first] : end])


def _clues(
    verdicts: Sequence[Sequence[Verdict]], spelt: Sequence[Sequence[tuple[int, str]]]
) -> Clues:
    kinds: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for judged, texts in zip(verdicts, spelt, strict=True):
        for verdict, (_, text) in zip(judged, texts, strict=True):
            if verdict.kind:
                kinds[text][verdict.kind] += 1
    sure = {text: _most(counts) for text, counts in kinds.items()}
    shorter: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    persons: set[str] = set()
    for text, kind in sure.items():
        words = text.split()
        if len(words) == 1:
            continue
        if kind == "person":
            persons.update((words[0], words[-1]))
            continue
        for form in (*(" ".join(words[:n]) for n in range(1, len(words))), initials(text)):
            if len(form) > 2:  # noqa: PLR2004
                shorter[form][kind] += 1
    return Clues(sure, {t: _most(c) for t, c in shorter.items()}, frozenset(persons))


def _most(counts: Counter[ActorKind]) -> ActorKind:
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _names(
    page: Page,
    judged: Sequence[Verdict],
    texts: Sequence[tuple[int, str]],
    clues: Clues,
) -> Iterator[Name]:
    for verdict, (end, text) in zip(judged, texts, strict=True):
        kind = _kind(page, verdict, text, clues)
        if kind:
            yield Name(page.starts[verdict.first], end, text, kind)


def _kind(page: Page, verdict: Verdict, text: str, clues: Clues) -> ActorKind | None:
    first, last, kind, sure = verdict
    before = bits_before(page, first)
    if sure:
        person = kind == "place" and text in clues.persons and not before & DIRECTED
        return "person" if person else kind
    if kind:
        return clues.kinds[text]
    if text in clues.kinds:
        return clues.kinds[text]
    if first == last and text in clues.persons:
        return "person"
    if first == last and page.bits[first] & COMMON:
        return None
    return clues.shorter.get(text) if first == last or not is_acronym(text) else None
