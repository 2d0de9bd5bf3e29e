"""Boundary repair: names cut where they can be none, or grown where they are but a part.

of China ─→ China            Riga-based Velo ─→ Velo      Reed's London ─→ Reed, London
Tom Reed of Ohio ─→ Tom Reed        New [York] ─→ New York        14 [Corps] ─→ 14 Corps
General Ana Ruiz ─→ Ana Ruiz        Blue Exercises ─→ none        Monday ─→ none
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from digest.entities.cues import Cue
from digest.entities.recognition.viterbi import KINDS, ORGANISATION, PERSON, PLACE, NameSpan
from digest.language.english.entities.words import CONTRACTION, DESCRIBES_NAME, OF, OWNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.entities.gazetteer import Gazetteer
    from digest.entities.recognition.tokens import TokenTable
    from digest.entities.recognition.word_shape import Words

LONGEST: Final = 20  # tokens; longer ones are no names
_DESCRIBES: Final = re.compile(DESCRIBES_NAME)
_CONTRACTION: Final = re.compile(CONTRACTION, re.IGNORECASE)
_NO_NAME: Final = Cue.NOT_NAME | Cue.TITLE | Cue.TITLE_PART | Cue.QUALIFIER | Cue.OPENER | Cue.EVENT
# Alone they are no names: the Lake, the Strait.
_PLACE_WORD: Final = Cue.PLACE_WORD | Cue.PLACE_OPENING
_SHORTEST_TITLE: Final = 3  # with its stop: an initial is none


def repaired(
    page: TokenTable, words: Words, marked: Sequence[NameSpan], gazetteer: Gazetteer
) -> list[NameSpan]:
    """Repair the spans that the model marked; they stay in order and without overlap."""
    return list(trimmed(page, words, list(cut(page, marked, gazetteer)), gazetteer.cues))


def cut(page: TokenTable, marked: Sequence[NameSpan], gazetteer: Gazetteer) -> Iterator[NameSpan]:
    """Cut or grow spans by their words, in order and without overlap."""
    exceptions = gazetteer.exceptions
    read = [(span, _words(page, span)) for span in _with_partners(page, marked, gazetteer)]
    leftovers = _leftovers(page, read, gazetteer)
    end = -1
    for span, words in read:
        if len(words) == 1 and leftovers.get((int(page.article[span.first]), words[0])) == 1:
            continue
        if words[0] in exceptions.remainders:
            whole = _grown(page, span, words[0], end, gazetteer)
            if whole is None:
                continue
            yield whole
        elif len(words) == 1:
            if not _contracts(words[0]):
                yield span
        elif not _is_masked(page, span, words):
            yield from _parts(span, words, gazetteer)
        end = span.last


def _leftovers(
    page: TokenTable, read: Sequence[tuple[NameSpan, list[str]]], gazetteer: Gazetteer
) -> Counter[tuple[int, str]]:
    """Count in each article a leftover such as United, alone or at an end of a new name."""
    counts: Counter[tuple[int, str]] = Counter()
    for span, words in read:
        for word in gazetteer.exceptions.leftovers & {words[0], words[-1]}:
            if len(words) == 1 or _kind(words, gazetteer) is None:
                counts[int(page.article[span.first]), word] += 1
    return counts


def _with_partners(
    page: TokenTable, marked: Sequence[NameSpan], gazetteer: Gazetteer
) -> Iterator[NameSpan]:
    """Join two words at an ampersand to one organisation."""
    held: NameSpan | None = None
    for span in marked:
        if held and _are_partners(page, held, span, gazetteer):
            held = NameSpan(held.first, span.last, ORGANISATION)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _are_partners(page: TokenTable, left: NameSpan, right: NameSpan, gazetteer: Gazetteer) -> bool:
    """Test whether one word and the same, or another that makes a known name, are joined."""
    if right.last - left.first != 2:  # noqa: PLR2004  # word, ampersand, word
        return False
    words = _words(page, NameSpan(left.first, right.last, left.kind))
    return words[1] == "&" and (words[0] == words[2] or _kind(words, gazetteer) is not None)


def _words(page: TokenTable, span: NameSpan) -> list[str]:
    return [page.words[code] for code in page.codes[span.first : span.last + 1].tolist()]


def _grown(
    page: TokenTable, span: NameSpan, head: str, end: int, gazetteer: Gazetteer
) -> NameSpan | None:
    """Join a remainder to the word before it; None where that is no name."""
    exceptions = gazetteer.exceptions
    before = page.words[page.codes[span.first - 1]]
    if span.first - 1 > end and exceptions.remainders[head].fullmatch(before):
        return span._replace(first=span.first - 1)
    return None if head in exceptions.never_alone and span.first == span.last else span


def _is_masked(page: TokenTable, span: NameSpan, words: Sequence[str]) -> bool:
    """Test whether two hyphens part what would be a word: a curse that is not spelt out."""
    if "-" in words and any(a == b == "-" for a, b in pairwise(words)):
        return True
    if not words[0].islower():
        return False
    first = span.first
    before = [page.words[code] for code in page.codes[first - 2 : first].tolist()]
    return before == ["-", "-"] and bool(page.ends[first - 1] == page.starts[first])


def _parts(span: NameSpan, words: Sequence[str], gazetteer: Gazetteer) -> Iterator[NameSpan]:
    """Names side by side in a span of several words."""
    first = _start(words)
    last = len(words) - 1
    if words[last] in OWNS and (
        span.kind == PERSON or _kind(words[first:last], gazetteer) == PLACE
    ):
        last -= 1  # shops keep it
    if first > last:
        return
    at, kind = span.first, span.kind
    owner = _owner(words[first : last + 1], gazetteer)
    if owner:
        owned = _kind(words[first + owner + 1 : last + 1], gazetteer)
        name = _kind(words[first : first + owner], gazetteer)
        yield NameSpan(at + first, at + first + owner - 1, PERSON if name is None else name)
        yield NameSpan(at + first + owner + 1, at + last, kind if owned is None else owned)
        return
    if kind == PERSON:
        last = _without_place(words, first, last, gazetteer)
    yield NameSpan(at + first, at + last, kind)


def _start(words: Sequence[str]) -> int:
    """Start of the name, after `of`, a contraction, or a word that only describes it."""
    first = 0
    for at, word in enumerate(words[:-1]):
        if _DESCRIBES.fullmatch(word) or (at == first and (word == OF or _contracts(word))):
            first = at + 1
    return first


def _contracts(word: str) -> bool:
    return _CONTRACTION.fullmatch(word) is not None


def _kind(words: Sequence[str], gazetteer: Gazetteer) -> int | None:
    """Kind of a known name, as a number."""
    kind = gazetteer.known_kind(" ".join(words))
    return None if kind is None else KINDS.index(kind)


def _owner(words: Sequence[str], gazetteer: Gazetteer) -> int:
    """Count the words that name the owner of the known name after them; 0 for none."""
    at = next((i for i, word in enumerate(words) if word in OWNS), 0)
    if not at or at == len(words) - 1 or _kind(words, gazetteer) is not None:
        return 0
    if gazetteer.cues.get(words[at - 1], 0) & Cue.POSSESSIVE:
        return 0
    return at if _kind(words[at + 1 :], gazetteer) is not None else 0


def _without_place(words: Sequence[str], first: int, last: int, gazetteer: Gazetteer) -> int:
    """Last word of a person's name without the place that the person is of."""
    of = next((at for at in range(first + 2, last) if words[at] == OF), 0)
    titled = gazetteer.cues.get(words[first], 0) & Cue.TITLE
    if not of or titled or _kind(words[of + 1 : last + 1], gazetteer) != PLACE:
        return last
    return of - 1


