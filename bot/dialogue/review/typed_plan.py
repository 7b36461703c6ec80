"""The plan of the reviews, changed by typing: paused, resumed, handed over to somebody, given another day.

Done at once where the words name all that it takes (`rules.hearing.following.plan`), as its buttons would do it. What
names less is answered with the button, behind which the form is filled in with what was named; so are words that would
stop them for good, which asks for a yes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from bot.calendar import zones
from bot.commands import CommandBase, HandOver, PauseReviews, PlanReview, ResumeReviews, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.names import clean
from bot.dialogue.review import first, form, planning, reopening, working
from bot.dialogue.review.standing import awake_review, coming, is_planned
from bot.dialogue.reviews_told import in_sentences
from bot.dialogue.schedule import rhythm_of
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately
from bot.replies import HeardReply, ReviewAside, ToldAnswer, ToldControl
from rules.calendar import in_words
from rules.casing import upper_first
from rules.hearing.following.plan import (
    Later,
    Paused,
    Plan,
    Reminded,
    Reopened,
    Resumed,
    Stopped,
    goes_on,
    may_name_day,
    may_say,
    names_plan,
    read_plan,
)
from rules.hearing.following.planned import Planned, Wished
from rules.hearing.following.planned_words import Owner
from storage.records import Assessment, DeliveryMethod, ReviewSchedule, ScheduleState

_NAME = 60
"""Characters of a name, or of a rhythm, that is said back."""


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
    is_its = assessment.schedule is not None and (not is_asked or names_plan(text))
    plan = read_plan(text, knows_it=is_its, is_zone=zones.is_zone)
    rests = assessment.schedule is not None and assessment.schedule.state is ScheduleState.PAUSED
    plan = plan or (Resumed() if rests and not is_asked and goes_on(text) else None)
    is_part = isinstance(plan, Reminded | Wished | Later) or (
        isinstance(plan, Planned) and not _is_told(assessment, plan)
    )
    if plan is None or (is_part and is_asked and not is_its):
        return None
    turn = _step(_Said(assessment, command, recalled), plan)
    return turn and _where_it_was_typed(turn)


def _step(said: _Said, plan: Plan) -> Turn | None:
    """What is done; None where there is no plan that it could be done to."""
    is_of_one = isinstance(plan, Paused | Stopped) and plan.is_of_one
    if is_of_one and awake_review(said.assessment, said.recalled):
        return None
    if type(plan) in _ANY_TIME or is_planned(said.assessment):
        return {**_ANY_TIME, **_PLANNED}[type(plan)](said, plan)
    return _offered(said, Wished())


def _is_told(assessment: Assessment, plan: Planned) -> bool:
    """Whether it says enough to be meant of the reviews, whatever is asked: a day, or whose those that come are now."""
    return plan.day is not None or (plan.time is None and plan.owner in _PEOPLE and is_planned(assessment))


def _reminded(said: _Said, _: Plan) -> Turn:
    """That the review is the one reminder, when it comes, and how it is planned or moved."""
    verb = "move" if is_planned(said.assessment) else "plan"
    hint = f"To {verb} it, say “review on the 15th”."
    kept = f"The monthly review is the one reminder that I keep: {coming(said.assessment, said.recalled)}."
    return _answered(said, (), kept, hint)


def _where_it_was_typed(turn: Turn) -> Turn:
    """A press is answered where the button stands, words are where they were typed."""
    says = (replace(say, under_key=PARENT) if isinstance(say.reply, ReviewAside) else say for say in turn.says)
    return replace(turn, says=tuple(says))


def _telling(turn: Turn, said: _Said, *says: str) -> Turn:
    """The turn with what is told to the one who typed, where it changed anything."""
    if not turn.assessments:
        return turn
    return turn.saying(privately(said.command, HeardReply(assessment_id=said.assessment.id, typed="", says=says)))


def _pause(said: _Said, _: Plan) -> Turn:
    turn = planning.pause(said.assessment, PauseReviews(**said.about), said.recalled)
    return _telling(turn, said, "The monthly reviews are paused.", "To go on, say “resume the reviews”.")


def _resume(said: _Said, _: Plan) -> Turn:
    # The words of a press in a direct message would be said there too.
    turn = planning.resume(said.assessment, ResumeReviews(**said.about | {"is_direct": False}), said.recalled)
    if not turn.assessments:
        return turn
    return _telling(turn, said, f"Reviews go on: {coming(turn.assessments[-1], said.recalled)}.")


def _stop(said: _Said, _: Plan) -> Turn:
    """For good, so that it is done at a press that asks once more."""
    told = "Stopped reviews have to be planned anew. “Pause the reviews” lets them rest until somebody resumes them."
    reply = HeardReply(assessment_id=said.assessment.id, typed="", says=(told,), can_stop=True)
    return Turn(says=(privately(said.command, reply),))


def _later(said: _Said, plan: Later) -> Turn:
    """What is done now in the place of what is to be done then."""
    if plan.goes_on:
        return _answered(said, (), "Reviews go on as soon as somebody resumes them, and not on a day set ahead.",
                         "Say “resume the reviews” then, or press Resume in the thread.")  # fmt: skip
    return _answered(said, (), "Reviews cannot be left out ahead of time.",
                     "“Pause the reviews” lets them rest from now on until somebody resumes them; a single one is "
                     "skipped when it comes.")  # fmt: skip


def _reopen(said: _Said, plan: Reopened) -> Turn | None:
    """The newest review open again, within its day; where there is none, when one comes."""
    newest = next(iter(said.recalled.reviews), None)
    if newest is None:
        return _answered(said, (), f"No review was held yet: {coming(said.assessment, said.recalled)}.")
    return reopening.by_words(said.assessment, newest, said.command, said.recalled, plan)


def _plan(said: _Said, plan: Planned) -> Turn:
    """The day, the hour and the owner, where they are named; the rest stays as it is, or is what usually suits."""
    decision, owner = said.assessment.decision, _owner(said, plan.owner)
    is_owner_alone = not (plan.day or plan.time)
    if is_owner_alone and is_planned(said.assessment) and owner:
        return working.hand_over(said.assessment, HandOver(**said.about, to=owner), said.recalled)
    rest = _rest_of_plan(said, said.assessment.schedule)
    begins = first.of_month(plan.starts, said.assessment.schedule, said.recalled.now) if plan.starts else ""
    named = {"day": plan.day, "time": plan.time, "zone": plan.zone, "owner": owner, "first": begins}
    command = PlanReview(**said.about, **rest | {part: value for part, value in named.items() if value})
    is_nobody = plan.owner is Owner.MENTIONED and not owner
    if decision is None or is_nobody or (is_owner_alone and plan.owner) or planning.fault(command):
        return _offered(said, plan)
    turn = _planned(planning.plan(said.assessment, decision, command, said.recalled), said)
    return turn.saying(_nobody(said, plan, command.owner)) if plan.owner is Owner.NAMED else turn


def _owner(said: _Said, owner: Owner | None) -> str:
    """The one person who is to own the reviews; "" where none is named whom Slack could tell."""
    if owner is Owner.SELF:
        return said.command.actor
    return said.command.people[0] if owner is Owner.MENTIONED and len(said.command.people) == 1 else ""


def _nobody(said: _Said, plan: Planned, owner: str) -> Say:
    """That a name alone made nobody the owner."""
    whose = "you own the review" if owner == said.command.actor else "the review stays with its owner"
    who = upper_first(clean(plan.name, _NAME))
    told = (
        f"A name without @ tells me nobody, so {whose} for now.",
        f"Choose {who} under Hand the review over, or say “hand it over to @{who}”, with the name that Slack offers.",
    )
    return privately(said.command, HeardReply(assessment_id=said.assessment.id, typed="", says=told))


def _offered(said: _Said, plan: Planned) -> Turn:
    """The form, filled in with what was named of a plan and can be."""
    has_plan = is_planned(said.assessment)
    who = upper_first(clean(plan.name, _NAME)) or "Anybody"
    button = "Move the review" if has_plan else "Plan the monthly review"
    wish = plan if isinstance(plan, Wished) else Wished()
    day = _nearest(said, wish) or plan.day or ""
    fills = form.fillable(day, plan.time or "", _owner(said, plan.owner), plan.zone)
    filled = "what you named is filled in" if any(fills) else "day, hour and owner are chosen there"
    stands = f"{upper_first(coming(said.assessment, said.recalled)) if has_plan else 'No review is planned yet'}."
    if plan.owner and not (day or plan.time or wish.other_rhythm or any(fills)):
        return _may_own(said, who, button)
    if wish.other_rhythm:
        says = [
            f"Reviews come once a month, so not {_only(wish)}: {_instead(wish, day)}.",
            f"Press {button}: {filled}.",
        ]
    elif wish.is_single:
        says = [stands, f"One review is not moved by itself. {button} moves all from it on: {filled}."]
    else:
        says = [stands, f"Press {button}: {filled}. Or say it in one line: “review on the first Monday at 10”."]
    says += [form.not_taken(clean(words, _NAME)) for words in wish.unread]
    if plan.owner is Owner.NAMED:
        says.append(f"{who} is chosen there, too: a name without @ tells me nobody.")
    return _answered(said, fills, *says)


def _nearest(said: _Said, wish: Wished) -> str:
    """The weekday of another rhythm where it comes nearest to the day that reviews have; "" where there is none."""
    schedule = said.assessment.schedule
    if not (wish.other_rhythm and wish.day and wish.day.startswith("nth:1:") and schedule) or wish.is_single:
        return ""
    nth = schedule.nth or min(((schedule.day or 1) + 6) // 7, 4)
    return f"nth:{nth}{wish.day.removeprefix('nth:1')}"


def _only(wish: Wished) -> str:
    return f"{'just ' if wish.is_single else ''}“{clean(wish.other_rhythm, _NAME)}”"


def _instead(wish: Wished, day: str) -> str:
    """What is nearest to a rhythm in which reviews do not come, or to a single date."""
    if named := form.in_month(day):
        return f"the nearest is {named}"
    is_rarer = not wish.is_single and re.search(r"month|quarter|year", wish.other_rhythm)
    return "a month can be skipped when its review comes" if is_rarer else "choose its day"


def _may_own(said: _Said, who: str, button: str) -> Turn:
    """That anybody may own the reviews, and how they come to."""
    if is_planned(said.assessment):
        known = in_sentences(said.assessment, said.recalled.reviews, said.recalled.now, is_short=True)
        named = f"“hand it over to @{who}”, with the name that Slack offers" if who != "Anybody" else ""
        how = named or "“hand it over to” and @ with a name"
        return _answered(said, (), *known, f"{who} can own it: choose below, or say {how}.")
    how = f"{who} can own it: press {button}, and choose the owner there."
    return _answered(said, (), "No review is planned yet.", how)


def _answered(said: _Said, fills: tuple[str, ...], *says: str) -> Turn:
    """What is told to all in the thread, with the form behind its button."""
    schedule = said.assessment.schedule
    told = ToldAnswer(
        assessment_id=said.assessment.id,
        asked_by=said.command.actor,
        says=says,
        control=ToldControl.MOVE if is_planned(said.assessment) else ToldControl.PLAN,
        fills=fills,
        people=(schedule.owner,) if schedule else (),
    )
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def _planned(turn: Turn, said: _Said) -> Turn:
    """A first plan is told to all in the thread; that it was moved is told to whoever typed."""
    after = turn.assessments[-1]
    if said.assessment.schedule is None or after.schedule is None:
        return turn
    rhythm = in_words(rhythm_of(after.schedule))
    is_elsewhere = after.schedule.zone != said.assessment.schedule.zone
    where = f" by the clocks of {zones.in_words(after.schedule.zone)}" if is_elsewhere else ""
    return _telling(turn, said, f"Reviews come {rhythm}{where}; {coming(after, said.recalled)}.")


def _rest_of_plan(said: _Said, schedule: ReviewSchedule | None) -> dict[str, Any]:
    if schedule is None:
        zone, owner = planning.proposed_zone(said.recalled)[0], said.command.actor
        return {"time": "10:00", "zone": zone, "owner": owner}
    return form.held(schedule)


_PEOPLE = frozenset({Owner.SELF, Owner.MENTIONED})
"""Owners whom Slack can tell."""
_Take = Callable[[_Said, Any], Turn | None]
_ANY_TIME: Mapping[type[Plan], _Take] = {Reminded: _reminded, Wished: _offered, Planned: _plan, Reopened: _reopen}
"""What can be answered whether reviews are planned or not."""
_PLANNED: Mapping[type[Plan], _Take] = {Resumed: _resume, Paused: _pause, Stopped: _stop, Later: _later}
"""What is done to a plan that there is."""
