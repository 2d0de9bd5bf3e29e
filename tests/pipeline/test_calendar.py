"""Days that are asked for, and what the commands tell of them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from commands import line, wire
from typer.main import get_command
from typer.testing import CliRunner

from digest.cli.app import app
from digest.cli.given import asked_period
from digest.cli.options import Given
from digest.errors import SettingsError
from digest.model import Article, Origin
from digest.pipeline.calendar import Period, by_day, day_meant, period
from digest.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

TODAY = date(2020, 9, 7)


def dated(published: date, name: str) -> Article:
    return Article(name, "Text.", published, Origin(name))


def test_days_back_count_today() -> None:
    assert day_meant("since", "1d", TODAY) == TODAY


@pytest.mark.parametrize("words", ["yesterday", "2020-13-01", "99999d9", "7 d", "-7d"])
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(SettingsError, match=f"since: not a day: {words}"):
        day_meant("since", words, TODAY)


def test_a_period_must_not_end_before_it_begins() -> None:
    with pytest.raises(SettingsError, match="since: 2020-09-07 lies after until 2020-09-01"):
        period("2020-09-07", "2020-09-01", TODAY)


def test_a_time_counts_for_the_day_in_the_zone_and_a_date_never_shifts() -> None:
    late = dated(datetime(2020, 9, 3, 20, 0, tzinfo=UTC), "late")
    plain = dated(date(2020, 9, 3), "plain")
    days = by_day([late, plain], ZoneInfo("Asia/Kolkata"), Period())
    assert days == {date(2020, 9, 3): (plain,), date(2020, 9, 4): (late,)}


def test_both_ends_are_included() -> None:
    days = [dated(date(2020, 9, day), str(day)) for day in (1, 2, 3, 4)]
    asked = Period(date(2020, 9, 2), date(2020, 9, 3))
    assert list(by_day(days, UTC, asked)) == [date(2020, 9, 2), date(2020, 9, 3)]


OF_DAYS = ("build", "summarize", "dates", "actors", "stories", "timeline", "explain")
MONDAY = "The ministers of Estonia met in Tallinn on Monday to speak of the harbour."
TUESDAY = "The ministers of Estonia met in Tartu on Tuesday to speak of the harbour."
WEDNESDAY = "The ministers of Estonia met in Narva on Wednesday to speak of the harbour."


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An article of each of three days."""
    monkeypatch.chdir(tmp_path)
    told = {
        "a": (MONDAY, "2020-09-07"),
        "b": (TUESDAY, "2020-09-08"),
        "c": (WEDNESDAY, "2020-09-09"),
    }
    return str(wire(tmp_path, *(line(name, *of_day) for name, of_day in told.items())))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


def articles_told(*arguments: str) -> set[str]:
    result = run(*arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [json.loads(row) for row in result.stdout.splitlines()]
    return {name for row in rows for name in row.get("articles") or [row["article"]]}


@pytest.mark.parametrize("name", OF_DAYS)
def test_commands_that_read_articles_are_asked_for_days(name: str) -> None:
    options = {parameter.name for parameter in vars(get_command(app))["commands"][name].params}
    assert options >= {"since", "until", "date", "cache", "no_cache"}


@pytest.mark.parametrize("command", ["summarize", "dates", "actors", "stories"])
@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), {"a", "b", "c"}),
        (("--date", "2020-09-08"), {"b"}),
        (("--since", "2020-09-08"), {"b", "c"}),
        (("--until", "2020-09-08"), {"a", "b"}),
        (("--since", "2020-09-08", "--until", "2020-09-08"), {"b"}),
    ],
)
def test_a_stage_tells_of_the_articles_of_the_days_asked_for(
    news: str, command: str, options: tuple[str, ...], told: set[str]
) -> None:
    assert articles_told(command, news, *options) == told


def test_the_days_of_the_settings_are_those_of_every_stage(
    news: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_SINCE", "2020-09-09")
    assert articles_told("dates", news) == {"c"}


def test_one_day_goes_before_the_days_of_the_settings(
    news: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_SINCE", "2020-09-09")
    assert articles_told("dates", news, "--date", "2020-09-07") == {"a"}


def test_a_days_stories_are_those_that_all_days_make_of_it(news: str) -> None:
    whole = run("stories", news, "--by-day", "--json").stdout.splitlines()
    of_day = run("stories", news, "--by-day", "--json", "--date", "2020-09-08").stdout.splitlines()
    assert of_day == [row for row in whole if json.loads(row)["day"] == "2020-09-08"]


def test_a_timeline_tells_one_day_out_of_all_articles(news: str) -> None:
    rows = run("timeline", news, "--date", "2020-09-08", "--json").stdout.splitlines()
    assert [json.loads(row)["date"] for row in rows] == ["2020-09-08"]


def test_only_sentences_of_the_days_asked_for_are_explained(news: str) -> None:
    found = run("explain", "The ministers", news, "--until", "2020-09-07", "--json")
    assert [json.loads(row)["article"] for row in found.stdout.splitlines()] == ["a"]


@pytest.mark.parametrize("command", ["summarize", "dates", "actors", "stories"])
def test_days_without_articles_are_told(news: str, command: str) -> None:
    result = run(command, news, "--since", "2021-01-01")
    words = "note: nothing to tell: 3 articles, none of the days asked for\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", words)


@pytest.mark.parametrize(
    ("given", "settings", "expected"),
    [
        (Given(), Settings(), Period()),
        (Given(), Settings(since="2d"), Period(date(2020, 9, 6))),
        (Given(date="1d"), Settings(since="2d", until="2020-01-01"), Period(TODAY, TODAY)),
    ],
)
def test_a_day_alone_or_the_days_of_the_settings(
    given: Given, settings: Settings, expected: Period
) -> None:
    assert asked_period(given, settings, TODAY) == expected
