"""A click -> a command. Values are read by `bot.ids`; what they no longer mean is answered with "out of date"."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from bot import commands
from bot.commands import CommandBase
from bot.ids import Act, read_action, read_block, read_value
from bot.parse import followup, reviews
from bot.parse.shapes import Action, Interaction
from bot.parse.who import about, inbox_key, is_direct, is_foreign, tenant_of_interaction

_NAME = re.compile(r"^[A-Za-z0-9_.:-]{1,100}$")

_SIMPLE: Mapping[Act, type[commands.AboutAssessment]] = {
    Act.STOP: commands.Stop,
    Act.CONTINUE: commands.Continue,
    Act.REST: commands.AnswerRest,
    Act.SHOW_MORE: commands.ShowMore,
    Act.PRECEDENTS: commands.ShowPrecedents,
    Act.ASK: commands.AskQuestion,
    Act.NEW_VERSION: commands.StartNewVersion,
    Act.CANCEL: commands.Cancel,
    Act.DELETE: commands.DeleteAssessment,
    Act.EDIT_TASKS: commands.EditTasks,
}
_QUESTION: Mapping[Act, type[commands.AboutQuestion]] = {
    Act.NOT_SURE: commands.NotSure,
    Act.BACK: commands.Back,
    Act.CHANGE: commands.ChangeAnswer,
    Act.KEEP: commands.KeepAnswer,
    Act.NEITHER: commands.NeitherOffered,
    Act.STILL_SO: commands.StillSo,
    Act.KEEP_REST: commands.KeepRest,
    Act.SOMETHING_ELSE: commands.SomethingElse,
}
_IGNORED = frozenset({Act.CHOICES, Act.LINK})


def parse_action(body: Mapping[str, Any]) -> CommandBase | None:
    """The command of a click; None where nothing is to be done; never raises."""
    try:
        payload = Interaction.model_validate(body)
    except ValidationError:
        return None
    tenant = tenant_of_interaction(payload)
    if tenant is None:
        return None
    action = _first_action(body)
    stamp = action.action_ts if action else ""
    key = inbox_key(
        "action", tenant.team, payload.user.id, stamp or payload.trigger_id or "", action.action_id if action else ""
    )
    said = about(payload, tenant, key)
    if is_foreign(payload, tenant):
        return commands.FromOutside(**said)
    act = read_action(action.action_id) if action else None
    if act in _IGNORED:
        return None
    command = _command(act, action, payload, said) if act and action else None
    return command or commands.OutOfDate(**said)


def _first_action(body: Mapping[str, Any]) -> Action | None:
    actions = body.get("actions")
    try:
        return Action.model_validate(actions[0]) if isinstance(actions, list) and actions else None
    except ValidationError:
        return None


def _command(act: Act, action: Action, payload: Interaction, said: dict[str, Any]) -> CommandBase | None:
    """The command of a control of ours; None where its value is of another release."""
    if act in _SIMPLE:
        parts = _named(action.value, 1)
        return _SIMPLE[act](**said, assessment_id=parts[0]) if parts else None
    if act in _QUESTION:
        parts = _named(action.selected_option.value if action.selected_option else action.value, 2)
        return _QUESTION[act](**said, assessment_id=parts[0], fact=parts[1]) if parts else None
    if act in reviews.ACTS:
        return reviews.click(act, action, said)
    read = _READERS.get(act)
    return read(action, payload, said) if read else None


def _named(text: str, required: int, parts: int = 0) -> tuple[str, ...] | None:
    """The parts of a value, of which the first `required` must be names."""
    found = read_value(text, max(required, parts))
    if found is None or not all(_NAME.match(part) for part in found[:required]):
        return None
    return found if all(not part or _NAME.match(part) for part in found[:3]) else None


def _answer(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 3, 4)
    if parts is None:
        return None
    return commands.Answer(**said, assessment_id=parts[0], fact=parts[1], values=(parts[2],), typed=parts[3] or None)


def _pick(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.selected_option.value, 3) if action.selected_option else None
    return commands.Answer(**said, assessment_id=parts[0], fact=parts[1], values=(parts[2],)) if parts else None


def _save(action: Action, payload: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 2)
    values = tuple(_ticked(payload.state))
    if parts is None or not all(_NAME.match(value) for value in values):
        return None
    return commands.Answer(**said, assessment_id=parts[0], fact=parts[1], values=values)


def _ticked(state: Mapping[str, Any]) -> list[str]:
    """The values of all boxes ticked in the message's list question."""
    blocks = state.get("values")
    found: list[str] = []
    for block in blocks.values() if isinstance(blocks, dict) else ():
        for action_id, element in block.items() if isinstance(block, dict) else ():
            if read_action(str(action_id)) is Act.CHOICES and isinstance(element, dict):
                options = element.get("selected_options")
                found += (
                    [str(o.get("value")) for o in options if isinstance(o, dict)] if isinstance(options, list) else []
                )
    return found


def _resolve(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 2, 3)
    if parts is None:
        return None
    return commands.ResolveContradiction(**said, assessment_id=parts[0], contradiction=parts[1], fact=parts[2])


