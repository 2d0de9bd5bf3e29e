"""The second pass: what is clear in one place of an article settles it in the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from digest.entities.certain import certain_kinds
from digest.entities.known import load_known
from digest.entities.names import initials, is_acronym

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.entities.tokens import Page
    from digest.model import ActorKind
    from digest.text import BoolArray, IntArray

KINDS: Final[tuple[ActorKind, ...]] = ("person", "organisation", "place")
_LONGEST: Final = 12  # tokens of a name that is filled in
_SHORTEST: Final = 3  # letters of a single word that is filled in


class Span(NamedTuple):
    """A name by its first and last token, and its kind as a number."""

    first: int
    last: int
    kind: int


def spans(labels: IntArray) -> list[Span]:
    """The names that labels tell."""
    begins = np.flatnonzero(labels % 2 == 1)
    inside = np.concatenate(((labels > 0) & (labels % 2 == 0), [False]))
    stops = np.flatnonzero(~inside)
    ends = stops[np.searchsorted(stops, begins + 1)] - 1
    kinds = (labels[begins] - 1) // 2
    return [Span(*row) for row in zip(begins.tolist(), ends.tolist(), kinds.tolist(), strict=True)]


def settled(page: Page, found: Sequence[Span], scores: IntArray, alone: BoolArray) -> list[Span]:
    """The names of all articles, settled in each; `alone` is where a single token may be filled in.

    `scores` are the labels' for each token.
    """
    made: list[Span] = []
    for article, group in groupby(found, key=lambda span: int(page.article[span.first])):
        start, end = np.searchsorted(page.article, [article, article + 1]).tolist()
        here = _with_one_kind(page, list(group), scores)
        made += sorted([*here, *_repeats(page, here, start, end, alone)])
    return made


def _with_one_kind(page: Page, found: list[Span], scores: IntArray) -> list[Span]:
    """Each string's kind is known, or that which its mentions together make most likely."""
    strings = [_spelling(page, span) for span in found]
    votes: dict[str, IntArray] = defaultdict(lambda: np.zeros(len(KINDS), dtype=np.int64))
    for span, string in zip(found, strings, strict=True):
        votes[string] += _kind_scores(span, scores)
    kinds = {string: int(vote.argmax()) for string, vote in votes.items()}
    known = {string: KINDS.index(kind) for string in kinds if (kind := certain_kinds().get(string))}
    kinds |= known
    _follow_full_names(kinds)
    # Some surnames are capitals, none are states.
    capitals = load_known().capitals
    kinds |= {string: kind for string, kind in known.items() if string not in capitals}
    return [span._replace(kind=kinds[string]) for span, string in zip(found, strings, strict=True)]


def _spelling(page: Page, span: Span) -> str:
    return " ".join(page.words[code] for code in page.codes[span.first : span.last + 1].tolist())


def _kind_scores(span: Span, scores: IntArray) -> IntArray:
    """What the tokens of a name say for each kind."""
    says: IntArray = scores[span.first, 1::2] + 0
    says += scores[span.first + 1 : span.last + 1, 2::2].sum(axis=0)
    return says


def _follow_full_names(kinds: dict[str, int]) -> None:
    """A surname is a person where its full name is; an acronym is what its words are."""
    full = [string for string in kinds if " " in string]
    persons = {name.rsplit(" ", 1)[-1] for name in full if kinds[name] == KINDS.index("person")}
    organisations = {initials(name) for name in full if kinds[name] == KINDS.index("organisation")}
    for string in kinds:
        if string in persons:
            kinds[string] = KINDS.index("person")
        elif is_acronym(string) and string.replace(".", "") in organisations:
            kinds[string] = KINDS.index("organisation")


def _repeats(
    page: Page, found: Sequence[Span], start: int, end: int, alone: BoolArray
) -> Iterator[Span]:
    """Where the names of an article stand again without being marked, the longest first."""
    codes = page.codes[start:end].tolist()
    forms = _forms(page, found)
    free = np.ones(end - start + _LONGEST, dtype=np.bool_)
    for span in found:
        free[span.first - start : span.last + 1 - start] = False
    heads = {form[0] for form in forms}
    places: dict[int, list[int]] = defaultdict(list)
    for at, code in enumerate(codes):
        if code in heads:
            places[code].append(at)
    for form, kind in sorted(forms.items(), key=lambda item: (-len(item[0]), item)):
        size = len(form)
        for at in places[form[0]]:
            standing = size > 1 or alone[start + at]
            if standing and tuple(codes[at : at + size]) == form and free[at : at + size].all():
                free[at : at + size] = False
                yield Span(start + at, start + at + size - 1, kind)


def _forms(page: Page, found: Sequence[Span]) -> dict[tuple[int, ...], int]:
    """The names that are filled in, as codes of their tokens, with their kinds.

    A single word is filled in only where it was found twice: once is a guess.
    """
    known = [(tuple(page.codes[one.first : one.last + 1].tolist()), one.kind) for one in found]
    counts = Counter(form for form, _ in known)
    return {
        form: kind
        for form, kind in known
        if 1 < len(form) <= _LONGEST
        or (len(form) == 1 and counts[form] > 1 and len(page.words[form[0]]) >= _SHORTEST)
    }
