"""Submits of the monthly review and its plan, and of why an answer was changed."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot import commands
from bot.commands import CommandBase
from bot.ids import Field, Modal
from bot.parse.inputs import belongings, chosen, entered, kept, place
from bot.parse.shapes import NAME, View
from storage.records import Moves

_MONTH = re.compile(r"^\d{4}-(0[1-9]|1[0-2])$")


def submit(modal: Modal, view: View, who: dict[str, Any]) -> CommandBase | None:
    """The submit of one of these modals; None where it is not ours or of another release."""
    read = _SUBMITS.get(modal)
    if read is None:
        return None
    private = {key: text for key, text in kept(view).items() if isinstance(text, str)}
    opened = place(view)
    if not NAME.match(private.get("assessment", "")) or not opened["channel"]:
        return None
    opened["response_url"] = opened["response_url"] or None
    return read(view, {**who, **opened, "assessment_id": private["assessment"]}, private)


def _plan(view: View, about: dict[str, Any], private: dict[str, str]) -> CommandBase | None:
    return commands.PlanReview(
        **about,
        day=chosen(view, Field.REVIEW_DAY),
        time=entered(view, Field.REVIEW_TIME, "selected_time"),
        zone=entered(view, Field.REVIEW_ZONE),
        owner=entered(view, Field.REVIEW_OWNER, "selected_user"),
        working_days_only=_is_ticked(view) or chosen(view, Field.REVIEW_WORKDAYS) in _MOVES,
        moves=chosen(view, Field.REVIEW_WORKDAYS),
        holidays=chosen(view, Field.REVIEW_HOLIDAYS),
        first=entered(view, Field.REVIEW_FIRST, "selected_date"),
        today=private.get("today", ""),
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
    marked = {of: chosen(view, Field.REVIEW_TASK, of) for of in belongings(view, Field.REVIEW_TASK) if NAME.match(of)}
    results = {of: result for of, result in marked.items() if result}
    typed = {
        of: entered(view, Field.REVIEW_RUNS, of=of) for of in belongings(view, Field.REVIEW_RUNS) if NAME.match(of)
    }
    return commands.SaveCounts(**about, month=month, counts=counts, results=results, runs=typed)


def _reason(view: View, about: dict[str, Any], _private: dict[str, str]) -> CommandBase | None:
    given = kept(view).get("given")
    if not isinstance(given, dict) or not all(isinstance(at, str) and _is_moment(at) for at in given.values()):
        return None
    return commands.ReasonGiven(**about, reason=entered(view, Field.REASON), given=given)


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


_SUBMITS: Mapping[Modal, Callable[[View, dict[str, Any], dict[str, str]], CommandBase | None]] = {
    Modal.PLAN: _plan,
    Modal.COUNTS: _counts,
    Modal.REASON: _reason,
}
