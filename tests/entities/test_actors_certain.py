"""Kinds that are known beforehand."""

from __future__ import annotations

from actors_marked import unmarked

from digest.entities.certain import certain_kind, certain_kinds
from digest.entities.known import load_known
from digest.entities.rulings import ruled_names, rulings


def test_states_and_well_known_bodies_have_one_kind() -> None:
    forms = ("North Korea", "Beijing", "United Nations", "EU", "Nato", "Reuters", "Washington")
    assert [certain_kinds().get(form) for form in forms] == [
        "place",
        "place",
        "organisation",
        "organisation",
        "organisation",
        "organisation",
        None,
    ]


def test_a_word_of_bodies_tells_a_longer_name() -> None:
    names = ("Government of Freedonia", "Velo Bank", "Ana Ruiz", "Bank")
    assert [certain_kind(name, load_known()) for name in names] == [
        "organisation",
        "organisation",
        None,
        None,
    ]


def test_a_capital_that_acts_is_its_state_whatever_kind_was_found() -> None:
    text, names = unmarked("<Beijing> said no.")
    read = ruled_names(text, names, rulings(capitals=True))
    assert [(name.text, name.kind) for name in read] == [("China", "place")]


def test_an_alias_has_the_kind_of_its_target() -> None:
    text, names = unmarked("[GOF] said no.")
    read = ruled_names(text, names, rulings(aliases=[("GOF", "Government of Freedonia")]))
    assert [(name.text, name.kind) for name in read] == [
        ("Government of Freedonia", "organisation")
    ]
