"""Memory that nothing here uses any more, given back to the system."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Give back what the C library holds of what was freed: glibc keeps it otherwise, for as long as the process lives.

    Other libraries have no such call, and nothing happens.
    """
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
