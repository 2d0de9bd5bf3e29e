"""Topic labels: who a story is about, and which words tell it from others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest.actors import find_actors
from digest.model import Actor, ActorMention, Story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.text import Lexicon, Text

LABEL_ACTORS = 2
LABEL_TERMS = 2
# The most central articles name a story's main actors; the rest only cost time.
LABEL_ARTICLES = 3


def label(story: Story, actors: Sequence[Actor]) -> str:
    """The main actors, then the terms that tell most beside them."""
    names = [actor.name for actor in actors[:LABEL_ACTORS]]
    known = " ".join(names).lower()
    terms = [term for term in story.terms if term.lower() not in known]
    return ", ".join([*names, *terms[:LABEL_TERMS]])


def story_label(story: Story, texts: Mapping[str, Text], lexicon: Lexicon) -> str:
    """The label of a story by its most central articles; `texts` are by article id."""
    central = [texts[article.id] for article in story.articles[:LABEL_ARTICLES]]
    return label(story, by_mentions(find_actors(central, lexicon)))


def by_mentions(found: Sequence[Sequence[ActorMention]]) -> tuple[Actor, ...]:
    """The actors of some articles' mentions, those named most first, then by name."""
    mentions = [mention for article in found for mention in article]
    counts = Counter(mention.actor for mention in mentions)
    kinds = {mention.actor: mention.kind for mention in reversed(mentions)}
    actors = (Actor(name, kind, counts[name]) for name, kind in kinds.items())
    return tuple(sorted(actors, key=lambda actor: (-actor.mentions, actor.name)))
