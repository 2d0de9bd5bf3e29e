"""Settings, their layers, and the names that they have in each."""

from __future__ import annotations

import pickle
import re
import tomllib
from dataclasses import FrozenInstanceError, replace
from inspect import signature
from typing import TYPE_CHECKING, Annotated

import pytest
import typer
from commands import ROOT
from typer.testing import CliRunner

from digest.cli import options
from digest.cli.app import app
from digest.cli.given import settings_given
from digest.errors import SettingsError
from digest.settings import (
    Actors,
    Grouping,
    Key,
    Mail,
    Ranking,
    Reading,
    Section,
    Setting,
    Settings,
    Summary,
    known_keys,
    load,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SETTINGS_PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def of_file(folder: Path, toml: str) -> Settings:
    (folder / "digest.toml").write_text(toml)
    return load(None, folder, {}, ())


def of_environment(folder: Path, environment: Mapping[str, str]) -> Settings:
    return load(None, folder, environment, ())


def flag(name: str, value: object, section: str = "") -> Setting:
    return Setting(Key(section, name), value, f"--{name}")


def test_defaults_are_used_where_nothing_is_given(tmp_path: Path) -> None:
    assert load(None, tmp_path, {}, ()) == Settings()


def test_flag_before_environment_before_file_before_default(tmp_path: Path) -> None:
    """Each layer hides those below it, key by key."""
    (tmp_path / "digest.toml").write_text(
        'tz = "Asia/Kolkata"\njobs = 2\n[ranking]\nranker = "lead"\n[summary]\nsentences = 5\n'
    )
    environment = {"DIGEST_RANKING_RANKER": "lsa", "DIGEST_JOBS": "3", "HOME": "/"}
    expected = Settings(
        tz="Asia/Kolkata", jobs=4, ranking=Ranking("lsa"), summary=Summary(sentences=5)
    )
    assert load(None, tmp_path, environment, [flag("jobs", 4)]) == expected


def test_a_wrong_value_is_told_although_a_later_layer_hides_it(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text("jobs = -1\n")
    with pytest.raises(SettingsError, match=r"^digest\.toml: jobs: must be at least 0, not -1$"):
        load(None, tmp_path, {}, [flag("jobs", 4)])


@pytest.mark.parametrize(("sentences", "expected"), [((), Summary(3, 90)), ((5,), Summary(5, 0))])
def test_a_layer_that_counts_sentences_sets_words_aside(
    tmp_path: Path, sentences: tuple[int, ...], expected: Summary
) -> None:
    flags = [flag("sentences", count, "summary") for count in sentences]
    made = load(None, tmp_path, {"DIGEST_SUMMARY_WORDS": "90"}, flags)
    assert made.summary == expected


def test_topics_are_names_of_the_users_own_with_their_words(tmp_path: Path) -> None:
    """In the order of the file, as that is the order of a page's sections."""
    toml = '[topics]\nSea = ["ships", "North Sea"]\nAir = ["planes"]\n'
    expected = (Section("Sea", ("ships", "North Sea")), Section("Air", ("planes",)))
    assert of_file(tmp_path, toml) == Settings(topics=expected)


def test_pyproject_has_a_table_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.digest.mail]\nrecipients = ["a@example.org"]\n'
    )
    assert load(None, tmp_path, {}, ()) == Settings(mail=Mail(recipients=("a@example.org",)))


def test_actors_are_ruled_by_tables_and_lists(tmp_path: Path) -> None:
    """The order of a table's keys makes no other settings."""
    toml = (
        '[actors]\nexclude = ["Wire"]\ncapitals = true\n'
        '[actors.aliases]\nMax = "Maxine Orr"\n"J. O." = "Jan Orr"\n'
    )
    expected = Actors(
        aliases=(("J. O.", "Jan Orr"), ("Max", "Maxine Orr")), exclude=("Wire",), capitals=True
    )
    assert of_file(tmp_path, toml) == Settings(actors=expected)


