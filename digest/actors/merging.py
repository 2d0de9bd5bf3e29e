"""Merging names: each mention gets the canonical name of the actor that it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.actors.bodies import body_names, meant_in
from digest.actors.company import company
from digest.actors.known import load_known
from digest.actors.persons import named_in_full, person_names
from digest.model import ActorMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.actors.bodies import Form
    from digest.actors.names import Name
    from digest.text import Text


def merge_names(
    texts: Sequence[Text], names: Sequence[Sequence[Name]]
) -> tuple[tuple[ActorMention, ...], ...]:
    """Mentions aligned with the texts, one canonical name for each actor in all.

    A shorter form means an actor of its own article before one of another, and one of another only
    where the two articles have more in common.
    """
    known = load_known()
    counts = [_counted(of) for of in names]
    people = [{form: n for (kind, form), n in of.items() if kind == "person"} for of in counts]
    persons = named_in_full(people, known)
    meant = [meant_in(text.article.text, of, known) for text, of in zip(texts, names, strict=True)]
    around = company(
        [
            {(kind, one.root) for (kind, _), one in of.items()}
            | {("person", name) for name in map(persons.in_full, forms) if name}
            for of, forms in zip(meant, people, strict=True)
        ]
    )
    bodies = body_names(meant, counts, around, known)
    called = person_names(people, persons, around)
    return tuple(
        tuple(_mention(text, name, here, there) for name in of)
        for text, of, here, there in zip(texts, names, called, bodies, strict=True)
    )


def _counted(names: Sequence[Name]) -> dict[Form, int]:
    """How often each form of each kind stands in an article, in the order of the first."""
    counts: dict[Form, int] = {}
    for _, _, text, kind in names:
        counts[kind, text] = counts.get((kind, text), 0) + 1
    return counts


def _mention(
    text: Text, name: Name, persons: Mapping[str, str], bodies: Mapping[Form, str]
) -> ActorMention:
    start, end, spelling, kind = name
    actor = persons[spelling] if kind == "person" else bodies[kind, spelling]
    return ActorMention(start, end, text.article.text[start:end], kind, actor)
