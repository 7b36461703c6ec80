"""Who may do what, before any conversation looks at a command: the assessment is there, is of this place, and is live.

Each command's step in the table of `bot.dialogue` is wrapped in one of these guards, so no conversation can forget it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from bot import commands
from bot.commands import CommandBase, TypedText
from bot.dialogue.turn import Recalled, Turn, problem
from bot.replies import Trouble
from bot.runtime.secrets import COVER
from storage.answer_records import BLIND
from storage.records import Assessment, AssessmentState, Decision

Guarded = Callable[[Any, Recalled], Turn]
"""A step behind its guard. The table gives each step commands of its own type only."""
StepOn = Callable[[Assessment, Any, Recalled], Turn]
"""The same, for commands about one assessment."""
StepOnDecision = Callable[[Assessment, Decision, Any, Recalled], Turn]
"""The same, for commands about its verdict."""

ENDED = {AssessmentState.CANCELLED: Trouble.CANCELLED, AssessmentState.SUPERSEDED: Trouble.SUPERSEDED}
"""The states that take nothing more, and what people hear who try."""


_WORDS: Mapping[type[CommandBase], str] = {
    TypedText: "text",
    commands.UnknownWord: "text",
    commands.StartAssessment: "name",
    commands.ShowRoadmap: "name",
    commands.LogFailure: "name",
    commands.Reassess: "name",
    commands.ShowTokens: "name",
    commands.ExportRecord: "name",
}
"""Commands that are typed as a line, by the field that holds its words."""


def holds_secret(command: CommandBase) -> bool:
    """Whether a secret was covered in the typed line: it was never kept, and nothing is done with the rest."""
    words = _WORDS.get(type(command))
    return words is not None and COVER in getattr(command, words)


def without_secret(command: CommandBase, recalled: Recalled) -> Turn | None:
    """What somebody hears who typed a secret; None where there is none.

    A line for all to read is to be deleted; that of a slash command nobody saw. Of other people's threads nothing is
    said.
    """
    if not holds_secret(command):
        return None
    if not isinstance(command, TypedText):
        is_seen = command.response_url is None
        return problem(command, Trouble.SENSITIVE_TYPED if is_seen else Trouble.SENSITIVE_ASKED, in_thread=False)
    found = recalled.assessment
    is_here = found is not None and is_of_this_place(command, found)
    return problem(command, Trouble.SENSITIVE_TYPED, in_thread=is_here) if is_here or command.is_mention else Turn()


def on_any(step: StepOn) -> Guarded:
    """A step that works on every assessment of this place, ended ones too."""

    def guarded(command: CommandBase, recalled: Recalled) -> Turn:
        assessment = recalled.assessment
        if assessment is None or not is_of_this_place(command, assessment):
            return problem(command, Trouble.NOT_FOUND, in_thread=False)
        return step(assessment, command, recalled)

    return guarded


def on_live(step: StepOn) -> Guarded:
    """A step that needs an assessment that was neither cancelled nor superseded."""

    def only_live(assessment: Assessment, command: CommandBase, recalled: Recalled) -> Turn:
        if assessment.state in ENDED:
            return problem(command, ENDED[assessment.state], name=assessment.name)
        return step(assessment, command, recalled)

    return on_any(only_live)


def on_shared(step: StepOn) -> Guarded:
    """A step that gives or asks answers for everyone to see: not while each answers alone."""

    def not_blind(assessment: Assessment, command: CommandBase, recalled: Recalled) -> Turn:
        if assessment.asking == BLIND:
            return problem(command, Trouble.BLIND, name=assessment.name)
        return step(assessment, command, recalled)

    return on_live(not_blind)


def on_ours(step: StepOn) -> Guarded:
    """A step about a delivery of our own, wherever it was to go: nobody pressed, so nobody is told where it is gone."""

    def unasked(command: CommandBase, recalled: Recalled) -> Turn:
        assessment = recalled.assessment
        return (
            Turn() if assessment is None or assessment.tenant != command.tenant else step(assessment, command, recalled)
        )

    return unasked


def in_thread(step: StepOn, from_afar: StepOn) -> Guarded:
    """A step for words typed somewhere: where nobody addressed the bot, it says nothing about what it cannot take.

    `from_afar`: the step for what is written to the bot directly about a channel's decision.
    """
    guarded = on_live(step)

    def quiet(command: TypedText, recalled: Recalled) -> Turn:
        assessment = recalled.assessment
        if assessment is not None and is_from_afar(command, assessment):
            return from_afar(assessment, command, recalled)
        if assessment is not None and command.is_mention and is_named_elsewhere(command, assessment):
            return problem(
                command, Trouble.HELD_ELSEWHERE, in_thread=False, thread=command.beside, name=assessment.name
            )
        is_takeable = assessment is not None and assessment.state not in ENDED and is_of_this_place(command, assessment)
        return guarded(command, recalled) if command.is_mention or is_takeable else Turn()

    return quiet


def on_decided(step: StepOnDecision) -> Guarded:
    """A step that needs a verdict and is given it; one being revised, or of an ended assessment, will do."""
    return on_any(_only_decided(step))


def on_live_decision(step: StepOnDecision) -> Guarded:
    """The same for an assessment that was neither cancelled nor superseded."""
    return on_live(_only_decided(step))


def _only_decided(step: StepOnDecision) -> StepOn:
    def only_decided(assessment: Assessment, command: CommandBase, recalled: Recalled) -> Turn:
        if assessment.decision is None:
            return problem(command, Trouble.NOT_DECIDED, name=assessment.name)
        return step(assessment, assessment.decision, command, recalled)

    return only_decided


def named_decision(
    command: Any, assessment: Assessment | None, unnamed: Trouble, *, though_ended: bool = False
) -> tuple[Assessment, Decision] | Turn:
    """The decision that words or a button name, with its assessment; or what people hear instead.

    `unnamed`: what they hear where nothing was named, and there is none in this place.
    """
    if assessment is None or not is_of_this_place(command, assessment):
        missing = Trouble.NOT_FOUND if command.assessment_id else unnamed
        trouble = Trouble.NO_SUCH_FEATURE if command.name else missing
        return problem(command, trouble, in_thread=False, name=command.name)
    if assessment.state in ENDED and not though_ended:
        return problem(command, ENDED[assessment.state], in_thread=False, name=assessment.name)
    if assessment.decision is None:
        return problem(command, Trouble.NOT_DECIDED, in_thread=False, name=assessment.name)
    return assessment, assessment.decision


def is_from_afar(command: CommandBase, assessment: Assessment) -> bool:
    """Whether it was written to the bot directly, about what is held in a channel: there it is read, not changed."""
    is_ours = command.tenant == assessment.tenant
    return is_ours and command.is_direct and assessment.channel not in {command.channel, command.actor}


def is_named_elsewhere(command: TypedText, assessment: Assessment) -> bool:
    """Whether words in a channel, outside any thread, begin with the name of what is held in another one."""
    is_ours = command.tenant == assessment.tenant and command.thread_ts is None
    return is_ours and not command.is_direct and not is_of_this_place(command, assessment)


def is_of_this_place(command: CommandBase, assessment: Assessment) -> bool:
    """Whether the command comes from the assessment's channel, or from a person who is written to directly about it.

    That is the one with whom the interview is held, the owner of its reviews, and the starter where the owner is gone.
    """
    if command.tenant != assessment.tenant:
        return False
    if not command.channel or command.channel == assessment.channel:
        return True
    owner = {assessment.schedule.owner, assessment.started_by} if assessment.schedule else set[str]()
    return command.is_direct and command.actor in {assessment.channel, *owner}
