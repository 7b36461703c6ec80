"""The names that travel through Slack and come back: action ids, block ids, callback ids and the values of controls.

Views write them, parse reads them, and messages that stand in channels keep them for years: so they are short, carry
all that a click needs (the assessment and what was chosen), and a name once used never changes its meaning. A value
begins with the number of its scheme; what cannot be read any more is answered with "this message is out of date".
"""

from enum import StrEnum

from bot.acts import Act

__all__ = [
    "COMMAND",
    "MENTION",
    "PREFIX",
    "SCHEME",
    "Act",
    "Field",
    "Modal",
    "Shortcut",
    "action_id",
    "action_named",
    "block_id",
    "callback_id",
    "fault_at",
    "field_id",
    "read_action",
    "read_block",
    "read_callback",
    "read_field",
    "read_value",
    "value",
]

SCHEME = "1"
"""The first part of every value; raised when the parts of a control change their meaning."""
PREFIX = "ftrag:"
"""Every action id, block id and callback id of ours begins like this, so that one listener finds them all."""
_BETWEEN = "|"
_SAID_LIMIT = 200


class Modal(StrEnum):
    """The callback ids of modals, without the prefix."""

    NAME = "name"
    ASK = "ask"
    REASON = "reason"
    COST = "cost"
    READ = "read"
    """A modal that is only read: More, Compare, Precedents, Rows. It has no submit."""
    FAILURE = "failure"
    FAILURE_AGAIN = "failure_again"
    """The same, to correct what was logged."""
    TASKS = "tasks"
    ITEM = "item"
    PLAN = "plan"
    COUNTS = "counts"
    PEOPLE = "people"
    """Who answers alone."""
    SETTLE = "settle"


class Field(StrEnum):
    """The inputs of modals. Block id and action id of an input are both `field_id(field)`."""

    NAME = "field.name"
    CONTEXT = "field.context"
    CHANNEL = "field.channel"
    QUESTION = "field.question"
    PEOPLE = "field.people"
    SETTLED = "field.settled"
    REASON = "field.reason"
    COST_REQUESTS = "field.cost_requests"
    COST_WRONG = "field.cost_wrong"
    COST_SAVED = "field.cost_saved"
    COST_ERRORS = "field.cost_errors"
    """One for each architecture."""
    FEATURE = "field.feature"
    BUCKET = "field.bucket"
    GOLDEN_TASK = "field.golden_task"
    WHAT = "field.what"
    ADDRESS = "field.address"
    TASK_NAME = "field.task_name"
    """The four of a golden task: `field_id(field, task)`, for each of them has one of each."""
    TASK_INPUT = "field.task_input"
    TASK_CONTENT = "field.task_content"
    TASK_BAR = "field.task_bar"
    TASKS_PASTED = "field.tasks_pasted"
    TASKS_BAR = "field.tasks_bar"
    ITEM_STATE = "field.item_state"
    ITEM_OWNER = "field.item_owner"
    ITEM_DUE = "field.item_due"
    ITEM_NOTE = "field.item_note"
    REVIEW_DAY = "field.review_day"
    REVIEW_FIRST = "field.review_first"
    REVIEW_TIME = "field.review_time"
    REVIEW_ZONE = "field.review_zone"
    REVIEW_OWNER = "field.review_owner"
    REVIEW_WORKDAYS = "field.review_workdays"
    REVIEW_HOLIDAYS = "field.review_holidays"
    REVIEW_COUNT = "field.review_count"
    """One for each bucket."""
    REVIEW_TASK = "field.review_task"
    """One for each golden task."""
    REVIEW_RUNS = "field.review_runs"
    """One for each golden task whose bar counts runs."""


class Shortcut(StrEnum):
    """The callback ids of shortcuts, as the manifest has them."""

    ASSESS = "ftrag_assess"
    LOG_FAILURE = "ftrag_log_failure"
    READ_RESULTS = "ftrag_read_results"


_ACTS = {str(act): act for act in Act}
_MODALS = {str(modal): modal for modal in Modal}

COMMAND = "/ftrag"
"""The one slash command."""
MENTION = "@ftrag"
"""How a message calls the bot; delivery puts the name that the workspace gave it in its place."""


def action_id(act: Act, tail: str = "") -> str:
    """The action id of a control; `tail` sets several of a kind in one block apart ("weekly")."""
    return f"{PREFIX}{act}:{tail}" if tail else f"{PREFIX}{act}"


def read_action(text: str) -> Act | None:
    """Which control an action id names; None for one that is not ours or from a release we do not know."""
    if not text.startswith(PREFIX):
        return None
    return action_named(text.removeprefix(PREFIX).partition(":")[0])


def action_named(name: str) -> Act | None:
    """The control of this bare name, as an option of a menu begins with it."""
    return _ACTS.get(name)


def value(*parts: str) -> str:
    """The value of a button or option: "1|<assessment>|freshness|weekly". Only the last part may hold free text.

    It stays far below the 150 characters that Slack allows an option, unless typed words are added (buttons only).
    """
    return _BETWEEN.join((SCHEME, *parts[:-1], parts[-1][:_SAID_LIMIT] if parts else ""))


def read_value(text: str, parts: int) -> tuple[str, ...] | None:
    """The parts of a value, exactly so many (missing ones are ""); None where it is of another scheme."""
    scheme, *found = text.split(_BETWEEN, parts)
    return tuple((*found, *[""] * parts)[:parts]) if scheme == SCHEME else None


def block_id(kind: str, *parts: str) -> str:
    """The id of a block, unique in its message: "ftrag:tick|1|<assessment>|<item>|7".

    Where a message is edited and an input should show its new initial state, a part must differ (a version).
    """
    return f"{PREFIX}{kind}{_BETWEEN}{value(*parts)}"


def read_block(text: str, kind: str, parts: int) -> tuple[str, ...] | None:
    """The parts of a block id of this kind; None where it is of another kind or scheme."""
    start = f"{PREFIX}{kind}{_BETWEEN}"
    return read_value(text.removeprefix(start), parts) if text.startswith(start) else None


def callback_id(modal: Modal) -> str:
    """The callback id of a modal."""
    return f"{PREFIX}{modal}"


def read_callback(text: str) -> Modal | None:
    """Which modal a callback id names; None for one that is not ours."""
    name = text.removeprefix(PREFIX)
    return _MODALS.get(name) if text.startswith(PREFIX) else None


def field_id(field: Field | str, of: str = "") -> str:
    """The block id and the action id of a modal's input; `of` sets apart the inputs of several things of a kind."""
    return f"{PREFIX}{field}{_BETWEEN}{of}" if of else f"{PREFIX}{field}"


def read_field(text: str, field: Field) -> str | None:
    """What the input of this kind belongs to ("" where there is one only); None for another input."""
    name, _, of = text.partition(_BETWEEN)
    return of if name == field_id(field) else None


def fault_at(field: Field, of: str = "") -> str:
    """How a fault names the input at which it is told; `field_id` makes the block id of it."""
    return field_id(field, of).removeprefix(PREFIX)
