"""Features of each token in its context, as buckets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import numpy as np

from digest.entities.cues import CONTEXT_CUES
from digest.entities.recognition.document_features import (
    KINDS_OF_EVIDENCE,
    capital_runs,
    evidence,
    linked_runs,
)
from digest.entities.recognition.lexicon import HashArray, buckets, hashes, joined, longest_matches
from digest.entities.recognition.word_shape import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from digest.entities.recognition.document_features import Runs
    from digest.entities.recognition.lexicon import Lexicon
    from digest.entities.recognition.tokens import TokenTable
    from digest.entities.recognition.word_shape import Words
    from digest.text import BoolArray, IntArray

Number = TypeVar("Number", bound=np.generic)
_SALT: Final = 1000
_OPENING_MARKS: Final = ('"', "“", "‘", "'", "(", ":", "-", "—", "–", "*", "•")
_HEADLINE_WORDS: Final = 4
_LONG: Final = 4


def context_features(
    page: TokenTable, words: Words, lexicon: Lexicon, shouting: IntArray, tokens: IntArray
) -> Iterator[HashArray]:
    """Buckets of one family after the other for some tokens: (tokens,) each."""
    for number, family in enumerate(_families(page, words, lexicon, shouting, tokens)):
        yield buckets(family.astype(np.uint32), _SALT + number)


def openings(page: TokenTable, words: Words) -> BoolArray:
    """Mask tokens that open a sentence, line or quotation, so that a capital says nothing."""
    opening = page.opens_line.copy()
    opening[page.first[page.first < page.last]] = True
    marks = np.isin(words.lower, hashes(_OPENING_MARKS))[page.codes]
    after = np.roll(opening, 1) & np.roll(marks, 1)
    quoted = np.isin(words.lower, hashes(('"', "“", "‘", ":", "•", "*")))[page.codes]
    return opening | after | np.roll(quoted, 1)


def headlines(page: TokenTable, words: Words, shouting: IntArray) -> IntArray:
    """For each token 2 in a line in capitals, 1 where all long words have capitals, else 0."""
    long = np.fromiter(map(len, page.words), np.int64, len(page.words)) >= _LONG
    small = (long & (words.shape == SMALL))[page.codes]
    capital = (words.capital > 0)[page.codes]
    at = np.append(0, page.first)
    sentence = np.repeat(np.arange(len(at)), np.diff(np.append(at, len(page.codes))))
    some_small = np.bincount(sentence[small], minlength=len(at)) > 0
    capitals = np.bincount(sentence[capital], minlength=len(at))
    kind = np.where(~some_small & (capitals >= _HEADLINE_WORDS), 1, 0)
    kind[1:][shouting == 1] = 2
    return kind[sentence]


class _Attributes(NamedTuple):
    """Attributes of every token of a page, and the tokens whose features are asked for."""

    tokens: IntArray
    lower: HashArray
    shape: IntArray
    capital: IntArray
    flags: IntArray
    cues: IntArray
    cluster: IntArray
    opening: BoolArray
    headline: IntArray

    def at(self, values: NDArray[Number], offset: int) -> NDArray[Number]:
        """Values of the tokens beside."""
        return values[self.tokens + offset]


def _families(
    page: TokenTable, words: Words, lexicon: Lexicon, shouting: IntArray, tokens: IntArray
) -> Iterator[IntArray | HashArray]:
    codes = page.codes
    around = _Attributes(
        tokens,
        words.lower[codes].astype(np.uint32),
        words.shape[codes],
        words.capital[codes],
        words.flags[codes],
        words.cues[codes],
        words.cluster[codes],
        openings(page, words),
        headlines(page, words, shouting),
    )
    wide = linked_runs(page, words)
    evidenced = evidence(page, words, wide, around.opening)
    place = (around.opening + 2 * around.headline + 8 * around.shape)[tokens]
    yield from _of_neighbours(around, place)
    yield from _of_names(
        around, place, longest_matches(lexicon.names, around.lower, around.capital)
    )
    yield words.case[codes[tokens]] * 128 + place
    yield from _of_run(around, capital_runs(page, words))
    yield _two_before(around, capital_runs(page, words))
    yield from _of_run(around, wide)
    yield from _of_article(around, place, evidenced)


def _pair(one: NDArray[np.integer], other: NDArray[np.integer]) -> HashArray:
    return joined(one.astype(np.uint32), other.astype(np.uint32))


def _of_neighbours(around: _Attributes, place: IntArray) -> Iterator[IntArray | HashArray]:
    """Shapes, words and clusters around."""
    shapes = {offset: around.at(around.shape, offset) for offset in (-2, -1, 0, 1, 2)}
    yield place
    yield shapes[0] + 16 * shapes[-1] + 256 * shapes[1]
    yield place + 128 * shapes[1]
    yield shapes[-1] + 16 * shapes[-2] + 256 * shapes[0]
    yield shapes[0] + 16 * shapes[1] + 256 * shapes[2]
    before, own, after = (around.at(around.lower, offset) for offset in (-1, 0, 1))
    yield _pair(before, own)
    yield _pair(own, after)
    yield _pair(before, place)
    yield _pair(after, place)
    yield _pair(before, after)
    capital = around.at(around.capital, 0).astype(np.uint32)
    fine, coarse = around.cluster >> 16 & 255, around.cluster >> 10 & 63
    yield _pair(around.at(fine, -1), around.at(fine, 0)) * np.uint32(2) + capital
    yield _pair(around.at(fine, 0), around.at(fine, 1)) * np.uint32(2) + capital
    yield _pair(_pair(around.at(coarse, -1), around.at(coarse, 1)), shapes[0])


def _of_names(
    around: _Attributes, place: IntArray, match: IntArray
) -> Iterator[IntArray | HashArray]:
    """Known names around the token and beside it, and cues."""
    shape, capital = around.at(around.shape, 0), around.at(around.capital, 0).astype(np.uint32)
    own = around.at(match, 0)
    yield own
    yield own * 16 + shape
    yield around.at(match, -1) * 8 + (own > 0)
    yield around.at(match, 1) * 8 + (own > 0)
    before, flags, after = (around.at(around.flags, offset) for offset in (-1, 0, 1))
    yield _pair(flags, place)
    yield _pair(flags, after)
    yield _pair(before, flags)
    yield _pair(before, after) * np.uint32(16) + shape.astype(np.uint32)
    before, cues, after = (around.at(around.cues, offset) & CONTEXT_CUES for offset in (-1, 0, 1))
    yield _pair(cues, after) * np.uint32(2) + capital
    yield _pair(before, cues) * np.uint32(2) + capital


def _of_run(around: _Attributes, run: Runs) -> Iterator[IntArray | HashArray]:
    """Token's run of capitals and its neighbours; 0 where it has none."""
    token = around.tokens
    inside, first, last = run.inside[token], run.first[token], run.last[token]
    within = inside.astype(np.uint32)
    length = np.minimum(last - first, 6)
    where = 1 + np.minimum(token - first, 3) + 4 * np.minimum(last - token, 3)
    where = np.where(inside, where, 0)
    ends = inside * (1 + (token == first) + 2 * (token == last))
    yield where + 32 * length
    yield _pair(where, (2 * around.headline)[token] + around.opening[first])
    yield _pair(around.lower[first], ends) * within
    yield _pair(around.lower[last], ends) * within
    yield _pair(around.flags[first], where) * within
    yield _pair(around.flags[last], where) * within
    yield _pair(around.cues[first] & CONTEXT_CUES, where) * within
    yield _pair(around.cues[last] & CONTEXT_CUES, where) * within
    yield _pair(_pair(around.flags[first], around.flags[last]), length) * within
    before, after = first - 1, last + 1
    yield _pair(around.lower[before], ends) * within
    yield _pair(around.lower[after], ends) * within
    yield _pair(_pair(around.lower[before], around.lower[after]), length) * within
    yield _pair(around.cues[before] & CONTEXT_CUES, ends) * within
    yield _pair(around.cues[after] & CONTEXT_CUES, ends) * within
    coarse = around.cluster >> 10 & 63
    yield _pair(coarse[before], ends + 4 * length) * within
    yield _pair(coarse[after], ends + 4 * length) * within


def _two_before(around: _Attributes, run: Runs) -> HashArray:
    """Two words before the run."""
    token = around.tokens
    inside, first, last = run.inside[token], run.first[token], run.last[token]
    ends = inside * (1 + (token == first) + 2 * (token == last))
    words = _pair(around.lower[first - 2], around.lower[first - 1])
    return _pair(words, ends) * inside.astype(np.uint32)


def _of_article(
    around: _Attributes, place: IntArray, evidenced: IntArray
) -> Iterator[IntArray | HashArray]:
    """Evidence from the rest of the article."""
    shape, capital = around.at(around.shape, 0), around.at(around.capital, 0)
    own = around.at(evidenced, 0)
    yield own * 2 + capital
    yield own * 128 + place
    for bit in range(KINDS_OF_EVIDENCE):
        yield (own >> bit & 1) * place
    yield _pair(around.at(evidenced, -1), capital * 16 + shape)
    yield _pair(around.at(evidenced, 1), capital * 16 + shape)
