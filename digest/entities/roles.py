"""Roles: the title, office or calling that stands beside a person's name, verbatim.

Before the name (`Defence minister Rajnath Singh`, `the minister, Rajnath Singh,`) or after it in an
apposition (`Rajnath Singh, the defence minister,`). Articles and mere forms of address (`Mr`) are
left out; what is no sure role is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from digest.entities.bits import COMMON, CORPORATE, DEMONYM, NOT_NAME, OPENER
from digest.entities.offices import offices
from digest.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.entities.offices import Offices
    from digest.model import ActorMention
    from digest.text import Text

_REACH: Final = 120  # characters on each side that a role is looked for in
_LONGEST_TITLE: Final = 5  # words
_LONGEST_PLACE: Final = 3  # words
_MOST_DESCRIBING: Final = 3  # words of no table before an office, in an apposition
_LONGEST_TAIL: Final = 8  # words after an office: of the ministry of trade
_WORD: Final = re.compile(r"(?<!-)(?:(?:[A-Z]\.)+[A-Z]?|\b[^\W\d_][\w'’]*(?:[-&][\w'’]+)*)")
_ACRONYM: Final = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z]{2,5}")
_GAP: Final = re.compile(r"[^\S\n]+|[^\S\n]*\n[^\S\n]*")
_STOPPED_GAP: Final = re.compile(r"\.?(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)")
_COMMA_GAP: Final = re.compile(r",\s")
_LONGEST_STOPPED: Final = 5  # letters of a title with a full stop
_OPENING: Final = re.compile(r",\s+(?:\d{1,3},\s+)?(?P<the>(?:the|an?|its|their|his|her|our)\s+)?")
_CLOSING: Final = re.compile(r"\s*(?:[,;)—–]|\.\W*\Z|\Z)")
_NOT_LISTED: Final = re.compile(r"\s*(?:,(?!\s+(?:and|or)\b)|\.\W*\Z|\Z)")
_TAILS: Final = frozenset({"of", "for", "at", "to", "in", "with", "on"})
_ENDING: Final = frozenset({("at", "a"), ("at", "an"), ("with", "a"), ("with", "an")})
_DAYS: Final = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)
_THROUGH: Final = frozenset({"through", "by", "via", "from", "with", "to", "for", "as"})
# What stands before a people's adjective in a role: former Japanese prime minister.
_TIMES: Final = frozenset(
    {"acting", "ex", "former", "incoming", "interim", "longtime", "outgoing", "retired", "senior"}
    | {"then", "top", "veteran", "and"}
)
_HARDLY: Final = frozenset({"counterpart"})  # no role without a word that tells whose
_WHERE: Final = frozenset({"in", "at", "near", "outside", "around", "across", "told"})


def with_roles(text: Text, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The mentions, those of persons with the role that stands beside each name."""
    sentences = [Span(*bounds) for bounds in text.sentences.tolist()]
    starts = [sentence.start for sentence in sentences]
    return tuple(
        _with_role(text.article.text, mention, sentences[bisect_right(starts, mention.start) - 1])
        if mention.kind == "person"
        else mention
        for mention in mentions
    )


def _with_role(text: str, mention: ActorMention, within: Span) -> ActorMention:
    span = role_of(text, Span(mention.start, mention.end), within)
    return replace(mention, role=Role(*span, text[span.start : span.end])) if span else mention


def role_of(text: str, name: Span, within: Span) -> Span | None:
    """The span of the role beside a person's name, or None; `within` is the name's sentence.

    >>> text = "Defence minister Ana Ruiz met Tom Reed, the mayor of Riga, on Friday."
    >>> for name in (Span(17, 25), Span(30, 38)):
    ...     start, end = role_of(text, name, Span(0, len(text)))
    ...     text[start:end]
    'Defence minister'
    'mayor of Riga'
    """
    known = offices()
    for found in (_before(text, name, within, known), _after(text, name, within, known)):
        if found and text[found.start : found.end].lower() not in _HARDLY:
            return found
    return None


def _before(text: str, name: Span, within: Span, known: Offices) -> Span | None:
    """The role that ends where the name begins; parted by a comma only if one follows the name."""
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
    while last and words[last - 1][0].lower() in known.addresses:
        last -= 1
    first = _first(text, words, _core(text, words, last, known), known)
    if first >= last or (parted and _through(words, first)):
        return None
    end = words[last - 1].end()
    return Span(words[first].start(), end + (text[end] == "."))


def _through(words: Sequence[re.Match[str]], first: int) -> bool:
    """Whether someone else is meant: *through a representative*."""
    before = [word[0].lower() for word in words[max(0, first - 2) : first]]
    return len(before) == 2 and before[1] in ("a", "an", "his", "her") and before[0] in _THROUGH  # noqa: PLR2004


def _core(text: str, words: Sequence[re.Match[str]], last: int, known: Offices) -> int:
    """Where the office of a role that ends before `last` begins, with what stands behind it.

    That is the office itself, or one before `of` or `for` and modifiers: *minister for trade*.
    It is `len(words)` where there is none.
    """
    at = last
    while at and (at == last or _joined(text, words[at - 1], words[at].start())):
        count, office = _part(words, at, known)
        if office:
            return at - count if at == last else len(words)
        if at < last and words[at - 1][0] in ("of", "for"):
            count, office = _part(words, at - 1, known)
            return at - 1 - count if office else len(words)
        if not count and (at == last or words[at - 1][0] != "and"):
            break
        at -= count or 1
    return len(words)


