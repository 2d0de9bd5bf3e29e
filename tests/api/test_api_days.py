"""Digests in memory: what the library makes is what the command writes."""

from __future__ import annotations

import subprocess
import sys
from contextlib import chdir
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from commands import ENVIRONMENT, line, tree, wire
from commands import digest as run
from making import article

import digest
from digest.settings import Grouping

if TYPE_CHECKING:
    from pathlib import Path

BLAST = "A blast in the port of Beirut killed 78 people on Tuesday, officials in Lebanon said."
TOLL = "The blast in the port of Beirut killed 135 people, minister Hamad Hassan said on Thursday."
SETTINGS = digest.Settings(sources=("wire.jsonl",), title="Port news")
MANIFEST = "digest-manifest.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with news of three days, and a note on the last."""
    days = [(f"2020-08-0{day}", BLAST if day < 7 else TOLL) for day in (5, 6, 7)]
    wire(tmp_path, *(line(name, text, name) for name, text in days))
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/2020-08-07.md").write_text("A *sad* day.")
    (tmp_path / "digest.toml").write_text('sources = ["wire.jsonl"]\ntitle = "Port news"\n')
    return tmp_path


def built(folder: Path, settings: digest.Settings, since: date | None = None) -> dict[str, bytes]:
    """The files of all days that the library makes, by their paths."""
    with chdir(folder):
        reading = digest.read(settings=settings)
        days = digest.build(reading, settings, since=since)
        pages = [page for day in days for page in digest.render(day, settings)]
    return {str(page.path): page.content for page in pages}


def of_command(folder: Path, *options: str) -> dict[str, bytes]:
    """The files of all days that the command writes, by their paths."""
    ran = run("build", *options, folder=folder)
    assert ran.code == 0, ran.err
    return {path: file for path, file in tree(folder / "out").items() if path.startswith("20")}


def test_what_is_built_and_rendered_is_what_the_command_writes(folder: Path) -> None:
    assert built(folder, SETTINGS) == of_command(folder)


def test_what_is_built_of_the_seeds_is_what_the_command_writes(
    seeded: Path, usual: dict[str, bytes]
) -> None:
    written = {path: file for path, file in usual.items() if path.startswith("20")}
    assert built(seeded, digest.Settings()) == written


def test_days_asked_for_know_those_before_as_in_the_command(folder: Path) -> None:
    asked = built(folder, SETTINGS, since=date(2020, 8, 7))
    assert asked == of_command(folder, "--since", "2020-08-07")
    assert asked.items() <= built(folder, SETTINGS).items()


def test_days_that_stand_alone_are_those_of_the_command(folder: Path) -> None:
    (folder / "digest.toml").write_text(
        'sources = ["wire.jsonl"]\ntitle = "Port news"\n[grouping]\nfollow = false\n'
    )
    alone = replace(SETTINGS, grouping=Grouping(follow=False))
    assert built(folder, alone) == of_command(folder)


def test_reasons_are_those_of_the_command(folder: Path) -> None:
    with chdir(folder):
        days = digest.build(digest.read(settings=SETTINGS), SETTINGS, explain=True)
        pages = [page for day in days for page in digest.render(day, SETTINGS)]
    assert {str(page.path): page.content for page in pages} == of_command(folder, "--explain")


def test_any_number_of_processes_makes_the_same(folder: Path) -> None:
    """In a process of its own, from which workers can be forked."""
    code = """
import digest

def built(jobs):
    settings = digest.Settings(sources=("wire.jsonl",), jobs=jobs)
    days = digest.build(digest.read(settings=settings), settings)
    return [digest.render(day, settings) for day in days]

if __name__ == "__main__":
    print(len(built(2)), built(1) == built(2))
"""
    script = folder / "script.py"
    script.write_text(code)
    ran = subprocess.run(
        [sys.executable, str(script)],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr) == ("3 True\n", "")


def test_days_are_bounded_by_the_settings_too(folder: Path) -> None:
    settings = replace(SETTINGS, until="2020-08-05")
    with chdir(folder):
        days = [day.day for day in digest.build(digest.read(settings=settings), settings)]
    assert days == [date(2020, 8, 5)]


def test_a_day_counted_from_today_is_refused_as_no_clock_is_known() -> None:
    with pytest.raises(digest.SettingsError) as error:
        digest.build([article(BLAST)], digest.Settings(since="7d"))
    assert str(error.value) == "since: no date: 7d (give a date to the call)"


def test_notes_can_be_given(tmp_path: Path) -> None:
    with chdir(tmp_path):
        (day,) = digest.build([article(BLAST)], notes={article(BLAST).published: "Sad."})
    assert day.note == "Sad."


def test_two_articles_of_one_id_are_refused() -> None:
    with pytest.raises(digest.SourceError) as error:
        digest.build([article(BLAST), article(TOLL)])
    assert str(error.value) == "a.txt:1: same id as a.txt:1"


def test_no_articles_make_no_days() -> None:
    assert list(digest.build([])) == []


def test_what_is_written_is_what_the_command_writes(folder: Path) -> None:
    """But for the manifest's keys: what a day was made of is not known to who writes it."""
    with chdir(folder):
        days = digest.write(digest.build(digest.read(settings=SETTINGS), SETTINGS), "own", SETTINGS)
    assert run("build", folder=folder).code == 0
    written, own = tree(folder / "out"), tree(folder / "own")
    assert written.keys() == own.keys()
    assert {path for path in own if own[path] != written[path]} == {MANIFEST}
    assert days == tuple(date(2020, 8, day) for day in (5, 6, 7))


def test_days_written_before_stay_in_the_index(folder: Path) -> None:
    with chdir(folder):
        reading = digest.read(settings=SETTINGS)
        for day in digest.build(reading, SETTINGS):
            digest.write([day], "own", SETTINGS)
        digest.write(digest.build(reading, SETTINGS), "once", SETTINGS)
    assert tree(folder / "own") == tree(folder / "once")


def test_another_projects_folder_is_refused(folder: Path) -> None:
    other = replace(SETTINGS, sources=("elsewhere/wire.jsonl",))
    days = [digest.Digest(date(2020, 8, 5), ())]
    with chdir(folder):
        digest.write(days, "own", SETTINGS)
        with pytest.raises(digest.OutputError, match="the digests of another project"):
            digest.write(days, "own", other)


def test_the_time_of_building_is_shown_as_in_the_command(folder: Path) -> None:
    built = datetime(2020, 9, 1, tzinfo=UTC)
    with chdir(folder):
        reading = digest.read(settings=SETTINGS)
        days = digest.build(reading, SETTINGS)
        pages = [page for day in days for page in digest.render(day, SETTINGS, built=built)]
    epoch = str(int(built.timestamp()))
    assert run("build", folder=folder, environment={"SOURCE_DATE_EPOCH": epoch}).code == 0
    written = tree(folder / "out")
    assert {str(page.path): page.content for page in pages} == {
        path: file for path, file in written.items() if path.startswith("20")
    }


def test_a_day_follows_those_of_the_call_alone() -> None:
    """No saved history is looked at, so that the same articles give the same digest."""
    days = [article(BLAST, str(day), day=date(2020, 8, 4) + timedelta(day)) for day in range(2)]
    _, second = digest.build(days)
    (alone,) = digest.build(days[1:])
    former = [
        entry.continuation.former
        for day in (second, alone)
        for entry in day.entries
        if entry.continuation
    ]
    assert [one is None for one in former] == [False, True]
