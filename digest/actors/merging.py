"""Merging names: each mention gets the canonical name of the actor that it means."""

from __future__ import annotations

from collections import Counter
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
    people = [Counter(name.text for name in of if name.kind == "person") for of in names]
    others = [[name for name in of if name.kind != "person"] for of in names]
    persons = named_in_full(people, known)
    meant = [meant_in(text.article.text, of, known) for text, of in zip(texts, others, strict=True)]
    around = company(
        [
            {(kind, one.root) for (kind, _), one in of.items()}
            | {("person", name) for name in map(persons.in_full, forms) if name}
            for of, forms in zip(meant, people, strict=True)
        ]
    )
    counts = [Counter((name.kind, name.text) for name in of) for of in others]
    bodies = body_names(meant, counts, around, known)
    called = person_names(people, persons, around)
    return tuple(
        tuple(_mention(text, name, here, there) for name in of)
        for text, of, here, there in zip(texts, names, called, bodies, strict=True)
    )


def _mention(
    text: Text, name: Name, persons: Mapping[str, str], bodies: Mapping[Form, str]
) -> ActorMention:
    start, end, spelling, kind = name
    actor = persons[spelling] if kind == "person" else bodies[kind, spelling]
    return ActorMention(start, end, text.article.text[start:end], kind, actor)
