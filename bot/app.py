"""The composition root: Bolt, its listeners and the engine, put together from explicit arguments.

Bolt reads SLACK_* from the environment where it is not told otherwise, and turns OAuth on by what it finds there; here
the environment is hidden from it, and the settings alone decide. Its other faults are worked around in `Bot.dispatch`
and by the gate, each with a test that fails once the fault is gone:

    "payload" in a slash command's text loses the command       the gate parses; Bolt is handed the parsed body
    an error gives 500, no listener 404: people see a failure   answered with 200, and told to the person
    the default runner polls every 10 ms for the ack            process_before_response: the listener is awaited
    work after the ack is kept by nobody                        bot.intake
    auth.test before every request                              bot.slack.workspaces
    who has not installed the app is told before the ack        told after it, and only at an address of Slack's

Whatever happens, the answer leaves in time: what could not be kept by then is answered with a sentence that says so.
"""

import asyncio
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot import listeners, parse
from bot.commands import CommandBase
from bot.engine import Engine
from bot.flood import TOO_FAST, Flood, Flow
from bot.listeners import refusal
from bot.runtime.failpoint import Reach, no_failpoints
from bot.runtime.logs import get_logger
from bot.runtime.tasks import Tasks
from bot.setup.settings import Connection
from bot.troubles import Trouble
from storage.errors import StorageError

_NOT_INSTALLED = (
    "ftrag is not installed in this workspace, or only for the whole organization. Nothing was changed. "
    "Whoever manages apps here can install it in this workspace."
)
_ANSWERED_WITHIN = 2.6
"""Seconds of Slack's three in which a request is kept or refused."""
_MOST_TOLD = 20
"""To so many at once a sentence of refusal is on its way; Slack itself shows others that it did not work."""
_ENDS_AN_INSTALLATION = frozenset({"app_uninstalled", "tokens_revoked"})

log = get_logger("ftrag.app")


