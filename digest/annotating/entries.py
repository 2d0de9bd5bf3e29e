"""A summary with what its sentences mention: the entry that a reader sees."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, TypeVar

from digest.actors import find_actors
from digest.annotating.headlines import headline
from digest.annotating.labels import by_mentions, label
from digest.annotating.relevance import naming_sentences
from digest.dates import find_dates
from digest.model import ActorMention, CitedSentence, DateMention, Entry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from digest.actors import Rulings
    from digest.model import Actor, RankedSentence, Sentence, Summary
    from digest.text import Lexicon, Text

Mention = TypeVar("Mention", ActorMention, DateMention)


def annotate(
    summary: Summary,
    texts: Mapping[str, Text],
    lexicon: Lexicon,
    zone: tzinfo,
    by: Rulings,
) -> Entry:
    """Attach dates and actors to the chosen sentences; `texts` are by article id.

    Only the cited sentences are searched for dates, and for actors what their names need besides.
    """
    # The sentences stand in reading order, those of an article side by side.
    cited = [
        (texts[article_id], list(ranked))
        for article_id, ranked in groupby(summary.sentences, lambda r: r.sentence.article.id)
    ]
    found = find_actors([_naming(text, ranked, lexicon) for text, ranked in cited], lexicon, by)
    sentences = tuple(
        sentence
        for (text, ranked), actors in zip(cited, found, strict=True)
        for sentence in _cited(text, ranked, actors, zone)
    )
    title, of = headline(summary)
    topic = label(summary.story, chain.from_iterable(found))
    return Entry(summary.story, title, of, topic, sentences, main_actors(found, sentences))


def main_actors(
    found: Sequence[Sequence[ActorMention]], sentences: Sequence[CitedSentence]
) -> tuple[Actor, ...]:
    """The actors of the cited sentences, those named most around them first."""
    shown = {(m.actor, m.kind) for sentence in sentences for m in sentence.actors}
    return tuple(actor for actor in by_mentions(found) if (actor.name, actor.kind) in shown)


def _naming(text: Text, ranked: Sequence[RankedSentence], lexicon: Lexicon) -> Text:
    positions = [one.sentence.position for one in ranked]
    return text.only(naming_sentences(text, positions, lexicon))


def _cited(
    text: Text, ranked: Sequence[RankedSentence], actors: Sequence[ActorMention], zone: tzinfo
) -> list[CitedSentence]:
    article = text.article
    spans: list[tuple[int, int]] = text.sentences.tolist()
    positions = [one.sentence.position for one in ranked]
    dates = find_dates(article.text, article.day(zone), spans, positions)
    return [
        CitedSentence(
            one.sentence, one.score, _within(one.sentence, dates), _within(one.sentence, actors)
        )
        for one in ranked
    ]


def _within(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if sentence.start <= m.start and m.end <= sentence.end)
