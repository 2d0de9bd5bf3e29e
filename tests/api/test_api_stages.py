"""Stages in memory: what the library finds is what the commands print."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from making import DAY, FIRST, SECOND, article

import digest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from commands import Ran


@pytest.fixture(scope="module")
def reading(seeded: Path) -> digest.Reading:
    """The seeds, whose paths don't matter here."""
    return digest.read([str(seeded / "seeds")])


def rows(ran: Ran) -> list[dict[str, object]]:
    return [json.loads(row) for row in ran.out.splitlines()]


def test_stories_are_those_of_the_command(
    reading: digest.Reading, of_seeds: Callable[..., Ran]
) -> None:
    found = [(told.story.id, told.storyline, told.label) for told in digest.cluster(reading)]
    told = rows(of_seeds("stories", "--by-day", "--json"))
    assert found == [(row["story"], row["storyline"], row["label"]) for row in told]


def test_a_summary_is_that_of_the_command(
    reading: digest.Reading, of_seeds: Callable[..., Ran]
) -> None:
    chosen = digest.summarize(reading, 4, query="port blast")
    told = rows(of_seeds("summarize", "--sentences", "4", "--query", "port blast", "--json"))
    assert [ranked.sentence.text for ranked in chosen] == [row["text"] for row in told]


def test_a_timeline_is_that_of_the_command(
    reading: digest.Reading, of_seeds: Callable[..., Ran]
) -> None:
    found = digest.timeline(reading, 5, 1, since=date(2020, 6, 1))
    options = ("--dates", "5", "--sentences", "1", "--since", "2020-06-01", "--json")
    told = rows(of_seeds("timeline", *options))
    assert [day.day.isoformat() for day in found] == [row["date"] for row in told]


def test_actors_are_those_of_the_command(
    reading: digest.Reading, of_seeds: Callable[..., Ran]
) -> None:
    found = [
        (article.id, mention.start, mention.id)
        for article, mentions in digest.find_actors(reading)
        for mention in mentions
    ]
    told = rows(of_seeds("actors", "--demonyms", "--json"))
    assert found == [(row["article"], row["start"], row["id"]) for row in told]


def test_dates_are_those_of_the_command(
    reading: digest.Reading, of_seeds: Callable[..., Ran]
) -> None:
    found = {
        (one.id, mention.start, mention.value)
        for one in reading.articles
        for mention in digest.find_dates(one.text, one.day(UTC), one.language)
    }
    told = rows(of_seeds("dates", "--json"))
    assert found == {(row["article"], row["start"], row["value"]) for row in told}


def test_a_query_can_lead_no_other_ranker() -> None:
    with pytest.raises(digest.SettingsError, match="leads only TextRank by cosine"):
        digest.summarize([article(FIRST)], query="lake", ranker="lead")


def test_a_summary_can_be_counted_in_words() -> None:
    (chosen,) = digest.summarize([article(FIRST), article(SECOND, "b")], words=15)
    assert len(chosen.sentence.text.split()) <= 15


@pytest.mark.parametrize("call", [digest.summarize, digest.cluster, digest.timeline])
def test_of_no_articles_nothing_is_found(call: Callable[..., tuple[object, ...]]) -> None:
    assert call([]) == ()


def test_no_actors_are_in_an_empty_text() -> None:
    assert digest.find_actors(" ") == ()


def test_a_time_is_of_the_day_that_it_writes() -> None:
    late = datetime(2020, 9, 3, 23, 30, tzinfo=UTC)
    (found,) = digest.find_dates("They met yesterday.", late)
    assert found.value == "2020-09-02"


def test_languages_have_their_own_sentence_ends() -> None:
    assert digest.split_sentences("今天下雨。明天晴。", "zh") == [(0, 5), (5, 9)]


def test_scores_align_with_the_sentences_as_the_caller_parts_them() -> None:
    sentences = ["The port burns. It burns.", "", "…", "The port of Beirut burns."]
    scores = digest.textrank(sentences)
    assert len(scores) == 4
    assert sum(scores) == pytest.approx(1)
    assert sorted(range(4), key=lambda place: -scores[place])[:2] == [0, 3]


def test_scores_of_no_sentences_are_none() -> None:
    assert digest.textrank([]) == []


def test_another_similarity_is_refused_by_name() -> None:
    with pytest.raises(digest.SettingsError, match="no such similarity"):
        digest.textrank(["A port burns."], "cosin")


def test_sources_are_those_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("date 2020-09-03 Snow fell on the old town.")
    settings = digest.Settings(sources=(str(tmp_path),))
    (found,) = digest.read(settings=settings).articles
    assert found.published == DAY


def test_what_can_not_be_read_is_a_problem_of_the_reading() -> None:
    lines = BytesIO(b'{"published": "2020-09-03", "text": "Snow."}\nno line\n')
    assert [str(one) for one in digest.read(["-"], stdin=lines).problems] == [
        "-:2: not JSON: Expecting value at column 1"
    ]


def test_a_strict_reading_is_refused() -> None:
    lines = BytesIO(b'{"published": "2020-09-03", "text": "Snow."}\nno line\n')
    with pytest.raises(digest.SourceError, match="-:2: not JSON"):
        digest.read(["-"], digest.Settings(strict=True), stdin=lines)


def test_an_output_is_verified(seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(seeded)
    found = digest.verify("out")
    assert (found.findings, found.sentences > 0) == ((), True)
