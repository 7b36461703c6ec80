"""Was it posted? Looks through the conversation's history for the metadata of a delivery whose outcome is in doubt.

Slack has no idempotency key, so this look is the only way to send what is missing without sending anything twice. It
needs a history scope; without one the answer is `CANNOT`, and the row is listed as unknown instead of being sent again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from bot.delivery.calls import EVENT_TYPE
from bot.delivery.wire import SlackAnswer, Wire
from storage.records import Delivery, DeliveryMethod, MessageRef

_EARLIER = timedelta(minutes=5)
"""How far Slack's clock may be behind ours."""
_PAGE = 100
_MOST_PAGES = 10
_PASSING = frozenset({"timeout", "cut", "unreachable", "not_json", "no_error_given", "internal_error", "fatal_error"})


class Seen(StrEnum):
    """What the history says."""

    FOUND = "found"
    ABSENT = "absent"
    CANNOT = "cannot"
    """The history may not be read, or not far enough."""
    LATER = "later"
    """It may be read, but not now."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The answer, with the message where it was found, or Slack's pause where it wants one."""

    seen: Seen
    channel: str | None = None
    ts: str | None = None
    error: str = ""
    retry_after: float | None = None


async def look_up(
    wire: Wire, token: str, row: Delivery, *, under: MessageRef | None, file_name: str | None = None
) -> Sight:
    """Look for the message of this row, in the thread of `under` where it belongs there."""
    channel = under.channel if under else row.channel or ""
    if channel.startswith(("U", "W")):
        opened = await wire.call("conversations.open", token, {"users": channel})
        channel = opened.text("channel", "id") or ""
        if not channel:
            return _unreadable(opened)
    since = (row.first_tried_at or row.due_at) - _EARLIER
    asked: dict[str, Any] = {
        "channel": channel,
        "oldest": f"{since.timestamp():.6f}",
        "include_all_metadata": True,
        "limit": str(_PAGE),
    }
    if under:
        asked["ts"] = under.ts
    method = "conversations.replies" if under else "conversations.history"
    for _ in range(_MOST_PAGES):
        page = await wire.call(method, token, asked)
        if not page.ok:
            return _unreadable(page)
        ts = _find(_messages(page), row, file_name)
        if ts:
            return Sight(Seen.FOUND, channel, ts)
        cursor = page.text("response_metadata", "next_cursor")
        if not cursor:
            return Sight(Seen.ABSENT)
        asked["cursor"] = cursor
    return Sight(Seen.CANNOT, error="too_much_since")


def _messages(page: SlackAnswer) -> Iterable[Mapping[str, Any]]:
    found = page.body.get("messages")
    return [message for message in found if isinstance(message, Mapping)] if isinstance(found, list) else []


def _find(messages: Iterable[Mapping[str, Any]], row: Delivery, file_name: str | None) -> str | None:
    for message in messages:
        is_it = _has_file(message, file_name) if row.method is DeliveryMethod.UPLOAD else _is_of(message, row.id)
        ts = message.get("ts")
        if is_it and isinstance(ts, str):
            return ts
    return None


def _is_of(message: Mapping[str, Any], delivery_id: str) -> bool:
    metadata = message.get("metadata")
    if not isinstance(metadata, Mapping) or metadata.get("event_type") != EVENT_TYPE:
        return False
    payload = metadata.get("event_payload")
    return isinstance(payload, Mapping) and payload.get("delivery") == delivery_id


def _has_file(message: Mapping[str, Any], name: str | None) -> bool:
    """An upload carries no metadata: it is known by its name, in its thread, since the first try."""
    files = message.get("files")
    return isinstance(files, list) and any(isinstance(file, Mapping) and file.get("name") == name for file in files)


def _unreadable(answer: SlackAnswer) -> Sight:
    if answer.error == "ratelimited":
        return Sight(Seen.LATER, error=answer.error, retry_after=answer.retry_after)
    if answer.error in _PASSING or answer.error.startswith("http_5"):
        return Sight(Seen.LATER, error=answer.error)
    return Sight(Seen.CANNOT, error=answer.error)
