"""Kinds that are known beforehand."""

from __future__ import annotations

from actors_marked import unmarked
from shipped import GAZETTEER

from digest.entities.overrides import overridden_names, overrides


def test_states_and_well_known_bodies_have_one_kind() -> None:
    forms = ("North Korea", "Beijing", "United Nations", "EU", "Nato", "Reuters", "Washington")
    assert [GAZETTEER.kinds.get(form) for form in forms] == [
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
    assert [GAZETTEER.kind_of(name) for name in names] == [
        "organisation",
        "organisation",
        None,
        None,
    ]


def test_a_capital_that_acts_is_its_state_whatever_kind_was_found() -> None:
    text, names = unmarked("<Beijing> said no.")
    read = overridden_names(text, names, overrides(capitals=True), GAZETTEER)
    assert [(name.text, name.kind) for name in read] == [("China", "place")]


def test_an_alias_has_the_kind_of_its_target() -> None:
    text, names = unmarked("[GOF] said no.")
    by = overrides(aliases=[("GOF", "Government of Freedonia")])
    read = overridden_names(text, names, by, GAZETTEER)
    assert [(name.text, name.kind) for name in read] == [
        ("Government of Freedonia", "organisation")
    ]