def _tick(action: Action, payload: Interaction, said: dict[str, Any]) -> CommandBase | None:
    found = read_block(action.block_id, "tick", 3)
    if found is None or not all(_NAME.match(part) for part in found[:2]):
        return None
    is_done = bool(action.selected_options)
    return commands.MarkItem(
        **said, assessment_id=found[0], item_id=found[1], is_done=is_done, is_copy=_is_copy(payload)
    )


def _mark(action: Action, payload: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 3)
    if parts is None or parts[2] not in {"done", "open"}:
        return None
    is_done = parts[2] == "done"
    return commands.MarkItem(
        **said, assessment_id=parts[0], item_id=parts[1], is_done=is_done, is_copy=_is_copy(payload)
    )


def _is_copy(payload: Interaction) -> bool:
    return payload.container is not None and payload.container.is_ephemeral


def _compare(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = read_value(action.value, 3)
    if parts is None or not _NAME.match(parts[0]):
        return None
    return commands.Compare(**said, assessment_id=parts[0], fact=parts[1], value=parts[2])


def _record(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = read_value(action.value, 3)
    if parts is None or not all(_NAME.match(part) for part in parts[:2]):
        return None
    return commands.RecordChange(**said, assessment_id=parts[0], fact=parts[1], value=parts[2])


def _rows(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 1, 2)
    return commands.ShowRows(**said, assessment_id=parts[0], architecture=parts[1]) if parts else None


def _suggested(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 2, 3)
    return commands.Suggested(**said, assessment_id=parts[0], topic=parts[1], architecture=parts[2]) if parts else None


def _try_again(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 2)
    return commands.TryAgain(**said, assessment_id=parts[0], failed=parts[1]) if parts else None


def _to_direct(action: Action, _: Interaction, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 2)
    return commands.HoldInDirectMessage(**said, assessment_id=parts[0], failed=parts[1]) if parts else None


def _of(
    kind: type[commands.ShowRoadmap | commands.Reassess | commands.LogFailure | commands.ExportRecord],
    action: Action,
    said: dict[str, Any],
) -> CommandBase | None:
    """A command about the assessment that the control names."""
    parts = _named(action.value, 1)
    return kind(**said, assessment_id=parts[0]) if parts else None


def _edit_item(action: Action, payload: Interaction, said: dict[str, Any]) -> CommandBase | None:
    """By its button, or in a copy of the roadmap by a menu of all items."""
    parts = _named(action.selected_option.value if action.selected_option else action.value, 2)
    if parts is None:
        return None
    return commands.EditItem(**said, assessment_id=parts[0], item_id=parts[1], is_copy=_is_copy(payload))


def _of_failure(kind: type[commands.AboutFailure], action: Action, said: dict[str, Any]) -> CommandBase | None:
    parts = _named(action.value, 2)
    return kind(**said, assessment_id=parts[0], failure_id=parts[1]) if parts else None


def _page(action: Action, said: dict[str, Any]) -> CommandBase | None:
    parts = read_value(action.value, 1)
    is_number = parts is not None and parts[0].isdecimal() and len(parts[0]) < 5
    return commands.AppHomeOpened(**said, page=int(parts[0])) if parts and is_number else None


def _place(action: Action, said: dict[str, Any]) -> dict[str, Any]:
    """Where a control of the Home or of the help points to, if it says so."""
    parts = read_value(action.value, 1)
    channel = parts[0] if parts and _NAME.match(parts[0]) else said["channel"]
    return {**said, "channel": channel, "is_direct": is_direct(channel)}


_READERS: Mapping[Act, Callable[[Action, Interaction, dict[str, Any]], CommandBase | None]] = {
    Act.ANSWER: _answer,
    Act.PICK: _pick,
    Act.SAVE: _save,
    Act.RESOLVE: _resolve,
    Act.TICK: _tick,
    Act.MARK: _mark,
    Act.COMPARE: _compare,
    Act.RECORD_CHANGE: _record,
    Act.ROWS: _rows,
    Act.SUGGESTED: _suggested,
    Act.TRY_AGAIN: _try_again,
    Act.TO_DIRECT: _to_direct,
    Act.ROADMAP: lambda action, _, said: _of(commands.ShowRoadmap, action, said),
    Act.HOME_PAGE: lambda action, _, said: _page(action, said),
    Act.EXPORT: lambda action, _, said: _of(commands.ExportRecord, action, said),
    Act.START: lambda action, _, said: commands.AskForName(**_place(action, said)),
    Act.STATUS: lambda action, _, said: commands.ShowStatus(**_place(action, said)),
    Act.HELP: lambda _, __, said: commands.ShowHelp(**said),
    Act.REASSESS: lambda action, _, said: _of(commands.Reassess, action, said),
    Act.LOG_FAILURE: lambda action, _, said: _of(commands.LogFailure, action, said) or commands.LogFailure(**said),
    Act.EDIT_ITEM: _edit_item,
    Act.ADD_TASK: lambda action, payload, said: followup.add_task(action.value, payload, said),
    Act.CORRECT_FAILURE: lambda action, _, said: _of_failure(commands.CorrectFailure, action, said),
    Act.WITHDRAW_FAILURE: lambda action, _, said: _of_failure(commands.WithdrawFailure, action, said),
}
