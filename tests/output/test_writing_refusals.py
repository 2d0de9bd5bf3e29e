"""Where a build refuses to write; the reason names the path and what to do."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from output_samples import build_of, page, tree

from digest.errors import OutputError
from digest.output import write

FOREIGN = "is not empty and holds no index.json of a digest: name a new or an empty folder"
OUTSIDE = "is no path below the output folder"
LINK = "is a symbolic link: a page is written into real folders alone"


def refusal(out: Path, *paths: str) -> str:
    with pytest.raises(OutputError) as caught:
        write(build_of(map(page, paths)), out)
    return str(caught.value)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output that holds nothing but its index."""
    write(build_of([]), tmp_path / "out")
    return tmp_path / "out"


@pytest.mark.parametrize(
    "files",
    [
        {"letter.txt": "Dear"},
        {"index.json": "[]"},
        {"index.json": "{"},
        {"index.json": "[" * 100_000},
        {"index.json": "\x80"},
        {"index.json": '{"schema": "another/1"}'},
        {"index.json": '{"schema": ["digest/index/1"]}'},
    ],
)
def test_folder_of_others_is_refused_and_untouched(tmp_path: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="latin-1")
    with pytest.raises(OutputError, match=FOREIGN):
        write(build_of([]), tmp_path)
    assert {path.name: path.read_text("latin-1") for path in tmp_path.iterdir()} == files


def test_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("text")
    assert refusal(tmp_path / "out") == f"{tmp_path / 'out'}: is no folder"


@pytest.mark.parametrize("name", [".", "..", "../inside"])
def test_current_folder_and_those_above_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    reason = "is or holds the current folder, which can't be swapped for a new one"
    assert refusal(Path(name)) == f"{name}: {reason}: name another, such as out"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a known mount point")
def test_mount_point_is_refused() -> None:
    reason = "is a mount point, which can't be renamed: name one below"
    assert refusal(Path("/proc")) == f"/proc: {reason}"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a known read-only folder")
def test_output_in_a_folder_that_cannot_be_written_is_refused() -> None:
    reason = "the folder above it can't be written (No such file or directory)"
    assert refusal(Path("/proc/out")) == f"/proc/out: {reason}"


def test_output_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    reason = "the folder above it can't be written (Not a directory)"
    assert refusal(tmp_path / "file/a/out") == f"{tmp_path / 'file/a/out'}: {reason}"


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("out")
    assert refusal(tmp_path / "out") == f"{tmp_path / 'out'}: is no folder"


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", "a\\x", "C:x", ".", "a/.."])
def test_page_outside_is_refused(out: Path, path: str) -> None:
    assert refusal(out, path) == f"{path}: {OUTSIDE}"


@pytest.mark.parametrize("path", ["a\0b", "a\nb", "a\u202eb", "a\ud800b"])
def test_page_whose_path_cannot_be_shown_is_refused(out: Path, path: str) -> None:
    assert refusal(out, path) == f"{path!a}: {OUTSIDE}"


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
@pytest.mark.parametrize("target", ["..", "2019"])
def test_page_behind_a_link_is_refused(out: Path, target: str) -> None:
    (out / "2020").symlink_to(target)
    before = tree(out.parent)
    assert refusal(out, "2020/09/03/index.html") == f"{out / '2020'}: {LINK}"
    assert tree(out.parent) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs symbolic links")
def test_page_about_all_days_behind_a_link_is_refused(out: Path) -> None:
    (out.parent / "theirs.css").write_text("theirs")
    (out / "assets").symlink_to("..")
    with pytest.raises(OutputError, match=LINK):
        write(build_of([page("assets/theirs.css")]), out)
    assert (out.parent / "theirs.css").read_text() == "theirs"


def test_page_in_the_way_of_a_page_is_refused(out: Path) -> None:
    assert [refusal(out, "a", "a"), refusal(out, "a", "a/b"), refusal(out, "a/b", "a")] == [
        f"{out / 'a'}: File exists",
        f"{out / 'a'}: File exists",
        f"{out / 'a'}: File exists",
    ]


def test_page_about_all_days_in_the_way_of_a_page_is_refused(out: Path) -> None:
    assert refusal(out, "index.json") == f"{out / 'index.json'}: File exists"


def test_page_in_the_way_of_a_folder_of_others_is_refused(out: Path) -> None:
    (out / "style.css").mkdir()
    assert refusal(out, "style.css") == f"{out / 'style.css'}: File exists"


def test_file_of_others_in_the_way_of_a_folder_of_pages_is_refused(out: Path) -> None:
    (out / "2020").write_text("theirs")
    reason = "is in the way of a folder of pages"
    assert refusal(out, "2020/09/03/index.html") == f"{out / '2020'}: {reason}"


def test_path_that_is_too_long_is_refused(out: Path) -> None:
    assert refusal(out, "a" * 300) == f"{out / ('a' * 300)}: File name too long"


def test_leftover_that_is_no_folder_is_refused(out: Path) -> None:
    leftover = out.with_name(".out.digest-new")
    leftover.write_text("theirs")
    reason = "is left of a build and can't be removed (Not a directory)"
    assert refusal(out, "a") == f"{leftover}: {reason}"


@settings(deadline=None)
@given(st.text(st.sampled_from("./a\\:\0 -é")))
def test_page_lies_below_the_output_or_is_refused(path: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            write(build_of([page(path)], lambda _: []), Path(folder) / "out")
        except OutputError:
            assert tree(Path(folder)) == {}
        else:
            assert tree(Path(folder)) == {str(PurePosixPath("out") / path): "new"}
