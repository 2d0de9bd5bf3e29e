"""Shorter forms: which of an article's names is short for which longer one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from digest.entities.known import Known
    from digest.entities.names import Key
    from digest.model import ActorKind

_PART_OF: Final = frozenset({"of", "for", "at", "in", "and", "the", "to", "on"})
# A place may go without these; a station, a dam or a county is another place than its town.
_CLASSES: Final = frozenset(
    {"city", "island", "islands", "archipelago", "river", "ocean", "mountains", "square", "palace"}
    | {"avenue", "boulevard"}
)
_MOST_WORDS: Final = 12  # of a name that may be shortened, cut from either end
_LEAST_STEM: Final = 4  # letters of a word that is short for another: Auto, Automotive


def roots(kind: ActorKind, keys: Collection[Key], known: Known) -> dict[Key, Key]:
    """The longest key that each key is short for, if there is only one; or itself."""
    if len(keys) == 1:
        return dict.fromkeys(keys, *keys)
    longest_first = sorted(keys, key=lambda key: (-len(key), key))
    longer = _longer(longest_first)
    found: dict[Key, Key] = {}
    for key in longest_first:
        fits = {
            found.get(other, other)
            for other in longer.get(key, ())
            if short_for(kind, key, other, known)
        }
        found[key] = fits.pop() if len(fits) == 1 else key
    return found


def _longer(longest_first: Sequence[Key]) -> Mapping[Key, list[Key]]:
    """The keys that begin or end with each key, its last word shortened or not."""
    longer: dict[Key, list[Key]] = defaultdict(list)
    for key in longest_first:
        for count in range(1, min(len(key), _MOST_WORDS)):
            longer[key[:count]].append(key)
            longer[key[count:]].append(key)
    for key in longest_first:
        *others, last = key
        if others and len(last) >= _LEAST_STEM:
            at = len(others)
            longer[key] += [
                other
                for other in longer.get(key[:-1], ())
                if other[:at] == key[:at]
                and other[at] != last
                and other[at].startswith(last)
                and not other[at].startswith("'", len(last))
            ]
    return longer


def short_for(kind: ActorKind, key: Key, longer: Key, known: Known) -> bool:
    """Whether a key that another begins or ends with may be short for it."""
    if kind == "place":
        return _short_place(key, longer, known)
    return _short_organisation(key, longer, known)


def _short_organisation(key: Key, longer: Key, known: Known) -> bool:
    """A complete name is short for none that goes on, a part is not the whole."""
    body = key in known.bodies
    if key in known.settled and not body:
        return False
    if longer[-len(key) :] == key:
        return _PART_OF.isdisjoint(longer[: -len(key)])
    if longer[: len(key)] != key:
        return True
    complete = body or (len(key) > 1 and key[-1] in known.organisation_words)
    return not complete and longer[len(key)] != "and"


def _short_place(key: Key, longer: Key, known: Known) -> bool:
    """A place is named without its class (river, city) or what stands before, or by its class."""
    if longer[-len(key) :] == key:
        return key[-1] in known.place_words and _PART_OF.isdisjoint(longer[: -len(key)])
    if longer[: len(key)] != key:
        return False
    rest = longer[len(key) :]
    if key in known.placed:
        return rest == ("city",) and key not in known.states
    return len(rest) == 1 and rest[0] in _CLASSES
