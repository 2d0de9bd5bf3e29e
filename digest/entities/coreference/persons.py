"""Coreference of persons: short forms to full names, never across different given names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.entities.cues import Cue
from digest.entities.names import fold, initials, is_acronym
from digest.language.english.entities.words import GENERATIONS, GOES_ON, OF, PAIRING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from digest.entities.coreference.cooccurrence import Cooccurrence
    from digest.entities.gazetteer import Gazetteer
    from digest.entities.names import Key

_MOST_COMPARED: Final = 50  # persons of one family name
_MOST_WORDS: Final = 8  # of a name that may be shortened
_BOTH: Final = frozenset(GENERATIONS.values())
_CLEARLY_MORE: Final = 2  # times as often as who is named first


class Rank(NamedTuple):
    """Salience of a person within an article: a short form means the least one.

    `fewer` is the negated count of the full name there; `place` is that of its first mention.
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
    """Persons who are named in full in some articles.

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
        """Canonical name of a full name, or `""`."""
        return self.full.get(self.read[form].name, "")


def read_person(form: str, gazetteer: Gazetteer) -> Person:
    """Take a person's name apart."""
    words = form.split()
    folded = [fold(word).strip(",'\"") for word in words]
    last = len(words) - 1
    generation = GENERATIONS.get(folded[last], "") if last else ""
    last -= bool(generation)
    first = 0
    for at in range(last):
        if folded[at] in gazetteer.titles and folded[at + 1] not in GOES_ON:
            first = at + 1
    parts = tuple(word for word in folded[first : last + 1] if word)
    return Person(" ".join(words[first:]), parts or (form,), generation)


def _is_full(person: Person, gazetteer: Gazetteer) -> bool:
    """Test for a given and a family name, of one person and no body."""
    parts = person.parts
    return (
        len(parts) > 1
        and len(parts[-1]) > 1
        and parts[0] != OF
        and PAIRING.isdisjoint(parts)
        and not _is_known(person.name, gazetteer)
    )


def _is_known(name: str, gazetteer: Gazetteer) -> bool:
    """Test whether a name begins with a known acronym, or ends in a known state or organisation."""
    first, *_, last = name.split()
    if is_acronym(first) and first in gazetteer.kinds:
        return True
    return last in gazetteer.kinds and last not in gazetteer.capitals


def named_in_full(articles: Sequence[Mapping[str, int]], gazetteer: Gazetteer) -> Persons:
    """Read the persons of some articles; each holds its forms and how often they occur."""
    read = {form: read_person(form, gazetteer) for of in articles for form in of}
    used: Counter[Person] = Counter()
    times: Counter[Person] = Counter()
    articles_of: dict[str, list[int]] = defaultdict(list)
    for at, of in enumerate(articles):
        for form, count in of.items():
            person = read[form]
            if _is_full(person, gazetteer):
                earlier = articles_of[person.name]
                used[person] += not earlier or earlier[-1] != at
                times[person] += count
                earlier.append(at)
    order = sorted(used, key=lambda p: (-used[p], -times[p], -len(p.name), p.name))
    full = _canonical(order, gazetteer)
    where: dict[str, list[int]] = defaultdict(list)
    for name, canonical in full.items():
        where[canonical] += articles_of[name]
    return Persons(read, full, *_parts_of(order, full), where)


def _canonical(order: Iterable[Person], gazetteer: Gazetteer) -> dict[str, str]:
    """Map each full name to its canonical name: the first in order that it agrees with."""
    full: dict[str, str] = {}
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in order:
        others = by_surname[person.parts[-1]]
        same = next((p for p in others[:_MOST_COMPARED] if _agree(p, person, gazetteer)), None)
        if same is None:
            others.append(person)
        full[person.name] = (same or person).name
    return full


