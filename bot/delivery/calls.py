"""A row and its rendered content -> the one Web API call and its arguments. Pure.

Nothing here ever resolves a name or unfurls an address: `parse` is none everywhere (chat.update's own default is not),
unfurling is off, and text comes escaped from the views. Every post carries the row's id in its metadata, by which it is
found again when its outcome is in doubt.
"""

from collections.abc import Mapping
from typing import Any

from bot.delivery.content import Form, Rendered, shortened
from storage.records import Delivery, DeliveryMethod, MessageRef

EVENT_TYPE = "ftrag_delivery"

Arguments = dict[str, Any]


def post(row: Delivery, message: Rendered, under: MessageRef | None, *, form: Form) -> Arguments:
    """chat.postMessage, in the thread of `under` where given (and in that message's channel)."""
    return {
        **_content(message, form=form),
        "channel": under.channel if under else row.channel,
        "thread_ts": under.ts if under else None,
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"delivery": row.id}},
        "unfurl_links": False,
        "unfurl_media": False,
    }


def update(target: MessageRef, message: Rendered, *, form: Form) -> Arguments:
    """chat.update; the metadata of the first post stays, since none is given. Old blocks go where there are none."""
    arguments = {**_content(message, form=form), "channel": target.channel, "ts": target.ts}
    return {**arguments, "blocks": arguments["blocks"] or []}


def withdraw(target: MessageRef) -> Arguments:
    """chat.delete, of a message of ours."""
    return {"channel": target.channel, "ts": target.ts}


def ephemeral(row: Delivery, message: Rendered, under: MessageRef | None, *, form: Form) -> Arguments:
    """chat.postEphemeral to the row's user alone."""
    return {
        **_content(message, form=form),
        "channel": under.channel if under else row.channel,
        "user": row.user,
        "thread_ts": under.ts if under else None,
    }


def respond(message: Rendered, *, form: Form, replaces: bool = False) -> Arguments:
    """The body for a response_url: seen by the one person, beside what is there or in the place of what they pressed.

    Nothing else reaches a message that only one person sees: it has no name by which chat.update would find it.
    """
    content = {key: value for key, value in _content(message, form=form).items() if value is not None}
    return {**content, "response_type": "ephemeral", "replace_original": replaces, "unfurl_links": False}


def other_ways(row: Delivery, message: Rendered, under: MessageRef | None) -> tuple[tuple[str, Arguments], ...]:
    """How else to tell one person what did not reach them: method and arguments, the nearest to them first.

    Where it may have arrived after all, they read it twice, which hurts nobody.
    """
    if row.user is None:
        return ()
    place = under.channel if under else row.channel or ""
    direct = {**_content(message, form=Form.SIMPLE), "channel": row.user, "unfurl_links": False, "unfurl_media": False}
    ways = [("chat.postMessage", direct)]
    if row.method is DeliveryMethod.RESPOND and place.startswith(("C", "G")):
        ways.insert(0, ("chat.postEphemeral", ephemeral(row, message, under, form=Form.SIMPLE)))
    return tuple(ways)


def publish(row: Delivery, view: Mapping[str, Any]) -> Arguments:
    """views.publish of the row's user's Home.

    One whose answer never came may still arrive after a newer one, and then the older Home stands until the next change
    or the next look at it. The method takes a `hash` of the view that it replaces, but a call without an answer brings
    none, and neither does another process': a conflict would have to be resolved by publishing without it after all.
    """
    return {"user_id": row.user, "view": dict(view)}


def _content(message: Rendered, *, form: Form) -> Arguments:
    if form is Form.PLAIN:
        return {"text": shortened(message.text), "blocks": None, "parse": "none"}
    blocks = message.blocks if form is Form.FULL else message.simple or message.blocks
    return {"text": message.text, "blocks": [dict(block) for block in blocks] or None, "parse": "none"}
