"""What a day's digest continues, and what it tells anew."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from making import DAY, article

from digest.choices import choices
from digest.days import counted_days, stories_of, weighed_days
from digest.model import Edition, Former
from digest.pipeline import digests_of
from digest.settings import Grouping, Settings
from digest.tracking import MadeDays, track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.choices import Choices
    from digest.model import Continuation, Digest

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
CHOSEN = choices(Settings())


def edition(day: int, *texts: str) -> Edition:
    """A day's articles, whose titles are their first words."""
    at = DAY + timedelta(days=day)
    told = (
        article(text, f"{day}-{number}", day=at, title=" ".join(text.split()[:4]))
        for number, text in enumerate(texts)
    )
    return Edition(at, tuple(told))


def made(
    *editions: Edition, former: tuple[Edition, ...] = (), chosen: Choices = CHOSEN
) -> Iterator[MadeDays]:
    """The days' digests, and the stories of former ones."""
    runs = [run for run in (former, editions) if run]
    for weighed in weighed_days((counted_days(run) for run in runs), chosen):
        grouped = stories_of(weighed, chosen)
        asked = grouped.editions == editions
        yield MadeDays(grouped.batch, tuple(digests_of(grouped, chosen)) if asked else ())


def told(digest: Digest) -> list[Continuation | None]:
    return [entry.continuation for entry in digest.entries]


def test_a_story_that_goes_on_names_the_day_before_and_what_is_new() -> None:
    _, last = track(made(edition(0, BLAST), edition(1, TOLL)), CHOSEN)
    (entry,) = last.entries
    now = entry.continuation
    assert now
    assert (now.opened, now.days, now.trend, now.former) == (
        *(DAY, 2, "steady"),
        Former(DAY, "A blast in the"),
    )
    news = now.news
    assert [cited.sentence.position for cited in news.sentences] == [0]
    assert [mention.text for mention in news.dates] == ["Thursday"]
    assert (news.actors, news.figures) == (("Hamad Hassan",), ("135 people",))


def test_a_story_that_opens_a_storyline_is_all_new() -> None:
    (only,) = track(made(edition(0, BLAST)), CHOSEN)
    (entry,) = only.entries
    assert entry.continuation
    assert (entry.continuation.former, entry.continuation.news.sentences) == (
        None,
        entry.sentences,
    )


def test_a_storyline_has_the_id_of_its_first_story() -> None:
    first, last = track(made(edition(0, BLAST), edition(1, TOLL)), CHOSEN)
    (one,), (two,) = told(first), told(last)
    story = first.entries[0].story.id
    assert [one and one.line, two and two.line] == [story, story]


def test_what_rested_beyond_the_window_opens_anew() -> None:
    chosen = choices(Settings(grouping=Grouping(window_days=2)))
    _, last = track(made(edition(0, BLAST), edition(3, TOLL), chosen=chosen), chosen)
    assert [one and one.former for one in told(last)] == [None]


DAYS = st.lists(
    st.lists(st.sampled_from([BLAST, TOLL, VOTE]), min_size=1, max_size=3), min_size=2, max_size=4
)


@settings(deadline=None, max_examples=20)
@given(DAYS)
def test_a_day_alone_continues_what_it_continues_among_all(days: list[list[str]]) -> None:
    editions = [edition(number, *texts) for number, texts in enumerate(days)]
    *_, among_all = track(made(*editions), CHOSEN)
    (alone,) = track(made(editions[-1], former=tuple(editions[:-1])), CHOSEN)
    assert alone == among_all
