"""The command as a user runs it: in this process, or where that matters in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from contextlib import chdir
from io import BytesIO, TextIOWrapper
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from digest.cli import _run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
# What must not be seen is seen: a warning of whatever library ends the command.
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "PYTHONWARNINGS": "error,ignore::SyntaxWarning",
}
# Read when an interpreter or a library starts: in a process that runs they change nothing.
READ_AT_START = ("PYTHON", "TZ", "LC_", "LANG", "TYPER_")
# The packages and modules whose caches are keyed by settings, which name files by relative paths.
KEYED_BY_SETTINGS = {"cli", "pipeline", "rendering", "sharing"}


class Ran(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


def digest(
    *arguments: str | Path,
    folder: Path,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> Ran:
    """Run `digest` in this process, as if it had been started in a folder.

    An error that the command itself does not tell of is raised. Workers are not forked from a
    process of tests: more `--jobs` than one are for `process`, as are variables that are read
    when Python starts.
    """
    given = environment or {}
    assert not [name for name in given if name.startswith(READ_AT_START)], "needs a process"
    if "--templates" in arguments:
        _forget_settings()
    variables = {"PATH": ENVIRONMENT["PATH"], "COLUMNS": "80", **given}
    with chdir(folder), patch.dict(os.environ, variables, clear=True):
        return _here(lambda: _run([*map(str, arguments)] or ["--help"]), stdin)


def script(path: Path, *arguments: str | Path) -> Ran:
    """Run a script in this process, as Python runs one that is named to it."""
    with patch.object(sys, "argv", [str(path), *map(str, arguments)]):
        return _here(lambda: _run_path(path))


def _run_path(path: Path) -> int:
    run_path(str(path), run_name="__main__")
    return 0


def _here(run: Callable[[], int], stdin: bytes = b"") -> Ran:
    """What ends with an exit code, with streams of its own and warnings as errors."""
    out, err = _stream(), _stream()
    streams = patch.multiple(sys, stdin=_stream(stdin), stdout=out, stderr=err)
    with streams, warnings.catch_warnings():
        warnings.simplefilter("error")
        code = _code(run)
    return Ran(code, _written(out), _written(err))


def _stream(content: bytes = b"") -> TextIOWrapper:
    return TextIOWrapper(BytesIO(content), encoding="utf-8", errors="backslashreplace")


def _written(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _code(run: Callable[[], int]) -> int:
    """The exit code; as Python does, what else something ends with is told on stderr."""
    try:
        return run()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        sys.stderr.write(f"{end.code}\n")
        return 1


def _forget_settings() -> None:
    """Empty the caches keyed by settings: the same relative path of templates leads elsewhere."""
    for name, module in [*sys.modules.items()]:
        package, _, rest = name.partition(".")
        if package == "digest" and rest.partition(".")[0] in KEYED_BY_SETTINGS:
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def process(
    *arguments: str | Path,
    folder: Path,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    timeout_seconds: float = 300,
) -> Ran:
    """Run `digest` in a process of its own, in a folder."""
    ran = subprocess.run(
        command(*arguments),
        cwd=folder,
        input=stdin,
        env={**ENVIRONMENT, **(environment or {})},
        capture_output=True,
        timeout=timeout_seconds,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def command(*arguments: str | Path) -> list[str]:
    """The command line that runs `digest` with this very Python."""
    return [sys.executable, "-m", "digest", *map(str, arguments)]


def line(name: str, text: str, published: str = "2020-09-03", **more: str) -> str:
    """An article as a line of JSON."""
    return json.dumps({"id": name, "text": text, "published": published, **more}) + "\n"


def wire(folder: Path, *lines: str) -> Path:
    """A file of such lines in a folder, by its name there."""
    (folder / "wire.jsonl").write_text("".join(lines), encoding="utf-8")
    return Path("wire.jsonl")


def tree(out: Path) -> dict[str, bytes]:
    """All files below a folder, by their paths."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
