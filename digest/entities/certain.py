"""Names whose kind is known beforehand: states, capitals and well-known organisations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from digest.entities.bits import COMMON, GIVEN, SURNAME
from digest.entities.known import entries, rows, split
from digest.entities.names import folded_words, is_acronym
from digest.entities.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.entities.known import Known
    from digest.model import ActorKind


_LEAST_SHOUTED: Final = 5  # letters; shorter capitals may be an acronym


@cache
def certain_kinds() -> Mapping[str, ActorKind]:
    """The kind of each known spelling that means one thing alone."""
    bits = load_tables().bits
    unsure = frozenset(entries("ambiguous_names.txt"))
    found: dict[str, ActorKind] = {}
    for form in _organisations():
        if " " in form or not bits.get(form, 0) & (GIVEN | SURNAME | COMMON):
            found[form] = "organisation"
    for form in _places():
        if not bits.get(form, 0) & (GIVEN | SURNAME):
            found[form] = "place"
    sure = {form: kind for form, kind in found.items() if form not in unsure}
    # In a headline they may be in capitals.
    shouted = {form.upper(): kind for form, kind in sure.items() if len(form) >= _LEAST_SHOUTED}
    return {**shouted, **sure}


def certain_kind(name: str, known: Known) -> ActorKind | None:
    """The kind of a name, by what is known of it or by a word that only organisations have.

    >>> from digest.entities.known import load_known
    >>> certain_kind("Government of India", load_known()), certain_kind("Ana Ruiz", load_known())
    ('organisation', None)
    """
    kind = certain_kinds().get(name)
    words = folded_words(name)
    if kind or len(words) == 1:
        return kind
    tells = {"government", *known.organisation_words}
    return "organisation" if {words[0], words[-1]} & tells else None


def _organisations() -> Iterator[str]:
    acronyms = {acronym for acronym, *_ in rows("acronyms.tsv", 3)}
    for name, others in rows("organisations.tsv", 2):
        yield from (name, *split(others))
    for acronym, _, name in rows("acronyms.tsv", 3):
        yield from (acronym, name)
    for kind, name, others in rows("aliases.tsv", 3):
        if kind == "organisation":
            forms = (name, *split(others))
            yield from (f for f in forms if " " in f or is_acronym(f) or f.upper() in acronyms)


def _places() -> Iterator[str]:
    for name, _, others, capital in rows("countries.tsv", 4):
        yield from (name, *split(others), *split(capital))
    for name, _ in rows("states.tsv", 2):
        yield name
    for kind, name, others in rows("aliases.tsv", 3):
        if kind == "place":
            yield from (f for f in (name, *split(others)) if " " in f or is_acronym(f))
