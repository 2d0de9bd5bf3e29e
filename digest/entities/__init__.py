"""Actors: who an article is about. Names are found, then merged into one actor each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from digest.entities.backends import Finder, finder_named
from digest.entities.demonyms import with_demonyms
from digest.entities.finding import find_names
from digest.entities.merging import merge_names
from digest.entities.roles import with_roles
from digest.entities.rulings import NONE, Rulings, names_of, rulings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import ActorMention
    from digest.text import Text

__all__ = [
    "Finder",
    "Naming",
    "Rulings",
    "find_actors",
    "find_actors_of",
    "finder_named",
    "names_of",
    "rulings",
]


@dataclass(frozen=True, slots=True)
class Naming:
    """What finds names, and what an editor says of them."""

    finder: Finder = find_names
    rulings: Rulings = NONE


OURS: Final = Naming()


def find_actors(
    texts: Sequence[Text], naming: Naming = OURS
) -> tuple[tuple[ActorMention, ...], ...]:
    """The actors that the articles of one story mention, aligned with the texts.

    Each article's mentions are in order and don't overlap; an actor has the same canonical name
    in all of them, and the name that the editor's rulings say.
    """
    return find_actors_of([texts], naming)[0]


def find_actors_of(
    stories: Sequence[Sequence[Text]], naming: Naming = OURS
) -> list[tuple[tuple[ActorMention, ...], ...]]:
    """The actors of several stories, each as by itself; it is quicker to find them in one go."""
    read = [text for texts in stories for text in texts]
    names = iter(naming.finder(read))
    if naming.rulings.demonyms:
        names = map(with_demonyms, read, names)
    merged = (
        merge_names(texts, tuple(islice(names, len(texts))), naming.rulings) for texts in stories
    )
    return [tuple(map(with_roles, *story)) for story in zip(stories, merged, strict=True)]
