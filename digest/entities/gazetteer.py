"""Gazetteer: known names and telling words, read once and handed on as one value.

A form is known as it is spelt, since `US` is a state and `us` is not; dots within an acronym don't
count. Keys are folded words (see `names.folded_words`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from digest.entities.cues import Cue, load_cues
from digest.entities.name_tables import (
    FOLDER,
    Referent,
    known_forms,
    load_name_tables,
    organisation_forms,
)
from digest.entities.names import Key, fold, folded_words, is_acronym
from digest.entities.offices import Offices, load_offices
from digest.language.english.entities import words
from digest.language.tables import entries, forms, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from digest.entities.name_tables import Country, NameTables
    from digest.model import ActorKind

_LEAST_SHOUTED: Final = 5  # letters; shorter capitals may be an acronym


@dataclass(frozen=True, slots=True, eq=False)
class Exceptions:
    """Rules made for single names: `exceptions.tsv` tells the kind of sentence behind each.

    `remainders` are parts of names, with what must precede each; those in `never_alone` are no
    names otherwise. `leftovers` are no names where they are alone and once.
    """

    remainders: Mapping[str, re.Pattern[str]]
    never_alone: frozenset[str]
    leftovers: frozenset[str]
    single_bodies: frozenset[str]
    seats: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Known names, their kinds and canonical forms, and the words that tell of a name.

    `cues` are those of words (see `cues.Cue`), `referents` hold what a form means, `kinds` the kind
    of each form that means one thing alone. `canonical` holds the canonical name of a form of any
    kind but persons, `canonical_of` that of a form of one kind.

    By keys: `organisations` holds canonical names, `organisation_keys` the keys of these by those
    of their other forms of several words, `country_prefixes` the forms of countries, by their first
    words, the longest first, each with the key's first word of the country; `states` the names of
    countries and of their states, `places` these and other places, `bodies` what many countries
    have. `capitals` are those that may act for their states. Words are folded.
    """

    cues: Mapping[str, int]
    referents: Mapping[str, Referent]
    kinds: Mapping[str, ActorKind]
    canonical: Mapping[str, str]
    canonical_of: Mapping[str, Mapping[str, str]]
    organisations: Mapping[Key, str]
    organisation_keys: Mapping[Key, Key]
    country_prefixes: Mapping[str, Sequence[tuple[Key, str]]]
    states: Mapping[Key, str]
    places: frozenset[Key]
    bodies: frozenset[Key]
    capitals: Mapping[str, str]
    demonyms: re.Pattern[str]
    acting: re.Pattern[str]
    company_suffixes: frozenset[str]
    organisation_words: frozenset[str]
    place_words: frozenset[str]
    titles: frozenset[str]
    nicknames: Mapping[str, frozenset[int]]
    offices: Offices
    exceptions: Exceptions

    def canonical_name(self, kind: str, form: str) -> str:
        """Canonical name of a form of an organisation's or a place's name, or the form."""
        name = self.canonical_of[kind].get(form) or self.canonical.get(form)
        if not name and "." in form and is_acronym(form):
            bare = form.replace(".", "")
            name = self.canonical_of[kind].get(bare) or self.canonical.get(bare)
        return name or form

    def known_kind(self, form: str) -> ActorKind | None:
        """Kind of a known form: of those that mean one thing, then of all."""
        kind = self.kinds.get(form)
        if kind is None and (referent := self.referents.get(form)):
            kind = referent.kind
        return kind

    def kind_of(self, name: str) -> ActorKind | None:
        """Kind of a name that means one thing, or has a word that only organisations have.

        >>> gazetteer = load_gazetteer()
        >>> gazetteer.kind_of("Government of India"), gazetteer.kind_of("Ana Ruiz")
        ('organisation', None)
        """
        kind = self.kinds.get(name)
        parts = folded_words(name)
        if kind or len(parts) == 1:
            return kind
        telling = {words.GOVERNMENT, *self.organisation_words}
        return "organisation" if {parts[0], parts[-1]} & telling else None


def load_gazetteer() -> Gazetteer:
    """Read the tables from the package."""
    tables = load_name_tables()
    cues = load_cues(tables).words
    referents = _referents(tables)
    canonical_of = _canonical_of(tables)
    exceptions = _exceptions()
    named = {form: name for name, form in organisation_forms(tables)}
    named |= canonical_of["organisation"]
    states = _states(tables)
    return Gazetteer(
        cues=cues,
        referents=referents,
        kinds=_kinds(tables, cues),
        canonical=dict(_canonical(tables)),
        canonical_of=canonical_of,
        organisations=_organisations(named, frozenset(tables.bodies) - exceptions.single_bodies),
        organisation_keys=_organisation_keys(named),
        country_prefixes=_country_prefixes(tables.countries),
        states=states,
        places=frozenset([*states, *map(folded_words, tables.places)]),
        bodies=frozenset(map(folded_words, tables.bodies)),
        capitals={**dict(_capitals(tables.countries)), **exceptions.seats},
        demonyms=_demonyms(tables.countries),
        acting=_acting(),
        company_suffixes=_folded("company_suffixes.txt"),
        organisation_words=_folded("organisation_words.txt"),
        place_words=_folded("place_words.txt"),
        titles=frozenset(folded_words(title)[-1] for title in entries(f"{FOLDER}/titles.txt")),
        nicknames=_nicknames(),
        offices=load_offices(
            frozenset(form for form, (kind, _) in referents.items() if kind == "place"), cues
        ),
        exceptions=exceptions,
    )


