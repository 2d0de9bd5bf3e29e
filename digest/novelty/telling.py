"""What entries tell, and what of one was not told by others."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from digest.model import News
from digest.novelty.figures import figures
from digest.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.model import DateMention, Entry

# Two sentences whose distinct words have a higher cosine say the same.
MOST_ALIKE = 0.8


class Told(NamedTuple):
    """What a reader knows: sentences' texts, dates' values, actors, plain figures."""

    sentences: tuple[str, ...]
    dates: frozenset[str]
    actors: frozenset[str]
    figures: frozenset[str]


NOTHING = Told((), frozenset(), frozenset(), frozenset())


def told(entries: Iterable[Entry], before: Told = NOTHING) -> Told:
    """Everything that some entries tell, and what was told before."""
    sentences = [cited for entry in entries for cited in entry.sentences]
    return Told(
        before.sentences + tuple(cited.sentence.text for cited in sentences),
        before.dates.union(mention.value for cited in sentences for mention in cited.dates),
        before.actors.union(mention.actor for cited in sentences for mention in cited.actors),
        before.figures.union(
            plain
            for cited in sentences
            for _, plain in figures(cited.sentence.text, cited.sentence.start, cited.dates)
        ),
    )


def news(entries: Iterable[Entry], before: Told) -> News:
    """What the entries tell beyond `before`, each once, in the order of reading."""
    sentences = [cited for entry in entries for cited in entry.sentences]
    former = [_words(text) for text in before.sentences]
    dates: dict[str, DateMention] = {}
    actors: dict[str, None] = {}
    numbers: dict[str, str] = {}
    for cited in sentences:
        for mention in filter(_is_day, cited.dates):
            dates.setdefault(mention.value, mention)
        for named in cited.actors:
            actors.setdefault(named.actor)
        for figure, plain in figures(cited.sentence.text, cited.sentence.start, cited.dates):
            numbers.setdefault(plain, figure)
    return News(
        tuple(cited for cited in sentences if _is_new(cited.sentence.text, former)),
        tuple(mention for value, mention in dates.items() if value not in before.dates),
        tuple(actor for actor in actors if actor not in before.actors),
        tuple(figure for plain, figure in numbers.items() if plain not in before.figures),
    )


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
