"""Annotation of summaries with the dates, actors and actions of their sentences."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from digest.annotating.headlines import headline
from digest.annotating.labels import NAMING_ARTICLES, label, terms_by_word
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
    from digest.text import BoolArray, Lexicon, Text

    Cited = list[tuple[Text, list[RankedSentence]]]

Mention = TypeVar("Mention", ActorMention, DateMention)

# Actors of a story that is told in brief: so many, from so many sentences of an article.
MAX_ACTORS_IN_BRIEF = 5
OPENING_SENTENCES = 10


class Annotators(NamedTuple):
    """Resources for annotation: the zone, the naming of actors, and the topics."""

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
    searched = [[_searched(text, ranked, lexicon) for text, ranked in pairs] for pairs in cited]
    mentions = find_actors_of(searched, by.naming)
    terms_of = terms_by_word(lexicon)
    annotated = []
    for summary, articles, named in zip(summaries, cited, mentions, strict=True):
        story = summary.story
        words = label(story, chain.from_iterable(named), texts, lexicon, terms_of)
        sentences = _sentences(articles, named, by.zone)
        actions = find_actions(sentences)
        actors = _actors(story, articles, named, sentences, actions)
        members = [texts[article.id] for article in story.articles]
        topics = topics_of(actors, members, lexicon, by.topics)
        head = headline(summary, words)
        annotated.append(AnnotatedStory(story, *head, words, sentences, actors, actions, topics))
    return annotated


def _by_article(summary: Summary, texts: Mapping[str, Text]) -> Cited:
    """Group the chosen sentences by articles, whose sentences are neighbours in reading order.

    Where none is chosen, take the most central articles, with none of their sentences.
    """
    if not summary.sentences:
        return [(texts[article.id], []) for article in summary.story.articles[:NAMING_ARTICLES]]
    return [
        (texts[article_id], list(ranked))
        for article_id, ranked in groupby(summary.sentences, lambda r: r.sentence.article.id)
    ]


def _sentences(
    cited: Cited, mentions: Sequence[Sequence[ActorMention]], zone: tzinfo
) -> tuple[CitedSentence, ...]:
    """Cite the chosen sentences with their mentions."""
    return tuple(
        sentence
        for (text, ranked), actors in zip(cited, mentions, strict=True)
        for sentence in _cited(text, ranked, actors, zone)
    )


def _actors(
    story: Story,
    cited: Cited,
    mentions: Sequence[Sequence[ActorMention]],
    sentences: Sequence[CitedSentence],
    actions: Sequence[Action],
) -> tuple[Actor, ...]:
    """Find the actors that the sentences name, or in brief the main ones of the openings."""
    texts = [text for text, _ in cited]
    published = [sentence.actors for sentence in sentences] or list(map(_opening, texts, mentions))
    shown = dict.fromkeys((mention.actor, mention.kind) for own in published for mention in own)
    actors = main_actors(story, texts, mentions, shown, actions)
    return actors if sentences else actors[:MAX_ACTORS_IN_BRIEF]


def _searched(text: Text, ranked: Sequence[RankedSentence], lexicon: Lexicon) -> Text:
    """Take the part of an article that is searched for actors."""
    text = entity_text(text)
    if not len(text.sentences):
        return text
    if not ranked:
        return text.only(np.arange(len(text.sentences)) < OPENING_SENTENCES)
    positions = [each.sentence.position for each in ranked]
    return text.only(naming_sentences(text, positions, lexicon))


def naming_sentences(text: Text, cited: Sequence[int], lexicon: Lexicon) -> BoolArray:
    """Mask the cited sentences, and those with one of their capitalised words in a longer name.

    `cited` are positions. A surname alone finds its full name there, an acronym its expansion; the
    rest of the article, mostly three quarters, adds nothing to the cited names.
    """
    sizes = np.diff(text.bounds)
    sentence = np.repeat(np.arange(len(sizes)), sizes)
    kept = np.zeros(len(sizes), dtype=np.bool_)
    kept[list(cited)] = True
    capital = lexicon.capitalised[text.words]
    names = np.zeros(len(lexicon.words), dtype=np.bool_)
    names[text.words[capital & kept[sentence]]] = True
    longer = np.zeros(len(capital), dtype=np.bool_)
    side_by_side = capital[1:] & capital[:-1] & (sentence[1:] == sentence[:-1])
    longer[1:] |= side_by_side
    longer[:-1] |= side_by_side
    kept[sentence[longer & names[text.words]]] = True
    return kept


def _cited(
    text: Text, ranked: Sequence[RankedSentence], actors: Sequence[ActorMention], zone: tzinfo
) -> list[CitedSentence]:
    article = text.article
    spans: list[tuple[int, int]] = text.sentences.tolist()
    positions = [each.sentence.position for each in ranked]
    language = language_of(article.language)
    dates = find_dates(article.text, article.day(zone), spans, positions, language)
    return [
        CitedSentence(
            each.sentence, each.score, _within(each.sentence, dates), _within(each.sentence, actors)
        )
        for each in ranked
    ]


def _opening(text: Text, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Take the mentions in an article's opening sentences."""
    sentences = map(text.sentence, range(min(len(text.sentences), OPENING_SENTENCES)))
    return tuple(chain.from_iterable(_within(sentence, mentions) for sentence in sentences))


def _within(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Take the mentions in a sentence's own words, behind dateline and byline."""
    start = own_start(sentence)
    return tuple(m for m in mentions if start <= m.start and m.end <= sentence.end)
