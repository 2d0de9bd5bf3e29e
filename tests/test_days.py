"""What days know of those before them when their articles become stories."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import DAY, article

from digest.choices import choices
from digest.days import counted_days, grouped_days, stories_of, weighed_days
from digest.model import Edition, Story
from digest.pipeline import digests
from digest.settings import Grouping, Settings

CHOSEN = choices(Settings())
# What every article of a running topic says, and two events of it.
TOPIC = "The spill of oil in the gulf stained the coast, and the company hired boats. "
CAP = TOPIC + "Engineers lowered a steel cap over the broken well with cables."
TRIAL = TOPIC + "Senators heard the chairman about wages, pensions and dividends."


def edition(day: int, *texts: str) -> Edition:
    at = DAY + timedelta(days=day)
    told = (article(text, f"{day}-{number}", day=at) for number, text in enumerate(texts))
    return Edition(at, tuple(told))


def names(stories: tuple[Story, ...]) -> list[list[str]]:
    return sorted(sorted(one.id for one in story.articles) for story in stories)


def test_days_before_part_the_events_of_a_running_topic() -> None:
    last = edition(30, CAP, TRIAL)
    former = [edition(day, *[TOPIC] * 10) for day in range(10)]
    alone, after = grouped_days([last], CHOSEN), grouped_days([*former, last], CHOSEN)
    assert names(alone.days[0].stories) == [["30-0", "30-1"]]
    assert names(after.days[-1].stories) == [["30-0"], ["30-1"]]


def test_without_following_a_day_knows_itself_alone() -> None:
    alone = choices(Settings(grouping=Grouping(follow=False)))
    last = edition(30, CAP, TRIAL)
    former = [edition(day, *[TOPIC] * 10) for day in range(10)]
    assert grouped_days([*former, last], alone).days[-1].stories == (
        grouped_days([last], alone).days[0].stories
    )


@pytest.mark.parametrize("days", [0, 2])
def test_days_without_articles_have_digests_without_stories(days: int) -> None:
    editions = [edition(day) for day in range(days)]
    told = [(one.day, one.entries) for one in digests(editions, CHOSEN, explain=True)]
    assert told == [(one.day, ()) for one in editions]


TEXTS = st.lists(st.sampled_from([TOPIC, CAP, TRIAL, "12"]), min_size=1, max_size=3)


@settings(deadline=None, max_examples=20)
@given(st.lists(TEXTS, min_size=2, max_size=5), st.integers(1, 4))
def test_stories_are_the_same_however_the_days_are_shared_out(
    days: list[list[str]], cut: int
) -> None:
    editions = [edition(number, *texts) for number, texts in enumerate(days)]
    runs = [run for run in (editions[:cut], editions[cut:]) if run]
    shared = weighed_days((counted_days(run) for run in runs), CHOSEN)
    told = [day.stories for run in shared for day in stories_of(run, CHOSEN).days]
    assert told == [day.stories for day in grouped_days(editions, CHOSEN).days]


@settings(deadline=None, max_examples=20)
@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_later_days_change_nothing_of_former_ones(days: list[list[str]]) -> None:
    editions = [edition(number, *texts) for number, texts in enumerate(days)]
    before = grouped_days(editions[:-1], CHOSEN).days
    assert [day.stories for day in before] == [
        day.stories for day in grouped_days(editions, CHOSEN).days[:-1]
    ]
