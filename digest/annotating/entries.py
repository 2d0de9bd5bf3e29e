"""A summary with what its sentences mention: the entry that a reader sees."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from digest.actors import find_actors
from digest.annotating.headlines import headline
from digest.annotating.labels import by_mentions, label
from digest.dates import find_dates
from digest.model import Actor, ActorMention, CitedSentence, Entry, RankedSentence, Summary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from digest.text import Lexicon, Text


def annotate(summary: Summary, texts: Mapping[str, Text], lexicon: Lexicon, zone: tzinfo) -> Entry:
    """Attach dates and actors to the chosen sentences; `texts` are by article id.

    Only the articles that are cited are searched for actors, and only the cited sentences for
    dates.
    """
    cited = tuple(dict.fromkeys(ranked.sentence.article.id for ranked in summary.sentences))
    found = find_actors([texts[article_id] for article_id in cited], lexicon)
    mentions = dict(zip(cited, found, strict=True))
    sentences = tuple(_cited(ranked, mentions, zone) for ranked in summary.sentences)
    actors = main_actors(found, sentences)
    title, of = headline(summary)
    return Entry(
        summary.story,
        title,
        of,
        label(summary.story, chain.from_iterable(found)),
        sentences,
        actors,
    )


def main_actors(
    found: Sequence[Sequence[ActorMention]], sentences: Sequence[CitedSentence]
) -> tuple[Actor, ...]:
    """The actors of the cited sentences, those named most in the cited articles first."""
    shown = {mention.actor for sentence in sentences for mention in sentence.actors}
    return tuple(actor for actor in by_mentions(found) if actor.name in shown)


def _cited(
    ranked: RankedSentence, mentions: Mapping[str, Sequence[ActorMention]], zone: tzinfo
) -> CitedSentence:
    sentence = ranked.sentence
    article = sentence.article
    dates = find_dates(article.text, article.day(zone), [(sentence.start, sentence.end)])
    actors = tuple(
        mention
        for mention in mentions[article.id]
        if sentence.start <= mention.start and mention.end <= sentence.end
    )
    return CitedSentence(sentence, ranked.score, dates, actors)
