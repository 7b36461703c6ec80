"""What tests of a Home begin with: items owned, and a look."""

from typing import Any

from storage import Storage
from storage.homes import HomeAsked, HomeRows
from storage.records import AssessmentState, ChecklistItem
from tests.storage.samples import NOON, OURS

PHASE = "evaluation"
WORKED: dict[str, Any] = {"state": AssessmentState.DECIDED}


def item(owner: str = "U1", **fields: Any) -> ChecklistItem:
    return ChecklistItem(**({"id": "i", "phase": PHASE, "title": "Log", "detail": ""} | {"owner": owner} | fields))


async def look(storage: Storage, user: str = "U1", channels: tuple[str, ...] = ("C1",), page: int = 0) -> HomeRows:
    """Ten a page; failures count from noon."""
    return await storage.homes.look(HomeAsked(OURS, user, channels, page, 10), lambda _: NOON, lambda _: {"parent"})