@pytest.mark.parametrize(
    ("variable", "text", "expected"),
    [
        ("DIGEST_JOBS", "2", Settings(jobs=2)),
        ("DIGEST_STRICT", "true", Settings(strict=True)),
        ("DIGEST_FORMATS", "md, json", Settings(formats=("md", "json"))),
        ("DIGEST_TITLE", "a, b", Settings(title="a, b")),
        (
            "DIGEST_GROUPING_LEAST_SIMILARITY",
            "0.5",
            Settings(grouping=Grouping(least_similarity=0.5)),
        ),
        (
            "DIGEST_ACTORS_NAMES",
            "Riga Harbour Agency=RHA, Ormo = Old Ormo",
            Settings(actors=Actors(names=(("Ormo", "Old Ormo"), ("Riga Harbour Agency", "RHA")))),
        ),
        ("DIGEST_JOBS", "", Settings()),
        ("DIGEST_CONFIG", "other.toml", Settings()),
        ("DIGESTER", "x", Settings()),
    ],
)
def test_a_variable_is_read_by_the_type_of_its_setting(
    tmp_path: Path, variable: str, text: str, expected: Settings
) -> None:
    assert of_environment(tmp_path, {variable: text}) == expected


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("job = 2", 'job: no such setting (did you mean "jobs"?)'),
        ('[ranking]\nrankr = ""', 'ranking.rankr: no such setting (did you mean "ranker"?)'),
        ("[rank]\nx = 1", 'rank: no such setting (did you mean "ranking"?)'),
        ('ranker = "lead"', "ranker: no such setting; it is ranking.ranker"),
        ("[mail]\njobs = 1", "mail.jobs: no such setting; it is jobs"),
        ("[zzz]\nx = 1", "zzz: no such setting"),
        ("ranking = 1", "ranking: must be a table, not 1"),
        ('jobs = "many"', "jobs: must be a whole number, not 'many'"),
        ("jobs = true", "jobs: must be a whole number, not True"),
        ("jobs = 1.0", "jobs: must be a whole number, not 1.0"),
        ("jobs = -1", "jobs: must be at least 0, not -1"),
        ("cache = false", "cache: must be a text, not False"),
        ("tz = 1", "tz: must be a text, not 1"),
        ('tz = "Mars"', "tz: must be a time zone such as Asia/Kolkata, not 'Mars'"),
        ("strict = 3", "strict: must be true or false, not 3"),
        ("sources = 1", "sources: must be a list, not 1"),
        ("sources = [1]", "sources: must be a text, not 1"),
        ("sources = []", "sources: must name at least one, not ()"),
        (
            'formats = ["htm"]',
            'formats: no such value: htm (did you mean "html"?); known: html, md, json, eml',
        ),
        (
            "[grouping]\nleast_similarity = 2.0",
            "grouping.least_similarity: must lie above 0 and be at most 1, not 2.0",
        ),
        (
            "[grouping]\nleast_similarity = nan",
            "grouping.least_similarity: must lie above 0 and be at most 1, not nan",
        ),
        ("topics = 1", "topics: must be a table, not 1"),
        ("[topics]\nSea = 1", "topics.Sea: must be a list, not 1"),
        ("[topics]\nSea = []", "topics.Sea: must name at least one, not ()"),
        ('[topics]\nSea = [" "]', "topics.Sea: must be a text, not ' '"),
        ("jobs = ", "not TOML: Invalid value (at end of document)"),
        ('[actors]\nalias = "x"', 'actors.alias: no such setting (did you mean "aliases"?)'),
        ("[actors]\naliases = 1", "actors.aliases: must be a table, not 1"),
        ("[actors.names]\nOrmo = 1", "actors.names.Ormo: must be a text, not 1"),
        ('[actors]\nnames = "Ormo"', "actors.names.Ormo: must be a text, not ''"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(tmp_path: Path, toml: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        of_file(tmp_path, toml)
    assert str(caught.value) == f"digest.toml: {message}"


@pytest.mark.parametrize(
    ("variable", "text", "message"),
    [
        ("DIGEST_JOBS", "many", "must be a whole number, not 'many'"),
        ("DIGEST_ACTORS_CAPITALS", "yes", "must be true or false, not 'yes'"),
        ("DIGEST_RANKER", "lead", "no such setting; it is DIGEST_RANKING_RANKER"),
        ("DIGEST_SENTENCES", "3", "no such setting; it is DIGEST_SUMMARY_SENTENCES"),
        ("DIGEST_RANKR", "x", 'no such setting (did you mean "DIGEST_RANKING_RANKER"?)'),
    ],
)
def test_what_is_wrong_in_a_variable_is_named(
    tmp_path: Path, variable: str, text: str, message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        of_environment(tmp_path, {variable: text})
    assert str(caught.value) == f"environment: {variable}: {message}"


def test_a_flag_that_is_wrong_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^--jobs: must be at least 0, not -1$"):
        load(None, tmp_path, {}, [flag("jobs", -1)])


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"other\.toml: No such file"):
        load("other.toml", tmp_path, {}, ())


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Settings(jobs=-1), "jobs: must be at least 0, not -1"),
        (lambda: replace(Settings(), tz="Mars"), "tz: must be a time zone such as Asia/Kolkata"),
        (lambda: Ranking(ranker=3), "ranker: must be a text, not 3"),  # type: ignore[arg-type]
        (lambda: Reading(0), "max_line_bytes: must be at least 1, not 0"),
        (lambda: Summary(sentences=0), "sentences: must be at least 1, not 0"),
        (lambda: Grouping(window_days=-1), "window_days: must be at least 0, not -1"),
        (lambda: Settings(ranking=3), "ranking: must be a section, not 3"),  # type: ignore[arg-type]
    ],
)
def test_settings_are_checked_as_they_are_made(make: Callable[[], object], message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        make()
    assert str(caught.value).startswith(message)


def test_settings_are_frozen_hashed_and_come_whole_out_of_another_process() -> None:
    made = Settings(sources=["a"], grouping=Grouping(1))  # type: ignore[arg-type]
    again = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own bytes
    assert (again, hash(again)) == (Settings(sources=("a",), grouping=Grouping(1.0)), hash(made))
    with pytest.raises(FrozenInstanceError):
        made.jobs = 2  # type: ignore[misc]


def test_every_setting_has_a_variable_of_its_own() -> None:
    variables = [key.variable for key in known_keys()]
    assert len(set(variables)) == len(variables)


def test_sections_with_a_key_of_the_same_name_have_variables_of_their_own() -> None:
    keys = (Key("actors", "model"), Key("ranking", "model"), Key("", "model"))
    variables = ["DIGEST_ACTORS_MODEL", "DIGEST_RANKING_MODEL", "DIGEST_MODEL"]
    assert [key.variable for key in keys] == variables


def test_a_setting_has_one_flag_at_most_and_a_flag_gives_one_that_there_is() -> None:
    given = [Key(*sets) for sets in options.given_settings().values()]
    assert (set(given) - set(known_keys()), len(given)) == (set(), len(set(given)))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (options.Given(), Settings()),
        (options.Given(sources=["a"], jobs=2), Settings(sources=("a",), jobs=2)),
        (
            options.Given(ranker="lead", words=9),
            Settings(ranking=Ranking("lead"), summary=Summary(words=9)),
        ),
        (options.Given(formats="md,json"), Settings(formats=("md", "json"))),
        (options.Given(strict=False), Settings()),
        (options.Given(cache="kept"), Settings(cache="kept")),
        (options.Given(no_cache=True), Settings(cache="")),
        (options.Given(sentences=2, words=0), Settings(summary=Summary(2))),
    ],
)
def test_flags_that_were_given_are_put_on_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: options.Given, expected: Settings
) -> None:
    monkeypatch.chdir(tmp_path)
    assert settings_given(given) == expected


