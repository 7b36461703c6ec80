"""`deliver(row)`: one outbox row, at most one thing done in Slack, and an Attempt that says how it ended.

It knows nothing of claims, leases or loops, so any job queue could call it; `bot.delivery.courier` records the attempt
and the scheduler claims. An attempt in doubt is settled here on the next try: `in_doubt` says that an earlier try may
have reached Slack, so the history is read before anything is sent again.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from bot.delivery import calls
from bot.delivery.content import File, Form, Rendered, Screens, plain_home
from bot.delivery.data_blocks import REFUSALS, DataBlocks
from bot.delivery.ends import End, end_of
from bot.delivery.lookup import Seen, look_up
from bot.delivery.naming import named
from bot.delivery.pacing import SLACKS, Pace, Rates
from bot.delivery.upload import upload
from bot.delivery.wire import SlackAnswer, Wire
from bot.runtime.clock import Clock
from bot.runtime.logs import get_logger
from storage.deliveries import IN_THREAD
from storage.errors import StorageError
from storage.records import Claimed, Delivery, DeliveryMethod, MessageRef, Tenant

FindMessage = Callable[[Tenant, str, str], Awaitable[MessageRef | None]]
"""Where one of our messages stands: (tenant, assessment id, key)."""
FindToken = Callable[[Tenant], Awaitable[str | None]]
Content = Rendered | Mapping[str, Any] | File
"""What a row says: a message, a Home, or a file."""

_LOOKUPS = "history"
"""The name under which reading the history waits its turn."""
_LOOKED_UP = frozenset({DeliveryMethod.POST, DeliveryMethod.UPLOAD})
_SEEN_BY_ONE = frozenset({DeliveryMethod.EPHEMERAL, DeliveryMethod.RESPOND})
_SAID_ANOTHER_WAY = frozenset({End.UNKNOWN, End.REFUSED, End.GONE, End.SCOPE})
"""The ends after which a private reply is told to its person in another way."""
_KEPT = frozenset({End.REFUSED, End.GONE, End.SCOPE, End.PLAIN})
"""The ends of a deletion after which the message stands, since some workspaces keep all of them: it is edited then."""
_DELETIONS = "deletions"
"""The name under which deleting waits its turn: Slack counts it apart from editing."""
_MOST_DELETIONS = 3
"""So often it is tried where it fails without a reason; then the message is edited, since what stands anew waits."""

log = get_logger("ftrag.delivery")


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one try ended. `at` is when to try again, for ends that are not final; `called` whether Slack was asked."""

    end: End
    error: str = ""
    channel: str | None = None
    ts: str | None = None
    at: datetime | None = None
    called: bool = False
    is_simple: bool = False
    """Whether it was sent without the tables and charts that it has, since Slack does not take them there."""
    under: str | None = None
    """The ts of the message under which it was to stand, or which it was to edit."""


