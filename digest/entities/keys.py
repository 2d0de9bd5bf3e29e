"""Keys: what is left of an organisation's or a place's name when its spellings are made one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from digest.entities.names import folded_words

if TYPE_CHECKING:
    from digest.entities.known import Known
    from digest.entities.names import Key
    from digest.model import ActorKind

_SPELLINGS: Final = {
    "organization": "organisation",
    "organizations": "organisations",
    "defense": "defence",
    "center": "centre",
    "harbor": "harbour",
    "labor": "labour",
    "program": "programme",
    "theater": "theatre",
    "&": "and",
    "st": "saint",
    "mt": "mount",
}


def name_key(kind: ActorKind, form: str, known: Known) -> Key:
    """A name's folded words, without an article, a company's suffix or differences of spelling.

    A country at its head goes by one name, and leaves where a well-known name follows.
    """
    words = folded_words(form)
    if words[0] == "the" and len(words) > 1:
        words = words[1:]
    if kind == "organisation":
        words = _without_suffixes(words, known)
    elif words[:2] == ("city", "of"):
        words = words[2:] or words
    if not _SPELLINGS.keys().isdisjoint(words):
        words = tuple(_SPELLINGS.get(word, word) for word in words)
    return _with_country(kind, words, known) if words[0] in known.leads else words


def _without_suffixes(words: Key, known: Known) -> Key:
    last = len(words)
    while last > 1 and words[last - 1] in known.suffixes:
        last -= 1
    return known.spelt.get(words[:last], words[:last])


def _with_country(kind: ActorKind, words: Key, known: Known) -> Key:
    for form, country in known.leads[words[0]]:
        rest = words[len(form) :]
        if words[: len(form)] == form and rest:
            if rest in known.settled and words not in known.settled and rest not in known.bodies:
                return rest
            # A place that is a government is its state.
            government = kind == "place" and rest == ("government",)
            return folded_words(country) if government else (country, *rest)
    return words
