"""The command as a user runs it: a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
# What must not be seen is seen: a warning of whatever library ends the command.
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "PYTHONWARNINGS": "error,ignore::SyntaxWarning",
}


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
    timeout_seconds: float = 120,
) -> Ran:
    """Run `digest` in a folder."""
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
