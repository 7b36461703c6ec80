"""What Slack says -> a command, handed over. A listener acknowledges, parses, hands over, and knows no words.

Few listeners, each for a whole kind of payload: what a control means is read by `bot.parse`, so an old button finds the
same listener as a new one and nothing is ever left without an answer. What nobody reads is acknowledged and let go.

They stand at the end of Bolt's chain of middleware and are found by the payload's type. Registered by `app.action` and
its like, one after the other would be asked whether it matches, with all that it may want put together anew for each.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse

from bot import parse
from bot.commands import CommandBase
from bot.front import Advises
from bot.ids import COMMAND
from bot.intake import Intake
from bot.listeners.reception import Reception

__all__ = ["register"]

_RETIRED = ("interactive_message", "dialog_submission", "dialog_cancellation", "workflow_step_edit")
"""Clicks and dialogs that Slack has put aside. We send none; whoever still has one before them hears that it is old."""
Listener = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


def register(app: AsyncApp, advisor: Advises, intake: Intake) -> None:
    """Register every listener; `intake` keeps what they read before it is acknowledged, and works it off."""
    app.use(_Listeners(Reception(advisor, intake)))


class _Listeners(AsyncMiddleware):
    """Every listener, by the type of the payload that it is for."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._command = self._request(parse.slash)
        self._by_type: Mapping[str, Listener] = {
            "event_callback": self._heard,
            "block_actions": self._request(parse.action),
            "view_submission": self._submit,
            "shortcut": self._request(parse.shortcut),
            "message_action": self._request(parse.shortcut),
            **dict.fromkeys(_RETIRED, self._request(parse.action)),
        }

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - the base's signature
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - the base's signature
    ) -> BoltResponse | None:
        """The answer of the listener that this payload is for; Bolt says what is said where there is none."""
        listener = self._for(req.body)
        return await (next() if listener is None else listener(req))

    def _for(self, body: Mapping[str, Any]) -> Listener | None:
        found = self._by_type.get(str(body.get("type")))
        return self._command if found is None and body.get("command") == COMMAND else found

    def _request(self, read: Callable[[Mapping[str, Any]], CommandBase | None]) -> Listener:
        """Clicks, `/ftrag ...` and shortcuts: kept, then acknowledged."""

        async def on_request(request: AsyncBoltRequest) -> BoltResponse:
            await self._reception.take(read(request.body), request.body, request.context.client)
            return await request.context.ack()

        return on_request

    async def _heard(self, request: AsyncBoltRequest) -> BoltResponse:
        """Typed words and mentions, the Home, the end of an installation: nothing that a modal could answer."""
        await self._reception.take(parse.event(request.body), request.body)
        return await request.context.ack()

    async def _submit(self, request: AsyncBoltRequest) -> BoltResponse:
        """Submits of modals: what is wrong with a field is said before the modal closes."""
        command, ack = parse.submit(request.body), request.context.ack
        errors = await self._reception.errors(command)
        if errors:
            return await ack(response_action="errors", errors=errors)
        await self._reception.take(command, request.body, request.context.client)
        return await ack()
