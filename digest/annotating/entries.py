"""Summaries with what their sentences mention: the entries that a reader sees."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from digest.annotating.headlines import headline
from digest.annotating.labels import NAMING_ARTICLES, heads, label
from digest.annotating.relevance import naming_sentences
from digest.annotating.salience import main_actors
from digest.annotating.sections import topics_of
from digest.dates import find_dates
from digest.entities import find_actors_of
from digest.language import language_of
from digest.model import ActorMention, AnnotatedStory, CitedSentence, DateMention
from digest.relations import find_actions
from digest.text import entity_text, own_start

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from digest.annotating.sections import Topic
    from digest.entities import Naming
    from digest.model import Action, Actor, RankedSentence, Sentence, Story, Summary
    from digest.text import Lexicon, Text

    Cited = list[tuple[Text, list[RankedSentence]]]

Mention = TypeVar("Mention", ActorMention, DateMention)

# So many are told of a story that is told in brief, from so many sentences of an article.
MAX_ACTORS_IN_BRIEF = 5
OPENING_SENTENCES = 10


class Annotators(NamedTuple):
    """What finds and names the mentions of a story, and the topics that it may belong to."""

    zone: tzinfo
    naming: Naming
    topics: Sequence[Topic] = ()


def annotate(
    summaries: Sequence[Summary], texts: Mapping[str, Text], lexicon: Lexicon, by: Annotators
) -> list[AnnotatedStory]:
    """Attach dates and actors to the chosen sentences of each story; `texts` are by article id.

    Only the cited sentences are searched for dates, and for actors what their names need besides.
    A story without sentences is searched for actors where its most central articles begin.
    """
    cited = [_by_article(summary, texts) for summary in summaries]
    found = find_actors_of(
        [[_naming(text, ranked, lexicon) for text, ranked in articles] for articles in cited],
        by.naming,
    )
    head_of = heads(lexicon)
    annotated = []
    for summary, articles, mentions in zip(summaries, cited, found, strict=True):
        named = chain.from_iterable(mentions)
        topic = label(summary.story, named, texts, lexicon, head_of)
        sentences = _sentences(articles, mentions, by.zone)
        actions = find_actions(sentences)
        actors = _actors(summary.story, articles, mentions, sentences, actions)
        told = [texts[article.id] for article in summary.story.articles]
        topics = topics_of(actors, told, lexicon, by.topics)
        head = headline(summary, topic)
        annotated.append(
            AnnotatedStory(summary.story, *head, topic, sentences, actors, actions, topics)
        )
    return annotated


def _by_article(summary: Summary, texts: Mapping[str, Text]) -> Cited:
    """The chosen sentences by their articles: in reading order those of one stand side by side.

    Where none is chosen, the most central articles, with none of their sentences.
    """
    if not summary.sentences:
        return [(texts[article.id], []) for article in summary.story.articles[:NAMING_ARTICLES]]
    return [
        (texts[article_id], list(ranked))
        for article_id, ranked in groupby(summary.sentences, lambda r: r.sentence.article.id)
    ]


def _sentences(
    cited: Cited, found: Sequence[Sequence[ActorMention]], zone: tzinfo
) -> tuple[CitedSentence, ...]:
    """The chosen sentences with their mentions."""
    return tuple(
        sentence
        for (text, ranked), actors in zip(cited, found, strict=True)
        for sentence in _cited(text, ranked, actors, zone)
    )


def _actors(
    story: Story,
    cited: Cited,
    found: Sequence[Sequence[ActorMention]],
    sentences: Sequence[CitedSentence],
    actions: Sequence[Action],
) -> tuple[Actor, ...]:
    """Actors that the sentences name, or in brief the main ones of the openings."""
    named = [one.actors for one in sentences] or [
        _told(text, mentions) for (text, _), mentions in zip(cited, found, strict=True)
    ]
    shown = dict.fromkeys((m.actor, m.kind) for mentions in named for m in mentions)
    actors = main_actors(story, [text for text, _ in cited], found, shown, actions)
    return actors if sentences else actors[:MAX_ACTORS_IN_BRIEF]


def _naming(text: Text, ranked: Sequence[RankedSentence], lexicon: Lexicon) -> Text:
    text = entity_text(text)
    if not len(text.sentences):
        return text
    if not ranked:
        return text.only(np.arange(len(text.sentences)) < OPENING_SENTENCES)
    positions = [one.sentence.position for one in ranked]
    return text.only(naming_sentences(text, positions, lexicon))


def _cited(
    text: Text, ranked: Sequence[RankedSentence], actors: Sequence[ActorMention], zone: tzinfo
) -> list[CitedSentence]:
    article = text.article
    spans: list[tuple[int, int]] = text.sentences.tolist()
    positions = [one.sentence.position for one in ranked]
    language = language_of(article.language)
    dates = find_dates(article.text, article.day(zone), spans, positions, language)
    return [
        CitedSentence(
            one.sentence, one.score, _within(one.sentence, dates), _within(one.sentence, actors)
        )
        for one in ranked
    ]


def _told(text: Text, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those mentions that an article's opening sentences tell of."""
    opening = map(text.sentence, range(min(len(text.sentences), OPENING_SENTENCES)))
    return tuple(chain.from_iterable(_within(sentence, mentions) for sentence in opening))


def _within(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    # What a dateline or a byline names is not what the sentence tells of.
    start = own_start(sentence)
    return tuple(m for m in mentions if start <= m.start and m.end <= sentence.end)
