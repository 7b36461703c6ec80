"""A modal's submit, a shortcut, a slash command -> a command."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot import commands
from bot.commands import CommandBase
from bot.commands.words import read_words
from bot.ids import Field, Modal, Shortcut, read_callback, read_value
from bot.parse import blind, followup, reviews
from bot.parse.inputs import belongings, entered, kept
from bot.parse.shapes import Interaction, Slash, View
from bot.parse.text import spoken
from bot.parse.who import about, inbox_key, is_direct, is_foreign, unread, workspace_of, workspace_of_interaction
from bot.runtime.secrets import as_kept


def parse_slash(form: Mapping[str, Any]) -> CommandBase | None:
    """The command of `/ftrag ...`; None where the form does not say who or where."""
    try:
        payload = Slash.model_validate(form)
    except ValidationError:
        return None
    workspace = workspace_of(payload.enterprise_id, payload.team_id)
    if workspace is None:
        return None
    who = CommandBase(
        tenant=workspace.tenant,
        actor=payload.user_id,
        channel=payload.channel_id,
        is_direct=is_direct(payload.channel_id),
        inbox_key=inbox_key("command", payload.trigger_id) if payload.trigger_id else None,
        response_url=payload.response_url,
    )
    return read_words(as_kept(spoken(payload.text)), who)


def parse_shortcut(body: Mapping[str, Any]) -> CommandBase | None:
    """The command of a shortcut."""
    opened = _opened(body)
    if opened is None:
        return unread(body)
    payload, who = opened
    if isinstance(who, CommandBase):
        return who
    match payload.callback_id:
        case Shortcut.ASSESS:
            return commands.AskForName(**who)
        case Shortcut.LOG_FAILURE:
            return followup.log_of_message(body, who)
        case Shortcut.READ_RESULTS:
            return followup.files_of_message(body, who)
        case _:
            return commands.OutOfDate(**who)


def parse_submit(body: Mapping[str, Any]) -> CommandBase | None:
    """The command of a modal's submit."""
    opened = _opened(body)
    if opened is None:
        return unread(body)
    payload, who = opened
    if isinstance(who, CommandBase) or payload.view is None:
        return who if isinstance(who, CommandBase) else None
    match read_callback(payload.view.callback_id):
        case Modal.NAME:
            return _name(payload.view, who, _response_url(body))
        case Modal.ASK | Modal.COST as modal:
            return (_question if modal is Modal.ASK else _cost)(payload.view, who)
        case Modal() as modal:
            read = (one.submit(modal, payload.view, who) for one in (followup, reviews, blind))
            return next(filter(None, read), commands.OutOfDate(**who))
        case _:
            return commands.OutOfDate(**who)


def _opened(body: Mapping[str, Any]) -> tuple[Interaction, dict[str, Any] | CommandBase] | None:
    """The payload, and what every command says; or at once the refusal of a person from outside."""
    try:
        payload = Interaction.model_validate(body)
    except ValidationError:
        return None
    workspace = workspace_of_interaction(payload)
    if workspace is None:
        return None
    view = payload.view
    key = inbox_key("view", view.id, view.hash) if view else inbox_key("shortcut", payload.trigger_id or "")
    who = about(payload, workspace.tenant, key)
    return payload, commands.FromOutside(**who) if is_foreign(payload, workspace) else who


def _name(view: View, who: dict[str, Any], chosen_url: str | None) -> CommandBase:
    private = {key: item for key, item in kept(view).items() if isinstance(item, str)}
    channel = private.get("channel") or entered(view, Field.CHANNEL, "selected_conversation") or ""
    place = {
        "channel": channel,
        "is_direct": is_direct(channel),
        "response_url": private.get("response_url") or chosen_url,
    }
    name, context = entered(view, Field.NAME), entered(view, Field.CONTEXT)
    return commands.StartAssessment(**{**who, **place}, name=name, context=context)


def _question(view: View, who: dict[str, Any]) -> CommandBase:
    parts = read_value(view.private_metadata, 2)
    if parts is None:
        return commands.OutOfDate(**who)
    place = {"channel": parts[1], "is_direct": is_direct(parts[1])}
    text = entered(view, Field.QUESTION)
    return commands.QuestionAsked(**{**who, **place}, assessment_id=parts[0], text=text)


def _cost(view: View, said: dict[str, Any]) -> CommandBase:
    parts = read_value(view.private_metadata, 3)
    if parts is None:
        return commands.OutOfDate(**said)
    place = {"channel": parts[1], "is_direct": is_direct(parts[1])}
    return commands.CostGiven(
        **{**said, **place},
        assessment_id=parts[0],
        volume=parts[2],
        requests=entered(view, Field.COST_REQUESTS),
        wrong=entered(view, Field.COST_WRONG),
        saved=entered(view, Field.COST_SAVED),
        errors={of: entered(view, Field.COST_ERRORS, of=of) for of in belongings(view, Field.COST_ERRORS)},
    )


def _response_url(body: Mapping[str, Any]) -> str | None:
    """Where the one who chose a channel in the modal can be answered."""
    urls = body.get("response_urls")
    first = urls[0] if isinstance(urls, list) and urls else None
    url = first.get("response_url") if isinstance(first, dict) else None
    return url if isinstance(url, str) else None
