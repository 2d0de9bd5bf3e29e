"""The figures of a sentence: numbers in digits with what they count, dates left out."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from digest.storylines.figure_words import (
    BETWEEN,
    KNOWN_HOW,
    MANY,
    MEASURES,
    NO_NOUN_ENDINGS,
    NO_NOUNS,
    SINGULAR_ENDINGS,
    STATES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.model import DateMention

FIGURE = re.compile(
    r"""
    (?<![\w.,:/-])
    (?P<number>
        (?P<sign>(?:[A-Z]{0,2}[$£€₹¥]\s?)?)
        \d+(?:,\d{3})*(?:\.\d+)?
        (?P<unit>\s?%|[\s-]?(?:per\scent|percent|hundred|thousand|million|billion|trillion|bn|m)\b)?
    )
    (?![\w/:-]|[.,]\d)
    (?P<behind>(?:\s[a-z][a-z-]*\b(?!['’])){0,3})
    """,
    re.VERBOSE,
)
DIGIT = re.compile(r"\d")
# A smaller number without a unit tells nothing by itself.
LEAST_BARE = 100
# A bare number that may be a year and counts nothing is one: `the 2010 season`.
YEAR = re.compile(r"(?:19|20)\d\d")
# `gas` has an s of its own.
LONGEST_SINGULAR = 3


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
        counted = "" if found["sign"] or _is_share(found) else _counted(found["behind"])
        if not is_date and (counted or _tells(found)):
            yield found["number"] + counted, _plain(found["number"])


def _tells(found: re.Match[str]) -> bool:
    """Whether it has a unit, or is large enough to say something alone."""
    if found["sign"] or found["unit"]:
        return True
    is_year = YEAR.fullmatch(found["number"]) is not None
    return not is_year and float(found["number"].replace(",", "")) >= LEAST_BARE


def _is_share(found: re.Match[str]) -> bool:
    return found["unit"] is not None and "%" in _plain(found["unit"])


def _counted(behind: str) -> str:
    """The words behind a number up to what it counts, with a blank before; empty if none is.

    >>> _counted(" more ships waited"), _counted(" human cases of"), _counted(" more followed")
    (' more ships', ' human cases', '')
    """
    words = list(takewhile(lambda word: word not in NO_NOUNS, behind.split()))
    first = next((place for place, word in enumerate(words) if word not in BETWEEN), len(words))
    if words[first:] and words[first] in MEASURES:
        return _joined(words[: first + 1])
    for place, word in enumerate(words, start=1):
        if _is_plural(word):
            return _joined(words[:place])
        if word.endswith(NO_NOUN_ENDINGS) and word not in STATES:
            break
    is_state = bool(words[first:]) and words[first] in STATES - KNOWN_HOW
    return _joined(words[: first + 1]) if is_state else ""


def _is_plural(word: str) -> bool:
    ends = len(word) > LONGEST_SINGULAR and word.endswith("s")
    return word in MANY or (ends and not word.endswith(SINGULAR_ENDINGS) and word not in BETWEEN)


def _joined(words: Iterable[str]) -> str:
    return "".join(f" {word}" for word in words)


def _plain(figure: str) -> str:
    letters = re.sub(r"per ?cent", "%", figure.lower())
    return re.sub(r"[\s,-]", "", letters).replace("million", "m").replace("billion", "bn")
