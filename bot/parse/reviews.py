"""Clicks and submits of the monthly review and its plan."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot import commands
from bot.commands import CommandBase
from bot.ids import Act, Field, Modal, read_block, read_value
from bot.parse.inputs import belongings, chosen, entered, kept
from bot.parse.shapes import Action, View
from bot.parse.who import is_direct
from storage.records import Moves, TaskResult

_NAME = re.compile(r"^[A-Za-z0-9_.:-]{1,100}$")
_USER = re.compile(r"^[UW][A-Z0-9]{2,20}$")
_MONTH = re.compile(r"^\d{4}-(0[1-9]|1[0-2])$")

_OF_ASSESSMENT: Mapping[Act, type[commands.AboutAssessment]] = {
    Act.PLAN_REVIEW: commands.AskForPlan,
    Act.PAUSE_REVIEWS: commands.PauseReviews,
    Act.RESUME_REVIEWS: commands.ResumeReviews,
    Act.STOP_REVIEWS: commands.StopReviews,
}
_OF_REVIEW: Mapping[Act, type[commands.AboutReview]] = {
    Act.REVIEW_COUNTS: commands.AskForCounts,
    Act.REVIEW_FINISH: commands.FinishReview,
    Act.REVIEW_SNOOZE: commands.SnoozeReview,
    Act.REVIEW_SKIP: commands.SkipReview,
    Act.REVIEW_WAKE: commands.WakeReview,
}
ACTS = frozenset({
    *_OF_ASSESSMENT, *_OF_REVIEW, Act.REVIEW_OWNER, Act.REVIEW_MARK, Act.REVIEW_SAME, Act.REVIEW_CHANGED,
    Act.REVIEW_POST, Act.POST_NOW,
})  # fmt: skip
"""The controls that are read here."""


def click(act: Act, action: Action, said: dict[str, Any]) -> CommandBase | None:
    """The command of one of these controls; None where its value is of another release."""
    if act is Act.REVIEW_OWNER:
        return _owner(action, said)
    if act is Act.REVIEW_MARK:
        return _mark(action, said)
    parts = read_value(action.value, 3)
    if parts is None or not _NAME.match(parts[0]):
        return None
    if act in _OF_ASSESSMENT:
        return _OF_ASSESSMENT[act](**said, assessment_id=parts[0])
    if act is Act.POST_NOW:
        is_id = _NAME.match(parts[1])
        return commands.PostNow(**said, assessment_id=parts[0], delivery_id=parts[1]) if is_id else None
    return _of_review(act, parts, said) if _MONTH.match(parts[1]) else None


def _of_review(act: Act, parts: tuple[str, ...], said: dict[str, Any]) -> CommandBase | None:
    about = {**said, "assessment_id": parts[0], "month": parts[1]}
    if act in _OF_REVIEW:
        return _OF_REVIEW[act](**about)
    if act is Act.REVIEW_POST:
        return commands.PostReviewAgain(**about, failed=parts[2]) if _NAME.match(parts[2]) else None
    return commands.SayChanged(**about, has_changed=act is Act.REVIEW_CHANGED)


def _owner(action: Action, said: dict[str, Any]) -> CommandBase | None:
    found, to = read_block(action.block_id, "owner", 2), action.selected_user or ""
    if found is None or not _NAME.match(found[0]) or not _USER.match(to):
        return None
    return commands.HandOver(**said, assessment_id=found[0], to=to)


def _mark(action: Action, said: dict[str, Any]) -> CommandBase | None:
    parts = read_value(action.selected_option.value, 4) if action.selected_option else None
    if parts is None or not all(_NAME.match(part) for part in parts):
        return None
    if not _MONTH.match(parts[1]) or parts[3] not in set(TaskResult):
        return None
    result = TaskResult(parts[3])
    return commands.MarkTask(**said, assessment_id=parts[0], month=parts[1], task=parts[2], result=result)


def submit(modal: Modal, view: View, said: dict[str, Any]) -> CommandBase | None:
    """The submit of one of these modals; None where it is not ours or of another release."""
    read = _SUBMITS.get(modal)
    if read is None:
        return None
    private = {key: found for key, found in kept(view).items() if isinstance(found, str)}
    channel = private.get("channel", "")
    if not _NAME.match(private.get("assessment", "")) or not _NAME.match(channel):
        return None
    place = {"channel": channel, "is_direct": is_direct(channel), "response_url": private.get("response_url") or None}
    return read(view, {**said, **place, "assessment_id": private["assessment"]}, private)


def _plan(view: View, about: dict[str, Any], _private: dict[str, str]) -> CommandBase | None:
    return commands.PlanReview(
        **about,
        day=chosen(view, Field.REVIEW_DAY),
        time=entered(view, Field.REVIEW_TIME, "selected_time"),
        zone=entered(view, Field.REVIEW_ZONE),
        owner=entered(view, Field.REVIEW_OWNER, "selected_user"),
        working_days_only=_is_ticked(view) or chosen(view, Field.REVIEW_WORKDAYS) in _MOVES,
        moves=chosen(view, Field.REVIEW_WORKDAYS),
        holidays=chosen(view, Field.REVIEW_HOLIDAYS),
    )


_MOVES = {str(way) for way in Moves}


def _is_ticked(view: View) -> bool:
    """The box of a modal that 0.1.0 opened: whether it moves to the next working day."""
    values = view.state.get("values")
    blocks = values.items() if isinstance(values, dict) else ()
    boxes = [found for block, found in blocks if str(block).endswith(Field.REVIEW_WORKDAYS) and isinstance(found, dict)]
    elements = [element for box in boxes for element in box.values() if isinstance(element, dict)]
    return any(element.get("selected_options") for element in elements)


def _counts(view: View, about: dict[str, Any], private: dict[str, str]) -> CommandBase | None:
    month = private.get("month", "")
    if not _MONTH.match(month):
        return None
    counts = {of: entered(view, Field.REVIEW_COUNT, of=of) for of in belongings(view, Field.REVIEW_COUNT)}
    results = {
        of: _option(view, of) for of in belongings(view, Field.REVIEW_TASK) if _NAME.match(of) and _option(view, of)
    }
    return commands.SaveCounts(**about, month=month, counts=counts, results=results)


def _option(view: View, of: str) -> str:
    return chosen(view, Field.REVIEW_TASK, of)


_SUBMITS: Mapping[Modal, Callable[[View, dict[str, Any], dict[str, str]], CommandBase | None]] = {
    Modal.PLAN: _plan,
    Modal.COUNTS: _counts,
}
