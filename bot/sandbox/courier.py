"""Carries what happened to the app, as Slack does: three seconds to answer, and events again when nobody answered.

Commands, clicks and submits are sent once. Events are sent again at once, after a minute and after five, by the
injected clock, with Slack's retry headers; the same event can also be sent again on demand.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from bot.sandbox.clock import Waiting
from bot.sandbox.limits import LIMITS
from bot.sandbox.records import Json

Kind = Literal["events_api", "interactive", "slash_commands"]
RETRY_DELAYS = (0.0, 60.0, 300.0)
_KEPT = 2_000


@dataclass(frozen=True)
class Delivery:
    """One thing that the app is sent."""

    kind: Kind
    payload: Json
    retry_num: int = 0
    retry_reason: str = ""


@dataclass(frozen=True)
class Answer:
    """How the app took it: `failure` is None when it did, else Slack's word for how it did not."""

    failure: str | None = None
    status: int | None = None
    body: Any = None

    @property
    def error(self) -> str | None:
        """What the client shows a person when the app did not take a command or a click."""
        if self.failure is None:
            return None
        return "operation_timeout" if self.failure == "http_timeout" else "dispatch_failed"


class Transport(Protocol):
    """A way to the app."""

    @property
    def is_connected(self) -> bool:
        """Whether there is somebody at the other end, as far as one can know."""
        ...

    async def carry(self, delivery: Delivery) -> Answer:
        """Bring one delivery to the app and wait for its answer, however long that takes."""
        ...


class Courier:
    """Sends deliveries over a transport and keeps a log of them."""

    def __init__(self, transport: Transport, waiting: Waiting) -> None:
        self.transport = transport
        self.patience: float = LIMITS["ack.seconds"]
        """How many seconds of real time the app has for its answer."""
        self.log: deque[tuple[Delivery, Answer]] = deque(maxlen=_KEPT)
        self.when_answered: Callable[[], None] = lambda: None
        """Called whenever the app has answered, or a delivery has come to its end."""
        self._waiting = waiting
        self._tasks: set[asyncio.Task[Any]] = set()
        self._last_event: Json | None = None

    async def send(self, kind: Kind, payload: Json) -> Answer:
        """Send a command or an interaction, once. It goes on even if the page that caused it goes away."""
        return await asyncio.shield(self.start(self._attempt(Delivery(kind, payload))))

    def event(self, payload: Json) -> asyncio.Task[Answer]:
        """Send an event, with its retries, in the background."""
        self._last_event = payload
        return self.start(self._event(payload))

    def redeliver(self) -> asyncio.Task[Answer] | None:
        """Send the last event once more, as Slack does when it believes that the first was lost."""
        if self._last_event is None:
            return None
        return self.start(self._attempt(Delivery("events_api", self._last_event, 1, "http_timeout")))

    def start(self, work: Coroutine[Any, Any, Answer]) -> asyncio.Task[Answer]:
        """Run in the background, kept until done or closed."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way, retries included."""
        return not self._tasks

    async def close(self) -> None:
        """Give up whatever is under way."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Answer]) -> None:
        self._tasks.discard(task)
        self.when_answered()

    async def _event(self, payload: Json) -> Answer:
        answer = await self._attempt(Delivery("events_api", payload))
        for number, delay in enumerate(RETRY_DELAYS, start=1):
            if answer.failure is None:
                break
            await self._waiting.sleep(delay)
            answer = await self._attempt(Delivery("events_api", payload, number, answer.failure))
        return answer

    async def _attempt(self, delivery: Delivery) -> Answer:
        answer = await self._within_patience(self.transport.carry(delivery))
        self.log.append((delivery, answer))
        self.when_answered()
        return answer

    async def _within_patience(self, carried: Awaitable[Answer]) -> Answer:
        try:
            async with asyncio.timeout(self.patience):
                return await carried
        except TimeoutError:
            return Answer("http_timeout")
