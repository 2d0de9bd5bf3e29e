"""Merging persons: short forms to full names, never across different given names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.actors.names import fold, initials, is_acronym

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.actors.company import Company
    from digest.actors.known import Known
    from digest.actors.names import Key

_MOST_COMPARED: Final = 50  # persons of one family name
_MOST_WORDS: Final = 8  # of a name that may be shortened
_GENERATIONS: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
_BOTH: Final = frozenset({"jr", "sr"})
_GOING_ON: Final = frozenset({"of", "for", "and", "the", "&"})
_PAIRING: Final = frozenset({"and", "&"})


class Person(NamedTuple):
    """A person's name without titles, its folded words without `Jr`, and which of them it is."""

    name: str
    parts: Key
    generation: str


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons who are named in full in some articles.

    `read` holds each form as it is read, `full` the canonical name of each full name without
    titles; `ends` and `starts` the canonical names that have some words there, and
    `where` the articles that spell them out.
    """

    read: Mapping[str, Person]
    full: Mapping[str, str]
    ends: Mapping[Key, Sequence[str]]
    starts: Mapping[Key, Sequence[str]]
    where: Mapping[str, Sequence[int]]

    def in_full(self, form: str) -> str:
        """The canonical name of a full name, or `""`."""
        return self.full.get(self.read[form].name, "")


def read_person(form: str, known: Known) -> Person:
    """A person's name as it is written, read."""
    words = form.split()
    folded = [fold(word).strip(",'\"") for word in words]
    last = len(words) - 1
    generation = _GENERATIONS.get(folded[last], "") if last else ""
    last -= bool(generation)
    first = 0
    for at in range(last):
        if folded[at] in known.titles and folded[at + 1] not in _GOING_ON:
            first = at + 1
    parts = tuple(word for word in folded[first : last + 1] if word)
    return Person(" ".join(words[first:]), parts or (form,), generation)


def _is_full(parts: Key) -> bool:
    """Whether a name has a given and a family name, and is not of two persons."""
    return len(parts) > 1 and len(parts[-1]) > 1 and _PAIRING.isdisjoint(parts)


def named_in_full(articles: Sequence[Mapping[str, int]], known: Known) -> Persons:
    """The persons of some articles; each holds its forms and how often they stand there."""
    read = {form: read_person(form, known) for of in articles for form in of}
    used: Counter[Person] = Counter()
    times: Counter[Person] = Counter()
    stand: dict[str, list[int]] = defaultdict(list)
    for at, of in enumerate(articles):
        for form, count in of.items():
            person = read[form]
            if _is_full(person.parts):
                used[person] += not (stand[person.name] and stand[person.name][-1] == at)
                times[person] += count
                stand[person.name].append(at)
    order = sorted(used, key=lambda p: (-used[p], -times[p], -len(p.name), p.name))
    full = _canonical(order, known)
    where: dict[str, list[int]] = defaultdict(list)
    for name, canonical in full.items():
        where[canonical] += stand[name]
    return Persons(read, full, *_parts_of(order, full), where)


def _canonical(order: Iterable[Person], known: Known) -> dict[str, str]:
    """The canonical name of each full name: the first in order that it agrees with."""
    full: dict[str, str] = {}
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in order:
        others = by_surname[person.parts[-1]]
        same = next((one for one in others[:_MOST_COMPARED] if _agree(one, person, known)), None)
        if same is None:
            others.append(person)
        full[person.name] = (same or person).name
    return full


def _agree(one: Person, other: Person, known: Known) -> bool:
    """Whether two names with one surname may be one person's: given names and initials agree."""
    if {one.generation, other.generation} == _BOTH:
        return False
    return all(
        a == b
        or (1 in (len(a), len(b)) and a[0] == b[0])
        or not known.nicknames.get(a, frozenset()).isdisjoint(known.nicknames.get(b, ()))
        for a, b in zip(one.parts[:-1], other.parts[:-1], strict=False)
    )


def _parts_of(
    order: Iterable[Person], full: Mapping[str, str]
) -> tuple[dict[Key, list[str]], dict[Key, list[str]]]:
    ends: dict[Key, list[str]] = defaultdict(list)
    starts: dict[Key, list[str]] = defaultdict(list)
    for name, parts, _ in order:
        for count in range(1, min(len(parts), _MOST_WORDS)):
            ends[parts[count:]].append(full[name])
            starts[parts[:count]].append(full[name])
    return ends, starts


def person_names(
    articles: Sequence[Mapping[str, int]], persons: Persons, company: Company
) -> list[dict[str, str]]:
    """For each article, the canonical name of each form of a person's name there."""
    return [_names_in(at, of, persons, company) for at, of in enumerate(articles)]


def _names_in(
    at: int, forms: Mapping[str, int], persons: Persons, company: Company
) -> dict[str, str]:
    """Short forms mean the person named most often in the article, or one of like company."""
    here = _ranked(forms, persons)
    names = {}
    for form in forms:
        name, parts, _ = persons.read[form]
        names[form] = (
            _longer(form, parts, here, persons)
            or _spelt_out(parts, here, persons)
            or persons.in_full(form)
            or _near(parts, here, persons)
            or _by_initials(form, here)
            or _far(at, parts, persons, company)
            or name
        )
    return names


def _longer(form: str, parts: Key, here: Mapping[str, int], persons: Persons) -> str:
    """The article's own person whose name ends in what looks like a full one: Van Loon."""
    own = persons.in_full(form)
    fits = [name for name in persons.ends.get(parts, ()) if name in here and name != own]
    return min(fits, key=here.__getitem__, default="") if own else ""


def _spelt_out(parts: Key, here: Mapping[str, int], persons: Persons) -> str:
    """The article's own person whom a family name after mere initials means."""
    if any(len(part) > 1 for part in parts[:-1]) or len(parts) == 1:
        return ""
    fits = [
        name
        for name in persons.ends.get(parts[-1:], ())
        if name in here and name[0].casefold() == parts[0]
    ]
    return min(fits, key=here.__getitem__, default="")


def _by_initials(form: str, here: Mapping[str, int]) -> str:
    """The only person of the article with these initials."""
    if not is_acronym(form):
        return ""
    fits = [name for name in here if initials(name) == form.replace(".", "")]
    return fits[0] if len(fits) == 1 else ""


def _ranked(forms: Mapping[str, int], persons: Persons) -> dict[str, int]:
    """An article's persons, those named most often in full first, then those first mentioned."""
    counts: dict[str, int] = {}
    for form, count in forms.items():
        canonical = persons.in_full(form)
        if canonical:
            counts[canonical] = counts.get(canonical, 0) + count
    order = sorted(counts, key=counts.__getitem__, reverse=True)
    return {name: rank for rank, name in enumerate(order)}


def _near(parts: Key, here: Mapping[str, int], persons: Persons) -> str:
    """The article's own person whose name ends, or else begins, in a short form's words."""
    for places in (persons.ends, persons.starts):
        fits = [name for name in places.get(parts, ()) if name in here]
        if fits:
            return min(fits, key=here.__getitem__)
    return ""


def _far(at: int, parts: Key, persons: Persons, company: Company) -> str:
    """The person of another article with that surname, where the articles share their actors."""
    fits = dict.fromkeys(persons.ends.get(parts, ()))
    rank = {name: company.shared(at, persons.where[name]) for name in fits}
    most = max(rank.values(), default=0)
    best = [name for name, shared in rank.items() if shared == most]
    return best[0] if most and len(best) == 1 else ""
