"""The figures of a sentence: numbers in digits with what they count, dates left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.model import DateMention

# What follows a number is what it counts, but for words like these.
NO_NOUNS = (
    *("and", "are", "after", "against", "also", "although", "among", "around", "because", "been"),
    *("before", "being", "between", "but", "came", "can", "could", "died", "down", "during", "for"),
    *("from", "had", "has", "have", "her", "his", "into", "its", "may", "might", "nor", "not"),
    *("off", "once", "onto", "our", "out", "over", "per", "said", "says", "she", "should", "since"),
    *("so", "than", "that", "the", "their", "then", "there", "they", "this", "though", "through"),
    *("till", "under", "until", "up", "upon", "was", "were", "when", "where", "which", "while"),
    *("who", "whose", "will", "with", "within", "without", "would", "yet"),
)
# These stand between a number and what it counts.
BETWEEN = ("additional", "confirmed", "foreign", "former", "further", "more", "new", "other")
FIGURE = re.compile(
    rf"""
    (?<![\w.,:/-])
    (?P<number>
        (?P<sign>(?:[A-Z]{{0,2}}[$£€₹¥]\s?)?)
        \d+(?:,\d{{3}})*(?:\.\d+)?
        (?P<unit>\s?%|[\s-]?(?:per\scent|percent|hundred|thousand|million|billion|trillion|bn|m)\b)?
    )
    (?![\w/:-]|[.,]\d)
    (?P<counted>(?:\s(?:{"|".join(BETWEEN)}))?\s(?!(?:{"|".join(NO_NOUNS)})\b)[a-z]{{3,}}\b)?
    """,
    re.VERBOSE,
)
DIGIT = re.compile(r"\d")
# A smaller number without a unit tells nothing by itself.
LEAST_BARE = 100


def figures(text: str, start: int, dates: Iterable[DateMention]) -> Iterator[tuple[str, str]]:
    """Each figure as it stands, and its number in a form that is the same for other spellings.

    `start` is where the text begins in its article, to which the dates' offsets belong.

    >>> list(figures("It cost $1,200 or 5 per cent of what 30 ships had.", 0, ()))
    [('$1,200', '$1200'), ('5 per cent', '5%'), ('30 ships', '30')]
    """
    # To look for a digit is far quicker than to try the expression everywhere.
    if not DIGIT.search(text):
        return
    taken = [(mention.start - start, mention.end - start) for mention in dates]
    for found in FIGURE.finditer(text):
        is_date = any(first < found.end("number") and found.start() < last for first, last in taken)
        if not is_date and _tells(found):
            yield _shown(found), _plain(found["number"])


def _tells(found: re.Match[str]) -> bool:
    """Whether it has a unit or what it counts, or is large enough to say something alone."""
    if found["sign"] or found["unit"] or found["counted"]:
        return True
    return float(found["number"].replace(",", "")) >= LEAST_BARE


def _shown(found: re.Match[str]) -> str:
    whole = found["unit"] is None or "%" not in _plain(found["unit"])
    return found[0] if whole and not found["sign"] else found["number"]


def _plain(figure: str) -> str:
    letters = re.sub(r"per ?cent", "%", figure.lower())
    return re.sub(r"[\s,-]", "", letters).replace("million", "m").replace("billion", "bn")
