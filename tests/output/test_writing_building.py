"""What a build leaves in its output folder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import killed_builds
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from output_samples import INDEX, build_of, page, tree

from digest.errors import OutputError
from digest.output import KeptDays, restore, write
from digest.output.atomic_swap import swap
from digest.output.folder import output_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import Page

FORMATS = ("index.html", "digest.md", "digest.json", "digest.eml")
posix_alone = pytest.mark.skipif(sys.platform == "win32", reason="no such thing there")


def build(out: Path, *pages: Page) -> None:
    write(build_of(pages), out)


def refusal(out: Path, *pages: Page) -> str:
    with pytest.raises(OutputError) as caught:
        build(out, *pages)
    return str(caught.value)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output that holds one day."""
    out = tmp_path / "out"
    build(out, page("2020/09/03/index.html", "old"), page("2020/09/03/digest.md", "old"))
    return out


def test_new_output_holds_the_pages_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    build(tmp_path / "a" / "out", page("2020/09/03/index.html"), page("style.css", "x"))
    assert tree(tmp_path) == {
        "a/out/2020/09/03/index.html": "new",
        "a/out/index.json": INDEX,
        "a/out/style.css": "x",
    }


def test_day_that_is_built_loses_the_formats_that_are_not_made_again(out: Path) -> None:
    build(out, page("2020/09/03/digest.json"))
    assert tree(out) == {"2020/09/03/digest.json": "new", "index.json": INDEX}


def test_day_that_is_not_built_stays_as_it_is(out: Path) -> None:
    build(out, page("2020/09/04/digest.json"))
    assert tree(out) == {
        "2020/09/03/digest.md": "old",
        "2020/09/03/index.html": "old",
        "2020/09/04/digest.json": "new",
        "index.json": INDEX,
    }


def test_files_of_others_stay(out: Path) -> None:
    for path in (".git/HEAD", "CNAME", "2020/09/03/photo.jpg", "2020/9/3/digest.md"):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text("theirs")
    (out / "latest").symlink_to("2020/09/03")
    (out / "gone").symlink_to("nowhere")
    (out / "empty").mkdir()
    build(out, page("2020/09/03/index.html"))
    assert tree(out) | {"empty": str((out / "empty").is_dir())} == {
        ".git/HEAD": "theirs",
        "2020/09/03/index.html": "new",
        "2020/09/03/photo.jpg": "theirs",
        "2020/9/3/digest.md": "theirs",
        "CNAME": "theirs",
        "empty": "True",
        "gone": "nowhere",
        "index.json": INDEX,
        "latest": "2020/09/03",
    }


def kept_in(out: Path, *pages: Page) -> KeptDays:
    """What the index of a build is made from."""
    seen: list[KeptDays] = []

    def index(kept: KeptDays) -> list[Page]:
        seen.append(kept)
        return []

    write(build_of(pages, index), out)
    return seen.pop()


def test_index_is_made_from_the_days_that_are_kept(out: Path) -> None:
    (out / "2020/09/02").mkdir()
    (out / "2020/09/02/photo.jpg").write_text("theirs")
    build(out, page("2020/09/04/digest.md"))
    kept = kept_in(out, page("2020/09/04/digest.md"))
    assert kept == KeptDays(INDEX.encode(), frozenset({date(2020, 9, 3)}))


def test_index_of_a_new_output_is_made_from_nothing(tmp_path: Path) -> None:
    assert kept_in(tmp_path / "out") == KeptDays(None, frozenset())


def test_index_is_made_after_the_last_page(tmp_path: Path) -> None:
    order = []

    def pages() -> Iterator[Page]:
        for name in "ab":
            order.append(name)
            yield page(name)

    def index(_: KeptDays) -> Iterator[Page]:
        order.append("index")
        yield from ()

    write(build_of(pages(), index), tmp_path / "out")
    assert order == ["a", "b", "index"]


@pytest.mark.parametrize("error", [ValueError("no"), OSError("no"), KeyboardInterrupt()])
def test_failing_build_passes_its_error_on_and_leaves_the_former_output(
    out: Path, error: BaseException
) -> None:
    def pages() -> Iterator[Page]:
        yield page("2020/09/03/index.html")
        raise error

    former = tree(out.parent)
    with pytest.raises(type(error)) as caught:
        write(build_of(pages()), out)
    assert (caught.value, tree(out.parent)) == (error, former)


