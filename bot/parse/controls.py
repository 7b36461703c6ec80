"""Every control in one table: the command it asks for, and what the parts of its value mean. Each is one line.

Views write these values (`bot.ids.value`) and messages keep them for years: the parts of a control, their names and
their order never change. A value that does not fit its line is of another release; the person hears a sentence.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import ValidationError

from bot import commands
from bot.commands import CommandBase
from bot.ids import Act, action_named, read_action, read_block, read_value, value
from bot.parse import followup
from bot.parse.inputs import place
from bot.parse.shapes import NAME, Action, Interaction
from bot.parse.who import is_direct

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_PAGE = re.compile(r"[0-9]{1,4}")
_STATE = re.compile(r"done|open")
_USER = re.compile(r"[UW][A-Z0-9]{2,20}")
_TEXT = re.compile(r"(?s).*")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]{5,15}(?:Z|[+-]\d\d:\d\d)")
_ASKED = re.compile(r"\{\"intent\":.*\}")


class ValuePart(NamedTuple):
    """One part of a value: what it may look like, and what becomes of it."""

    pattern: re.Pattern[str]
    read: Callable[[str], Any] = str


PARTS: Mapping[str, ValuePart] = {
    "month": ValuePart(_MONTH),
    "page": ValuePart(_PAGE),
    "place": ValuePart(_PAGE),
    "is_done": ValuePart(_STATE, lambda text: text == "done"),
    "to": ValuePart(re.compile(r"me|here")),
    "secrets": ValuePart(re.compile(r"cover|keep")),
    "is_workspace": ValuePart(re.compile(r"workspace|channel"), lambda text: text == "workspace"),
    "values": ValuePart(NAME, lambda text: (text,)),
    "value": ValuePart(_TEXT),
    "facts": ValuePart(re.compile(r"[a-z_]{1,40}(,[a-z_]{1,40}){0,9}"), lambda text: tuple(text.split(","))),
    "called": ValuePart(_TEXT),
    "asked": ValuePart(_ASKED),
    "at": ValuePart(_MOMENT),
    "typed": ValuePart(_TEXT, lambda text: text or None),
    "text": ValuePart(_TEXT),
}
"""The parts that are more than a name; by the field of the command that they fill."""
_NAMED = ValuePart(NAME)


@dataclass(frozen=True)
class Control:
    """What one control asks for. `parts` are the command's fields that its value holds, in their order.

    A part that ends in "?" may be empty or missing.
    """

    asks: type[CommandBase]
    parts: str = ""
    says: Mapping[str, Any] = field(default_factory=dict)
    """What each use of it says beside its value."""
    more: Callable[[Action, Interaction], Mapping[str, Any] | None] = lambda _, __: {}
    """What this use of it says beside its value; None where that cannot be read."""
    block: str = ""
    """The kind of block whose id holds the parts (and a version after them), where the control has no such value."""

    @cached_property
    def places(self) -> tuple[tuple[str, ValuePart, bool], ...]:
        """The parts apart: the field, what it may look like, whether it may be empty."""
        fields = [(part.rstrip("?"), part.endswith("?")) for part in self.parts.split()]
        return tuple((name, PARTS.get(name, _NAMED), may_be_empty) for name, may_be_empty in fields)


def _copy(_: Action, payload: Interaction) -> Mapping[str, Any]:
    """Whether it stands in a copy that only this person sees."""
    return {"is_copy": payload.container is not None and payload.container.is_ephemeral}


def _in_channel(_: Action, payload: Interaction) -> Mapping[str, Any]:
    """Whether it stands in the channel and not in a thread of it."""
    place = payload.container
    return {"is_in_channel": place is not None and place.thread_ts in {None, place.message_ts}}


def _opened_at(_: Action, payload: Interaction) -> Mapping[str, Any]:
    """Where the modal was opened in which it stands."""
    return place(payload.view) if payload.view else {}


def _tick(action: Action, payload: Interaction) -> Mapping[str, Any]:
    return {"is_done": bool(action.selected_options), **_copy(action, payload)}


def _in_modal(_: Action, payload: Interaction) -> Mapping[str, Any]:
    """That it was used in a modal of ours, and where that was opened."""
    view = payload.view
    return {**place(view), "in_modal": True} if view and view.type == "modal" else {}


def _ticked_alone(action: Action, payload: Interaction) -> Mapping[str, Any] | None:
    found = _ticked(action, payload)
    return found and {**found, **_in_modal(action, payload)}


def _ticked(_: Action, payload: Interaction) -> Mapping[str, Any] | None:
    """The values of all boxes ticked in the list question of the message, or of the modal."""
    blocks = (payload.view.state if payload.view else payload.state).get("values")
    values: list[str] = []
    for block in blocks.values() if isinstance(blocks, dict) else ():
        for action_id, element in block.items() if isinstance(block, dict) else ():
            if read_action(str(action_id)) is Act.CHOICES and isinstance(element, dict):
                options = element.get("selected_options")
                listed = options if isinstance(options, list) else []
                values += [str(option.get("value")) for option in listed if isinstance(option, dict)]
    return {"values": tuple(values)} if all(NAME.match(value) for value in values) else None


def _ticked_value(action: Action, payload: Interaction) -> Mapping[str, Any] | None:
    """The same as one value."""
    found = _ticked(action, payload)
    return {"value": ",".join(found["values"])} if found else None


def _owner(action: Action, _: Interaction) -> Mapping[str, Any] | None:
    user = action.selected_user or ""
    return {"to": user} if _USER.fullmatch(user) else None


CONTROLS: Mapping[Act, Control] = {
    Act.ANSWER: Control(commands.GiveAnswer, "assessment_id fact values typed?"),
    Act.PICK: Control(commands.GiveAnswer, "assessment_id fact values"),
    Act.SAVE: Control(commands.GiveAnswer, "assessment_id fact", more=_ticked),
    Act.NOT_SURE: Control(commands.SayNotSure, "assessment_id fact"),
    Act.BACK: Control(commands.Back, "assessment_id fact"),
    Act.STOP: Control(commands.Stop, "assessment_id"),
    Act.CONTINUE: Control(commands.Continue, "assessment_id", more=_in_channel),
    Act.CHANGE: Control(commands.ChangeAnswer, "assessment_id fact"),
    Act.CHANGE_TO: Control(commands.RecordChange, "assessment_id fact value", {"is_change": True}),
    Act.CHANGE_SAVE: Control(commands.RecordChange, "assessment_id fact", {"is_change": True}, more=_ticked_value),
    Act.CHANGE_UNSURE: Control(commands.SayNotSure, "assessment_id fact", {"is_change": True}),
    Act.CHANGE_KEEP: Control(commands.KeepAnswer, "assessment_id fact", {"is_change": True}),
    Act.KEEP: Control(commands.KeepAnswer, "assessment_id fact"),
    Act.NEITHER: Control(commands.NeitherOffered, "assessment_id fact"),
    Act.RESOLVE: Control(commands.ResolveContradiction, "assessment_id contradiction fact?"),
    Act.BLIND: Control(commands.AskBlind, "assessment_id"),
    Act.BLIND_OWN: Control(commands.AnswerBlind, "assessment_id fact?", more=_in_modal),
    Act.BLIND_TO: Control(commands.GiveBlindAnswer, "assessment_id fact values", more=_in_modal),
    Act.BLIND_SAVE: Control(commands.GiveBlindAnswer, "assessment_id fact", more=_ticked_alone),
    Act.BLIND_UNSURE: Control(commands.GiveBlindAnswer, "assessment_id fact", {"is_unsure": True}, more=_in_modal),
    Act.BLIND_OPEN: Control(commands.OpenBlindAnswers, "assessment_id"),
    Act.SETTLE: Control(commands.SettleDifference, "assessment_id fact"),
    Act.REST: Control(commands.AnswerRest, "assessment_id"),
    Act.TICK: Control(commands.MarkItem, "assessment_id item_id", more=_tick, block="tick"),
    Act.MARK: Control(commands.MarkItem, "assessment_id item_id is_done", more=_copy),
    Act.SHOW_MORE: Control(commands.ShowMore, "assessment_id"),
    Act.COMPARE: Control(commands.Compare, "assessment_id fact? value?"),
    Act.COMPARE_WHY: Control(commands.CompareInFull, "assessment_id fact? value?"),
    Act.PRECEDENTS: Control(commands.ShowPrecedents, "assessment_id"),
    Act.ROWS: Control(commands.ShowRows, "assessment_id architecture?"),
    Act.SHOW_TOLD: Control(commands.ShowTold, "assessment_id asked"),
    Act.SAY_WHY: Control(commands.SayWhy, "assessment_id facts"),
    Act.ASK: Control(commands.AskQuestion, "assessment_id"),
    Act.COST: Control(commands.AskForCost, "assessment_id"),
    Act.SUGGESTED: Control(commands.Suggested, "assessment_id topic architecture?"),
    Act.TAKE_BACK: Control(commands.TakeBack, "assessment_id fact at", more=_copy),
    Act.RECORD_CHANGE: Control(commands.RecordChange, "assessment_id fact value"),
    Act.NEW_VERSION: Control(commands.StartNewVersion, "assessment_id"),
    Act.TRY_AGAIN: Control(commands.TryAgain, "assessment_id failed"),
    Act.TO_DIRECT: Control(commands.HoldInDirectMessage, "assessment_id failed"),
    Act.CANCEL: Control(commands.Cancel, "assessment_id"),
    Act.DELETE: Control(commands.DeleteAssessment, "assessment_id"),
    Act.ROADMAP: Control(commands.ShowRoadmap, "assessment_id"),
    Act.ROADMAP_HERE: Control(commands.ShowRoadmapHere, "assessment_id"),
    Act.PHASE: Control(commands.OpenPhase, "assessment_id phase?", more=_copy),
    Act.REASSESS: Control(commands.Reassess, "assessment_id"),
    Act.STILL_SO: Control(commands.StillSo, "assessment_id fact"),
    Act.KEEP_REST: Control(commands.KeepRest, "assessment_id fact"),
    Act.SOMETHING_ELSE: Control(commands.SomethingElse, "assessment_id fact"),
    Act.EDIT_ITEM: Control(commands.EditItem, "assessment_id item_id", more=_copy),
    Act.EDIT_TASKS: Control(commands.EditTasks, "assessment_id"),
    Act.ADD_TASK: Control(commands.AddTask, "assessment_id", more=followup.typed_tasks),
    Act.WRITE_TASK: Control(commands.WriteTask, "assessment_id task typed"),
    Act.LOG_FAILURE: Control(commands.LogFailure, "assessment_id? text?"),
    Act.CORRECT_FAILURE: Control(commands.CorrectFailure, "assessment_id failure_id"),
    Act.WITHDRAW_FAILURE: Control(commands.WithdrawFailure, "assessment_id failure_id"),
    Act.SORT_FAILURE: Control(commands.SortFailure, "assessment_id failure_id bucket"),
    Act.PLAN_REVIEW: Control(commands.AskForPlan, "assessment_id day? time? owner? zone?"),
    Act.ADD_TO_CALENDAR: Control(commands.AddToCalendar, "assessment_id"),
    Act.PAUSE_REVIEWS: Control(commands.PauseReviews, "assessment_id"),
    Act.RESUME_REVIEWS: Control(commands.ResumeReviews, "assessment_id"),
    Act.STOP_REVIEWS: Control(commands.StopReviews, "assessment_id"),
    Act.REVIEW_OWNER: Control(commands.HandOver, "assessment_id", more=_owner, block="owner"),
    Act.REVIEW_MARK: Control(commands.MarkTask, "assessment_id month task result"),
    Act.REVIEW_SAME: Control(commands.SayChanged, "assessment_id month", {"has_changed": False}),
    Act.REVIEW_CHANGED: Control(commands.SayChanged, "assessment_id month", {"has_changed": True}),
    Act.REVIEW_COUNTS: Control(commands.AskForCounts, "assessment_id month"),
    Act.REVIEW_FINISH: Control(commands.FinishReview, "assessment_id month"),
    Act.REVIEW_SNOOZE: Control(commands.SnoozeReview, "assessment_id month"),
    Act.REVIEW_SKIP: Control(commands.SkipReview, "assessment_id month"),
    Act.RESULTS_USE: Control(commands.UseResults, "assessment_id month digest place"),
    Act.RESULTS_KEEP: Control(commands.KeepResults, "assessment_id digest place"),
    Act.RESULTS_SAME: Control(commands.NameTask, "assessment_id digest task called", {"is_same": True}),
    Act.RESULTS_OTHER: Control(commands.NameTask, "assessment_id digest task called", {"is_same": False}),
    Act.TOKENS: Control(commands.ShowTokens, "assessment_id"),
    Act.TOKEN_MAKE: Control(commands.MakeToken, "assessment_id", more=_opened_at),
    Act.TOKEN_REVOKE: Control(commands.RevokeToken, "assessment_id token_id", more=_opened_at),
    Act.REVIEW_WAKE: Control(commands.WakeReview, "assessment_id month"),
    Act.REVIEW_REOPEN: Control(commands.ReopenReview, "assessment_id month"),
    Act.REVIEW_POST: Control(commands.PostReviewAgain, "assessment_id month failed"),
    Act.POST_NOW: Control(commands.PostNow, "assessment_id delivery_id"),
    Act.HOME_PAGE: Control(commands.AppHomeOpened, "page"),
    Act.PORTFOLIO: Control(commands.ShowPortfolio, "page", {"is_turned": True}),
    Act.EXPORT: Control(commands.ExportRecord, "assessment_id"),
    Act.EXPORT_RECORD: Control(commands.ExportRecord, "assessment_id secrets"),
    Act.EXPORT_TO: Control(commands.ExportTables, "to secrets is_workspace"),
    Act.START: Control(commands.AskForName, "channel?"),
    Act.STATUS: Control(commands.ShowStatus, "channel?"),
    Act.HELP: Control(commands.ShowHelp),
    Act.HELP_MORE: Control(commands.ShowHelp, says={"is_whole": True}),
}
IGNORED = frozenset({Act.CHOICES, Act.LINK})
"""Boxes, which Save reads, and what only opens an address."""


def read_control(act: Act, action: Action, payload: Interaction, who: Mapping[str, Any]) -> CommandBase | None:
    """The command of one use of a control; None where it does not fit its line in the table."""
    if act is Act.MENU:
        chosen = _behind(action)
        return read_control(*chosen, payload, who) if chosen else None
    control = CONTROLS[act]
    parts, more = _parts(control, action), control.more(action, payload)
    if parts is None or more is None:
        return None
    channel = parts.pop("channel", "") or who["channel"]
    about = {**who, "channel": channel, "is_direct": is_direct(channel)}
    try:
        return control.asks(**{**about, **parts, **control.says, **more})
    except ValidationError:
        return None


def _behind(action: Action) -> tuple[Act, Action] | None:
    """The control that the chosen option of a menu stands for, as if it had been pressed; None where it is none."""
    found = read_value(action.selected_option.value, 2) if action.selected_option else None
    act = action_named(found[0]) if found else None
    if found is None or act is None or act not in CONTROLS:
        return None
    return act, action.model_copy(update={"value": value(found[1]), "selected_option": None})


def _parts(control: Control, action: Action) -> dict[str, Any] | None:
    """The parts by the fields that they fill; None where one of them is not what it has to be."""
    places = control.places
    if not places:
        return {}
    texts = _texts(control, action, len(places))
    if texts is None:
        return None
    parts: dict[str, Any] = {}
    for (name, part, may_be_empty), text in zip(places, texts, strict=False):
        if not (part.pattern.fullmatch(text) or (may_be_empty and not text)):
            return None
        parts[name] = part.read(text)
    return parts


def _texts(control: Control, action: Action, count: int) -> tuple[str, ...] | None:
    """As they stand in the block's id, in the option that was chosen, or in the button."""
    if control.block:
        return read_block(action.block_id, control.block, count + 1)
    return read_value(action.selected_option.value if action.selected_option else action.value, count)
