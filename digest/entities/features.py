"""The features of each token that depend on where it stands, as buckets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import numpy as np

from digest.entities import bits
from digest.entities.capitals import capital_runs, linked_runs
from digest.entities.document import KINDS_OF_EVIDENCE, evidence
from digest.entities.gazetteer import matches
from digest.entities.hashing import HashArray, buckets, hashes, joined
from digest.entities.spelling import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from digest.entities.capitals import Runs
    from digest.entities.spelling import Knowledge, Words
    from digest.entities.tokens import Page
    from digest.text import BoolArray, IntArray

Number = TypeVar("Number", bound=np.generic)
_SALT: Final = 1000
_OPENING_MARKS: Final = ('"', "“", "‘", "'", "(", ":", "-", "—", "–", "*", "•")
_HEADLINE_WORDS: Final = 4
_LONG: Final = 4
_CUES: Final = (
    bits.TITLE | bits.TITLE_PART | bits.GIVEN | bits.SURNAME | bits.ORGANISATION_WORD | bits.SUFFIX
    | bits.PLACE_WORD | bits.PLACE_OPENING | bits.EVENT | bits.PLACE | bits.ORGANISATION
    | bits.DEMONYM | bits.CALLING | bits.VERB | bits.QUALIFIER | bits.NOT_NAME | bits.OPENER
    | bits.COMMON
)  # fmt: skip


def place_features(
    page: Page, words: Words, known: Knowledge, shouting: IntArray, tokens: IntArray
) -> Iterator[HashArray]:
    """The buckets of one family after the other for some tokens: (tokens,) each."""
    for number, family in enumerate(_families(page, words, known, shouting, tokens)):
        yield buckets(family.astype(np.uint32), _SALT + number)


def openings(page: Page, words: Words) -> BoolArray:
    """Whether a token's capital may be its place's: it opens a sentence, line or quotation."""
    opening = page.opens_line.copy()
    opening[page.first[page.first < page.last]] = True
    marks = np.isin(words.lower, hashes(_OPENING_MARKS))[page.codes]
    after = np.roll(opening, 1) & np.roll(marks, 1)
    quoted = np.isin(words.lower, hashes(('"', "“", "‘", ":", "•", "*")))[page.codes]
    return opening | after | np.roll(quoted, 1)


def headlines(page: Page, words: Words, shouting: IntArray) -> IntArray:
    """For each token 2 in a sentence that shouted, 1 where all long words have capitals, else 0."""
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


class _Seen(NamedTuple):
    """What is known of every token of a page, and the tokens whose features are asked for."""

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
        """The values of the tokens beside."""
        return values[self.tokens + offset]


def _families(
    page: Page, words: Words, known: Knowledge, shouting: IntArray, tokens: IntArray
) -> Iterator[IntArray | HashArray]:
    codes = page.codes
    seen = _Seen(
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
    telling = evidence(page, words, wide, seen.opening)
    place = (seen.opening + 2 * seen.headline + 8 * seen.shape)[tokens]
    yield from _of_neighbours(seen, place)
    yield from _of_names(seen, place, matches(known.gazetteer, seen.lower, seen.capital))
    yield words.case[codes[tokens]] * 128 + place
    yield from _of_run(seen, capital_runs(page, words))
    yield _two_before(seen, capital_runs(page, words))
    yield from _of_run(seen, wide)
    yield from _of_article(seen, place, telling)


def _pair(one: NDArray[np.integer], other: NDArray[np.integer]) -> HashArray:
    return joined(one.astype(np.uint32), other.astype(np.uint32))


def _of_neighbours(seen: _Seen, place: IntArray) -> Iterator[IntArray | HashArray]:
    """Shapes, words and clusters around."""
    shapes = {offset: seen.at(seen.shape, offset) for offset in (-2, -1, 0, 1, 2)}
    yield place
    yield shapes[0] + 16 * shapes[-1] + 256 * shapes[1]
    yield place + 128 * shapes[1]
    yield shapes[-1] + 16 * shapes[-2] + 256 * shapes[0]
    yield shapes[0] + 16 * shapes[1] + 256 * shapes[2]
    before, own, after = (seen.at(seen.lower, offset) for offset in (-1, 0, 1))
    yield _pair(before, own)
    yield _pair(own, after)
    yield _pair(before, place)
    yield _pair(after, place)
    yield _pair(before, after)
    capital = seen.at(seen.capital, 0).astype(np.uint32)
    fine, coarse = seen.cluster >> 16 & 255, seen.cluster >> 10 & 63
    yield _pair(seen.at(fine, -1), seen.at(fine, 0)) * np.uint32(2) + capital
    yield _pair(seen.at(fine, 0), seen.at(fine, 1)) * np.uint32(2) + capital
    yield _pair(_pair(seen.at(coarse, -1), seen.at(coarse, 1)), shapes[0])


def _of_names(seen: _Seen, place: IntArray, match: IntArray) -> Iterator[IntArray | HashArray]:
    """Known names that the token stands in or beside, and cues."""
    shape, capital = seen.at(seen.shape, 0), seen.at(seen.capital, 0).astype(np.uint32)
    own = seen.at(match, 0)
    yield own
    yield own * 16 + shape
    yield seen.at(match, -1) * 8 + (own > 0)
    yield seen.at(match, 1) * 8 + (own > 0)
    before, flags, after = (seen.at(seen.flags, offset) for offset in (-1, 0, 1))
    yield _pair(flags, place)
    yield _pair(flags, after)
    yield _pair(before, flags)
    yield _pair(before, after) * np.uint32(16) + shape.astype(np.uint32)
    before, cues, after = (seen.at(seen.cues, offset) & _CUES for offset in (-1, 0, 1))
    yield _pair(cues, after) * np.uint32(2) + capital
    yield _pair(before, cues) * np.uint32(2) + capital


def _of_run(seen: _Seen, run: Runs) -> Iterator[IntArray | HashArray]:
    """The run that the token stands in, and what stands around it; 0 where it stands in none."""
    token = seen.tokens
    inside, first, last = run.inside[token], run.first[token], run.last[token]
    within = inside.astype(np.uint32)
    length = np.minimum(last - first, 6)
    where = 1 + np.minimum(token - first, 3) + 4 * np.minimum(last - token, 3)
    where = np.where(inside, where, 0)
    ends = inside * (1 + (token == first) + 2 * (token == last))
    yield where + 32 * length
    yield _pair(where, (2 * seen.headline)[token] + seen.opening[first])
    yield _pair(seen.lower[first], ends) * within
    yield _pair(seen.lower[last], ends) * within
    yield _pair(seen.flags[first], where) * within
    yield _pair(seen.flags[last], where) * within
    yield _pair(seen.cues[first] & _CUES, where) * within
    yield _pair(seen.cues[last] & _CUES, where) * within
    yield _pair(_pair(seen.flags[first], seen.flags[last]), length) * within
    before, after = first - 1, last + 1
    yield _pair(seen.lower[before], ends) * within
    yield _pair(seen.lower[after], ends) * within
    yield _pair(_pair(seen.lower[before], seen.lower[after]), length) * within
    yield _pair(seen.cues[before] & _CUES, ends) * within
    yield _pair(seen.cues[after] & _CUES, ends) * within
    coarse = seen.cluster >> 10 & 63
    yield _pair(coarse[before], ends + 4 * length) * within
    yield _pair(coarse[after], ends + 4 * length) * within


def _two_before(seen: _Seen, run: Runs) -> HashArray:
    """The two words before the run."""
    token = seen.tokens
    inside, first, last = run.inside[token], run.first[token], run.last[token]
    ends = inside * (1 + (token == first) + 2 * (token == last))
    words = _pair(seen.lower[first - 2], seen.lower[first - 1])
    return _pair(words, ends) * inside.astype(np.uint32)


def _of_article(seen: _Seen, place: IntArray, telling: IntArray) -> Iterator[IntArray | HashArray]:
    """What the rest of the article says."""
    shape, capital = seen.at(seen.shape, 0), seen.at(seen.capital, 0)
    own = seen.at(telling, 0)
    yield own * 2 + capital
    yield own * 128 + place
    for bit in range(KINDS_OF_EVIDENCE):
        yield (own >> bit & 1) * place
    yield _pair(seen.at(telling, -1), capital * 16 + shape)
    yield _pair(seen.at(telling, 1), capital * 16 + shape)
