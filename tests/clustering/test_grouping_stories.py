"""Which articles make a story."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import article, corpus

from digest.clustering import Background, background, group, term_frequencies, tf_idf_alone

if TYPE_CHECKING:
    from digest.model import Article, Story

PORT = "A blast in the port of Beirut killed dozens. The port stored ammonium nitrate for years."
PORT_TOO = "Rescuers search the port of Beirut after the blast. Ammonium nitrate exploded there."
VOTE = "Belarus voted on Sunday. Lukashenko claimed victory and police met crowds in Minsk."
VOTE_TOO = "Crowds in Minsk reject the vote. Lukashenko says that police in Belarus keep order."


def grouped(*articles: Article) -> tuple[Story, ...]:
    made = corpus(*articles)
    return group(
        made, tf_idf_alone(term_frequencies(made), background().commonness(made.lexicon.names)), UTC
    )


def ids(stories: tuple[Story, ...]) -> list[list[str]]:
    return [sorted(article.id for article in story.articles) for story in stories]


def test_articles_on_one_topic_make_a_story() -> None:
    articles = [article(text, f"a{i}") for i, text in enumerate((PORT, VOTE, PORT_TOO, VOTE_TOO))]
    assert sorted(ids(grouped(*articles))) == [["a0", "a2"], ["a1", "a3"]]


def test_larger_stories_stand_first() -> None:
    articles = [article(VOTE, "v"), article(PORT, "p"), article(PORT_TOO, "q")]
    assert ids(grouped(*articles)) == [["p", "q"], ["v"]]


def test_a_chain_is_cut() -> None:
    """Where a is like b and b like c but a not like c, average link does not join all three."""
    chain = ["alpha beta gamma delta", "gamma delta epsilon zeta", "epsilon zeta eta theta"]
    made = corpus(*(article(text, name) for name, text in zip("abc", chain, strict=True)))
    weights = tf_idf_alone(term_frequencies(made), Background(0, {}).commonness(made.lexicon.names))
    stories = group(made, weights, UTC, least=0.3)
    assert max(len(story.articles) for story in stories) == 2


SPILL = "Oil spreads in the Gulf while the broken well leaks."
HEARING = f"Senators question the chairman about lost wages of fishers. {SPILL}"
DOME = f"Engineers lower a steel dome onto the pipe. {SPILL}"


@pytest.mark.parametrize(("each", "stories"), [(1, 1), (30, 2)])
def test_what_most_articles_speak_of_makes_no_story(each: int, stories: int) -> None:
    """Two are one story by what they share; among many that share it, their events tell."""
    articles = [article(text, f"{i:02}{text[0]}") for i in range(each) for text in (HEARING, DOME)]
    assert len(grouped(*articles)) == stories


def test_of_the_words_behind_the_opening_names_alone_count() -> None:
    made = corpus(article("water " * 200 + "flows from Beirut to the harbour.", "w"))
    assert [made.lexicon.names[term] for term in term_frequencies(made).terms] == [
        "beirut",
        "water",
    ]


def test_terms_tell_the_topic_in_the_form_that_is_used() -> None:
    story = grouped(article(PORT, "p"), article(PORT_TOO, "q"))[0]
    assert story.terms[:6] == ("Beirut", "ammonium", "nitrate", "blast", "port", "Rescuers")


def test_story_ids_depend_on_day_and_articles_alone() -> None:
    """Another order of the same articles gives the same story."""
    one = grouped(article(PORT, "p"), article(PORT_TOO, "q"))
    other = grouped(article(PORT_TOO, "q"), article(PORT, "p"))
    assert one[0].id == other[0].id


def test_an_article_without_terms_is_a_story() -> None:
    assert ids(grouped(article("1 2 3", "n"), article(PORT, "p"))) == [["n"], ["p"]]


@given(st.lists(st.sampled_from([PORT, PORT_TOO, VOTE, VOTE_TOO, "12"]), min_size=1, max_size=12))
@settings(deadline=None, max_examples=40)
def test_every_article_stands_in_exactly_one_story(texts: list[str]) -> None:
    articles = [article(text, f"a{i:02}") for i, text in enumerate(texts)]
    found = [name for story in ids(grouped(*articles)) for name in story]
    assert sorted(found) == [one.id for one in articles]
