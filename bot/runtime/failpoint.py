"""Named places at which a test may end the process as a power cut would, to prove what survives it.

Set by FTRAG_FAILPOINT, "after_call:kill" or "after_call:kill:3" for the third time; without it nothing happens here.
"""

import os
import signal
from collections.abc import Callable

NAMES = (
    "request_taken",  # a payload has passed the gate, and nothing was done yet
    "request_answered",  # its ack is on its way; what it asked for may still be under way
    "after_commit",  # a turn is saved, and nothing of it was sent
    "after_claim",  # rows are this process' own, and none was tried
    "before_call",
    "after_call",  # Slack has answered, and the answer is not recorded
    "after_record",  # one row is through
)

Reach = Callable[[str], None]


def no_failpoints(_name: str) -> None:
    """Passes every place by."""


def failpoints(setting: str | None) -> Reach:
    """What to call at each place: it kills the process at the one that is set, and passes the others by."""
    if setting is None:
        return no_failpoints
    place, _, times = setting.partition(":kill")
    left = int(times.removeprefix(":") or 1)

    def reach(name: str) -> None:
        nonlocal left
        if name == place:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return reach
