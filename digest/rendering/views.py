"""Views: a digest's values in the form and order in which the templates show them.

Every text here is clean (see `cleaning.clean`), every address is percent-encoded, and every
anchor is our own. Templates only choose words and markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.rendering.date_format import short_moment

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from markupsafe import Markup

    from digest.model import ActorKind, DateType, Format, Trend


@dataclass(frozen=True, slots=True)
class Site:
    """Settings of all pages. `built` is the moment of the build, where that may be shown."""

    title: str
    formats: tuple[Format, ...]
    zone: tzinfo
    zone_name: str
    built: datetime | None

    @property
    def built_words(self) -> str:
        """Moment of the build in the site's zone, or nothing."""
        return short_moment(self.built.astimezone(self.zone)) if self.built else ""


@dataclass(frozen=True, slots=True)
class DateView:
    """Date mention: its phrase, its meaning in words, and for `<time>` its valid datetime."""

    phrase: str
    reading: str
    value: str
    type: DateType
    mod: str
    datetime: str


@dataclass(frozen=True, slots=True)
class ActorView:
    """Actor mention: the phrase of the sentence, and the actor's canonical name and kind."""

    phrase: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Part:
    """Segment of a sentence: a date mention, an actor mention, or neither."""

    text: str
    date: DateView | None = None
    actor: ActorView | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """Article in a story's list of sources. `published_datetime` is for `<time>`."""

    number: int
    anchor: str
    title: str
    outlet: str
    published: str
    published_datetime: str
    origin: str
    url: str
    language: str
    gives_headline: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """Published sentence: in `parts` with its own line breaks, as `text` on one line.

    Paragraph and number count from 1; `start` and `end` are characters of the article's text,
    as in the JSON. `link` leads to the sentence on the outlet's page, where it has one.
    `told_before` is whether a former day of its storyline told nearly the same.
    """

    anchor: str
    text: str
    parts: tuple[Part, ...]
    article: ArticleView
    paragraph: int
    number: int
    start: int
    end: int
    link: str
    dates: tuple[DateView, ...]
    actors: tuple[ActorView, ...]
    told_before: bool


@dataclass(frozen=True, slots=True)
class CastMember:
    """Actor of a story, and its role or `""`."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Actors of a story of one kind, the most salient first."""

    kind: ActorKind
    members: tuple[CastMember, ...]


@dataclass(frozen=True, slots=True)
class ActionView:
    """Action of one actor on another: the names in the order of the sentence.

    `first` is its subject, or in the passive its object; `number` counts the story's sentences
    from 1, and `anchor` leads there.
    """

    first: str
    verb: str
    second: str
    anchor: str
    number: int


@dataclass(frozen=True, slots=True)
class FormerView:
    """Storyline that a story continues: its first day, and the last before this.

    `days` counts those that told of it, this one too. `dates`, `actors` and `figures` are those
    that no former day told.
    """

    opened: str
    days: int
    trend: Trend
    day: str
    headline: str
    dates: tuple[str, ...]
    actors: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """Story, numbered from 1; of its articles so many are `reprints` of others.

    `former` is what it continues, if anything that is known. `section` is named where the story
    is the first of its section; `also` are the other topics that it belongs to.
    """

    number: int
    anchor: str
    headline: str
    label: str
    also: tuple[str, ...]
    section: str
    outlets: tuple[str, ...]
    reprints: int
    former: FormerView | None
    sentences: tuple[SentenceView, ...]
    casts: tuple[Cast, ...]
    actions: tuple[ActionView, ...]
    articles: tuple[ArticleView, ...]


@dataclass(frozen=True, slots=True)
class DigestView:
    """Digest of a day. `note` is the editor's Markdown, `note_html` the same, sanitised.

    `briefs` are the stories of which no sentence is published; their numbers follow the others'.
    """

    day: str
    short_day: str
    long_day: str
    note: str
    note_html: Markup | None
    stories: tuple[StoryView, ...]
    briefs: tuple[StoryView, ...]
    articles: int
    outlets: int
