"""What a reader sees: entries, digests, and the changes from day to day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from digest.model.articles import Article
    from digest.model.mentions import Action, Actor, CitedSentence, DateMention
    from digest.model.reasons import StoryReasons
    from digest.model.stories import Story, Trend


@dataclass(frozen=True, slots=True)
class News:
    """What was not told before: sentences, dates, canonical names, figures as they stand."""

    sentences: tuple[CitedSentence, ...]
    dates: tuple[DateMention, ...]
    actors: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Former:
    """The last day that told of a storyline before, and the headline that it had then."""

    day: date
    headline: str


@dataclass(frozen=True, slots=True)
class Continuation:
    """How a story stands to former days: its storyline, opened on a day and told on so many.

    `former` is None where the story opens the storyline; then all of it is `news`.
    """

    line: str
    opened: date
    days: int
    trend: Trend
    former: Former | None
    news: News


@dataclass(frozen=True, slots=True)
class AnnotatedStory:
    """One story with what is told of it; without sentences it is told in brief.

    `headline_of` is the article whose words the headline takes, None where that is the label.
    `topics` are the names of the sections it belongs to.
    """

    story: Story
    headline: str
    headline_of: Article | None
    label: str
    sentences: tuple[CitedSentence, ...]
    actors: tuple[Actor, ...]
    actions: tuple[Action, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry(AnnotatedStory):
    """An annotated story as the digest of its day tells it.

    `continuation` is None where former days are not followed, `reasons` where nobody asked.
    """

    continuation: Continuation | None = None
    reasons: StoryReasons | None = None

    @classmethod
    def of(
        cls,
        told: AnnotatedStory,
        continuation: Continuation | None = None,
        reasons: StoryReasons | None = None,
    ) -> Entry:
        """The entry of an annotated story."""
        return cls(
            told.story,
            told.headline,
            told.headline_of,
            told.label,
            told.sentences,
            told.actors,
            told.actions,
            told.topics,
            continuation,
            reasons,
        )


@dataclass(frozen=True, slots=True)
class Change:
    """A storyline on a later day against an earlier one.

    `before` and `now` count the days' independent articles. The headline and label are those of
    the later day where it tells of the story.
    """

    line: str
    headline: str
    label: str
    trend: Trend
    before: int
    now: int
    news: News


@dataclass(frozen=True, slots=True)
class Digest:
    """A day's stories, the most salient first, and the editor's note in Markdown (or `""`).

    `topics` are the names of the sections that the stories may belong to, in their order.
    """

    day: date
    entries: tuple[Entry, ...]
    note: str = ""
    topics: tuple[str, ...] = ()
