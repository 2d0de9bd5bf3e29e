"""What goes to stdout and to stderr, into pipes and to terminals, and how a run is cut short."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from commands import ENVIRONMENT, SEEDS, Ran, command, digest, line, process, tree, wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

STAGES = ("summarize", "dates", "actors", "stories")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ESCAPE = "\x1b"
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
posix = pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")


@pytest.mark.parametrize("stage", STAGES)
def test_results_alone_go_to_stdout(tmp_path: Path, stage: str) -> None:
    good = line("a", "Maria Lindqvist came to the town hall on Thursday.")
    alone = digest(stage, wire(tmp_path, good), "--json", folder=tmp_path)
    ran = digest(stage, wire(tmp_path, good, "{broken\n"), "--json", folder=tmp_path)
    assert (alone.err, ran.out, ran.code) == ("", alone.out, 0)
    assert ran.err.startswith("skipped: wire.jsonl:2: not JSON: ")


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_where_nothing_stands_alone_there_is_no_summary(
    tmp_path: Path, form: tuple[str, ...]
) -> None:
    source = wire(tmp_path, line("a", "He slept."))
    told = "note: no sentence stands alone, so there is no summary\n"
    assert digest("summarize", source, *form, folder=tmp_path) == Ran(0, "", told)
    assert digest("summarize", source, *form, "-q", folder=tmp_path) == Ran(0, "", "")


def test_a_build_writes_nothing_on_stdout(tmp_path: Path) -> None:
    assert digest("build", wire(tmp_path, line("a", "Snow.")), "-v", folder=tmp_path).out == ""


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("build", "wire.jsonl"), ("build", "nothere"), ("dates", "wire.jsonl")],
)
def test_nothing_is_coloured_in_pipes(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Not even where a terminal is promised to have colours."""
    wire(tmp_path, line("a", "Snow fell on Thursday."))
    environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    ran = digest(*arguments, folder=tmp_path, environment=environment)
    assert ESCAPE not in ran.out + ran.err


