"""Novelty: facts of an entry that the reader of former entries does not know."""

from __future__ import annotations

import math
import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from digest.language import ENGLISH, language_of
from digest.language.english.words import WORD
from digest.model import Novelty
from digest.storylines.figures import figures
from digest.text import REDUNDANT_ACROSS_DAYS, own_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.model import ActorKind, AnnotatedStory, CitedSentence, DateMention

# Takes the place of each letter of a mention, so that a name beside one is seen to be part of it.
MENTIONED = "X"


class EntryFacts(NamedTuple):
    """Facts of one entry: sentences' texts, dates' values, actors, figures in their one form.

    `words` may hold names that are no mentions: headline and label, and the sentences without
    their mentions. Dates, actors and figures are sorted.
    """

    headline: str
    sentences: tuple[str, ...]
    words: tuple[str, ...]
    dates: tuple[str, ...]
    actors: tuple[str, ...]
    figures: tuple[str, ...]


class ReaderKnowledge(NamedTuple):
    """Facts of all former entries, each as in `EntryFacts`."""

    sentences: tuple[str, ...]
    words: tuple[str, ...]
    dates: frozenset[str]
    actors: frozenset[str]
    figures: frozenset[str]

    def with_facts(self, facts: Iterable[EntryFacts]) -> ReaderKnowledge:
        """Add the facts of further entries."""
        entries = tuple(facts)
        return ReaderKnowledge(
            self.sentences + tuple(chain.from_iterable(entry.sentences for entry in entries)),
            self.words + tuple(chain.from_iterable(entry.words for entry in entries)),
            self.dates.union(*(entry.dates for entry in entries)),
            self.actors.union(*(entry.actors for entry in entries)),
            self.figures.union(*(entry.figures for entry in entries)),
        )


NOTHING = ReaderKnowledge((), (), frozenset(), frozenset(), frozenset())


def entry_facts(entry: AnnotatedStory) -> EntryFacts:
    """Gather the facts of an entry."""
    cited = entry.sentences
    headline = f"{entry.headline} ({entry.label})"
    numbers = {plain for sentence in cited for _, plain in _figures(sentence)}
    return EntryFacts(
        entry.headline,
        tuple(sentence.sentence.text for sentence in cited),
        (headline, *map(_unnamed, cited)),
        tuple(sorted({mention.value for sentence in cited for mention in sentence.dates})),
        tuple(sorted({mention.actor for sentence in cited for mention in sentence.actors})),
        tuple(sorted(numbers.union(plain for _, plain in figures(headline, 0, ())))),
    )


def novelty(entries: Iterable[AnnotatedStory], before: ReaderKnowledge) -> Novelty:
    """Find the facts of entries that the reader does not know, each once, in reading order."""
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
    return Novelty(
        tuple(cited for cited in sentences if _is_new(cited.sentence.text, former)),
        tuple(mention for value, mention in dates.items() if value not in before.dates),
        tuple(actor for actor, kind in actors.items() if not _is_named(actor, kind, before)),
        tuple(figure for plain, figure in numbers.items() if plain not in before.figures),
    )


def _figures(cited: CitedSentence) -> Iterator[tuple[str, str]]:
    """Find the figures of a sentence's own words, behind dateline and byline."""
    article, start = cited.sentence.article, own_start(cited.sentence)
    text = article.text[start : cited.sentence.end]
    return figures(text, start, cited.dates, language_of(article.language))


def _is_named(actor: str, kind: ActorKind, before: ReaderKnowledge) -> bool:
    """Test whether a reader has met a name: as an actor's, of persons also by the surname alone.

    A name among former words is known as well, though it was no mention there.
    """
    if actor in before.actors:
        return True
    if kind == "person" and any(_is_surname(actor, other) for other in before.actors):
        return True
    holding = [words for words in before.words if actor in words]
    # Most names are nowhere, and an expression takes long to make.
    return any(_is_whole(_expression(actor), words) for words in holding)


def _expression(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\s[A-Z])")


def _is_whole(name: re.Pattern[str], words: str) -> bool:
    """Test whether a name is no part of a longer one: `Mexico` is one of `Gulf of Mexico`."""
    # Actors have names in English only.
    begins = ENGLISH.name_beginning
    return any(
        " " in match[0] or not (begins and begins.search(words[: match.start()]))
        for match in name.finditer(words)
    )


def _unnamed(cited: CitedSentence) -> str:
    """Strike out each mention of an actor in a sentence's text."""
    text, start = cited.sentence.text, cited.sentence.start
    for mention in cited.actors:
        first, last = mention.start - start, mention.end - start
        text = text[:first] + MENTIONED * (last - first) + text[last:]
    return text


def _is_surname(name: str, other: str) -> bool:
    """Test whether one of two names is the surname of the other."""
    longer, shorter = sorted((name, other), key=len, reverse=True)
    return longer.endswith(f" {shorter}") and " " not in shorter


def _is_day(mention: DateMention) -> bool:
    """Test whether a mention names a time on the calendar, and no duration or frequency."""
    return mention.type in ("DATE", "TIME") and mention.value[:1].isdigit()


def _is_new(text: str, former: Sequence[frozenset[str]]) -> bool:
    words = _words(text) if former else frozenset()
    return all(_cosine(words, other) <= REDUNDANT_ACROSS_DAYS for other in former)


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


def _cosine(words: frozenset[str], others: frozenset[str]) -> float:
    shared = len(words & others)
    return shared / math.sqrt(len(words) * len(others)) if shared else 0.0
