"""Triggers, and the rules that can hold at each: few of the table, so that few are tried.

A trigger is a word, or a figure. A rule belongs to the family of every trigger that it can begin
with, or have before the first trigger that it can't do without: from there on it is found by that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.language.date_rules import DateRules, Rule

FIGURE = "0"
# What a rule's pattern is read as: escapes, classes, lookarounds, pieces, blanks, single letters.
TOKEN = re.compile(
    r"\\.|\[[^\]]*\]"
    r"|\(\?(?:[:=!]|<[=!])"
    r"|\{(?:(?P<name>[a-z]\w*):)?(?P<piece>[a-z]\w*)\}"
    r"| "
    r"|(?<![\w}])[a-z]"
)
WORD = re.compile(r"[^\W_]+")
_LOOKAROUND = re.compile(r"\(\?<?[=!][^()]*(?:\([^()]*\)[^()]*)*\)")
_PIECE = re.compile(r"\{[^}]*\}")
_STRUCTURE = re.compile(r"\\.|\[[^\]]*\]|\(\?(?:[:=!]|<[=!])|[|)]")
# Of two families this large, those that share so much are one.
_LARGE = 10
_ALIKE = 0.7


def trigger_words(table: DateRules) -> frozenset[str]:
    """Return all words that a rule may be found by."""
    pieces = [piece for piece in table.pieces.values() if piece.trigger]
    words = {word for piece in pieces for word in piece.words}
    return frozenset(words.union(*(rule.trigger.split() for rule in table.rules)))


def families(table: DateRules) -> dict[str, tuple[int, ...]]:
    """Return the rules' places in the table by trigger; words in lower case also with a capital.

    Triggers with nearly the same rules share one family, so that fewer are compiled.
    """
    members: defaultdict[str, set[int]] = defaultdict(set)
    words = trigger_words(table)
    for place, rule in enumerate(table.rules):
        for trigger in _triggers(rule, table, words):
            members[trigger].add(place)
    merged = _merged({frozenset(rules) for rules in members.values()})
    named = {trigger: merged[frozenset(rules)] for trigger, rules in members.items()}
    return named | {trigger[0].upper() + trigger[1:]: rules for trigger, rules in named.items()}


def said_words(table: DateRules) -> frozenset[str]:
    """Return all words that a rule may name, in lower case."""
    texts = [words for piece in table.pieces.values() for words in piece.words]
    words = {word for text in texts for word in WORD.findall(text.lower())}
    return frozenset(words.union(*(_literals(rule.pattern) for rule in table.rules)))


def _literals(pattern: str) -> set[str]:
    """Return the words that a pattern spells out, in lower case."""
    return set(WORD.findall(_PIECE.sub(" ", _LOOKAROUND.sub(" ", pattern)).lower()))


def _triggers(rule: Rule, table: DateRules, words: frozenset[str]) -> Iterator[str]:
    for trigger in rule.trigger.split():
        yield FIGURE if trigger[0].isdigit() else trigger
    needed = len(rule.pattern)
    loose = list(_loose(rule.pattern))
    for token in TOKEN.finditer(rule.pattern):
        if not token["piece"]:
            continue
        piece = table.pieces[token["piece"]]
        yield from words & {*piece.words, *WORD.findall(" ".join(piece.words))}
        if piece.shape:
            yield FIGURE
        if piece.trigger and not any(start < token.start() < end for start, end in loose):
            needed = token.end()
            break
    yield from words & _literals(rule.pattern[:needed])


def _loose(pattern: str) -> Iterator[tuple[int, int]]:
    """Return the stretches that a match may do without: options, choices, lookarounds."""
    open_groups: list[tuple[int, bool]] = []
    for mark in _STRUCTURE.finditer(pattern):
        if mark[0].startswith("(?"):
            open_groups.append((mark.start(), mark[0] != "(?:"))
        elif mark[0] == "|" and open_groups:
            open_groups[-1] = (open_groups[-1][0], True)
        elif mark[0] == "|":
            yield -1, len(pattern)
        elif mark[0] == ")":
            start, loose = open_groups.pop()
            if loose or pattern[mark.end() : mark.end() + 1] == "?":
                yield start, mark.end()


def _merged(families: set[frozenset[int]]) -> Mapping[frozenset[int], tuple[int, ...]]:
    """For each family the one that stands for it, in the order of the table."""
    large: list[set[int]] = []
    joined: dict[frozenset[int], set[int]] = {}
    for family in sorted(families, key=lambda family: (-len(family), sorted(family))):
        alike = (one for one in large if len(one & family) >= _ALIKE * len(family))
        home = next(alike, None) if len(family) >= _LARGE else None
        if home is None:
            home = set()
            large.append(home)
        home |= family
        joined[family] = home
    return {family: tuple(sorted(home)) for family, home in joined.items()}
