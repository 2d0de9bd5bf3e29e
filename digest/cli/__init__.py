"""The command line: the only room that knows the clock, the environment and the exit codes."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the `digest` command; every error becomes one line on stderr and an exit code."""
    # The matrices are sparse: more threads of linear algebra would only wait, and keep the
    # workers of a parallel build from being forked safely.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from digest.cli.app import app
    from digest.errors import DigestError

    try:
        app()
    except DigestError as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201  # the one place that tells errors
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # Whoever read our output has enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
