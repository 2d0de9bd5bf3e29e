"""Acronyms: declared in brackets, or formed from the words of a name in the same article."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from digest.entities.names import initials, is_acronym

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.entities.names import Key, Name

_BRACKETS: Final = frozenset({" (", " (the ", " [", ", or "})
_CLOSING: Final = frozenset(")],;")
_LONGEST: Final = 10  # letters: the ways to share them out double with each
_LEAST_TAIL: Final = 3  # letters that are enough to stand for the last words of a name


def declared(article: str, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Acronyms that stand in brackets after their names, or the other way round."""
    for one, other in pairwise(names):
        if article[one.end : other.start] not in _BRACKETS:
            continue
        if article[other.end : other.end + 1] in _CLOSING:
            for acronym, name in ((other.text, one.text), (one.text, other.text)):
                if " " in name and is_acronym(acronym) and stands_for(acronym, name):
                    yield acronym, name


def stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym is made of a name's initials, or of the beginnings of its words.

    The last of the initials will do, or the first.

    >>> stands_for("PLA", "Chinese People's Liberation Army")
    True
    >>> stands_for("SIA", "Singapore Airlines")
    True
    """
    letters, made = acronym.replace(".", "").upper(), initials(name).upper()
    return made.endswith(letters) or made.startswith(letters) or _begins(letters, name)


def formed(names: Mapping[str, Key]) -> dict[str, Key]:
    """The key of the only name that each acronym among an article's names may stand for.

    All initials go before the last of them, these before the beginnings of words.
    """
    acronyms = [form for form in names if is_acronym(form)]
    if not acronyms:
        return {}
    longer = [(form, initials(form).upper(), key) for form, key in names.items() if " " in form]
    found: dict[str, Key] = {}
    for acronym in acronyms:
        letters = acronym.replace(".", "").upper()
        for fits in (
            {key for _, made, key in longer if made == letters},
            {key for _, made, key in longer if _is_tail(letters, made)},
            {key for form, _, key in longer if _begins(letters, form)},
        ):
            if len(fits) == 1:
                (found[acronym],) = fits
            if fits:
                break
    return found


def _is_tail(letters: str, made: str) -> bool:
    return len(letters) >= _LEAST_TAIL and made.endswith(letters)


def _begins(letters: str, name: str) -> bool:
    """Whether the letters are beginnings of all the name's capitalised words, in their order."""
    words = [word.upper() for word in name.replace("-", " ").split() if word[0].isupper()]
    if not 1 < len(words) <= len(letters) or not _LEAST_TAIL <= len(letters) <= _LONGEST:
        return False
    return _spelt(letters, words)


def _spelt(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    first, *others = words
    return any(
        _spelt(letters[count:], others)
        for count in range(1, min(len(letters), len(first)) + 1)
        if first.startswith(letters[:count])
    )
