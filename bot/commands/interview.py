"""Commands of the interview."""

from typing import Literal

from bot.commands.base import AboutAssessment, AboutQuestion, CommandBase
from bot.commands.results import SharedFile


class GiveAnswer(AboutQuestion):
    """One answer by a click. `typed` keeps the words for which the clicked option was offered."""

    kind: Literal["answer"] = "answer"
    values: tuple[str, ...]
    typed: str | None = None


class TypedText(CommandBase):
    """Words typed in a thread or to the bot: an answer, or a question about the verdict. The mention itself is cut."""

    kind: Literal["typed_text"] = "typed_text"
    thread_ts: str | None
    """None outside threads, and in a thread of nothing of ours."""
    beside: str = ""
    """That thread."""
    review: str = ""
    """The month of the review in whose own thread they were typed; "" in any other."""
    text: str
    is_mention: bool
    """Whether the bot was addressed; else it keeps quiet about what it does not understand."""
    is_edited: bool = False
    """Whether they are the new words of a message that was heard before: what they change is offered."""
    has_files: bool = False
    """Whether files came with them."""
    files: tuple[SharedFile, ...] = ()
    """Those that may be results: neither pictures nor sound."""
    people: tuple[str, ...] = ()
    """Who is mentioned beside the bot; in the text each of them is "@someone"."""


class SayNotSure(AboutQuestion):
    """The answer "not sure"."""

    kind: Literal["not_sure"] = "not_sure"
    is_change: bool = False
    """Whether it takes the place of the answer that stands, as whoever pressed Change was asked."""


class Back(AboutQuestion):
    """Back to the question before this one."""

    kind: Literal["back"] = "back"


class Stop(AboutAssessment):
    """Stop for now, or enough of the questions that no longer matter."""

    kind: Literal["stop"] = "stop"


class Continue(AboutAssessment):
    """Take the interview up again, or show where it stands."""

    kind: Literal["continue"] = "continue"
    is_in_channel: bool = False
    """Whether it was pressed on a message of the channel itself, where nobody sees what comes in the thread."""


class ChangeAnswer(AboutQuestion):
    """Ask one question again: Change, Answer now, Answer it."""

    kind: Literal["change_answer"] = "change_answer"


class KeepAnswer(AboutQuestion):
    """Close a question that was opened again, and change nothing."""

    kind: Literal["keep_answer"] = "keep_answer"
    is_change: bool = False
    """Whether one person alone was asked again."""


class NeitherOffered(AboutQuestion):
    """Neither of the two options that were offered for typed words."""

    kind: Literal["neither_offered"] = "neither_offered"


class ResolveContradiction(AboutAssessment):
    """Which of two answers to change; `fact` is "" where both hold."""

    kind: Literal["resolve_contradiction"] = "resolve_contradiction"
    contradiction: str
    fact: str


class AnswerRest(AboutAssessment):
    """Answer the questions that can no longer change the verdict."""

    kind: Literal["answer_rest"] = "answer_rest"


class Cancel(AboutAssessment):
    """Give an interview up. Its answers are kept and take no more."""

    kind: Literal["cancel"] = "cancel"


class DeleteAssessment(AboutAssessment):
    """Delete an assessment and all that is stored of it. The starter alone may."""

    kind: Literal["delete_assessment"] = "delete_assessment"