def test_a_command_is_handed_the_shared_options_as_one_value_before_its_own() -> None:
    """Its own arguments, the sources, its own options, the shared ones: so the help lists them."""
    called: list[object] = []

    @options.taking("sources", "jobs", "quiet")
    def command(
        given: options.Given,
        name: Annotated[str, typer.Argument()],
        *,
        loud: Annotated[bool, typer.Option()] = False,
    ) -> None:
        called.extend((given, name, loud))

    command(name="x", loud=True, sources=["a"], jobs=2, quiet=True)
    assert called == [options.Given(sources=["a"], jobs=2, quiet=True), "x", True]
    assert list(signature(command).parameters) == ["name", "sources", "loud", "jobs", "quiet"]


def test_the_page_of_settings_tells_of_every_setting() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", SETTINGS_PAGE, re.DOTALL)
    tables = [tomllib.loads(block) for block in blocks]
    shown = {
        Key(name if isinstance(value, dict) and name != "topics" else "", key)
        for table in tables
        for name, value in table.items()
        for key in (value if isinstance(value, dict) and name != "topics" else (name,))
    }
    assert set(known_keys()) - shown == set()


def test_what_the_page_of_settings_shows_can_be_set(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", SETTINGS_PAGE, re.DOTALL)
    assert of_file(tmp_path, block).title == "Morning digest"


def test_the_old_name_of_a_variable_is_wrong_usage_of_a_command(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["dates", str(tmp_path)], env={"DIGEST_DEMONYMS": "0"})
    reason = "environment: DIGEST_DEMONYMS: no such setting; it is DIGEST_ACTORS_DEMONYMS"
    assert isinstance(result.exception, SettingsError)
    assert (str(result.exception), result.exception.exit_code) == (reason, 2)
