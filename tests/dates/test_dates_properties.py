"""What holds of any text: spans slice back, in order and apart, and nothing is raised."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.dates import find_dates
from digest.language.english.dates import DATE_RULES
from digest.text import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.model import DateMention

    Split = Callable[[str], Sequence[tuple[int, int]]]

WRITTEN_ONCE = date(2020, 7, 15)
PHRASES = [rule.example.partition("[")[2].partition("]")[0] for rule in DATE_RULES.rules] + [
    word for piece in DATE_RULES.pieces.values() for word in piece.words
]
NEWS = [
    "Ministers said on Tuesday that the talks, which were to end on May 3, will go on until July.",
    "The bank's third-quarter loss was $1.2 billion, more than in the year-ago period.",
    "From February 3 to 7 the fair drew 1,990 guests a day, at 9 a.m. EST Monday above all.",
    "He was 45 years old when the 1987 treaty, signed on 8 December, ended a five-year quarrel.",
    "“We may march again in March”, Ms May told the Sun last night; it's now or never.",
    "Since the late 1990s they've met every other week, most recently in the summer of '98.",
    "Sales rose by half an hour’s worth in 2009-2010, two decades after the 18th century’s end.",
    "MOSCOW, June 23 (Wire) — The parade will be held tomorrow at noon Friday, UTC 16:15.",
    "In 490 BC they fled; the following year, about three and a half months later, all was over.",
    "Last year's first quarter ended Sept. 30, 2019, or 30/09/2019, or 2019-09-30T23:59:59Z.",
    "By early August, at least five days before Christmas Eve, up to 2 of 3 weeks were lost.",
]
ODD = [
    "\x00", "\u00a0", "\u2028", "\u200b", "\ufeff", "\u0301", "ſ", "İ", "ı", "K", "½", "²", "٣",
    "１９", "²⁰²⁰", "\ud800", "😀", "ﬁ", "’", "–", "—", "\r\n", "\t", "\n\n", "''", "((", "..",
]  # fmt: skip
PIECE_OF_TEXT = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from(["will", "was", "'s", ".", ",", "-", "–", "of", "in", "the", "\n", "1", "31"]),
    st.sampled_from(ODD),
    st.integers(0, 99999).map(str),
    st.text(max_size=4),
)
# What a rule begins with, over and over, and what makes it look far ahead or back.
NASTY = [
    "1 1 1 1 ", "on on on ", "1234567890", "12:30:", "half a ", "'80s'80s", "Monday ", "3-3 May-",
    "in the year ", "January 1, ", "2009-2010", "the same day ", "two hundred and ", "2 1/2 ",
    "a year earlier ", "early late ", "will to ", "said ", "\n", " ", ". ", "é", "٣",
]  # fmt: skip
LOOKING_BACK = "They met on May 3, 1863. Sales fell in the quarter, and profit the next day. "
LONG = 200_000
EXAMPLES = 100 * settings().max_examples
LEAST_SECONDS = 0.0005
EDITS: list[Callable[[str, int, int, str], str]] = [
    lambda text, i, j, other: text[:i] + other[j:],  # splice
    lambda text, i, j, _: text[:i] + text[j:],  # delete
    lambda text, i, j, _: text[:j] + text[i:j] + text[j:],  # duplicate
    lambda text, i, j, _: text[i:j] + text[:i] + text[j:],  # swap
    lambda text, i, _, other: text[:i] + other + text[i:],  # insert
    lambda text, i, j, other: text[:i] + other.join(text[i:j]) + text[j:],  # part the letters
    lambda text, i, j, _: text[:i] + text[i:j].upper() + text[j:],
    lambda text, i, j, _: text[:i] + text[i:j].lower() + text[j:],
    lambda text, i, j, _: text[:i] + text[i:j][::-1] + text[j:],
    lambda text, i, j, _: text[:i] + text[i:j].replace(" ", "") + text[j:],
]
EDIT = st.tuples(
    st.sampled_from(EDITS),
    st.integers(0, 120),
    st.integers(0, 40),
    st.one_of(st.sampled_from(ODD), st.sampled_from(PHRASES), st.sampled_from(NEWS)),
)


def whole(text: str) -> list[tuple[int, int]]:
    """One sentence, however long."""
    return [(0, len(text))]


def mutated(
    news: list[str], edits: list[tuple[Callable[[str, int, int, str], str], int, int, str]]
) -> str:
    """Sentences of news after so many edits, which keep the text short."""
    text = " ".join(news)
    for edit, start, length, other in edits:
        text = edit(text, start, start + length, other)[:1000]
    return text


MUTATED = st.builds(
    mutated,
    st.lists(st.sampled_from(NEWS), min_size=1, max_size=3),
    st.lists(EDIT, min_size=1, max_size=6),
)
TEXT = st.one_of(st.text(), st.lists(PIECE_OF_TEXT, max_size=30).map(" ".join), MUTATED, MUTATED)
WRITTEN = st.one_of(
    st.dates(),
    st.sampled_from([date.min, date(1, 3, 1), date(2020, 2, 29), date(9999, 11, 30), date.max]),
)


@settings(max_examples=EXAMPLES)
@given(text=TEXT, written=WRITTEN, split=st.booleans())
def test_spans_slice_back_in_order_and_apart(text: str, written: date, split: bool) -> None:
    """Each mention's text is its slice, and begins where the one before ended or later."""
    sentences = sentence_spans(text) if split else [(0, len(text))]
    mentions = find_dates(text, written, sentences)
    assert [mention.text for mention in mentions] == [
        text[mention.start : mention.end] for mention in mentions
    ]
    ends = [0, *(mention.end for mention in mentions)]
    assert all(
        end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False)
    )


@given(text=TEXT, cuts=st.sets(st.integers(0, 200), min_size=1, max_size=6))
def test_mentions_lie_in_the_sentences_asked_for(text: str, cuts: set[int]) -> None:
    """No mention reaches out of its sentence, wherever the sentences are cut."""
    places = [*sorted(cut for cut in cuts if cut < len(text)), len(text)]
    sentences = list(pairwise(places))
    mentions = find_dates(text, WRITTEN_ONCE, sentences)
    holding = [
        sum(start <= mention.start and mention.end <= end for start, end in sentences)
        for mention in mentions
    ]
    assert holding == [1] * len(mentions)


@given(text=TEXT)
def test_same_text_gives_the_same_mentions(text: str) -> None:
    """Nothing is remembered from one article to the next."""

    def read() -> tuple[DateMention, ...]:
        return find_dates(text, WRITTEN_ONCE, [(0, len(text))])

    assert read() == read()


@pytest.mark.parametrize("unit", NASTY)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long: squared, it would be 64 times."""

    def grown() -> float:
        return seconds(unit, LONG) / max(seconds(unit, LONG // 8), LEAST_SECONDS)

    seconds(unit, 1000)
    # What else the machine does can make any one try look worse, and none look better.
    assert any(grown() < 14 for _ in range(5))


def test_time_is_linear_in_the_sentences() -> None:
    """So it is where each sentence looks back at those before."""

    def grown() -> float:
        return seconds(LOOKING_BACK, LONG, sentence_spans) / max(
            seconds(LOOKING_BACK, LONG // 8, sentence_spans), LEAST_SECONDS
        )

    assert any(grown() < 14 for _ in range(5))


def seconds(unit: str, length: int, split: Split = whole) -> float:
    """Processor time for a text that repeats the unit up to a length, already split."""
    text = (unit * (length // len(unit) + 1))[:length]
    sentences = split(text)
    start = time.process_time()
    find_dates(text, WRITTEN_ONCE, sentences)
    return time.process_time() - start
