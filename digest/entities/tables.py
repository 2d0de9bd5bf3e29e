"""What every reader knows: countries, frequent names, titles, telling words.

Each table is a readable file in `tables/`. Lists (`.txt`) hold entries parted by commas or lines;
records (`.tsv`) hold fields parted by tabs, and forms within a field by bars.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.entities.bits import (
    AND,
    CALLING,
    COMMON,
    CORPORATE,
    DEMONYM,
    DIRECTED,
    EVENT,
    GENERATION,
    GIVEN,
    JOINT,
    LOCATIVE,
    NOT_NAME,
    OPENER,
    ORGANISATION,
    ORGANISATION_CUE_AFTER,
    ORGANISATION_CUE_BEFORE,
    ORGANISATION_WORD,
    PARTICLE,
    PERSONAL,
    PHRASE,
    PLACE,
    PLACE_CUE,
    PLACE_OPENING,
    PLACE_WORD,
    POSSESSIVE,
    QUALIFIER,
    SHORTENED,
    SUFFIX,
    SURNAME,
    THE,
    TITLE,
    TITLE_PART,
    VERB,
    S,
)
from digest.language.english.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from digest.model import ActorKind

_BITS_OF_LIST: Final = {
    "openers.txt": OPENER,
    "not_names.txt": NOT_NAME,
    "qualifiers.txt": QUALIFIER,
    "title_parts.txt": TITLE_PART,
    "given_names.txt": GIVEN,
    "surnames.txt": SURNAME,
    "organisation_words.txt": ORGANISATION_WORD,
    "company_suffixes.txt": SUFFIX | ORGANISATION_WORD,
    "place_words.txt": PLACE_WORD,
    "place_openings.txt": PLACE_OPENING,
    "events.txt": EVENT,
    "particles.txt": PARTICLE,
    "possessives.txt": POSSESSIVE,
    "callings.txt": CALLING,
    "verbs.txt": VERB,
    "place_cues.txt": PLACE_CUE,
    "organisation_cues_before.txt": ORGANISATION_CUE_BEFORE,
    "organisation_cues_after.txt": ORGANISATION_CUE_AFTER,
}
_BITS_OF_WORD: Final = {
    "for": JOINT,
    "of": JOINT | DIRECTED,
    "and": AND,
    "the": THE,
    **dict.fromkeys(("bin", "ibn", "bint", "ben", "von", "van", "zu"), PARTICLE | PERSONAL),
    "s": S,
    **dict.fromkeys(("in", "near", "outside", "across"), LOCATIVE | DIRECTED),
    **dict.fromkeys(("at", "to", "from"), DIRECTED),
    **dict.fromkeys(("Jr", "Sr", "Junior", "Senior"), GENERATION | SHORTENED),
    **dict.fromkeys(("St", "Ft", "Mt", "Inc", "Ltd", "Corp", "Co", "Bros"), SHORTENED),
}
_LONGEST_SHORT_TITLE: Final = 5


class Known(NamedTuple):
    """What a known name stands for."""

    kind: ActorKind
    name: str


class Phrase(NamedTuple):
    """A known name or title of several words, and its bits."""

    words: tuple[str, ...]
    bits: int


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All tables.

    `bits` holds what is known of single words, `phrases` those of several words by the first
    (the longest first), `names` what a known form stands for, and `places` the names of places
    among them. `bodies` are those organisations that many countries have.
    """

    bits: Mapping[str, int]
    phrases: Mapping[str, tuple[Phrase, ...]]
    names: Mapping[str, Known]
    places: Mapping[str, str]
    bodies: frozenset[str]
    suffixes: frozenset[str]


@cache
def load_tables() -> Tables:
    """Read the tables from the package."""
    bits = dict(_BITS_OF_WORD)
    for name, bit in _BITS_OF_LIST.items():
        for word in _entries(name):
            bits[word] = bits.get(word, 0) | bit
    for common in _entries("common_words.txt"):
        for word in (common, common.capitalize()):
            bits[word] = bits.get(word, 0) | COMMON
    names: dict[str, Known] = {}
    phrases: dict[str, dict[tuple[str, ...], int]] = {}
    for form, bit, known in _forms():
        words = tuple(WORD.findall(form))
        if known:
            names.setdefault(form, known)
        if len(words) == 1:
            bits[words[0]] = bits.get(words[0], 0) | bit
        else:
            group = phrases.setdefault(words[0], {})
            group[words] = group.get(words, 0) | bit
    for word in phrases:
        bits[word] = bits.get(word, 0) | PHRASE
    return Tables(
        bits,
        {first: _longest_first(group) for first, group in phrases.items()},
        names,
        {form: known.name for form, known in names.items() if known.kind == "place"},
        frozenset(_entries("bodies.txt")),
        frozenset(_entries("company_suffixes.txt")),
    )


def _longest_first(group: Mapping[tuple[str, ...], int]) -> tuple[Phrase, ...]:
    return tuple(Phrase(*item) for item in sorted(group.items(), key=lambda i: (-len(i[0]), i)))


def _forms() -> Iterator[tuple[str, int, Known | None]]:
    """Every form of a known name or title, with its bits and what it stands for."""
    for name, adjectives, others, capital in _rows("countries.tsv"):
        known = Known("place", name)
        yield from ((form, PLACE, known) for form in (name, *_split(others)))
        yield from ((form, DEMONYM, known) for form in _split(adjectives))
        yield from ((form, PLACE, Known("place", _first(capital))) for form in _split(capital))
    for form in _entries("places.txt"):
        yield form, PLACE, Known("place", form)
    for form in _entries("bodies.txt"):
        yield form, ORGANISATION | ORGANISATION_WORD, Known("organisation", form)
    for name, others in _rows("organisations.tsv", 2):
        known = Known("organisation", name)
        yield from ((form, ORGANISATION, known) for form in (name, *_split(others)))
    for acronym, _, name in _rows("acronyms.tsv"):
        known = Known("organisation", name)
        yield from ((form, ORGANISATION, known) for form in (name, acronym))
    business = frozenset(_entries("business_titles.txt"))
    for title in _entries("titles.txt"):
        short = SHORTENED if len(title) <= _LONGEST_SHORT_TITLE else 0
        corporate = 0 if business.isdisjoint(title.split()) else CORPORATE
        yield title, TITLE | short | corporate, None


def _first(capital: str) -> str:
    return capital.split("|", maxsplit=1)[0]


def _split(field: str) -> list[str]:
    return field.split("|") if field else []


def _entries(name: str) -> Iterator[str]:
    for line in _lines(name):
        yield from (entry.strip() for entry in line.split(",") if entry.strip())


def _rows(name: str, width: int = 0) -> Iterator[list[str]]:
    for line in _lines(name):
        fields = line.split("\t")
        yield fields + [""] * (width - len(fields))


def _lines(name: str) -> Iterable[str]:
    text = (files("digest.entities") / "tables" / name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
