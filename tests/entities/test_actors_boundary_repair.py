"""Boundary repair: names cut or grown."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import GAZETTEER

from digest.entities.recognition.boundary_repair import cut
from digest.entities.recognition.tokens import token_table
from digest.entities.recognition.viterbi import KINDS, NameSpan

MARKS: Final = {"[": 0, "<": 1, "{": 2}
CUT = {
    "He left [of China] soon": ["China"],
    "<Riga-based Velo> grew": ["Velo"],
    "<San Remo-headquartered Velo> grew": ["Velo"],
    "He met [Tom Reed of Ohio] today": ["Tom Reed"],
    "He met [Prince Otto of Norway] today": ["Prince Otto of Norway"],
    "In [Reed’s Washington] all": ["Reed", "Washington"],
    "<People's Bank> and <Moody's> agreed": ["People's Bank", "Moody's"],
    "So [Ana Ruiz's] car": ["Ana Ruiz"],
    "[I'll] go": [],
    "The <F--king Rocket> flew": [],
    "The F--<king Rocket> flew": [],
    "In New {York} and {York}": ["New York", "York"],
    "The 14 <Corps> and <Corps>": ["14 Corps"],
    "Then <United> failed": [],
    "<Leeds United> won as <United> played": ["Leeds United", "United"],
}


def names(marked: str) -> list[str]:
    text, found = "", []
    spans = []
    for character in marked:
        if character in MARKS:
            start, kind = len(text), MARKS[character]
        elif character in "]>}":
            spans.append((start, len(text), kind))
        else:
            text += character
    page = token_table([(text, [(0, len(text))])])
    for start, end, kind in spans:
        inside = [
            at
            for at, (a, b) in enumerate(zip(page.starts, page.ends, strict=True))
            if start <= a < b <= end
        ]
        found.append(NameSpan(inside[0], inside[-1], kind))
    return [
        text[int(page.starts[s.first]) : int(page.ends[s.last])]
        for s in cut(page, found, GAZETTEER)
    ]


@pytest.mark.parametrize(("marked", "left"), CUT.items())
def test_names_are_cut_or_grown(marked: str, left: list[str]) -> None:
    assert names(marked) == left


@given(
    st.lists(st.sampled_from(["of", "'s", "Ana", "York", "New", "Corps", "14", "China"])),
    st.integers(0, 2),
)
def test_what_is_cut_stays_in_order_and_apart(words: list[str], kind: int) -> None:
    page = token_table([(" ".join(words), [(0, len(" ".join(words)))])])
    found = [NameSpan(at, at, kind) for at in range(int(page.first[0]), int(page.last[0]))]
    ends = [bound for span in cut(page, found, GAZETTEER) for bound in (span.first, span.last + 1)]
    assert (ends, len(KINDS)) == (sorted(ends), 3)
