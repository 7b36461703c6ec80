"""What a test sees of the sandbox: messages, modals, files, calls, deliveries; and waiting until something is there."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.sandbox.calls import Call
from bot.sandbox.controls import words
from bot.sandbox.courier import Answer, Delivery
from bot.sandbox.messages import copy
from bot.sandbox.records import Channel, File, Message, View
from bot.sandbox.seed import ANA
from bot.sandbox.service import Service

T = TypeVar("T")


class Looking:
    """The half of `Sandbox` that changes nothing."""

    patience = 20.0
    """How long a wait may take, in real seconds, before it fails. Nothing that goes well waits so long."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.workspace = service.workspace

    def channel(self, channel: str) -> Channel:
        """A channel by its id or its name."""
        found = self.workspace.channels.get(channel) or self.workspace.channel_named(channel)
        if found is None:
            raise KeyError(channel)
        return found

    def messages(self, channel: str, *, thread: str | None = None, as_user: str = ANA) -> list[Message]:
        """What a person sees in a channel, or in a thread (its parent first), ephemeral messages among them."""
        return [copy(message) for message in self.workspace.seen(channel, as_user, thread)]

    def ephemerals(self, user: str) -> list[Message]:
        """The messages that only this person sees, of all channels, oldest first."""
        mine = [copy(m) for messages in self.workspace.messages.values() for m in messages if m.only_for == user]
        return sorted(mine, key=lambda message: message.ts)

    def modals(self, user: str) -> list[View]:
        """The stack of a person's modals, the top one last."""
        return list(self.workspace.modals.get(user, []))

    def home(self, user: str) -> View | None:
        """A person's Home, once the app has published it."""
        return self.workspace.homes.get(user)

    def files(self, channel: str | None = None) -> list[File]:
        """The files shared in a channel, or all."""
        return [file for file in self.workspace.files.values() if channel is None or channel in file.shares]

    def calls(self, method: str | None = None) -> list[Call]:
        """The app's Web API calls, oldest first."""
        return self.service.calls.of(method)

    def deliveries(self, kind: str | None = None) -> list[tuple[Delivery, Answer]]:
        """What the app was sent (events_api, interactive, slash_commands) and how it took it."""
        return [one for one in self.service.courier.log if kind in (None, one[0].kind)]

    def words(self, shown: Message | View) -> str:
        """All the words that a message or a view shows, labels of controls among them."""
        return words(shown)

    async def message(
        self, channel: str, containing: str = "", *, thread: str | None = None, as_user: str = ANA
    ) -> Message:
        """The newest message there that shows these words, as soon as there is one."""

        def look() -> Message | None:
            seen = reversed(self.messages(channel, thread=thread, as_user=as_user))
            return next((m for m in seen if containing in words(m) and not (m.ts == thread and containing == "")), None)

        return await self.wait_for(look, f"a message with {containing!r}", lambda: self._seen(channel, thread, as_user))

    async def ephemeral(self, user: str, containing: str = "") -> Message:
        """The newest message that only this person sees and that shows these words, as soon as there is one."""

        def look() -> Message | None:
            return next((m for m in reversed(self.ephemerals(user)) if containing in words(m)), None)

        return await self.wait_for(look, f"a private message with {containing!r}")

    async def modal(self, user: str, containing: str = "") -> View:
        """A person's top modal, as soon as there is one that shows these words."""

        def look() -> View | None:
            return next((v for v in reversed(self.modals(user)) if containing in words(v)), None)

        return await self.wait_for(look, f"a modal with {containing!r}")

    async def delivered(self) -> None:
        """Wait until the app has answered everything that it was sent so far."""
        await self.wait_for(lambda: self.service.courier.is_idle, "all deliveries to be answered")

    async def wait_for(
        self, predicate: Callable[[], T | None], what: str = "it", instead: Callable[[], str] | None = None
    ) -> T:
        """What `predicate` gives, as soon as it gives something true; it is asked again after every change."""
        changed = asyncio.Event()
        forget = self.workspace.changes.listen(lambda _change: changed.set())
        try:
            async with asyncio.timeout(self.patience):
                while not (found := predicate()):
                    await changed.wait()
                    changed.clear()
                return found
        except TimeoutError:
            there = f" There was:\n{instead()}" if instead else ""
            raise AssertionError(f"Waited {self.patience:g} s for {what} in vain.{there}") from None
        finally:
            forget()

    def _seen(self, channel: str, thread: str | None, user: str) -> str:
        return "\n---\n".join(words(m) for m in self.messages(channel, thread=thread, as_user=user)) or "nothing"
