"""Values of settings: checked against their types and bounds, and read out of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Generic, Literal, NamedTuple, TypeVar, get_args, get_origin
from typing import get_type_hints as type_hints

from digest.errors import SettingsError, nearest

Value = TypeVar("Value")

BOOLEANS = {"1": True, "true": True, "0": False, "false": False}


class Bound(NamedTuple, Generic[Value]):
    """A bound on the values of a type, as metadata of `Annotated`: in words and as a test."""

    rule: str
    holds: Callable[[Value], bool]


class Checked:
    """A frozen dataclass whose values are checked, and its lists made tuples, as it is made."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Raise SettingsError, naming the field."""
        kind: type = type(self)
        for name, hint in hints(kind).items():
            object.__setattr__(self, name, checked(hint, getattr(self, name), name))


@cache
def hints(kind: type) -> dict[str, object]:
    """Types of a class's fields, with their bounds."""
    return type_hints(kind, include_extras=True)


def from_text(hint: object, text: str) -> object:
    """Value that a text writes, or the text itself where it writes none of the type.

    >>> from_text(int, "3"), from_text(int, "many"), from_text(tuple[str, ...], "a, b")
    (3, 'many', ['a', 'b'])
    """
    if get_origin(hint) is Annotated:
        return from_text(get_args(hint)[0], text)
    if get_origin(hint) is tuple:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        pairs = (part.partition("=") for part in parts)
        return {k.strip(): v.strip() for k, _, v in pairs} if _columns(hint) else parts
    if hint is bool:
        return BOOLEANS.get(text.lower(), text)
    try:
        return int(text) if hint is int else float(text) if hint is float else text
    except ValueError:
        return text


def checked(hint: object, value: object, subject: str) -> object:
    """Value of the hinted type and within its bounds; a list or a table becomes a tuple.

    Raises SettingsError, telling what is expected and what is there.
    """
    if get_origin(hint) is Annotated:
        kind, *bounds = get_args(hint)
        value = checked(kind, value, subject)
        for bound in bounds:
            if not bound.holds(value):
                raise SettingsError(subject, f"{bound.rule}, not {value!r}")
        return value
    if get_origin(hint) is tuple:
        return _rows(hint, value, subject) if _columns(hint) else _items(hint, value, subject)
    if get_origin(hint) is Literal:
        return _choice(get_args(hint), value, subject)
    if hint is float and type(value) is int:
        return float(value)
    # By its very type, as True is an integer too.
    if type(value) is not hint:
        names = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}
        raise _not(names.get(hint, "a section") if isinstance(hint, type) else "", value, subject)
    return value


def _columns(hint: object) -> list[object]:
    """Types of the key and the value of a table's rows, which are pairs; none of a list."""
    item = get_args(hint)[0]
    if get_origin(item) is tuple:
        return list(get_args(item))
    return list(hints(item).values()) if isinstance(item, type) and issubclass(item, tuple) else []


def _rows(hint: object, value: object, subject: str) -> tuple[object, ...]:
    if not isinstance(value, Mapping | tuple):
        raise _not("a table", value, subject)
    item, (of_key, of_part) = get_args(hint)[0], _columns(hint)
    rows = [
        (checked(of_key, key, subject), checked(of_part, part, f"{subject}.{key}"))
        for key, part in dict(value).items()
    ]
    return tuple(item(*row) for row in rows) if isinstance(item, type) else tuple(rows)


def _items(hint: object, value: object, subject: str) -> tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise _not("a list", value, subject)
    return tuple(checked(get_args(hint)[0], one, subject) for one in value)


def _choice(known: tuple[str, ...], value: object, subject: str) -> object:
    if value not in known:
        near = nearest(str(value), known)
        raise SettingsError(subject, f"no such value: {value}{near}; known: {', '.join(known)}")
    return value


def _not(expected: str, value: object, subject: str) -> SettingsError:
    return SettingsError(subject, f"must be {expected}, not {value!r:.80}")
