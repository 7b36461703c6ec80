"""A team's schedule -> when its reviews fall: the bridge from what is stored to rules/calendar, holidays included.

A review is due by the key of its month. The row that wakes us is only an alarm: whatever it says, what is due is looked
up anew, so one that was moved, doubled or slept through neither doubles nor loses a review.
"""

from collections.abc import Container, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.calendar.free_days import free_days, weekend
from bot.commands import LookForDrift, NudgeOwner, OpenReview, SettleReview, WakeReview
from bot.commands.base import AboutAssessment
from bot.dialogue.turn import Recalled, Run
from bot.replies import PlanLine
from rules.calendar import (
    Rhythm,
    ScheduleError,
    due_day,
    first_day,
    in_words,
    local_moment,
    next_review,
    working_days_later,
    zone_of,
)
from storage.records import Assessment, Moves, Review, ReviewSchedule, ScheduleState

PLAN = "plan"
"""The key of the line in the thread that says when reviews come."""
REOPENABLE = timedelta(days=1)
"""So long a review that somebody ended can be taken up again: a wrong press is noticed by the next day."""
PATIENCE = 3
"""Working days after which the owner of an open review is nudged, once."""


def rhythm_of(schedule: ReviewSchedule) -> Rhythm:
    """The schedule as the calendar knows it. Raises ScheduleError where its zone is known no more."""
    fields = {"zone", "hour", "minute", "day", "weekday", "nth", "working_days_only"}
    return Rhythm(
        **schedule.model_dump(include=fields),
        moves_back=schedule.moves is Moves.BEFORE,
        weekend=weekend(schedule.holidays),
    )


def days_off(schedule: ReviewSchedule) -> Container[date]:
    """The public holidays that it heeds."""
    return free_days(schedule.holidays)


class _UpTo:
    """The months up to this one: each has had its review, or never gets one."""

    def __init__(self, last: str) -> None:
        self._last = last

    def __contains__(self, month: object) -> bool:
        return isinstance(month, str) and month <= self._last


class _LeftOut:
    """The months without a review: skipped on purpose, or with a day that comes before reviews begin."""

    def __init__(self, schedule: ReviewSchedule, starts: date) -> None:
        self._schedule, self._starts = schedule, starts

    def __contains__(self, month: object) -> bool:
        schedule = self._schedule
        if month in schedule.skipped:
            return True
        return due_day(rhythm_of(schedule), str(month), days_off(schedule)) < self._starts


def left_out(schedule: ReviewSchedule) -> Container[str]:
    """The months that get no review by this plan."""
    return _LeftOut(schedule, date.fromisoformat(schedule.starts)) if schedule.starts else schedule.skipped


def waits(assessment: Assessment) -> bool:
    """Whether the first review is still to come, and waits four weeks for it."""
    schedule, decision = assessment.schedule, assessment.decision
    if schedule is None or decision is None or schedule.opened is not None:
        return False
    return schedule.starts == first_day(decision.at, schedule.zone).isoformat()


def upcoming(assessment: Assessment, now: datetime) -> tuple[str, datetime] | None:
    """The next review: its month, and when. None where none is planned, or reviews rest."""
    schedule = assessment.schedule
    if schedule is None or schedule.state is not ScheduleState.ACTIVE:
        return None
    try:
        rhythm = rhythm_of(schedule)
        done = _UpTo(schedule.opened or "")
        return next_review(rhythm, now, done=done, skipped=left_out(schedule), holidays=days_off(schedule))
    except ScheduleError:
        return None


def next_at(assessment: Assessment, now: datetime) -> datetime | None:
    """When the next review comes."""
    found = upcoming(assessment, now)
    return found[1] if found else None


def ahead(assessment: Assessment, now: datetime, most: int = 12) -> tuple[tuple[str, datetime], ...]:
    """The reviews to come, each by its month with its moment; none where none is planned, or reviews rest."""
    moments: list[tuple[str, datetime]] = []
    while len(moments) < most:
        following = upcoming(assessment, moments[-1][1] if moments else now)
        if following is None:
            break
        moments.append(following)
    return tuple(moments)


