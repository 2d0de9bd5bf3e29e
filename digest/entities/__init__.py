"""Actors: names are recognised in articles, then merged into one actor each, with their roles."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from digest.entities.coreference.merging import merge_names
from digest.entities.gazetteer import Gazetteer, load_gazetteer
from digest.entities.names import Finder
from digest.entities.overrides import NONE, Overrides, names_of, overrides
from digest.entities.recognition.recogniser import finder_named, model_finder, with_demonyms
from digest.entities.roles import with_roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import ActorMention
    from digest.text import Text

__all__ = [
    "Finder",
    "Gazetteer",
    "Naming",
    "Overrides",
    "find_actors",
    "find_actors_of",
    "finder_named",
    "load_gazetteer",
    "load_naming",
    "names_of",
    "overrides",
]


@dataclass(frozen=True, slots=True)
class Naming:
    """A finder of names, the gazetteer by which they are merged, and an editor's overrides."""

    finder: Finder
    gazetteer: Gazetteer
    overrides: Overrides = NONE


def load_naming(by: Overrides = NONE) -> Naming:
    """Naming by the model and the tables that ship; make it once, as it reads them."""
    gazetteer = load_gazetteer()
    return Naming(model_finder(gazetteer), gazetteer, by)


def find_actors(texts: Sequence[Text], naming: Naming) -> tuple[tuple[ActorMention, ...], ...]:
    """Actors that the articles of one story mention, aligned with the texts.

    Each article's mentions are in order and don't overlap; an actor has the same canonical name
    in all of them, and the name that the editor's overrides say.
    """
    return find_actors_of([texts], naming)[0]


def find_actors_of(
    stories: Sequence[Sequence[Text]], naming: Naming
) -> list[tuple[tuple[ActorMention, ...], ...]]:
    """Actors of several stories, each as by itself; it is quicker to find them in one go."""
    gazetteer, by = naming.gazetteer, naming.overrides
    read = [text for texts in stories for text in texts]
    names = iter(naming.finder(read))
    if by.demonyms:
        names = (
            with_demonyms(text, of, gazetteer.demonyms)
            for text, of in zip(read, names, strict=True)
        )
    merged = [
        merge_names(texts, tuple(islice(names, len(texts))), gazetteer, by) for texts in stories
    ]
    return [
        tuple(
            with_roles(text, mentions, gazetteer.offices)
            for text, mentions in zip(texts, of_texts, strict=True)
        )
        for texts, of_texts in zip(stories, merged, strict=True)
    ]
