"""Demonyms: what stands for a state is counted where that is asked for, and is no name else."""

from __future__ import annotations

from making import article, corpus
from shipped import naming

from digest.entities import find_actors, overrides

TEXT = "The Chinese side met China and two Indians in the Indian Ocean."


def named(*, demonyms: bool) -> list[tuple[str, str]]:
    by = overrides(demonyms=demonyms)
    (found,) = find_actors(corpus(article(TEXT)).texts, naming(by))
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
