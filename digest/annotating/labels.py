"""Topic labels: the names and phrases of a story's heaviest terms."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from digest.annotating.phrases import FIT, UNFIT, PhraseIndex
from digest.entities import find_actors_of
from digest.language import language_of
from digest.text import NO_TERM, entity_text, term_language

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from digest.annotating.phrases import Phrase
    from digest.entities import Naming
    from digest.model import ActorKey, ActorMention, Story
    from digest.text import Lexicon, Text

MIN_TERMS, MAX_TERMS = 2, 4
# A later term may complete an earlier one: `spill` makes `oil spill` of `oil`.
MIN_LOOKED_AT = 8
# The most central articles spell out a story's names; the rest only cost time.
NAMING_ARTICLES = 3
# Articles of which the phrases are looked up.
INDEXED_ARTICLES = 8


def terms_by_word(lexicon: Lexicon) -> dict[str, dict[str, int]]:
    """Map the code of each language to its words, and these to their terms."""
    terms: dict[str, dict[str, int]] = {code: {} for code in lexicon.languages}
    coded = zip(lexicon.words, lexicon.term_of.tolist(), strict=True)
    if len(terms) == 1:
        return {code: dict(coded) for code in terms}
    for word, term in coded:
        if term != NO_TERM:
            terms[term_language(lexicon.names[term])][word] = term
    return terms


def label(
    story: Story,
    mentions: Iterable[ActorMention],
    texts: Mapping[str, Text],
    lexicon: Lexicon,
    terms_of: Mapping[str, Mapping[str, int]],
) -> str:
    """Join a story's heaviest terms, a few: names as their actors' full names, others as phrases.

    A term is left out if fewer than half of the articles have it, and if it is no noun by the
    words around it, as far as there are others, or names an outlet of the story. `texts` are by
    article id, `terms_of` are the lexicon's `terms_by_word`. No more terms are looked at than it
    takes.
    """
    if not story.terms:
        return ""
    indexed = [texts[article.id] for article in story.articles[:INDEXED_ARTICLES]]
    index = PhraseIndex(indexed, lexicon)
    term_of = terms_of[language_of(story.articles[0].language).code]
    phrases = (index.phrase(term_of.get(term, NO_TERM)) for term in story.terms)
    outlets = {_spelled(article.source) for article in story.articles}
    return ", ".join(_topic_names(phrases, _candidates(mentions), outlets)[:MAX_TERMS])


def _topic_names(
    phrases: Iterable[Phrase | None],
    candidates: Mapping[str, Mapping[ActorKey, int]],
    outlets: Collection[str],
) -> list[str]:
    """Name the phrases that can name a topic; of those that can't, where there are too few."""
    usable: list[Phrase] = []
    # Phrases that can name a topic, with the actor that they mean, or nobody.
    fit: dict[Phrase, str] = {}
    for number, phrase in enumerate(phrases, start=1):
        if phrase and _spelled(str(phrase)) not in outlets:
            usable.append(phrase)
            actor = _actor(phrase, candidates) if phrase.fitness != UNFIT else ""
            if actor or phrase.fitness == FIT:
                fit[phrase] = actor
        if number >= MIN_LOOKED_AT and len(fit) >= MAX_TERMS:
            names = _names(fit)
            if len(names) >= MAX_TERMS:
                return names
    if len(fit) < MIN_TERMS:
        able = [phrase for phrase in usable if phrase.fitness != UNFIT][:MIN_TERMS] or usable
        fit = {phrase: _actor(phrase, candidates) for phrase in able}
    return _names(fit)


def _spelled(outlet: str) -> str:
    """Put an outlet's name into its comparable form: `northern-wire` is `Northern Wire`."""
    return outlet.lower().replace("-", " ")


def _names(actors: Mapping[Phrase, str]) -> list[str]:
    return list(dict.fromkeys(actors[phrase] or str(phrase) for phrase in _distinct(actors)))


def _distinct(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Leave out phrases that share words with an earlier one; a longer one takes a word's place.

    Names may share half of their words: `Scott Peterson` comes beside `Laci Peterson`.
    """
    distinct: list[Phrase] = []
    for phrase in phrases:
        shorter = [other for other in distinct if other.terms < phrase.terms and not phrase.named]
        if len(shorter) == 1:
            distinct[distinct.index(shorter[0])] = phrase
        elif not any(_overlaps(phrase, other) for other in distinct):
            distinct.append(phrase)
    return distinct


def _overlaps(phrase: Phrase, other: Phrase) -> bool:
    shared = len(phrase.terms & other.terms)
    return phrase.head in other.terms or shared > (len(phrase.terms) / 2 if phrase.named else 0)


def _candidates(mentions: Iterable[ActorMention]) -> Mapping[str, Mapping[ActorKey, int]]:
    """Count by word how often it means each actor, by its name or a mention."""
    candidates: dict[str, dict[ActorKey, int]] = {}
    for mention in mentions:
        candidate = mention.actor, mention.kind
        for word in {*mention.text.split(), *mention.actor.split()}:
            counts = candidates.setdefault(word, {})
            counts[candidate] = counts.get(candidate, 0) + 1
    return candidates


def _actor(phrase: Phrase, candidates: Mapping[str, Mapping[ActorKey, int]]) -> str:
    """Name the actor that all words of a phrase mean; of a person's, the last ones are enough."""
    for start in range(len(phrase.words) if phrase.named else 0):
        key = _shared(phrase.words[start:], candidates)
        if key and (start == 0 or key[1] == "person"):
            return key[0]
    return ""


def _shared(
    words: Sequence[str], candidates: Mapping[str, Mapping[ActorKey, int]]
) -> ActorKey | None:
    """Find the actor that all of some words mean, most often the first; of equals the earliest."""
    by_word = [candidates[word] for word in words if word in candidates]
    if len(by_word) < len(words):
        return None
    first, *others = by_word
    shared = [candidate for candidate in first if all(candidate in other for other in others)]
    return max(shared, key=lambda candidate: first[candidate], default=None)


def story_labels(
    stories: Sequence[Story], texts: Mapping[str, Text], lexicon: Lexicon, naming: Naming
) -> list[str]:
    """Label each story by its most central articles; `texts` are by article id."""
    central = [
        [entity_text(texts[article.id]) for article in of.articles[:NAMING_ARTICLES]]
        for of in stories
    ]
    mentions = map(chain.from_iterable, find_actors_of(central, naming))
    terms_of = terms_by_word(lexicon)
    return [
        label(story, of_story, texts, lexicon, terms_of)
        for story, of_story in zip(stories, mentions, strict=True)
    ]
