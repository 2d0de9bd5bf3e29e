"""Stories, storylines, and the sentences that are chosen to tell a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from digest.model.articles import Article, Sentence

Trend = Literal["emerging", "steady", "fading"]


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article that repeats an earlier one: the share of words in common, and a shared agency.

    `overlap` is the part of the shorter text's runs of words that the other has too; `agency` is
    the news agency that both name in their datelines, or empty.
    """

    article: Article
    of: Article
    overlap: float
    agency: str


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one day on one topic, the most central first, with its telling terms."""

    id: str
    day: date
    articles: tuple[Article, ...]
    terms: tuple[str, ...]
    reprints: tuple[Reprint, ...] = ()

    @property
    def independent(self) -> int:
        """How many of the articles were written anew."""
        return len(self.articles) - len(self.reprints)


@dataclass(frozen=True, slots=True)
class Storyline:
    """The stories of one or more days that continue each other, the earliest first."""

    id: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class DayStory:
    """A day's story, the id of the storyline it belongs to, its label, and how coverage goes."""

    story: Story
    line: str
    label: str
    trend: Trend


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A chosen sentence and its salience (a share of 1 within its story)."""

    sentence: Sentence
    score: float


@dataclass(frozen=True, slots=True)
class Summary:
    """A story, its chosen sentences in reading order, and the one that opens it best.

    Where no sentence stands alone, none is chosen and there is no lede.
    """

    story: Story
    sentences: tuple[RankedSentence, ...]
    lede: Sentence | None
