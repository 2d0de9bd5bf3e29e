"""Which stories of several days are one."""

from __future__ import annotations

from datetime import UTC, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import DAY, article, corpus

from digest.clustering import background, counts, group, vectors
from digest.model import Storyline
from digest.storylines import Batch, DayStories, coverage, link, trend
from digest.text import Corpus

if TYPE_CHECKING:
    from digest.model import Article, Story

PORT = "A blast in the port of Beirut killed dozens. The port stored ammonium nitrate for years."
PORT_TOO = "Rescuers search the port of Beirut after the blast. Ammonium nitrate exploded there."
VOTE = "Belarus voted on Sunday. Lukashenko claimed victory and police met crowds in Minsk."
VOTE_TOO = "Crowds in Minsk reject the vote. Lukashenko says that police in Belarus keep order."


def batch(*articles: Article) -> Batch:
    """The articles' days and their stories."""
    made = corpus(*articles)
    common = background().commonness(made.lexicon.names)
    days = []
    for day, told in groupby(made.texts, lambda text: text.article.day(UTC)):
        texts = tuple(told)
        part = Corpus(made.lexicon, texts)
        weights = vectors(counts(part), common)
        names = tuple(text.article.id for text in texts)
        stories = group(part, weights, UTC)
        days.append(DayStories(day, names, weights, stories))
    return Batch(made.lexicon.names, tuple(days))


def lines_of(batches: list[Batch], window_days: int = 365) -> tuple[Storyline, ...]:
    """The storylines of the batches' days, in the order of their openings."""
    lines: dict[str, list[Story]] = {}
    linked = link(batches, window_days=window_days)
    for one, days in zip(batches, linked, strict=True):
        for day, ids in zip(one.days, days, strict=True):
            for story, line in zip(day.stories, ids, strict=True):
                lines.setdefault(line, []).append(story)
    return tuple(Storyline(line, tuple(stories)) for line, stories in lines.items())


def linked(*articles: Article, window_days: int = 365) -> tuple[Storyline, ...]:
    """The storylines of articles in the order of their days."""
    return lines_of([batch(*articles)], window_days)


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


@settings(deadline=None, max_examples=30)
@given(st.lists(TEXTS, min_size=2, max_size=6), st.integers(1, 5))
def test_days_that_come_in_several_batches_are_linked_alike(texts: list[str], cut: int) -> None:
    articles = [after(day, text, f"a{day}") for day, text in enumerate(texts)]
    parts = [part for part in (articles[:cut], articles[cut:]) if part]
    assert ids(lines_of([batch(*part) for part in parts])) == ids(linked(*articles))


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
