"""Whether this process is the only one that works on a SQLite file: then what others held is free at once.

Every process that claims work holds a shared lock beside the file for as long as it lives, and the system takes it back
however the process ends, kill and container included. Whoever gets it for itself alone knows that nobody else is there.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":  # there, nobody is ever known to be alone
    import fcntl

SUFFIX = "-at-work"


class AtWork:
    """This process' place among those that work on one file."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f"{path.name}{SUFFIX}")
        self._lock: int | None = None

    @contextmanager
    def joining(self) -> Iterator[bool]:
        """Take the place for life. Gives whether nobody else has one; nobody gets one while the block runs then."""
        is_alone = self._lock_alone()
        try:
            yield is_alone
        finally:
            self._share()

    def _lock_alone(self) -> bool:
        if sys.platform == "win32":
            return False
        try:
            if self._lock is None:
                self._lock = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # somebody has a place, or the file system knows no locks
            return False
        return True

    def _share(self) -> None:
        if sys.platform != "win32" and self._lock is not None:
            with suppress(OSError):
                fcntl.flock(self._lock, fcntl.LOCK_SH)

    def leave(self) -> None:
        """Give the place back."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
