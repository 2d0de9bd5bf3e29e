"""Which stories of several days are one."""

from __future__ import annotations

from datetime import UTC, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import DAY, article, corpus

from digest.clustering import (
    LEAST_SIMILARITY,
    DayVectors,
    background,
    group,
    term_frequencies,
    tf_idf_alone,
)
from digest.model import Storyline
from digest.storylines import coverage, link_days, trend

if TYPE_CHECKING:
    from datetime import date

    from digest.model import Article, Story

PORT = "A blast in the port of Beirut killed dozens. The port stored ammonium nitrate for years."
PORT_TOO = "Rescuers search the port of Beirut after the blast. Ammonium nitrate exploded there."
VOTE = "Belarus voted on Sunday. Lukashenko claimed victory and police met crowds in Minsk."
VOTE_TOO = "Crowds in Minsk reject the vote. Lukashenko says that police in Belarus keep order."


def linked(*articles: Article, window_days: int = 365) -> tuple[Storyline, ...]:
    """The storylines of articles in the order of their days."""
    days: list[tuple[date, tuple[Story, ...]]] = []
    vectors: list[tuple[date, DayVectors, list[list[int]]]] = []
    numbers: dict[str, int] = {}
    for day, told in groupby(articles, lambda one: one.day(UTC)):
        made = corpus(*told)
        rows = tf_idf_alone(term_frequencies(made), background().commonness(made.lexicon.names))
        stories = group(made, rows, UTC)
        place = {text.article.id: row for row, text in enumerate(made.texts)}
        known = [numbers.setdefault(name, len(numbers)) for name in made.lexicon.names]
        own = DayVectors(rows, np.array(known, dtype=np.int64), LEAST_SIMILARITY)
        days.append((day, stories))
        vectors.append((day, own, [[place[one.id] for one in s.articles] for s in stories]))
    lines: dict[int, list[Story]] = {}
    for (_, stories), found in zip(days, link_days(vectors, window_days), strict=True):
        for story, line in zip(stories, found, strict=True):
            lines.setdefault(line, []).append(story)
    return tuple(Storyline(told[0].id, tuple(told)) for told in lines.values())


def after(days: int, text: str, name: str) -> Article:
    return article(text, name, day=DAY + timedelta(days=days))


def ids(lines: tuple[Storyline, ...]) -> list[list[list[str]]]:
    return [[[one.id for one in story.articles] for story in line.stories] for line in lines]


def test_a_story_continues_one_of_a_former_day_or_opens_a_new_one() -> None:
    lines = linked(article(PORT, "p"), after(1, PORT_TOO, "q"), after(1, VOTE, "v"))
    assert ids(lines) == [[["p"], ["q"]], [["v"]]]


def test_a_story_can_rest_for_weeks_and_come_back() -> None:
    lines = linked(article(PORT, "p"), after(3, VOTE, "v"), after(40, PORT_TOO, "q"))
    assert ids(lines) == [[["p"], ["q"]], [["v"]]]


def test_a_story_that_rested_beyond_the_window_is_over() -> None:
    articles = (article(PORT, "p"), after(3, PORT_TOO, "q"))
    counts = [len(linked(*articles, window_days=days)) for days in (2, 3)]
    assert counts == [2, 1]


def test_a_storyline_has_the_id_of_its_first_story() -> None:
    (line,) = linked(article(PORT, "p"), after(1, PORT_TOO, "q"))
    assert line.id == line.stories[0].id


TEXTS = st.sampled_from([PORT, PORT_TOO, VOTE, VOTE_TOO, "12"])


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 4), TEXTS), min_size=1, max_size=10))
def test_later_days_change_nothing_of_former_ones(told: list[tuple[int, str]]) -> None:
    """Each article of the days before the last is in the same storyline with it and without."""
    articles = [after(day, text, f"a{i}") for i, (day, text) in enumerate(sorted(told))]
    last = articles[-1].day(UTC)
    former = [one for one in articles if one.day(UTC) < last]
    without = line_of(linked(*former)) if former else {}
    assert without.items() <= line_of(linked(*articles)).items()


def line_of(lines: tuple[Storyline, ...]) -> dict[str, str]:
    return {one.id: line.id for line in lines for story in line.stories for one in story.articles}


@pytest.mark.parametrize(
    ("former", "now", "expected"),
    [
        ({}, 1, "emerging"),
        ({1: 2}, 4, "emerging"),
        ({1: 2}, 2, "steady"),
        ({1: 4, 2: 2}, 2, "steady"),
        ({1: 4}, 2, "fading"),
        ({1: 1}, 0, "fading"),
        ({8: 4}, 1, "emerging"),
    ],
)
def test_a_trend_compares_with_the_week_before(
    former: dict[int, int], now: int, expected: str
) -> None:
    told = {DAY - timedelta(days=back): number for back, number in former.items()} | {DAY: now}
    assert trend(told, DAY) == expected


def test_coverage_counts_independent_articles_alone() -> None:
    (line,) = linked(article(PORT, "a"), article(PORT, "b"), article(PORT_TOO, "c"))
    assert coverage(line.stories) == {DAY: 2}
