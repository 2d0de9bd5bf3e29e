"""The glossary, and the modules that it names."""

from __future__ import annotations

import re

from commands import ROOT

ROWS = [
    [cell.strip() for cell in line.strip("| \n").split("|")]
    for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and "---" not in line
][1:]


def test_terms_live_where_the_glossary_says() -> None:
    places = [place for _, _, cell in ROWS for place in re.findall(r"`([^`]+)`", cell)]
    assert [place for place in places if not (ROOT / "digest" / place).exists()] == []


def test_each_term_has_one_row_and_rows_are_sorted() -> None:
    terms = [term for term, _, _ in ROWS]
    assert terms == sorted(set(terms), key=str.lower)
