"""How long `digest` takes to start, against the least that it could take.

    python benchmarks/startup.py [--runs K]

`digest --help` stands against an empty Typer app's `--help`, with rich off; `digest build` on the
seeds against importing nltk, scipy.sparse and jinja2. Each is a process of its own, timed from
start to end; the four take turns, after one turn that isn't counted, and the medians are compared.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SEEDS = Path(__file__).parents[1] / "seeds"
HELP, EMPTY_HELP = "digest --help", "empty app --help"
BUILD, IMPORTS = "digest build seeds", "import nltk, scipy.sparse, jinja2"
PAIRS = ((HELP, EMPTY_HELP), (BUILD, IMPORTS))
EMPTY_APP = '''\
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main() -> None:
    """Nothing."""


app()
'''


def digest_command() -> list[str]:
    """The command as users start it, of this interpreter's environment."""
    script = shutil.which("digest", path=str(Path(sys.executable).parent))
    return [script] if script else [sys.executable, "-m", "digest"]


def commands(folder: Path) -> dict[str, list[str]]:
    """What is timed, by name; the build writes below the folder."""
    app = folder / "empty_app.py"
    app.write_text(EMPTY_APP, encoding="utf-8")
    return {
        HELP: [*digest_command(), "--help"],
        EMPTY_HELP: [sys.executable, str(app), "--help"],
        BUILD: [*digest_command(), "build", str(SEEDS), "--out", str(folder / "out")],
        IMPORTS: [sys.executable, "-c", IMPORTS],
    }


def seconds(command: Sequence[str], folder: Path) -> float:
    """Wall time of a command that is run in the folder."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("DIGEST_")}
    shutil.rmtree(folder / "out", ignore_errors=True)
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, env=env, capture_output=True, check=True)
    return time.perf_counter() - begun


def medians(runs: int) -> dict[str, float]:
    """Median seconds of each command."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        timed = commands(folder)
        turns = [
            {key: seconds(command, folder) for key, command in timed.items()}
            for _ in range(1 + runs)
        ]
    return {key: median(turn[key] for turn in turns[1:]) for key in timed}


def tell(found: Mapping[str, float]) -> None:
    """Print the table."""
    pages = "read" if find_spec("trafilatura") else "skipped: digest[html] isn't installed"
    print(f"the seeds' web pages are {pages}\n")
    print(f"{'command':36}{'ms':>8}{'ratio':>8}")
    for ours, theirs in PAIRS:
        print(f"{ours:36}{1000 * found[ours]:8.0f}{found[ours] / found[theirs]:8.2f}")
        print(f"{theirs:36}{1000 * found[theirs]:8.0f}{1:8.2f}")


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=15, metavar="K")
    tell(medians(parser.parse_args().runs))


if __name__ == "__main__":
    main()
