"""The figures of a sentence: numbers in digits with what they count, dates left out."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from digest.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.language import Language
    from digest.language.base import FigureWords
    from digest.model import DateMention

_NUMBER = r"""
    (?<![\w.,:/-])
    (?P<number>
        (?P<sign>(?:[A-Z]{0,2}[$£€₹¥]\s?)?)
        \d+(?:,\d{3})*(?:\.\d+)?
        (?P<unit>\s?%|[\s-]?(?:UNIT)\b)?
    )
    (?![\w/:-]|[.,]\d)
    (?P<behind>(?:\s[a-z][a-z-]*\b(?!['’])){0,3})
    """
DIGIT = re.compile(r"\d")
# A smaller number without a unit tells nothing by itself.
LEAST_BARE = 100
# A bare number that may be a year and counts nothing is one: `the 2010 season`.
YEAR = re.compile(r"(?:19|20)\d\d")
# `gas` has an s of its own.
LONGEST_SINGULAR = 3


def figures(
    text: str, start: int, dates: Iterable[DateMention], language: Language = ENGLISH
) -> Iterator[tuple[str, str]]:
    """Yield each figure as it stands, and its number in one form for all spellings.

    `start` is where the text begins in its article, to which the dates' offsets belong. There are
    none in a language that does not tell what numbers count.

    >>> list(figures("It cost $1,200 or 5 per cent of what 30 ships had.", 0, ()))
    [('$1,200', '$1200'), ('5 per cent', '5%'), ('30 ships', '30')]
    """
    # To look for a digit is far quicker than to try the expression everywhere.
    rules = language.figures
    if not rules or not DIGIT.search(text):
        return
    taken = [(mention.start - start, mention.end - start) for mention in dates]
    for found in _figure(rules).finditer(text):
        is_date = any(first < found.end("number") and found.start() < last for first, last in taken)
        counted = (
            "" if found["sign"] or _is_share(found, rules) else _counted(found["behind"], rules)
        )
        if not is_date and (counted or _tells(found)):
            yield found["number"] + counted, _plain(found["number"], rules)


def _tells(found: re.Match[str]) -> bool:
    """Whether it has a unit, or is large enough to say something alone."""
    if found["sign"] or found["unit"]:
        return True
    is_year = YEAR.fullmatch(found["number"]) is not None
    return not is_year and float(found["number"].replace(",", "")) >= LEAST_BARE


def _is_share(found: re.Match[str], rules: FigureWords) -> bool:
    return found["unit"] is not None and "%" in _plain(found["unit"], rules)


def _counted(behind: str, rules: FigureWords) -> str:
    """Return the words behind a number up to what it counts, after a blank; empty if none is.

    >>> known = ENGLISH.figures
    >>> _counted(" more ships waited", known), _counted(" human cases of", known)
    (' more ships', ' human cases')
    """
    words = list(takewhile(lambda word: word not in rules.no_nouns, behind.split()))
    first = next(
        (place for place, word in enumerate(words) if word not in rules.between), len(words)
    )
    if words[first:] and words[first] in rules.measures:
        return _joined(words[: first + 1])
    for place, word in enumerate(words, start=1):
        if _is_plural(word, rules):
            return _joined(words[:place])
        if word.endswith(rules.no_noun_endings) and word not in rules.states:
            break
    is_state = bool(words[first:]) and words[first] in rules.states - rules.evidence
    return _joined(words[: first + 1]) if is_state else ""


def _is_plural(word: str, rules: FigureWords) -> bool:
    ends = len(word) > LONGEST_SINGULAR and word.endswith("s")
    is_regular = ends and not word.endswith(rules.singular_endings) and word not in rules.between
    return word in rules.plurals or is_regular


def _joined(words: Iterable[str]) -> str:
    return "".join(f" {word}" for word in words)


def _plain(figure: str, rules: FigureWords) -> str:
    letters = figure.lower()
    for unit, short in rules.units.items():
        letters = letters.replace(unit, short)
    return re.sub(r"[\s,-]", "", letters)


@cache
def _figure(rules: FigureWords) -> re.Pattern[str]:
    return re.compile(_NUMBER.replace("UNIT", rules.unit), re.VERBOSE)
