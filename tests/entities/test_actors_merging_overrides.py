"""What an editor says of actors goes before what is found."""

from __future__ import annotations

import pytest
from actors_marked import merged

from digest.entities import overrides


def test_an_alias_is_read_as_the_name_it_stands_for() -> None:
    """And merges with it, whatever the case and the dots."""
    by = overrides(aliases=[("the z.", "Zorg Hartik")])
    assert merged("[The Z] met [Mr Hartik].", by=by) == [["Zorg Hartik"] * 2]


def test_an_actor_is_called_by_the_name_of_an_alias() -> None:
    by = overrides(aliases=[("Zee", "Zorg Hartik")])
    assert merged("[Zorg A. Hartik], [Zorg A. Hartik] and [Zee].", by=by) == [["Zorg Hartik"] * 3]


def test_an_alias_goes_before_the_tables() -> None:
    by = overrides(aliases=[("PLA", "Port of London Authority")])
    assert merged("The <PLA> met.", by=by) == [["Port of London Authority"]]


def test_a_forced_name_is_given_to_all_mentions_of_the_actor() -> None:
    by = overrides(names=[("Riga Harbour Agency", "RHA")])
    assert merged("The <Riga Harbour Agency>, or <RHA>.", "The <RHA>.", by=by) == [
        ["RHA"] * 2,
        ["RHA"],
    ]


def test_a_forced_name_is_not_given_to_a_namesake() -> None:
    by = overrides(names=[("Harpal Gill", "H. S. Gill")])
    assert merged("[Mohan Gill], or [Gill].", "[Harpal Gill], or [Gill].", by=by) == [
        ["Mohan Gill"] * 2,
        ["H. S. Gill"] * 2,
    ]


@pytest.mark.parametrize("name", ["RHA", "riga harbour agency", "The Agency"])
def test_what_is_kept_out_is_known_by_spelling_canonical_or_forced_name(name: str) -> None:
    by = overrides(names=[("Riga Harbour Agency", "The Agency")], exclude=[name])
    passage = "[Ana Ruiz] led the <RHA>."
    assert merged("The <Riga Harbour Agency> (<RHA>).", passage, by=by)[1] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("passage", "actor"),
    [
        ("{Beijing} said so.", "China"),
        ("{Washington} has repeatedly warned of it.", "United States"),
        ("Rain fell in {Beijing}.", "Beijing"),
        ("People in {Beijing} said so.", "Beijing"),
        ("[Beijing] said so.", "Beijing"),
        ("{Shanghai} said so.", "Shanghai"),
    ],
)
def test_a_capital_that_acts_stands_for_its_state(passage: str, actor: str) -> None:
    assert merged(passage, by=overrides(capitals=True)) == [[actor]]


def test_a_capital_is_a_place_where_nothing_else_is_asked_for() -> None:
    assert merged("{Beijing} said so.") == [["Beijing"]]
