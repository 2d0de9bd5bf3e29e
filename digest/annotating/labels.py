"""Topic labels: who a story is about, and which words tell it from others."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from digest.actors import find_actors_of
from digest.annotating.wording import FIT, UNFIT, Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from digest.actors import Naming
    from digest.annotating.wording import Phrase
    from digest.model import ActorKind, ActorMention, Story
    from digest.text import Lexicon, Text

    # An actor's name and kind.
    Known = tuple[str, ActorKind | None]

NOBODY: Known = ("", None)
MIN_TERMS, MAX_TERMS = 2, 4
# The most central articles spell out a story's names; the rest only cost time.
NAMING_ARTICLES = 3
# So many of them tell how its terms are used.
WORDING_ARTICLES = 8


def label(
    story: Story, mentions: Iterable[ActorMention], texts: Mapping[str, Text], lexicon: Lexicon
) -> str:
    """The story's most telling terms, a few: names as their actors' full names, others as phrases.

    A term is left out if fewer than half of the articles have it, and if it is no noun by the
    words that it stands between, as far as there are others. `texts` are by article id.
    """
    if not story.terms:
        return ""
    wording = Wording([texts[one.id] for one in story.articles[:WORDING_ARTICLES]], lexicon)
    phrases = [phrase for term in story.terms if (phrase := wording.phrase(term))]
    actors = _actors(mentions)
    told = _distinct(_fit(phrases, actors) or phrases)
    names = dict.fromkeys(_actor(phrase, actors) or str(phrase) for phrase in told)
    return ", ".join(list(names)[:MAX_TERMS])


def _fit(phrases: Sequence[Phrase], actors: Mapping[str, Counter[Known]]) -> list[Phrase]:
    """The phrases that can name a topic; where these are too few, those that perhaps can too."""
    able = [phrase for phrase in phrases if phrase.fitness != UNFIT]
    fit = [phrase for phrase in able if phrase.fitness == FIT or _actor(phrase, actors)]
    return fit if len(fit) >= MIN_TERMS else able[:MIN_TERMS]


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


def _actors(mentions: Iterable[ActorMention]) -> Mapping[str, Counter[Known]]:
    """How often each word stands for each actor, by its name or a mention."""
    actors: dict[str, Counter[Known]] = {}
    for mention in mentions:
        for word in {*mention.text.split(), *mention.actor.split()}:
            actors.setdefault(word, Counter())[mention.actor, mention.kind] += 1
    return actors


def _actor(phrase: Phrase, actors: Mapping[str, Counter[Known]]) -> str:
    """The actor that all words of a phrase stand for; of a person's, the last ones are enough."""
    for start in range(len(phrase.words) if phrase.named else 0):
        name, kind = _shared(phrase.words[start:], actors)
        if name and (start == 0 or kind == "person"):
            return name
    return ""


def _shared(words: Sequence[str], actors: Mapping[str, Counter[Known]]) -> Known:
    """The actor that all of some words stand for most often; of equals the first found."""
    first, *others = (actors.get(word, Counter()) for word in words)
    shared = [known for known in first if all(known in one for one in others)]
    return max(shared, key=lambda known: first[known], default=NOBODY)


def story_labels(
    stories: Sequence[Story], texts: Mapping[str, Text], lexicon: Lexicon, naming: Naming
) -> list[str]:
    """The label of each story by its most central articles; `texts` are by article id."""
    central = [[texts[article.id] for article in of.articles[:NAMING_ARTICLES]] for of in stories]
    found = find_actors_of(central, naming)
    return list(_labels(stories, map(chain.from_iterable, found), texts, lexicon))


def _labels(
    stories: Iterable[Story],
    found: Iterable[Iterable[ActorMention]],
    texts: Mapping[str, Text],
    lexicon: Lexicon,
) -> Iterator[str]:
    for story, mentions in zip(stories, found, strict=True):
        yield label(story, mentions, texts, lexicon)
