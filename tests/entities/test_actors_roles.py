"""Roles beside names of persons."""

from __future__ import annotations

import pytest
from actors_found import mentions
from hypothesis import given
from hypothesis import strategies as st
from shipped import GAZETTEER

from digest.entities.roles import role_of
from digest.model import Span

# The name in brackets, and its role.
BESIDE = {
    "Defence minister [Ana Ruiz] left.": "Defence minister",
    "External affairs minister [S. Rao] spoke to the house.": "External affairs minister",
    "He met the Chinese defence minister [Li Wan].": "Chinese defence minister",
    "Talks with Lt Gen [Har Dev] went on.": "Lt Gen",
    "Talks with Lt. Gen. [Har Dev] went on.": "Lt. Gen.",
    "Army chief Gen [M. Dev] flew home.": "Army chief Gen",
    "Minister of State for External Affairs [V. Rao] agreed.": "Minister of State for External Affairs",
    "Foreign Affairs and Trade Minister [Tom Reed] agreed.": "Foreign Affairs and Trade Minister",
    "The president and Chancellor [Eva Lang] agreed.": "Chancellor",
    "In Paris President [Reed] agreed.": "President",
    "New York mayor [Reed] agreed.": "New York mayor",
    "The former U.S. Secretary of State [Reed] agreed.": "former U.S. Secretary of State",
    "So said Velo CEO [Tom Reed].": "Velo CEO",
    "On Friday CEO [Tom Reed] agreed.": "CEO",
    "President Mr [Reed] agreed.": "President",
    "The minister, [Tom Reed], agreed.": "minister",
    "[Tom Reed], the defence minister, agreed.": "defence minister",
    "[Tom Reed], 45, a prominent human rights lawyer, agreed.": "prominent human rights lawyer",
    "[Tom Reed], president of Freedonia, agreed.": "president of Freedonia",
    "[Tom Reed], a spokesman for the ministry of trade and industry, agreed.": (
        "spokesman for the ministry of trade and industry"
    ),
    "[Tom Reed], the company's chief executive, agreed.": "company's chief executive",
    "They chose [Tom Reed], the mayor.": "mayor",
    "[Tom Reed], mayor of Riga announced a ban.": "mayor of Riga",
    "[Tom Reed], the mayor of Riga on Friday, agreed.": "mayor of Riga",
    "[Tom Reed], the mayor of Riga at a meeting, agreed.": "mayor of Riga",
    "[Tom Reed], the mayor with a plan, agreed.": "mayor",
    "So Race Director [Tom Reed] agreed.": "Race Director",
    "Its marketing chief [Tom Reed] agreed.": "marketing chief",
    "Ex-Velo president [Tom Reed] agreed.": "Ex-Velo president",
    "Press Japanese Prime Minister [Ito] agreed.": "Japanese Prime Minister",
    "A former Japanese prime minister, [Ito], agreed.": "former Japanese prime minister",
}
NONE = (
    "Mr [Reed] agreed.",
    "His wife [Eva Lang] agreed.",
    "French [Reed] agreed.",
    "The leader of the party [Reed] belongs to agreed.",
    "[Tom Reed], Prime Minister Eva Lang and others agreed.",
    "[Tom Reed], who is a minister, agreed.",
    "[Tom Reed], minister.of",
    "[Tom Reed], president of France and Germany's chancellor agreed.",
    "The prime minister, [Tom Reed], and the army chief agreed.",
    "Foreign [Reed]",
    "[Reed]",
    "The F--king [Rocket] flew.",
    "Through a representative, [Reed], agreed.",
    "He met his counterpart [Reed].",
)


def role(marked: str) -> str:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = role_of(text, Span(start, end), Span(0, len(text)), GAZETTEER.offices)
    return text[found.start : found.end] if found else ""


@pytest.mark.parametrize(("marked", "expected"), BESIDE.items())
def test_the_title_office_or_calling_beside_a_name_is_its_role(marked: str, expected: str) -> None:
    assert role(marked) == expected


@pytest.mark.parametrize("marked", NONE)
def test_what_is_no_sure_role_is_none(marked: str) -> None:
    assert role(marked) == ""


def test_a_role_ends_with_its_sentence() -> None:
    """The minister of the sentence before is somebody else."""
    text = "So said the minister Tom Reed met her."
    assert role_of(text, Span(21, 29), Span(21, len(text)), GAZETTEER.offices) is None


def test_mentions_of_persons_carry_their_roles() -> None:
    (found,) = mentions("Defence Minister Rajnath Singh arrived in Moscow. Singh smiled.")
    assert [(m.text, m.role and (m.role.start, m.role.text)) for m in found] == [
        ("Rajnath Singh", (0, "Defence Minister")),
        ("Moscow", None),
        ("Singh", None),
    ]


WORDS = (
    "Minister minister of for and the a , . ; General Lt. Mr chief U.S. French 's ’s "
    "Paris CEO in former , 45, Velo trade affairs President "
)
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\x00"])


@given(st.lists(PIECES, max_size=12), st.lists(PIECES, max_size=12))
def test_a_role_is_a_stretch_of_its_sentence_beside_the_name(
    before: list[str], after: list[str]
) -> None:
    head = " ".join(["Kept out.", *before, ""])
    text = f"{head}Tom Reed{' '.join(after)}"
    name = Span(len(head), len(head) + 8)
    found = role_of(text, name, Span(10, len(text)), GAZETTEER.offices)
    assert found is None or (
        10 <= found.start < found.end <= len(text)
        and (found.end < name.start or found.start > name.end)
        and text[found.start : found.end].strip() == text[found.start : found.end]
    )
