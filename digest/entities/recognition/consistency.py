"""Consistency: a name that is clear in one place of an article decides the others there."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.names import initials, is_acronym
from digest.entities.recognition.viterbi import KINDS, ORGANISATION, PERSON, NameSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.entities.gazetteer import Gazetteer
    from digest.entities.recognition.tokens import TokenTable
    from digest.text import BoolArray, IntArray

_LONGEST: Final = 12  # tokens of a name that is filled in
_SHORTEST: Final = 3  # letters of a single word that is filled in


def consistent(
    page: TokenTable,
    marked: Sequence[NameSpan],
    scores: IntArray,
    alone: BoolArray,
    gazetteer: Gazetteer,
) -> list[NameSpan]:
    """Give each string of an article one kind, and fill in where it is not marked.

    `scores` are the labels' for each token; `alone` is where a single token may be filled in.
    """
    names: list[NameSpan] = []
    for article, group in groupby(marked, key=lambda span: int(page.article[span.first])):
        start, end = np.searchsorted(page.article, [article, article + 1]).tolist()
        unified = _with_one_kind(page, list(group), scores, gazetteer)
        names += sorted([*unified, *_repeats(page, unified, start, end, alone)])
    return names


def _with_one_kind(
    page: TokenTable, marked: list[NameSpan], scores: IntArray, gazetteer: Gazetteer
) -> list[NameSpan]:
    """Give each string the kind that is known, or that its mentions together make most likely."""
    strings = [_spelling(page, span) for span in marked]
    votes: dict[str, IntArray] = defaultdict(lambda: np.zeros(len(KINDS), dtype=np.int64))
    for span, string in zip(marked, strings, strict=True):
        votes[string] += _kind_scores(span, scores)
    kinds = {string: int(vote.argmax()) for string, vote in votes.items()}
    known = {string: KINDS.index(kind) for string in kinds if (kind := gazetteer.kinds.get(string))}
    kinds |= known
    _follow_full_names(kinds)
    # Some surnames are capitals, none are states.
    kinds |= {string: kind for string, kind in known.items() if string not in gazetteer.capitals}
    return [span._replace(kind=kinds[string]) for span, string in zip(marked, strings, strict=True)]


def _spelling(page: TokenTable, span: NameSpan) -> str:
    return " ".join(page.words[code] for code in page.codes[span.first : span.last + 1].tolist())


def _kind_scores(span: NameSpan, scores: IntArray) -> IntArray:
    """Scores that the tokens of a name give to each kind."""
    by_kind: IntArray = scores[span.first, 1::2] + 0
    by_kind += scores[span.first + 1 : span.last + 1, 2::2].sum(axis=0)
    return by_kind


def _follow_full_names(kinds: dict[str, int]) -> None:
    """Make a surname a person where its full name is, an acronym what its words are."""
    full = [string for string in kinds if " " in string]
    persons = {name.rsplit(" ", 1)[-1] for name in full if kinds[name] == PERSON}
    organisations = {initials(name) for name in full if kinds[name] == ORGANISATION}
    for string in kinds:
        if string in persons:
            kinds[string] = PERSON
        elif is_acronym(string) and string.replace(".", "") in organisations:
            kinds[string] = ORGANISATION


def _repeats(
    page: TokenTable, marked: Sequence[NameSpan], start: int, end: int, alone: BoolArray
) -> Iterator[NameSpan]:
    """Repeats of an article's names that are not marked, the longest first."""
    codes = page.codes[start:end].tolist()
    forms = _forms(page, marked)
    free = np.ones(end - start + _LONGEST, dtype=np.bool_)
    for span in marked:
        free[span.first - start : span.last + 1 - start] = False
    heads = {form[0] for form in forms}
    places: dict[int, list[int]] = defaultdict(list)
    for at, code in enumerate(codes):
        if code in heads:
            places[code].append(at)
    for form, kind in sorted(forms.items(), key=lambda item: (-len(item[0]), item)):
        size = len(form)
        for at in places[form[0]]:
            fits = size > 1 or alone[start + at]
            if fits and tuple(codes[at : at + size]) == form and free[at : at + size].all():
                free[at : at + size] = False
                yield NameSpan(start + at, start + at + size - 1, kind)


def _forms(page: TokenTable, marked: Sequence[NameSpan]) -> dict[tuple[int, ...], int]:
    """Names that are filled in, as codes of their tokens, with their kinds.

    A single word is filled in only where it was marked twice: once is a guess.
    """
    forms = [(tuple(page.codes[s.first : s.last + 1].tolist()), s.kind) for s in marked]
    counts = Counter(form for form, _ in forms)
    return {
        form: kind
        for form, kind in forms
        if 1 < len(form) <= _LONGEST
        or (len(form) == 1 and counts[form] > 1 and len(page.words[form[0]]) >= _SHORTEST)
    }
