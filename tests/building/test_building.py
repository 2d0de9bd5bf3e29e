"""Incremental builds: the same bytes as from scratch, whatever was built before."""

from __future__ import annotations

import shutil
from contextlib import chdir
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from commands import line, tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.building import (
    BuildRequest,
    BuildResult,
    DamagedStoreError,
    build,
    catalogued,
)
from digest.building.store import FILE
from digest.pipeline.calendar import Period
from digest.settings import Grouping, Settings, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.building.taking import MadeDay

FIRST = date(2020, 9, 1)
BLAST = "A blast in the port of Beirut killed 78 people on Tuesday, officials in Lebanon said."
TOLL = "The blast in the port of Beirut killed 135 people, minister Hamad Hassan said on Thursday."
VOTE = "Alexander Lukashenko claimed victory in Belarus and police met crowds in Minsk on Sunday."
TEXTS = (BLAST, TOLL, VOTE, f"{BLAST} {VOTE}")
# Two formats show all that is made, and templates of more take long to compile.
SETTINGS = Settings(sources=("articles",), jobs=1, formats=("md", "json"))


class Killed(Exception):  # noqa: N818  # what ends a build on the way
    """The end of a build."""


@dataclass
class Place:
    """A working folder with articles by file, each a day and a text, and notes by day."""

    folder: Path
    articles: dict[str, tuple[int, str]] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Write the sources into a folder."""
        for name in ("articles", "notes"):
            (folder / name).mkdir(exist_ok=True)
        wanted = {f"articles/{name}.jsonl": self.line(name) for name in self.articles}
        wanted |= {f"notes/{day_of(day)}.md": text for day, text in self.notes.items()}
        for path in [*folder.glob("articles/*"), *folder.glob("notes/*")]:
            if path.relative_to(folder).as_posix() not in wanted:
                path.unlink()
        for name, text in wanted.items():
            path = folder / name
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")

    def line(self, name: str) -> str:
        day, text = self.articles[name]
        return line(name, text, day_of(day).isoformat(), title=" ".join(text.split()[:5]))


def day_of(number: int) -> date:
    return FIRST + timedelta(days=number)


def run(folder: Path, request: BuildRequest, killed_after: int | None = None) -> BuildResult:
    """Build in a folder; killed after so many days, if so many are made."""

    def progress(days: Iterator[MadeDay], _most: int) -> Iterator[MadeDay]:
        for number, day in enumerate(days):
            if number == killed_after:
                raise Killed
            yield day

    with chdir(folder), catalogued(request, None) as (found, store):
        return build(request, found, store, progress)


def from_scratch(place: Place, request: BuildRequest) -> dict[str, bytes]:
    """What a build writes that knows nothing."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        place.write(folder)
        own = replace(request, settings=replace(request.settings, cache=""), prune=False)
        run(folder, own)
        return tree(folder / "out")


ARTICLE = st.tuples(st.sampled_from("abcde"), st.integers(0, 3), st.sampled_from(TEXTS))
EDIT = st.one_of(
    st.tuples(st.just("put"), ARTICLE),
    st.tuples(st.just("remove"), ARTICLE),
    st.tuples(st.just("note"), ARTICLE),
    st.tuples(st.just("settings"), st.sampled_from([1, 2])),
)
BUILD = st.one_of(
    st.just(("all", 0)),
    st.tuples(st.just("since"), st.integers(0, 3)),
    st.tuples(st.just("date"), st.integers(0, 3)),
    st.tuples(st.just("killed"), st.integers(0, 2)),
)
STEPS = st.lists(st.tuples(st.lists(EDIT, max_size=3), BUILD), min_size=1, max_size=4)


def edited(place: Place, now: Settings, what: str, how: tuple[str, int, str] | int) -> Settings:
    if isinstance(how, int):
        return replace(now, summary=Summary(sentences=how))
    name, day, text = how
    if what == "put":
        place.articles[name] = (day, text)
    elif what == "remove":
        place.articles.pop(name, None)
    elif day in place.notes:
        del place.notes[day]
    else:
        place.notes[day] = text
    return now


def period_of(what: str, number: int) -> Period:
    if what == "since":
        return Period(day_of(number))
    return Period(day_of(number), day_of(number)) if what == "date" else Period()


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_any_order_of_builds_gives_the_bytes_of_a_build_from_scratch(
    steps: list[tuple[list[tuple[str, tuple[str, int, str] | int]], tuple[str, int]]],
) -> None:
    now = SETTINGS
    with TemporaryDirectory() as name:
        place = Place(Path(name), {"z": (0, BLAST), "y": (2, TOLL)})
        for edits, (what, number) in [*steps, ([], ("all", 0))]:
            for edit in edits:
                now = edited(place, now, *edit)
            place.write(place.folder)
            request = BuildRequest(now, period_of(what, number), prune=True)
            try:
                run(place.folder, request, number if what == "killed" else None)
            except Killed:
                continue
            out = tree(place.folder / "out") if (place.folder / "out").exists() else {}
            pages = {path: page for path, page in out.items() if is_asked(path, request)}
            expected = from_scratch(place, replace(request, asked=Period()))
            assert pages == {
                path: page for path, page in expected.items() if is_asked(path, request)
            }
        assert out == from_scratch(place, request)