def _referents(tables: NameTables) -> dict[str, Referent]:
    referents: dict[str, Referent] = {}
    for form, referent, _ in known_forms(tables):
        referents.setdefault(form, referent)
    return referents


def _states(tables: NameTables) -> dict[Key, str]:
    names = (*(state[0] for state in tables.states), *(c.name for c in tables.countries))
    return {folded_words(name): name for name in names}


def _organisations(named: Mapping[str, str], bodies: AbstractSet[str]) -> dict[Key, str]:
    return {folded_words(name): name for name in named.values() if name not in bodies}


def _organisation_keys(named: Mapping[str, str]) -> dict[Key, Key]:
    return {
        folded_words(form): folded_words(name)
        for form, name in named.items()
        if " " in form and form != name
    }


def _canonical(tables: NameTables) -> Iterator[tuple[str, str]]:
    """Canonical name of each form; the later goes before the earlier."""
    yield from ((form, name) for name, form in organisation_forms(tables))
    for country in tables.countries:
        first, *spellings = country.capital or ("",)
        yield from ((form, first) for form in spellings)
        yield from ((form, country.name) for form in country.spellings)


def _canonical_of(tables: NameTables) -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = {"organisation": {}, "place": {}}
    for state in tables.states:
        names["place"].update(dict.fromkeys(state, state[0]))
    for kind, listed in tables.aliases:
        names[kind].update(dict.fromkeys(listed, listed[0]))
    return names


def _kinds(tables: NameTables, cues: Mapping[str, int]) -> dict[str, ActorKind]:
    """Kind of each spelling that means one thing alone, in capitals too."""
    unsure = frozenset(entries(f"{FOLDER}/ambiguous_names.txt"))
    kinds: dict[str, ActorKind] = {}
    for form in _sure_organisations(tables):
        if " " in form or not cues.get(form, 0) & (Cue.GIVEN | Cue.SURNAME | Cue.COMMON):
            kinds[form] = "organisation"
    for form in _sure_places(tables):
        if not cues.get(form, 0) & (Cue.GIVEN | Cue.SURNAME):
            kinds[form] = "place"
    sure = {form: kind for form, kind in kinds.items() if form not in unsure}
    # In a headline they may be in capitals.
    shouted = {form.upper(): kind for form, kind in sure.items() if len(form) >= _LEAST_SHOUTED}
    return {**shouted, **sure}


def _sure_organisations(tables: NameTables) -> Iterator[str]:
    acronyms = {acronym for acronym, _ in tables.acronyms}
    yield from (form for _, form in organisation_forms(tables))
    for kind, listed in tables.aliases:
        if kind == "organisation":
            yield from (f for f in listed if " " in f or is_acronym(f) or f.upper() in acronyms)


def _sure_places(tables: NameTables) -> Iterator[str]:
    for country in tables.countries:
        yield from (*country.nouns, *country.capital)
    yield from (name for name, *_ in tables.states)
    for kind, listed in tables.aliases:
        if kind == "place":
            yield from (form for form in listed if " " in form or is_acronym(form))


def _country_prefixes(countries: Iterable[Country]) -> dict[str, list[tuple[Key, str]]]:
    prefixes: dict[str, list[tuple[Key, str]]] = defaultdict(list)
    for country in countries:
        for form in country.spellings:
            key = folded_words(form)
            prefixes[key[0]].append((key, fold(country.name)))
    return {
        first: sorted(listed, key=lambda entry: (-len(entry[0]), entry))
        for first, listed in prefixes.items()
    }


def _capitals(countries: Iterable[Country]) -> Iterator[tuple[str, str]]:
    """State that each capital may act for, but for those that are named like their states."""
    for country in countries:
        yield from ((form, country.name) for form in country.capital if form != country.name)


def _demonyms(countries: Iterable[Country]) -> re.Pattern[str]:
    """Demonyms, the longest first: South Korean is not read as Korean; a plural s is outside."""
    adjectives = {form for country in countries for form in country.adjectives}
    longest_first = sorted(adjectives, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?=[A-Z])({'|'.join(map(re.escape, longest_first))})s?(?!\w)")


def _acting() -> re.Pattern[str]:
    """Verbs of states' acts, with the words that may precede them."""
    verbs = "|".join(entries(f"{FOLDER}/acting_verbs.txt"))
    return re.compile(rf"\s+(?:{words.BEFORE_ACTING}\s+){{0,3}}(?:{verbs})\b")


def _nicknames() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for number, (name, others) in enumerate(rows(f"{FOLDER}/nicknames.tsv", 2)):
        for form in (name, *forms(others)):
            groups[fold(form)].add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def _folded(table: str) -> frozenset[str]:
    return frozenset(word for entry in entries(f"{FOLDER}/{table}") for word in folded_words(entry))


def _exceptions() -> Exceptions:
    by_rule: dict[str, dict[str, str]] = defaultdict(dict)
    for rule, form, value, _ in rows(f"{FOLDER}/exceptions.tsv", 4):
        by_rule[rule][form] = value
    return Exceptions(
        {form: re.compile(before) for form, before in by_rule["remainder"].items()},
        frozenset(by_rule["never_alone"]),
        frozenset(by_rule["leftover"]),
        frozenset(by_rule["one_body"]),
        by_rule["seat"],
    )
