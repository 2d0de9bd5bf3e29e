"""Actors: who an article is about. Names are found, then merged into one actor each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from digest.actors.backends import Finder, finder_named
from digest.actors.finding import find_names
from digest.actors.merging import merge_names
from digest.actors.roles import with_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import ActorMention
    from digest.text import Text

__all__ = ["Finder", "find_actors", "find_actors_of", "finder_named"]


def find_actors(
    texts: Sequence[Text], finder: Finder = find_names
) -> tuple[tuple[ActorMention, ...], ...]:
    """The actors that the articles of one story mention, aligned with the texts.

    Each article's mentions are in order and don't overlap; an actor has the same canonical name
    in all of them.
    """
    return find_actors_of([texts], finder)[0]


def find_actors_of(
    stories: Sequence[Sequence[Text]], finder: Finder = find_names
) -> list[tuple[tuple[ActorMention, ...], ...]]:
    """The actors of several stories, each as by itself; it is quicker to find them in one go."""
    names = iter(finder([text for texts in stories for text in texts]))
    return [
        tuple(map(with_roles, texts, merge_names(texts, tuple(islice(names, len(texts))))))
        for texts in stories
    ]
