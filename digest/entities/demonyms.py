"""Demonyms: adjectives and peoples' names that stand for their state, such as `Chinese`.

They are no names, and the model leaves them out; a reader who wants to know which states a
sentence speaks of counts them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from digest.entities.known import load_known
from digest.entities.names import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.text import Text


def with_demonyms(text: Text, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of an article, and the demonyms of its sentences that stand in none of them."""
    found = [name for name in _demonyms(text) if not _covered(name, names)]
    return tuple(sorted([*names, *found])) if found else tuple(names)


def _demonyms(text: Text) -> Iterator[Name]:
    for start, end in text.sentences.tolist():
        for match in _expression().finditer(text.article.text, start, end):
            yield Name(match.start(1), match.end(1), match[1], "place")


def _covered(name: Name, names: Sequence[Name]) -> bool:
    place = bisect_right(names, name.start, key=lambda other: other.start)
    before = names[place - 1] if place else None
    after = names[place] if place < len(names) else None
    return bool((before and before.end > name.start) or (after and after.start < name.end))


@cache
def _expression() -> re.Pattern[str]:
    # The longest first, so that South Korean is not read as Korean; a plural s stays outside.
    forms = sorted(load_known().demonyms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?=[A-Z])({'|'.join(map(re.escape, forms))})s?(?!\w)")
