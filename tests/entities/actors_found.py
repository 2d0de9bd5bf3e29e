"""What is found in passages, as plain values that a test can compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from making import article, corpus
from shipped import NAMING

from digest.entities import find_actors

if TYPE_CHECKING:
    from digest.model import ActorMention


def mentions(*texts: str) -> tuple[tuple[ActorMention, ...], ...]:
    """The mentions in the articles of one story."""
    made = corpus(*(article(text, f"a{i}") for i, text in enumerate(texts)))
    return find_actors(made.texts, NAMING)


def story(*texts: str) -> list[list[tuple[str, str, str]]]:
    """Text, kind and actor of each mention in each article of one story."""
    return [[(m.text, m.kind, m.actor) for m in found] for found in mentions(*texts)]


def found(text: str) -> list[tuple[str, str, str]]:
    """Text, kind and actor of each mention in an article that is a story by itself."""
    return story(text)[0]
