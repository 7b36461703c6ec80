"""Which workspaces lately refused tables and charts of Slack's own: some plans and clients do not take them.

One refusal is enough: for a day the workspace gets the same content in plain blocks at once, then Slack is asked again.
Kept in this process, like a workspace's pause; whoever does not know yet learns it by one refused call, which does no
harm, since the plain blocks follow it.
"""

from datetime import datetime, timedelta

from bot.runtime.clock import Clock
from storage.records import Tenant

REMEMBERED = timedelta(days=1)
REFUSALS = frozenset({"invalid_blocks", "invalid_blocks_format"})
"""Slack's words for blocks that it does not take."""


class DataBlocks:
    """The workspaces that refused data blocks, each until when."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: dict[Tenant, datetime] = {}

    def are_refused(self, tenant: Tenant) -> bool:
        """Whether this workspace refused them within the last day."""
        until = self._until.get(tenant)
        if until is not None and until <= self._clock.now():
            del self._until[tenant]
            return False
        return until is not None

    def note_refusal(self, tenant: Tenant) -> None:
        """It took the plain blocks where it had refused the others."""
        self._until[tenant] = self._clock.now() + REMEMBERED
