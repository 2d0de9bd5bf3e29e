"""Every row of the English table does what its example says, and keeps the table's rules."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from digest.dates.finding import read_dates
from digest.language.english.dates import DATE_RULES

if TYPE_CHECKING:
    from digest.language.date_rules import Rule

WRITTEN = date(2020, 7, 15)


def example_name(rule: Rule) -> str:
    return rule.example


@pytest.mark.parametrize("rule", DATE_RULES.rules, ids=example_name)
def test_example_is_read_by_its_own_row(rule: Rule) -> None:
    """The bracketed phrase of a row's example is read by that row, with the expected value."""
    before, phrase, after = re.split(r"[\[\]]", rule.example)
    text = before + phrase + after
    found = [
        (
            reading.mention.text,
            f"{reading.mention.type} {reading.mention.value} {reading.mention.mod}".strip(),
            reading.mention.start,
        )
        for reading in read_dates(text, WRITTEN, [(0, len(text))], DATE_RULES)
        if reading.rule is rule
    ]
    assert found == [(phrase, rule.expected, len(before))]


@pytest.mark.parametrize("rule", DATE_RULES.rules, ids=example_name)
def test_no_repetition_is_unbounded(rule: Rule) -> None:
    """A row's time is bounded, so that of a text is linear in its length."""
    outside_classes = re.sub(r"\\.|\[[^\]]*\]", "", rule.pattern)
    assert re.findall(r"[*+]|,\}", outside_classes) == []


@pytest.mark.parametrize("rule", DATE_RULES.rules, ids=example_name)
def test_groups_do_not_capture(rule: Rule) -> None:
    """The one group that captures tells which row matched."""
    assert re.findall(r"(?<!\\)\((?!\?)|\(\?P", rule.pattern) == []


@pytest.mark.parametrize("piece", DATE_RULES.pieces, ids=str)
def test_piece_shapes_are_bounded(piece: str) -> None:
    """A piece's shape has no unbounded repetition either."""
    outside_classes = re.sub(r"\\.|\[[^\]]*\]", "", DATE_RULES.pieces[piece].shape)
    assert re.findall(r"[*+]|,\}", outside_classes) == []


def test_examples_are_not_repeated() -> None:
    """Every row has an example of its own, by which it can be named."""
    examples = [rule.example for rule in DATE_RULES.rules]
    assert sorted(set(examples)) == sorted(examples)
