"""Rank a file with a sentence a line, and print the peak memory of this process in megabytes.

    python benchmarks/ranking_memory.py FILE

`ranking.py` starts it: what the whole process holds at its peak is what ranking takes, interpreter
and libraries included.
"""

from __future__ import annotations

import sys
from pathlib import Path

from digest.ranking import textrank


def read_words(path: Path) -> list[list[str]]:
    """The words of each line; as in a lexicon, equal words are one object."""
    known: dict[str, str] = {}
    with path.open(encoding="utf-8") as file:
        return [[known.setdefault(word, word) for word in line.split()] for line in file]


def peak_bytes() -> int:
    """Peak resident memory of this process."""
    status = Path("/proc/self/status")
    if status.exists():
        # Linux's ru_maxrss would begin with what the starting process held.
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    import resource

    # Bytes, as macOS counts.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    textrank(read_words(Path(sys.argv[1])))
    print(peak_bytes() / 1e6)
