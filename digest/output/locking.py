"""Lock of an output folder: one build at a time."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from digest.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from digest.output.folder import OutputFolder


@contextmanager
def locked(folder: OutputFolder) -> Iterator[None]:
    """Hold the lock of an output folder, and make the folders above it.

    The system frees the lock of a process that dies, however it dies. Where there are no such
    locks (Windows), there is none. Raises OutputError where another process holds the lock, or
    where the folder above can't be written.
    """
    try:
        folder.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = None if sys.platform == "win32" else _open_lock(folder)
    except OSError as error:
        reason = f"the folder above it can't be written ({error.strerror or error})"
        raise OutputError(str(folder.given), reason) from error
    try:
        yield
    finally:
        if descriptor is not None:
            with folder.named_errors():
                folder.lock.unlink(missing_ok=True)
                os.close(descriptor)


def _open_lock(folder: OutputFolder) -> int:
    while True:
        descriptor = os.open(folder.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        try:
            _lock(descriptor)
            if _is_path_of(folder.lock, descriptor):
                return descriptor
        except BlockingIOError as error:
            os.close(descriptor)
            reason = "another build is writing here: build again when it has ended"
            raise OutputError(str(folder.given), reason) from error
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    import fcntl

    # A record lock, unlike flock, is the process's own: workers that it has forked, and that
    # may outlive it for a while, don't hold it with their copy of the descriptor.
    fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_path_of(path: Path, descriptor: int) -> bool:
    """Tell whether an open file still has that path: who held the lock before removes it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
