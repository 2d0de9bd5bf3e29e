"""Truecasing: lines and datelines in capitals, respelt as their words are usually written."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.recognition.lexicon import NameClass, hashes
from digest.entities.recognition.word_shape import OTHER, POSSESSIVE, SHOUTED, shape_class

if TYPE_CHECKING:
    from digest.entities.recognition.lexicon import Lexicon
    from digest.entities.recognition.tokens import TokenTable
    from digest.text import IntArray

_SHORT: Final = 3
_SHOUTED_WORDS: Final = 2
_DATELINE_WORDS: Final = 4
_AFTER_DATELINE: Final = frozenset({"(", "—", "–", "-", "--", ",", ":"})
# Bins of cases (see training/actors/background.py).
_PARTS: Final = 6
_MOSTLY_CAPITAL: Final = 3
_MOSTLY_SHOUTED: Final = 19
_NAMES: Final = NameClass.PLACES | NameClass.DEMONYM | NameClass.GIVEN | NameClass.SURNAME


def truecased(page: TokenTable, lexicon: Lexicon) -> tuple[TokenTable, IntArray]:
    """Respell such words as they are usually spelt; tell for each sentence whether it shouts.

    1 is for a sentence in capitals, 2 for a dateline, 0 for others.
    """
    shapes = np.fromiter(map(shape_class, page.words), np.int64, len(page.words))
    shouted = shapes == SHOUTED
    kinds = np.zeros(len(page.first), dtype=np.int64)
    if not shouted.any():
        return page, kinds
    changed: list[int] = []
    for index, (first, last) in enumerate(
        zip(page.first.tolist(), page.last.tolist(), strict=True)
    ):
        codes = page.codes[first:last]
        capitals = shouted[codes]
        if not capitals.any():
            continue
        letters = shapes[codes]
        worded = (letters != OTHER) & (letters != POSSESSIVE)
        if capitals.sum() >= _SHOUTED_WORDS and _all_shout(page, codes[worded & ~capitals]):
            kinds[index] = 1
            changed += (first + np.flatnonzero(capitals)).tolist()
        elif capitals[0] and page.opens_line[first]:
            count = int(np.argmin(capitals)) if not capitals.all() else 0
            if 0 < count <= _DATELINE_WORDS and _ends_dateline(page.words[codes[count]]):
                kinds[index] = 2
                changed += range(first, first + count)
    return (_respelt(page, changed, lexicon), kinds) if changed else (page, kinds)


def _all_shout(page: TokenTable, rest: IntArray) -> bool:
    """Test whether the words that aren't shouted have no small letters that tell otherwise."""
    return not any(word[:1].islower() or word[1:2].islower() for word in _spelt(page, rest))


def _spelt(page: TokenTable, codes: IntArray) -> list[str]:
    return [page.words[code] for code in codes.tolist()]


def _ends_dateline(word: str) -> bool:
    return word in _AFTER_DATELINE or word[0].isdigit()


def _respelt(page: TokenTable, changed: list[int], lexicon: Lexicon) -> TokenTable:
    """Respell the tokens at some places as they are usually spelt."""
    usual = _usual_forms(page, frozenset(changed))
    distinct = list(dict.fromkeys(page.words[page.codes[at]] for at in changed))
    general = dict(zip(distinct, _general_forms(distinct, lexicon), strict=True))
    words = dict.fromkeys(page.words)
    number = {word: code for code, word in enumerate(words)}
    codes = page.codes.copy()
    for at in changed:
        word = page.words[codes[at]]
        form = usual.get((int(page.article[at]), word.lower())) or general[word]
        codes[at] = number.setdefault(form, len(number))
    return replace(page, words=tuple(number), codes=codes)


def _usual_forms(page: TokenTable, changed: frozenset[int]) -> dict[tuple[int, str], str]:
    """Spell the words of an article's lines in capitals as it mostly does elsewhere."""
    wanted = {(int(page.article[at]), page.words[page.codes[at]].lower()) for at in changed}
    articles = {article for article, _ in wanted}
    lowered = [word.lower() for word in page.words]
    forms: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for article in sorted(articles):
        start, end = np.searchsorted(page.article, [article, article + 1]).tolist()
        for at, code in enumerate(page.codes[start:end].tolist(), start):
            key = article, lowered[code]
            if key in wanted and at not in changed:
                forms[key][page.words[code]] += 1
    return {key: max(sorted(counts), key=counts.__getitem__) for key, counts in forms.items()}


def _general_forms(words: list[str], lexicon: Lexicon) -> list[str]:
    """Usual spelling of each word by how often it is written so, then by its names."""
    lower = hashes(word.lower() for word in words)
    cases = lexicon.cases.of(lower).tolist()
    flags = lexicon.names.words.of(lower).tolist()
    return [
        _general_form(word, case, flag)
        for word, case, flag in zip(words, cases, flags, strict=True)
    ]


def _general_form(word: str, case: int, flags: int) -> str:
    if case >= _MOSTLY_SHOUTED:
        return word
    if case:
        return word.capitalize() if (case - 1) % _PARTS >= _MOSTLY_CAPITAL else word.lower()
    if flags & _NAMES:
        return word.capitalize()
    if len(word) <= _SHORT or "." in word:
        return word
    return word.capitalize()
