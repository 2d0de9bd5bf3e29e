"""A name as a finder gives it to merging, and its spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from digest.model import ActorKind


class Name(NamedTuple):
    """A name as it stands in an article, its plain spelling, and the kind of actor it names."""

    start: int
    end: int
    text: str
    kind: ActorKind


def plain(text: str) -> str:
    """One spelling for apostrophes and blanks.

    >>> plain("People’s Bank")
    "People's Bank"
    """
    return text if text.isalnum() else " ".join(text.replace("’", "'").split())


def is_acronym(text: str) -> bool:
    """Whether a name is one word of capitals, but for one letter: `PLA`, `U.N.`, `AfD`."""
    letters = text.replace(".", "")
    capitals = sum(map(str.isupper, letters))
    return letters.isalpha() and capitals > 1 and len(letters) - capitals < 2  # noqa: PLR2004


def initials(text: str) -> str:
    """The initials of a name's capitalised words.

    >>> initials("Shanghai Cooperation Organisation")
    'SCO'
    """
    parts = text.replace("-", " ").split()
    return "".join(part[0] for part in parts if part[0].isupper())
