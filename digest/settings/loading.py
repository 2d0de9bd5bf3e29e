"""Settings out of their layers, each key checked by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, TypeVar, get_type_hints

from digest.errors import SettingsError, nearest
from digest.settings.converting import converted
from digest.settings.sections import Settings

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAMES = ("digest.toml", "pyproject.toml")
ENVIRONMENT_PREFIX = "DIGEST_"
# Names the file of settings, so it is none itself.
FILE_VARIABLE = "DIGEST_CONFIG"

# What a file or a flag can give; nested for sections.
Given = Mapping[str, object]
S = TypeVar("S")


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
                values[key] = converted(hints[key], value, subject)
    for key, hint in hints.items():
        if isinstance(hint, type) and is_dataclass(hint):
            inner = [(source, _table(given, key, source)) for source, given in layers]
            values[key] = _made(hint, inner, f"{key}.")
    return kind(**values)
