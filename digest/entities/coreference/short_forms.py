"""Short forms of organisations' and places' names: keys of spellings, acronyms, parts of names."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from digest.entities.names import folded_words, initials, is_acronym
from digest.language.english.entities.words import (
    ACRONYM_OPENINGS,
    ARTICLE,
    CITY,
    CITY_OF,
    CONJUNCTION,
    GOVERNMENT,
    PART_OF,
    PLACE_CLASSES,
    SPELLINGS,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from digest.entities.gazetteer import Gazetteer
    from digest.entities.names import Key, Name
    from digest.model import ActorKind

_CLOSING: Final = frozenset(")],;")
_LONGEST: Final = 10  # letters: the ways to share them out double with each
_LEAST_TAIL: Final = 3  # letters that are enough for the last words of a name
_MOST_WORDS: Final = 12  # of a name that may be shortened, cut from either end
_LEAST_STEM: Final = 4  # letters of a word that is short for another: Auto, Automotive


def name_key(kind: ActorKind, form: str, gazetteer: Gazetteer) -> Key:
    """Fold a name to its words, without article, company suffix or differences of spelling.

    A country at its head goes by one name, and leaves where a well-known name follows.
    """
    words = folded_words(form)
    if words[0] == ARTICLE and len(words) > 1:
        words = words[1:]
    if kind == "organisation":
        words = _without_suffixes(words, gazetteer)
    elif words[:2] == CITY_OF:
        words = words[2:] or words
    if not SPELLINGS.keys().isdisjoint(words):
        words = tuple(SPELLINGS.get(word, word) for word in words)
    return (
        _with_country(kind, words, gazetteer) if words[0] in gazetteer.country_prefixes else words
    )


def _without_suffixes(words: Key, gazetteer: Gazetteer) -> Key:
    last = len(words)
    while last > 1 and words[last - 1] in gazetteer.company_suffixes:
        last -= 1
    return gazetteer.organisation_keys.get(words[:last], words[:last])


def _with_country(kind: ActorKind, words: Key, gazetteer: Gazetteer) -> Key:
    for form, country in gazetteer.country_prefixes[words[0]]:
        rest = words[len(form) :]
        if words[: len(form)] == form and rest:
            if (
                rest in gazetteer.organisations
                and words not in gazetteer.organisations
                and rest not in gazetteer.bodies
            ):
                return rest
            # A place that is a government is its state.
            government = kind == "place" and rest == (GOVERNMENT,)
            return folded_words(country) if government else (country, *rest)
    return words


def declared_acronyms(article: str, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets after their names, or the other way round, with these names."""
    for left, right in pairwise(names):
        if article[left.end : right.start] not in ACRONYM_OPENINGS:
            continue
        if article[right.end : right.end + 1] in _CLOSING:
            for acronym, name in ((right.text, left.text), (left.text, right.text)):
                if " " in name and is_acronym(acronym) and abbreviates(acronym, name):
                    yield acronym, name


def abbreviates(acronym: str, name: str) -> bool:
    """Test whether an acronym is made of a name's initials, or of the beginnings of its words.

    The last of the initials will do, or the first.

    >>> abbreviates("PLA", "Chinese People's Liberation Army")
    True
    >>> abbreviates("SIA", "Singapore Airlines")
    True
    """
    letters, capitals = acronym.replace(".", "").upper(), initials(name).upper()
    return (
        capitals.endswith(letters) or capitals.startswith(letters) or _begins_words(letters, name)
    )


def formed_acronyms(names: Mapping[str, Key]) -> dict[str, Key]:
    """Map each acronym among an article's names to the key of the only name that it may shorten.

    All initials go before the last of them, these before the beginnings of words.
    """
    acronyms = [form for form in names if is_acronym(form)]
    if not acronyms:
        return {}
    longer = [(form, initials(form).upper(), key) for form, key in names.items() if " " in form]
    keys: dict[str, Key] = {}
    for acronym in acronyms:
        letters = acronym.replace(".", "").upper()
        for fits in (
            {key for _, capitals, key in longer if capitals == letters},
            {key for _, capitals, key in longer if _is_tail(letters, capitals)},
            {key for form, _, key in longer if _begins_words(letters, form)},
        ):
            if len(fits) == 1:
                (keys[acronym],) = fits
            if fits:
                break
    return keys


