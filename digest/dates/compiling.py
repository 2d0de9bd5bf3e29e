"""Compilation of a language's table: a cheap filter, and one expression a family of rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from digest.dates.triggers import FIGURE, TOKEN, WORD, families, said_words, trigger_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.language.date_rules import DateRules, Piece, Rule

# An expression begins at most so far before the first of its triggers.
REACH = 72
_BEFORE = r"\b"
_AFTER = r"(?!\w|[.,:/]\d|%)"
_WORD_END = r"(?!\w)"
_BLANK = r"(?:\s{1,2})"


class Hit(NamedTuple):
    """A place where a rule matches: where its whole pattern begins and ends."""

    start: int
    end: int
    rule: Rule


class RuleExpression(NamedTuple):
    """A rule compiled alone, the piece behind the name of each of its groups, and its value."""

    pattern: re.Pattern[str]
    pieces: Mapping[str, Piece]
    value: str

    def codes(self, text: str, start: int, end: int) -> dict[str, str]:
        """Return the codes of the pieces that were said from a character on."""
        match = self.pattern.match(text, start, end)
        said = match.groupdict() if match else {}
        codes = {name: self.pieces[name].code(words) for name, words in said.items() if words}
        return codes | {"value": self.value} if self.value else codes


@dataclass(frozen=True, slots=True)
class Finder:
    """A compiled language: `trigger` is the filter, `passing` the expression of each family.

    `later_trigger` begins with the character before the trigger, which makes it many times faster
    to search for. `words` are all words that a rule may name before its trigger, in lower case.
    """

    table: DateRules
    trigger: re.Pattern[str]
    later_trigger: re.Pattern[str]
    families: Mapping[str, tuple[int, ...]]
    words: frozenset[str]

    def hits(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[Hit, int]]:
        """Yield where a rule matches in some spans (in order), each with its span's number.

        They stand in order, none overlapping.
        """
        number = done = tried = 0
        for trigger, family in self._triggers(text, spans):
            while spans[number][1] <= trigger:
                number += 1
            start, end = spans[number]
            if trigger < max(done, start):
                continue
            passing, rules = _passing(family, self.table)
            low = max(done, tried, start, trigger - REACH)
            for place in self._openings(text, low, trigger):
                if match := passing.match(text, place, end):
                    done = match.end()
                    rule = self.table.rules[rules[(match.lastindex or 1) - 1]]
                    yield Hit(place, done, rule), number
                    break
            tried = trigger + 1

    def _triggers(
        self, text: str, spans: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        if not spans:
            return
        start, end = spans[0][0], spans[-1][1]
        if found := self.trigger.match(text, start, end):
            yield start, self._family(found[0])
        for found in self.later_trigger.finditer(text, start, end):
            yield found.start() + 1, self._family(found[0][1:])

    def _family(self, trigger: str) -> tuple[int, ...]:
        known = self.families.get(trigger) or self.families.get(" ".join(trigger.split()))
        return known or self.families[FIGURE]

    def _openings(self, text: str, low: int, start: int) -> list[int]:
        """Yield offsets where an expression can begin: at a trigger, or at certain words before."""
        places = [start]
        for word in reversed(list(WORD.finditer(text, low, start))):
            if not (word[0].lower() in self.words or word[0][0].isdigit()):
                break
            places.append(word.start())
        return places[::-1]


@cache
def finder(table: DateRules) -> Finder:
    """Return the language's table, compiled at its first use."""
    trigger = _trigger(table)
    return Finder(
        table,
        trigger=re.compile(_BEFORE + trigger),
        later_trigger=re.compile(r"\W" + trigger),
        families=families(table),
        words=said_words(table),
    )


@cache
def _passing(family: tuple[int, ...], table: DateRules) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """Return the expression of some rules, whose last group tells which of them matched."""
    rules = "|".join(
        f"{expression(table.rules[place].pattern, table.pieces, named=False)}{_AFTER}()"
        for place in family
    )
    return re.compile(f"{_BEFORE}(?:{rules})"), family


@cache
def rule_expression(rule: Rule, table: DateRules) -> RuleExpression:
    """One rule alone, with its pieces as named groups."""
    pattern = _BEFORE + expression(rule.pattern, table.pieces, named=True) + _AFTER
    found = [token for token in TOKEN.finditer(rule.pattern) if token["piece"]]
    pieces = {token["name"] or token["piece"]: table.pieces[token["piece"]] for token in found}
    return RuleExpression(re.compile(pattern), pieces, rule.value)


def expression(pattern: str, pieces: Mapping[str, Piece], *, named: bool) -> str:
    """Write a rule's pattern as a regular expression, with or without groups for its pieces."""

    def written_out(token: re.Match[str]) -> str:
        said = token[0]
        if token["piece"]:
            group = f"(?P<{token['name'] or token['piece']}>" if named else "(?:"
            return f"{group}{look(pieces[token['piece']])})"
        if len(said) == 1 and said.isalpha():
            return f"[{said.upper()}{said}]"
        return _BLANK if said == " " else said

    return f"(?:{TOKEN.sub(written_out, pattern)})"


@cache
def look(piece: Piece) -> str:
    """Write a piece as a regular expression."""
    return "|".join(part for part in (any_of(piece.words), piece.shape) if part)


def _trigger(table: DateRules) -> str:
    used = {found["piece"] for rule in table.rules for found in TOKEN.finditer(rule.pattern)}
    pieces = [piece for name, piece in table.pieces.items() if name in used and piece.trigger]
    shapes = sorted({piece.shape for piece in pieces if piece.shape})
    return rf"(?:{any_of(trigger_words(table))}{_WORD_END}|(?=\d)(?:{'|'.join(shapes)}))"


def any_of(words: Iterable[str]) -> str:
    r"""Write an expression for the longest of the words, by letters, so that few are tried.

    A word in lower case may begin with a capital.

    >>> any_of(["May", "March", "Mar."])
    'Ma(?:r(?:\\.|ch)|y)'
    >>> any_of(["now", "today"])
    '(?:[Nn]ow|[Tt]oday)'
    """
    return _branches(sorted(words), first=True)


def _branches(words: list[str], *, first: bool = False) -> str:
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(_letter(word[0], first=first) if word else "", []).append(word[1:])
    optional = rests.pop("", None) is not None
    branches = [letter + _branches(rest) for letter, rest in rests.items()]
    if not branches:
        return ""
    if optional:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letter(letter: str, *, first: bool) -> str:
    if letter == " ":
        return _BLANK
    if first and letter.islower():
        return f"[{letter.upper()}{letter}]"
    return re.escape(letter)
