"""Cues: bits of one number that say what the tables know of a word.

The shipped weights were trained on these numbers, and on the whole number of each word: none may
change, be taken away or be given to another list without new training (see `fingerprint`).
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from digest.entities.name_tables import FOLDER, known_forms
from digest.language.english.entities.words import LINKS, SHORT_TITLES
from digest.language.english.words import WORD
from digest.language.tables import entries, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.entities.name_tables import NameTables


class Cue:
    """Bits by name, by the numbers that the weights were trained on."""

    SHORTENED: Final = 1 << 4  # may be followed by a full stop within a name
    COMMON: Final = 1 << 5
    OPENER: Final = 1 << 6
    NOT_NAME: Final = 1 << 7
    QUALIFIER: Final = 1 << 8
    TITLE: Final = 1 << 9
    TITLE_PART: Final = 1 << 10
    CORPORATE: Final = 1 << 11  # a title of business: an organisation precedes it
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
    PERSONAL: Final = 1 << 37  # a particle of persons' names only

    KNOWN: Final = PLACE | ORGANISATION | DEMONYM


# Cues that features of a token's neighbours and of its run are made of.
CONTEXT_CUES: Final = (
    Cue.TITLE | Cue.TITLE_PART | Cue.GIVEN | Cue.SURNAME | Cue.ORGANISATION_WORD | Cue.SUFFIX
    | Cue.PLACE_WORD | Cue.PLACE_OPENING | Cue.EVENT | Cue.PLACE | Cue.ORGANISATION | Cue.DEMONYM
    | Cue.CALLING | Cue.VERB | Cue.QUALIFIER | Cue.NOT_NAME | Cue.OPENER | Cue.COMMON
)  # fmt: skip
_CUE_OF_LIST: Final = {
    "openers.txt": Cue.OPENER,
    "not_names.txt": Cue.NOT_NAME,
    "qualifiers.txt": Cue.QUALIFIER,
    "title_parts.txt": Cue.TITLE_PART,
    "given_names.txt": Cue.GIVEN,
    "surnames.txt": Cue.SURNAME,
    "organisation_words.txt": Cue.ORGANISATION_WORD,
    "company_suffixes.txt": Cue.SUFFIX | Cue.ORGANISATION_WORD,
    "place_words.txt": Cue.PLACE_WORD,
    "place_openings.txt": Cue.PLACE_OPENING,
    "events.txt": Cue.EVENT,
    "particles.txt": Cue.PARTICLE,
    "possessives.txt": Cue.POSSESSIVE,
    "callings.txt": Cue.CALLING,
    "verbs.txt": Cue.VERB,
    "place_cues.txt": Cue.PLACE_CUE,
    "organisation_cues_before.txt": Cue.ORGANISATION_CUE_BEFORE,
    "organisation_cues_after.txt": Cue.ORGANISATION_CUE_AFTER,
}
_CUE_NAMES: Final = {name: bit for name, bit in vars(Cue).items() if isinstance(bit, int)}
_LONGEST_SHORT_TITLE: Final = 5  # letters


class Cues(NamedTuple):
    """Cues of single words, and of known names and titles of several words."""

    words: Mapping[str, int]
    phrases: Mapping[tuple[str, ...], int]


def load_cues(tables: NameTables) -> Cues:
    """Read the lists, and join them with the cues of known names and titles."""
    words: dict[str, int] = {}
    phrases: dict[tuple[str, ...], int] = {}
    for word, cue in _of_lists():
        words[word] = words.get(word, 0) | cue
    for form, cue in (*_of_names(tables), *_of_titles()):
        parts = tuple(WORD.findall(form))
        if len(parts) == 1:
            words[parts[0]] = words.get(parts[0], 0) | cue
        else:
            phrases[parts] = phrases.get(parts, 0) | cue
    for first, *_ in phrases:
        words[first] = words.get(first, 0) | Cue.PHRASE
    return Cues(words, phrases)


def fingerprint(words: Mapping[str, int]) -> str:
    """SHA-256 of all words and their cues: the same for tables that a model can't tell apart.

    The small words and titles that part tokens and join runs are in it too.

    >>> fingerprint({"b": 1, "a": 2}) == fingerprint({"a": 2, "b": 1}) != fingerprint({"a": 3})
    True
    """
    lines = [*(f"{word}\t{words[word]}" for word in sorted(words)), *sorted(LINKS), SHORT_TITLES]
    return sha256("\n".join(lines).encode()).hexdigest()


def _of_lists() -> Iterator[tuple[str, int]]:
    for name, cue in _CUE_OF_LIST.items():
        yield from ((word, cue) for word in entries(f"{FOLDER}/{name}"))
    for word in entries(f"{FOLDER}/common_words.txt"):
        yield from ((form, Cue.COMMON) for form in (word, word.capitalize()))
    yield from _of_small_words()


def _of_small_words() -> Iterator[tuple[str, int]]:

    for names, words in rows(f"{FOLDER}/small_words.tsv", 2):
        cue = 0
        for name in names.split("|"):
            cue |= _CUE_NAMES[name]
        yield from ((word, cue) for word in words.split("|"))


def _of_names(tables: NameTables) -> Iterator[tuple[str, int]]:
    for form, referent, adjective in known_forms(tables):
        named = Cue.PLACE if referent.kind == "place" else Cue.ORGANISATION
        yield form, Cue.DEMONYM if adjective else named
    yield from ((body, Cue.ORGANISATION_WORD) for body in tables.bodies)


def _of_titles() -> Iterator[tuple[str, int]]:
    business = frozenset(entries(f"{FOLDER}/business_titles.txt"))
    for title in entries(f"{FOLDER}/titles.txt"):
        short = Cue.SHORTENED if len(title) <= _LONGEST_SHORT_TITLE else 0
        corporate = 0 if business.isdisjoint(title.split()) else Cue.CORPORATE
        yield title, Cue.TITLE | short | corporate