def trimmed(
    page: TokenTable, words: Words, marked: Sequence[NameSpan], cues: Mapping[str, int]
) -> Iterator[NameSpan]:
    """Cut titles off persons' names, and leave out names that can be none."""
    for span in marked:
        first, last, kind = span
        if last - first >= LONGEST:
            continue
        codes = page.codes[first : last + 1].tolist()
        bits = [int(words.cues[code]) | _abbreviated(page.words[code], cues) for code in codes]
        skip = _title_count(bits) if kind == PERSON else 0
        bits = bits[skip:]
        if (
            len(bits) == 1
            and bits[0] & _PLACE_WORD
            and not bits[0] & (Cue.KNOWN | Cue.GIVEN | Cue.SURNAME)
        ):
            continue
        named = any(not bit & _NO_NAME or bit & Cue.KNOWN & ~Cue.DEMONYM for bit in bits)
        if named and not _is_event(bits):
            yield NameSpan(first + skip, last, kind)


def _abbreviated(word: str, cues: Mapping[str, int]) -> int:
    """TITLE where a word is one with a stop: `Gen.`; the model's own cues know it without."""
    if len(word) < _SHORTEST_TITLE or word[-1] != ".":
        return 0
    return cues.get(word[:-1], 0) & Cue.TITLE


def _title_count(bits: Sequence[int]) -> int:
    """Count the titles that precede the name of a person."""
    count = 0
    while count < len(bits) - 1 and bits[count] & Cue.TITLE and not bits[count] & Cue.GIVEN:
        count += 1
    return count


def _is_event(bits: Sequence[int]) -> bool:
    """Test whether the last word of several tells an event, a law or a work."""
    return len(bits) > 1 and bool(bits[-1] & Cue.EVENT) and not bits[-1] & (Cue.KNOWN | Cue.GIVEN)
