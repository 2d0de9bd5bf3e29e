"""Pages whose articles are gone are told, and removed only if they are as a build wrote them."""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import killed_builds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from output_samples import INDEX, MANIFEST, build_of, page, tree

from digest.output import KeptDays, Orphan, Retraction, write, written_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.model import Page

DAY, NEXT = date(2020, 9, 3), date(2020, 9, 4)
MD, HTML = PurePosixPath("2020/09/03/digest.md"), PurePosixPath("2020/09/03/index.html")
NEXT_MD = PurePosixPath("2020/09/04/digest.md")


def gone(*days: date, prune: bool = False) -> Retraction:
    return Retraction(lambda day: day in days, prune)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output that holds two days, the first in two formats."""
    pages = [page(str(path), "old") for path in (HTML, MD, NEXT_MD)]
    write(build_of(pages), tmp_path / "out")
    return tmp_path / "out"


def rebuild(out: Path, retraction: Retraction | None) -> tuple[Orphan, ...]:
    return write(build_of([page(str(NEXT_MD))], retraction=retraction), out)


def test_former_days_are_not_judged_without_being_asked_for(out: Path) -> None:
    assert rebuild(out, None) == ()


def test_day_whose_articles_are_gone_is_an_orphan(out: Path) -> None:
    before = tree(out)
    orphans = rebuild(out, gone(DAY))
    assert (orphans, tree(out)) == (
        (Orphan(DAY, (MD, HTML), ()),),
        before | {str(NEXT_MD): "new"},
    )


def test_orphan_is_told_again_by_every_build(out: Path) -> None:
    assert rebuild(out, gone(DAY)) == rebuild(out, gone(DAY))


def test_day_that_is_built_is_no_orphan(out: Path) -> None:
    assert rebuild(out, gone(NEXT)) == ()


def test_pruned_orphan_leaves_no_file_and_no_empty_folder(out: Path) -> None:
    orphans = rebuild(out, gone(DAY, prune=True))
    assert (orphans, tree(out), (out / "2020/09/03").exists()) == (
        (Orphan(DAY, (), (MD, HTML)),),
        {str(NEXT_MD): "new", "index.json": INDEX},
        False,
    )


def test_pruned_orphan_is_told_no_more(out: Path) -> None:
    rebuild(out, gone(DAY, prune=True))
    assert rebuild(out, gone(DAY, prune=True)) == ()


def test_file_changed_by_hand_is_kept_and_told(out: Path) -> None:
    (out / MD).write_text("odl")
    assert rebuild(out, gone(DAY, prune=True)) == (Orphan(DAY, (MD,), (HTML,)),)
    assert tree(out / "2020/09/03") == {"digest.md": "odl"}


def test_files_of_others_are_never_pruned(out: Path) -> None:
    (out / "2020/09/03/photo.jpg").write_text("theirs")
    (out / "2020/09/03/digest.eml").write_text("theirs")
    rebuild(out, gone(DAY, prune=True))
    assert tree(out / "2020/09/03") == {"digest.eml": "theirs", "photo.jpg": "theirs"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_nothing_behind_a_link_is_pruned(out: Path, tmp_path: Path) -> None:
    (out / "2020/09/03").rename(tmp_path / "moved")
    (out / "2020/09/03").symlink_to(tmp_path / "moved")
    assert rebuild(out, gone(DAY, prune=True)) == ()
    assert tree(tmp_path / "moved") == {"digest.md": "old", "index.html": "old"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_link_in_the_place_of_a_page_is_kept(out: Path, tmp_path: Path) -> None:
    (out / MD).rename(tmp_path / "moved")
    (out / MD).symlink_to(tmp_path / "moved")
    assert rebuild(out, gone(DAY, prune=True)) == (Orphan(DAY, (MD,), (HTML,)),)


def test_pages_of_a_version_without_manifest_are_not_judged(out: Path) -> None:
    (out / MANIFEST).unlink()
    assert rebuild(out, gone(DAY, prune=True)) == ()


def test_index_is_made_without_the_days_that_are_pruned(out: Path) -> None:
    seen: list[KeptDays] = []

    def shared(kept: KeptDays) -> list[Page]:
        seen.append(kept)
        return []

    write(build_of([], shared, retraction=gone(DAY, prune=True)), out)
    assert seen == [KeptDays(INDEX.encode(), frozenset({NEXT}))]


def built_with_style(out: Path, *pages: Page) -> None:
    write(build_of([*pages, page("assets/digest.css")]), out)


def test_shared_file_that_is_not_made_again_goes_with_the_last_former_day(out: Path) -> None:
    built_with_style(out)
    write(build_of([page(str(MD)), page(str(NEXT_MD))]), out)
    assert tree(out) == {str(MD): "new", str(NEXT_MD): "new", "index.json": INDEX}


def test_shared_file_stays_while_a_former_day_may_need_it(out: Path) -> None:
    built_with_style(out)
    write(build_of([page(str(NEXT_MD))]), out)
    assert (out / "assets/digest.css").read_text() == "new"


def test_shared_file_changed_by_hand_stays(out: Path) -> None:
    built_with_style(out)
    (out / "assets/digest.css").write_text("my")
    write(build_of([page(str(MD)), page(str(NEXT_MD))]), out)
    assert (out / "assets/digest.css").read_text() == "my"


def build_incrementally(out: Path, contents: Mapping[date, str], asked: frozenset[date]) -> None:
    """Write the days asked for whose key is new; prune those asked for that have no content."""
    written = written_days(out)
    for day in sorted(asked & contents.keys()):
        content = contents[day]
        if day not in written or written[day].key != content:
            names = (f"{day:%Y/%m/%d}/{name}" for name in ("digest.md", "index.html"))
            write(build_of([page(name, content) for name in names], key=content), out)
    retraction = Retraction(lambda day: day in asked and day not in contents, prune=True)
    write(build_of([], retraction=retraction), out)


DAYS = st.integers(1, 4).map(lambda number: date(2020, 9, number))
STATES = st.tuples(st.dictionaries(DAYS, st.sampled_from("abc")), st.frozensets(DAYS))


@settings(deadline=None, max_examples=50)
@given(st.lists(STATES, max_size=4), st.dictionaries(DAYS, st.sampled_from("abc")))
def test_builds_one_after_the_other_end_where_one_from_scratch_does(
    history: list[tuple[dict[date, str], frozenset[date]]], last: dict[date, str]
) -> None:
    every = frozenset(date(2020, 9, number) for number in range(1, 5))
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder) / "one", Path(folder) / "other"
        for contents, asked in history:
            build_incrementally(one, contents, asked)
        build_incrementally(one, last, every)
        build_incrementally(other, last, every)
        assert killed_builds.tree(one) == killed_builds.tree(other)
