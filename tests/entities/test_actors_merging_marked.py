"""Which names mean the same actor, whatever found them."""

from __future__ import annotations

import pytest
from actors_marked import merged
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("passage", "actors"),
    [
        ("[Pavel Vrba] spoke. [Vrba] left.", ["Pavel Vrba"] * 2),
        ("[Pavel Vrba] spoke. [Pavel] left.", ["Pavel Vrba"] * 2),
        ("[CEO Pavel Vrba] spoke. [Mr. Vrba] left.", ["Pavel Vrba"] * 2),
        ("[Lena van Loon] spoke. [Van Loon] left.", ["Lena van Loon"] * 2),
        ("[Lena Raičević] spoke. [Raicevic] left.", ["Lena Raičević"] * 2),
        ("[William Orr] spoke. [Bill Orr] left. [Bill Orr] ate.", ["Bill Orr"] * 3),
        ("[Pavel J. Vrba] spoke. [P. Vrba] left.", ["Pavel J. Vrba"] * 2),
        ("[Omar bin Nasser] spoke. [Saad Haddad] left. [SH] ate.", ["Omar bin Nasser", *["Saad Haddad"] * 2]),
        ("[Agnes of Riga] spoke. [Agnes] left.", ["Agnes of Riga"] * 2),
        ("[Harpal Gill] met [Lt Gen Mohan Gill]. [Gill] left. [Harpal Gill] ate.", ["Harpal Gill", "Mohan Gill", *["Harpal Gill"] * 2]),
        ("[Ivo Orr Jr.] met [Ivo Orr Sr.]", ["Ivo Orr Jr.", "Ivo Orr Sr."]),
        ("[Vrba and Orr] spoke. [Pavel Vrba] left.", ["Vrba and Orr", "Pavel Vrba"]),
        ("[Ivo K. L.] spoke. [Ivo M. L.] left.", ["Ivo K. L.", "Ivo M. L."]),
        ("[Queen of Riga] spoke.", ["Queen of Riga"]),
    ],
)  # fmt: skip
def test_persons_of_one_article(passage: str, actors: list[str]) -> None:
    assert merged(passage) == [actors]


@pytest.mark.parametrize(
    ("passage", "actors"),
    [
        ("<Velo Zuno Inc.> grew. <Velo Zuno> shrank. <Velo Zuno> fell.", ["Velo Zuno"] * 3),
        ("The <Riga Harbour Agency> (<RHA>) met.", ["Riga Harbour Agency"] * 2),
        ("The <RHA> (<Riga Harbour Agency>) met.", ["Riga Harbour Agency"] * 2),
        ("The <Great Riga Harbour Agency> met the <RHA>.", ["Great Riga Harbour Agency"] * 2),
        ("<Zuno Airlines> flew. <ZUA> did not.", ["Zuno Airlines"] * 2),
        ("<Zuno Automotive Group> grew. <Zuno Auto> shrank.", ["Zuno Automotive Group"] * 2),
        ("The <Chinese People's Liberation Army> (<PLA>) met.", ["People's Liberation Army"] * 2),
        ("The <US Air Force>, <U.S. Air Force>, <USAF> and <Air Force>.", ["United States Air Force"] * 4),
        ("The <Kenyan Senate> met. The <Senate> rose.", ["Kenyan Senate"] * 2),
        ("The <Baltic Union> and the <Baltic Union Council>.", ["Baltic Union", "Baltic Union Council"]),
        ("The <Faculty of the University of Riga> and the <University of Riga>.", ["Faculty of the University of Riga", "University of Riga"]),
        ("<U.N.> and <UN> and <United Nations>.", ["United Nations"] * 3),
        ("<Ford Motors Co.> and <Ford>.", ["Ford"] * 2),
        ("The <Supreme Court> of {Kenya} met. The <Court> rose.", ["Supreme Court", "Kenya", "Supreme Court"]),
    ],
)  # fmt: skip
def test_organisations_of_one_article(passage: str, actors: list[str]) -> None:
    assert merged(passage) == [actors]


