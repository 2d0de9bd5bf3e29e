"""The figures of a sentence: numbers in digits with their unit, dates left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.model import DateMention

FIGURE = re.compile(
    r"(?<![\w.,-])(?:[A-Z]{0,2}[$£€₹¥]\s?)?\d[\d,]*(?:\.\d+)?"
    r"(?:\s?%|[\s-]?(?:per cent|percent|hundred|thousand|million|billion|trillion|bn|m)\b)?"
    r"(?![\w-])"
)


def figures(text: str, start: int, dates: Iterable[DateMention]) -> Iterator[tuple[str, str]]:
    """Each figure as it stands and in a form that is the same for other spellings.

    `start` is where the text begins in its article, to which the dates' offsets belong.

    >>> list(figures("It cost $1,200 or 5 per cent.", 0, ()))
    [('$1,200', '$1200'), ('5 per cent', '5%')]
    """
    taken = [(mention.start - start, mention.end - start) for mention in dates]
    for found in FIGURE.finditer(text):
        if not any(first < found.end() and found.start() < last for first, last in taken):
            yield found[0], _plain(found[0])


def _plain(figure: str) -> str:
    letters = re.sub(r"per ?cent", "%", figure.lower())
    return re.sub(r"[\s,-]", "", letters).replace("million", "m").replace("billion", "bn")
