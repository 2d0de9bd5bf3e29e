"""What the model takes for one name is cut where it can be none, or grown where it is but a part.

of China ─→ China            Riga-based Velo ─→ Velo      Reed's London ─→ Reed, London
Tom Reed of Ohio ─→ Tom Reed        New [York] ─→ New York        14 [Corps] ─→ 14 Corps
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from digest.entities.bits import POSSESSIVE, TITLE
from digest.entities.certain import certain_kinds
from digest.entities.settling import KINDS, Span
from digest.entities.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.entities.tokens import Page

_PERSON: Final = KINDS.index("person")
_ORGANISATION: Final = KINDS.index("organisation")
_PLACE: Final = KINDS.index("place")
_OWNS: Final = frozenset({"'s", "’s"})
_DESCRIBES: Final = re.compile(r".+-(?:based|headquartered|born|backed|owned|listed|bred)")
_CONTRACTION: Final = re.compile(r".*['’](?:ll|re|ve|m|d|t)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{1,3}(?:st|nd|rd|th)?|[IVX]+")
# What stands before these makes them a name; alone they are none.
_REMAINS: Final = {"York": re.compile("New"), "Corps": _NUMBER}
_UNITED: Final = "United"


def cut(page: Page, found: Sequence[Span]) -> Iterator[Span]:
    """The names that are left of what the model found, in order and without overlap."""
    read = [(span, _words(page, span)) for span in _with_partners(page, found)]
    united = Counter(int(page.article[span.first]) for span, words in read if _unites(words))
    end = -1
    for span, words in read:
        if words == [_UNITED] and united[int(page.article[span.first])] == 1:
            continue
        if words[0] in _REMAINS:
            whole = _grown(page, span, words[0], end)
            if whole is None:
                continue
            yield whole
        elif len(words) == 1:
            if not _CONTRACTION.fullmatch(words[0]):
                yield span
        elif not _broken(page, span, words):
            yield from _parts(span, words)
        end = span.last


def _with_partners(page: Page, found: Sequence[Span]) -> Iterator[Span]:
    """The spans, two words that an ampersand joins as one organisation."""
    held: Span | None = None
    for span in found:
        if held and _partners(page, held, span):
            held = Span(held.first, span.last, _ORGANISATION)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _partners(page: Page, one: Span, other: Span) -> bool:
    """Whether one word and the same, or another that makes a known name, are joined."""
    if other.last - one.first != 2:  # noqa: PLR2004  # word, ampersand, word
        return False
    words = _words(page, Span(one.first, other.last, one.kind))
    return words[1] == "&" and (words[0] == words[2] or _known(words) is not None)


def _unites(words: Sequence[str]) -> bool:
    """Whether a name is United, or may be for short; alone and once it is but a remainder."""
    if _UNITED not in (words[0], words[-1]):
        return False
    return len(words) == 1 or _known(words) is None


def _words(page: Page, span: Span) -> list[str]:
    return [page.words[code] for code in page.codes[span.first : span.last + 1].tolist()]


def _grown(page: Page, span: Span, head: str, end: int) -> Span | None:
    """A remainder with what stands before it; None where it is no name."""
    before = page.words[page.codes[span.first - 1]]
    if span.first - 1 > end and _REMAINS[head].fullmatch(before):
        return span._replace(first=span.first - 1)
    return None if head == "Corps" and span.first == span.last else span


def _broken(page: Page, span: Span, words: Sequence[str]) -> bool:
    """Whether two hyphens part what would be a word: a curse that is not spelt out."""
    if "-" in words and any(a == b == "-" for a, b in pairwise(words)):
        return True
    if not words[0].islower():
        return False
    first = span.first
    before = [page.words[code] for code in page.codes[first - 2 : first].tolist()]
    return before == ["-", "-"] and bool(page.ends[first - 1] == page.starts[first])


def _parts(span: Span, words: Sequence[str]) -> Iterator[Span]:
    """The names that stand side by side in a span of several words."""
    first = _start(words)
    last = len(words) - 1
    if words[last] in _OWNS and (span.kind == _PERSON or _known(words[first:last]) == _PLACE):
        last -= 1  # shops keep it
    if first > last:
        return
    at, kind = span.first, span.kind
    owner = _owner(words[first : last + 1])
    if owner:
        owned = _known(words[first + owner + 1 : last + 1])
        name = _known(words[first : first + owner])
        yield Span(at + first, at + first + owner - 1, _PERSON if name is None else name)
        yield Span(at + first + owner + 1, at + last, kind if owned is None else owned)
        return
    if kind == _PERSON:
        last = _without_place(words, first, last)
    yield Span(at + first, at + last, kind)


def _start(words: Sequence[str]) -> int:
    """Where the name begins, after `of`, a contraction, or what only describes it."""
    first = 0
    for at, word in enumerate(words[:-1]):
        if _DESCRIBES.fullmatch(word) or (at == first and (word == "of" or _contracts(word))):
            first = at + 1
    return first


def _contracts(word: str) -> bool:
    return _CONTRACTION.fullmatch(word) is not None


def _known(words: Sequence[str]) -> int | None:
    """The kind of a known name, as a number."""
    name = " ".join(words)
    kind = certain_kinds().get(name)
    known = load_tables().names.get(name)
    if kind is None and known:
        kind = known.kind
    return None if kind is None else KINDS.index(kind)


def _owner(words: Sequence[str]) -> int:
    """How many words name what owns the known name after them; 0 for none."""
    at = next((i for i, word in enumerate(words) if word in _OWNS), 0)
    if not at or at == len(words) - 1 or _known(words) is not None:
        return 0
    if load_tables().bits.get(words[at - 1], 0) & POSSESSIVE:
        return 0
    return at if _known(words[at + 1 :]) is not None else 0


def _without_place(words: Sequence[str], first: int, last: int) -> int:
    """The last word of a person's name without the place that the person is of."""
    of = next((at for at in range(first + 2, last) if words[at] == "of"), 0)
    titled = load_tables().bits.get(words[first], 0) & TITLE
    if not of or titled or _known(words[of + 1 : last + 1]) != _PLACE:
        return last
    return of - 1
