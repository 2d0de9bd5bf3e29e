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
from digest.timelines.candidates import candidates
from digest.timelines.days import by_articles, salient_days
from digest.timelines.mentions import Mentions, day_of, mentions
from digest.timelines.pool import Pool, pool

DAY = date(2020, 9, 3).toordinal()


def named(*pairs: tuple[int, int], published: list[int]) -> Mentions:
    """Mentions as pairs of day and article; each stands in a sentence of its own."""
    days, articles = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return Mentions(days, np.arange(len(pairs)), articles, np.array(published))


def pooled(*texts: str, days: tuple[int, ...] = ()) -> Pool:
    """A text's day is the third of September, or the one given."""
    dates = days or (3,) * len(texts)
    made = corpus(
        *(
            article(text, f"a{number}", day=date(2020, 9, day))
            for number, (text, day) in enumerate(zip(texts, dates, strict=True))
        )
    )
    return pool(made.texts, made.lexicon)


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
    found = mentions(gathered, UTC)
    rows = zip(found.days.tolist(), found.sentences.tolist(), found.articles.tolist(), strict=True)
    assert list(rows) == [(DAY - 3, 1, 0), (DAY, 3, 1)]


def test_an_article_counts_once_for_a_day() -> None:
    scores = by_articles(named((DAY, 0), (DAY, 0), (DAY, 1), published=[DAY, DAY]))
    assert scores == {DAY: 2.0}


def test_an_article_counts_more_the_farther_it_looks_back() -> None:
    """But not for a day to come, however far."""
    scores = by_articles(named((DAY, 0), (DAY + 50, 0), published=[DAY + 7]))
    assert scores == {DAY: pytest.approx(1 + log(8) / 4), DAY + 50: 1.0}


def test_neighbours_take_from_a_day() -> None:
    scores = by_articles(named((DAY, 0), (DAY, 1), (DAY + 1, 0), published=[DAY, DAY]))
    assert scores == {DAY: pytest.approx(2 - 0.15), DAY + 1: pytest.approx(1 - 0.3)}


def test_no_mentions_make_no_days() -> None:
    assert by_articles(named(published=[DAY])) == {}


@pytest.mark.parametrize(
    ("since", "until", "most", "days"),
    [
        (None, None, 9, [1, 2, 3, 4]),
        (None, None, 2, [2, 3]),
        (date.fromordinal(3), None, 9, [3, 4]),
        (date.fromordinal(3), date.fromordinal(3), 9, [3]),
        (None, date.fromordinal(2), 1, [2]),
    ],
)
def test_the_days_told_lie_in_the_period_and_are_the_best(
    since: date | None, until: date | None, most: int, days: list[int]
) -> None:
    assert salient_days({4: 1.0, 1: 1.0, 3: 2.0, 2: 5.0}, since, until, most) == days


@given(st.permutations(range(1, 7)))
def test_of_equal_days_the_earliest_are_told(days: list[int]) -> None:
    assert salient_days(dict.fromkeys(days, 1.0), None, None, 3) == [1, 2, 3]


def test_candidates_mention_the_day_or_open_what_is_published_then() -> None:
    """Of the day before yesterday's article only the mention; of today's and tomorrow's the first
    eight sentences.
    """
    ten = " ".join(
        f"Rain fell on {name}."
        for name in ("Ada", "Bo", "Cy", "Di", "Eva", "Flo", "Gus", "Hal", "Ida", "Jo")
    )
    gathered = pooled("It was dry. It will rain on September 3.", ten, ten, ten, days=(1, 3, 4, 5))
    found = candidates(gathered, mentions(gathered, UTC), [DAY])
    assert found.sentences.tolist() == [1, *range(2, 10), *range(12, 20)]


def test_a_sentence_can_stand_for_two_days() -> None:
    gathered = pooled("The ship sailed on May 2 and sank on May 9.", days=(20,))
    days = [date(2020, 5, 2).toordinal(), date(2020, 5, 9).toordinal()]
    found = candidates(gathered, mentions(gathered, UTC), days)
    assert (found.sentences.tolist(), found.sizes.tolist()) == ([0, 0], [1, 1])
