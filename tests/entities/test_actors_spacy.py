"""Names by an installed spaCy pipeline; most of it only where spaCy is."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest
from commands import digest
from making import article, corpus
from shipped import GAZETTEER, NAMING

from digest.entities import find_actors, finder_named
from digest.errors import SettingsError, UnknownNameError

if TYPE_CHECKING:
    from pathlib import Path

INSTALLED = find_spec("spacy") is not None
with_spacy = pytest.mark.skipif(not INSTALLED, reason="spaCy is not installed")
without_spacy = pytest.mark.skipif(INSTALLED, reason="spaCy is installed")
# What the pipeline marks, with the label it gives.
MARKED = {
    "Lt. Gen. Ana Ruiz": "PERSON",
    "Tom Reed": "PERSON",
    "the Harbour Agency's": "ORG",
    "Riga": "GPE",
    "the Old Strait": "LOC",
    "Latvian": "NORP",
    "Monday": "DATE",
}
TEXT = (
    "Lt. Gen. Ana Ruiz met Tom Reed on Monday.\nIn Riga, the Harbour Agency's Latvian crew saw it"
    " near the Old Strait. Ruiz left."
)


@pytest.fixture
def model(tmp_path: Path) -> str:
    import spacy

    pipeline = spacy.blank("en")
    ruler: Any = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": form} for form, label in MARKED.items()])
    pipeline.to_disk(tmp_path / "ruler")
    return str(tmp_path / "ruler")


@with_spacy
def test_its_entities_are_names_without_titles_articles_and_possessives(model: str) -> None:
    made = corpus(article(TEXT))
    naming = replace(NAMING, finder=finder_named("spacy", model, GAZETTEER))
    (found,) = find_actors(made.texts, naming)
    assert [(TEXT[m.start : m.end], m.kind, m.actor, m.role and m.role.text) for m in found] == [
        ("Ana Ruiz", "person", "Ana Ruiz", "Lt. Gen."),
        ("Tom Reed", "person", "Tom Reed", None),
        ("Riga", "place", "Riga", None),
        ("Harbour Agency", "organisation", "Harbour Agency", None),
        ("Old Strait", "place", "Old Strait", None),
    ]


@with_spacy
def test_a_pipeline_that_names_no_entities_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(SettingsError, match="it has no component for entities"):
        finder_named("spacy", str(tmp_path / "blank"), GAZETTEER)


@with_spacy
def test_a_missing_pipeline_names_the_command_to_run() -> None:
    with pytest.raises(SettingsError, match=r"run: python -m spacy download xx_none_sm$"):
        finder_named("spacy", "xx_none_sm", GAZETTEER)


@without_spacy
def test_a_missing_spacy_names_the_commands_to_run() -> None:
    command = "run: pip install spacy && python -m spacy download en_core_web_sm$"
    with pytest.raises(SettingsError, match=command):
        finder_named("spacy", "en_core_web_sm", GAZETTEER)


def test_an_unknown_backend_is_an_error_that_lists_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean .spacy.*known: digest, spacy"):
        finder_named("spcy", "", GAZETTEER)


def test_a_build_without_its_backend_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2020-09-03 The harbour closed.\n")
    (tmp_path / "digest.toml").write_text('[actors]\nbackend = "spacy"\nmodel = "xx_none_sm"\n')
    ran = digest("build", "a.txt", folder=tmp_path)
    assert (ran.code, (tmp_path / "out").exists()) == (2, False)
    assert "python -m spacy download xx_none_sm" in ran.err
