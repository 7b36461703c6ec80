"""The names that travel through Slack and come back: action ids, block ids, callback ids and the values of controls.

Views write them, parse reads them, and messages that stand in channels keep them for years: so they are short, carry
all that a click needs (the assessment and what was chosen), and a name once used never changes its meaning. A value
begins with the number of its scheme; what cannot be read any more is answered with "this message is out of date".
"""

from enum import StrEnum

SCHEME = "1"
"""The first part of every value; raised when the parts of a control change their meaning."""
PREFIX = "ftrag:"
"""Every action id, block id and callback id of ours begins like this, so that one listener finds them all."""
_BETWEEN = "|"
_SAID_LIMIT = 200


class Act(StrEnum):
    """Every control. Which command it asks for, and what its value holds, stands in `bot.parse.controls`."""

    ANSWER = "answer"
    """One option as a button. The action id ends in the value."""
    PICK = "pick"
    """One option of a select."""
    CHOICES = "choices"
    """The checkboxes of a list question; an option's value is the fact's plain value. Read only by SAVE."""
    SAVE = "save"
    """Takes what CHOICES shows."""
    NOT_SURE = "not_sure"
    BACK = "back"
    """On the question from which somebody wants to go back."""
    STOP = "stop"
    CONTINUE = "continue"
    CHANGE = "change"
    """Change, Answer now, Answer it."""
    CHANGE_TO = "change_to"
    """One option, of a question that one person alone is asked again."""
    CHANGE_SAVE = "change_save"
    """Takes what CHOICES shows there."""
    CHANGE_UNSURE = "change_unsure"
    CHANGE_KEEP = "change_keep"
    """Closes that question, and changes nothing."""
    KEEP = "keep"
    """Closes a question that was opened again, and changes nothing."""
    NEITHER = "neither"
    """Neither of the two options that were offered for typed words."""
    RESOLVE = "resolve"
    """Which answer of two to change; both hold where none is named. The action id ends in the fact or "both"."""
    REST = "rest"
    """Answer the questions that can no longer change the verdict."""
    TICK = "tick"
    """A checkbox of one option. What it belongs to stands in its block id, since a tick taken away has no value."""
    MARK = "mark"
    """The same as a button."""
    SHOW_MORE = "more"
    """The whole verdict in a modal (also "See why")."""
    COMPARE = "compare"
    """The architectures side by side, or now beside "what if"."""
    COMPARE_WHY = "compare_why"
    """Why each of them delivers as far as it does, in a modal."""
    PRECEDENTS = "precedents"
    ROWS = "rows"
    """The rows of the rulebook behind the verdict, or behind one "why not"."""
    SHOW_TOLD = "show_told"
    """The whole of an answer that was told shortly."""
    ASK = "ask"
    """Opens the modal for a typed question."""
    COST = "cost"
    """Opens the modal of what wrong answers cost."""
    SUGGESTED = "suggested"
    """A question offered as a button: "why", "flips", "compare", "why_not"."""
    RECORD_CHANGE = "record_change"
    """Makes a "what if" the answer."""
    NEW_VERSION = "new_version"
    """On the one that a new version supersedes."""
    TRY_AGAIN = "try_again"
    """Names the delivery that failed, so that pressing twice posts once."""
    TO_DIRECT = "to_direct"
    CANCEL = "cancel"
    DELETE = "delete"
    MENU = "menu"
    """The rest of a message's controls. An option's value begins with the control that it stands for."""
    ROADMAP = "roadmap"
    """Show the roadmap again, to one person."""
    ROADMAP_HERE = "roadmap_here"
    """The roadmap in the thread, for everyone; where it stands already, to one person."""
    PHASE = "phase"
    """One phase of the roadmap, to one person; all of them where none is named."""
    REASSESS = "reassess"
    """Offer its answers one by one in a new version."""
    STILL_SO = "still_so"
    """The earlier version's answer still holds."""
    KEEP_REST = "keep_rest"
    """This answer and all that nobody has looked at yet hold."""
    SOMETHING_ELSE = "something_else"
    """It does not; the full question is wanted."""
    EDIT_ITEM = "item_edit"
    """Opens the modal for owner, due date, note and state."""
    EDIT_TASKS = "edit_tasks"
    """Opens the modal for the golden tasks."""
    ADD_TASK = "add_task"
    """One more row in that modal, keeping what was typed."""
    LOG_FAILURE = "log_failure"
    """Opens the modal for one failure; the person chooses the feature where none is named."""
    CORRECT_FAILURE = "failure_correct"
    WITHDRAW_FAILURE = "failure_withdraw"
    PLAN_REVIEW = "plan_review"
    """Opens the modal of the plan (also Move)."""
    PAUSE_REVIEWS = "review_pause"
    RESUME_REVIEWS = "review_resume"
    STOP_REVIEWS = "review_stop"
    ADD_TO_CALENDAR = "add_to_calendar"
    """The coming reviews as a calendar file."""
    REVIEW_OWNER = "review_owner"
    """A menu of people. What it belongs to stands in its block id, since its options are people."""
    REVIEW_MARK = "review_mark"
    """A menu of one golden task's results."""
    REVIEW_SAME = "review_same"
    """No fact has changed."""
    REVIEW_CHANGED = "review_changed"
    """Some fact has."""
    REVIEW_COUNTS = "review_counts"
    """Opens the modal of counts and results."""
    REVIEW_FINISH = "review_finish"
    REVIEW_SNOOZE = "review_snooze"
    REVIEW_SKIP = "review_skip"
    REVIEW_WAKE = "review_wake"
    """A snoozed review, open again."""
    REVIEW_REOPEN = "review_reopen"
    """On a review that was finished or skipped, for a day."""
    REVIEW_POST = "review_post"
    RESULTS_USE = "results_use"
    """Takes what a result file says over into the open review. The action id ends in the provider's place."""
    RESULTS_KEEP = "results_keep"
    """Keeps them for the next review. The action id ends in the provider's place."""
    RESULTS_SAME = "results_same"
    """A close name is that golden task. The action id ends in the offer's place."""
    RESULTS_OTHER = "results_other"
    """It is another case."""
    TOKENS = "tokens"
    """Opens the modal of the tokens with which CI posts results."""
    TOKEN_MAKE = "token_make"  # noqa: S105 - a control's name
    TOKEN_REVOKE = "token_revoke"  # noqa: S105 - a control's name
    POST_NOW = "post_now"
    """Names the delivery of which nobody knows."""
    HOME_PAGE = "home_page"
    """Pages are counted from 0."""
    PORTFOLIO = "portfolio"
    """What all decisions of the workspace come to. Pages are counted from 0."""
    EXPORT = "export"
    EXPORT_RECORD = "export_record"
    """The record, once it was said what becomes of what looks like a secret."""
    EXPORT_TO = "export_to"
    """The tables, once it was said where to."""
    """Its decision record as files in the thread."""
    START = "start"
    """Opens the modal that asks for a name; the person chooses the channel where none is named."""
    STATUS = "status"
    HELP = "help"
    LINK = "link"
    """A button that only opens an address; acknowledged and otherwise ignored. The action id ends in anything."""


class Modal(StrEnum):
    """The callback ids of modals, without the prefix."""

    NAME = "name"
    ASK = "ask"
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


class Field(StrEnum):
    """The inputs of modals. Block id and action id of an input are both `field_id(field)`."""

    NAME = "field.name"
    CONTEXT = "field.context"
    CHANNEL = "field.channel"
    QUESTION = "field.question"
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
