"""Settings and their layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.errors import SettingsError
from digest.settings import Actors, Mail, Ranking, Section, Settings, Summary, load

if TYPE_CHECKING:
    from pathlib import Path


def test_defaults_stand_where_nothing_is_given(tmp_path: Path) -> None:
    assert load(None, tmp_path, {}, {}) == Settings()


def test_flag_before_environment_before_file_before_default(tmp_path: Path) -> None:
    """Each layer hides those below it, key by key."""
    (tmp_path / "digest.toml").write_text(
        'tz = "Asia/Kolkata"\njobs = 2\n[ranking]\nranker = "lead"\n[summary]\nsentences = 5\n'
    )
    environment = {"DIGEST_RANKER": "lsa", "DIGEST_JOBS": "3", "HOME": "/"}
    expected = Settings(
        tz="Asia/Kolkata", jobs=4, ranking=Ranking("lsa"), summary=Summary(sentences=5)
    )
    assert load(None, tmp_path, environment, {"jobs": 4}) == expected


def test_topics_are_names_of_the_users_own_with_their_words(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text('[topics]\nSea = ["ships", "North Sea"]\n')
    expected = Settings(topics=(Section("Sea", ("ships", "North Sea")),))
    assert load(None, tmp_path, {}, {}) == expected


def test_pyproject_has_a_table_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.digest.mail]\nrecipients = ["a@example.org"]\n'
    )
    assert load(None, tmp_path, {}, {}) == Settings(mail=Mail(recipients=("a@example.org",)))


def test_actors_are_ruled_by_tables_and_lists(tmp_path: Path) -> None:
    """The order of a table's keys makes no other settings."""
    (tmp_path / "digest.toml").write_text(
        '[actors]\nexclude = ["Wire"]\ncapitals = true\n'
        '[actors.aliases]\nMax = "Maxine Orr"\n"J. O." = "Jan Orr"\n'
    )
    expected = Actors(
        aliases=(("J. O.", "Jan Orr"), ("Max", "Maxine Orr")), exclude=("Wire",), capitals=True
    )
    assert load(None, tmp_path, {}, {}) == Settings(actors=expected)


def test_a_table_in_the_environment_is_written_as_pairs(tmp_path: Path) -> None:
    environment = {"DIGEST_NAMES": "Riga Harbour Agency=RHA, Ormo = Old Ormo"}
    expected = Actors(names=(("Ormo", "Old Ormo"), ("Riga Harbour Agency", "RHA")))
    assert load(None, tmp_path, environment, {}) == Settings(actors=expected)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("job = 2", 'digest.toml: job: no such setting (did you mean "jobs"?)'),
        (
            '[ranking]\nrankr = "lead"',
            'digest.toml: ranking.rankr: no such setting (did you mean "ranker"?)',
        ),
        ("[rank]\nx = 1", 'digest.toml: rank: no such setting (did you mean "ranking"?)'),
        ("ranking = 1", "digest.toml: [ranking] must be a table"),
        ('jobs = "many"', "digest.toml: jobs: must be a whole number, not 'many'"),
        ("jobs = true", "digest.toml: jobs: must be a number"),
        ("tz = 1", "digest.toml: tz: must be a text"),
        ('tz = "Mars"', "tz: no such time zone: Mars"),
        ("strict = 3", "digest.toml: strict: must be true or false"),
        ("sources = [1]", "digest.toml: sources: must be a list of texts"),
        (
            'formats = ["htm"]',
            'digest.toml: formats: no such value: htm (did you mean "html"?); known: html, md',
        ),
        ("[grouping]\nleast_similarity = 2.0", "least_similarity: must lie above 0"),
        ("topics = 1", "digest.toml: topics: must be a table: a name and its words"),
        ("[topics]\nSea = 1", "digest.toml: topics.Sea: must be a list of texts"),
        ("[topics]\nSea = []", "digest.toml: topics.Sea: must name at least one word"),
        ("jobs = ", "digest.toml: not TOML"),
        (
            '[actors]\nalias = "x"',
            'digest.toml: actors.alias: no such setting (did you mean "aliases"?)',
        ),
        ("[actors]\naliases = 1", "digest.toml: actors.aliases: must be a table of texts"),
        ("[actors.names]\nOrmo = 1", "digest.toml: actors.names: must give a text for Ormo"),
        ('[actors]\nnames = "Ormo"', "digest.toml: actors.names: must give a text for Ormo"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, toml: str, message: str) -> None:
    (tmp_path / "digest.toml").write_text(toml)
    with pytest.raises(SettingsError) as caught:
        load(None, tmp_path, {}, {})
    assert str(caught.value).startswith(message)


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"other\.toml: No such file"):
        load("other.toml", tmp_path, {}, {})
