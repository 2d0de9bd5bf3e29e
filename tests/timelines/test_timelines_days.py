"""Which days mattered, by who speaks of them."""

from __future__ import annotations

from datetime import UTC, date
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import article, corpus

from digest.model import DateMention
from digest.timelines.candidates import candidates_of_days
from digest.timelines.date_selection import mention_scores, select_days
from digest.timelines.mentions import DayMentions, day_mentions, day_of
from digest.timelines.sentence_pool import SentencePool, sentence_pool

DAY = date(2020, 9, 3).toordinal()


def named(*pairs: tuple[int, int], published: list[int]) -> DayMentions:
    """DayMentions as pairs of day and article; each stands in a sentence of its own."""
    days, articles = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    incidental = np.zeros(len(pairs), dtype=np.bool_)
    return DayMentions(days, np.arange(len(pairs)), articles, incidental, np.array(published))


def pooled(*texts: str, days: tuple[int, ...] = ()) -> SentencePool:
    """A text's day is the third of September, or the one given."""
    dates = days or (3,) * len(texts)
    made = corpus(
        *(
            article(text, f"a{number}", day=date(2020, 9, day))
            for number, (text, day) in enumerate(zip(texts, dates, strict=True))
        )
    )
    return sentence_pool(made.texts, made.lexicon)


@pytest.mark.parametrize(
    ("kind", "value", "day"),
    [
        ("DATE", "2020-07-14", date(2020, 7, 14)),
        ("TIME", "2020-07-14T09:00", date(2020, 7, 14)),
        ("TIME", "2020-07-14TNI", date(2020, 7, 14)),
        ("DATE", "2020-07", None),
        ("DATE", "2020-W29", None),
        ("DATE", "2020-07-14/2020-07-16", None),
        ("DATE", "PRESENT_REF", None),
        ("DATE", "2019-02-29", None),
        ("DATE", "0000-01-01", None),
        ("TIME", "T09:00", None),
        ("SET", "2020-07-14", None),
        ("DURATION", "P3D", None),
        ("DATE", "", None),
    ],
)
def test_a_day_is_meant_by_full_dates_and_times_alone(
    kind: str, value: str, day: date | None
) -> None:
    assert day_of(DateMention(0, 1, "x", kind, value)) == day  # type: ignore[arg-type]


def test_mentions_are_counted_in_the_sentences_where_they_stand() -> None:
    """The day of publication is no mention, and neither is a month."""
    gathered = pooled("It rained. The talks end on Monday.", "In May it snowed. It thaws today.")
    found = day_mentions(gathered, UTC)
    rows = zip(found.days.tolist(), found.sentences.tolist(), found.articles.tolist(), strict=True)
    assert list(rows) == [(DAY - 3, 1, 0), (DAY, 3, 1)]


def test_an_article_counts_once_for_a_day() -> None:
    scores = mention_scores(named((DAY, 0), (DAY, 0), (DAY, 1), published=[DAY, DAY]))
    assert scores == {DAY: 2.0}


def test_an_article_counts_more_the_farther_it_looks_back() -> None:
    """But not for a day to come, however far."""
    scores = mention_scores(named((DAY, 0), (DAY + 50, 0), published=[DAY + 7]))
    assert scores == {DAY: pytest.approx(1 + log(8) / 4), DAY + 50: 1.0}


def test_neighbours_take_from_a_day() -> None:
    scores = mention_scores(named((DAY, 0), (DAY, 1), (DAY + 1, 0), published=[DAY, DAY]))
    assert scores == {DAY: pytest.approx(2 - 0.15), DAY + 1: pytest.approx(1 - 0.3)}


def test_no_mentions_make_no_days() -> None:
    assert mention_scores(named(published=[DAY])) == {}


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (None, None, [2, 3, 1, 4]),
        (date.fromordinal(3), None, [3, 4]),
        (date.fromordinal(3), date.fromordinal(3), [3]),
        (None, date.fromordinal(2), [2, 1]),
    ],
)
def test_the_days_of_a_period_stand_with_the_best_first(
    since: date | None, until: date | None, days: list[int]
) -> None:
    assert select_days({4: 1.0, 1: 1.0, 3: 2.0, 2: 5.0}, since, until) == days


@given(st.permutations(range(1, 7)))
def test_of_equal_days_the_earliest_stand_first(days: list[int]) -> None:
    assert select_days(dict.fromkeys(days, 1.0), None, None) == [1, 2, 3, 4, 5, 6]


