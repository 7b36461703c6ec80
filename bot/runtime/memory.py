"""Memory that nothing here uses, left to the system: as glibc comes, it keeps some for each thread, and what was freed.

Other libraries have no such calls, and nothing happens there.
"""

import ctypes
import gc
from contextlib import suppress

_ARENAS = -8
"""M_ARENA_MAX, as malloc.h names it: how many heaps there are at most."""


def share_one_heap() -> None:
    """Let all threads take memory from one heap, from here on: Python runs one of them at a time anyway."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_ARENAS, 1)


def settle() -> None:
    """Free what is in nobody's hands, and take what is there now for good: it is not looked through for such again.

    Code and tables are most of all that Python would otherwise look through each time, a tenth of a second long.
    """
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Give back what the C library holds of what was freed, or else it keeps it for as long as the process lives."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
