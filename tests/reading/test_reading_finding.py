from __future__ import annotations

import os
import socket
import sys
from contextlib import chdir
from datetime import UTC, date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from reading_samples import Told, read_in, read_one

from digest.errors import SourceError
from digest.model import Article, Origin
from digest.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RAIN = "date 2020-06-23 Rain fell."


def origins(reading: Told) -> list[str]:
    return [str(article.origin) for article in reading.articles]


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"date 2020-06-23 Read from {name}.")


def test_folders_are_walked_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path, "s/b.txt", "s/a/z.TXT", "s/c/a/b.txt", "s/a.txt")
    assert origins(read_in(tmp_path, "s")) == [
        "s/a.txt:1",
        "s/a/z.TXT:1",
        "s/b.txt:1",
        "s/c/a/b.txt:1",
    ]


def test_every_known_ending_is_read(tmp_path: Path) -> None:
    write(tmp_path, "s/a.txt")
    for ending in ("jsonl", "ndjson"):
        (tmp_path / f"s/a.{ending}").write_text(f'{{"date": "2020-06-23", "text": "{ending}"}}')
    for ending in ("md", "markdown"):
        (tmp_path / f"s/a.{ending}").write_text(f"date: 2020-06-23\n\n{ending}")
    for ending in ("html", "htm"):
        (tmp_path / f"s/a.{ending}").write_text(
            "<html><head><meta name='date' content='2020-06-23'></head>"
            f"<body><p>The {ending} page tells of rain.</p></body></html>"
        )
    reading = read_in(tmp_path, "s")
    assert (origins(reading), reading.problems, reading.notices) == (
        [
            f"s/a.{ending}:1"
            for ending in ("htm", "html", "jsonl", "markdown", "md", "ndjson", "txt")
        ],
        (),
        (),
    )


def test_paths_are_shown_as_they_were_given(tmp_path: Path) -> None:
    write(tmp_path, "s/a.txt")
    (tmp_path / "t").mkdir()
    absolute = tmp_path.as_posix()
    shown = {
        "s/": "s/a.txt:1",
        "./s": "s/a.txt:1",
        "s/a.txt": "s/a.txt:1",
        f"{absolute}/s": f"{absolute}/s/a.txt:1",
        "t/../s": "t/../s/a.txt:1",
    }
    assert {source: origins(read_in(tmp_path, source))[0] for source in shown} == shown


def test_the_folder_one_stands_in_is_a_source(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "post/b.txt")
    assert origins(read_in(tmp_path, ".")) == ["a.txt:1", "post/b.txt:1"]


def test_hidden_files_and_folders_are_skipped(tmp_path: Path) -> None:
    write(tmp_path, "s/.a.txt", "s/.b/c.txt", "s/d.txt")
    reading = read_in(tmp_path, "s")
    assert (origins(reading), *reading[1:]) == (["s/d.txt:1"], (), ())


def test_other_files_in_folders_are_told(tmp_path: Path) -> None:
    write(tmp_path, "s/a.png", "s/b/README")
    assert read_in(tmp_path, "s") == Told(
        notices=(
            "s/a.png: not read: no format has the ending .png",
            "s/b/README: not read: its name has no ending",
        )
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbf\n date 2020-06-23 Rain fell.", "Rain fell."),
        (b'\n\n {"date": "2020-06-23", "text": "Snow fell."}', "Snow fell."),
        (b'\xef\xbb\xbf{"date": "2020-06-23", "text": "Snow fell."}', "Snow fell."),
    ],
)
def test_a_named_file_of_another_ending_is_sniffed(
    tmp_path: Path, content: bytes, text: str
) -> None:
    reading = read_one(tmp_path, "a.data", content)
    assert ([one.text for one in reading.articles], reading.notices) == ([text], ())


def test_a_named_list_in_json_is_told_what_is_expected(tmp_path: Path) -> None:
    problem = "a.json:1: one JSON object a line is expected, not a list over many lines"
    assert read_one(tmp_path, "a.json", b'[\n{"text": "Rain"}\n]') == Told(problems=(problem,))


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "s/post/a.txt")
    once = read_in(tmp_path, "s")
    (tmp_path / "s/above.txt").symlink_to(tmp_path / "s/post/a.txt")
    (tmp_path / "s/again").symlink_to(tmp_path / "s/post")
    sources = ("s/post", "s/post/a.txt", "s", "s")
    assert [read_in(tmp_path, *order) for order in (sources, sources[::-1])] == [once, once]


