"""What typed words do to what follows the verdict: golden tasks, the roadmap, the reviews, their plan, the failures.

Each kind is asked in turn, and does what the words say of it (`rules.hearing.following`). Where a line says something
else beside it, that is heard once more.
"""

from collections.abc import Callable

from bot.commands import TypedText
from bot.dialogue import costing, tasks_changed, typed_log, typed_roadmap, typed_tasks
from bot.dialogue.meant import open_here
from bot.dialogue.review import typed_asked, typed_failures, typed_plan, typed_results, typed_steps
from bot.dialogue.reviews_told import speaks_of
from bot.dialogue.taking_back import may_undo
from bot.dialogue.turn import Recalled, Turn
from rules.hearing import Heard
from storage.records import Assessment

Again = Callable[[Assessment, TypedText, Recalled], Turn]
"""How the rest of a line is heard."""


def looks_at_reviews(command: TypedText) -> bool:
    """Whether the words may work a review or take a result back: only then is it looked up which reviews there are."""
    may_log = typed_failures.may_tell(command)
    may_work = typed_results.may_tell(command) or typed_steps.may_be(command) or speaks_of(command)
    return (
        may_log
        or may_work
        or may_undo(command)
        or tasks_changed.may_take_back(command)
        or typed_plan.may_be(command)
        or typed_asked.may_be(command)
        or typed_log.may_be(command)
        or bool(command.review)
    )


def looks_at_failures(command: TypedText) -> bool:
    """Whether the words may log a failure or take one back."""
    may_take_back = may_undo(command) or tasks_changed.may_take_back(command)
    return typed_failures.may_tell(command) or typed_results.may_tell(command) or may_take_back


def looks_at_log(command: TypedText) -> bool:
    """Whether the words may be about the log, or take back all that one line put into it."""
    return typed_log.may_be(command) or may_undo(command)


def done(
    assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, heard: Heard, again: Again
) -> Turn | None:
    """What the line does; None where it does nothing of the kind. What is `heard` in it else counts where it may."""

    def rest(left: str, after: Assessment = assessment, known: Recalled = recalled) -> Turn:
        return again(after, command.model_copy(update={"text": left}), known)

    fact, said = open_here(assessment), (assessment, command, text, recalled)
    return (
        costing.whether_told(assessment, command, text)
        or typed_asked.done(*said)
        or typed_tasks.done(*said, heard=heard)
        or typed_steps.beside(*said, rest=rest)
        or typed_steps.done(*said)
        or typed_roadmap.done(*said, heard=heard, rest=rest)
        or typed_results.beside(*said, rest=rest)
        or typed_results.told(*said)
        or typed_plan.done(*said)
        or typed_log.done(*said, heard=heard)
        or typed_failures.told(*said, heard=heard, fact=fact, rest=lambda left, known: rest(left, known=known))
        or typed_failures.offered(*said, heard=heard, fact=fact)
        or typed_log.asked_back(*said, heard=heard)
    )
