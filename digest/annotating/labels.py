"""Topic labels: who a story is about, and which words tell it from others."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from digest.actors import find_actors_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.actors import Naming
    from digest.model import ActorMention, Story
    from digest.text import Text

MAX_TERMS = 4
# The most central articles spell out a story's names; the rest only cost time.
NAMING_ARTICLES = 3


def label(story: Story, mentions: Iterable[ActorMention]) -> str:
    """The story's most telling terms, those that are names given as their actors' full names."""
    names: dict[str, str] = {}
    for mention in mentions:
        for word in (*mention.text.split(), *mention.actor.split()):
            names.setdefault(word.lower(), mention.actor)
    spelled = (names.get(term.lower(), term) for term in story.terms)
    return ", ".join(list(dict.fromkeys(spelled))[:MAX_TERMS])


def story_labels(stories: Sequence[Story], texts: Mapping[str, Text], naming: Naming) -> list[str]:
    """The label of each story by its most central articles; `texts` are by article id."""
    central = [[texts[article.id] for article in of.articles[:NAMING_ARTICLES]] for of in stories]
    found = find_actors_of(central, naming)
    return [label(*pair) for pair in zip(stories, map(chain.from_iterable, found), strict=True)]
