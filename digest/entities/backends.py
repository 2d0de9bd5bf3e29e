"""Backends by name: what finds the names that are merged into actors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from digest.entities.finding import find_names
from digest.entities.spacy_names import spacy_finder
from digest.errors import UnknownNameError

if TYPE_CHECKING:
    from digest.entities.names import Name
    from digest.text import Text

Finder = Callable[[Sequence["Text"]], "tuple[tuple[Name, ...], ...]"]


def _own(_model: str) -> Finder:
    return find_names


# Each makes a finder; the model is one that the backend knows by that name.
BACKENDS: dict[str, Callable[[str], Finder]] = {"digest": _own, "spacy": spacy_finder}


def finder_named(backend: str, model: str) -> Finder:
    """The finder that a backend makes of a model.

    Raises UnknownNameError, which lists those there are, and SettingsError where the backend or its
    model isn't installed.
    """
    if backend not in BACKENDS:
        raise UnknownNameError("backend", backend, BACKENDS)
    return BACKENDS[backend](model)
