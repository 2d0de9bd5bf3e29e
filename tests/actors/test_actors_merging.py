"""Which mentions mean the same actor, and by what name."""

from __future__ import annotations

from actors_found import found, story
from making import article, corpus

from digest.actors.merging import merge_names
from digest.actors.names import Name
from digest.model import ActorMention


def test_a_family_name_means_the_person_named_in_full() -> None:
    assert found("Lt Gen Harpal Gill spoke. Later Gill left.") == [
        ("Harpal Gill", "person", "Harpal Gill"),
        ("Gill", "person", "Harpal Gill"),
    ]


def test_of_two_with_one_family_name_the_more_mentioned_is_meant() -> None:
    text = "Pavel Vrba met Tomas Vrba. They like Tomas Vrba, and Vrba sleeps."
    assert found(text) == [
        ("Pavel Vrba", "person", "Pavel Vrba"),
        ("Tomas Vrba", "person", "Tomas Vrba"),
        ("Tomas Vrba", "person", "Tomas Vrba"),
        ("Vrba", "person", "Tomas Vrba"),
    ]


def test_of_two_mentioned_as_often_the_first_is_meant() -> None:
    assert found("Pavel Vrba met Tomas Vrba while Vrba slept.") == [
        ("Pavel Vrba", "person", "Pavel Vrba"),
        ("Tomas Vrba", "person", "Tomas Vrba"),
        ("Vrba", "person", "Pavel Vrba"),
    ]


def test_an_articles_own_person_goes_before_the_storys() -> None:
    assert story(
        "Pavel Vrba met Ana Ruiz.", "Tomas Vrba left as Vrba slept.", "Mr Vrba met Ana Ruiz."
    ) == [
        [("Pavel Vrba", "person", "Pavel Vrba"), ("Ana Ruiz", "person", "Ana Ruiz")],
        [("Tomas Vrba", "person", "Tomas Vrba"), ("Vrba", "person", "Tomas Vrba")],
        [("Vrba", "person", "Pavel Vrba"), ("Ana Ruiz", "person", "Ana Ruiz")],
    ]


def test_initials_agree_with_given_names_and_the_most_used_form_is_canonical() -> None:
    assert story("Ana Ruiz and Ana Ruiz.", "A. Ruiz met Ana M. Ruiz and Olga Ruiz.") == [
        [("Ana Ruiz", "person", "Ana Ruiz"), ("Ana Ruiz", "person", "Ana Ruiz")],
        [
            ("A. Ruiz", "person", "Ana Ruiz"),
            ("Ana M. Ruiz", "person", "Ana Ruiz"),
            ("Olga Ruiz", "person", "Olga Ruiz"),
        ],
    ]


def test_an_acronym_in_brackets_means_the_name_before_it_in_all_articles() -> None:
    assert story("The Harbour Safety Agency (HSA) opened.", "The HSA closed.") == [
        [
            ("Harbour Safety Agency", "organisation", "Harbour Safety Agency"),
            ("HSA", "organisation", "Harbour Safety Agency"),
        ],
        [("HSA", "organisation", "Harbour Safety Agency")],
    ]


def test_an_acronym_is_formed_from_the_words_of_a_name() -> None:
    assert found("The Nordic Fisheries Council met. Later NFC members left.") == [
        ("Nordic Fisheries Council", "organisation", "Nordic Fisheries Council"),
        ("NFC", "organisation", "Nordic Fisheries Council"),
    ]


def test_a_well_known_acronym_stands_for_its_expansion() -> None:
    assert found("Chinese PLA units and the SCO met.") == [
        ("Chinese", "place", "China"),
        ("PLA", "organisation", "People's Liberation Army"),
        ("SCO", "organisation", "Shanghai Cooperation Organisation"),
    ]


def test_a_curly_apostrophe_makes_no_other_actor() -> None:
    text = "The Chinese People’s Liberation Army (PLA) and the People's Liberation Army."
    assert found(text) == [
        ("Chinese", "place", "China"),
        ("People’s Liberation Army", "organisation", "People's Liberation Army"),
        ("PLA", "organisation", "People's Liberation Army"),
        ("People's Liberation Army", "organisation", "People's Liberation Army"),
    ]


def test_forms_of_a_country_are_one_actor() -> None:
    assert found("The U.S. and American aides met US and UK envoys in Britain.") == [
        ("U.S.", "place", "United States"),
        ("American", "place", "United States"),
        ("US", "place", "United States"),
        ("UK", "place", "United Kingdom"),
        ("Britain", "place", "United Kingdom"),
    ]


def test_a_companys_suffix_and_spelling_make_no_other_actor() -> None:
    assert story(
        "Velo Zuno Ltd. grew. The carmaker Velo Zuno shrank.",
        "The carmaker Velo Zuno fell. A Baltic Trade Organization is a Baltic Trade Organisation.",
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
        "The Kenyan Senate met. The Senate asked the European Union and the European Union Council."
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
    assert merge_names(made.texts, names) == (
        (
            ActorMention(0, 12, "ada lovelace", "person", "Ada Lovelace"),
            ActorMention(20, 28, "lovelace", "person", "Ada Lovelace"),
        ),
    )
