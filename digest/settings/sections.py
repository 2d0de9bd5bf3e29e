"""Settings, section by section, with their defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.errors import SettingsError
from digest.model import FORMATS, Format
from digest.settings.values import Bound, Checked


def zone_named(name: str) -> ZoneInfo:
    """Time zone of an IANA name; raises SettingsError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError("tz", f"no such time zone: {name}") from error


def _is_zone(name: str) -> bool:
    try:
        return bool(zone_named(name))
    except SettingsError:
        return False


Zone = Annotated[str, Bound[str]("must be a time zone such as Asia/Kolkata", _is_zone)]
Word = Annotated[str, Bound[str]("must be a text", lambda text: bool(text.strip()))]
Some = Bound[tuple[str, ...]]("must name at least one", bool)
Share = Annotated[float, Bound[float]("must lie above 0 and be at most 1", lambda x: 0 < x <= 1)]
Amount = Annotated[int, Bound[int]("must be at least 0", lambda number: number >= 0)]
Count = Annotated[int, Bound[int]("must be at least 1", lambda number: number >= 1)]


class Section(NamedTuple):
    """A topic: its name, and the words, phrases and actors that tell of it."""

    name: Word
    words: Annotated[tuple[Word, ...], Some]


@dataclass(frozen=True, slots=True)
class Reading(Checked):
    """Settings of reading."""

    max_line_bytes: Count = 10_000_000


@dataclass(frozen=True, slots=True)
class Grouping(Checked):
    """Settings of clustering and storylines."""

    least_similarity: Share = 0.24
    window_days: Amount = 365
    follow: bool = True


@dataclass(frozen=True, slots=True)
class Ranking(Checked):
    """Settings of ranking; `similarity` and `headline` are TextRank's alone."""

    ranker: str = "textrank"
    similarity: str = "cosine"
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Summary(Checked):
    """Length of a story's summary; `words` goes before `sentences` where it is not 0.

    With `by_weight`, stories of one source are shorter and those of many longer.
    """

    sentences: Count = 3
    words: Amount = 0
    by_weight: bool = True


@dataclass(frozen=True, slots=True)
class Actors(Checked):
    """Settings of actors: pairs of a spelling and a name, and names that are kept out.

    `backend` is what finds names: our own model, or a spaCy pipeline by its name or path.
    """

    aliases: tuple[tuple[Word, Word], ...] = ()
    names: tuple[tuple[Word, Word], ...] = ()
    exclude: tuple[Word, ...] = ()
    capitals: bool = False
    demonyms: bool = True
    backend: str = "digest"
    model: str = "en_core_web_sm"

    def __post_init__(self) -> None:
        """Check the values; the order of a table's keys makes no other settings."""
        Checked.__post_init__(self)
        for name in ("aliases", "names"):
            object.__setattr__(self, name, tuple(sorted(getattr(self, name))))


@dataclass(frozen=True, slots=True)
class Mail(Checked):
    """Addresses that the message is from and to."""

    sender: str = "digest@localhost"
    recipients: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings(Checked):
    """All settings, checked.

    `cache` is the folder of the saved history, none where it is empty; `jobs` is the number of
    processes, by default as many as the machine has cores where there is enough work to gain.
    """

    sources: Annotated[tuple[Word, ...], Some] = ("seeds",)
    out: str = "out"
    cache: str = ".digest"
    tz: Zone = "UTC"
    since: str = ""
    until: str = ""
    formats: Annotated[tuple[Format, ...], Some] = FORMATS
    templates: str = ""
    notes: str = "notes"
    title: str = "Daily digest"
    jobs: Amount = 0
    strict: bool = False
    reading: Reading = field(default_factory=Reading)
    grouping: Grouping = field(default_factory=Grouping)
    ranking: Ranking = field(default_factory=Ranking)
    summary: Summary = field(default_factory=Summary)
    actors: Actors = field(default_factory=Actors)
    mail: Mail = field(default_factory=Mail)
    topics: tuple[Section, ...] = ()
