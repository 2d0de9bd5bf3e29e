"""Rulings: what an editor says of actors, which goes before what merging finds.

Spellings are compared without case, accents and dots. An alias is read as if the article said the
other name, so that it merges as that name does; a forced name is given to what came out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from digest.entities.certain import certain_kind
from digest.entities.known import entries, load_known
from digest.entities.names import fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.entities.names import Name
    from digest.model import ActorMention

_BEFORE: Final = re.compile(
    r"\b(?:in|of|from|near|at|to|outside|around|across|for|with|through|over)\s+$", re.IGNORECASE
)
_LOOK_BACK: Final = 12
_LOOK_ON: Final = 60


@dataclass(frozen=True, slots=True)
class Rulings:
    """An editor's rulings, all spellings folded; what `rulings` makes.

    `aliases` hold the name that a spelling stands for, `names` the name that an actor is to have by
    the one it would get, `excluded` the spellings and actors that are kept out. `capitals` is
    whether the name of a capital that acts stands for its state, `demonyms` whether an adjective
    such as Chinese names its state.
    """

    aliases: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()
    capitals: bool = False
    demonyms: bool = False


NONE: Final = Rulings()


def rulings(
    *,
    aliases: Iterable[tuple[str, str]] = (),
    names: Iterable[tuple[str, str]] = (),
    exclude: Iterable[str] = (),
    capitals: bool = False,
    demonyms: bool = False,
) -> Rulings:
    """The rulings on spellings and names as they are written."""
    return Rulings(
        {fold(plain(spelling)): plain(name) for spelling, name in aliases},
        {fold(plain(found)): plain(name) for found, name in names},
        frozenset(fold(plain(name)) for name in exclude),
        capitals,
        demonyms,
    )


def names_of(spelling: str, by: Rulings) -> frozenset[str]:
    """The canonical names that a spelling may get, as a place or an organisation, and itself.

    >>> sorted(names_of("EU", rulings(names=[("European Union", "the Union")])))
    ['EU', 'the Union']
    """
    alias = by.aliases.get(fold(plain(spelling)))
    meant = (
        {alias}
        if alias
        else {load_known().meaning(kind, spelling) for kind in ("organisation", "place")}
    )
    return frozenset({spelling, *(by.names.get(fold(name), name) for name in meant)})


def ruled_names(article: str, names: Sequence[Name], by: Rulings) -> Sequence[Name]:
    """An article's names as they are to be read."""
    if not by.aliases and not by.capitals:
        return names
    return tuple(_read(article, name, by) for name in names)


def _read(article: str, name: Name, by: Rulings) -> Name:
    """The name that is meant; it has the kind that is known of what it stands for."""
    alias = by.aliases.get(fold(name.text))
    if alias:
        return name._replace(text=alias, kind=certain_kind(alias, load_known()) or name.kind)
    if not by.capitals or name.kind == "person":
        return name
    state = load_known().capitals.get(name.text)
    if not state or not _acts(article, name):
        return name
    return name._replace(text=state, kind="place")


def _acts(article: str, name: Name) -> bool:
    """Whether a verb follows of what states do, and no word before makes it a mere place."""
    if _BEFORE.search(article, max(0, name.start - _LOOK_BACK), name.start):
        return False
    return _acting().match(article, name.end, name.end + _LOOK_ON) is not None


@cache
def _acting() -> re.Pattern[str]:
    between = r"(?:has|have|had|will|would|also|again|now|then|later|repeatedly|never|not|already)"
    verbs = "|".join(entries("acting_verbs.txt"))
    return re.compile(rf"\s+(?:{between}\s+){{0,3}}(?:{verbs})\b")


def ruled_mentions(
    names: Sequence[Sequence[Name]], mentions: Sequence[Sequence[ActorMention]], by: Rulings
) -> tuple[tuple[ActorMention, ...], ...]:
    """The mentions of the names as read, with forced names, without what is kept out."""
    if by.aliases:
        mentions = _called(names, mentions, frozenset(by.aliases.values()))
    if not by.names and not by.excluded:
        return tuple(map(tuple, mentions))
    return tuple(
        tuple(
            replace(mention, actor=by.names.get(fold(mention.actor), mention.actor))
            for mention in of
            if not _kept_out(mention, by)
        )
        for of in mentions
    )


def _called(
    names: Sequence[Sequence[Name]],
    mentions: Sequence[Sequence[ActorMention]],
    chosen: frozenset[str],
) -> list[list[ActorMention]]:
    """An actor that a name of an editor's choice means is called by it everywhere."""
    pairs = [list(zip(*of, strict=True)) for of in zip(names, mentions, strict=True)]
    called = {
        (mention.kind, mention.actor): name.text
        for of in pairs
        for name, mention in of
        if name.text in chosen
    }
    return [
        [replace(m, actor=called.get((m.kind, m.actor), m.actor)) for _, m in of] for of in pairs
    ]


def _kept_out(mention: ActorMention, by: Rulings) -> bool:
    actor = fold(mention.actor)
    names = fold(plain(mention.text)), actor, fold(by.names.get(actor, ""))
    return not by.excluded.isdisjoint(names)
