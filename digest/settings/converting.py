"""Values of the types that the settings have, out of what a file, a variable or a flag gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args, get_origin

from digest.errors import SettingsError, nearest
from digest.settings.sections import Section

PAIRS = tuple[tuple[str, str], ...]


def converted(hint: object, value: object, subject: str) -> object:
    """A value of the hinted type; text (from the environment) is parsed.

    Raises SettingsError, naming the subject.
    """
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
