"""The tables are well made, and the model was trained on them."""

from __future__ import annotations

import pytest
from shipped import GAZETTEER

from digest.entities.cues import Cue, fingerprint, load_cues
from digest.entities.name_tables import FOLDER, load_name_tables
from digest.entities.recognition.linear_model import load_model
from digest.errors import DigestError
from digest.language.tables import entries, lines, table

LISTS = sorted(path.name for path in table(FOLDER).iterdir() if path.name.endswith(".txt"))
OF_SEVERAL_WORDS = ("bodies.txt", "places.txt", "titles.txt", "role_words.txt")


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_stands_twice_in_a_list(name: str) -> None:
    listed = list(entries(f"{FOLDER}/{name}"))
    assert listed == list(dict.fromkeys(listed))


@pytest.mark.parametrize("name", [name for name in LISTS if name not in OF_SEVERAL_WORDS])
def test_lists_of_words_hold_single_words(name: str) -> None:
    assert [entry for entry in entries(f"{FOLDER}/{name}") if " " in entry] == []


@pytest.mark.parametrize(
    ("name", "tabs"),
    [
        ("acronyms.tsv", {2}),
        ("countries.tsv", {3}),
        ("organisations.tsv", {0, 1}),
        ("aliases.tsv", {2}),
        ("states.tsv", {1}),
        ("nicknames.tsv", {1}),
        ("small_words.tsv", {1}),
        ("exceptions.tsv", {3}),
    ],
)
def test_records_have_all_their_fields(name: str, tabs: set[int]) -> None:
    assert {line.count("\t") for line in lines(f"{FOLDER}/{name}")} <= tabs


def test_what_a_form_stands_for_stands_for_itself() -> None:
    names = GAZETTEER.referents
    assert {
        form: known for form, known in names.items() if names.get(known.name, known) != known
    } == {}


def test_every_exception_is_read_by_a_rule() -> None:
    rules = {line.split("\t")[0] for line in lines(f"{FOLDER}/exceptions.tsv")}
    assert rules == {"remainder", "never_alone", "leftover", "one_body", "seat"}


def test_every_exception_tells_the_kind_of_sentence_that_it_came_from() -> None:
    told = [line.split("\t")[3] for line in lines(f"{FOLDER}/exceptions.tsv")]
    assert [sentence for sentence in told if not sentence] == []


def test_the_model_was_trained_on_the_tables_that_ship() -> None:
    """A changed table needs new training: python -m training.actors."""
    load_model(GAZETTEER.cues, check=True)


def test_a_model_for_other_tables_is_refused_where_that_is_asked_for() -> None:
    changed = {**GAZETTEER.cues, "Velo": Cue.ORGANISATION}
    reason = r"^model.npz: was trained on tables 8248e19f, those here are [0-9a-f]{8}; run: python -m training.actors$"
    with pytest.raises(DigestError, match=reason):
        load_model(changed, check=True)


def test_the_fingerprint_is_that_of_words_and_cues_alone() -> None:
    """Comments and the order of entries don't matter to the model."""
    backwards = dict(reversed(list(GAZETTEER.cues.items())))
    assert fingerprint(backwards) == fingerprint(GAZETTEER.cues)


def test_phrases_are_told_by_their_first_words() -> None:
    cues = load_cues(load_name_tables())
    assert (
        cues.phrases["Major", "General"] == Cue.TITLE,
        bool(cues.words["Major"] & Cue.PHRASE),
    ) == (True, True)
