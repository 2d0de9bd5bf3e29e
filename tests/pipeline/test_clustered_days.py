"""Days know those before them when their articles become stories."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import DAY, article

from digest.model import Edition, Story
from digest.pipeline.day import advance
from digest.pipeline.history import History
from digest.pipeline.resources import Resources, resources
from digest.settings import Grouping, Settings

RESOURCES = resources(Settings())
# What every article of a running topic says, and two events of it.
TOPIC = "The spill of oil in the gulf stained the coast, and the company hired boats. "
CAP = TOPIC + "Engineers lowered a steel cap over the broken well with cables."
TRIAL = TOPIC + "Senators heard the chairman about wages, pensions and dividends."


def edition(day: int, *texts: str) -> Edition:
    at = DAY + timedelta(days=day)
    told = (article(text, f"{day}-{number}", day=at) for number, text in enumerate(texts))
    return Edition(at, tuple(told))


def days_of(*editions: Edition, by: Resources = RESOURCES) -> list[tuple[Story, ...]]:
    """The stories of each day."""
    history, days = History(), []
    for one in editions:
        history, result = advance(history, one, by)
        days.append(tuple(entry.story for entry in result.digest.entries))
    return days


def names(stories: tuple[Story, ...]) -> list[list[str]]:
    return sorted(sorted(one.id for one in story.articles) for story in stories)


def test_days_before_part_the_events_of_a_running_topic() -> None:
    last = edition(30, CAP, TRIAL)
    former = [edition(day, *[TOPIC] * 10) for day in range(10)]
    alone, after = days_of(last), days_of(*former, last)
    assert [names(alone[0]), names(after[-1])] == [[["30-0", "30-1"]], [["30-0"], ["30-1"]]]


def test_without_following_a_day_knows_itself_alone() -> None:
    alone = resources(Settings(grouping=Grouping(follow=False)))
    last = edition(30, CAP, TRIAL)
    former = [edition(day, *[TOPIC] * 10) for day in range(10)]
    assert days_of(*former, last, by=alone)[-1] == days_of(last, by=alone)[0]


@pytest.mark.parametrize("days", [0, 2])
def test_days_without_articles_have_digests_without_stories(days: int) -> None:
    assert days_of(*(edition(day) for day in range(days))) == [()] * days


TEXTS = st.lists(st.sampled_from([TOPIC, CAP, TRIAL, "12"]), min_size=1, max_size=3)


@settings(deadline=None, max_examples=20)
@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_later_days_change_nothing_of_former_ones(days: list[list[str]]) -> None:
    editions = [edition(number, *texts) for number, texts in enumerate(days)]
    assert days_of(*editions[:-1]) == days_of(*editions)[:-1]
