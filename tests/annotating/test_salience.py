"""Salience: place, frequency, acting, and how many articles name an actor."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from making import DAY, article, corpus

from digest.annotating.salience import HALF_SENTENCE, main_actors
from digest.model import Action, Actor, ActorMention, Span, Story

if TYPE_CHECKING:
    from digest.model import Article
    from digest.text import Text

FIRST = "Ruiz left. Reed and Lang stayed. It rained. It snowed. It thawed. Lang left. Lang slept."
SECOND = "It rained. Reed Street was wet. Ruiz walked."


def named(text: Text, *names: str) -> list[ActorMention]:
    """All mentions of some persons, in order."""
    whole = text.article.text
    starts = [
        (start, name)
        for name in names
        for start in range(len(whole))
        if whole.startswith(name, start)
    ]
    return [ActorMention(at, at + len(name), name, "person", name) for at, name in sorted(starts)]


def ranked(*articles: Article, names: tuple[str, ...], acting: str = "") -> dict[str, float]:
    """Each actor's salience, in order; `acting` is subject of an action in the first sentence."""
    texts = corpus(*articles).texts
    found = [named(text, *names) for text in texts]
    sentence = texts[0].sentence(0)
    actions = [Action(sentence, m, Span(0, 1), "go") for m in found[0] if m.text == acting][:1]
    story = Story("s", DAY, articles, ())
    actors = main_actors(story, texts, found, [(name, "person") for name in names], actions)
    return {actor.name: actor.salience for actor in actors}


def close(value: float) -> float:
    return float(f"{value:.9g}")


def test_who_is_named_first_goes_before_who_is_named_later() -> None:
    assert ranked(article(FIRST), names=("Reed", "Ruiz")) == {
        "Ruiz": 1.0,
        "Reed": close(1 / (1 + 1 / HALF_SENTENCE)),
    }


def test_who_is_named_often_goes_before_who_is_named_once() -> None:
    assert ranked(article(FIRST), names=("Ruiz", "Lang")) == {
        "Lang": close((1 + log(3)) / (1 + 1 / HALF_SENTENCE)),
        "Ruiz": 1.0,
    }


def test_who_acts_goes_before_who_is_but_named() -> None:
    assert list(ranked(article("Reed met Ruiz."), names=("Reed", "Ruiz"))) == ["Reed", "Ruiz"]
    assert ranked(article("Reed met Ruiz."), names=("Reed", "Ruiz"), acting="Ruiz") == {
        "Ruiz": close(1 + log(2)),
        "Reed": 1.0,
    }


def test_who_is_named_in_more_articles_goes_first() -> None:
    """An article that is not cited counts too, and only for whole words."""
    texts = corpus(article("Reed met Ruiz.")).texts
    story = Story("s", DAY, (texts[0].article, article("Ruiz and Reeds.", "b")), ())
    found = [named(texts[0], "Reed", "Ruiz")]
    known = [("Reed", "person"), ("Ruiz", "person")]
    assert main_actors(story, texts, found, known, ()) == (  # type: ignore[arg-type]
        Actor("Ruiz", "person", 1, "", close(1 + log(2))),
        Actor("Reed", "person", 1, "", 1.0),
    )


def test_equals_stand_by_name() -> None:
    assert list(ranked(article(SECOND), article(SECOND, "b"), names=("Ruiz", "Reed"))) == [
        "Reed",
        "Ruiz",
    ]
    assert list(ranked(article("Zoe and Ana and Bea."), names=("Zoe", "Bea", "Ana"))) == [
        "Ana",
        "Bea",
        "Zoe",
    ]