def _agree(person: Person, other: Person, gazetteer: Gazetteer) -> bool:
    """Test whether two names with one surname may be one person's, by given names and initials."""
    if {person.generation, other.generation} == _BOTH:
        return False
    return all(
        a == b
        or (1 in (len(a), len(b)) and a[0] == b[0])
        or not gazetteer.nicknames.get(a, frozenset()).isdisjoint(gazetteer.nicknames.get(b, ()))
        for a, b in zip(person.parts[:-1], other.parts[:-1], strict=False)
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


def named_in_title(title: str, forms: Iterable[str], gazetteer: Gazetteer) -> list[str]:
    """Full names in an article's title that the article's names, or their surnames, tell.

    >>> from digest.entities.gazetteer import load_gazetteer
    >>> named_in_title("Governor Ana Ruiz says Polls Ruiz lost", ["Ruiz"], load_gazetteer())
    ['Ana Ruiz']
    """
    names = []
    cues = gazetteer.cues
    for form in forms:
        if form not in title:
            continue
        if " " in form:
            names.append(form)
            continue
        named = re.finditer(rf"(\w+) (?:[A-Z]\. )?{re.escape(form)}\b", title)
        names += [match[0] for match in named if cues.get(match[1], 0) & Cue.GIVEN]
    return list(dict.fromkeys(names))


def person_names(
    articles: Sequence[Mapping[str, int]],
    titled: Sequence[Collection[str]],
    paired: Sequence[Collection[str]],
    persons: Persons,
    shared: Cooccurrence,
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
            partial(_far, at, persons, shared, paired[at]),
        )
        for at, of in enumerate(articles)
    ]


def _names_in(
    forms: Mapping[str, int],
    ranks: Mapping[str, Rank],
    persons: Persons,
    far: Callable[[Key], str],
) -> dict[str, str]:
    """Resolve short forms to the person ranked first in the article, or in a related one."""
    names = {}
    for form in forms:
        name, parts, _ = persons.read[form]
        names[form] = (
            _longer(form, parts, ranks, persons)
            or _spelt_out(parts, ranks, persons)
            or persons.in_full(form)
            or _near(name, parts, ranks, persons)
            or _by_initials(form, ranks)
            or far(parts)
            or name
        )
    return names


def _longer(form: str, parts: Key, ranks: Mapping[str, Rank], persons: Persons) -> str:
    """Find the article's own person whose name ends in what looks like a full one: Van Loon."""
    own = persons.in_full(form)
    fits = [name for name in persons.ends.get(parts, ()) if name in ranks and name != own]
    return min(fits, key=ranks.__getitem__, default="") if own else ""


def _spelt_out(parts: Key, ranks: Mapping[str, Rank], persons: Persons) -> str:
    """Find the article's own person by a family name after mere initials."""
    if any(len(part) > 1 for part in parts[:-1]) or len(parts) == 1:
        return ""
    fits = [
        name
        for name in persons.ends.get(parts[-1:], ())
        if name in ranks and name[0].casefold() == parts[0]
    ]
    return min(fits, key=ranks.__getitem__, default="")


def _by_initials(form: str, ranks: Mapping[str, Rank]) -> str:
    """Find the only person of the article with these initials."""
    if not is_acronym(form):
        return ""
    fits = [name for name in ranks if initials(name) == form.replace(".", "")]
    return fits[0] if len(fits) == 1 else ""


def _ranked(forms: Mapping[str, int], persons: Persons, titled: Collection[str]) -> dict[str, Rank]:
    """Rank an article's persons: those of its title, then those most often in full, then first."""
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


def _near(name: str, parts: Key, ranks: Mapping[str, Rank], persons: Persons) -> str:
    """Find the article's own person whose name ends, or else begins, in a short form's words."""
    for places in (persons.ends, persons.starts):
        fits = [name for name in places.get(parts, ()) if name in ranks]
        if fits:
            best = min(fits, key=ranks.__getitem__)
            first = min(fits, key=lambda fit: ranks[fit].place)
            return best if _clearly(ranks[best], ranks[first]) else name
    return ""


def _clearly(best: Rank, first: Rank) -> bool:
    """Test whether the person ranked best is meant, and not the one who is named first."""
    return best == first or not best.untitled or best.fewer <= _CLEARLY_MORE * first.fewer


def _far(
    at: int, persons: Persons, shared: Cooccurrence, paired: Collection[str], parts: Key
) -> str:
    """Find the person of another article with that surname, where the articles share rare actors.

    Who is `paired` in the name of a firm is not looked for.
    """
    if parts[-1] in paired:
        return ""
    fits = dict.fromkeys(persons.ends.get(parts, ()))
    rank = {name: shared.most_shared(at, persons.where[name]) for name in fits}
    most = max(rank.values(), default=0)
    best = [name for name, count in rank.items() if count == most]
    return best[0] if most and len(best) == 1 else ""
