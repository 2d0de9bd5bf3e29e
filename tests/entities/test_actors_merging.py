"""Which mentions mean the same actor, and by what name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from making import article, corpus
from shipped import GAZETTEER

from digest.entities.coreference.merging import merge_names
from digest.entities.names import Name, plain
from digest.model import ActorMention

if TYPE_CHECKING:
    from digest.model import ActorKind

KINDS: Final[dict[str, ActorKind]] = {"p": "person", "o": "organisation", "l": "place"}


def named(marked: str) -> tuple[str, tuple[Name, ...]]:
    """A text and its names: `{p:Ana Ruiz}` is a person, o an organisation, l a place."""
    text, names = "", []
    for part in re.split(r"(\{[pol]:[^}]+\})", marked):
        if part.startswith("{"):
            name = part[3:-1]
            names.append(Name(len(text), len(text) + len(name), plain(name), KINDS[part[1]]))
            text += name
        else:
            text += part
    return text, tuple(names)


def story(*marked: str) -> list[list[tuple[str, str, str]]]:
    """Text, kind and actor of each mention in each article of one story."""
    parsed = [named(one) for one in marked]
    made = corpus(*(article(text, f"a{i}") for i, (text, _) in enumerate(parsed)))
    merged = merge_names(made.texts, [names for _, names in parsed], GAZETTEER)
    return [[(m.text, m.kind, m.actor) for m in mentions] for mentions in merged]


def found(marked: str) -> list[tuple[str, str, str]]:
    """Text, kind and actor of each mention in an article that is a story by itself."""
    return story(marked)[0]


def test_a_family_name_means_the_person_named_in_full() -> None:
    assert found("Lt Gen {p:Harpal Gill} spoke. Later {p:Gill} left.") == [
        ("Harpal Gill", "person", "Harpal Gill"),
        ("Gill", "person", "Harpal Gill"),
    ]


def test_of_two_with_one_family_name_the_more_mentioned_is_meant() -> None:
    text = "{p:Pavel Vrba} met {p:Tomas Vrba}. They like {p:Tomas Vrba}, and {p:Vrba} sleeps."
    assert found(text) == [
        ("Pavel Vrba", "person", "Pavel Vrba"),
        ("Tomas Vrba", "person", "Tomas Vrba"),
        ("Tomas Vrba", "person", "Tomas Vrba"),
        ("Vrba", "person", "Tomas Vrba"),
    ]


def test_of_two_mentioned_as_often_the_first_is_meant() -> None:
    assert found("{p:Pavel Vrba} met {p:Tomas Vrba} while {p:Vrba} slept.") == [
        ("Pavel Vrba", "person", "Pavel Vrba"),
        ("Tomas Vrba", "person", "Tomas Vrba"),
        ("Vrba", "person", "Pavel Vrba"),
    ]


def test_an_articles_own_person_goes_before_the_storys() -> None:
    assert story(
        "{p:Pavel Vrba} met {p:Ana Ruiz}.",
        "{p:Tomas Vrba} left as {p:Vrba} slept.",
        "Mr {p:Vrba} met {p:Ana Ruiz}.",
    ) == [
        [("Pavel Vrba", "person", "Pavel Vrba"), ("Ana Ruiz", "person", "Ana Ruiz")],
        [("Tomas Vrba", "person", "Tomas Vrba"), ("Vrba", "person", "Tomas Vrba")],
        [("Vrba", "person", "Pavel Vrba"), ("Ana Ruiz", "person", "Ana Ruiz")],
    ]


def test_initials_agree_with_given_names_and_the_most_used_form_is_canonical() -> None:
    assert story(
        "{p:Ana Ruiz} and {p:Ana Ruiz}.",
        "{p:A. Ruiz} met {p:Ana M. Ruiz} and {p:Olga Ruiz}.",
    ) == [
        [("Ana Ruiz", "person", "Ana Ruiz"), ("Ana Ruiz", "person", "Ana Ruiz")],
        [
            ("A. Ruiz", "person", "Ana Ruiz"),
            ("Ana M. Ruiz", "person", "Ana Ruiz"),
            ("Olga Ruiz", "person", "Olga Ruiz"),
        ],
    ]


def test_an_acronym_in_brackets_means_the_name_before_it_in_all_articles() -> None:
    assert story("The {o:Harbour Safety Agency} ({o:HSA}) opened.", "The {o:HSA} closed.") == [
        [
            ("Harbour Safety Agency", "organisation", "Harbour Safety Agency"),
            ("HSA", "organisation", "Harbour Safety Agency"),
        ],
        [("HSA", "organisation", "Harbour Safety Agency")],
    ]


def test_an_acronym_is_formed_from_the_words_of_a_name() -> None:
    assert found("The {o:Nordic Fisheries Council} met. Later {o:NFC} members left.") == [
        ("Nordic Fisheries Council", "organisation", "Nordic Fisheries Council"),
        ("NFC", "organisation", "Nordic Fisheries Council"),
    ]


def test_a_well_known_acronym_stands_for_its_expansion() -> None:
    assert found("Chinese {o:PLA} units and the {o:SCO} met.") == [
        ("PLA", "organisation", "People's Liberation Army"),
        ("SCO", "organisation", "Shanghai Cooperation Organisation"),
    ]


def test_a_curly_apostrophe_makes_no_other_actor() -> None:
    text = "The {o:People’s Liberation Army} ({o:PLA}) and the {o:People's Liberation Army}."
    assert found(text) == [
        ("People’s Liberation Army", "organisation", "People's Liberation Army"),
        ("PLA", "organisation", "People's Liberation Army"),
        ("People's Liberation Army", "organisation", "People's Liberation Army"),
    ]


def test_forms_of_a_country_are_one_actor() -> None:
    assert found(
        "The {l:U.S.} and {l:American} aides met {l:US} and {l:UK} envoys in {l:Britain}."
    ) == [
        ("U.S.", "place", "United States"),
        ("American", "place", "United States"),
        ("US", "place", "United States"),
        ("UK", "place", "United Kingdom"),
        ("Britain", "place", "United Kingdom"),
    ]


def test_a_companys_suffix_and_spelling_make_no_other_actor() -> None:
    assert story(
        "{o:Velo Zuno Ltd.} grew. The carmaker {o:Velo Zuno} shrank.",
        "The carmaker {o:Velo Zuno} fell. A {o:Baltic Trade Organization}"
        " is a {o:Baltic Trade Organisation}.",
    ) == [
        [
            ("Velo Zuno Ltd.", "organisation", "Velo Zuno"),
            ("Velo Zuno", "organisation", "Velo Zuno"),
        ],
        [
            ("Velo Zuno", "organisation", "Velo Zuno"),
            ("Baltic Trade Organization", "organisation", "Baltic Trade Organisation"),
            ("Baltic Trade Organisation", "organisation", "Baltic Trade Organisation"),
        ],
    ]


def test_a_body_is_its_countrys_but_a_union_is_not_its_council() -> None:
    text = (
        "The {o:Kenyan Senate} met. The {o:Senate} asked the {o:European Union}"
        " and the {o:European Union Council}."
    )
    assert found(text) == [
        ("Kenyan Senate", "organisation", "Kenyan Senate"),
        ("Senate", "organisation", "Kenyan Senate"),
        ("European Union", "organisation", "European Union"),
        ("European Union Council", "organisation", "European Union Council"),
    ]


def test_names_of_another_finder_are_merged_alike() -> None:
    made = corpus(article("ada lovelace wrote; lovelace slept"))
    names = ((Name(0, 12, "Ada Lovelace", "person"), Name(20, 28, "Lovelace", "person")),)
    assert merge_names(made.texts, names, GAZETTEER) == (
        (
            ActorMention(0, 12, "ada lovelace", "person", "Ada Lovelace"),
            ActorMention(20, 28, "lovelace", "person", "Ada Lovelace"),
        ),
    )