def test_links_are_followed(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/post/a.txt", "one.txt")
    (tmp_path / "s").mkdir()
    (tmp_path / "s/linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "s/two.txt").symlink_to(tmp_path / "one.txt")
    reading = read_in(tmp_path, "s")
    assert [(str(one.origin), one.source) for one in reading.articles] == [
        ("s/linked/post/a.txt:1", "post"),
        ("s/two.txt:1", ""),
    ]


def test_link_loops_and_broken_links_are_named(tmp_path: Path) -> None:
    write(tmp_path, "s/a.txt", "s/b/c.txt")
    (tmp_path / "s/b/up").symlink_to(tmp_path / "s")
    (tmp_path / "s/self.txt").symlink_to(tmp_path / "s/self.txt")
    (tmp_path / "s/gone.txt").symlink_to(tmp_path / "nowhere.txt")
    reading = read_in(tmp_path, "s")
    assert (origins(reading), reading.problems) == (
        ["s/a.txt:1", "s/b/c.txt:1"],
        (
            "s/b/up: link loop: it leads back to a folder that holds it",
            "s/gone.txt: broken link: what it leads to is missing",
            "s/self.txt: link loop: it leads to itself",
        ),
    )


def test_named_links_that_lead_nowhere_are_problems(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    problem = "gone.txt: broken link: what it leads to is missing"
    assert read_in(tmp_path, "gone.txt") == Told(problems=(problem,))


def test_links_between_folders_end(tmp_path: Path) -> None:
    """Twelve folders, each with links to all: as many ways as there are orders of them."""
    folders = [tmp_path / f"s/{number:02}" for number in range(12)]
    for folder in folders:
        write(folder, "a.txt")
        for other in folders:
            if other != folder:
                (folder / other.name).symlink_to(other)
    for folder in folders:
        (folder / "a.txt").write_text(f"date 2020-06-23 Read {folder.name}.")
    assert origins(read_in(tmp_path, "s")) == [f"s/{number:02}/a.txt:1" for number in range(12)]


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[str]:
    """A file below more folders than Python recurses; taken away again, for shutil couldn't."""
    depth = 1_100
    with chdir(tmp_path):
        for level in range(depth):
            os.mkdir("/".join("d" * (level + 1)))  # noqa: PTH102
        path = "/".join("d" * depth)
        file = f"{path}/a.txt"
        try:
            write(tmp_path, file)
            yield path
            os.remove(file)  # noqa: PTH107
        finally:
            os.removedirs(path)


def test_deep_folders_are_walked(tmp_path: Path, deep: str) -> None:
    assert origins(read_in(tmp_path, "d")) == [f"{deep}/a.txt:1"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_special_files_are_named_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "s").mkdir()
    os.mkfifo(tmp_path / "s/pipe.txt")
    (tmp_path / "s/zero.txt").symlink_to("/dev/zero")
    with chdir(tmp_path / "s"), socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
    expected = (
        "s/pipe.txt: not a file but a pipe",
        "s/socket.txt: not a file but a socket",
        "s/zero.txt: not a file but a device",
    )
    assert read_in(tmp_path, "s") == Told(problems=expected)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_named_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    expected = Told(problems=("pipe.txt: not a file but a pipe",))
    assert read_in(tmp_path, "pipe.txt") == expected


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs Linux")  # noqa: PTH110
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Its own memory can be opened, but at address 0 there is nothing."""
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    expected = Told(problems=("a.txt: unreadable: input/output error",))
    assert read_in(tmp_path, "a.txt") == expected


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    write(tmp_path, "s/a.txt", "s/shut/b.txt")
    (tmp_path / "s/a.txt").chmod(0)
    (tmp_path / "s/shut").chmod(0)
    expected = Told(problems=("s/a.txt: permission denied", "s/shut: permission denied"))
    assert read_in(tmp_path, "s") == expected


@pytest.mark.parametrize("source", ["nowhere", "", "a\0b", "here.txt/"])
def test_a_missing_source_is_an_error(tmp_path: Path, source: str) -> None:
    write(tmp_path, "here.txt")
    with chdir(tmp_path), pytest.raises(SourceError, match="no such file or folder"):
        read(["here.txt", source], zone=UTC)


def test_standard_input_must_be_given() -> None:
    with pytest.raises(SourceError, match=r"^-: there is no standard input$"):
        read(["-"], zone=UTC)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_odd_file_names_are_shown_safely(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff\n.txt")
    (tmp_path / name).write_text(RAIN)
    article = Article(
        sha256(b"2020-06-23\n\nRain fell.").hexdigest()[:16],
        "Rain fell.",
        date(2020, 6, 23),
        Origin("a\\xff\\x0a.txt"),
    )
    assert (read_in(tmp_path, "."), read_in(tmp_path, name)) == (Told((article,)), Told((article,)))


def test_the_same_id_in_two_files_is_refused_by_path(tmp_path: Path) -> None:
    line = '{"id": "r", "date": "2020-06-23", "text": "Rain"}\n'
    (tmp_path / "b.jsonl").write_text(line)
    (tmp_path / "a.jsonl").write_text("\n\n" + line)
    reading = read_in(tmp_path, "b.jsonl", "a.jsonl")
    assert (origins(reading), reading.problems) == (
        ["a.jsonl:3"],
        ("b.jsonl:1: same id as a.jsonl:3",),
    )


def test_problems_keep_their_cause(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{")
    (problem,) = read([str(tmp_path)], zone=UTC).problems
    cause = problem.__cause__
    assert cause is not None
    assert [type(one).__name__ for one in (cause, cause.__cause__)] == [
        "RefusedError",
        "JSONDecodeError",
    ]
