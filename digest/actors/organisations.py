"""Merging organisations: acronyms, companies' suffixes, shorter forms of one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from digest.actors.bits import ORGANISATION_WORD
from digest.actors.names import initials, is_acronym

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from digest.actors.names import Name
    from digest.actors.tables import Tables
    from digest.text import Text

    Key = tuple[str, ...]

_SPELLINGS: Final = {
    "organization": "organisation",
    "organizations": "organisations",
    "defense": "defence",
    "center": "centre",
    "labor": "labour",
    "program": "programme",
    "&": "and",
}
_BRACKETS: Final = frozenset({" (", " (the "})


def organisation_names(
    texts: Sequence[Text], names: Sequence[Sequence[Name]], tables: Tables
) -> dict[str, str]:
    """The canonical name of each form of an organisation's name in a story.

    It is the full form that is used most, then the longest, then the first by letters; where none
    is used, what the acronym stands for.
    """
    found = [[name for name in of if name.kind == "organisation"] for of in names]
    forms = Counter(name.text for of in found for name in of)
    declared = dict(
        pair for text, of in zip(texts, found, strict=True) for pair in _declared(text, of)
    )
    made = _by_initials(forms)
    full = {form: _expanded(form, made, declared, tables) for form in forms}
    keys = {form: _key(name, tables.suffixes) for form, name in full.items()}
    longer = _longer_keys(set(keys.values()))
    roots = {form: _root(full[form], key, longer, tables) for form, key in keys.items()}
    chosen: dict[Key, str] = {}
    for form in sorted(forms, key=lambda form: (-forms[form], -len(form), form)):
        if _key(form, tables.suffixes) == roots[form]:
            chosen.setdefault(roots[form], form)
    for form in sorted(forms):
        if keys[form] == roots[form]:
            chosen.setdefault(roots[form], full[form])
    return {form: chosen[root] for form, root in roots.items()}


def _declared(text: Text, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Acronyms that stand in brackets after their names, or the other way round."""
    article = text.article.text
    for one, other in pairwise(names):
        if (
            article[one.end : other.start] in _BRACKETS
            and article[other.end : other.end + 1] == ")"
        ):
            for acronym, name in ((other.text, one.text), (one.text, other.text)):
                if is_acronym(acronym) and _stands_for(acronym, name):
                    yield acronym, name


def _stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the name's initials, or of the last or first of them."""
    letters, made = acronym.replace(".", "").upper(), initials(name)
    return made.endswith(letters) or made.startswith(letters)


def _expanded(
    form: str, made: Mapping[str, list[str]], declared: Mapping[str, str], tables: Tables
) -> str:
    """What a form stands for: as the story declares it, as is well known, or as its words form."""
    if form in declared:
        return declared[form]
    known = tables.names.get(form)
    if known and known.kind == "organisation":
        return known.name
    fits = made.get(form.replace(".", ""), []) if is_acronym(form) else []
    return fits[0] if len(fits) == 1 else form


def _by_initials(forms: Iterable[str]) -> dict[str, list[str]]:
    """The names of several words by their initials."""
    made: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if " " in form:
            made[initials(form)].append(form)
    return made


def _key(name: str, suffixes: Collection[str]) -> Key:
    """A name's words without suffixes and differences of spelling."""
    words = [word.strip(".,") for word in name.split()]
    while len(words) > 1 and words[-1] in suffixes:
        words.pop()
    return tuple(_SPELLINGS.get(word, word) for word in (word.lower() for word in words))


def _longer_keys(keys: Collection[Key]) -> dict[Key, set[Key]]:
    """The longer keys that begin or end with each key."""
    longer: dict[Key, set[Key]] = defaultdict(set)
    for key in keys:
        for count in range(1, len(key)):
            longer[key[:count]].add(key)
            longer[key[-count:]].add(key)
    return longer


def _root(name: str, key: Key, longer: Mapping[Key, set[Key]], tables: Tables) -> Key:
    """The only longer key that the name may be short for, or its own.

    A well-known name is short for nothing, and one that is complete (it ends in a word such as
    Union) is not short for one that goes on (the union's committee).
    """
    body = name in tables.bodies
    if (name in tables.names and not body) or len(longer.get(key, ())) != 1:
        return key
    (other,) = longer[key]
    complete = body or tables.bits.get(name.rsplit(maxsplit=1)[-1], 0) & ORGANISATION_WORD
    if (complete and other[-len(key) :] != key) or longer.get(other):
        return key
    return other
