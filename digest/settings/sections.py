"""What can be set, section by section, with what holds where nothing is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.errors import SettingsError
from digest.model import FORMATS, Format

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read."""

    max_line_bytes: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Grouping:
    """What makes a story of articles."""

    least_similarity: float = 0.24
    window_days: int = 365
    follow: bool = True


@dataclass(frozen=True, slots=True)
class Ranking:
    """How sentences are ranked; `similarity` and `headline` are TextRank's alone."""

    ranker: str = "textrank"
    similarity: str = "cosine"
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """How long a story's summary is; `words` goes before `sentences` where it is not 0.

    With `by_weight`, stories of one source are shorter and those of many longer.
    """

    sentences: int = 3
    words: int = 0
    by_weight: bool = True


@dataclass(frozen=True, slots=True)
class Actors:
    """What is known of actors beforehand: pairs of a spelling and a name, and what is kept out.

    `backend` is what finds names: our own model, or a spaCy pipeline by its name or path.
    """

    aliases: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    exclude: tuple[str, ...] = ()
    capitals: bool = False
    demonyms: bool = True
    backend: str = "digest"
    model: str = "en_core_web_sm"


@dataclass(frozen=True, slots=True)
class Mail:
    """Who the message is from and to."""

    sender: str = "digest@localhost"
    recipients: tuple[str, ...] = ()


class Section(NamedTuple):
    """A topic: its name, and the words, phrases and actors that tell of it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, checked."""

    sources: tuple[str, ...] = ("seeds",)
    out: str = "out"
    tz: str = "UTC"
    since: str = ""
    until: str = ""
    formats: tuple[Format, ...] = FORMATS
    templates: str = ""
    notes: str = "notes"
    title: str = "Daily digest"
    jobs: int = 1
    strict: bool = False
    reading: Reading = field(default_factory=Reading)
    grouping: Grouping = field(default_factory=Grouping)
    ranking: Ranking = field(default_factory=Ranking)
    summary: Summary = field(default_factory=Summary)
    actors: Actors = field(default_factory=Actors)
    mail: Mail = field(default_factory=Mail)
    topics: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        zone_named(self.tz)
        _not_empty(sources=self.sources, formats=self.formats)
        _at_least(1, jobs=self.jobs, sentences=self.summary.sentences)
        _at_least(0, words=self.summary.words, window_days=self.grouping.window_days)
        _at_least(1, max_line_bytes=self.reading.max_line_bytes)
        if not 0 < self.grouping.least_similarity <= 1:
            raise SettingsError("least_similarity", "must lie above 0 and be at most 1")


def zone_named(name: str) -> ZoneInfo:
    """The IANA time zone of that name; raises SettingsError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError("tz", f"no such time zone: {name}") from error


def _not_empty(**lists: Sequence[str]) -> None:
    for name, texts in lists.items():
        if not texts:
            raise SettingsError(name, "must name at least one")


def _at_least(least: int, **amounts: int) -> None:
    for name, amount in amounts.items():
        if amount < least:
            raise SettingsError(name, f"must be at least {least}, not {amount}")
