"""Tables of known names as they are listed: states, places, organisations, and forms of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from digest.language.tables import entries, forms, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import ActorKind

    Forms = tuple[str, ...]

FOLDER: Final = "english/entities"
_KINDS: Final[dict[str, ActorKind]] = {"organisation": "organisation", "place": "place"}


class Country(NamedTuple):
    """A state by its name, with adjectives and other forms; a capital in all its spellings."""

    name: str
    adjectives: Forms
    others: Forms
    capital: Forms

    @property
    def nouns(self) -> Forms:
        """State's name, then its other forms."""
        return (self.name, *self.others)

    @property
    def spellings(self) -> Forms:
        """Every form that means the state, its name first."""
        return (self.name, *self.adjectives, *self.others)


class Alias(NamedTuple):
    """Forms, the name first, that count for names of one kind alone."""

    kind: ActorKind
    forms: Forms


class NameTables(NamedTuple):
    """Listed names; `states` are parts of states, `acronyms` pairs of acronym and name.

    `states` and `organisations` hold their forms, the name first. `bodies` are organisations that
    many countries have.
    """

    countries: tuple[Country, ...]
    states: tuple[Forms, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    organisations: tuple[Forms, ...]
    acronyms: tuple[tuple[str, str], ...]
    aliases: tuple[Alias, ...]


class Referent(NamedTuple):
    """Referent of a known form: an actor or a place."""

    kind: ActorKind
    name: str


class KnownForm(NamedTuple):
    """A form of a known name; `adjective` is whether it is a demonym such as `Chinese`."""

    form: str
    referent: Referent
    adjective: bool = False


def load_name_tables() -> NameTables:
    """Read the tables from the package."""
    return NameTables(
        tuple(
            Country(name, forms(adjectives), forms(others), forms(capital))
            for name, adjectives, others, capital in rows(f"{FOLDER}/countries.tsv", 4)
        ),
        tuple((name, *forms(others)) for name, others in rows(f"{FOLDER}/states.tsv", 2)),
        tuple(entries(f"{FOLDER}/places.txt")),
        tuple(entries(f"{FOLDER}/bodies.txt")),
        tuple((name, *forms(others)) for name, others in rows(f"{FOLDER}/organisations.tsv", 2)),
        tuple((acronym, name) for acronym, _, name in rows(f"{FOLDER}/acronyms.tsv", 3)),
        tuple(
            Alias(_KINDS[kind], (name, *forms(others)))
            for kind, name, others in rows(f"{FOLDER}/aliases.tsv", 3)
        ),
    )


def known_forms(tables: NameTables) -> Iterator[KnownForm]:
    """Every form of a known name, with its referent; of several the first goes before the others.

    Aliases and parts of states are left out, as their forms may mean much else.
    """
    for country in tables.countries:
        state = Referent("place", country.name)
        yield from (KnownForm(form, state) for form in country.nouns)
        yield from (KnownForm(form, state, adjective=True) for form in country.adjectives)
        for form in country.capital:
            yield KnownForm(form, Referent("place", country.capital[0]))
    for place in tables.places:
        yield KnownForm(place, Referent("place", place))
    for body in tables.bodies:
        yield KnownForm(body, Referent("organisation", body))
    for name, form in organisation_forms(tables):
        yield KnownForm(form, Referent("organisation", name))


def organisation_forms(tables: NameTables) -> Iterator[tuple[str, str]]:
    """Each listed organisation's name with each of its forms."""
    for listed in tables.organisations:
        yield from ((listed[0], form) for form in listed)
    for acronym, name in tables.acronyms:
        yield from ((name, form) for form in (name, acronym))