TEN = " ".join(
    f"Rain fell on the town of {name} all night."
    for name in ("Ada", "Bo", "Cy", "Di", "Eva", "Flo", "Gus", "Hal", "Ida", "Jo")
)
FERRY = "The ferry Aurora sank off the coast of Estonia"


def weights(
    gathered: SentencePool, *days: int, most: int = 9
) -> list[tuple[int, dict[int, float]]]:
    """The days told as days of September, and what each of their candidates keeps of its score."""
    ranked = [date(2020, 9, day).toordinal() for day in days]
    found = candidates_of_days(gathered, day_mentions(gathered, UTC), ranked, most)
    kept = zip(found.places.tolist(), found.sentences.tolist(), found.weights.tolist(), strict=True)
    rows = list(kept)
    return [
        (
            date.fromordinal(day).day,
            {sentence: weight for at, sentence, weight in rows if at == place},
        )
        for place, day in enumerate(found.days)
    ]


def test_candidates_name_the_day_or_open_what_is_published_then() -> None:
    """Of an earlier article nothing; of today's and tomorrow's the first eight sentences, of which
    tomorrow's weigh half; of a later one what names the day.
    """
    gathered = pooled(TEN, TEN, TEN, f"It is dry. {FERRY} on September 3.", days=(2, 3, 4, 9))
    today, tomorrow = dict.fromkeys(range(10, 18), 1.0), dict.fromkeys(range(20, 28), 0.5)
    assert weights(gathered, 3) == [(3, {**today, **tomorrow, 31: 1.0})]


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        (f"{FERRY} on Wednesday.", {2: {0: 1.0, 1: 1.0}, 3: {1: 0.5}}),
        (f"{FERRY} on Thursday.", {2: {1: 0.5}, 3: {0: 1.0, 1: 1.0}}),
        (f"{FERRY} in August.", {2: {0: 0.5, 1: 0.5}, 3: {0: 1.0, 1: 1.0}}),
    ],
)
def test_an_article_tells_the_news_of_the_day_that_its_opening_names(
    opening: str, told: dict[int, dict[int, float]]
) -> None:
    """A sentence without a day goes with it; one with a day stands for no other."""
    gathered = pooled(f"{opening} Ninety people were aboard the ship at the time.")
    assert dict(weights(gathered, 2, 3)) == told


def test_an_opening_that_names_another_day_tells_of_that_alone() -> None:
    gathered = pooled(f"{FERRY} on August 20.")
    assert weights(gathered, 3) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Families mourned the victims of the September 1 sinking of the ferry Aurora.",
        "Divers have found forty people since September 1 in the wreck of the ferry.",
        "Ministers spoke of the lessons of September 1 and of the ferry Aurora.",
    ],
)
def test_a_day_that_is_named_in_passing_comes_after_those_that_are_told(sentence: str) -> None:
    gathered = pooled(sentence, f"{FERRY} on September 5.", days=(20, 20))
    assert weights(gathered, 1, 5, most=1) == [(5, {1: 1.0})]
    assert weights(gathered, 1, 5) == [(1, {0: 1.0}), (5, {1: 1.0})]


def test_plans_tell_of_a_day_only_where_nobody_looks_back() -> None:
    plan = "The minister will open the new ferry terminal on September 15."
    opened = "The minister opened the new ferry terminal on September 15."
    assert weights(pooled(plan), 15) == [(15, {0: 1.0})]
    assert weights(pooled(plan, opened, days=(3, 20)), 15) == [(15, {1: 1.0})]


def test_the_stamp_of_a_page_names_no_other_day() -> None:
    """The article tells of the day before, as its next words say."""
    stamped = f"Thursday 3 September 2020 {FERRY} yesterday."
    assert weights(pooled(stamped), 2, 3) == [(2, {0: 1.0})]


def test_a_day_of_which_nothing_stands_alone_is_left_out_where_there_are_others() -> None:
    hanging = "But it had sunk on September 1 off the coast of Estonia, as divers said."
    gathered = pooled(hanging, f"{FERRY} on September 5.", days=(20, 20))
    assert weights(gathered, 1, 5) == [(5, {1: 1.0})]
    assert weights(gathered, 1) == [(1, {0: 1.0})]


def test_a_sentence_can_stand_for_two_days() -> None:
    gathered = pooled("The ship sailed from Tallinn on September 2 and sank on September 9.")
    assert weights(gathered, 2, 9) == [(2, {0: 1.0}), (9, {0: 1.0})]
