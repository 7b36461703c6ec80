"""On how many generated examples a property is tried: on some dozens in every run, on many more in `make soak`."""

import os
from typing import Any

from hypothesis import settings

TIMES = int(os.environ.get("FTRAG_EXAMPLES", "1"))
"""How many times as many as in every run."""


def examples(count: int, **more: Any) -> settings:
    """The settings of a property that is tried on so many examples, and in the soak on so many times more."""
    return settings(max_examples=count * TIMES, **more)
