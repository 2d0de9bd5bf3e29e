"""Whom a surname means where two have it, and which names are no one's short form."""

from __future__ import annotations

from actors_marked import merged, unmarked
from making import article, corpus
from shipped import GAZETTEER

from digest.entities.coreference.merging import merge_names


def titled(title: str, passage: str) -> list[str]:
    """The actors of the marked names of an article with a title."""
    text, names = unmarked(passage)
    made = corpus(article(text, title=title))
    (mentions,) = merge_names(made.texts, [names], GAZETTEER)
    return [mention.actor for mention in mentions]


def test_the_person_of_the_title_is_meant() -> None:
    brothers = "[Eric Vrba] wept. [Eric Vrba] said [Vrba] shot, and [Vrba] fled."
    assert titled("Gunman Stephen Vrba fled", brothers) == [
        "Eric Vrba",
        "Eric Vrba",
        "Stephen Vrba",
        "Stephen Vrba",
    ]


def test_a_surname_is_by_itself_where_who_is_meant_stays_unclear() -> None:
    passage = (
        "[Ana Vrba] and [Ana Vrba], then [Tom Vrba], [Tom Vrba] and [Tom Vrba] met. [Vrba] left."
    )
    assert merged(passage)[0][-1] == "Vrba"


def test_partners_are_no_person_of_another_article() -> None:
    assert merged(
        "[Boris Reed] met [Ana Ruiz] in {Riga}.",
        "<Reed & Reed> grew, so [Ana Ruiz] told [Reed].",
    )[1] == ["Reed & Reed", "Ana Ruiz", "Reed"]


def test_a_plain_frequent_name_is_no_alias_of_a_longer_one() -> None:
    assert merged("<Cheap Velo> grew. <Velo> fell, and <Velo> rose.") == [["Velo"] * 3]


def test_a_clubs_full_name_is_its_name() -> None:
    assert merged("<Ohio Velos> won. <Velos> ran, and <Velos> rose.") == [["Ohio Velos"] * 3]


def test_a_known_name_is_no_surname() -> None:
    assert merged("[Mars Nasa] spoke. [Nasa] left.") == [["Mars Nasa", "Nasa"]]


def test_one_id_has_the_spelling_used_most() -> None:
    assert merged("[Kim Yong-un] met [Kim Yong Un]. [Kim Yong Un] left.") == [["Kim Yong Un"] * 3]
