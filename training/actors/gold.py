"""Marked sets, with marks made consistent."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zlib import crc32

from digest.entities.cues import Cue
from digest.entities.recognition.tokens import TOKEN
from digest.text import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    # What a line of a set holds.
    Row = dict[str, Any]

SETS: Final = ("gum", "wikigold", "redocred", "uner-ewt", "uner-pud", "meantime", "btc")
PARTLY_MARKED: Final = frozenset({"gum"})
FOLDS: Final = 5


class Mark(NamedTuple):
    """A marked name."""

    start: int
    end: int
    kind: str


class Marked(NamedTuple):
    """An article of a set with its sentences and marks."""

    set: str
    id: str
    text: str
    sentences: list[tuple[int, int]]
    marks: list[Mark]


class Lists(NamedTuple):
    """Names and words by which marks are put right."""

    countries: AbstractSet[str]
    demonyms: AbstractSet[str]
    cues: Mapping[str, int]


def fold(article: str) -> int:
    """Fold of an article, of those that are held out in turn; fold 0 is for reports."""
    return crc32(article.encode()) % FOLDS


def read_set(folder: Path) -> list[Marked]:
    """Articles of one set with the marks as they are."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    for row in _rows(folder / "gold.jsonl"):
        marks[str(row["article"])].append(Mark(row["start"], row["end"], row["kind"]))
    return [
        Marked(
            folder.name, str(row["id"]), row["text"], sentence_spans(row["text"]),
            sorted(marks[str(row["id"])]),
        )
        for row in _rows(folder / "articles.jsonl")
    ]  # fmt: skip


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


def consistent(article: Marked, lists: Lists) -> Marked:
    """Cut titles and `the` off an article's marks, drop demonyms, and tell two places apart."""
    made = [part for mark in article.marks for part in _parts(article.text, mark, lists)]
    if article.set in PARTLY_MARKED:
        made = sorted([*made, *_unmarked_countries(article.text, made, lists.countries)])
    return article._replace(marks=made)


def _unmarked_countries(
    text: str, marks: list[Mark], countries: AbstractSet[str]
) -> Iterator[Mark]:
    """Countries that a set leaves unmarked in some genres, where no longer name holds them."""
    pattern = re.compile(
        r"\b(" + "|".join(map(re.escape, sorted(countries))) + r")(?!\w)(?! [A-Z])"
    )
    for match in pattern.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 2) : start]
        if not any(mark.start < end and start < mark.end for mark in marks) and not (
            before[:1].isalpha() and before[:1].isupper()
        ):
            yield Mark(start, end, "place")


def _parts(text: str, mark: Mark, lists: Lists) -> Iterator[Mark]:
    start, end, kind = mark
    name = text[start:end]
    if name in lists.demonyms or name.islower():
        return
    if kind == "place" and ", " in name and "(" not in name:
        at = start
        for part in name.split(", "):
            yield from _parts(text, Mark(at, at + len(part), kind), lists)
            at += len(part) + 2
        return
    start = _without_title(text, start, end, kind, lists.cues)
    name = text[start:end]
    if name in lists.countries:
        kind = "place"
    if name:
        yield Mark(start, end, kind)


def _without_title(text: str, start: int, end: int, kind: str, cues: Mapping[str, int]) -> int:
    tokens = [match.span() for match in TOKEN.finditer(text, start, end)]
    while len(tokens) > 1:
        word = text[slice(*tokens[0])]
        following = text[slice(*tokens[1])]
        titled = (
            cues.get(word.rstrip("."), 0) & (Cue.TITLE | Cue.TITLE_PART) or word[-1] == "."
        ) and kind == "person"
        initial = len(word.rstrip(".")) == 1
        the = word in ("the", "The", "THE") and following != "Hague"
        if not the and (not titled or initial):
            break
        tokens.pop(0)
    return tokens[0][0] if tokens else start
