"""The tables are well made."""

from __future__ import annotations

from importlib.resources import files

import pytest

from digest.entities.tables import load_tables

TABLES = files("digest.entities") / "tables"
LISTS = sorted(path.name for path in TABLES.iterdir() if path.name.endswith(".txt"))
OF_SEVERAL_WORDS = ("bodies.txt", "places.txt", "titles.txt", "role_words.txt")


def lines(name: str) -> list[str]:
    text = (TABLES / name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_stands_twice_in_a_list(name: str) -> None:
    entries = [entry.strip() for line in lines(name) for entry in line.rstrip(",").split(",")]
    assert entries == list(dict.fromkeys(entries))


@pytest.mark.parametrize("name", [name for name in LISTS if name not in OF_SEVERAL_WORDS])
def test_lists_of_words_hold_single_words(name: str) -> None:
    entries = [entry.strip() for line in lines(name) for entry in line.rstrip(",").split(",")]
    assert [entry for entry in entries if " " in entry] == []


@pytest.mark.parametrize(
    ("name", "tabs"),
    [
        ("acronyms.tsv", {2}),
        ("countries.tsv", {3}),
        ("organisations.tsv", {0, 1}),
        ("aliases.tsv", {2}),
        ("states.tsv", {1}),
        ("nicknames.tsv", {1}),
    ],
)
def test_records_have_all_their_fields(name: str, tabs: set[int]) -> None:
    assert {line.count("\t") for line in lines(name)} <= tabs


def test_what_a_form_stands_for_stands_for_itself() -> None:
    names = load_tables().names
    assert {
        form: known for form, known in names.items() if names.get(known.name, known) != known
    } == {}
