"""Tokens of sentences, as codes side by side with paddings between sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.language.english.entities.words import SHORT_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.text import BoolArray, IntArray

# Initialisms and initials keep their stops, short titles too; words go on over inner hyphens and
# apostrophes, but not into a possessive 's; any other character but a blank is a token.
TOKEN: Final = re.compile(
    r"\b[A-Z]\.(?:[A-Z]\.)+"
    rf"|\b(?:[A-Z]|{SHORT_TITLES})\.(?=\s)"
    r"|[’']s\b"
    r"|\d+(?:[.,:/]\d+)*(?:\w+)?"
    r"|https?://\S+|[@#]\w+"
    r"|\w+(?:(?:[-’'](?!s\b)|&)\w+)*"
    r"|\S"
)
PADDING: Final = "\n"
# Two paddings part the sentences, so that the two tokens around each are always there to be seen.
MARGIN: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class TokenTable:
    """Tokens of some articles, with MARGIN paddings before and after each sentence.

    `words` are the distinct tokens by code, the padding first. `first` and `last` are the bounds
    of the sentences among the tokens, `article` the index of each token's article. `starts` and
    `ends` count characters of the article.
    """

    words: tuple[str, ...]
    codes: IntArray
    starts: IntArray
    ends: IntArray
    article: IntArray
    first: IntArray
    last: IntArray
    opens_line: BoolArray


def token_table(passages: Iterable[tuple[str, Sequence[tuple[int, int]]]]) -> TokenTable:
    """Split each text into tokens within the given spans, its sentences."""
    words: list[str] = [PADDING] * MARGIN
    starts, ends, article = [0] * MARGIN, [0] * MARGIN, [0] * MARGIN
    first, last = [], []
    opening: list[int] = []
    for index, (text, spans) in enumerate(passages):
        previous = 0
        for start, end in spans:
            tokens = [match.span() for match in TOKEN.finditer(text, start, end)]
            first.append(len(words))
            if "\n" in text[previous:start] or not start:
                opening.append(len(words))
            at = len(words)
            words += [text[a:b] for a, b in tokens]
            last.append(len(words))
            starts += [a for a, _ in tokens]
            ends += [b for _, b in tokens]
            if "\n" in text[start:end]:
                opening += [
                    at + i
                    for i, ((_, a), (b, _)) in enumerate(pairwise(tokens), 1)
                    if "\n" in text[a:b]
                ]
            words += [PADDING] * MARGIN
            starts += [end] * MARGIN
            ends += [end] * MARGIN
            article += [index] * (len(words) - len(article))
            previous = end
    code = {word: index for index, word in enumerate(dict.fromkeys(words))}
    lines = np.zeros(len(words), dtype=np.bool_)
    lines[opening] = True
    return TokenTable(
        tuple(code),
        np.fromiter(map(code.__getitem__, words), np.int64, len(words)),
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        np.array(article, dtype=np.int64),
        np.array(first, dtype=np.int64),
        np.array(last, dtype=np.int64),
        lines,
    )
