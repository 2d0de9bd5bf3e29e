"""Verbs of news in their forms, with the words between each and its object."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from digest.language.tables import forms, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.model import ActorKind

Tense = Literal["finite", "participle", "progressive", "passive"]

_KINDS: Final[dict[str, ActorKind]] = {"p": "person", "o": "organisation", "l": "place"}
_FIELDS: Final = 5
# Notes of verbs, the verb that needs no sign of a saying after it, and the ending of progressives.
ACTIVE, EACH, TAKES_OF, TAKES_SCORE = "active", "each", "of", "score"
SAY: Final = "say"
PROGRESSIVE: Final = "ing"
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


# Verbs by their inflected forms and tenses.
VerbForms = Mapping[str, Mapping[Tense, Verb]]


@cache
def verb_forms() -> VerbForms:
    """Read every inflected form of the table, with its verb by each tense it can have."""
    by_form: dict[str, dict[Tense, Verb]] = {}
    for verb, past, participle in _verbs():
        by_form.setdefault(third_person(verb.lemma), {})["finite"] = verb
        by_form.setdefault(past, {})["finite"] = verb
        by_form.setdefault(participle, {})["participle"] = verb
        if verb.turns:
            by_form[participle]["passive"] = verb
        by_form.setdefault(progressive(verb.lemma), {})["progressive"] = verb
    return by_form


def _verbs() -> Iterator[tuple[Verb, str, str]]:
    for base, irregular, frames, kinds, notes in rows("english/relations/verbs.tsv", _FIELDS):
        past, participle = irregular.split() or [regular_past(base)] * 2
        yield _verb(base, forms(frames), kinds, frozenset(notes.split())), past, participle


def _verb(base: str, frames: Sequence[str], kinds: str, notes: frozenset[str]) -> Verb:
    between = ("" if frame == "-" else frame for frame in frames if frame != SAY)
    return Verb(
        base,
        tuple(sorted(between, key=lambda frame: (-len(frame), frame))),
        frozenset(_KINDS[kind] for kind in kinds or _KINDS),
        says=SAY in frames,
        turns="-" in frames and ACTIVE not in notes,
        notes=notes,
    )


def third_person(base: str) -> str:
    """Form after he, she or it.

    >>> third_person("accuse"), third_person("marry"), third_person("clash")
    ('accuses', 'marries', 'clashes')
    """
    if _ends_in_y(base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(_SIBILANT) else f"{base}s"


def regular_past(base: str) -> str:
    """Past of a regular verb, which is its participle too.

    >>> regular_past("sue"), regular_past("marry"), regular_past("ban"), regular_past("visit")
    ('sued', 'married', 'banned', 'visited')
    """
    if _ends_in_y(base):
        return f"{base[:-1]}ied"
    return f"{base}d" if base.endswith("e") else f"{_stem(base)}ed"


def progressive(base: str) -> str:
    """Form in -ing.

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
