"""Offices: the words that make a role, and those that modify it, go before it or end it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from digest.entities.cues import Cue
from digest.entities.name_tables import FOLDER
from digest.language.english.calendar import WEEKDAYS
from digest.language.english.entities.words import (
    ENDS_ROLE,
    FORMER_PREFIX,
    LOCATIVES,
    ON,
)
from digest.language.tables import entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    Matches = Sequence[re.Match[str]]

_LONGEST_TITLE: Final = 5  # words
_LONGEST_PLACE: Final = 3  # words
_ACRONYM: Final = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z]{2,5}")


@dataclass(frozen=True, slots=True, eq=False)
class Offices:
    """Words of roles, folded, with the names of places and the cues of words.

    `titles` are whether a title (all of its words, joined by blanks) counts in small letters too;
    `modifiers` precede one, `addresses` precede a name without being one, `outside` words are in no
    role at all, `verbs` end one. The methods read matches of words side by side in a text.
    """

    titles: Mapping[str, bool]
    modifiers: frozenset[str]
    addresses: frozenset[str]
    outside: frozenset[str]
    verbs: frozenset[str]
    places: AbstractSet[str]
    cues: Mapping[str, int]

    def part_before(self, words: Matches, at: int) -> tuple[int, bool]:
        """Count the words before `at` that make an office or a modifier; tell whether an office."""
        for count in range(min(_LONGEST_TITLE, at), 0, -1):
            phrase = " ".join(word[0] for word in words[at - count : at])
            small = self.titles.get(phrase.lower())
            if small is not None and (small or phrase[0].isupper()):
                return count, True
        return (1 if self.modified_before(words, at) else self._place_before(words, at)), False

    def modified_before(self, words: Matches, at: int) -> bool:
        """Test whether the word before `at` modifies an office."""
        if not at:
            return False
        word = words[at - 1][0]
        lower = word.lower()
        if lower in self.modifiers or lower.startswith(FORMER_PREFIX):
            return True
        if self.cues.get(word, 0) & Cue.DEMONYM:
            return True
        return _ACRONYM.fullmatch(word) is not None and not _located(words, at - 1)

    def _place_before(self, words: Matches, at: int) -> int:
        """Count the words before `at` that name a place of the office after them."""
        for count in range(min(_LONGEST_PLACE, at), 0, -1):
            if " ".join(word[0] for word in words[at - count : at]) in self.places:
                return 0 if _located(words, at - count) else count
        return 0

    def company_start(self, words: Matches, first: int) -> int:
        """Start of a role with the name of the firm before a title of business."""
        plain = Cue.OPENER | Cue.NOT_NAME | Cue.COMMON
        begin = first
        while begin and first - begin < _LONGEST_PLACE:
            word, following = words[begin - 1], words[begin]
            one_blank = following.start() - word.end() == 1
            if not (one_blank and word[0][0].isupper()) or "’" in word[0] or "'" in word[0]:
                break
            if self.cues.get(word[0], 0) & plain:
                break
            begin -= 1
        return begin

    def ends_before(self, words: Matches, at: int) -> bool:
        """Test whether an apposition ends before a word: a verb, on Friday, at a."""
        word = words[at][0]
        following = words[at + 1][0] if at + 1 < len(words) else ""
        return (
            word in self.verbs
            or (word, following) in ENDS_ROLE
            or (word == ON and following in WEEKDAYS)
        )


def load_offices(places: AbstractSet[str], cues: Mapping[str, int]) -> Offices:
    """Read the tables from the package."""
    addresses = frozenset(_entries("forms_of_address"))
    titles = {title.lower(): " " in title for title in _entries("titles")}
    titles |= dict.fromkeys(_entries("role_words"), True)
    return Offices(
        {title: small for title, small in titles.items() if title not in addresses},
        frozenset(_entries("role_modifiers")),
        addresses,
        frozenset(_entries("outside_roles")),
        frozenset([*_entries("verbs"), *_pasts(_entries("acting_verbs"))]),
        places,
        cues,
    )


def _entries(name: str) -> Iterator[str]:
    return entries(f"{FOLDER}/{name}.txt")


def _pasts(phrases: Iterable[str]) -> Iterator[str]:
    """Regular pasts among verbs and phrases."""
    return (phrase for phrase in phrases if phrase.endswith("ed") and " " not in phrase)


def _located(words: Matches, at: int) -> bool:
    """Test whether the word before `at` only says where."""
    return at > 0 and words[at - 1][0].lower() in LOCATIVES
