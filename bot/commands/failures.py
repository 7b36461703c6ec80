"""Commands of the failure log."""

from typing import Literal

from bot.commands.base import AboutAssessment, CommandBase


class LogFailure(CommandBase):
    """The shortcut, `/ftrag log [name]` or a button: opens the modal. Without an assessment the person chooses one."""

    kind: Literal["log_failure"] = "log_failure"
    assessment_id: str = ""
    name: str = ""
    text: str = ""
    """The words of the message that the shortcut was used on."""
    message_ts: str = ""
    thread_ts: str = ""


class AboutFailure(AboutAssessment):
    """A command about one logged failure. Its id is given when the modal opens, so that two submits log once."""

    failure_id: str


class FailureLogged(AboutFailure):
    """The modal's submit."""

    kind: Literal["failure_logged"] = "failure_logged"
    bucket: str
    golden_task: str = ""
    """The id of one; "" for none."""
    task_of: str = ""
    """The assessment to which that golden task belongs."""
    what: str = ""
    link: str = ""
    message_ts: str = ""


class CorrectFailure(AboutFailure):
    """Opens the modal with what was logged."""

    kind: Literal["correct_failure"] = "correct_failure"


class FailureCorrected(AboutFailure):
    """The submit of that modal."""

    kind: Literal["failure_corrected"] = "failure_corrected"
    bucket: str
    golden_task: str = ""
    what: str = ""
    link: str = ""


class WithdrawFailure(AboutFailure):
    """Do not count it any more. The record keeps it."""

    kind: Literal["withdraw_failure"] = "withdraw_failure"


class SortFailure(AboutFailure):
    """Put a typed failure into the bucket that was asked for."""

    kind: Literal["sort_failure"] = "sort_failure"
    bucket: str
