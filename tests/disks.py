"""A small disk of a test's own, which can fill up and be mounted read-only; a skip says where none may be made."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(at: Path, *, megabytes: int = 8) -> Iterator[Path]:
    """A file system in memory, mounted there for as long."""
    at.mkdir(parents=True)
    if not _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(at)):
        pytest.skip("NOT TESTED: a disk of its own needs the right to mount one")
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


def make_read_only(disk: Path) -> None:
    """From now on it takes no writes."""
    assert _mount("-o", "remount,ro", str(disk))


def _mount(*words: str) -> bool:
    try:
        return subprocess.run(["mount", *words], check=False, capture_output=True).returncode == 0
    except OSError:
        return False
