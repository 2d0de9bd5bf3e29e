"""Demonyms: what stands for a state is counted where that is asked for, and is no name else."""

from __future__ import annotations

from making import article, corpus

from digest.entities import Naming, find_actors, rulings

TEXT = "The Chinese side met China and two Indians in the Indian Ocean."


def named(*, demonyms: bool) -> list[tuple[str, str]]:
    naming = Naming(rulings=rulings(demonyms=demonyms))
    (found,) = find_actors(corpus(article(TEXT)).texts, naming)
    return [(mention.text, mention.actor) for mention in found]


def test_a_demonym_names_its_state_unless_it_stands_in_a_name() -> None:
    assert named(demonyms=True) == [
        ("Chinese", "China"),
        ("China", "China"),
        ("Indian", "India"),
        ("Indian Ocean", "Indian Ocean"),
    ]


def test_a_demonym_is_no_name() -> None:
    assert named(demonyms=False) == [("China", "China"), ("Indian Ocean", "Indian Ocean")]
