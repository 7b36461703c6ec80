"""What the app says back in place: in the answer to a slash command, and at a response URL."""

from typing import Any

from bot.sandbox import events
from bot.sandbox.content import read_content
from bot.sandbox.errors import Refused, SlackError
from bot.sandbox.messages import as_slack, delete, edit, post
from bot.sandbox.records import Json, Message
from bot.sandbox.service import Service
from bot.sandbox.triggers import ResponseUrl


def answer_to(service: Service, key: str, body: Any) -> None:
    """Show what the app said in its answer to a slash command; that does not use up the response URL."""
    said = {"text": body} if isinstance(body, str) else body
    if not isinstance(said, dict) or not said:
        return
    try:
        respond(service, service.responses.given[key], said)
    except SlackError as error:
        raise Refused(f"{service.app.name} answered with something that Slack does not show: {error.code}.") from None


def respond(service: Service, url: ResponseUrl, body: Any) -> None:
    """Show what the app sent to a response URL: a new message, or another one in the place of its source."""
    if not isinstance(body, dict):
        raise SlackError("invalid_payload")
    source = _source(service, url)
    if body.get("delete_original"):
        _delete(service, source)
        return
    content = read_content(service.workspace, body)
    shown: Json = {"text": content.text or "", "blocks": content.blocks, "attachments": content.attachments}
    if body.get("replace_original") and source is not None:
        before = as_slack(service.workspace, source, with_metadata=True)
        edit(service.workspace, source, service.app.bot_user, **shown)
        if source.only_for is None:
            events.message_changed(service, source, before)
        return
    in_channel = body.get("response_type") == "in_channel"
    message = Message(
        service.workspace.stamp(),
        url.channel,
        service.app.bot_user,
        thread_ts=body.get("thread_ts") or url.thread_ts,
        bot_id=service.app.bot_id,
        only_for=None if in_channel else url.user,
        metadata=content.metadata,
        **shown,
    )
    post(service.workspace, message)
    events.message_posted(service, message)


def _source(service: Service, url: ResponseUrl) -> Message | None:
    return service.workspace.find_seen(url.channel, url.source_ts, url.user) if url.source_ts else None


def _delete(service: Service, source: Message | None) -> None:
    if source is None:
        raise SlackError("message_not_found")
    delete(service.workspace, source)
    if source.only_for is None:
        events.message_deleted(service, source)
