"""A click -> a command. Values are read by `bot.parse.controls`; what they no longer mean is answered "out of date"."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot import commands
from bot.commands import CommandBase
from bot.ids import read_action
from bot.parse.controls import IGNORED, read_control
from bot.parse.shapes import Action, Interaction
from bot.parse.who import about, inbox_key, is_foreign, unread, workspace_of_interaction


def parse_action(body: Mapping[str, Any]) -> CommandBase | None:
    """The command of a click; None where nothing is to be done; never raises."""
    try:
        payload = Interaction.model_validate(body)
    except ValidationError:
        return unread(body)
    workspace = workspace_of_interaction(payload)
    if workspace is None:
        return unread(body)
    tenant = workspace.tenant
    action = _first_action(body)
    stamp = action.action_ts if action else ""
    key = inbox_key(
        "action", tenant.team, payload.user.id, stamp or payload.trigger_id or "", action.action_id if action else ""
    )
    who = about(payload, tenant, key)
    # A shortcut may leave the person's team out. A click never does, and one without it may be anybody's.
    if payload.user.team_id is None or is_foreign(payload, workspace):
        return commands.FromOutside(**who)
    act = read_action(action.action_id) if action else None
    if act in IGNORED:
        return None
    command = read_control(act, action, payload, who) if act and action else None
    return command or commands.OutOfDate(**who)


def _first_action(body: Mapping[str, Any]) -> Action | None:
    actions = body.get("actions")
    try:
        return Action.model_validate(actions[0]) if isinstance(actions, list) and actions else None
    except ValidationError:
        return None
