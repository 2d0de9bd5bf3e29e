"""Roles: a title, an office or a calling beside a person's name, verbatim.

Before the name (`Defence minister Rajnath Singh`, `the minister, Rajnath Singh,`) or after it in an
apposition (`Rajnath Singh, the defence minister,`). Articles and mere forms of address (`Mr`) are
left out; what is no sure role is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from digest.entities.cues import Cue
from digest.language.english.entities.words import (
    APPOSITION,
    CONJUNCTION,
    DETERMINERS,
    HARDLY_ROLES,
    NOT_LISTED,
    OWNS,
    ROLE_OF,
    ROLE_TAILS,
    TENURES,
    THROUGH,
)
from digest.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.entities.offices import Offices
    from digest.model import ActorMention
    from digest.text import Text

_REACH: Final = 120  # characters on each side that a role is looked for in
_MOST_DESCRIBING: Final = 3  # words of no table before an office, in an apposition
_LONGEST_TAIL: Final = 8  # words after an office: of the ministry of trade
_WORD: Final = re.compile(r"(?<!-)(?:(?:[A-Z]\.)+[A-Z]?|\b[^\W\d_][\w'’]*(?:[-&][\w'’]+)*)")
_GAP: Final = re.compile(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*")
_STOPPED_GAP: Final = re.compile(r"\.?(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)")
_COMMA_GAP: Final = re.compile(r",\s")
_LONGEST_STOPPED: Final = 5  # letters of a title with a full stop
_APPOSITION: Final = re.compile(APPOSITION)
_CLOSING: Final = re.compile(r"\s*(?:[,;)—–]|\.\W*\Z|\Z)")
_OWNS: Final = tuple(sorted(OWNS))
_NOT_LISTED: Final = re.compile(NOT_LISTED)


def with_roles(
    text: Text, mentions: Sequence[ActorMention], offices: Offices
) -> tuple[ActorMention, ...]:
    """Attach to mentions of persons the role beside each name."""
    sentences = [Span(*bounds) for bounds in text.sentences.tolist()]
    starts = [sentence.start for sentence in sentences]
    return tuple(
        _with_role(
            text.article.text,
            mention,
            sentences[bisect_right(starts, mention.start) - 1],
            offices,
        )
        if mention.kind == "person"
        else mention
        for mention in mentions
    )


def _with_role(text: str, mention: ActorMention, within: Span, offices: Offices) -> ActorMention:
    span = role_of(text, Span(mention.start, mention.end), within, offices)
    return replace(mention, role=Role(*span, text[span.start : span.end])) if span else mention


def role_of(text: str, name: Span, within: Span, offices: Offices) -> Span | None:
    """Span of the role beside a person's name, or None; `within` is the name's sentence.

    >>> from digest.entities.gazetteer import load_gazetteer
    >>> offices = load_gazetteer().offices
    >>> text = "Defence minister Ana Ruiz met Tom Reed, the mayor of Riga, on Friday."
    >>> for name in (Span(17, 25), Span(30, 38)):
    ...     start, end = role_of(text, name, Span(0, len(text)), offices)
    ...     text[start:end]
    'Defence minister'
    'mayor of Riga'
    """
    for role in (_before(text, name, within, offices), _after(text, name, within, offices)):
        if role and text[role.start : role.end].lower() not in HARDLY_ROLES:
            return role
    return None


def _before(text: str, name: Span, within: Span, offices: Offices) -> Span | None:
    """Role that ends where the name begins; parted by a comma only if one follows the name."""
    low = max(within.start, name.start - _REACH)
    words = list(_WORD.finditer(text, low, name.start))
    if low > within.start:
        words = words[1:]  # it may have been cut
    if not words:
        return None
    parted = False
    if _COMMA_GAP.fullmatch(text, words[-1].end(), name.start):
        if not _NOT_LISTED.match(text, name.end, within.end):
            return None
        parted = True
    elif not _joined(text, words[-1], name.start):
        return None
    last = len(words)
    while last and words[last - 1][0].lower() in offices.addresses:
        last -= 1
    first = _first(text, words, _core(text, words, last, offices), offices)
    if first >= last or (parted and _through(words, first)):
        return None
    end = words[last - 1].end()
    return Span(words[first].start(), end + (text[end] == "."))


def _through(words: Sequence[re.Match[str]], first: int) -> bool:
    """Test whether someone else is meant: *through a representative*."""
    before = [word[0].lower() for word in words[max(0, first - 2) : first]]
    return len(before) == 2 and before[1] in DETERMINERS and before[0] in THROUGH  # noqa: PLR2004


def _core(text: str, words: Sequence[re.Match[str]], last: int, offices: Offices) -> int:
    """Start of the office of a role that ends before `last`, with what follows the office.

    That is the office itself, or one before `of` or `for` and modifiers: *minister for trade*.
    It is `len(words)` where there is none.
    """
    at = last
    while at and (at == last or _joined(text, words[at - 1], words[at].start())):
        count, office = offices.part_before(words, at)
        if office:
            return at - count if at == last else len(words)
        if at < last and words[at - 1][0] in ROLE_OF:
            count, office = offices.part_before(words, at - 1)
            return at - 1 - count if office else len(words)
        if not count and (at == last or words[at - 1][0] != CONJUNCTION):
            break
        at -= count or 1
    return len(words)


def _first(text: str, words: Sequence[re.Match[str]], core: int, offices: Offices) -> int:
    """Start of the role whose office begins at `core`: with what modifies it."""
    first = core
    while 0 < first < len(words) and _joined(text, words[first - 1], words[first].start()):
        count, _ = offices.part_before(words, first)
        coordinated = words[first - 1][0] == CONJUNCTION
        if not count and coordinated and offices.modified_before(words, first - 1):
            count = 2
        if not count or _before_people(words, first, core, offices):
            break
        first -= count
    if 0 < first == core < len(words) and offices.cues.get(words[first][0], 0) & Cue.CORPORATE:
        first = offices.company_start(words, first)
    return first


def _before_people(words: Sequence[re.Match[str]], first: int, core: int, offices: Offices) -> bool:
    """Test whether the role begins with a people's adjective, and a word that belongs elsewhere."""
    begun = first < core and offices.cues.get(words[first][0], 0) & Cue.DEMONYM
    return bool(begun) and words[first - 1][0].lower() not in TENURES


