"""Facts that cross a line reopen a decision, not only the month: its owner hears of each cause once, in one message.

When to look follows from what a turn saves (`watched`): a fact that grows was answered anew, or a dated row will turn.
A finished review has itself looked at, too. What counts as a cause is `rules.review.drift`.
"""

from collections.abc import Iterator
from datetime import time
from itertools import chain

from bot.commands import LookForDrift
from bot.dialogue.ask import changed
from bot.dialogue.review import reading
from bot.dialogue.schedule import look_for_drift
from bot.dialogue.turn import Recalled, Run, Turn, directly
from bot.dialogue.versions import known
from bot.replies import Drifted
from rules.calendar import local_moment, zone_of
from rules.facts import Facts
from rules.possibilities import standing
from rules.review.drift import LINES, Cause, drift, turning_days
from storage.records import Assessment, AssessmentState, Decision, ReviewSchedule, ScheduleState


def look(command: LookForDrift, recalled: Recalled) -> Turn:
    """Tell the owner what has crossed a line since the decision, and keep that it was told."""
    watching = _watching(recalled.assessment)
    if watching is None:
        return Turn()
    assessment, decision, schedule = watching
    causes = [one for one in _causes(assessment, command, recalled) if one.key not in assessment.told_causes]
    if not causes:
        return Turn()
    keys = tuple(cause.key for cause in causes)
    verdict, passes = standing(known(assessment), recalled.framework)
    told = Drifted(
        assessment_id=assessment.id,
        name=assessment.name,
        decided_at=decision.at,
        architecture=reading.in_force(assessment, reading.earlier(None, recalled)),
        causes=tuple(cause.says for cause in causes),
        now=verdict,
        passes=passes,
    )
    dedupe = f"drifted:{assessment.id}:{' '.join(keys)}"
    after = changed(assessment, recalled, told_causes=(*assessment.told_causes, *keys))
    return Turn((after,), (directly(schedule.owner, told, f"drifted:{keys[0]}", dedupe),))


def _watching(assessment: Assessment | None) -> tuple[Assessment, Decision, ReviewSchedule] | None:
    """The decision and its plan, while it holds, nobody is looking at it already, and reviews are wanted."""
    if assessment is None or assessment.state is not AssessmentState.DECIDED or assessment.superseded_by is not None:
        return None
    decision, schedule = assessment.decision, assessment.schedule
    if decision is None or schedule is None or schedule.state is not ScheduleState.ACTIVE:
        return None
    return assessment, decision, schedule


def _causes(assessment: Assessment, command: LookForDrift, recalled: Recalled) -> tuple[Cause, ...]:
    """Those there are by the reviews of this version: one that was taken up again was looked at."""
    decision, schedule = reading.decided(assessment), assessment.schedule
    zone = zone_of(schedule.zone if schedule else "UTC")
    own = tuple(one for one in reading.earlier(None, recalled) if one.opened_at >= assessment.started_at)
    return drift(
        reading.history(assessment, own),
        verdict=decision.verdict,
        decided_on=decision.at.astimezone(zone).date(),
        today=recalled.now.astimezone(zone).date(),
        facts=known(assessment),
        before=Facts.model_validate(command.before),
        framework=recalled.framework,
    )


def watched(turn: Turn, recalled: Recalled) -> tuple[Run, ...]:
    """When to look because of what this turn saves; nothing for most turns."""
    before = recalled.assessment
    after = next((one for one in turn.assessments if before is not None and one.id == before.id), None)
    watching = _watching(after)
    if before is None or watching is None:
        return ()
    return tuple(chain(_answered_anew(before, watching[0], recalled), _days(before, *watching, recalled)))


def _answered_anew(before: Assessment, after: Assessment, recalled: Recalled) -> Iterator[Run]:
    if before.decision is None or before.decision == after.decision:
        return
    then, now = before.decision.facts, reading.decided(after).facts
    lines = {fact: str(then.value(fact)) for fact in LINES if then.value(fact) not in {None, now.value(fact)}}
    if lines:
        yield look_for_drift(after, f"{recalled.now:%Y%m%dT%H%M%S}", recalled.now, lines)


def _days(
    before: Assessment, after: Assessment, decision: Decision, schedule: ReviewSchedule, recalled: Recalled
) -> Iterator[Run]:
    """One look on each day on which a dated row turns, at the hour of the review."""
    if (before.decision, before.schedule) == (decision, schedule):
        return
    today = recalled.now.astimezone(zone_of(schedule.zone)).date()
    for day in turning_days(decision.verdict, today, recalled.framework):
        at = local_moment(day, time(schedule.hour, schedule.minute), schedule.zone)
        yield look_for_drift(after, f"{day}", at)