def on_a_terminal(folder: Path, *arguments: str, environment: Mapping[str, str]) -> str:
    """What a command shows where all its streams are a terminal."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(*arguments),
        cwd=folder,
        env={**ENVIRONMENT, "TERM": "xterm-256color", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b"".join(iter(_chunks(ours), b""))
    os.close(ours)
    assert process.returncode == 0
    return shown.decode()


def _chunks(terminal: int) -> Callable[[], bytes]:
    def chunk() -> bytes:
        try:
            return os.read(terminal, 4096)
        except OSError:  # how Linux tells that the other end was closed
            return b""

    return chunk


@posix
def test_a_terminal_sees_the_build_go_on(tmp_path: Path) -> None:
    days = (line(str(day), "Snow fell.", f"2020-09-0{day}") for day in range(1, 5))
    shown = on_a_terminal(tmp_path, "build", str(wire(tmp_path, *days)), environment={})
    assert "100%" in shown
    assert shown.endswith("4 articles, 4 stories, 4 days → out/index.html\r\n")


@posix
def test_a_quiet_terminal_sees_no_bar(tmp_path: Path) -> None:
    source = str(wire(tmp_path, line("a", "Snow fell.")))
    assert on_a_terminal(tmp_path, "build", source, "-q", environment={}) == ""


def test_a_pipe_sees_no_bar(tmp_path: Path) -> None:
    source = wire(tmp_path, line("a", "Snow fell."))
    made = "1 article, 1 story, 1 day → out/index.html\n"
    assert process("build", source, folder=tmp_path) == Ran(0, "", made)


@posix
@pytest.mark.parametrize("arguments", [("--help",), ("build", "wire.jsonl")])
def test_no_color_is_heeded_on_a_terminal(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    wire(tmp_path, line("a", "Snow fell on Thursday."))
    shown = on_a_terminal(tmp_path, *arguments, environment={"NO_COLOR": "1"})
    assert COLOUR.search(shown) is None
    assert shown != ""


@pytest.mark.parametrize("encoding", ["ascii", "utf-16"])
def test_results_are_utf_8_whatever_the_locale_says(tmp_path: Path, encoding: str) -> None:
    news = wire(tmp_path, line("a", "Snow fell on Łódź – “much”, 雪 and 🌨."))
    ran = process(
        *("summarize", news, "--json"), folder=tmp_path, environment={"PYTHONIOENCODING": encoding}
    )
    assert '"text": "Snow fell on Łódź – “much”, 雪 and 🌨."' in ran.out


@posix
@pytest.mark.parametrize("arguments", [("actors", str(SEEDS)), ("--help",)])
def test_who_reads_the_first_line_alone_is_no_error(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Like `digest actors seeds | head -1`."""
    with subprocess.Popen(
        command(*arguments),
        cwd=tmp_path,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        if arguments[0] == "actors":
            assert process.stdout.readline() != b""
        process.stdout.close()
        assert (process.wait(300), process.stderr.read()) == (0, b"")


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with so much news that a build of it takes a while."""
    folder = tmp_path_factory.mktemp("big")
    text = " ".join(f"Mayor Ann{n} Berg{n} opened the bridge {n} on Thursday." for n in range(60))
    days = (f"2020-{month:02}-{day:02}" for month in range(1, 7) for day in range(1, 29))
    wire(folder, *(line(f"{day}-{n}", text, day) for day in days for n in range(8)))
    return folder


@pytest.fixture
def building(big: Path, tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    """Starts builds that are well under way, and ends what is left of them."""
    started = []
    # A file that is just being opened when a signal comes is closed with a warning.
    environment = {**ENVIRONMENT, "PYTHONWARNINGS": "ignore"}

    def start(jobs: str) -> subprocess.Popen[bytes]:
        out = tmp_path / "out"
        arguments = command("build", "wire.jsonl", "--jobs", jobs, "--out", out)
        one = subprocess.Popen(
            arguments, cwd=big, env=environment, stderr=subprocess.PIPE, start_new_session=True
        )
        started.append(one)
        staging = tmp_path / ".out.digest-new"
        _wait_for(lambda: staging.is_dir() and any(staging.iterdir()))
        return one

    yield start
    for one in started:
        one.kill()
        one.communicate()


def _wait_for(condition: Callable[[], bool]) -> None:
    """Look again and again, but not for ever."""
    for _ in range(10_000):
        if condition():
            return
        time.sleep(0.02)
    message = "waited in vain"
    raise TimeoutError(message)


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    from pathlib import Path

    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return [int(child) for child in children.split()]


def is_alive(process: int) -> bool:
    from pathlib import Path

    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_the_whole_build_quietly(
    building: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path, jobs: str
) -> None:
    """Ctrl-C reaches all processes of a terminal at once; nothing is left beside the output."""
    process = building(jobs)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=300)
    assert (process.returncode, err) == (130, b"")
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_build_that_is_told_to_end_sweeps_up(
    building: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    process = building("2")
    process.terminate()
    _, err = process.communicate(timeout=300)
    assert (process.returncode, err) == (128 + signal.SIGTERM, b"")
    assert list(tmp_path.iterdir()) == []


@linux
def test_workers_end_with_a_build_that_is_killed(
    building: Callable[[str], subprocess.Popen[bytes]],
) -> None:
    process = building("2")
    workers = workers_of(process)
    assert len(workers) == 2
    process.kill()
    process.wait()
    _wait_for(lambda: not any(map(is_alive, workers)))


@linux
def test_a_worker_that_is_killed_is_told_of(
    building: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    process = building("2")
    os.kill(workers_of(process)[0], signal.SIGKILL)
    _, err = process.communicate(timeout=300)
    assert err == b"error: workers: one of them was killed; is there too little memory?\n"
    assert (process.returncode, tree(tmp_path)) == (1, {})
