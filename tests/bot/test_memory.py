"""What making the tables took on the way is the system's again, and not this process'."""

import os
import platform
from pathlib import Path

import pytest

from bot.runtime.memory import give_back

MIB = 2**20


def resident() -> float:
    """In MiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps what is freed")
def test_what_was_freed_is_given_back_although_something_behind_it_is_still_in_use():
    blocks = [bytes(2_000) for _ in range(20 * MIB // 1_000)]
    full, last = resident(), blocks[-1]

    del blocks
    give_back()

    assert len(last) == 2_000
    assert resident() < full - 30
