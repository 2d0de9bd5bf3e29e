"""Topic labels: who a story is about, and which words tell it from others."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from digest.annotating.wording import FIT, UNFIT, Wording
from digest.entities import find_actors_of
from digest.language import language_of
from digest.text import NO_TERM, named_text, term_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.annotating.wording import Phrase
    from digest.entities import Naming
    from digest.model import ActorKind, ActorMention, Story
    from digest.text import Lexicon, Text

    # An actor's name and kind.
    Known = tuple[str, ActorKind | None]

NOBODY: Known = ("", None)
MIN_TERMS, MAX_TERMS = 2, 4
# A later term may tell what an earlier one belongs to: `spill` makes `oil spill` of `oil`.
MIN_LOOKED_AT = 8
# The most central articles spell out a story's names; the rest only cost time.
NAMING_ARTICLES = 3
# So many of them tell how its terms are used.
WORDING_ARTICLES = 8


def heads(lexicon: Lexicon) -> dict[str, dict[str, int]]:
    """Return the term of each word that has one, by the code of its language."""
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
    head_of: Mapping[str, Mapping[str, int]],
) -> str:
    """The story's most telling terms, a few: names as their actors' full names, others as phrases.

    A term is left out if fewer than half of the articles have it, and if it is no noun by the
    words that it stands between, as far as there are others, or names an outlet that tells of the
    story. `texts` are by article id, `head_of`
    is that of the lexicon. No more terms are looked at than it takes.
    """
    if not story.terms:
        return ""
    wording = Wording([texts[one.id] for one in story.articles[:WORDING_ARTICLES]], lexicon)
    actors = _actors(mentions)
    term_of = head_of[language_of(story.articles[0].language).code]
    outlets = {_spelled(one.source) for one in story.articles}
    phrases: list[Phrase] = []
    # Those that can name a topic, with the actor that they stand for, or nobody.
    fit: dict[Phrase, str] = {}
    for number, term in enumerate(story.terms, start=1):
        phrase = wording.phrase(term_of.get(term, NO_TERM))
        if phrase and _spelled(str(phrase)) in outlets:
            phrase = None
        if phrase:
            phrases.append(phrase)
        if phrase and phrase.fitness != UNFIT:
            actor = _actor(phrase, actors)
            if actor or phrase.fitness == FIT:
                fit[phrase] = actor
        if number >= MIN_LOOKED_AT and len(fit) >= MAX_TERMS:
            names = _names(fit)
            if len(names) >= MAX_TERMS:
                return ", ".join(names[:MAX_TERMS])
    if len(fit) < MIN_TERMS:
        able = [phrase for phrase in phrases if phrase.fitness != UNFIT][:MIN_TERMS] or phrases
        fit = {phrase: _actor(phrase, actors) for phrase in able}
    return ", ".join(_names(fit)[:MAX_TERMS])


def _spelled(outlet: str) -> str:
    """An outlet's name as it compares: `northern-wire` is `Northern Wire`."""
    return outlet.lower().replace("-", " ")


def _names(told: Mapping[Phrase, str]) -> list[str]:
    return list(dict.fromkeys(told[phrase] or str(phrase) for phrase in _distinct(told)))


def _distinct(phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases without those that were told before; a longer one takes a word's place.

    Names may share half of their words: `Scott Peterson` stands beside `Laci Peterson`.
    """
    told: list[Phrase] = []
    for phrase in phrases:
        shorter = [one for one in told if one.terms < phrase.terms and not phrase.named]
        if len(shorter) == 1:
            told[told.index(shorter[0])] = phrase
        elif not any(_is_like(phrase, one) for one in told):
            told.append(phrase)
    return told


def _is_like(phrase: Phrase, other: Phrase) -> bool:
    shared = len(phrase.terms & other.terms)
    return phrase.head in other.terms or shared > (len(phrase.terms) / 2 if phrase.named else 0)


def _actors(mentions: Iterable[ActorMention]) -> Mapping[str, Mapping[Known, int]]:
    """How often each word stands for each actor, by its name or a mention."""
    actors: dict[str, dict[Known, int]] = {}
    for mention in mentions:
        known = mention.actor, mention.kind
        for word in {*mention.text.split(), *mention.actor.split()}:
            counts = actors.setdefault(word, {})
            counts[known] = counts.get(known, 0) + 1
    return actors


def _actor(phrase: Phrase, actors: Mapping[str, Mapping[Known, int]]) -> str:
    """The actor that all words of a phrase stand for; of a person's, the last ones are enough."""
    for start in range(len(phrase.words) if phrase.named else 0):
        name, kind = _shared(phrase.words[start:], actors)
        if name and (start == 0 or kind == "person"):
            return name
    return ""


def _shared(words: Sequence[str], actors: Mapping[str, Mapping[Known, int]]) -> Known:
    """The actor that all of some words stand for most often; of equals the first found."""
    found = [actors[word] for word in words if word in actors]
    if len(found) < len(words):
        return NOBODY
    first, *others = found
    shared = [known for known in first if all(known in one for one in others)]
    return max(shared, key=lambda known: first[known], default=NOBODY)


def story_labels(
    stories: Sequence[Story], texts: Mapping[str, Text], lexicon: Lexicon, naming: Naming
) -> list[str]:
    """The label of each story by its most central articles; `texts` are by article id."""
    central = [
        [named_text(texts[article.id]) for article in of.articles[:NAMING_ARTICLES]]
        for of in stories
    ]
    found = find_actors_of(central, naming)
    return list(_labels(stories, map(chain.from_iterable, found), texts, lexicon))


def _labels(
    stories: Iterable[Story],
    found: Iterable[Iterable[ActorMention]],
    texts: Mapping[str, Text],
    lexicon: Lexicon,
) -> Iterator[str]:
    head_of = heads(lexicon)
    for story, mentions in zip(stories, found, strict=True):
        yield label(story, mentions, texts, lexicon, head_of)
