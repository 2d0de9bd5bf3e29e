"""What every reader knows: countries, frequent names, titles, telling words.

Each table is a readable file in `tables/`. Lists (`.txt`) hold entries parted by commas or lines;
records (`.tsv`) hold fields parted by tabs, and forms within a field by bars.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from digest.model import ActorKind

# Bits of a word or of a known phrase.
CAPITAL: Final = 1 << 0
FUNCTION: Final = 1 << 1  # a small function word
NUMBER: Final = 1 << 2  # holds digits
INITIAL: Final = 1 << 3
SHORTENED: Final = 1 << 4  # may be followed by a full stop within a name
COMMON: Final = 1 << 5
OPENER: Final = 1 << 6
NOT_NAME: Final = 1 << 7
QUALIFIER: Final = 1 << 8
TITLE: Final = 1 << 9
TITLE_PART: Final = 1 << 10
CORPORATE: Final = 1 << 11  # a title of business: what stands before it is an organisation
GIVEN: Final = 1 << 12
SURNAME: Final = 1 << 13
ORGANISATION_WORD: Final = 1 << 14
SUFFIX: Final = 1 << 15
PLACE_WORD: Final = 1 << 16
PLACE_OPENING: Final = 1 << 17
EVENT: Final = 1 << 18
PLACE: Final = 1 << 19
ORGANISATION: Final = 1 << 20
DEMONYM: Final = 1 << 21
PHRASE: Final = 1 << 22  # the first word of a known phrase
JOINT: Final = 1 << 23  # of, for
AND: Final = 1 << 24
THE: Final = 1 << 25
PARTICLE: Final = 1 << 26
POSSESSIVE: Final = 1 << 27
S: Final = 1 << 28
CALLING: Final = 1 << 29
VERB: Final = 1 << 30
LOCATIVE: Final = 1 << 31  # in, near, outside
PLACE_CUE: Final = 1 << 32
ORGANISATION_CUE_BEFORE: Final = 1 << 33
ORGANISATION_CUE_AFTER: Final = 1 << 34
GENERATION: Final = 1 << 35  # Jr, Sr
DIRECTED: Final = 1 << 36  # at, to, from, of: before a place that a second place follows
# Bits of a word where it stands.
OPENING: Final = 1 << 37
HEADLINE: Final = 1 << 38
JOINED: Final = 1 << 39

KNOWN: Final = PLACE | ORGANISATION | DEMONYM
LINK: Final = JOINT | AND | THE | PARTICLE | S

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
    "s": S,
    **dict.fromkeys(("in", "near", "outside", "across"), LOCATIVE | DIRECTED),
    **dict.fromkeys(("at", "to", "from"), DIRECTED),
    **dict.fromkeys(("Jr", "Sr", "Junior", "Senior"), GENERATION | SHORTENED),
    **dict.fromkeys(("St", "Ft", "Mt", "Inc", "Ltd", "Corp", "Co", "Bros"), SHORTENED),
}
_CORPORATE: Final = frozenset(
    [
        "CEO",
        "CFO",
        "COO",
        "CTO",
        "Chairman",
        "Chairwoman",
        "Chairperson",
        "Chief",
        "Executive",
        "Director",
        "Spokesman",
        "Spokeswoman",
        "Spokesperson",
        "Founder",
        "Co-Founder",
        "Coach",
        "Editor",
    ]
)
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
    among them.
    """

    bits: Mapping[str, int]
    phrases: Mapping[str, tuple[Phrase, ...]]
    names: Mapping[str, Known]
    places: Mapping[str, str]
    common: frozenset[str]
    hyphen_tails: frozenset[str]
    suffixes: frozenset[str]


@cache
def load_tables() -> Tables:
    """Read the tables from the package."""
    bits = dict(_BITS_OF_WORD)
    for name, bit in _BITS_OF_LIST.items():
        for word in _entries(name):
            bits[word] = bits.get(word, 0) | bit
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
        frozenset(_entries("common_words.txt")),
        frozenset(_entries("hyphen_tails.txt")),
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
    for title in _entries("titles.txt"):
        yield title, _bits_of_title(title), None


def _bits_of_title(title: str) -> int:
    bits = TITLE | (CORPORATE if set(title.split()) & _CORPORATE else 0)
    return bits | (SHORTENED if len(title) <= _LONGEST_SHORT_TITLE else 0)


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
    text = (files("digest.actors") / "tables" / name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
