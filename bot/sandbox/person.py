"""The sandbox driven from a test: act as a person, look at what a person sees, script trouble, read what the app did.

    async with Sandbox.open() as sandbox:                        # serves on a free port; transport="http" for HTTP
        ...start the app with SLACK_API_URL=sandbox.api_url, token xoxb-sandbox, and either the app token xapp-sandbox
        (Socket Mode: `await sandbox.connected()`) or sandbox.request_url = "http://127.0.0.1:<port>/slack/events"
        await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
        parent = await sandbox.message(SUPPORT, "which architecture")       # waits until there is one
        question = await sandbox.message(SUPPORT, "How often", thread=parent.ts)
        await sandbox.click(BEN, question, "Weekly")                        # by label, value or action id
        await sandbox.submit(ANA, await sandbox.modal(ANA), {"What is the feature called?": "Invoice reader"})

Nothing here sleeps: every wait ends with the change it waits for, and fails after `patience` seconds of real time with
what there was instead. What `messages` and `message` give are copies: they stay as they were seen.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

from bot.sandbox import channels, events, interactions, speech
from bot.sandbox.app_config import AppConfig
from bot.sandbox.clock import SandboxClock, StillClock, step
from bot.sandbox.controls import fill_in, find_control, is_option
from bot.sandbox.courier import Answer, Delivery
from bot.sandbox.errors import Refused
from bot.sandbox.interactions import Outcome
from bot.sandbox.looking import Looking
from bot.sandbox.messages import copy
from bot.sandbox.records import Channel, Json, Message, User, View
from bot.sandbox.seed import ANA, BEN, CHEN, GENERAL, SEARCH, SUPPORT, direct_with_app
from bot.sandbox.server import Running, build_service, serve
from bot.sandbox.service import TransportName

__all__ = ["ANA", "BEN", "CHEN", "GENERAL", "SEARCH", "SUPPORT", "Outcome", "Sandbox", "direct_with_app"]


class Sandbox(Looking):
    """A workspace that is being served, and everybody in it. `looking` has what one sees and waits for."""

    def __init__(self, running: Running) -> None:
        super().__init__(running.service)
        self._running = running
        self.clock = running.service.clock

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        *,
        clock: SandboxClock | None = None,
        app: AppConfig | None = None,
        transport: TransportName = "socket",
        request_url: str | None = None,
        signed_at: Callable[[], float] | None = None,
        path: Path | None = None,
        port: int = 0,
    ) -> AsyncIterator[Self]:
        """Serve a workspace: a fresh one, or the one that `path` keeps. The clock stands still unless another is given.

        `signed_at` gives the seconds that signatures carry; without it they are the workspace's clock's.
        """
        service = build_service(
            clock or StillClock(), app, transport=transport, request_url=request_url, signed_at=signed_at, path=path
        )
        running = await serve(service, port)
        try:
            yield cls(running)
        finally:
            await running.close()

    # the wire

    @property
    def url(self) -> str:
        """Where the page is."""
        return self._running.url

    @property
    def api_url(self) -> str:
        """What SLACK_API_URL has to be."""
        return self._running.api_url

    @property
    def app(self) -> AppConfig:
        """The app: its tokens, secret and scopes (`sandbox.app.scopes = ...` grants others from now on)."""
        return self.service.app

    @property
    def request_url(self) -> str | None:
        """Where deliveries over HTTP go; setting it also switches to HTTP."""
        return self.service.http.url

    @request_url.setter
    def request_url(self, url: str) -> None:
        self.service.use("http", url)

    async def connected(self, connections: int = 1) -> None:
        """Wait until the app has dialled in over Socket Mode."""
        await self.wait_for(lambda: self.service.sockets.connections >= connections, "the app to connect")

    # what people do

    async def say(self, user: str, channel: str, text: str, *, thread: str | None = None) -> Message | None:
        """Write a line as a person types it, or a slash command. Raises Refused where Slack's client would not send it.

        A slash command returns when the app has acknowledged it; a message, when it is posted.
        """
        message = await speech.say(self.service, user, channel, text, thread)
        return copy(message) if message else None

    async def share_file(
        self, user: str, channel: str, name: str, content: bytes, *, text: str = "", thread: str | None = None
    ) -> Message:
        """Share a file, with words or without."""
        attached = [speech.Attached(name, content)]
        message = await speech.say(self.service, user, channel, text, thread, files=attached)
        assert message is not None  # noqa: S101 - a file is never a command
        return copy(message)

    async def click(
        self, user: str, on: Message | View, control: str, *, choose: Any = None, within: str | None = None
    ) -> str | None:
        """Use a control of a message, a modal or the Home; confirmations are confirmed.

        `control` is its label, its action id (or the end of one), its value or its placeholder. Selects, checkboxes and
        pickers take `choose`: an option's label or value, a list of them, a user id, a date; or `control` is the label
        of the one option to choose. `within` is the id of the block, where several controls fit. Returns the error that
        the client shows when the app did not take it, else None. An older copy of a message works as for a person who
        presses before the page was redrawn.
        """
        block_id, element = find_control(on.blocks or [], control, within)
        chosen = control if choose is None and is_option(element, control) else choose
        action = {"type": element["type"], "action_id": element["action_id"], **fill_in(element, chosen)}
        state = {block_id: {element["action_id"]: action}}
        if isinstance(on, View):
            return await interactions.act_on_view(self.service, on, block_id, action, state)
        return await interactions.act_on_message(self.service, user, on, block_id, action, state=state)

    async def submit(self, user: str, view: View, values: Mapping[str, Any] | None = None) -> Outcome:
        """Fill in a modal and submit it.

        `values` are keyed by the input's label, block id or action id; a value is text, an option's label or value, a
        list of those, a user id, a date. `errors` of the outcome are the texts under inputs, `error` a notice.
        """
        if view.user != user or self.workspace.view(view.id) is None:
            raise Refused("That window is closed already, or somebody else's.")
        state: dict[str, Json] = {}
        for name, value in (values or {}).items():
            block_id, element = find_control(view.blocks, name, None)
            state.setdefault(block_id, {})[element["action_id"]] = {"type": element["type"], **fill_in(element, value)}
        return await interactions.submit(self.service, view, state)

    async def close(self, view: View, *, whole_stack: bool = False) -> None:
        """Close a modal without submitting it."""
        await interactions.close(self.service, view, whole_stack=whole_stack)

    async def shortcut(self, user: str, callback_id: str, message: Message | None = None) -> str | None:
        """Choose a message shortcut, or a global one."""
        return await interactions.shortcut(self.service, user, callback_id, message)

    def open_home(self, user: str, tab: str = "home") -> None:
        """Look at the app's Home; the app hears of it."""
        interactions.open_home(self.service, user, tab)

    # what becomes of channels, the app and time

    def invite(self, channel: str, user: str | None = None, *, by: str = ANA) -> None:
        """Bring the app (or somebody) into a channel."""
        channels.invite(self.service, by, self.channel(channel), user or self.app.bot_user)

    def kick(self, channel: str, user: str | None = None, *, by: str = ANA) -> None:
        """Take the app (or somebody) out of a channel."""
        channels.kick(self.service, by, self.channel(channel), user or self.app.bot_user)

    def archive(self, channel: str, *, by: str = ANA) -> None:
        """Archive a channel."""
        channels.archive(self.service, by, self.channel(channel))

    def rename(self, channel: str, name: str, *, by: str = ANA) -> None:
        """Rename a channel."""
        channels.rename(self.service, by, self.channel(channel), name)

    def share(self, channel: str) -> None:
        """Share a channel with another company."""
        shared = self.channel(channel)
        shared.is_shared = True
        self.workspace.say_channel(shared)
        events.send(self.service, "channel_shared", {"type": "channel_shared", "channel": shared.id})

    def add_channel(self, channel: Channel) -> Channel:
        """Make another channel: Channel("C0LEGAL", "legal", [ANA, BEN], is_private=True)."""
        return self.workspace.add_channel(channel)

    def add_person(self, user: User, *channels: str) -> User:
        """Let somebody in, into these channels and a direct conversation with the app.

        A partner from elsewhere: User("U0DORA", "dora", "Dora Nagy", "Asia/Kathmandu", team="T0PARTNER").
        """
        self.workspace.users[user.id] = user
        for channel in channels:
            self.channel(channel).members.append(user.id)
        self.workspace.direct(user.id, self.app.bot_user)
        return user

    def deactivate(self, user: str) -> None:
        """Let somebody leave the company."""
        self.workspace.users[user].is_deleted = True

    def uninstall(self) -> None:
        """Take the app out of the workspace: its token dies and it hears tokens_revoked and app_uninstalled."""
        events.uninstalled(self.service)

    def install(self) -> None:
        """Install the app again, with the same token."""
        self.app.is_installed = True
        self.service.tokens.restore()

    def advance(self, by: timedelta | str) -> None:
        """Move the clock: a timedelta, "day" or "month"."""
        self.service.advance(by if isinstance(by, timedelta) else step(self.clock.now(), by))

    async def event(self, event: Json) -> Answer:
        """Deliver any event, and wait until the app has taken it or Slack would have given up."""
        return await self.service.courier.event(self.service.payloads.event(event))

    async def redeliver(self) -> Answer | None:
        """Deliver the last event once more, with Slack's retry headers."""
        again = self.service.courier.redeliver()
        return await again if again else None

    async def replay(self, delivery: Delivery | None = None) -> Answer:
        """Deliver a command, a click, a submit or an event (by default the last of all) once more, byte for byte."""
        again = delivery or self.deliveries()[-1][0]
        return await self.service.courier.send(again.kind, again.payload)

    def pace(self, method: str, every: float, burst: int = 1) -> None:
        """Answer 429 when a method is called for one channel more often than that, by the workspace's clock."""
        self.service.pace.limit(method, every, burst)

    def fail(self, method: str, kind: str, *, times: int = 1, retry_after: float | str | None = 1) -> None:
        """Let the next calls of a method ("*": any) fail.

        `kind`: 429, 500, 503, cut, timeout, html, empty, no_error (nothing is done); cut_after, 500_after,
        timeout_after (it is done, but the answer is lost); or any error code of Slack's. Besides Slack's methods,
        "upload" is the upload URL and "response_url" any response URL.
        """
        self.service.faults.script(method, kind, times, retry_after)
