"""Salience of actors in a story."""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from digest.model import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.model import Action, ActorKey, ActorMention, Story
    from digest.text import Text

# The sentence, from 0, at which a first mention counts for half.
HALF_SENTENCE = 5
_DIGITS = 9  # the same on every processor; the last ones of a float need not be


def main_actors(
    story: Story,
    texts: Sequence[Text],
    mentioned: Sequence[Sequence[ActorMention]],
    shown: Iterable[ActorKey],
    actions: Sequence[Action],
) -> tuple[Actor, ...]:
    """Sort the shown actors of a story, the most salient first; equals by name, then kind.

    `mentioned` are the mentions in some of its articles, aligned with `texts`, and `actions` those
    of its sentences. With p the first sentence (from 0) of an article that names the actor, m its
    mentions there, s the actions there whose subject it is, and n the story's articles that name it
    in its full form,

        salience = (1 + ln max(n, 1)) · Σ over articles of (1 + ln(m + s)) / (1 + p / HALF_SENTENCE)

    First position and frequency tell salient entities best (Dunietz & Gillick 2014).
    """
    mentions: dict[ActorKey, list[ActorMention]] = {key: [] for key in shown}
    sums: dict[ActorKey, float] = defaultdict(float)
    acts = _acts(actions)
    for text, of_text in zip(texts, mentioned, strict=True):
        here: dict[ActorKey, list[ActorMention]] = defaultdict(list)
        for mention in of_text:
            if (mention.actor, mention.kind) in mentions:
                here[mention.actor, mention.kind].append(mention)
        for key, own in here.items():
            mentions[key] += own
            count = len(own) + acts[text.article.id, *key]
            sums[key] += (1 + log(count)) / (1 + _first(text, own) / HALF_SENTENCE)
    actors = (
        _actor(key, own, sums[key] * (1 + log(max(_articles(story, key[0]), 1))))
        for key, own in mentions.items()
    )
    return tuple(sorted(actors, key=lambda actor: (-actor.salience, actor.name, actor.kind)))


def _acts(actions: Sequence[Action]) -> dict[tuple[str, str, str], int]:
    acts: dict[tuple[str, str, str], int] = defaultdict(int)
    for action in actions:
        subject = action.subject
        acts[action.sentence.article.id, subject.actor, subject.kind] += 1
    return acts


def _first(text: Text, mentions: Sequence[ActorMention]) -> int:
    """Find the position in the article of the sentence with the first mention."""
    start = min(mention.start for mention in mentions)
    return int(text.sentences[:, 0].searchsorted(start, side="right")) - 1


def _articles(story: Story, name: str) -> int:
    """Count the articles of a story that hold a name: that is cheap in any number of them."""
    return sum(_holds(article.text, name) for article in story.articles)


def _holds(text: str, name: str) -> bool:
    """Test whether a text holds a name as whole words."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            return True
        start = text.find(name, start + 1)
    return False


def _actor(key: ActorKey, mentions: Sequence[ActorMention], salience: float) -> Actor:
    role = next((mention.role.text for mention in mentions if mention.role), "")
    return Actor(*key, len(mentions), role, float(f"{salience:.{_DIGITS}g}"))