def is_asked(path: str, request: BuildRequest) -> bool:
    """Whether a path is that of a page of a day that is asked for."""
    if not path[0].isdigit():
        return False
    return date.fromisoformat(path[:10].replace("/", "-")) in request.asked


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Three days, built once."""
    found = Place(tmp_path, {"a": (0, BLAST), "b": (1, TOLL), "c": (2, VOTE)})
    found.write(tmp_path)
    run(tmp_path, BuildRequest(SETTINGS))
    return found


def made(place: Place, request: BuildRequest) -> int:
    """How many days a build makes."""
    place.write(place.folder)
    return run(place.folder, request).made


ALL = BuildRequest(SETTINGS)


def test_nothing_changed_makes_nothing(place: Place) -> None:
    assert made(place, ALL) == 0


def test_a_new_day_makes_that_day_alone(place: Place) -> None:
    place.articles["d"] = (3, TOLL)
    assert made(place, ALL) == 1


def test_a_changed_article_makes_its_day_and_those_behind_it(place: Place) -> None:
    place.articles["b"] = (1, VOTE)
    assert made(place, ALL) == 2


def test_a_note_makes_its_day_alone(place: Place) -> None:
    place.notes[0] = "Good morning."
    assert made(place, ALL) == 1


def test_what_changes_nothing_that_later_days_know_makes_its_day_alone(place: Place) -> None:
    """Behind two hundred words, ones in small letters are counted by nothing, nor published."""
    filler = " ".join(["word"] * 250)
    place.articles["b"] = (1, f"{TOLL} And so on: {filler}.")
    made(place, ALL)
    place.articles["b"] = (1, f"{TOLL} And so on: {filler} word.")
    assert made(place, ALL) == 1


def test_another_title_of_the_page_makes_all_days(place: Place) -> None:
    assert made(place, BuildRequest(replace(SETTINGS, title="News"))) == 3


def test_without_following_a_changed_day_is_made_alone(place: Place) -> None:
    alone = BuildRequest(replace(SETTINGS, grouping=Grouping(follow=False)))
    made(place, alone)
    place.articles["a"] = (0, VOTE)
    assert made(place, alone) == 1


def test_a_page_that_is_gone_is_made_again(place: Place) -> None:
    shutil.rmtree(place.folder / "out" / "2020" / "09" / "02")
    assert made(place, ALL) == 1


def test_a_day_whose_articles_are_gone_is_named_and_pruned_if_asked(place: Place) -> None:
    del place.articles["b"]
    place.write(place.folder)
    kept, pruned = (run(place.folder, replace(ALL, prune=prune)) for prune in (False, True))
    (one,), (other,) = kept.orphans, pruned.orphans
    assert (one.day, bool(one.kept), other.day, bool(other.kept)) == (
        day_of(1),
        True,
        day_of(1),
        False,
    )
    assert not (place.folder / "out" / "2020" / "09" / "02" / "digest.md").exists()


@pytest.mark.parametrize("damage", [b"", b"no store", b"SQLite format 3\0" + bytes(84)])
def test_a_damaged_store_is_told_and_made_anew(place: Place, damage: bytes) -> None:
    store = place.folder / ".digest" / FILE
    store.write_bytes(damage)
    told: list[str] = []
    with chdir(place.folder), catalogued(ALL, None, told.append) as (found, opened):
        assert build(ALL, found, opened).made == 3
    assert [one.endswith(": made anew") for one in told] == [True] * bool(damage)


def test_pages_of_all_days_are_those_of_the_settings(place: Place) -> None:
    """Though the pages of the day that is asked for stand already."""
    only = Period(day_of(0), day_of(0))
    titled = replace(SETTINGS, title="News")
    run(place.folder, BuildRequest(titled, Period(day_of(1), day_of(1))))
    run(place.folder, BuildRequest(SETTINGS, only))
    out = tree(place.folder / "out")
    shutil.rmtree(place.folder / ".digest")
    run(place.folder, BuildRequest(SETTINGS, only, anew=True))
    assert out == tree(place.folder / "out")


def test_a_store_whose_damage_shows_later_is_refused_by_its_own_error(place: Place) -> None:
    with chdir(place.folder), catalogued(ALL, None) as (_, store):
        store.connection.execute("UPDATE stems SET stems = x'0011'")
        store.commit()
    place.articles["c"] = (2, BLAST)
    place.write(place.folder)
    with pytest.raises(DamagedStoreError):
        run(place.folder, ALL)


def test_a_record_that_is_not_the_one_saved_is_made_again(place: Place) -> None:
    with chdir(place.folder), catalogued(ALL, None) as (_, store):
        store.connection.execute(
            "UPDATE days SET record = (SELECT record FROM days WHERE day = '2020-09-02')"
            " WHERE day = '2020-09-01'"
        )
    place.articles["d"] = (3, TOLL)
    place.write(place.folder)
    run(place.folder, ALL)
    assert tree(place.folder / "out") == from_scratch(place, ALL)
