"""Merging names: each mention gets the canonical name of the actor that it means."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from digest.entities.bodies import body_names, meant_in
from digest.entities.company import company
from digest.entities.known import load_known
from digest.entities.names import folded_words
from digest.entities.persons import named_in_full, named_in_title, person_names
from digest.entities.rulings import NONE, ruled_mentions, ruled_names
from digest.model import ActorMention, actor_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.entities.bodies import Form
    from digest.entities.names import Name
    from digest.entities.rulings import Rulings
    from digest.model import ActorKind
    from digest.text import Text


def merge_names(
    texts: Sequence[Text], names: Sequence[Sequence[Name]], by: Rulings = NONE
) -> tuple[tuple[ActorMention, ...], ...]:
    """Mentions aligned with the texts, one canonical name for each actor in all.

    A shorter form means an actor of its own article before one of another, and one of another only
    where the two articles have more in common. An editor's rulings go before all.
    """
    known = load_known()
    names = [ruled_names(text.article.text, of, by) for text, of in zip(texts, names, strict=True)]
    counts = [_counted(of) for of in names]
    people = [{form: n for (kind, form), n in of.items() if kind == "person"} for of in counts]
    titled = [
        named_in_title(text.article.title, of) for text, of in zip(texts, people, strict=True)
    ]
    people = [{**dict.fromkeys(also, 1), **of} for also, of in zip(titled, people, strict=True)]
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
    called = person_names(people, titled, list(map(_paired, counts)), persons, around)
    found = tuple(
        tuple(_mention(text, name, here, there) for name in of)
        for text, of, here, there in zip(texts, names, called, bodies, strict=True)
    )
    return ruled_mentions(names, _spelt_alike(found), by)


def _paired(counts: Mapping[Form, int]) -> frozenset[str]:
    """The folded words of an article's organisations that are named after partners."""
    firms = (text for kind, text in counts if kind == "organisation" and " & " in text)
    return frozenset(word for text in firms for word in folded_words(text))


def _spelt_alike(
    found: tuple[tuple[ActorMention, ...], ...],
) -> tuple[tuple[ActorMention, ...], ...]:
    """Names with one id are spelt as most of their mentions are, then as the first by letters."""
    times = Counter((m.kind, m.actor) for of in found for m in of)
    alike: dict[str, list[tuple[ActorKind, str]]] = defaultdict(list)
    for kind, actor in times:
        alike[actor_id(kind, actor)].append((kind, actor))
    chosen = {
        one: min(same, key=lambda form: (-times[form], form))[1]
        for same in alike.values()
        if len(same) > 1
        for one in same
    }
    if not chosen:
        return found
    return tuple(
        tuple(replace(m, actor=chosen.get((m.kind, m.actor), m.actor)) for m in of) for of in found
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
