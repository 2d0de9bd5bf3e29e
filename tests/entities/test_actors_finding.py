"""Which stretches of an article are names, and of what kind."""

from __future__ import annotations

import pytest
from actors_found import found


def test_titles_stay_outside_a_persons_name() -> None:
    text = "Foreign minister Aino Saarela met General Otto Brandt and Lt. Gen. Omar Diab."
    assert found(text) == [
        ("Aino Saarela", "person", "Aino Saarela"),
        ("Otto Brandt", "person", "Otto Brandt"),
        ("Omar Diab", "person", "Omar Diab"),
    ]


def test_a_title_with_a_stop_leaves_the_name_with_initials() -> None:
    text = "Gen. M. M. Naravane flew to Ladakh, and Col. B. Santosh Babu stayed."
    assert [text for text, kind, _ in found(text) if kind == "person"] == [
        "M. M. Naravane",
        "B. Santosh Babu",
    ]


def test_a_title_of_several_words_leaves_the_name() -> None:
    text = "He met Chilean State Councilor and Defense Minister Quim Varga."
    assert found(text) == [
        ("Quim Varga", "person", "Quim Varga"),
    ]


def test_a_title_without_a_name_names_nobody() -> None:
    text = "The defence minister of Kenya spoke to the External Affairs Minister."
    assert found(text) == [("Kenya", "place", "Kenya")]


def test_a_government_is_named_after_its_head() -> None:
    assert found("Since the Amina Okoro government fell, prices rose.") == [
        ("Amina Okoro", "person", "Amina Okoro")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“It is slow,” said Zorg Hartik of the pier.",
        "The pier fell, Zorg Hartik said.",
        "Then Zorg Hartik, 45, left the pier.",
        "Then Zorg Hartik, a local baker, left the pier.",
        "The pier belongs to the banker Zorg Hartik, who left.",
    ],
)
def test_the_words_around_tell_an_unknown_person(text: str) -> None:
    assert found(text) == [("Zorg Hartik", "person", "Zorg Hartik")]


def test_small_particles_stand_inside_a_persons_name() -> None:
    text = "They saw Mohammed bin Rashid, Ursula von der Leyen and Charles de Gaulle."
    assert found(text) == [
        ("Mohammed bin Rashid", "person", "Mohammed bin Rashid"),
        ("Ursula von der Leyen", "person", "Ursula von der Leyen"),
        ("Charles de Gaulle", "person", "Charles de Gaulle"),
    ]


def test_an_organisation_is_told_by_its_words() -> None:
    text = (
        "She worked at the Department of Health and Human Services. Then she joined the"
        " Bank of Japan, the Riga Harbour Agency and the Indian Army."
    )
    assert found(text) == [
        (
            "Department of Health and Human Services",
            "organisation",
            "Department of Health and Human Services",
        ),
        ("Bank of Japan", "organisation", "Bank of Japan"),
        ("Riga Harbour Agency", "organisation", "Riga Harbour Agency"),
        ("Indian Army", "organisation", "Indian Army"),
    ]


def test_the_words_around_tell_an_organisation() -> None:
    text = "Tom Reed, the president of Velo Corp, told the Zuno company that it was late."
    assert found(text) == [
        ("Tom Reed", "person", "Tom Reed"),
        ("Velo Corp", "organisation", "Velo Corp"),
        ("Zuno", "organisation", "Zuno"),
    ]


def test_a_companys_suffix_belongs_to_its_name_with_its_full_stop() -> None:
    assert found("Velo Zuno Ltd. rose while Pilu, Inc. fell.") == [
        ("Velo Zuno Ltd.", "organisation", "Velo Zuno Ltd."),
        ("Pilu, Inc.", "organisation", "Pilu, Inc."),
    ]


def test_a_place_is_told_by_its_words_and_the_words_around() -> None:
    text = (
        "Ships passed the Strait of Gibraltar and Lake Balaton near the Danube,"
        " then stopped in Tolu, Colombia, at the village of Nara and in Ormo."
    )
    assert found(text) == [
        ("Strait of Gibraltar", "place", "Strait of Gibraltar"),
        ("Lake Balaton", "place", "Lake Balaton"),
        ("Danube", "place", "Danube"),
        ("Tolu", "place", "Tolu"),
        ("Colombia", "place", "Colombia"),
        ("Nara", "place", "Nara"),
        ("Ormo", "place", "Ormo"),
    ]


def test_an_adjective_is_no_name() -> None:
    assert found("An American envoy spoke in Chinese. The Chinese side agreed.") == []


def test_possessives_stay_outside() -> None:
    assert found("Kenya’s ports and Ana Ruiz's ships wait.") == [
        ("Kenya", "place", "Kenya"),
        ("Ana Ruiz", "person", "Ana Ruiz"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Following the vote, Tensions rose on Monday.",
        "The Centre and the GOC stayed silent in March over Covid-19.",
        "The Blue Falcon Exercises ended.",
        "They met at a forum called Facing New Challenges.",
        "It uses the S-400 and costs US$40 million.",
        "A London-based trader sold a Boeing 747.",
        "Economists study this in Economics.",
        "That Tuesday He left.",
    ],
)
def test_what_is_no_actor_is_left_out(text: str) -> None:
    assert found(text) == []


def test_a_word_that_opens_a_sentence_is_no_part_of_the_name() -> None:
    assert found("Former Kenya coach Otto Brandt won. Yesterday Ana Ruiz lost.") == [
        ("Kenya", "place", "Kenya"),
        ("Otto Brandt", "person", "Otto Brandt"),
        ("Ana Ruiz", "person", "Ana Ruiz"),
    ]


def test_a_headline_in_capitals_names_as_the_text_does() -> None:
    text = "MAYOR LENA BRANDT OPENS BRIDGE IN RIGA\n\nMayor Lena Brandt opened it."
    assert found(text) == [
        ("LENA BRANDT", "person", "Lena Brandt"),
        ("RIGA", "place", "Riga"),
        ("Lena Brandt", "person", "Lena Brandt"),
    ]


def test_a_headline_with_capital_words_names_no_verbs() -> None:
    assert found("Mayor Lena Brandt Opens New Bridge In Riga\n\nIt is long.") == [
        ("Lena Brandt", "person", "Lena Brandt"),
        ("Riga", "place", "Riga"),
    ]


def test_what_one_sentence_makes_clear_holds_in_the_others() -> None:
    text = "The president met Aino Saarela. Many expected that Saarela would act."
    assert found(text) == [
        ("Aino Saarela", "person", "Aino Saarela"),
        ("Saarela", "person", "Aino Saarela"),
    ]


def test_a_persons_family_name_is_no_place() -> None:
    text = "Henry Washington spoke. Later Washington left for Canada."
    assert found(text) == [
        ("Henry Washington", "person", "Henry Washington"),
        ("Washington", "person", "Henry Washington"),
        ("Canada", "place", "Canada"),
    ]
