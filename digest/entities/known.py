"""What merging knows beforehand: by which names states and bodies go, and which words tell little.

The tables are read from the package once. A form is known as it is spelt, since `US` is a state
and `us` is not; dots within an acronym don't count.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from digest.entities.names import Key, fold, folded_words, is_acronym

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

_KINDS: Final = ("organisation", "place")
_BODILESS: Final = frozenset({"Federal Reserve"})


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """All that is known of names.

    `names` holds what a form stands for, for any kind but persons, and `of_kind` what it stands
    for as a name of one kind. `settled` holds the canonical name of each known organisation by its
    folded words, `spelt` these words for its other forms of several. `leads` holds the forms of a
    country, which may stand at the head of a longer name, by their first words, the longest first.
    `states` holds the names of countries and their states by their words, `placed` these words and
    those of other places that no word tells as such. Words and keys are folded.
    """

    names: Mapping[str, str]
    of_kind: Mapping[str, Mapping[str, str]]
    settled: Mapping[Key, str]
    spelt: Mapping[Key, Key]
    leads: Mapping[str, Sequence[tuple[Key, str]]]
    states: Mapping[Key, str]
    placed: frozenset[Key]
    demonyms: Mapping[str, str]
    capitals: Mapping[str, str]
    bodies: frozenset[Key]
    suffixes: frozenset[str]
    organisation_words: frozenset[str]
    place_words: frozenset[str]
    titles: frozenset[str]
    nicknames: Mapping[str, frozenset[int]]

    def meaning(self, kind: str, form: str) -> str:
        """What a form stands for, or itself."""
        found = self.of_kind[kind].get(form) or self.names.get(form)
        if not found and "." in form and is_acronym(form):
            bare = form.replace(".", "")
            found = self.of_kind[kind].get(bare) or self.names.get(bare)
        return found or form


@cache
def load_known() -> Known:
    """Read the tables from the package."""
    countries = list(rows("countries.tsv", 4))
    of_kind = _of_kind()
    bodies = frozenset(entries("bodies.txt"))
    names = dict(_names(countries))
    states = {folded_words(name): name for name, *_ in (*rows("states.tsv", 2), *countries)}
    organisations = {**dict(_organisations()), **of_kind["organisation"]}
    return Known(
        names=names,
        of_kind=of_kind,
        settled={
            folded_words(name): name
            for name in organisations.values()
            if name not in bodies or name in _BODILESS
        },
        spelt={
            folded_words(form): folded_words(name)
            for form, name in organisations.items()
            if " " in form and form != name
        },
        leads=_leads(countries),
        states=states,
        placed=frozenset([*states, *map(folded_words, entries("places.txt"))]),
        demonyms={form: name for name, forms, *_ in countries for form in split(forms)},
        capitals=dict(_capitals(countries)),
        bodies=frozenset(folded_words(body) for body in bodies),
        suffixes=_folded("company_suffixes.txt"),
        organisation_words=_folded("organisation_words.txt"),
        place_words=_folded("place_words.txt"),
        titles=frozenset(folded_words(title)[-1] for title in entries("titles.txt")),
        nicknames=_nicknames(),
    )


def _names(countries: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """What any name but a person's may be a form of; the later goes before the earlier."""
    yield from _organisations()
    for name, adjectives, others, capital in countries:
        first, *spellings = split(capital) or [""]
        yield from ((form, first) for form in spellings)
        yield from ((form, name) for form in (name, *split(adjectives), *split(others)))


def _organisations() -> Iterator[tuple[str, str]]:
    for name, others in rows("organisations.tsv", 2):
        yield from ((form, name) for form in (name, *split(others)))
    for acronym, _, name in rows("acronyms.tsv", 3):
        yield from ((form, name) for form in (name, acronym))


def _of_kind() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    for name, others in rows("states.tsv", 2):
        found["place"].update(dict.fromkeys((name, *split(others)), name))
    for kind, name, others in rows("aliases.tsv", 3):
        found[kind].update(dict.fromkeys((name, *split(others)), name))
    return found


def _leads(countries: Sequence[Sequence[str]]) -> dict[str, list[tuple[Key, str]]]:
    found: dict[str, list[tuple[Key, str]]] = defaultdict(list)
    for name, adjectives, others, _ in countries:
        for form in (name, *split(adjectives), *split(others)):
            words = folded_words(form)
            found[words[0]].append((words, fold(name)))
    return {first: sorted(forms, key=lambda f: (-len(f[0]), f)) for first, forms in found.items()}


def _capitals(countries: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The state that each capital may stand for, but for those that stand for others too."""
    for name, _, _, capital in countries:
        yield from ((form, name) for form in split(capital) if form != name)
    yield "Washington", "United States"
    yield "Kremlin", "Russia"


def _nicknames() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for number, (name, others) in enumerate(rows("nicknames.tsv", 2)):
        for form in (name, *split(others)):
            groups[fold(form)].add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def _folded(table: str) -> frozenset[str]:
    return frozenset(word for entry in entries(table) for word in folded_words(entry))


def split(field: str) -> list[str]:
    """The forms within a field."""
    return field.split("|") if field else []


def entries(table: str) -> Iterator[str]:
    """The entries of a list, which commas or lines part."""
    for line in _lines(table):
        yield from (entry.strip() for entry in line.split(",") if entry.strip())


def rows(table: str, width: int) -> Iterator[list[str]]:
    """The records of a table, each with as many fields."""
    for line in _lines(table):
        fields = line.split("\t")
        yield fields + [""] * (width - len(fields))


def _lines(table: str) -> Collection[str]:
    text = (files("digest.entities") / "tables" / table).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
