"""The verbs of news in their forms, and what may stand between each and its object."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.model import ActorKind

Tense = Literal["finite", "participle", "progressive", "passive"]

_KINDS: Final[dict[str, ActorKind]] = {"p": "person", "o": "organisation", "l": "place"}
_FIELDS: Final = 5
_SIBILANT: Final = ("s", "x", "z", "ch", "sh")
# One syllable that ends in a single vowel and consonant: ban, banned.
_DOUBLED: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its base form, and how an object follows it.

    `frames` are the words between verb and object, `""` for none, the longest first; `says` is
    whether it may have a saying in place of an object, `turns` whether its passive means the same.
    """

    lemma: str
    frames: tuple[str, ...]
    objects: frozenset[ActorKind]
    says: bool
    turns: bool
    notes: frozenset[str]


@cache
def verb_forms() -> Mapping[str, Mapping[Tense, Verb]]:
    """Every inflected form of the table, and the verb it is of by the tense it can have."""
    forms: dict[str, dict[Tense, Verb]] = {}
    for verb, past, participle in _verbs():
        forms.setdefault(third_person(verb.lemma), {})["finite"] = verb
        forms.setdefault(past, {})["finite"] = verb
        forms.setdefault(participle, {})["participle"] = verb
        if verb.turns:
            forms[participle]["passive"] = verb
        forms.setdefault(progressive(verb.lemma), {})["progressive"] = verb
    return forms


def _verbs() -> Iterator[tuple[Verb, str, str]]:
    table = (files("digest.relations") / "tables" / "verbs.tsv").read_text("utf-8")
    for line in table.split("\n"):
        if line and not line.startswith("#"):
            fields = line.split("\t")
            base, irregular, frames, kinds, notes = fields + [""] * (_FIELDS - len(fields))
            past, participle = irregular.split() or [regular_past(base)] * 2
            yield _verb(base, frames.split("|"), kinds, frozenset(notes.split())), past, participle


def _verb(base: str, frames: list[str], kinds: str, notes: frozenset[str]) -> Verb:
    between = ("" if frame == "-" else frame for frame in frames if frame != "say")
    return Verb(
        base,
        tuple(sorted(between, key=lambda frame: (-len(frame), frame))),
        frozenset(_KINDS[kind] for kind in kinds or _KINDS),
        says="say" in frames,
        turns="-" in frames and "active" not in notes,
        notes=notes,
    )


def third_person(base: str) -> str:
    """The form after he, she or it.

    >>> third_person("accuse"), third_person("marry"), third_person("clash")
    ('accuses', 'marries', 'clashes')
    """
    if _ends_in_y(base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(_SIBILANT) else f"{base}s"


def regular_past(base: str) -> str:
    """The past of a regular verb, which is its participle too.

    >>> regular_past("sue"), regular_past("marry"), regular_past("ban"), regular_past("visit")
    ('sued', 'married', 'banned', 'visited')
    """
    if _ends_in_y(base):
        return f"{base[:-1]}ied"
    return f"{base}d" if base.endswith("e") else f"{_stem(base)}ed"


def progressive(base: str) -> str:
    """The form in -ing.

    >>> progressive("sue"), progressive("ban"), progressive("flee"), progressive("meet")
    ('suing', 'banning', 'fleeing', 'meeting')
    """
    if base.endswith("e") and not base.endswith("ee"):
        return f"{base[:-1]}ing"
    return f"{_stem(base)}ing"


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeiou"


def _stem(base: str) -> str:
    return base + base[-1] if _DOUBLED.fullmatch(base) else base
