"""Whatever goes wrong is told in one line on stderr, with the exit code that the help names."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from commands import Ran, digest, line, process, wire

from digest.errors import (
    DigestError,
    OutputError,
    SettingsError,
    SourceError,
    TemplateError,
    UnknownNameError,
)

if TYPE_CHECKING:
    from pathlib import Path

BUILD = ("build", "wire.jsonl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with news, and with much that is not fit for its use."""
    wire(tmp_path, line("a", "Snow fell on the hills."))
    (tmp_path / "undated.txt").write_text("Snow fell.\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.toml").write_text("jobs = \n")
    (tmp_path / "unknown.toml").write_text('[ranking]\nrankr = "lead"\n')
    (tmp_path / "misnamed.toml").write_text('[ranking]\nranker = "textrnk"\n')
    (tmp_path / "headline.toml").write_text("[ranking]\nheadline = true\n")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/digest.md.jinja").write_text("{% for %}")
    (tmp_path / "failing").mkdir()
    (tmp_path / "failing/digest.md.jinja").write_text("\n{{ digest.nothing }}")
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("Dear Ann")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("build", "nothere"), 3, "nothere: no such file or folder"),
        (("dates", "nothere"), 3, "nothere: no such file or folder"),
        (("build", "wire.jsonl", "nothere"), 3, "nothere: no such file or folder"),
        (("build", "empty"), 3, "empty: no article could be read"),
        (("build", "-"), 3, "-:1: no article could be read: empty"),
        (("actors", "undated.txt"), 3, "undated.txt:1: no article could be read: no date"),
        ((*BUILD, "--config", "nothere.toml"), 2, "nothere.toml: No such file or directory"),
        ((*BUILD, "--config", "empty"), 2, "empty: Is a directory"),
        ((*BUILD, "--config", "broken.toml"), 2, "broken.toml: not TOML: "),
        (
            (*BUILD, "--config", "unknown.toml"),
            2,
            'unknown.toml: ranking.rankr: no such setting (did you mean "ranker"?)',
        ),
        (
            (*BUILD, "--config", "misnamed.toml"),
            2,
            'textrnk: no such ranker (did you mean "textrank"?); known: kl, lead, lexrank, ',
        ),
        ((*BUILD, "--ranker", "nope"), 2, "nope: no such ranker; known: kl, lead, lexrank, lsa, "),
        (("summarize", "wire.jsonl", "--ranker", "nope"), 2, "nope: no such ranker; known: "),
        ((*BUILD, "--similarity", "x"), 2, "x: no such similarity; known: cosine, overlap"),
        ((*BUILD, "--formats", "htm"), 2, '--formats: no such value: htm (did you mean "html"?)'),
        ((*BUILD, "--formats", ","), 2, "--formats: must name at least one"),
        ((*BUILD, "--since", "soon"), 2, "since: not a day: soon (write 2020-06-01, or 7d"),
        (
            (*BUILD, "--since", "2020-09-02", "--until", "2020-09-01"),
            2,
            "since: 2020-09-02 lies after until 2020-09-01",
        ),
        ((*BUILD, "--date", "2020-13-01"), 2, "date: not a day: 2020-13-01 (write "),
        ((*BUILD, "--date", ""), 2, "date: not a day: "),
        ((*BUILD, "--date", "1d", "--since", "2d"), 2, "--date: names one day alone: not together"),
        (("dates", "x", "--date", "1d", "--since", "2d"), 2, "--date: names one day alone: "),
        ((*BUILD, "--date", "1d", "--until", "2d"), 2, "--date: names one day alone: not together"),
        (
            ("summarize", "wire.jsonl", "--query", "snow", "--similarity", "overlap"),
            2,
            "query: leads only TextRank by cosine, not similarity overlap",
        ),
        (
            ("summarize", "wire.jsonl", "--query", "snow", "--ranker", "lexrank"),
            2,
            "query: leads only TextRank by cosine, not ranker lexrank",
        ),
        (
            (*BUILD, "--config", "headline.toml", "--similarity", "overlap"),
            2,
            "headline: leads only TextRank by cosine, not similarity overlap",
        ),
        (
            (*BUILD, "--config", "headline.toml", "--ranker", "lead"),
            2,
            "headline: leads only TextRank by cosine, not ranker lead",
        ),
        ((*BUILD, "--tz", "Mars"), 2, "--tz: must be a time zone such as Asia/Kolkata, not 'Mars'"),
        ((*BUILD, "--jobs", "-1"), 2, "--jobs: must be at least 0, not -1"),
        ((*BUILD, "--jobs", "many"), 2, "Invalid value for '--jobs': "),
        ((*BUILD, "--sentences", "0"), 2, "--sentences: must be at least 1, not 0"),
        (
            (*BUILD, "--sentences", "1", "--words", "9"),
            2,
            "--words: a summary's length is given in",
        ),
        ((*BUILD, "--cache", "x", "--no-cache"), 2, "--no-cache: not together with --cache"),
        ((*BUILD, "--rankr", "lead"), 2, "No such option: --rankr"),
        ((*BUILD, "--out"), 2, "Option '--out' requires an argument"),
        (("bild",), 2, "No such command 'bild'"),
        (("verify",), 2, "Missing argument 'OUT'"),
        ((*BUILD, "--templates", "nothere"), 4, "nothere: no such folder of templates"),
        ((*BUILD, "--templates", "templates"), 4, "templates/digest.md.jinja:1: "),
        ((*BUILD, "--templates", "failing"), 4, "failing/digest.md.jinja:2: UndefinedError: "),
        ((*BUILD, "--out", "home"), 5, "home: is not empty and holds no index.json of a digest: "),
        ((*BUILD, "--out", "."), 5, ".: is or holds the current folder, "),
        ((*BUILD, "--out", "wire.jsonl"), 5, "wire.jsonl: is no folder"),
        (("verify", "nothere"), 5, "nothere: No such file or directory"),
        (("verify", "home"), 5, "home: holds no digest"),
    ],
)
def test_an_error_is_one_line_and_a_code(
    folder: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    ran = digest(*arguments, folder=folder)
    *skipped, last = ran.err.splitlines()
    assert all(words.startswith("skipped") for words in skipped)
    assert last.startswith(f"error: {message}")
    assert (ran.code, ran.out) == (code, "")
    assert not (folder / "out").exists()


def test_a_wrong_command_line_says_where_help_is(folder: Path) -> None:
    assert digest(*BUILD, "--rankr", "x", folder=folder).err.endswith("(see digest build --help)\n")


def test_a_wrong_variable_is_told_from_a_wrong_flag(folder: Path) -> None:
    ran = digest(*BUILD, folder=folder, environment={"DIGEST_JOBS": "many"})
    words = "error: environment: DIGEST_JOBS: must be a whole number, not 'many'\n"
    assert ran == Ran(2, "", words)


def test_an_unknown_variable_is_no_setting(folder: Path) -> None:
    """Those of other programs are, and so is one that is empty; the shell's begins otherwise."""
    environment = {"DIGEST_RANKR": "lead", "DIGEST_OLD": "", "DIGESTER": "x", "_DIGEST_X": "x"}
    ran = digest(*BUILD, folder=folder, environment=environment)
    reason = 'environment: DIGEST_RANKR: no such setting (did you mean "DIGEST_RANKING_RANKER"?)'
    assert ran == Ran(2, "", f"error: {reason}\n")


def test_a_date_of_building_must_be_a_number(folder: Path) -> None:
    ran = digest(*BUILD, folder=folder, environment={"SOURCE_DATE_EPOCH": "now"})
    assert ran == Ran(2, "", "error: SOURCE_DATE_EPOCH: not a number of seconds: now\n")


def test_a_refused_folder_is_as_it_was(folder: Path) -> None:
    digest(*BUILD, "--out", "home", folder=folder)
    assert [path.name for path in (folder / "home").iterdir()] == ["letter.txt"]


def test_a_process_tells_an_error_and_ends_with_its_code(folder: Path) -> None:
    message = "error: nothere: no such file or folder\n"
    assert process("build", "nothere", folder=folder) == Ran(3, "", message)


@pytest.mark.parametrize(
    "error",
    [
        DigestError("subject", "reason"),
        SourceError("path", "reason"),
        SourceError("path", "reason", 7),
        SettingsError("key", "reason"),
        TemplateError("template", "reason"),
        OutputError("out", "reason"),
        UnknownNameError("ranker", "textrnk", ["textrank", "lead"]),
    ],
    ids=lambda error: f"{type(error).__name__}-{error}",
)
def test_an_error_comes_whole_out_of_another_process(error: DigestError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), again.exit_code) == (type(error), str(error), error.exit_code)
    assert vars(again) == vars(error)


def test_a_template_that_fails_in_a_worker_is_told_the_same(folder: Path) -> None:
    """Enough articles for several tasks; the error comes from a process that made one of them."""
    lines = (
        line(f"{day}-{number}", "Snow fell on the hills.", f"2020-09-{day:02}")
        for day in (1, 2, 3)
        for number in range(260)
    )
    wire(folder, *lines)
    arguments = (*BUILD, "--templates", "failing", "--jobs", "2")
    ran = process(*arguments, folder=folder)
    assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
    assert ran.err.startswith("error: failing/digest.md.jinja:2: UndefinedError: ")
    assert not (folder / "out").exists()
