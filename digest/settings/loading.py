"""Settings out of their layers, each key checked by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from digest.errors import SettingsError, nearest
from digest.settings.sections import Settings
from digest.settings.values import checked, from_text, hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

FILE_NAMES = ("digest.toml", "pyproject.toml")
ENVIRONMENT_PREFIX = "DIGEST_"
# Names the file of settings, so it is none itself.
FILE_VARIABLE = "DIGEST_CONFIG"

Table = Mapping[str, object]


class Key(NamedTuple):
    """Key of a setting within its section; that of the top ones is empty."""

    section: str
    key: str

    def __str__(self) -> str:
        """Name it as a file does."""
        return ".".join(filter(None, self))

    @property
    def variable(self) -> str:
        """Name of its environment variable."""
        return ENVIRONMENT_PREFIX + "_".join(filter(None, self)).upper()


class Setting(NamedTuple):
    """A value given for a key, and the subject of whatever is wrong with it."""

    key: Key
    value: object
    subject: str


WORDS, SENTENCES = Key("summary", "words"), Key("summary", "sentences")


def load(
    path: str | None, folder: Path, environment: Mapping[str, str], flags: Iterable[Setting]
) -> Settings:
    """Settings from the four layers: defaults, a file, the environment, flags.

    Without a path, the first of FILE_NAMES in `folder` that holds settings is read. Raises
    SettingsError, naming the file, variable or flag and the key.
    """
    values: dict[Key, object] = {}
    for layer in (_from_file(path, folder), _from_environment(environment), flags):
        given = {one.key: _value(one) for one in layer}
        # A layer that counts in sentences sets aside the words of those below it.
        values.update({WORDS: 0, **given} if SENTENCES in given else given)
    return _made(values)


@cache
def known_keys() -> dict[Key, object]:
    """Key and type of every setting, in the order of the settings."""
    keys = {Key("", name): hint for name, hint in hints(Settings).items()}
    for name, kind in _sections().items():
        del keys[Key("", name)]
        keys.update({Key(name, part): hint for part, hint in hints(kind).items()})
    return keys


def _sections() -> dict[str, type]:
    kinds = hints(Settings).items()
    return {name: kind for name, kind in kinds if isinstance(kind, type) and is_dataclass(kind)}


def _value(given: Setting) -> object:
    hint, value = known_keys()[given.key], given.value
    return checked(hint, from_text(hint, value) if isinstance(value, str) else value, given.subject)


def _made(values: Mapping[Key, object]) -> Settings:
    make: Callable[..., Settings] = Settings
    parts: dict[str, dict[str, object]] = {name: {} for name in ("", *_sections())}
    for (section, key), value in values.items():
        parts[section][key] = value
    return make(**parts[""], **{name: kind(**parts[name]) for name, kind in _sections().items()})


def _from_file(path: str | None, folder: Path) -> Iterator[Setting]:
    for name in (path,) if path else FILE_NAMES:
        file = folder / name
        if path or file.is_file():
            table = _parsed(file, name)
            if file.name == "pyproject.toml":
                table = _table(_table(table, "tool", name), "digest", name)
            if table or path:
                return _in_table(table, "", name)
    return iter(())


def _parsed(file: Path, name: str) -> Table:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(name, error.strerror or "can't be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(name, f"not TOML: {error}") from error


def _table(given: Table, key: str, name: str) -> Table:
    table = given.get(key, {})
    if not isinstance(table, dict):
        raise SettingsError(f"{name}: {key}", f"must be a table, not {table!r}")
    return table


def _in_table(table: Table, section: str, name: str) -> Iterator[Setting]:
    """Values of a table, and of those in it that are sections."""
    for word in table:
        key = Key(section, word)
        if key in known_keys():
            yield Setting(key, table[word], f"{name}: {key}")
        elif not section and word in _sections():
            yield from _in_table(_table(table, word, name), word, name)
        else:
            siblings = [one.key for one in known_keys() if one.section == section]
            near = nearest(word, siblings if section else [*siblings, *_sections()])
            raise _unknown(f"{name}: {key}", word, str, near)


def _from_environment(environment: Mapping[str, str]) -> Iterator[Setting]:
    """Values of the variables that are ours and not empty."""
    keys = {key.variable: key for key in known_keys()}
    for name in sorted(environment):
        if name == FILE_VARIABLE or not name.startswith(ENVIRONMENT_PREFIX):
            continue
        if not environment[name]:
            continue
        subject = f"environment: {name}"
        if name not in keys:
            word = name.removeprefix(ENVIRONMENT_PREFIX).lower()
            raise _unknown(subject, word, attrgetter("variable"), nearest(name, keys))
        yield Setting(keys[name], environment[name], subject)


def _unknown(subject: str, word: str, shown: Callable[[Key], str], near: str) -> SettingsError:
    """Error that tells where a setting of that key is to be found, or else the nearest name."""
    elsewhere = [shown(key) for key in known_keys() if key.key == word]
    place = f"; it is {' or '.join(elsewhere)}" if elsewhere else near
    return SettingsError(subject, f"no such setting{place}")
