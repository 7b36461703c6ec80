"""How long tests wait: long. A wait that goes well ends with what it waits for, however busy the machine is.

Slack gives an app three seconds for its ack, and the bot answers within them that it could not keep something. What
that is worth to people is tested where it is decided; elsewhere a test that is held up by the machine would only fail.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.sandbox.person import Sandbox

SECONDS = 60.0
_OF_THREE = (
    "bot.app._ANSWERED_WITHIN",
    "bot.slack.telling._PATIENCE",
    "storage.postgresql.SOON_SECONDS",
    "storage.sqlite.SOON_SECONDS",
)
"""The parts of Slack's three seconds that the bot gives itself."""


@contextmanager
def patient(sandbox: Sandbox) -> Iterator[None]:
    """Slack and the bot give each other the time that it takes, while the block runs."""
    sandbox.patience = sandbox.service.courier.patience = SECONDS
    with pytest.MonkeyPatch.context() as changed:
        for name in _OF_THREE:
            changed.setattr(name, SECONDS)
        yield