def _first(text: str, words: Sequence[re.Match[str]], core: int, known: Offices) -> int:
    """Where the role begins whose office begins at `core`: with what modifies it."""
    first = core
    while 0 < first < len(words) and _joined(text, words[first - 1], words[first].start()):
        count, _ = _part(words, first, known)
        if not count and words[first - 1][0] == "and" and _modifies(words, first - 1, known):
            count = 2
        if not count or _before_people(words, first, core, known):
            break
        first -= count
    if 0 < first == core < len(words) and known.bits.get(words[first][0], 0) & CORPORATE:
        first = _with_company(words, first, known)
    return first


def _before_people(words: Sequence[re.Match[str]], first: int, core: int, known: Offices) -> bool:
    """Whether the role has begun with a people's adjective, and a word that belongs elsewhere."""
    begun = first < core and known.bits.get(words[first][0], 0) & DEMONYM
    return bool(begun) and words[first - 1][0].lower() not in _TIMES


def _joined(text: str, word: re.Match[str], start: int) -> bool:
    """Whether nothing but a blank stands between a word and the next, or a title's full stop."""
    short = len(word[0]) <= _LONGEST_STOPPED
    return (_STOPPED_GAP if short else _GAP).fullmatch(text, word.end(), start) is not None


def _part(words: Sequence[re.Match[str]], at: int, known: Offices) -> tuple[int, bool]:
    """How many of the words before `at` make an office or a modifier, and whether an office."""
    for count in range(min(_LONGEST_TITLE, at), 0, -1):
        phrase = " ".join(word[0] for word in words[at - count : at])
        small = known.titles.get(phrase.lower())
        if small is not None and (small or phrase[0].isupper()):
            return count, True
    return (1 if _modifies(words, at, known) else _place(words, at, known)), False


def _modifies(words: Sequence[re.Match[str]], at: int, known: Offices) -> bool:
    if not at:
        return False
    word = words[at - 1][0]
    if (
        word.lower() in known.modifiers
        or word.lower().startswith("ex-")
        or known.bits.get(word, 0) & DEMONYM
    ):
        return True
    return _ACRONYM.fullmatch(word) is not None and not _where(words, at - 1)


def _place(words: Sequence[re.Match[str]], at: int, known: Offices) -> int:
    """How many words before `at` name a place that belongs to the office after it."""
    for count in range(min(_LONGEST_PLACE, at), 0, -1):
        if " ".join(word[0] for word in words[at - count : at]) in known.places:
            return 0 if _where(words, at - count) else count
    return 0


def _where(words: Sequence[re.Match[str]], at: int) -> bool:
    return at > 0 and words[at - 1][0].lower() in _WHERE


def _with_company(words: Sequence[re.Match[str]], first: int, known: Offices) -> int:
    """Where the role begins with the name of the firm before a title of business."""
    plain = OPENER | NOT_NAME | COMMON
    begin = first
    while begin and first - begin < _LONGEST_PLACE:
        word, following = words[begin - 1], words[begin]
        one_blank = following.start() - word.end() == 1
        if not (one_blank and word[0][0].isupper()) or "’" in word[0] or "'" in word[0]:
            break
        if known.bits.get(word[0], 0) & plain:
            break
        begin -= 1
    return begin


def _after(text: str, name: Span, within: Span, known: Offices) -> Span | None:
    """The role in an apposition after the name, closed by a comma or the sentence's end."""
    opening = _OPENING.match(text, name.end, within.end)
    if not opening:
        return None
    words = list(_WORD.finditer(text, opening.end(), min(within.end, opening.end() + _REACH)))
    if not words or words[0].start() != opening.end():
        return None
    head = _head(text, words, known, most=_MOST_DESCRIBING if opening["the"] else 0)
    if not head:
        return None
    last = _tail(text, words, head, known)
    if last < 0:
        return None
    closed = _CLOSING.match(text, words[last].end(), within.end)
    if not closed and not (last + 1 < len(words) and _ends(words, last + 1, known)):
        return None
    return Span(words[0].start(), words[last].end())


def _head(text: str, words: Sequence[re.Match[str]], known: Offices, most: int) -> int:
    """How many words there are up to the office and with it; 0 for none."""
    found = described = 0
    for at, word in enumerate(words, 1):
        if at > 1 and not _joined(text, words[at - 2], word.start()):
            break
        count, office = _part(words, at, known)
        if office:
            found = at
        elif not count and not word[0].endswith(("'s", "’s")):
            if word[0].lower() in known.outside | _TAILS:
                break
            described += 1
            if described > most or not word[0].islower():
                break
    return found


def _ends(words: Sequence[re.Match[str]], at: int, known: Offices) -> bool:
    """Whether the apposition ends before a word: a verb of saying or doing, on Friday, at a."""
    word = words[at][0]
    following = words[at + 1][0] if at + 1 < len(words) else ""
    return (
        word in known.verbs or (word, following) in _ENDING or (word == "on" and following in _DAYS)
    )


def _tail(text: str, words: Sequence[re.Match[str]], head: int, known: Offices) -> int:
    """The last word of the role whose office is the one before `head`; -1 where it isn't sure."""
    gap = text[words[head - 1].end() : words[head].start()] if head < len(words) else ","
    if gap.strip():
        return head - 1
    if _ends(words, head, known):
        return head - 1
    return _tail_end(text, words, head, known) if words[head][0] in _TAILS else -1


def _tail_end(text: str, words: Sequence[re.Match[str]], head: int, known: Offices) -> int:
    """The last word of what follows an office: of the ministry of trade."""
    for at in range(head, min(len(words), head + _LONGEST_TAIL + 1)):
        word = words[at][0]
        following = words[at + 1] if at + 1 < len(words) else None
        if _ends(words, at, known):
            return at - 1 if at > head + 1 else -1
        if word in known.outside or (word == "and" and following and following[0][0].isupper()):
            return -1
        if not following or text[words[at].end() : following.start()].strip():
            return at
    return -1
