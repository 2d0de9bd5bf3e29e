"""Command line: the only room that knows the clock, the environment and the exit codes."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn, Protocol, runtime_checkable

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 128 + signal.SIGINT


def main() -> None:
    """Run the `digest` command; every error becomes one line on stderr and an exit code."""
    # The matrices are sparse: more threads of linear algebra would only wait, and keep the
    # workers of a parallel build from being forked safely.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Articles are many small values without cycles; to look for some in them again and again takes
    # a sixth of a build.
    gc.set_threshold(1_000_000, 10, 10)
    # The same bytes in every locale, and nothing that can't be written.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, _ended)
    try:
        sys.exit(_run(sys.argv[1:] or ["--help"]))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _ended(number: int, _frame: FrameType | None) -> NoReturn:
    """Let a build that is told to end stop its workers and sweep up."""
    sys.exit(128 + number)


def _run(arguments: list[str]) -> int:
    from digest.cli.app import app
    from digest.errors import DigestError

    try:
        # Not standalone, or the framework would tell errors in a way of its own.
        return app(arguments, prog_name="digest", standalone_mode=False) or 0
    except DigestError as error:
        _tell(str(error))
        return error.exit_code
    except SystemExit as end:
        # Whoever read our output has enough: that is no error, though the framework takes it so.
        if isinstance(end.__context__, BrokenPipeError):
            return 0
        raise
    except Exception as error:
        if not isinstance(error, _UsageError):
            raise
        _tell(f"{error.format_message()} (see {_path(error.ctx)} --help)")
        return error.exit_code


class _Context(Protocol):
    command_path: str


@runtime_checkable
class _UsageError(Protocol):
    """Error that Typer raises for a wrong command line; its class is elsewhere by version."""

    exit_code: int
    ctx: _Context | None

    def format_message(self) -> str: ...


def _path(context: _Context | None) -> str:
    return context.command_path if context else "digest"


def _tell(message: str) -> None:
    print("error:", " ".join(message.split()), file=sys.stderr)  # noqa: T201  # nowhere else
