"""Overrides: an editor's word on actors goes before all that coreference finds.

Spellings are compared without case, accents and dots. An alias is read as if the article said the
other name, so that it merges as that name does; a forced name is given to the actor that results.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from digest.entities.names import fold, plain
from digest.language.english.entities.words import LOCATION_BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.entities.gazetteer import Gazetteer
    from digest.entities.names import Name
    from digest.model import ActorMention

_LOCATION_BEFORE: Final = re.compile(LOCATION_BEFORE, re.IGNORECASE)
_LOOK_BACK: Final = 12  # characters
_LOOK_ON: Final = 60


@dataclass(frozen=True, slots=True)
class Overrides:
    """An editor's choices, all spellings folded; made by `overrides`.

    `aliases` hold the name that a spelling means, `names` the name that an actor is to have by
    the one it would get, `excluded` the spellings and actors that are kept out. `capitals` is
    whether the name of a capital that acts means its state, `demonyms` whether an adjective
    such as Chinese names its state.
    """

    aliases: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()
    capitals: bool = False
    demonyms: bool = False


NONE: Final = Overrides()


def overrides(
    *,
    aliases: Iterable[tuple[str, str]] = (),
    names: Iterable[tuple[str, str]] = (),
    exclude: Iterable[str] = (),
    capitals: bool = False,
    demonyms: bool = False,
) -> Overrides:
    """Make overrides of spellings and names as they are written."""
    return Overrides(
        {fold(plain(spelling)): plain(name) for spelling, name in aliases},
        {fold(plain(merged)): plain(name) for merged, name in names},
        frozenset(fold(plain(name)) for name in exclude),
        capitals,
        demonyms,
    )


def names_of(spelling: str, by: Overrides, gazetteer: Gazetteer) -> frozenset[str]:
    """Canonical names that a spelling may get, as a place or an organisation, and itself.

    >>> from digest.entities.gazetteer import load_gazetteer
    >>> by = overrides(names=[("European Union", "the Union")])
    >>> sorted(names_of("EU", by, load_gazetteer()))
    ['EU', 'the Union']
    """
    alias = by.aliases.get(fold(plain(spelling)))
    meant = (
        {alias}
        if alias
        else {gazetteer.canonical_name(kind, spelling) for kind in ("organisation", "place")}
    )
    return frozenset({spelling, *(by.names.get(fold(name), name) for name in meant)})


def overridden_names(
    article: str, names: Sequence[Name], by: Overrides, gazetteer: Gazetteer
) -> Sequence[Name]:
    """Replace an article's names by those that aliases and acting capitals mean."""
    if not by.aliases and not by.capitals:
        return names
    return tuple(_replaced(article, name, by, gazetteer) for name in names)


def _replaced(article: str, name: Name, by: Overrides, gazetteer: Gazetteer) -> Name:
    """Resolve an alias or an acting capital, with the kind that the gazetteer knows."""
    alias = by.aliases.get(fold(name.text))
    if alias:
        return name._replace(text=alias, kind=gazetteer.kind_of(alias) or name.kind)
    if not by.capitals or name.kind == "person":
        return name
    state = gazetteer.capitals.get(name.text)
    if not state or not _acts(article, name, gazetteer.acting):
        return name
    return name._replace(text=state, kind="place")


def _acts(article: str, name: Name, acting: re.Pattern[str]) -> bool:
    """Test whether a verb of states' acts follows, and no word before makes it a mere place."""
    if _LOCATION_BEFORE.search(article, max(0, name.start - _LOOK_BACK), name.start):
        return False
    return acting.match(article, name.end, name.end + _LOOK_ON) is not None


def overridden_mentions(
    names: Sequence[Sequence[Name]], mentions: Sequence[Sequence[ActorMention]], by: Overrides
) -> tuple[tuple[ActorMention, ...], ...]:
    """Force names upon the mentions of the names as read, and leave out excluded ones."""
    if by.aliases:
        mentions = _renamed(names, mentions, frozenset(by.aliases.values()))
    if not by.names and not by.excluded:
        return tuple(map(tuple, mentions))
    return tuple(
        tuple(
            replace(mention, actor=by.names.get(fold(mention.actor), mention.actor))
            for mention in article
            if not _excluded(mention, by)
        )
        for article in mentions
    )


def _renamed(
    names: Sequence[Sequence[Name]],
    mentions: Sequence[Sequence[ActorMention]],
    chosen: frozenset[str],
) -> list[list[ActorMention]]:
    """Rename an actor everywhere that a name of an editor's choice means somewhere."""
    articles = [list(zip(*aligned, strict=True)) for aligned in zip(names, mentions, strict=True)]
    renamed = {
        (mention.kind, mention.actor): name.text
        for article in articles
        for name, mention in article
        if name.text in chosen
    }
    return [
        [replace(m, actor=renamed.get((m.kind, m.actor), m.actor)) for _, m in article]
        for article in articles
    ]


def _excluded(mention: ActorMention, by: Overrides) -> bool:
    actor = fold(mention.actor)
    names = fold(plain(mention.text)), actor, fold(by.names.get(actor, ""))
    return not by.excluded.isdisjoint(names)