def run_key(assessment_id: str, month: str, at: datetime) -> str:
    """The key of the alarm for a month's review; another moment is another alarm."""
    return f"review:{assessment_id}:{month}:{at:%Y%m%dT%H%M}"


def alarms(assessment: Assessment, now: datetime) -> tuple[Run, ...]:
    """The alarm for the next review."""
    months = upcoming(assessment, now)
    if months is None:
        return ()
    month, at = months
    return (Run(OpenReview(**_about(assessment), month=month), run_key(assessment.id, month, at), at),)


def outdated(assessment: Assessment, now: datetime) -> tuple[str, ...]:
    """The keys of the alarms that were set by this schedule."""
    return tuple(run.key for run in alarms(assessment, now))


def nudge_key(assessment_id: str, month: str) -> str:
    """The key under which the owner is nudged: once a month."""
    return f"nudge:{assessment_id}:{month}"


def nudge(assessment: Assessment, month: str, since: datetime) -> tuple[Run, ...]:
    """The nudge, so many working days after the review was opened (or is to come back), at its local hour."""
    schedule = assessment.schedule
    if schedule is None:
        return ()
    day = since.astimezone(zone_of(schedule.zone)).date()
    nudged_on = working_days_later(day, PATIENCE, days_off(schedule), weekend(schedule.holidays))
    at = local_moment(nudged_on, time(schedule.hour, schedule.minute), schedule.zone)
    return (Run(NudgeOwner(**_about(assessment), month=month), nudge_key(assessment.id, month), at),)


def look_for_drift(assessment: Assessment, why: str, at: datetime, before: Mapping[str, str] | None = None) -> Run:
    """A look, at that moment, whether anything has crossed a line; one for each `why`."""
    command = LookForDrift(**_about(assessment), before=dict(before or {}))
    return Run(command, f"drift:{assessment.id}:{why}", at)


def plan_line(assessment: Assessment, recalled: Recalled, by: str | None = None, unreached: str = "") -> PlanLine:
    """When reviews come, as the thread says it."""
    schedule = assessment.schedule
    if schedule is None:
        raise ValueError("no review is planned")
    return PlanLine(
        assessment_id=assessment.id,
        name=assessment.name,
        state=schedule.state,
        rhythm=in_words(rhythm_of(schedule)),
        zone=schedule.zone,
        owner=schedule.owner,
        next_at=next_at(assessment, recalled.now),
        waits=waits(assessment),
        by=by,
        unreached=unreached,
    )


def wake(assessment: Assessment, month: str, at: datetime) -> Run:
    """The alarm for a snoozed review."""
    return Run(WakeReview(**_about(assessment), month=month), f"wake:{assessment.id}:{month}:{at:%Y%m%d}", at)


def settling(assessment: Assessment, review: Review) -> Run:
    """The alarm for the moment from which a review that is over stays so."""
    at = (review.finished_at or review.opened_at) + REOPENABLE
    return Run(SettleReview(**_about(assessment), month=review.month), settled_key(review), at)


def settled_key(review: Review) -> str:
    """The key of that alarm; a review that ends twice has two."""
    return f"settle:{review.assessment_id}:{review.month}:{review.finished_at or review.opened_at:%Y%m%dT%H%M%S}"


def _about(assessment: Assessment) -> dict[str, Any]:
    return AboutAssessment(tenant=assessment.tenant, assessment_id=assessment.id).model_dump()


def day_in_words(zone: str | None, at: datetime, now: datetime) -> str:
    """The day as the team counts it, in the zone of its plan: "February 1", with its year where that is another one."""
    day = today(zone, at)
    return f"{day:%B} {day.day}" if day.year == today(zone, now).year else f"{day:%B} {day.day}, {day.year}"


def today(zone: str | None, at: datetime) -> date:
    """The day where the team's reviews are held, in UTC where nothing was said."""
    try:
        return at.astimezone(zone_of(zone or "UTC")).date()
    except ScheduleError:
        return at.date()
