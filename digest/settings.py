"""Settings: a flag goes before the environment, that before the file, that before the default.

In `digest.toml` (or `[tool.digest]` of pyproject.toml) a setting stands under its section:

    tz = "Asia/Kolkata"
    [ranking]
    ranker = "lexrank"

Its environment variable is DIGEST_ and the key in capitals, whatever its section: DIGEST_RANKER. A
variable with such a name that is no setting is refused, as an unknown key is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.errors import SettingsError, nearest
from digest.model import FORMATS, Format

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAMES = ("digest.toml", "pyproject.toml")
ENVIRONMENT_PREFIX = "DIGEST_"
# Names the file of settings, so it is none itself.
FILE_VARIABLE = "DIGEST_CONFIG"

# What a file or a flag can give; nested for sections.
Given = Mapping[str, object]
S = TypeVar("S")
PAIRS = tuple[tuple[str, str], ...]


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


def load(path: str | None, folder: Path, environment: Mapping[str, str], flags: Given) -> Settings:
    """The settings from the four layers; `flags` has a key for each flag that was given.

    Without a path, the first of FILE_NAMES in `folder` that holds settings is read. Raises
    SettingsError, naming the file and the key.
    """
    source, given = _from_file(path, folder)
    layers = [
        (source, given),
        ("environment", _from_environment(environment)),
        ("", _in_sections(flags)),
    ]
    return _made(Settings, [(name, _of_one_length(layer)) for name, layer in layers], "")


def _of_one_length(given: Given) -> Given:
    """A layer that counts in sentences sets aside the words of those below it."""
    summary = given.get("summary")
    if isinstance(summary, dict) and "sentences" in summary:
        return {**given, "summary": {"words": 0, **summary}}
    return given


def _from_file(path: str | None, folder: Path) -> tuple[str, Given]:
    for name in (path,) if path else FILE_NAMES:
        file = folder / name
        if path or file.is_file():
            given = _parsed(file, str(name))
            if file.name == "pyproject.toml":
                given = _table(_table(given, "tool", str(name)), "digest", str(name))
            if given or path:
                return str(name), given
    return "", {}


def _parsed(file: Path, name: str) -> Given:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(name, error.strerror or "can't be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(name, f"not TOML: {error}") from error


def _table(given: Given, key: str, name: str) -> Given:
    table = given.get(key, {})
    if not isinstance(table, dict):
        raise SettingsError(name, f"[{key}] must be a table")
    return table


def _keys() -> dict[str, str]:
    """Each key and its section ("" for the top)."""
    keys = {}
    for top in fields(Settings):
        inner = get_type_hints(Settings)[top.name]
        if is_dataclass(inner):
            keys.update({part.name: top.name for part in fields(inner)})
        else:
            keys[top.name] = ""
    return keys


def _from_environment(environment: Mapping[str, str]) -> Given:
    names = {ENVIRONMENT_PREFIX + key.upper(): key for key in _keys()}
    given = {name: text for name, text in environment.items() if _is_ours(name) and text}
    for name in sorted(given):
        if name not in names:
            raise SettingsError(f"environment: {name}", f"no such setting{nearest(name, names)}")
    return _in_sections({names[name]: text for name, text in given.items()})


def _is_ours(name: str) -> bool:
    return name.startswith(ENVIRONMENT_PREFIX) and name != FILE_VARIABLE


def _in_sections(flat: Given) -> Given:
    sections = _keys()
    given: dict[str, object] = {}
    for key, value in flat.items():
        inner = given.setdefault(sections[key], {}) if sections[key] else given
        assert isinstance(inner, dict)  # noqa: S101  # a section's name is no key of the top
        inner[key] = value
    return given


def _made(kind: type[S], layers: Sequence[tuple[str, Given]], section: str) -> S:
    """One dataclass out of the layers, the last that has a key winning."""
    hints = get_type_hints(kind)
    values: dict[str, object] = {}
    for source, given in layers:
        for key, value in given.items():
            subject = ": ".join(part for part in (source, f"{section}{key}") if part)
            if key not in hints:
                raise SettingsError(subject, f"no such setting{nearest(key, hints)}")
            if not is_dataclass(hints[key]):
                values[key] = _converted(hints[key], value, subject)
    for key, hint in hints.items():
        if isinstance(hint, type) and is_dataclass(hint):
            inner = [(source, _table(given, key, source)) for source, given in layers]
            values[key] = _made(hint, inner, f"{key}.")
    return kind(**values)


def _converted(hint: object, value: object, subject: str) -> object:
    """A value of the hinted type; text (from the environment) is parsed."""
    if hint == PAIRS:
        return _pairs(value, subject)
    if hint == tuple[Section, ...]:
        return _topics(value, subject)
    if get_origin(hint) is tuple:
        return _texts(get_args(get_args(hint)[0]), value, subject)
    if hint is bool:
        flags = {True: True, False: False, "1": True, "true": True, "0": False, "false": False}
        if isinstance(value, bool | str) and value in flags:
            return flags[value]
        raise SettingsError(subject, "must be true or false")
    if hint is str and isinstance(value, str):
        return value
    if hint in (int, float) and not isinstance(value, bool):
        return _number(hint, value, subject)
    raise SettingsError(subject, f"must be a {'text' if hint is str else 'number'}")


def _texts(known: Sequence[str], value: object, subject: str) -> tuple[str, ...]:
    """A list of texts, or one with commas; only of the known ones, where any are."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        raise SettingsError(subject, "must be a list of texts")
    texts = tuple(part.strip() for part in parts if part.strip())
    for text in texts:
        if known and text not in known:
            names = ", ".join(known)
            raise SettingsError(
                subject, f"no such value: {text}{nearest(text, known)}; known: {names}"
            )
    return texts


def _pairs(value: object, subject: str) -> tuple[tuple[str, str], ...]:
    """A table of texts, or a text as `one = other, ...`, in the order of its keys."""
    if isinstance(value, str):
        parts = (part.partition("=") for part in value.split(",") if part.strip())
        value = {key: other if sign else None for key, sign, other in parts}
    if not isinstance(value, dict):
        raise SettingsError(subject, "must be a table of texts")
    for key, text in value.items():
        if not isinstance(text, str) or not text.strip() or not key.strip():
            raise SettingsError(subject, f"must give a text for {key.strip() or 'each key'}")
    return tuple(sorted((key.strip(), text.strip()) for key, text in value.items()))


def _topics(value: object, subject: str) -> tuple[Section, ...]:
    if not isinstance(value, Mapping):
        raise SettingsError(subject, "must be a table: a name and its words")
    topics = [
        Section(name, _texts((), words, f"{subject}.{name}")) for name, words in value.items()
    ]
    for section in topics:
        if not section.words:
            raise SettingsError(f"{subject}.{section.name}", "must name at least one word")
    return tuple(topics)


def _number(hint: object, value: object, subject: str) -> int | float:
    try:
        if hint is int and isinstance(value, int | str):
            return int(value)
        if hint is float and isinstance(value, int | float | str):
            return float(value)
    except ValueError:
        pass
    whole = "whole " if hint is int else ""
    raise SettingsError(subject, f"must be a {whole}number, not {value!r}")


def _not_empty(**lists: Sequence[str]) -> None:
    for name, texts in lists.items():
        if not texts:
            raise SettingsError(name, "must name at least one")


def _at_least(least: int, **amounts: int) -> None:
    for name, amount in amounts.items():
        if amount < least:
            raise SettingsError(name, f"must be at least {least}, not {amount}")