def _joined(text: str, word: re.Match[str], start: int) -> bool:
    """Test whether only a blank, or a title's full stop, parts a word from the next."""
    short = len(word[0]) <= _LONGEST_STOPPED
    return (_STOPPED_GAP if short else _GAP).fullmatch(text, word.end(), start) is not None


def _after(text: str, name: Span, within: Span, offices: Offices) -> Span | None:
    """Role in an apposition after the name, closed by a comma or the sentence's end."""
    opening = _APPOSITION.match(text, name.end, within.end)
    if not opening:
        return None
    words = list(_WORD.finditer(text, opening.end(), min(within.end, opening.end() + _REACH)))
    if not words or words[0].start() != opening.end():
        return None
    head = _head(text, words, offices, most=_MOST_DESCRIBING if opening["the"] else 0)
    if not head:
        return None
    last = _tail(text, words, head, offices)
    if last < 0:
        return None
    closed = _CLOSING.match(text, words[last].end(), within.end)
    if not closed and not (last + 1 < len(words) and offices.ends_before(words, last + 1)):
        return None
    return Span(words[0].start(), words[last].end())


def _head(text: str, words: Sequence[re.Match[str]], offices: Offices, most: int) -> int:
    """Count the words up to the office and with it; 0 for none."""
    head = described = 0
    for at, word in enumerate(words, 1):
        if at > 1 and not _joined(text, words[at - 2], word.start()):
            break
        count, office = offices.part_before(words, at)
        if office:
            head = at
        elif not count and not word[0].endswith(_OWNS):
            if word[0].lower() in offices.outside | ROLE_TAILS:
                break
            described += 1
            if described > most or not word[0].islower():
                break
    return head


def _tail(text: str, words: Sequence[re.Match[str]], head: int, offices: Offices) -> int:
    """Last word of the role whose office is the one before `head`; -1 where it isn't sure."""
    gap = text[words[head - 1].end() : words[head].start()] if head < len(words) else ","
    if gap.strip():
        return head - 1
    if offices.ends_before(words, head):
        return head - 1
    return _tail_end(text, words, head, offices) if words[head][0] in ROLE_TAILS else -1


def _tail_end(text: str, words: Sequence[re.Match[str]], head: int, offices: Offices) -> int:
    """Last word of what follows an office: of the ministry of trade."""
    for at in range(head, min(len(words), head + _LONGEST_TAIL + 1)):
        word = words[at][0]
        following = words[at + 1] if at + 1 < len(words) else None
        if offices.ends_before(words, at):
            return at - 1 if at > head + 1 else -1
        if word in offices.outside:
            return -1
        if word == CONJUNCTION and following and following[0][0].isupper():
            return -1
        if not following or text[words[at].end() : following.start()].strip():
            return at
    return -1
