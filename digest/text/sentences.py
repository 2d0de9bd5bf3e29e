"""Sentence boundaries with exact character spans.

One expression finds each place where a sentence may end: a run of stops with the marks that close
after it, or the end of a line. A few cheap looks at the words on both sides decide. Each look
reaches a bounded number of characters, so that any text takes linear time.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.language import ENGLISH

if TYPE_CHECKING:
    from digest.language import Language
    from digest.language.base import Boundaries

_BREAKS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_OPEN_QUOTES = ("“", "‘", '"', "'", "«", "(", "[")
_DOTS = r"(?:(?:…|\.\.\.)[\])]?\s?)?"
_SMALL_NAME = re.compile(r"[a-z]{1,3}-?[A-Z]")  # iPhone, al-Qaida
# Before a small letter, one stop after a word too long for an abbreviation that nobody listed.
_SMALL_START = re.compile(r"(?<=[a-z]{5})\.\s+[^\W\d_]")
_ITEM = re.compile(r"(?:[-*•‣▪◦·]|\(?\d{1,2}[.)]|\(?[a-z]\))[^\S\n]+\S")
_GLUABLE = re.compile(r"[\w’'-]*(?:[a-z][a-z]|\d%?)[)’]?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_WORD_BREAK = re.compile(r"[\s\-–—/]")
_BLANK_LINE = re.compile(r"\n\s*\n")
_LONGEST = 7  # abbreviation, but for some
_MOST_DIGITS = 3  # of an item's number, or of one parted from its decimals by a blank
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 45


def sentence_spans(text: str, language: Language = ENGLISH) -> list[tuple[int, int]]:
    """Return start and end of each sentence in characters, in order, without blanks around it.

    Every character that is not blank lies in exactly one span.

    >>> sentence_spans("Lt. Gen. Roy left. “Why?” she asked.")
    [(0, 18), (19, 36)]
    """
    return _splitter(language.boundaries).spans(text)


@cache
def _splitter(boundaries: Boundaries) -> _Splitter:
    return _Splitter(boundaries)


class _Splitter:
    """Rules of a language, compiled at their first use."""

    def __init__(self, rules: Boundaries) -> None:
        self._rules = rules
        self._stops, self._wide, self._quotes = rules.stops, rules.wide, rules.quotes
        self._ends = tuple(rules.stops + rules.quotes)
        self._known = rules.titles | rules.within_names | rules.before_numbers | rules.marked_names
        stops, quotes, brackets = rules.stops, rules.quotes, re.escape(rules.brackets)
        # The first class stands alone, so that the engine skips to it; possessive, so that nothing
        # is tried twice. The empty group marks where the stops, and what closes after them, end.
        # [1] is a footnote.
        after_stops = rf"[{stops}]*+[{quotes}{brackets}]*+(?:\[\d{{1,3}}\])*+"
        self._candidate = re.compile(rf"[{stops}{_BREAKS}](?:(?<=[{stops}]){after_stops})?+()\s*+")
        lead = rf"[{re.escape(rules.opening)}]*"
        self._opening = re.compile(rf"(?:[-–—*•]{{1,2}}\s)?{lead}{_DOTS}{lead}([$€£¥₹#@]?)")
        self._first_word = re.compile(rf"{lead}(\w{{1,12}})(?![\w.])")
        self._glued = re.compile(rf"{lead}([A-Z][a-z]{{1,20}}|[AI])(?=[\s,;:’'!?…]|\.(?:\s|\Z)|\Z)")

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return the spans of a text's sentences."""
        spans = []
        start = len(text) - len(text.lstrip())
        for match in self._candidate.finditer(text, start):
            stop, end, after = match.start(), match.end(1), match.end()
            if after == len(text):
                break
            if text[stop] not in self._stops:
                end = stop
            if self._parts(text, start, stop, end, after):
                spans.append((start, end if end > stop else start + len(text[start:end].rstrip())))
                start = after
        if start < len(text):
            spans.append((start, len(text.rstrip())))
        return spans

    def _parts(self, text: str, start: int, stop: int, end: int, after: int) -> bool:
        """Test whether a sentence from `start` ends at `end`, where its stops begin at `stop`.

        `after` is the next character that is not blank. At the end of a line `stop` is `end`.
        """
        gap = text[end:after]
        breaks = 0 if gap == " " else len(f"{gap}.".splitlines()) - 1
        if breaks > 1 or (breaks and _ITEM.match(text, after)):
            return True
        if end > stop:
            verdict = self._stops_end(text, start, stop, end, after)
            if verdict is not None:
                return verdict
        return breaks > 0 and self._line_ends(text, end, after)

    def _stops_end(self, text: str, start: int, stop: int, end: int, after: int) -> bool | None:
        """Test whether the stops end the sentence; None if only the end of the line could."""
        if text[stop] in self._wide:
            return True
        if end == after:
            return self._is_glued(text, start, stop, end)
        if not text[after].isupper() and not self._opens(text, after):
            return _SMALL_START.match(text, stop) is not None or None
        if text[stop] == "." and text[stop + 1] not in self._stops:
            return self._full_stop_ends(text, start, stop, end, after)
        return self._mark_ends(text, start, stop, end, after)

    def _full_stop_ends(
        self, text: str, start: int, stop: int, end: int, after: int
    ) -> bool | None:
        rules = self._rules
        if stop - start > _LONGEST and text[stop - _LONGEST : stop].isalpha():
            return True
        word = self._word_before(text, start, stop)
        number = word.isdecimal() and len(word) <= _MOST_DIGITS
        if stop - start == len(word) and (number or len(word) == 1):
            return False  # an item's number
        if word in rules.titles or word.rpartition(".")[2] in rules.titles:
            return False
        if word in rules.before_numbers or number:
            # 3. Oktober
            return None if number and rules.ordinals else not text[after].isdecimal()
        if word in rules.half_days:
            return not (rules.of_hour and rules.of_hour.match(text, after))
        return self._name_ends(text, word, stop, end, after)

    def _name_ends(self, text: str, word: str, stop: int, end: int, after: int) -> bool | None:
        """Test whether a sentence ends with the word if that occurs within names, else True."""
        if word in self._rules.within_names:
            ends = text[after] in '“"'
        elif _INITIALS.fullmatch(word):
            ends = not self._rules.lettered.isdisjoint(
                text[max(0, stop - 15) : stop].split()[-2:-1]
            )
        else:
            return True
        return ends or text[end - 1] in self._quotes or self._opener_follows(text, after) or None

    def _mark_ends(self, text: str, start: int, stop: int, end: int, after: int) -> bool:
        if stop == start or text[max(start, stop - 2) : stop].lstrip() in _OPEN_QUOTES:
            return False  # a sentence or quotation begins with its dots
        if text[stop - 1] in "([" and text[end - 1] in ")]":
            return False  # (!), […]
        if text[stop] in ".…":
            word = self._first_word.match(text, after)
            return not word or word[1] != self._word_before(text, start, stop)  # “I… I forget”
        if text[end - 1] in self._quotes:
            speaker = self._rules.speaker and self._rules.speaker.match(text, after)
            return not speaker or (speaker[1] in self._rules.openers and speaker[1] != "I")
        return self._word_before(
            text, start, stop
        ) not in self._rules.marked_names or self._opener_follows(text, after)

    def _is_glued(self, text: str, start: int, stop: int, end: int) -> bool:
        """Test whether a sentence begins right at `end`: in no address or name with stops."""
        follower = self._glued.match(text, end)
        if not follower or follower[1] in self._rules.domains:
            return False
        if end - stop > 1:
            return text[end - 1] not in self._stops
        words = text[max(start, stop - 40) : stop].split()
        word = words[-1].lstrip(self._rules.opening) if words else ""
        return word not in self._known and bool(_GLUABLE.fullmatch(word))

    def _opens(self, text: str, after: int) -> bool:
        """Test whether what begins at `after` can begin a sentence."""
        opening = self._opening.match(text, after)
        at = opening.end() if opening else after
        first = text[at : at + 1]
        marked = bool(opening and opening[1]) or not first.islower()
        return (first.isalnum() and marked) or bool(_SMALL_NAME.match(text, at))

    def _opener_follows(self, text: str, after: int) -> bool:
        word = self._first_word.match(text, after)
        return word is not None and word[1] in self._rules.openers

    def _word_before(self, text: str, start: int, stop: int) -> str:
        words = _WORD_BREAK.split(text[max(start, stop - 12) : stop].rstrip())
        return words[-1].lstrip(self._rules.opening + "$£€")

    def _line_ends(self, text: str, end: int, after: int) -> bool:
        """Test whether the line before `end`, though it has no stop, ends its sentence."""
        small = text[after].islower() and not _SMALL_NAME.match(text, after)
        if small or text[max(0, end - 20) : end].rstrip().endswith(","):
            return False
        if "\n" in text[max(0, end - _NARROWEST_WRAP) : end]:
            return True
        above = _BLANK_LINE.split(text[max(0, end - 4 * _WIDEST_WRAP) : end].strip())[-1]
        below = _BLANK_LINE.split(text[after : after + 4 * _WIDEST_WRAP].strip())[0]
        return not self._is_wrapped(above.splitlines()[-2:], below.splitlines()[:3])

    def _is_wrapped(self, above: list[str], below: list[str]) -> bool:
        """Test whether the next word fitted neither into the last line above nor into one more."""
        lines = [line.strip() for line in above + below]
        here = len(above) - 1
        width = max(map(len, lines))
        if width > _WIDEST_WRAP or len(lines[here]) < _NARROWEST_WRAP:
            return False
        full = [
            len(line) + 1 + len(after.partition(" ")[0]) > width for line, after in pairwise(lines)
        ]
        return full[here] and (
            full[:here] == [True]
            or any(full[here + 1 : here + 2])
            or lines[here + 1].endswith(self._ends)
        )
