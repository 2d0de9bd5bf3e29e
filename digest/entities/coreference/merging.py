"""Coreference of names: each mention gets the canonical name of its actor."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from digest.entities.coreference.cooccurrence import cooccurrence
from digest.entities.coreference.organisations import expansions, organisation_names
from digest.entities.coreference.persons import named_in_full, named_in_title, person_names
from digest.entities.names import folded_words
from digest.entities.overrides import NONE, overridden_mentions, overridden_names
from digest.model import ActorMention, actor_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.entities.coreference.organisations import Form
    from digest.entities.gazetteer import Gazetteer
    from digest.entities.names import Name
    from digest.entities.overrides import Overrides
    from digest.model import ActorKind
    from digest.text import Text

    Mentions = tuple[tuple[ActorMention, ...], ...]


def merge_names(
    texts: Sequence[Text],
    names: Sequence[Sequence[Name]],
    gazetteer: Gazetteer,
    by: Overrides = NONE,
) -> Mentions:
    """Merge names into mentions aligned with the texts, one canonical name for each actor in all.

    A shorter form means an actor of its own article before one of another, and one of another only
    where the two articles have more in common. An editor's overrides go before all.
    """
    names = [
        overridden_names(text.article.text, of, by, gazetteer)
        for text, of in zip(texts, names, strict=True)
    ]
    counts = [_counted(of) for of in names]
    persons, bodies = _canonical_names(texts, names, counts, gazetteer)
    mentions = tuple(
        tuple(_mention(text, name, of_persons, of_bodies) for name in of)
        for text, of, of_persons, of_bodies in zip(texts, names, persons, bodies, strict=True)
    )
    return overridden_mentions(names, _spelt_alike(mentions), by)


def _canonical_names(
    texts: Sequence[Text],
    names: Sequence[Sequence[Name]],
    counts: Sequence[Mapping[Form, int]],
    gazetteer: Gazetteer,
) -> tuple[list[dict[str, str]], list[dict[Form, str]]]:
    """For each article, the canonical names of persons' forms, and of others' forms."""
    forms = [{form: n for (kind, form), n in of.items() if kind == "person"} for of in counts]
    titled = [
        named_in_title(text.article.title, of, gazetteer)
        for text, of in zip(texts, forms, strict=True)
    ]
    forms = [{**dict.fromkeys(also, 1), **of} for also, of in zip(titled, forms, strict=True)]
    persons = named_in_full(forms, gazetteer)
    read = [
        expansions(text.article.text, of, gazetteer) for text, of in zip(texts, names, strict=True)
    ]
    shared = cooccurrence(
        [
            {(kind, reading.root) for (kind, _), reading in article.items()}
            | {("person", name) for name in map(persons.in_full, of) if name}
            for article, of in zip(read, forms, strict=True)
        ]
    )
    paired = list(map(_partners, counts))
    return (
        person_names(forms, titled, paired, persons, shared),
        organisation_names(read, counts, shared, gazetteer),
    )


def _partners(counts: Mapping[Form, int]) -> frozenset[str]:
    """Folded words of an article's organisations that are named after partners."""
    firms = (text for kind, text in counts if kind == "organisation" and " & " in text)
    return frozenset(word for text in firms for word in folded_words(text))


def _spelt_alike(mentions: Mentions) -> Mentions:
    """Spell names with one id as most of their mentions are, then as the first by letters."""
    times = Counter((m.kind, m.actor) for of in mentions for m in of)
    alike: dict[str, list[tuple[ActorKind, str]]] = defaultdict(list)
    for kind, actor in times:
        alike[actor_id(kind, actor)].append((kind, actor))
    chosen = {
        form: min(same, key=lambda form: (-times[form], form))[1]
        for same in alike.values()
        if len(same) > 1
        for form in same
    }
    if not chosen:
        return mentions
    return tuple(
        tuple(replace(m, actor=chosen.get((m.kind, m.actor), m.actor)) for m in of)
        for of in mentions
    )


def _counted(names: Sequence[Name]) -> dict[Form, int]:
    """Count each form of each kind in an article, in the order of the first."""
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
