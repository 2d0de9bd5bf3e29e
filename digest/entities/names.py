"""Names as a finder gives them to coreference, and their spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from digest.model import ActorKind
    from digest.text import Text

Key = tuple[str, ...]
# The names of each text, in order and without overlap.
Finder = Callable[[Sequence["Text"]], "tuple[tuple[Name, ...], ...]"]

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("‘’\u02bb\u02bc`\u00b4", "'"))
_EDGES: Final = ".,;:'\"“”()"


class Name(NamedTuple):
    """A mention of a name by its span in an article, its plain spelling, and its kind."""

    start: int
    end: int
    text: str
    kind: ActorKind


def plain(text: str) -> str:
    """Normalise apostrophes and blanks.

    >>> plain("People’s Bank")
    "People's Bank"
    """
    return text if text.isalnum() else " ".join(text.replace("’", "'").split())


def is_acronym(text: str) -> bool:
    """Test whether a name is one word of capitals, but for one letter: `PLA`, `U.N.`, `AfD`."""
    letters = text.replace(".", "")
    capitals = sum(map(str.isupper, letters))
    return letters.isalpha() and capitals > 1 and len(letters) - capitals < 2  # noqa: PLR2004


def initials(text: str) -> str:
    """Initials of a name's capitalised words.

    >>> initials("Shanghai Cooperation Organisation")
    'SCO'
    """
    parts = text.replace("-", " ").split()
    return "".join(part[0] for part in parts if part[0].isupper())


def fold(text: str) -> str:
    """Fold case, accents, apostrophes and dots of a name.

    >>> fold("Raičević"), fold("People’s"), fold("U.S.")
    ('raicevic', "people's", 'us')
    """
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
        text = "".join(part for part in parts if not unicodedata.combining(part))
    return text.casefold().replace(".", "").strip()


def folded_words(name: str) -> Key:
    """Folded words of a name; a hyphen parts them as a blank does.

    >>> folded_words("Al-Qaeda in Iraq")
    ('al', 'qaeda', 'in', 'iraq')
    """
    words = (word.strip(_EDGES) for word in fold(name).replace("-", " ").split())
    return tuple(word for word in words if word) or (fold(name),)
