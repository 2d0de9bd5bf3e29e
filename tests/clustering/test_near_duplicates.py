"""Which articles repeat another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import article, corpus

from digest.clustering.near_duplicates import BATCH_TEXTS, agency, find_reprints, overlaps
from digest.model import Reprint

WIRE = (
    "Workers in the quarry above Oldmere struck on Monday over unpaid wages. Their union says that "
    "the owners owe four months to two hundred people. The owners asked for a week to answer."
)
LOCAL = (
    "Nobody has cut a stone above Oldmere since Monday, when the night shift sat down at the gate. "
    "The owners were given until noon and let it pass. Bread came from the parish kitchen."
)


def evidence(*texts: str) -> list[tuple[str, str, str]]:
    """Reprints of articles a, b, c …: which, of which, and the agency."""
    made = corpus(*(article(text, name) for name, text in zip("abcdef", texts, strict=False)))
    return [(one.article.id, one.of.id, one.agency) for one in find_reprints(made.texts)]


def test_the_same_text_is_a_reprint_with_the_whole_overlap() -> None:
    made = corpus(article(WIRE, "a"), article(WIRE, "b"))
    one, other = (text.article for text in made.texts)
    assert find_reprints(made.texts) == (Reprint(other, one, 1.0, ""),)


def test_a_shortened_copy_is_a_reprint() -> None:
    assert evidence(WIRE, WIRE.rpartition(" The owners")[0]) == [("b", "a", "")]


def test_another_writer_is_a_source_of_his_own() -> None:
    assert evidence(WIRE, LOCAL) == []


def test_a_shared_agency_needs_less_overlap() -> None:
    """The same cut of the wire with as much local copy: a reprint only under the agency's name."""
    cut = WIRE.partition(". ")[0]
    one, other = f"{cut}. {LOCAL}", f"{WIRE} {WIRE[::-1]}"
    dateline = "OLDMERE (Hill Wire) — "
    assert (evidence(other, one), evidence(dateline + other, dateline + one)) == (
        [],
        [("b", "a", "Hill Wire")],
    )


def test_what_is_repeated_is_never_itself_a_reprint() -> None:
    assert evidence(WIRE, WIRE, WIRE) == [("b", "a", ""), ("c", "a", "")]


def test_copies_are_known_beyond_what_is_compared_at_once() -> None:
    names = [f"{number:04}" for number in range(2 * BATCH_TEXTS + 2)]
    made = corpus(*(article((WIRE, LOCAL)[int(name) % 2], name) for name in names))
    found = [(one.article.id, one.of.id) for one in find_reprints(made.texts)]
    assert found == [(name, names[int(name) % 2]) for name in names[2:]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("OLDMERE, Sept 3 (Hill Wire) - The quarry is shut.", "Hill Wire"),
        ("The quarry (above Oldmere) is shut.", ""),
        ("OLDMERE — The quarry is shut.", ""),
    ],
)
def test_the_agency_stands_in_brackets_before_the_dash(text: str, name: str) -> None:
    assert agency(text) == name


@given(st.lists(st.lists(st.integers(0, 3), max_size=12), min_size=1, max_size=4))
def test_overlaps_are_symmetric_shares(texts: list[list[int]]) -> None:
    found = overlaps([np.array(text, dtype=np.int64) for text in texts])
    whole = [float(len(text) >= 5) for text in texts]
    assert (found.tolist() == found.T.tolist(), np.diag(found).tolist()) == (True, whole)
    assert ((found >= 0) & (found <= 1)).all()
