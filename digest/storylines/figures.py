"""Figures of a sentence: numbers in digits with the nouns that they count, dates left out."""

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
# A smaller number without a unit is no figure.
LEAST_BARE = 100
# A bare number that may be a year and counts nothing is one: `the 2010 season`.
YEAR = re.compile(r"(?:19|20)\d\d")
# `gas` has an s of its own.
LONGEST_SINGULAR = 3


def figures(
    text: str, start: int, dates: Iterable[DateMention], language: Language = ENGLISH
) -> Iterator[tuple[str, str]]:
    """Yield each figure as written, and its number in one form for all spellings.

    `start` is where the text begins in its article, to which the dates' offsets belong. There are
    none in a language without such rules.

    >>> list(figures("It cost $1,200 or 5 per cent of what 30 ships had.", 0, ()))
    [('$1,200', '$1200'), ('5 per cent', '5%'), ('30 ships', '30')]
    """
    # To look for a digit is far quicker than to try the expression everywhere.
    rules = language.figures
    if not rules or not DIGIT.search(text):
        return
    spans = [(mention.start - start, mention.end - start) for mention in dates]
    for match in _figure(rules).finditer(text):
        is_date = any(first < match.end("number") and match.start() < last for first, last in spans)
        counts_nothing = match["sign"] or _is_share(match, rules)
        counted = "" if counts_nothing else _counted(match["behind"], rules)
        if not is_date and (counted or _is_informative(match)):
            yield match["number"] + counted, _plain(match["number"], rules)


def _is_informative(match: re.Match[str]) -> bool:
    """Test whether a number has a unit, or is large and no year."""
    if match["sign"] or match["unit"]:
        return True
    is_year = YEAR.fullmatch(match["number"]) is not None
    return not is_year and float(match["number"].replace(",", "")) >= LEAST_BARE


def _is_share(match: re.Match[str], rules: FigureWords) -> bool:
    return match["unit"] is not None and "%" in _plain(match["unit"], rules)


def _counted(behind: str, rules: FigureWords) -> str:
    """Take the words behind a number up to the noun that it counts, after a blank; empty if none.

    >>> rules = ENGLISH.figures
    >>> _counted(" more ships waited", rules), _counted(" human cases of", rules)
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
