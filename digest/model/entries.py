"""Entries, digests, and changes from day to day, as readers see them."""

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
class Novelty:
    """Facts that no former day told: sentences, dates, canonical names, figures as written."""

    sentences: tuple[CitedSentence, ...]
    dates: tuple[DateMention, ...]
    actors: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormerReport:
    """Last former day with a story of the storyline, and that story's headline."""

    day: date
    headline: str


@dataclass(frozen=True, slots=True)
class Continuation:
    """Relation of a story to former days: its storyline, that one's first day, and its days so far.

    `former` is None where the story opens the storyline; then all of it is `novelty`.
    """

    storyline: str
    opened: date
    days: int
    trend: Trend
    former: FormerReport | None
    novelty: Novelty


@dataclass(frozen=True, slots=True)
class AnnotatedStory:
    """Story with its headline, label, sentences and actors; without sentences it is told in brief.

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
    """Annotated story in the digest of its day.

    `continuation` is None where former days are not followed, `reasons` where nobody asked.
    """

    continuation: Continuation | None = None
    reasons: StoryReasons | None = None

    @classmethod
    def of(
        cls,
        annotated: AnnotatedStory,
        continuation: Continuation | None = None,
        reasons: StoryReasons | None = None,
    ) -> Entry:
        """Make the entry of an annotated story."""
        return cls(
            annotated.story,
            annotated.headline,
            annotated.headline_of,
            annotated.label,
            annotated.sentences,
            annotated.actors,
            annotated.actions,
            annotated.topics,
            continuation,
            reasons,
        )


@dataclass(frozen=True, slots=True)
class Change:
    """Change of a storyline from an earlier day to a later one.

    `before` and `now` count the days' independent articles. Headline and label are those of the
    later day where it has a story of the storyline.
    """

    storyline: str
    headline: str
    label: str
    trend: Trend
    before: int
    now: int
    novelty: Novelty


@dataclass(frozen=True, slots=True)
class Digest:
    """Stories of a day, the most salient first, and the editor's note in Markdown (or `""`).

    `topics` are the names of the sections that the stories may belong to, in their order.
    """

    day: date
    entries: tuple[Entry, ...]
    note: str = ""
    topics: tuple[str, ...] = ()