def _is_tail(letters: str, capitals: str) -> bool:
    return len(letters) >= _LEAST_TAIL and capitals.endswith(letters)


def _begins_words(letters: str, name: str) -> bool:
    """Test whether the letters begin all the name's capitalised words, in their order."""
    words = [word.upper() for word in name.replace("-", " ").split() if word[0].isupper()]
    if not 1 < len(words) <= len(letters) or not _LEAST_TAIL <= len(letters) <= _LONGEST:
        return False
    return _shared_out(letters, words)


def _shared_out(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    first, *others = words
    return any(
        _shared_out(letters[count:], others)
        for count in range(1, min(len(letters), len(first)) + 1)
        if first.startswith(letters[:count])
    )


def longest_keys(kind: ActorKind, keys: Collection[Key], gazetteer: Gazetteer) -> dict[Key, Key]:
    """Map each key to the longest key that it is short for, if there is only one, or to itself."""
    if len(keys) == 1:
        return dict.fromkeys(keys, *keys)
    longest_first = sorted(keys, key=lambda key: (-len(key), key))
    longer = _longer(longest_first)
    longest: dict[Key, Key] = {}
    for key in longest_first:
        fits = {
            longest.get(other, other)
            for other in longer.get(key, ())
            if short_for(kind, key, other, gazetteer)
        }
        longest[key] = fits.pop() if len(fits) == 1 else key
    return longest


def _longer(longest_first: Sequence[Key]) -> Mapping[Key, list[Key]]:
    """Keys that begin or end with each key, its last word shortened or not."""
    longer: dict[Key, list[Key]] = defaultdict(list)
    for key in longest_first:
        for count in range(1, min(len(key), _MOST_WORDS)):
            longer[key[:count]].append(key)
            longer[key[count:]].append(key)
    for key in longest_first:
        *others, last = key
        if others and len(last) >= _LEAST_STEM:
            at = len(others)
            longer[key] += [
                other
                for other in longer.get(key[:-1], ())
                if other[:at] == key[:at]
                and other[at] != last
                and other[at].startswith(last)
                and not other[at].startswith("'", len(last))
            ]
    return longer


def short_for(kind: ActorKind, key: Key, longer: Key, gazetteer: Gazetteer) -> bool:
    """Test whether a key that another begins or ends with may be short for it."""
    if kind == "place":
        return _short_place(key, longer, gazetteer)
    return _short_organisation(key, longer, gazetteer)


def _short_organisation(key: Key, longer: Key, gazetteer: Gazetteer) -> bool:
    """Test whether a part is short for the whole: no complete name is, where the longer goes on."""
    body = key in gazetteer.bodies
    if key in gazetteer.organisations and not body:
        return False
    if longer[-len(key) :] == key:
        return PART_OF.isdisjoint(longer[: -len(key)])
    if longer[: len(key)] != key:
        return True
    complete = body or (len(key) > 1 and key[-1] in gazetteer.organisation_words)
    return not complete and longer[len(key)] != CONJUNCTION


def _short_place(key: Key, longer: Key, gazetteer: Gazetteer) -> bool:
    """Test whether a place is named without its class (river, city) or first words, or by class."""
    if longer[-len(key) :] == key:
        return key[-1] in gazetteer.place_words and PART_OF.isdisjoint(longer[: -len(key)])
    if longer[: len(key)] != key:
        return False
    rest = longer[len(key) :]
    if key in gazetteer.places:
        return rest == (CITY,) and key not in gazetteer.states
    return len(rest) == 1 and rest[0] in PLACE_CLASSES