@pytest.mark.parametrize(
    ("passage", "actors"),
    [
        ("{U.S.}, {US}, {America} and the {American} side.", ["United States"] * 4),
        ("The {Kenyan Government} in {Kenya}.", ["Kenya"] * 2),
        ("{Ormo City} and {Ormo}, {City of Ormo}.", ["Ormo", "Ormo", "Ormo"]),
        ("{Mexico City} in {Mexico}.", ["Mexico City", "Mexico"]),
        ("{Ormo Dam} in {Ormo}.", ["Ormo Dam", "Ormo"]),
        ("{Jona Square} is closed; the {Square} is wet.", ["Jona Square"] * 2),
        ("{N.J.} and {New Jersey}; {Wash.} and {Washington, D.C.}", ["New Jersey"] * 2 + ["Washington"] * 2),
        ("{Sana’a} and {Sanaa}; {Kiev} and {Kyiv}.", ["Sanaa"] * 2 + ["Kyiv"] * 2),
    ],
)  # fmt: skip
def test_places_of_one_article(passage: str, actors: list[str]) -> None:
    assert merged(passage) == [actors]


def test_a_family_name_alone_means_nobody_of_another_article_without_a_shared_actor() -> None:
    assert merged("[Pavel Vrba] met [Ana Ruiz].", "[Vrba] ate.", "[Vrba] met [Ana Ruiz].") == [
        ["Pavel Vrba", "Ana Ruiz"],
        ["Vrba"],
        ["Pavel Vrba", "Ana Ruiz"],
    ]


def test_of_two_with_one_family_name_the_one_in_like_company_is_meant() -> None:
    assert merged(
        "[Pavel Vrba] met [Ana Ruiz].", "[Tomas Vrba] met [Ivo Orr].", "[Vrba] met [Ivo Orr]."
    ) == [["Pavel Vrba", "Ana Ruiz"], ["Tomas Vrba", "Ivo Orr"], ["Tomas Vrba", "Ivo Orr"]]


def test_an_acronym_that_one_article_declares_is_known_to_the_others() -> None:
    assert merged("The <Riga Harbour Agency> (<RHA>) met.", "The <RHA> rose.") == [
        ["Riga Harbour Agency"] * 2,
        ["Riga Harbour Agency"],
    ]


def test_an_acronym_that_is_only_formed_holds_where_actors_are_shared() -> None:
    assert merged(
        "The <Riga Harbour Agency> and the <RHA> met [Ana Ruiz].",
        "The <RHA> rose.",
        "The <RHA> met [Ana Ruiz].",
    ) == [
        ["Riga Harbour Agency", "Riga Harbour Agency", "Ana Ruiz"],
        ["RHA"],
        ["Riga Harbour Agency", "Ana Ruiz"],
    ]


def test_the_name_of_most_articles_is_canonical() -> None:
    """However often one article says another."""
    assert merged("[Joseph Orr], [Joseph Orr], [Joseph Orr]", "[Joe Orr]", "[Joe Orr]") == [
        ["Joe Orr"] * 3,
        ["Joe Orr"],
        ["Joe Orr"],
    ]


NAMES = (
    "[Pavel Vrba]", "[Tomas Vrba]", "[Vrba]", "[P. Vrba]", "[Mr Vrba]", "[Ana Ruiz]", "[Ana M. Ruiz]",
    "[Ana]", "[AR]", "<Riga Harbour Agency>", "<RHA>", "(<RHA>)", "<Harbour Agency>", "<Agency>", "<Senate>",
    "<Kenyan Senate>", "<Velo>", "<Velo Zuno>", "<Velo Zuno Ltd>", "<Velo Orr>", "{Kenya}", "{Kenyan}",
    "{Ormo}", "{Ormo City}", "{City of Ormo}", "{P.R.C.}", "<PLA>", "<Chinese PLA>", "{China}", "<the>", "[.]",
    "{US}", "<U.S.>", "<US Government>", "{US Government}",
)  # fmt: skip
marked = st.lists(st.sampled_from(NAMES), max_size=8).map(" ".join).map("x {}".format)


@given(st.lists(marked, min_size=1, max_size=4))
def test_the_order_of_articles_changes_no_name(passages: list[str]) -> None:
    assert merged(*passages) == merged(*passages[::-1])[::-1]