def test_failing_index_leaves_the_former_output(out: Path) -> None:
    former = tree(out.parent)
    with pytest.raises(ZeroDivisionError):
        write(build_of([page("2020/09/03/index.html")], lambda _: [page(str(1 // 0))]), out)
    assert tree(out.parent) == former


@posix_alone
def test_page_that_cannot_be_written_whole_leaves_the_former_output(out: Path) -> None:
    import resource

    former = tree(out.parent)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, limits[1]))
    try:
        reason = refusal(out, page("a"), page("2020/09/03/index.html", "x" * 6000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (reason, tree(out.parent)) == (f"{out}: File too large", former)


def test_page_is_never_written_through_a_link(out: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").hardlink_to(out / "2020/09/03/index.html")
    (tmp_path / "css").write_text("theirs")
    (out / "style.css").symlink_to("../css")
    build(out, page("2020/09/03/index.html"), page("style.css"))
    kept, css, style = (tmp_path / "kept", tmp_path / "css", out / "style.css")
    found = (kept.read_text(), css.read_text(), style.read_text(), style.is_symlink())
    assert found == ("old", "theirs", "new", False)


def test_page_about_all_days_is_a_new_file(out: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").hardlink_to(out / "index.json")
    build(out)
    assert not (tmp_path / "kept").samefile(out / "index.json")


def test_page_that_is_kept_is_the_same_file(out: Path) -> None:
    before = (out / "2020/09/03/index.html").stat()
    build(out, page("2020/09/04/index.html"))
    assert os.path.samestat(before, (out / "2020/09/03/index.html").stat())


def test_page_is_copied_where_files_have_one_name(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    before = (out / "2020/09/03/index.html").stat()
    build(out, page("2020/09/04/index.html"))
    after = (out / "2020/09/03/index.html").stat()
    assert (after.st_ino == before.st_ino, after.st_mtime_ns) == (False, before.st_mtime_ns)


@posix_alone
def test_new_output_follows_the_umask(tmp_path: Path) -> None:
    former = os.umask(0o027)
    try:
        build(tmp_path / "out", page("2020/09/03/index.html"))
    finally:
        os.umask(former)
    paths = [tmp_path / "out", *sorted((tmp_path / "out").rglob("*"))]
    assert [path.stat().st_mode & 0o777 for path in paths] == [0o750] * 4 + [0o640] * 3


@posix_alone
def test_output_keeps_its_modes(out: Path) -> None:
    out.chmod(0o711)
    (out / "2020").chmod(0o2775)
    build(out, page("2020/09/03/index.html"))
    assert [path.stat().st_mode & 0o7777 for path in (out, out / "2020")] == [0o711, 0o2775]


@posix_alone
@pytest.mark.parametrize("made", [True, False])
def test_link_to_the_output_stays_a_link(tmp_path: Path, made: bool) -> None:
    if made:
        (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    build(tmp_path / "out", page("2020/09/03/index.html"))
    assert tree(tmp_path) == {
        "out": "real",
        "real/2020/09/03/index.html": "new",
        "real/index.json": INDEX,
    }


def test_output_may_be_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    build(tmp_path / "out", page("a"))
    assert tree(tmp_path) == {"out/a": "new", "out/index.json": INDEX}


@posix_alone
def test_second_build_fails_while_the_first_is_running(out: Path) -> None:
    def pages() -> Iterator[Page]:
        yield page("2020/09/03/index.html")
        said.append(subprocess.run(second, capture_output=True, text=True, check=False).stdout)

    said: list[str] = []
    second = [sys.executable, killed_builds.__file__, str(out), "once"]
    write(build_of(pages()), out)
    assert (said, tree(out.parent)) == (
        [f"{out}: another build is writing here: build again when it has ended\n"],
        {"out/2020/09/03/index.html": "new", "out/index.json": INDEX},
    )


def test_two_outputs_in_one_folder_can_be_built_at_once(tmp_path: Path) -> None:
    def pages() -> Iterator[Page]:
        build(tmp_path / "b", page("x"))
        yield page("y")

    write(build_of(pages()), tmp_path / "a")
    assert tree(tmp_path) == {
        "a/index.json": INDEX,
        "a/y": "new",
        "b/index.json": INDEX,
        "b/x": "new",
    }


def test_restore_changes_nothing_where_nothing_was_lost(out: Path) -> None:
    before = tree(out.parent)
    restore(out)
    restore(out.parent / "another")
    assert tree(out.parent) == before


@pytest.mark.parametrize("made", [True, False])
def test_restore_puts_back_what_was_left_aside(out: Path, made: bool) -> None:
    before = tree(out.parent)
    out.rename(out.with_name(".out.digest-former"))
    if made:
        out.mkdir()
    restore(out)
    assert tree(out.parent) == before


def test_build_puts_back_what_was_left_aside(out: Path) -> None:
    out.rename(out.with_name(".out.digest-former"))
    build(out, page("2020/09/04/digest.md"))
    assert tree(out.parent) == {
        "out/2020/09/03/digest.md": "old",
        "out/2020/09/03/index.html": "old",
        "out/2020/09/04/digest.md": "new",
        "out/index.json": INDEX,
    }


def test_swap_that_fails_half_way_puts_the_former_output_back(out: Path) -> None:
    before = tree(out.parent)
    with pytest.raises(OutputError, match="can't be renamed"):
        swap(output_folder(out))  # without a new tree
    assert tree(out.parent) == before


def test_restore_leaves_a_new_output_as_it_is(out: Path) -> None:
    out.with_name(".out.digest-former").mkdir()
    before = tree(out)
    restore(out)
    assert tree(out) == before


def test_restore_works_from_within(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(out)
    before = tree(out.parent)
    restore(Path())
    assert tree(out.parent) == before


days = st.integers(1, 3).map(lambda day: f"2020/09/{day:02}/")
builds = st.dictionaries(st.tuples(days, st.sampled_from(FORMATS)), st.text("ab", max_size=2))


@settings(deadline=None, max_examples=50)
@given(st.lists(builds, max_size=4))
def test_output_is_what_the_builds_add_up_to(history: list[dict[tuple[str, str], str]]) -> None:
    expected = {"index.json": INDEX}
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder) / "out")
        for made in history:
            built = {day for day, _ in made}
            expected = {path: text for path, text in expected.items() if path[:11] not in built}
            expected |= {day + name: text for (day, name), text in made.items()}
            build(Path(folder) / "out", *(page(day + name, made[day, name]) for day, name in made))
        assert tree(Path(folder)) == {f"out/{path}": text for path, text in expected.items()}
