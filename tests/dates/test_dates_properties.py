"""What holds of any text: spans slice back, in order and apart, and nothing is raised."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.dates import find_dates
from digest.dates.english import ENGLISH

if TYPE_CHECKING:
    from digest.model import DateMention

PHRASES = [rule.example.partition("[")[2].partition("]")[0] for rule in ENGLISH.rules] + [
    word for piece in ENGLISH.pieces.values() for word in piece.words
]
PIECE_OF_TEXT = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from(["will", "was", "'s", ".", ",", "-", "–", "of", "in", "the", "\n", "1", "31"]),
    st.integers(0, 99999).map(str),
    st.text(max_size=4),
)
TEXT = st.one_of(st.text(), st.lists(PIECE_OF_TEXT, max_size=30).map(" ".join))
WRITTEN = st.one_of(
    st.dates(),
    st.sampled_from([date.min, date(1, 3, 1), date(2020, 2, 29), date(9999, 11, 30), date.max]),
)


@given(text=TEXT, written=WRITTEN)
def test_spans_slice_back_in_order_and_apart(text: str, written: date) -> None:
    """Each mention's text is its slice, and begins where the one before ended or later."""
    mentions = find_dates(text, written, [(0, len(text))])
    assert [mention.text for mention in mentions] == [
        text[mention.start : mention.end] for mention in mentions
    ]
    ends = [0, *(mention.end for mention in mentions)]
    assert all(
        end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False)
    )


@given(text=TEXT, cut=st.integers(0, 200))
def test_mentions_lie_in_the_sentences_asked_for(text: str, cut: int) -> None:
    """No mention reaches out of its sentence."""
    start, end = min(cut, len(text)), len(text)
    mentions = find_dates(text, date(2020, 7, 15), [(start, end)])
    assert all(start <= mention.start and mention.end <= end for mention in mentions)


@given(text=TEXT)
def test_same_text_gives_the_same_mentions(text: str) -> None:
    """Nothing is remembered from one article to the next."""

    def read() -> tuple[DateMention, ...]:
        return find_dates(text, date(2020, 7, 15), [(0, len(text))])

    assert read() == read()


@pytest.mark.parametrize(
    "unit",
    ["1 1 1 1 ", "on on on ", "1234567890", "12:30:", "half a ", "'80s'80s", "Monday ", "3-3 May-"],
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than about eight times as long."""

    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        find_dates(text, date(2020, 7, 15), [(0, length)])
        return time.process_time() - start

    seconds(1000)
    short = max(min(seconds(8_000) for _ in range(3)), 0.001)
    assert seconds(64_000) < 8 * 4 * short
