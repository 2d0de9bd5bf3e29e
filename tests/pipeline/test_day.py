"""A day is one step: what its digest continues, what it tells anew, and how it is resumed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from making import DAY, article

from digest.model import Digest, Edition, FormerReport
from digest.pipeline.day import DayResult, advance
from digest.pipeline.executors import Serial
from digest.pipeline.history import DayRecord, History, SavedRecord, resumed
from digest.pipeline.plan import Equipment, PlannedDay, take_days
from digest.pipeline.resources import Resources, resources
from digest.settings import Grouping, Settings

if TYPE_CHECKING:
    from digest.model import Continuation

BLAST = (
    "A blast in the port of Beirut killed 78 people on Tuesday. "
    "The port stored 2,750 tonnes of ammonium nitrate for years, officials said."
)
TOLL = (
    "The blast in the port of Beirut killed 135 people, minister Hamad Hassan said on Thursday. "
    "The port stored 2,750 tonnes of ammonium nitrate for years, officials said."
)
VOTE = (
    "Belarus voted on Sunday. Alexander Lukashenko claimed victory and police met crowds in Minsk."
)
RESOURCES = resources(Settings())


def edition(day: int, *texts: str) -> Edition:
    """A day's articles, whose titles are their first words."""
    at = DAY + timedelta(days=day)
    told = (
        article(text, f"{day}-{number}", day=at, title=" ".join(text.split()[:4]))
        for number, text in enumerate(texts)
    )
    return Edition(at, tuple(told))


def taken(
    *editions: Edition, history: History | None = None, by: Resources = RESOURCES
) -> tuple[History, list[DayResult]]:
    """The history behind the days, and what came of each."""
    history, results = history or History(), []
    for one in editions:
        history, result = advance(history, one, by)
        results.append(result)
    return history, results


def digests(*editions: Edition, by: Resources = RESOURCES) -> list[Digest]:
    return [result.digest for result in taken(*editions, by=by)[1]]


def told(digest: Digest) -> list[Continuation | None]:
    return [entry.continuation for entry in digest.entries]


def test_a_story_that_goes_on_names_the_day_before_and_what_is_new() -> None:
    _, last = digests(edition(0, BLAST), edition(1, TOLL))
    (entry,) = last.entries
    now = entry.continuation
    assert now
    assert (now.opened, now.days, now.trend, now.former) == (
        *(DAY, 2, "steady"),
        FormerReport(DAY, "A blast in the"),
    )
    novelty = now.novelty
    assert [cited.sentence.position for cited in novelty.sentences] == [0]
    assert [mention.text for mention in novelty.dates] == ["Thursday"]
    assert (novelty.actors, novelty.figures) == (("Hamad Hassan",), ("135 people",))


def test_a_story_that_opens_a_storyline_is_all_new() -> None:
    (only,) = digests(edition(0, BLAST))
    (entry,) = only.entries
    assert entry.continuation
    assert (entry.continuation.former, entry.continuation.novelty.sentences) == (
        None,
        entry.sentences,
    )


def test_a_storyline_has_the_id_of_its_first_story() -> None:
    first, last = digests(edition(0, BLAST), edition(1, TOLL))
    (one,), (two,) = told(first), told(last)
    story = first.entries[0].story.id
    assert [one and one.storyline, two and two.storyline] == [story, story]


def test_what_rested_beyond_the_window_opens_anew() -> None:
    by = resources(Settings(grouping=Grouping(window_days=2)))
    _, last = digests(edition(0, BLAST), edition(3, TOLL), by=by)
    assert [one and one.former for one in told(last)] == [None]


DAYS = st.lists(
    st.lists(st.sampled_from([BLAST, TOLL, VOTE]), min_size=1, max_size=3), min_size=2, max_size=4
)


def saved(records: list[DayRecord]) -> tuple[list[SavedRecord], list[str]]:
    """Records as a store numbers their stems, and its table of stems."""
    table = list(dict.fromkeys(stem for record in records for stem in record.counts.stems))
    place = {stem: number for number, stem in enumerate(table)}
    return [
        SavedRecord(
            np.array([place[stem] for stem in record.counts.stems], dtype=np.int64),
            record.counts.rows,
            record.facts,
            np.array(record.lines, dtype=np.int64),
        )
        for record in records
    ], table


def editions_of(days: list[list[str]]) -> list[Edition]:
    return [edition(number, *texts) for number, texts in enumerate(days)]


@settings(deadline=None, max_examples=20)
@given(DAYS)
def test_a_day_behind_resumed_records_is_the_day_among_all(days: list[list[str]]) -> None:
    *former, last = editions_of(days)
    _, results = taken(*former, last)
    records = saved([result.record for result in results[:-1] if result.record])
    history = resumed(History(), *records, RESOURCES.background, RESOURCES.window_days)
    (behind,) = taken(last, history=history)[1]
    assert behind.digest == results[-1].digest


def same(one: History, other: History) -> bool:
    """Whether two histories lead on alike."""
    pairs = [
        (one.collection.document_frequencies, other.collection.document_frequencies),
        (one.collection.vector_sums, other.collection.vector_sums),
        (one.storylines.vectors.lines, other.storylines.vectors.lines),
        (one.storylines.vectors.sizes, other.storylines.vectors.sizes),
        (one.storylines.vectors.last, other.storylines.vectors.last),
        (one.storylines.vectors.sums.toarray(), other.storylines.vectors.sums.toarray()),
    ]
    told = one.storylines.tracked == other.storylines.tracked
    return told and all(np.array_equal(*pair) for pair in pairs)


@settings(deadline=None, max_examples=20)
@given(DAYS, st.integers(1, 3))
def test_resuming_leaves_the_history_that_the_steps_have_left(
    days: list[list[str]], cut: int
) -> None:
    by = resources(Settings(grouping=Grouping(window_days=1)))
    history, results = taken(*editions_of(days), by=by)
    records, table = saved([result.record for result in results if result.record])
    behind = History()
    for part in (records[:cut], records[cut:]):
        behind = resumed(behind, part, table, by.background, by.window_days)
    assert same(behind, history)


def digest_itself(digest: Digest) -> Digest:
    return digest


@settings(deadline=None, max_examples=20)
@given(DAYS, st.integers(1, 4))
def test_days_that_share_a_task_are_told_as_one_by_one(days: list[list[str]], cut: int) -> None:
    editions = editions_of(days)
    runs = [tuple(map(PlannedDay, run)) for run in (editions[:cut], editions[cut:]) if run]
    executor = Serial(Equipment(RESOURCES, digest_itself))
    steps = list(take_days(History(), runs, executor, RESOURCES))
    assert [step.made for step in steps] == digests(*editions)
