"""What all tests share: how Hypothesis looks for examples, a bound on work, and built seeds."""

from __future__ import annotations

import gc
import os
import signal
from typing import TYPE_CHECKING

import pytest
from commands import SEEDS, Ran, digest, tree
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# Machines are busy: how long an example takes says nothing. Where nobody watches, each run looks
# at the same examples, and at more of them.
settings.register_profile(
    "digest", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "ci", settings.get_profile("digest"), derandomize=True, database=None, max_examples=100
)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "digest")
# Fixtures that take long: with xdist, all tests that use one go to the same worker.
MADE_ONCE = {
    *("big", "hashed", "hostile", "years", "shipped"),
    *("in_exchange", "in_turn", "at_random"),
}
# Seconds of processor time, unless a test asks for others.
BOUND_SECONDS = 40.0


def pytest_configure() -> None:
    """Collect garbage as rarely as the command does; the values of tests have no cycles either."""
    gc.set_threshold(1_000_000, 10, 10)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Group tests by the first fixture among those that take long."""
    for item in items:
        for name in sorted(MADE_ONCE.intersection(getattr(item, "fixturenames", ()))):
            item.add_marker(pytest.mark.xdist_group(name))
            break


@pytest.fixture
def bound(request: pytest.FixtureRequest) -> Iterator[None]:
    """Ends a test that works without end, even in the middle of a search.

    What counts is this process's own work, so that a busy machine ends nothing.
    """
    if not hasattr(signal, "ITIMER_VIRTUAL"):
        yield
        return

    seconds: float = getattr(request, "param", BOUND_SECONDS)

    def too_long(*_: object) -> None:
        message = f"worked for more than {seconds} seconds"
        raise TimeoutError(message)

    former = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, former)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `seeds` are the seeds, and `out` is their digest."""
    folder = tmp_path_factory.mktemp("seeded")
    (folder / "seeds").symlink_to(SEEDS)
    ran = digest("build", "seeds", folder=folder)
    assert ran.code == 0, ran.err
    return folder


@pytest.fixture(scope="session")
def usual(seeded: Path) -> dict[str, bytes]:
    """What is built of the seeds, by path."""
    return tree(seeded / "out")


@pytest.fixture(scope="session")
def of_seeds(seeded: Path) -> Callable[..., Ran]:
    """Runs a command that only reads on the seeds, each command once."""
    ran: dict[tuple[str, ...], Ran] = {}

    def run(command: str, *options: str) -> Ran:
        given = (command, *options)
        if given not in ran:
            ran[given] = digest(command, "seeds", *options, folder=seeded)
        return ran[given]

    return run
