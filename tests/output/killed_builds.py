"""Builds that are killed: run as a script it prints, as JSON Lines, what each left behind.

`killed_builds.py FOLDER each [plain]` kills the second build of an output at its first, second,
third … audited event (every call that opens, links, renames or removes) until one survives.
`killed_builds.py FOLDER SEED` kills it after 30 random times. `killed_builds.py FOLDER worker`
kills it while a worker that it has forked lives on. `killed_builds.py OUT once` builds the output
once, and prints why it can't. With `plain` no two folders can
change names in one step, as on systems that have no such call.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from digest.errors import OutputError
from digest.model import Page, day_folder
from digest.output import Build, BuiltDay, KeptDays, atomic_swap, restore, write

if TYPE_CHECKING:
    from collections.abc import Iterator

Tree = dict[str, str]


def days_of(version: int, days: int) -> Iterator[BuiltDay]:
    """A version's days; the second has other formats and one day more."""
    for number in range(1, days + version):
        day = date(2020, 9, number)
        names = ("index.html", "digest.md") if version == 1 else ("index.html", "digest.json")
        content = f"{version} {number}".encode() * 99
        pages = tuple(Page(day_folder(day) / name, content) for name in names)
        yield BuiltDay(day, str(version), pages)


def index(version: int) -> Iterator[Page]:
    for name in ("index.json", "index.html"):
        yield Page(
            PurePosixPath(name),
            json.dumps({"schema": "digest/index/1", "version": version}).encode(),
        )


def build(out: Path, version: int, days: int) -> None:
    def shared(kept: KeptDays) -> Iterator[Page]:
        assert (version, kept.index is None) in {(1, True), (2, False)}
        return index(version)

    write(Build(days_of(version, days), shared), out)


def tree(folder: Path) -> Tree:
    """Every file below a folder, with its content (or where it leads)."""
    return {
        str(path.relative_to(folder)): str(path.readlink())
        if path.is_symlink()
        else path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def prepare(folder: Path, days: int) -> Path:
    """A folder that holds nothing but the first version's output, with a file of another's."""
    shutil.rmtree(folder, ignore_errors=True)
    out = folder / "out"
    build(out, 1, days)
    (out / "CNAME").write_text("news.example")
    return out


def dies_at(event: int) -> None:
    """Have this process kill itself at one of its coming audited events."""
    left = [event]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def killed_at(out: Path, event: int, days: int) -> bool:
    """Whether the second build was killed at that event (or had ended before)."""
    child = os.fork()
    if not child:
        dies_at(event)
        build(out, 2, days)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def killed_after(out: Path, seconds: float, days: int) -> bool:
    """Whether the second build was killed after that time."""
    child = os.fork()
    if not child:
        build(out, 2, days)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def killed_with_worker(out: Path) -> int:
    """Kill the second build half-way; gives the id of a process that it has forked, still alive."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:

        def days_and_worker() -> Iterator[BuiltDay]:
            yield from days_of(2, days=2)
            worker = os.fork()
            if not worker:
                time.sleep(60)
                os._exit(0)
            os.write(writing, str(worker).encode())
            os.kill(os.getpid(), signal.SIGKILL)

        write(Build(days_and_worker(), lambda _: index(2)), out)
    os.waitpid(child, 0)
    return int(os.read(reading, 20))


def report(out: Path, *, killed: bool, days: int) -> None:
    left = tree(out)
    restore(out)
    restored = tree(out)
    write(Build(days_of(2, days), lambda _: index(2)), out)
    beside = [path.name for path in out.parent.iterdir() if path != out]
    line = {"killed": killed, "left": left, "restored": restored, "rebuilt": tree(out)}
    print(json.dumps(line | {"beside": beside}))  # noqa: T201 - the script's result


def main(folder: Path, way: str) -> None:
    if way == "each":
        event, killed = 0, True
        while killed:
            event += 1
            out = prepare(folder, days=2)
            killed = killed_at(out, event, days=2)
            report(out, killed=killed, days=2)
        return
    if way == "worker":
        out = prepare(folder, days=2)
        worker = killed_with_worker(out)
        try:
            report(out, killed=True, days=2)
        finally:
            os.kill(worker, signal.SIGKILL)
        return
    chance = random.Random(int(way))  # noqa: S311 - times, not secrets
    for _ in range(30):
        out = prepare(folder, days=20)
        report(out, killed=killed_after(out, chance.uniform(0, 0.03), days=20), days=20)


if __name__ == "__main__":
    if "plain" in sys.argv:
        atomic_swap._exchange = lambda *_: False  # noqa: SLF001 - what such systems answer
    if sys.argv[2] == "once":
        try:
            write(Build(days_of(2, days=2), lambda _: index(2)), Path(sys.argv[1]))
        except OutputError as error:
            print(error)  # noqa: T201 - the script's result
    else:
        main(Path(sys.argv[1]), sys.argv[2])
