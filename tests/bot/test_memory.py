"""What nothing uses is the system's: threads keep no heaps of their own, and what making the tables took goes back."""

import gc
import os
import platform
import subprocess
import sys
from pathlib import Path
from weakref import ref

import pytest

from bot.runtime.memory import give_back, settle

MIB = 2**20


def resident() -> float:
    """In MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB


of_glibc = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is freed")
_THREADS = """
import ctypes, sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from bot.runtime.memory import share_one_heap

together = Barrier(4)

def work(_):
    kept = [bytes(2_000) for _ in range(500)]
    together.wait()
    return len(kept)

if "shared" in sys.argv:
    share_one_heap()
with ThreadPoolExecutor(4) as threads:
    assert [*threads.map(work, range(4))] == [500] * 4
    ctypes.CDLL(None).malloc_stats()
"""


@of_glibc
def test_threads_share_one_heap():
    def heaps(*arguments: str) -> int:
        command = [sys.executable, "-c", _THREADS, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        return done.stderr.count("Arena ")

    assert heaps() > 1, "otherwise each has its own"
    assert heaps("shared") == 1


@of_glibc
def test_what_was_freed_is_given_back_although_something_behind_it_is_still_in_use():
    blocks = [bytes(2_000) for _ in range(20 * MIB // 1_000)]
    full, last = resident(), blocks[-1]

    del blocks
    give_back()

    assert len(last) == 2_000
    assert resident() < full - 30


def test_what_is_in_nobodys_hands_is_freed_and_the_rest_is_not_looked_through_again():
    class Knot:
        """One that holds itself."""

    knot = Knot()
    knot.itself = knot
    held, before, let_go = [], gc.get_freeze_count(), ref(knot)

    del knot
    settle()

    assert let_go() is None
    assert gc.get_freeze_count() > before
    assert not any(each is held for each in gc.get_objects())
