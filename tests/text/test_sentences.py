"""Sentence boundaries: the gold passages, and what holds for any text."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.sentences import sentence_spans

GOLD = Path(__file__).with_name("sentences.txt").read_text("utf-8")
BLOCKS = re.split(r"^== (.*)\n", GOLD, flags=re.MULTILINE)[1:]
PASSAGES = dict(zip(BLOCKS[::2], BLOCKS[1::2], strict=True))

BITS = (
    *("Gen", "Lt", "U.S", "St", "No", "p.m", "e.g", "Inc", "Yahoo", "J", "I", "The", "He", "said"),
    *("asked", "word", "London", "iPhone", "www.x.org/a.B", "a.b@c.org", "1", "3.5", "2019", "$2"),
    *(".", ".", "...", "…", "!", "?", "?!", ",", ":", "-", "—", "•", "1.", "2)", "[3]", "。"),
    *("“", "”", "‘", "’", '"', "'", "`", "(", ")", "[", "]", "«", "»"),
    *(" ", " ", " ", "  ", "\u00a0", "\t", "\x00", "\x1f", "\u200b", "\u202e"),
)
BREAKS = ("\n", "\n", "\n\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\n \n")
IN_LINE = st.lists(st.sampled_from(BITS), max_size=40).map("".join)
WITH_LINES = st.lists(st.sampled_from((*BITS, *BREAKS, "long words fill a line " * 3)), max_size=40)
ANY = st.one_of(st.text(), WITH_LINES.map("".join))


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=PASSAGES)
def test_gold(passage: str) -> None:
    """A passage's sentences are those its author marked."""
    text = passage.strip("\n").replace("|", "")
    marked = re.split(r"\||\n\s*\n", passage)
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        sentence.strip() for sentence in marked if sentence.strip()
    ]


@given(ANY)
def test_spans_hold_what_is_not_blank(text: str) -> None:
    """Joined, the spans are the text without the blanks between sentences and nothing else."""
    spans = sentence_spans(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    between = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    assert edges == sorted(edges)
    assert "".join(between).strip() == ""


@given(ANY)
def test_spans_have_no_blanks_at_their_ends(text: str) -> None:
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    assert sentences == [sentence.strip() for sentence in sentences if sentence.strip()]


@given(ANY)
def test_blanks_around_a_text_change_nothing(text: str) -> None:
    text = text.strip()
    assert sentence_spans(f" \n\t{text}\n \n") == [
        (start + 3, end + 3) for start, end in sentence_spans(text)
    ]


@given(IN_LINE)
def test_a_sentence_is_one_sentence(text: str) -> None:
    """Where no line ends, each sentence by itself is left whole."""
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    assert [sentence_spans(sentence) for sentence in sentences] == [
        [(0, len(sentence))] for sentence in sentences
    ]


@given(st.lists(st.text(), max_size=8))
def test_a_blank_line_ends_a_sentence(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    assert not [sentence for sentence in sentences if re.search(r"\n\s*\n", sentence)]


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "a",
            " ",
            "\n",
            ".",
            ". ",
            "…",
            "(",
            '."',
            "a.B",
            "A. ",
            "1. ",
            "!” ",
            "!” A ",
            "?” Al.A ",
        ),
        *(
            "a\n",
            "A,\n",
            "\r",
            "\r\n",
            "- A\n",
            "a b c d e f g h i j k l m n o p q r s t u v w x\n",
        ),
        *("U.S. Army of ", ". [1]", "x@y.z", "www.", "Mr. Smith said. ", "...a"),
    ],
    ids=repr,
)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes nothing like the 64 times that squared growth would."""
    short, long = (_seconds("A" + unit * (size // len(unit)) + "b") for size in (40_000, 320_000))
    assert long < 30 * short + 0.05


def _seconds(text: str) -> float:
    begun = time.process_time()
    sentence_spans(text)
    return time.process_time() - begun
