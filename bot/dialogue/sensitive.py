"""What looks like a secret in a modal is asked about before it is posted: the sentence stands under its field.

Whoever means it says so in front of it, and everybody reads that too.
"""

from collections.abc import Iterator, Mapping

from bot.commands import (
    CommandBase,
    DifferenceSettled,
    FailureCorrected,
    FailureLogged,
    ItemEdited,
    QuestionAsked,
    ReasonGiven,
    StartAssessment,
    TasksSaved,
)
from bot.errors import BadInput, LooksSecret
from bot.ids import Field, fault_at
from bot.runtime.secrets import MEANT, secrets_in

_TYPED: Mapping[type[CommandBase], Mapping[Field, str]] = {
    StartAssessment: {Field.NAME: "name", Field.CONTEXT: "context"},
    ReasonGiven: {Field.REASON: "reason"},
    DifferenceSettled: {Field.REASON: "reason"},
    QuestionAsked: {Field.QUESTION: "text"},
    FailureLogged: {Field.WHAT: "what", Field.ADDRESS: "link"},
    FailureCorrected: {Field.WHAT: "what", Field.ADDRESS: "link"},
    ItemEdited: {Field.ITEM_NOTE: "note"},
    TasksSaved: {Field.TASKS_PASTED: "pasted"},
}
"""The words of each modal that others will read, by the field in which they are typed."""


def fault(command: CommandBase) -> tuple[str, BadInput] | None:
    """The first field with something that looks like a secret."""
    return next(((field, LooksSecret()) for field, text in _texts(command) if _is_doubtful(text)), None)


def _texts(command: CommandBase) -> Iterator[tuple[str, str]]:
    for field, part in _TYPED.get(type(command), {}).items():
        yield field, getattr(command, part)
    for row in command.tasks if isinstance(command, TasksSaved) else ():
        yield fault_at(Field.TASK_NAME, row.id), row.name
        yield fault_at(Field.TASK_INPUT, row.id), row.input
        yield fault_at(Field.TASK_CONTENT, row.id), row.must_contain
        yield fault_at(Field.TASK_BAR, row.id), row.bar


def _is_doubtful(text: str) -> bool:
    return bool(secrets_in([text])) and not text.strip().lower().startswith(MEANT)
