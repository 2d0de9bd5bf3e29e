"""Salience: how much a story is about an actor."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from digest.model import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.model import Action, ActorKind, ActorMention, Story
    from digest.text import Text

    Known = tuple[str, ActorKind]  # an actor's name and kind

# The sentence, from 0, at which a first mention counts for half.
HALF_SENTENCE = 5
_DIGITS = 9  # the same on every processor; the last ones of a float need not be


def main_actors(
    story: Story,
    texts: Sequence[Text],
    found: Sequence[Sequence[ActorMention]],
    shown: Iterable[Known],
    actions: Sequence[Action],
) -> tuple[Actor, ...]:
    """The shown actors of a story, the most salient first; equals stand by name, then kind.

    `found` are the mentions in some of its articles, aligned with `texts`, and `actions` what they
    tell. With p the first sentence (from 0) of an article that names the actor, m its mentions
    there, s how often it is the subject of an action there, and n how many of the story's articles
    name it in its full form,

        salience = (1 + ln max(n, 1)) · Σ over articles of (1 + ln(m + s)) / (1 + p / HALF_SENTENCE)

    First place and frequency are what tells salient entities best (Dunietz and Gillick 2014).
    """
    mentions: dict[Known, list[ActorMention]] = {known: [] for known in shown}
    within: dict[Known, float] = defaultdict(float)
    acts = _acts(actions)
    for text, of in zip(texts, found, strict=True):
        here: dict[Known, list[ActorMention]] = defaultdict(list)
        for mention in of:
            if (mention.actor, mention.kind) in mentions:
                here[mention.actor, mention.kind].append(mention)
        for known, named in here.items():
            mentions[known] += named
            times = len(named) + acts[text.article.id, *known]
            within[known] += (1 + log(times)) / (1 + _first(text, named) / HALF_SENTENCE)
    actors = (
        _actor(known, named, within[known] * (1 + log(max(_articles(story, known[0]), 1))))
        for known, named in mentions.items()
    )
    return tuple(sorted(actors, key=lambda one: (-one.salience, one.name, one.kind)))


def _acts(actions: Sequence[Action]) -> dict[tuple[str, str, str], int]:
    acts: dict[tuple[str, str, str], int] = defaultdict(int)
    for action in actions:
        subject = action.subject
        acts[action.sentence.article.id, subject.actor, subject.kind] += 1
    return acts


def _first(text: Text, named: Sequence[ActorMention]) -> int:
    """The sentence of the first mention, counted in the whole article."""
    start = min(mention.start for mention in named)
    return int(text.sentences[:, 0].searchsorted(start, side="right")) - 1


def _articles(story: Story, name: str) -> int:
    """How many articles of a story hold a name: that is cheap in any number of them."""
    return sum(_holds(article.text, name) for article in story.articles)


def _holds(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            return True
        start = text.find(name, start + 1)
    return False


def _actor(known: Known, named: Sequence[ActorMention], salience: float) -> Actor:
    role = next((mention.role.text for mention in named if mention.role), "")
    return Actor(*known, len(named), role, float(f"{salience:.{_DIGITS}g}"))
