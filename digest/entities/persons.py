"""Merging persons: short forms to full names, never across different given names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.entities.bits import GIVEN
from digest.entities.certain import certain_kinds
from digest.entities.known import load_known
from digest.entities.names import fold, initials, is_acronym
from digest.entities.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from digest.entities.company import Company
    from digest.entities.known import Known
    from digest.entities.names import Key

_MOST_COMPARED: Final = 50  # persons of one family name
_MOST_WORDS: Final = 8  # of a name that may be shortened
_GENERATIONS: Final = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
_BOTH: Final = frozenset({"jr", "sr"})
_GOING_ON: Final = frozenset({"of", "for", "and", "the", "&"})
_CLEARLY_MORE: Final = 2  # times as often as who is named first
_PAIRING: Final = frozenset({"and", "&"})


class Rank(NamedTuple):
    """How soon a person of an article is thought of: the least is thought of first.

    `fewer` is how often the full name stands there, below 0; `place` is that of its first mention.
    """

    untitled: bool
    fewer: int
    place: int


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


def _is_full(person: Person) -> bool:
    """Whether a name has a given and a family name, and is not of two persons, or of a body."""
    parts = person.parts
    return (
        len(parts) > 1
        and len(parts[-1]) > 1
        and parts[0] != "of"
        and _PAIRING.isdisjoint(parts)
        and not _is_known(person.name)
    )


def _is_known(name: str) -> bool:
    """Whether a name begins with a known acronym, or ends in a known state or organisation."""
    first, *_, last = name.split()
    known = certain_kinds()
    if is_acronym(first) and first in known:
        return True
    return last in known and last not in load_known().capitals


def named_in_full(articles: Sequence[Mapping[str, int]], known: Known) -> Persons:
    """The persons of some articles; each holds its forms and how often they stand there."""
    read = {form: read_person(form, known) for of in articles for form in of}
    used: Counter[Person] = Counter()
    times: Counter[Person] = Counter()
    stand: dict[str, list[int]] = defaultdict(list)
    for at, of in enumerate(articles):
        for form, count in of.items():
            person = read[form]
            if _is_full(person):
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


def named_in_title(title: str, forms: Iterable[str]) -> list[str]:
    """The full names in an article's title that an article's names, or their surnames, tell.

    >>> named_in_title("Governor Ana Ruiz says Polls Ruiz lost", ["Ruiz"])
    ['Ana Ruiz']
    """
    found = []
    bits = load_tables().bits
    for form in forms:
        if form not in title:
            continue
        if " " in form:
            found.append(form)
            continue
        named = re.finditer(rf"(\w+) (?:[A-Z]\. )?{re.escape(form)}\b", title)
        found += [match[0] for match in named if bits.get(match[1], 0) & GIVEN]
    return list(dict.fromkeys(found))


def person_names(
    articles: Sequence[Mapping[str, int]],
    titled: Sequence[Collection[str]],
    paired: Sequence[Collection[str]],
    persons: Persons,
    company: Company,
) -> list[dict[str, str]]:
    """For each article, the canonical name of each form of a person's name there.

    `titled` are the full names in the articles' titles, `paired` the folded words of firms such as
    Reed & Reed.
    """
    return [
        _names_in(
            of,
            _ranked(of, persons, titled[at]),
            persons,
            partial(_far, at, persons, company, paired[at]),
        )
        for at, of in enumerate(articles)
    ]


def _names_in(
    forms: Mapping[str, int],
    here: Mapping[str, Rank],
    persons: Persons,
    far: Callable[[Key], str],
) -> dict[str, str]:
    """Short forms mean the person ranked first in the article, or one of like company."""
    names = {}
    for form in forms:
        name, parts, _ = persons.read[form]
        names[form] = (
            _longer(form, parts, here, persons)
            or _spelt_out(parts, here, persons)
            or persons.in_full(form)
            or _near(name, parts, here, persons)
            or _by_initials(form, here)
            or far(parts)
            or name
        )
    return names


def _longer(form: str, parts: Key, here: Mapping[str, Rank], persons: Persons) -> str:
    """The article's own person whose name ends in what looks like a full one: Van Loon."""
    own = persons.in_full(form)
    fits = [name for name in persons.ends.get(parts, ()) if name in here and name != own]
    return min(fits, key=here.__getitem__, default="") if own else ""


def _spelt_out(parts: Key, here: Mapping[str, Rank], persons: Persons) -> str:
    """The article's own person whom a family name after mere initials means."""
    if any(len(part) > 1 for part in parts[:-1]) or len(parts) == 1:
        return ""
    fits = [
        name
        for name in persons.ends.get(parts[-1:], ())
        if name in here and name[0].casefold() == parts[0]
    ]
    return min(fits, key=here.__getitem__, default="")


def _by_initials(form: str, here: Mapping[str, Rank]) -> str:
    """The only person of the article with these initials."""
    if not is_acronym(form):
        return ""
    fits = [name for name in here if initials(name) == form.replace(".", "")]
    return fits[0] if len(fits) == 1 else ""


def _ranked(forms: Mapping[str, int], persons: Persons, titled: Collection[str]) -> dict[str, Rank]:
    """An article's persons: those of its title, then those named most often in full, then first."""
    counts: dict[str, int] = {}
    for form, count in forms.items():
        canonical = persons.in_full(form)
        if canonical:
            counts[canonical] = counts.get(canonical, 0) + count
    above = {persons.in_full(form) for form in titled}
    return {
        name: Rank(name not in above, -count, place)
        for place, (name, count) in enumerate(counts.items())
    }


def _near(name: str, parts: Key, here: Mapping[str, Rank], persons: Persons) -> str:
    """The article's own person whose name ends, or else begins, in a short form's words."""
    for places in (persons.ends, persons.starts):
        fits = [name for name in places.get(parts, ()) if name in here]
        if fits:
            best = min(fits, key=here.__getitem__)
            first = min(fits, key=lambda fit: here[fit].place)
            return best if _clearly(here[best], here[first]) else name
    return ""


def _clearly(best: Rank, first: Rank) -> bool:
    """Whether the person ranked best is meant, and not the one who is named first."""
    return best == first or not best.untitled or best.fewer <= _CLEARLY_MORE * first.fewer


def _far(at: int, persons: Persons, company: Company, paired: Collection[str], parts: Key) -> str:
    """The person of another article with that surname, where the articles share their actors.

    Who is `paired` in the name of a firm is not looked for.
    """
    if parts[-1] in paired:
        return ""
    fits = dict.fromkeys(persons.ends.get(parts, ()))
    rank = {name: company.shared(at, persons.where[name]) for name in fits}
    most = max(rank.values(), default=0)
    best = [name for name, shared in rank.items() if shared == most]
    return best[0] if most and len(best) == 1 else ""
