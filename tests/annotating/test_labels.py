"""How the terms of a story are worded, and which of them label it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import DAY, article, corpus

from digest.annotating.labels import label, terms_by_word
from digest.annotating.phrases import DOUBTFUL, FIT, UNFIT, PhraseIndex
from digest.model import ActorMention, Article, Story

SPILL = (
    "An oil spill has reached the coast of Oldmere near the Great Northern Lighthouse. "
    "The company said that the oil spill was small, and that it had closed the well. "
    "Fishermen of the Great Northern Lighthouse have seen the spill, and young divers saw it too. "
    "Young divers work there, and crews cleaned the sand. Crews also cleaned the birds."
)


def worded(word: str, *texts: str) -> tuple[str, int] | None:
    made = corpus(*(article(text, f"a{n}") for n, text in enumerate(texts or (SPILL,))))
    phrase = PhraseIndex(made.texts, made.lexicon).phrase(terms_by_word(made.lexicon)["en"][word])
    return (str(phrase), phrase.fitness) if phrase else None


@pytest.mark.parametrize(
    ("word", "phrase"),
    [
        ("spill", "oil spill"),
        ("oil", "oil spill"),
        ("Lighthouse", "Great Northern Lighthouse"),
        ("coast", "coast"),
        ("sand", "sand"),
        ("crews", "crews"),
    ],
)
def test_a_word_stands_with_those_that_it_mostly_stands_beside(word: str, phrase: str) -> None:
    """Twice at least; a verb behind it is no part of it, nor a name before it."""
    found = worded(word)
    assert (found and found[0]) == phrase


@pytest.mark.parametrize(
    ("word", "fitness"),
    [("spill", FIT), ("coast", FIT), ("Oldmere", FIT), ("cleaned", UNFIT), ("said", None)],
)
def test_nouns_and_names_can_name_a_topic(word: str, fitness: int | None) -> None:
    """By the words before and behind; stop words are none that are looked up."""
    found = worded(word)
    assert (found and found[1]) == fitness


@pytest.mark.parametrize("word", ["evening", "billion", "prime", "photo", "EDT", "Fla"])
def test_words_that_tell_when_or_how_many_name_no_topic(word: str) -> None:
    assert worded(word, f"It rained on the {word} of the storm, and the {word} was long.") in (
        (word, UNFIT),
        None,
    )


def test_a_place_is_not_spelled_as_in_a_dateline() -> None:
    told = "By us in OLDMERE. They left OLDMERE. The harbour of Oldmere froze."
    assert worded("OLDMERE", told) == ("Oldmere", FIT)


def test_capitals_of_a_title_make_no_name() -> None:
    made = corpus(article("It rained all day.", title="Storm Batters Coast"))
    phrase = PhraseIndex(made.texts, made.lexicon).phrase(
        terms_by_word(made.lexicon)["en"]["Batters"]
    )
    assert phrase is not None
    assert phrase.fitness == DOUBTFUL


def test_a_term_of_too_few_articles_is_not_worded() -> None:
    others = ("The sea was calm.", "The sea was grey.")
    assert (worded("spill", SPILL, *others), worded("sea", SPILL, *others)) == (None, ("sea", FIT))


def labelled(*articles: Article, terms: tuple[str, ...], actors: tuple[str, ...] = ()) -> str:
    made = corpus(*articles)
    texts = {text.article.id: text for text in made.texts}
    mentions = [ActorMention(0, 1, name, "person", name) for name in actors]
    return label(
        Story("s", DAY, articles, terms), mentions, texts, made.lexicon, terms_by_word(made.lexicon)
    )


def test_a_label_has_phrases_and_nothing_twice() -> None:
    terms = ("Oldmere", "spill", "cleaned", "oil", "coast", "Northern", "sand")
    made = labelled(article(SPILL), terms=terms)
    assert made == "Oldmere, oil spill, coast, Great Northern Lighthouse"


def test_a_name_is_spelled_as_its_actor_whatever_title_stands_before() -> None:
    text = "The Briton Anna Brandt spoke. Then Dr Brandt left, and Brandt said that she was tired."
    assert labelled(article(text), terms=("Brandt",), actors=("Anna Brandt",)) == "Anna Brandt"


def test_a_word_in_small_letters_is_no_actor() -> None:
    text = "The gorilla was shot, and a gorilla was seen near Gorilla World."
    made = labelled(article(text), terms=("gorilla",), actors=("Gorilla World",))
    assert made == "gorilla"


def test_two_names_that_share_a_word_stand_side_by_side() -> None:
    text = "The judge asked Ada Rowe and then asked Ben Rowe about the night of the fire."
    made = labelled(article(text), terms=("Ada", "Ben"), actors=("Ada Rowe", "Ben Rowe"))
    assert made == "Ada Rowe, Ben Rowe"


def test_a_label_names_no_outlet_that_tells_of_the_story() -> None:
    """However its name is spelled."""
    text = "The mayor told the Harbour Post that the bridge near the Harbour Post is closed."
    made = labelled(
        replace(article(text), source="harbour-post"), terms=("Harbour", "mayor", "bridge")
    )
    assert made == "mayor, bridge"


def test_doubtful_terms_are_better_than_none() -> None:
    assert labelled(article("Austerity bites."), terms=("Austerity", "bites")) != ""


def test_a_story_without_terms_has_no_label() -> None:
    assert [labelled(article(text), terms=()) for text in ("It is so.", "...")] == ["", ""]


def test_a_text_of_one_word_can_be_worded() -> None:
    assert labelled(article("Rain"), terms=("Rain",)) == "Rain"
