"""How marks are made consistent, and headlines made, before the model is trained."""

from __future__ import annotations

import pytest
from shipped import GAZETTEER

from training.actors.gold import Lists, Mark, Marked, consistent
from training.actors.headlines import capitalised, headed


def marked(text: str, *marks: tuple[str, str]) -> Marked:
    """An article of one sentence with marks by their texts and kinds."""
    found = [Mark(text.index(name), text.index(name) + len(name), kind) for name, kind in marks]
    return Marked("meantime", "a", text, [(0, len(text))], found)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("President Ana Ruiz", "person", [("Ana Ruiz", "person")]),
        ("the Harbour Board", "organisation", [("Harbour Board", "organisation")]),
        ("Denver, Colorado", "place", [("Denver", "place"), ("Colorado", "place")]),
        ("Peru", "organisation", [("Peru", "place")]),
        ("Peruvian", "place", []),
        ("someone", "person", []),
    ],
)
def test_marks_are_made_consistent(name: str, kind: str, expected: list[tuple[str, str]]) -> None:
    article = marked(f"They saw {name} again.", (name, kind))
    lists = Lists(frozenset({"Peru"}), frozenset({"Peruvian"}), GAZETTEER.cues)
    made = consistent(article, lists)
    assert [(article.text[m.start : m.end], m.kind) for m in made.marks] == expected


def test_a_headline_repeats_a_sentence_with_its_marks() -> None:
    article = headed(marked("They saw Ana Ruiz.", ("Ana Ruiz", "person")), str.upper)
    assert (article.text, article.marks) == (
        "THEY SAW ANA RUIZ.\nThey saw Ana Ruiz.",
        [Mark(9, 17, "person"), Mark(28, 36, "person")],
    )


def test_small_words_stay_small_in_a_capitalised_headline() -> None:
    assert capitalised("They met Ana's aide in town.") == "They Met Ana's Aide in Town."
