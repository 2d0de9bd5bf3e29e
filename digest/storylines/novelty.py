"""What entries tell, and what of one was not told by others."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from digest.language import ENGLISH, language_of
from digest.language.english.words import WORD
from digest.model import News
from digest.storylines.figures import figures
from digest.text import own_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.model import ActorKind, CitedSentence, DateMention, Entry

# Two sentences whose distinct words have a higher cosine say the same.
MOST_ALIKE = 0.8
# Stands for a letter of a mention, so that a name beside one is seen to be part of it.
MENTIONED = "X"


class Told(NamedTuple):
    """What a reader knows: sentences' texts, dates' values, actors, plain figures.

    `words` are those that actors' names may stand in and were not found: headlines and labels, and
    the sentences without their mentions.
    """

    sentences: tuple[str, ...]
    words: tuple[str, ...]
    dates: frozenset[str]
    actors: frozenset[str]
    figures: frozenset[str]


NOTHING = Told((), (), frozenset(), frozenset(), frozenset())


def told(entries: Iterable[Entry], before: Told = NOTHING) -> Told:
    """Everything that some entries tell, and what was told before."""
    entries = tuple(entries)
    sentences = [cited for entry in entries for cited in entry.sentences]
    headlines = tuple(f"{entry.headline} ({entry.label})" for entry in entries)
    return Told(
        before.sentences + tuple(cited.sentence.text for cited in sentences),
        before.words + headlines + tuple(map(_unnamed, sentences)),
        before.dates.union(mention.value for cited in sentences for mention in cited.dates),
        before.actors.union(mention.actor for cited in sentences for mention in cited.actors),
        before.figures.union(
            (plain for cited in sentences for _, plain in _figures(cited)),
            (plain for headline in headlines for _, plain in figures(headline, 0, ())),
        ),
    )


def news(entries: Iterable[Entry], before: Told) -> News:
    """What the entries tell beyond `before`, each once, in the order of reading."""
    sentences = [cited for entry in entries for cited in entry.sentences]
    former = [_words(text) for text in before.sentences]
    dates: dict[str, DateMention] = {}
    actors: dict[str, ActorKind] = {}
    numbers: dict[str, str] = {}
    for cited in sentences:
        for mention in filter(_is_day, cited.dates):
            dates.setdefault(mention.value, mention)
        for named in cited.actors:
            actors.setdefault(named.actor, named.kind)
        for figure, plain in _figures(cited):
            numbers.setdefault(plain, figure)
    return News(
        tuple(cited for cited in sentences if _is_new(cited.sentence.text, former)),
        tuple(mention for value, mention in dates.items() if value not in before.dates),
        tuple(actor for actor, kind in actors.items() if not _is_named(actor, kind, before)),
        tuple(figure for plain, figure in numbers.items() if plain not in before.figures),
    )


def _figures(cited: CitedSentence) -> Iterator[tuple[str, str]]:
    """Return the figures of a sentence's own words, behind dateline and byline."""
    article, start = cited.sentence.article, own_start(cited.sentence)
    text = article.text[start : cited.sentence.end]
    return figures(text, start, cited.dates, language_of(article.language))


def _is_named(actor: str, kind: ActorKind, before: Told) -> bool:
    """Whether a reader has met the name: as an actor's, of persons also by the surname alone.

    A name that stands in what was told is known as well, whether it was found there or not.
    """
    if actor in before.actors:
        return True
    if kind == "person" and any(_are_one(actor, other) for other in before.actors):
        return True
    holding = [words for words in before.words if actor in words]
    # Most names stand nowhere, and an expression takes long to make.
    return any(_stands(_expression(actor), words) for words in holding)


def _expression(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\s[A-Z])")


def _stands(name: re.Pattern[str], words: str) -> bool:
    """Whether the name stands there by itself: `Mexico` doesn't in `Gulf of Mexico`."""
    found = name.finditer(words)
    # Actors have names in English only.
    begins = ENGLISH.name_beginning
    return any(
        " " in one[0] or not (begins and begins.search(words[: one.start()])) for one in found
    )


def _unnamed(cited: CitedSentence) -> str:
    """A sentence's text, each mention of an actor struck out."""
    text, start = cited.sentence.text, cited.sentence.start
    for mention in cited.actors:
        first, last = mention.start - start, mention.end - start
        text = text[:first] + MENTIONED * (last - first) + text[last:]
    return text


def _are_one(name: str, other: str) -> bool:
    """Whether one of two names is the surname of the other."""
    longer, shorter = sorted((name, other), key=len, reverse=True)
    return longer.endswith(f" {shorter}") and " " not in shorter


def _is_day(mention: DateMention) -> bool:
    """Whether it names a time on the calendar, and not how long or how often."""
    return mention.type in ("DATE", "TIME") and mention.value[:1].isdigit()


def _is_new(text: str, former: Sequence[frozenset[str]]) -> bool:
    words = _words(text) if former else frozenset()
    return all(_cosine(words, other) <= MOST_ALIKE for other in former)


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / math.sqrt(len(one) * len(other)) if shared else 0.0
