"""Which topics a story belongs to."""

from __future__ import annotations

from functools import partial

import pytest
from making import DAY, article, corpus

from digest.annotating.sections import Topic, topic, topics_of
from digest.entities import load_gazetteer, names_of, overrides
from digest.model import Actor, Article, Entry, Story

HARBOUR = "The harbour of Oldmere froze on Monday. Ships wait."
LONG = "Nothing is new. Nobody spoke. It rained. The harbour froze."


def made(name: str, *words: str) -> Topic:
    by = overrides(aliases=[("Bibi", "Benjamin Netanyahu")], names=[("India", "Bharat")])
    known = partial(names_of, by=by, gazetteer=load_gazetteer())
    return topic(name, words, known)


def found(
    *topics: Topic, articles: tuple[Article, ...], actors: tuple[Actor, ...] = ()
) -> list[str]:
    texts = corpus(*articles)
    story = Story("s", DAY, articles, ())
    entry = Entry(story, "", articles[0], "", (), actors)
    return list(topics_of(entry.actors, texts.texts, texts.lexicon, topics))


def test_a_story_may_belong_to_several_topics() -> None:
    topics = (
        made("Sea", "ships", "whales"),
        made("Weather", "freeze", "froze"),
        made("Law", "court"),
    )
    assert found(*topics, articles=(article(HARBOUR),)) == ["Sea", "Weather"]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("harbours", ["Sea"]),
        ("Harbour of Oldmere", ["Sea"]),
        ("Oldmere harbour", ["Other"]),
        ("harbour monday", ["Other"]),
        ("of", ["Other"]),
    ],
)
def test_a_phrase_stands_in_the_lede_by_stems_in_its_order(
    phrase: str, expected: list[str]
) -> None:
    assert found(made("Sea", phrase), articles=(article(HARBOUR),)) == expected


def test_what_only_the_end_of_an_article_tells_is_not_its_topic() -> None:
    sea = made("Sea", "harbour")
    titled = article(LONG, title="Harbour news")
    assert [found(sea, articles=(one,)) for one in (article(LONG), titled)] == [["Other"], ["Sea"]]


def test_half_of_the_articles_must_speak_of_it() -> None:
    articles = (article(HARBOUR, "a"), article(LONG, "b"), article(LONG, "c"))
    sea = made("Sea", "ships")
    assert [found(sea, articles=articles[:size]) for size in (2, 3)] == [["Sea"], ["Other"]]


def test_an_actor_of_the_story_is_enough() -> None:
    actors = (Actor("Ada Lindqvist", "person", 1),)
    assert found(made("Her", "ada lindqvist"), articles=(article(LONG),), actors=actors) == ["Her"]


def test_an_actor_that_is_named_in_passing_is_not_enough() -> None:
    actors = tuple(Actor(name, "person", 1) for name in ("Ada", "Bo", "Cy", "Di", "Eva", "Flo"))
    topics = made("Fifth", "Eva"), made("Sixth", "Flo")
    assert found(*topics, articles=(article(LONG),), actors=actors) == ["Fifth"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("EU", "European Union"),
        ("Bibi", "Benjamin Netanyahu"),
        ("India", "Bharat"),
        ("bharat", "Bharat"),
    ],
)
def test_an_actor_counts_by_whatever_name_is_known_of_it(word: str, name: str) -> None:
    """What everybody knows, what the editor reads as another name, and what the editor calls it."""
    actors = (Actor(name, "place", 1),)
    assert found(made("It", word), articles=(article(LONG),), actors=actors) == ["It"]


def test_a_word_that_is_spelled_like_an_acronym_is_no_actor() -> None:
    actors = (Actor("United States", "place", 1),)
    assert found(made("It", "us"), articles=(article(LONG),), actors=actors) == ["Other"]


def test_without_topics_there_is_no_other() -> None:
    assert found(articles=(article(HARBOUR),)) == []
