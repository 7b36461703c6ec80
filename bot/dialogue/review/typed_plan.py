"""The plan of the reviews, changed by typing: paused, resumed, handed over to somebody, given another day.

Done at once where the words name all that it takes (`rules.hearing.following.plan`), as its buttons would do it. What
names less is a question about the reviews, and is answered with the button; so are words that would stop them for
good, which asks for a yes.
"""

from dataclasses import replace
from typing import Any, NamedTuple

from bot.commands import CommandBase, HandOver, PauseReviews, PlanReview, ResumeReviews, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.review import planning, working
from bot.dialogue.review.standing import awake_review, coming
from bot.dialogue.schedule import rhythm_of
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.replies import HeardReply, ReviewAside, ToldAnswer, ToldControl
from rules.calendar import edge_of, in_words
from rules.hearing.following.plan import (
    HandedOver,
    Paused,
    Plan,
    Planned,
    Reminded,
    Resumed,
    Stopped,
    may_name_day,
    may_say,
    read_plan,
)
from storage.records import Assessment, DeliveryMethod, Moves, ReviewSchedule, ScheduleState


class _Said(NamedTuple):
    """A line that changes the plan, with what its step needs to know."""

    assessment: Assessment
    command: TypedText
    recalled: Recalled

    @property
    def about(self) -> dict[str, Any]:
        """The fields of the command that a button would have sent."""
        return self.command.about(assessment_id=self.assessment.id)


def may_be(command: CommandBase) -> bool:
    """Whether the words may change the plan: only then is it looked up which reviews there are."""
    return isinstance(command, TypedText) and command.is_mention and may_say(command.text)


def plans(command: CommandBase) -> bool:
    """Whether they may be a first plan, for which the time zone of the one who types is looked up."""
    return isinstance(command, TypedText) and may_be(command) and may_name_day(command.text)


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line does to the plan; None where it does not name all that this takes, or is about something else."""
    if not may_be(command) or command.is_edited or assessment.decision is None:
        return None
    is_asked = open_key(assessment) is not None
    plan = read_plan(text, knows_it=not is_asked and assessment.schedule is not None)
    if plan is None or (is_asked and isinstance(plan, Reminded)):
        return None
    turn = _step(_Said(assessment, command, recalled), plan)
    return turn and _where_it_was_typed(turn)


def _step(said: _Said, plan: Plan) -> Turn | None:
    """What is done; None where there is no plan that it could be done to."""
    turn = None
    match plan:
        case Reminded():
            turn = _reminded(said)
        case Planned():
            turn = _plan(said, plan)
        case _ if not _is_planned(said):
            pass
        case HandedOver():
            turn = _hand_over(said, plan)
        case Resumed():
            turn = _resume(said)
        case Paused() | Stopped() if not (plan.is_of_one and awake_review(said.assessment, said.recalled)):
            turn = _pause(said) if isinstance(plan, Paused) else _stop(said)
    return turn


def _reminded(said: _Said) -> Turn:
    """That the review is the one reminder, when it comes, and how it is planned or moved."""
    is_planned = _is_planned(said)
    hint = f"To {'move' if is_planned else 'plan'} it, say “review on the 15th”."
    told = ToldAnswer(
        assessment_id=said.assessment.id,
        asked_by=said.command.actor,
        says=(
            f"The monthly review is the one reminder that I keep: {coming(said.assessment, said.recalled)}.",
            hint,
        ),
        control=ToldControl.MOVE if is_planned else ToldControl.PLAN,
    )
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def _where_it_was_typed(turn: Turn) -> Turn:
    """A press is answered where the button stands, words are where they were typed."""
    says = (replace(say, under_key=PARENT) if isinstance(say.reply, ReviewAside) else say for say in turn.says)
    return replace(turn, says=tuple(says))


def _telling(turn: Turn, said: _Said, *says: str) -> Turn:
    """The turn with what is told to the one who typed, where it changed anything."""
    if not turn.assessments:
        return turn
    return turn.saying(privately(said.command, HeardReply(assessment_id=said.assessment.id, typed="", says=says)))


def _pause(said: _Said) -> Turn:
    turn = planning.pause(said.assessment, PauseReviews(**said.about), said.recalled)
    return _telling(turn, said, "The monthly reviews are paused.", "To go on, say “resume the reviews”.")


def _resume(said: _Said) -> Turn:
    # The words of a press in a direct message would be said there too.
    turn = planning.resume(said.assessment, ResumeReviews(**said.about | {"is_direct": False}), said.recalled)
    if not turn.assessments:
        return turn
    return _telling(turn, said, f"Reviews go on: {coming(turn.assessments[-1], said.recalled)}.")


def _stop(said: _Said) -> Turn:
    """For good, so that it is done at a press that asks once more."""
    told = "Stopped reviews have to be planned anew. “Pause the reviews” lets them rest until somebody resumes them."
    reply = HeardReply(assessment_id=said.assessment.id, typed="", says=(told,), can_stop=True)
    return Turn(says=(privately(said.command, reply),))


def _is_planned(said: _Said) -> bool:
    """Whether there is a plan to change: stopped reviews have to be planned anew."""
    schedule = said.assessment.schedule
    return schedule is not None and schedule.state is not ScheduleState.STOPPED


def _hand_over(said: _Said, plan: HandedOver) -> Turn | None:
    """To the one person who is mentioned, or to whoever types."""
    people = (said.command.actor,) if plan.is_to_self else said.command.people
    if len(people) != 1:
        return None
    return working.hand_over(said.assessment, HandOver(**said.about, to=people[0]), said.recalled)


def _plan(said: _Said, plan: Planned) -> Turn | None:
    """The day, and the hour where one is named; the rest stays as it is, or is what usually suits."""
    decision, schedule = said.assessment.decision, said.assessment.schedule
    rest = _rest_of_plan(said, schedule)
    command = PlanReview(**said.about, **rest | {"day": plan.day, "time": plan.time or rest["time"]})
    if decision is None or planning.fault(command):
        return None
    return _planned(planning.plan(said.assessment, decision, command, said.recalled), said)


def _planned(turn: Turn, said: _Said) -> Turn:
    """A first plan is told to all in the thread; that it was moved is told to whoever typed."""
    after = turn.assessments[-1]
    if said.assessment.schedule is None or after.schedule is None:
        return turn
    rhythm = in_words(rhythm_of(after.schedule))
    return _telling(turn, said, f"Reviews come {rhythm}; {coming(after, said.recalled)}.")


def _rest_of_plan(said: _Said, schedule: ReviewSchedule | None) -> dict[str, Any]:
    if schedule is None:
        zone, owner = planning.proposed_zone(said.recalled)[0], said.command.actor
        return {"time": "10:00", "zone": zone, "owner": owner}
    is_edge = bool(edge_of(rhythm_of(schedule)))  # which says itself where a free day leads
    return {
        "time": f"{schedule.hour:02}:{schedule.minute:02}",
        "zone": schedule.zone,
        "owner": schedule.owner,
        "working_days_only": schedule.working_days_only,
        "moves": str(Moves.BEFORE) if schedule.moves is Moves.BEFORE and not is_edge else "",
        "holidays": schedule.holidays or "",
    }
