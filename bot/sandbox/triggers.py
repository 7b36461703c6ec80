"""What is valid for a moment only: trigger ids (three seconds, one use) and response URLs (thirty minutes, five uses).

Both run by the injected clock, so a test lets them expire without waiting.
"""

import secrets
from dataclasses import asdict, dataclass, field

from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import SlackError
from bot.sandbox.limits import LIMITS
from bot.sandbox.records import Json


@dataclass
class Trigger:
    """The right to open one modal for one person, now."""

    user: str
    issued: float
    view_id: str | None = None
    """The modal in which it arose, where it arose in one."""
    is_used: bool = False


class Triggers:
    """The trigger ids given out."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._given: dict[str, Trigger] = {}

    def issue(self, user: str, view_id: str | None = None) -> str:
        """A new trigger id."""
        now = self._clock.now().timestamp()
        self._given = {key: t for key, t in self._given.items() if now - t.issued < 3600}
        trigger_id = f"{int(now * 1000)}.{secrets.randbelow(10**10)}.{secrets.token_hex(16)}"
        self._given[trigger_id] = Trigger(user, now, view_id)
        return trigger_id

    def exchange(self, trigger_id: str) -> Trigger:
        """Use it up. Raises SlackError as Slack answers a late, second or unknown use."""
        trigger = self._given.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.is_used:
            raise SlackError("exchanged_trigger_id")
        if self._clock.now().timestamp() - trigger.issued > LIMITS["trigger.seconds"]:
            raise SlackError("expired_trigger_id")
        trigger.is_used = True
        return trigger


@dataclass
class ResponseUrl:
    """The right to answer in one place without being in the channel."""

    channel: str
    user: str
    expires: float
    thread_ts: str | None = None
    source_ts: str | None = None
    """The message whose control was pressed; replace_original and delete_original mean this one."""
    uses_left: int = LIMITS["response_url.uses"]


@dataclass
class ResponseUrls:
    """The response URLs given out, by their secret part."""

    clock: SandboxClock
    given: dict[str, ResponseUrl] = field(default_factory=dict)

    def issue(self, channel: str, user: str, *, thread_ts: str | None = None, source_ts: str | None = None) -> str:
        """The secret part of a new one."""
        now = self.clock.now().timestamp()
        self.given = {key: url for key, url in self.given.items() if url.expires > now}
        key = secrets.token_urlsafe(18)
        self.given[key] = ResponseUrl(channel, user, now + LIMITS["response_url.seconds"], thread_ts, source_ts)
        return key

    def use(self, key: str) -> ResponseUrl:
        """Use it once. Raises SlackError when it is unknown, late or used up."""
        url = self.given.get(key)
        if url is None or url.expires <= self.clock.now().timestamp():
            raise SlackError("expired_url")
        if url.uses_left < 1:
            raise SlackError("used_url")
        url.uses_left -= 1
        return url

    def as_json(self) -> Json:
        """For the snapshot."""
        return {key: asdict(url) for key, url in self.given.items()}