@dataclass(frozen=True)
class Bot:
    """A bot that can be asked: payloads in, answers out."""

    bolt: AsyncApp
    engine: Engine
    reach: Reach = no_failpoints
    flood: Flood = field(default_factory=Flood)
    told: Tasks = field(default_factory=Tasks)
    """Sentences of refusal on their way."""

    async def dispatch(self, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> BoltResponse:
        """One payload that has passed the gate -> what Slack is answered, in time: 200, or 503 for what is not taken.

        Bolt is given the parsed body, as over Socket Mode: it neither parses it again nor loses a command over a word.
        """
        kind = str(body.get("type") or ("command" if "command" in body else "other"))
        self.engine.health.count("requests", kind)
        self.reach("request_taken")
        flow = self.flood.flow(body, self.engine.clock.now())
        if flow is not Flow.TAKEN:
            return self._hold_back(body, flow)
        if self.engine.intake.is_full and kind != "url_verification":
            self.engine.health.count("too_much")
            return self.refuse(body, refusal.TOO_MUCH)
        request = AsyncBoltRequest(mode="socket_mode", body=dict(body), headers=dict(headers or {}))
        try:
            async with asyncio.timeout(_ANSWERED_WITHIN):
                response = await self.bolt.async_dispatch(request)
        except TimeoutError:
            log.warning("not_kept_in_time", kind=kind)
            response = self.refuse(body, refusal.NOT_SAVED)
        event = body.get("event")
        if isinstance(event, Mapping) and event.get("type") in _ENDS_AN_INSTALLATION:
            self.engine.workspaces.forget(request.context.team_id or "")
        if response.status not in {200, 503}:
            log.info("unhandled", kind=kind, status=response.status)
            return BoltResponse(status=200, body="")
        self.reach("request_answered")
        return response

    def refuse(self, body: Mapping[str, Any], why: refusal.Why) -> BoltResponse:
        """What is answered to a request that is not taken; where the answer has no room for words, they follow it."""
        answer = refusal.in_answer(body, why)
        if answer is not None:
            return answer
        if why is refusal.TOO_MUCH and ("event" in body or len(self.told) >= _MOST_TOLD):
            return refusal.NOT_TAKEN
        command = _command(body)
        if command is not None:
            self.told.start(self.engine.front.tell(command, why.trouble), on_error=_let_go)
        return refusal.TAKEN

    def tell_unread(self, body: Mapping[str, Any]) -> bool:
        """A payload that is Slack's and that nobody here can read: its sender hears so, where it says who that is."""
        sender = parse.sender(body)
        if sender is None:
            return False
        self.engine.health.count("unread")
        told = self.engine.front.tell(sender, Trouble.UNREADABLE)
        self.engine.tasks.start(told, on_error=_let_go)
        return True

    def _hold_back(self, body: Mapping[str, Any], flow: Flow) -> BoltResponse:
        """One request too many of one person: a command is answered in its ack, a click where it was pressed.

        From the Home and from a modal, which have no such place, the answer comes as a direct message.
        """
        self.engine.health.count("held_back")
        if flow is Flow.TOLD and "command" in body:
            return BoltResponse(status=200, body=TOO_FAST)
        pressed = parse.action(body) if flow is Flow.TOLD else None
        if pressed is not None:
            told = self.engine.front.tell(pressed, Trouble.TOO_FAST)
            self.engine.tasks.start(told, on_error=_let_go)
        return BoltResponse(status=200, body="")


class _NotInstalledError(Exception):
    """The app is not installed where this request comes from."""


def _say_not_installed(engine: Engine, body: Mapping[str, Any]) -> BoltResponse:
    """There is no token there, so it can be said in a command's answer, and at the address that Slack gave for one."""
    if "command" in body:
        return BoltResponse(status=200, body=_NOT_INSTALLED)
    url = body.get("response_url")
    if isinstance(url, str) and url:
        said = {"response_type": "ephemeral", "replace_original": False, "text": _NOT_INSTALLED}
        engine.tasks.start(engine.wire.respond(url, said), on_error=_let_go)
    return BoltResponse(status=200, body="")


async def _let_go(_error: Exception) -> None:
    """Nobody waits for this sentence."""


def build_app(engine: Engine, connection: Connection, *, reach: Reach = no_failpoints) -> Bot:
    """Put Bolt and the listeners in front of an engine. Nothing is connected or started."""
    bot = Bot(_build_bolt(engine, connection), engine, reach)
    listeners.register(bot.bolt, engine.front, engine.intake)

    @bot.bolt.error
    async def on_error(error: Exception, body: dict[str, Any]) -> BoltResponse:
        if isinstance(error, _NotInstalledError):
            return _say_not_installed(engine, body)
        if isinstance(error, StorageError):
            log.warning("not_saved", error=type(error).__name__)
            return bot.refuse(body, refusal.NOT_SAVED)
        engine.tasks.start(_apologize(engine, error, body), on_error=_let_go)
        return BoltResponse(status=200, body="")

    return bot


def _build_bolt(engine: Engine, connection: Connection) -> AsyncApp:
    async def authorize(context: AsyncBoltContext) -> AuthorizeResult:
        is_ours = not context.is_enterprise_install
        found = await engine.workspaces.authorize(context.enterprise_id, context.team_id) if is_ours else None
        if found is None:  # Bolt would tell the person before it answers, at whatever address the payload names
            raise _NotInstalledError
        return found

    logger = logging.getLogger("slack_bolt")
    logger.setLevel(max(logger.level, logging.WARNING))  # below it Bolt logs bodies, and spends time on it
    client = AsyncWebClient(base_url=connection.api_url, session=engine.wire.session, retry_handlers=[], logger=logger)
    with _hidden_environment():
        return AsyncApp(
            name="slack_bolt.listeners",
            logger=logger,
            process_before_response=True,
            signing_secret=connection.signing_secret,
            client=client,
            authorize=authorize,
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )


@contextmanager
def _hidden_environment() -> Iterator[None]:
    """Without SLACK_*: Bolt must not find a mode there that the settings did not choose."""
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("SLACK_")}
    try:
        yield
    finally:
        os.environ.update(hidden)


async def _apologize(engine: Engine, error: Exception, body: Mapping[str, Any]) -> None:
    """Something failed before a listener had the payload (the token could not be read, a fault of ours)."""
    try:
        command = _command(body)
    except Exception:  # noqa: BLE001 - it may be this very reading that failed
        command = None
    if command is None:
        log.error("request_failed", exc_info=error)
    else:
        await engine.front.apologize(command, error)


def _command(body: Mapping[str, Any]) -> CommandBase | None:
    readers = {
        "block_actions": parse.action,
        "view_submission": parse.submit,
        "shortcut": parse.shortcut,
        "message_action": parse.shortcut,
        "event_callback": parse.event,
    }
    return readers.get(str(body.get("type")), parse.slash)(body)
