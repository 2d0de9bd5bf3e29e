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
    """Near-duplicate of an earlier article.

    `overlap` is the share of the shorter text's shingles that the other has too; `agency` is the
    news agency that both name in their datelines, or empty.
    """

    article: Article
    of: Article
    overlap: float
    agency: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles of one day on one event, the most central first, with its heaviest terms."""

    id: str
    day: date
    articles: tuple[Article, ...]
    terms: tuple[str, ...]
    reprints: tuple[Reprint, ...] = ()

    @property
    def independent(self) -> int:
        """Number of articles that are no reprints."""
        return len(self.articles) - len(self.reprints)


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories of one or more days that continue each other, the earliest first."""

    id: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class DayStory:
    """Story of a day with its storyline's id, its label, and the trend of its coverage."""

    story: Story
    storyline: str
    label: str
    trend: Trend


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """Chosen sentence and its salience (a share of 1 within its story)."""

    sentence: Sentence
    score: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Story, its chosen sentences in reading order, and its lede, the best opening sentence.

    Where no sentence is eligible, none is chosen and there is no lede.
    """

    story: Story
    sentences: tuple[RankedSentence, ...]
    lede: Sentence | None
