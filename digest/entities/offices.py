"""Offices: the words that make a role, and those that modify it, go before it or end it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from digest.entities.known import entries
from digest.entities.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True, eq=False)
class Offices:
    """What makes a role, by its folded words.

    `titles` are whether a title (all of its words, joined by blanks) counts in small letters too;
    `modifiers` stand before one, `addresses` before a name without being one,
    `outside` in no role at all, `verbs` end one.
    """

    titles: Mapping[str, bool]
    modifiers: frozenset[str]
    addresses: frozenset[str]
    outside: frozenset[str]
    verbs: frozenset[str]
    places: Mapping[str, str]
    bits: Mapping[str, int]


@cache
def offices() -> Offices:
    """Read the tables from the package."""
    tables = load_tables()
    addresses = frozenset(entries("forms_of_address.txt"))
    titles = {title.lower(): " " in title for title in entries("titles.txt")}
    titles |= dict.fromkeys(entries("role_words.txt"), True)
    return Offices(
        {title: small for title, small in titles.items() if title not in addresses},
        frozenset(entries("role_modifiers.txt")),
        addresses,
        frozenset(entries("outside_roles.txt")),
        frozenset([*entries("verbs.txt"), *_single(entries("acting_verbs.txt"))]),
        tables.places,
        tables.bits,
    )


def _single(phrases: Iterable[str]) -> Iterator[str]:
    return (phrase for phrase in phrases if phrase.endswith("ed") and " " not in phrase)
