"""Merging names: each mention gets the canonical name of the actor that it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.actors.organisations import organisation_names
from digest.actors.persons import person_names
from digest.actors.tables import load_tables
from digest.model import ActorMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.actors.names import Name
    from digest.model import ActorKind
    from digest.text import Text


def merge_names(
    texts: Sequence[Text], names: Sequence[Sequence[Name]]
) -> tuple[tuple[ActorMention, ...], ...]:
    """Mentions aligned with the texts of one story, one canonical name for each actor in all."""
    tables = load_tables()
    organisations = organisation_names(texts, names, tables)
    persons = person_names([[name.text for name in of if name.kind == "person"] for of in names])
    return tuple(
        tuple(
            _mention(
                text, name, {"organisation": organisations, "place": tables.places, "person": here}
            )
            for name in of
        )
        for text, of, here in zip(texts, names, persons, strict=True)
    )


def _mention(
    text: Text, name: Name, canonical: Mapping[ActorKind, Mapping[str, str]]
) -> ActorMention:
    start, end, spelling, kind = name
    verbatim = text.article.text[start:end]
    return ActorMention(start, end, verbatim, kind, canonical[kind].get(spelling, spelling))
