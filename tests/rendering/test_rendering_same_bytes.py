"""The same digest gives the same bytes, wherever it is rendered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rendering_samples import SAMPLE, make

PROGRAM = """
import sys
from rendering_samples import SAMPLE, make
for page in make().digest_pages(SAMPLE):
    sys.stdout.buffer.write(page.content)
"""


@pytest.mark.parametrize(
    "world",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kolkata", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "PYTHONUTF8": "0"},
    ],
)
def test_another_world_gives_the_same_bytes(world: dict[str, str]) -> None:
    here = Path(__file__).parent
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=here,
        env=os.environ | world,
        check=True,
        capture_output=True,
    ).stdout
    assert made == b"".join(page.content for page in make().digest_pages(SAMPLE))