class Deliverer:
    """Carries rows to Slack, at Slack's pace, one try at a time."""

    def __init__(
        self,
        *,
        wire: Wire,
        screens: Screens,
        find_message: FindMessage,
        find_token: FindToken,
        clock: Clock,
        rates: Rates = SLACKS,
        find_bot: FindToken | None = None,
    ) -> None:
        self._wire = wire
        self._screens = screens
        self._find_message = find_message
        self._find_token = find_token
        self._find_bot = find_bot
        self._clock = clock
        self._pace = Pace(rates)
        self._data_blocks = DataBlocks(clock)
        self._paused: dict[Tenant, tuple[datetime, str | None]] = {}
        """Until when a workspace waits, and the token that Slack refused: with another one it need not."""

    async def deliver(self, row: Delivery) -> Attempt:
        """Try this row once. Never raises for anything that Slack or the row may hold."""
        now = self._clock.now()
        if row.expires_at is not None and row.expires_at <= now:
            return Attempt(End.EXPIRED, "expired")
        token = await self._find_token(row.tenant)
        until, refused = self._paused.get(row.tenant, (now, None))
        if until > now and refused == token:
            return Attempt(End.PAUSE, "paused", at=until)
        if token is None:
            return self._judge(row, None, SlackAnswer(ok=False, error="no_token"))
        return await self._try(row, token)

    async def _try(self, row: Delivery, token: str) -> Attempt:
        under = await self._message(row, row.under_key)
        target = await self._message(row, row.message_key) if row.method is DeliveryMethod.UPDATE else None
        if row.under_key and under is None:
            return Attempt(End.REFUSED, "no_parent")
        if row.method is DeliveryMethod.UPDATE and target is None:
            return Attempt(End.REFUSED, "no_message")
        content = await self._render(row)
        if content is None:
            return Attempt(End.REFUSED, "unreadable")
        if row.in_doubt and row.method in _LOOKED_UP:
            seen = await self._settle(row, token, under, content)
            if seen is not None:
                return seen
        at = self._pace.place(row.id, row.tenant, row.method, _where(row, under), self._clock.now())
        if at > self._clock.now():
            return Attempt(End.WAIT, "paced", at=at)
        return await self._send(row, token, under, target, content)

    async def _render(self, row: Delivery) -> Content | None:
        """What the row says; None where this release cannot show it (a newer one saved it, or a view is at fault)."""
        try:
            if row.method is DeliveryMethod.UPLOAD:
                return await self._screens.file(row.reply)
            if row.method is DeliveryMethod.PUBLISH:
                return self._screens.home(row.reply)
            message = self._screens.message(row.reply)
            return named(message, await self._find_bot(row.tenant)) if self._find_bot else message
        except StorageError:
            raise  # a table is read when it is sent: the row is tried again once the database answers
        except Exception:
            log.exception("unreadable", delivery=row.id, kind=row.reply.get("kind"))
            return None

    async def _message(self, row: Delivery, key: str | None) -> MessageRef | None:
        if key is not None and key.startswith(IN_THREAD):
            ts = key.removeprefix(IN_THREAD)
            return MessageRef(tenant=row.tenant, assessment_id="", key=key, channel=row.channel or "", ts=ts)
        if key is None or row.assessment_id is None:
            return None
        if isinstance(row, Claimed):
            return row.places.get(key)
        return await self._find_message(row.tenant, row.assessment_id, key)

    async def _settle(self, row: Delivery, token: str, under: MessageRef | None, content: Content) -> Attempt | None:
        """What the history says about an earlier try; None where nothing was posted and it may be sent."""
        now = self._clock.now()
        held = self._pace.held_until(row.tenant, _LOOKUPS, now)
        if held is not None:
            return Attempt(End.DOUBT, "ratelimited", at=held)
        file_name = content.name if isinstance(content, File) else None
        sight = await look_up(self._wire, token, row, under=under, file_name=file_name)
        if sight.seen is Seen.FOUND:
            return Attempt(End.SENT, channel=sight.channel, ts=sight.ts, called=True)
        if sight.seen is Seen.CANNOT:
            return Attempt(End.UNKNOWN, f"in doubt, and the history cannot be read: {sight.error}", called=True)
        if sight.seen is Seen.LATER:
            limited = sight.error == "ratelimited"
            at = self._pace.hold(row.tenant, _LOOKUPS, sight.retry_after, now) if limited else None
            return Attempt(End.DOUBT, sight.error, at=at, called=True)
        return None

    async def _send(
        self, row: Delivery, token: str, under: MessageRef | None, target: MessageRef | None, content: Content
    ) -> Attempt:
        attempt = await self._send_this_way(row, token, under, target, content)
        place = under or target
        attempt = replace(attempt, under=place.ts if place else None)
        # What has a name of its own belongs where it was to be shown, and is told nowhere else.
        if row.method not in _SEEN_BY_ONE or row.message_key or attempt.end not in _SAID_ANOTHER_WAY:
            return attempt
        for method, arguments in calls.other_ways(row, cast("Rendered", content), under):
            answer = await self._wire.call(method, token, arguments)
            if answer.ok:
                log.info("told_another_way", delivery=row.id, error=attempt.error, method=method)
                return Attempt(End.SENT, called=True)
        return attempt

    async def _send_this_way(
        self, row: Delivery, token: str, under: MessageRef | None, target: MessageRef | None, content: Content
    ) -> Attempt:
        refusals: list[str] = []
        withdraws = not isinstance(content, File | Mapping) and content.withdraws
        gone = await self._withdraw(row, token, target) if target is not None and withdraws else None
        if gone is not None:
            return gone
        for form in self._forms(row, content):
            answer = await self._call(row, token, under, target, content, form=form)
            if withdraws and answer.error == "message_not_found":
                return Attempt(End.SENT, called=True)  # taken away by a deletion that brought no answer
            attempt = self._judge(row, token, answer, _where(row, under))
            if attempt.end is not End.PLAIN:
                return self._noted(row, attempt, form, refusals)
            log.error("slack_refused_blocks", delivery=row.id, kind=row.reply.get("kind"), error=attempt.error)
            refusals.append(attempt.error)
        return Attempt(End.REFUSED, refusals[-1], called=True)

    async def _withdraw(self, row: Delivery, token: str, target: MessageRef) -> Attempt | None:
        """Take the message away; one that is gone already is what was wanted. None where it is to be edited instead."""
        held = self._pace.held_until(row.tenant, _DELETIONS, self._clock.now())
        if held is not None:
            return Attempt(End.WAIT, "ratelimited", at=held)
        answer = await self._wire.call("chat.delete", token, calls.withdraw(target))
        if answer.error == "message_not_found":
            return Attempt(End.SENT, called=True)
        attempt = self._judge(row, token, answer, waits_as=_DELETIONS)
        is_given_up = attempt.end is End.RETRY and row.attempts >= _MOST_DELETIONS
        return None if is_given_up or attempt.end in _KEPT else attempt

    def _forms(self, row: Delivery, content: Content) -> tuple[Form, ...]:
        """The forms to try, the fullest first."""
        if isinstance(content, File | Mapping) or not content.simple:
            return (Form.FULL, Form.PLAIN)
        known = self._data_blocks.are_refused(row.tenant)
        return (Form.SIMPLE, Form.PLAIN) if known else (Form.FULL, Form.SIMPLE, Form.PLAIN)

    def _noted(self, row: Delivery, attempt: Attempt, form: Form, refusals: list[str]) -> Attempt:
        """The attempt, and what it taught about the workspace: plain blocks pass where others did not."""
        if form is not Form.SIMPLE or attempt.end is not End.SENT:
            return attempt
        if refusals and refusals[0] in REFUSALS:
            self._data_blocks.note_refusal(row.tenant)
        return replace(attempt, is_simple=True)

    async def _call(
        self,
        row: Delivery,
        token: str,
        under: MessageRef | None,
        target: MessageRef | None,
        content: Content,
        *,
        form: Form,
    ) -> SlackAnswer:
        """The one call for this row."""
        if isinstance(content, File):
            return await upload(self._wire, token, content, channel=_channel(row, under), under=under)
        if isinstance(content, Mapping):
            view = plain_home() if form is Form.PLAIN else content
            return await self._wire.call("views.publish", token, calls.publish(row, view))
        if row.method is DeliveryMethod.RESPOND:
            body = calls.respond(content, form=form, replaces=row.replaces)
            return await self._wire.respond(row.response_url or "", body)
        if row.method is DeliveryMethod.EPHEMERAL:
            return await self._wire.call("chat.postEphemeral", token, calls.ephemeral(row, content, under, form=form))
        if target is not None:
            return await self._wire.call("chat.update", token, calls.update(target, content, form=form))
        return await self._wire.call("chat.postMessage", token, calls.post(row, content, under, form=form))

    def _judge(
        self, row: Delivery, token: str | None, answer: SlackAnswer, where: str = "", waits_as: str | None = None
    ) -> Attempt:
        """An answer -> the row's end, with the pauses that it brings for others."""
        if answer.ok:
            return Attempt(End.SENT, channel=answer.text("channel"), ts=answer.text("ts"), called=True)
        end, now = end_of(answer.error, row.method), self._clock.now()
        at = None if end.after.again_in is None else now + end.after.again_in
        if end is End.WAIT:
            at = self._pace.hold(row.tenant, waits_as or row.method, answer.retry_after, now, where)
        if end is End.PAUSE and at is not None:
            self._paused[row.tenant] = at, token
        return Attempt(end, answer.error, at=at, called=True)


def _channel(row: Delivery, under: MessageRef | None) -> str:
    return under.channel if under else row.channel or row.user or ""


def _where(row: Delivery, under: MessageRef | None) -> str:
    """The place whose limits it is under: its address to answer at, or else its channel."""
    return row.response_url or "" if row.method is DeliveryMethod.RESPOND else _channel(row, under)
