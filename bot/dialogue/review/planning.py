"""When the monthly review comes: planned, moved, paused, resumed, stopped, handed over. Each says what happens next."""

import json
from typing import Any

from pydantic import TypeAdapter

from bot.calendar.free_days import COUNTRIES
from bot.calendar.zones import UTC, zone_named
from bot.commands import AddToCalendar, AskForPlan, HandOver, PauseReviews, PlanReview, ResumeReviews, StopReviews
from bot.dialogue.ask import changed
from bot.dialogue.progress import parent_edit
from bot.dialogue.review import dated, first
from bot.dialogue.review.form import day_in, day_of, fillable, moving, time_in
from bot.dialogue.roadmap import edits, ticked
from bot.dialogue.schedule import PLAN, ahead, alarms, next_at, nudge_key, outdated, plan_line, rhythm_of
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, directly, edit, post, privately
from bot.errors import BadInput, NoDay, NoOwner, NoTime, NoZone
from bot.ids import Field, fault_at
from bot.replies import Aside, CalendarFile, Confirmed, Done, PlanModal, ReviewAside, ReviewHandedOver, ZoneFrom
from rules.calendar import Rhythm, zone_of
from rules.roadmap import Phase
from storage.records import Assessment, Decision, DeliveryMethod, Moves, ReviewSchedule, ReviewState, ScheduleState

CALENDAR = "calendar"
"""The key of a calendar file begins like this; when it was asked for follows."""
ITEM = "monthly_review"
"""The roadmap's item that planning the review fulfills."""


def ask(assessment: Assessment, _: Decision, command: AskForPlan, recalled: Recalled) -> Turn:
    """The modal, filled with the plan there is or, for a first one, with what usually suits."""
    schedule = assessment.schedule
    private = {
        "assessment": assessment.id,
        "channel": command.channel or assessment.channel,
        "response_url": command.response_url or "",
    }
    named = zip(
        ("day", "time", "owner", "zone"), fillable(command.day, command.time, command.owner, command.zone), strict=False
    )
    fills: dict[str, Any] = {part: value for part, value in named if value}
    if "zone" in fills:
        fills["zone_from"] = ZoneFrom.PLAN
    if schedule is None:
        return Turn(modal=_first_plan(assessment, command, recalled, private).model_copy(update=fills))
    private["today"] = f"{recalled.now.astimezone(zone_of(schedule.zone)):%Y-%m-%d}"
    plan = {
        "day": day_of(schedule),
        "moves_back": schedule.moves is Moves.BEFORE,
        "time": f"{schedule.hour:02}:{schedule.minute:02}",
        "holidays": schedule.holidays or "",
        "is_move": schedule.state is ScheduleState.ACTIVE,
        "first": first.of_move(schedule, recalled.now),
        **schedule.model_dump(include={"zone", "owner", "working_days_only"}),
    }
    return Turn(modal=PlanModal(private=json.dumps(private), name=assessment.name, **plan | fills))


def _first_plan(assessment: Assessment, command: AskForPlan, recalled: Recalled, private: dict[str, str]) -> PlanModal:
    """The modal with what usually suits: the day of the month on which four weeks have passed since the decision."""
    zone, source = proposed_zone(recalled)
    begins, waits = first.proposed(assessment, zone, recalled.now)
    today = recalled.now.astimezone(zone_of(zone)).date().isoformat()
    return PlanModal(
        private=json.dumps(private | {"today": today}),
        name=assessment.name,
        day=f"day:{begins.day}" if waits else "day:1",
        first=begins.isoformat(),
        waits=waits,
        zone=zone,
        zone_from=source,
        owner=command.actor,
    )


def proposed_zone(recalled: Recalled) -> tuple[str, ZoneFrom]:
    """The zone that is proposed for a first plan, and where it is from."""
    if recalled.zone:
        return recalled.zone, ZoneFrom.PROFILE
    return (recalled.default_zone, ZoneFrom.SETTING) if recalled.default_zone else (UTC, ZoneFrom.NOWHERE)


def countries(command: PlanReview) -> tuple[str | None]:
    """The country whose holidays the new plan asks for."""
    return (command.holidays,)


def fault(command: PlanReview) -> tuple[str, BadInput] | None:
    """What is wrong with what the modal holds, as the sentence under its field."""
    try:
        day_in(command.day)
        time_in(command.time)
        zone_named(command.zone)
        if not command.owner:
            raise NoOwner
        first.check(command)
    except BadInput as found:
        fields = {
            NoDay: Field.REVIEW_DAY,
            NoTime: Field.REVIEW_TIME,
            NoZone: Field.REVIEW_ZONE,
            NoOwner: Field.REVIEW_OWNER,
            **first.FAULTS,
        }
        return fault_at(fields[type(found)]), found
    return None


def plan(assessment: Assessment, _: Decision, command: PlanReview, recalled: Recalled) -> Turn:
    """Keep the plan, say it in the thread, tick the roadmap's item, and set the alarm."""
    before, zone = assessment.schedule, zone_named(command.zone)
    schedule = ReviewSchedule(
        **day_in(command.day),
        **time_in(command.time),
        **moving(command),
        zone=zone,
        holidays=command.holidays if command.holidays in COUNTRIES else None,
        owner=command.owner,
        snoozed_until=before.snoozed_until if before else None,
        skipped=before.skipped if before else (),
        opened=before.opened if before else None,
        starts=first.of_plan(assessment, command, zone, recalled.now),
    )
    after = changed(ticked(assessment, ITEM, command.actor, recalled.now), recalled, schedule=schedule)
    following = next_at(after, recalled.now)
    if schedule.snoozed_until and following and schedule.snoozed_until >= following:
        after = with_schedule(after, recalled, snoozed_until=None)  # else the next one would come before it wakes
    line = plan_line(after, recalled, command.actor)
    saying = edit(line, PLAN) if before else post(line, PLAN)
    is_handed = before is not None and before.owner != schedule.owner  # a first plan is nobody's to hand over
    handing = _told_owner(after, command, schedule.owner) if is_handed else ()
    return _rescheduled(assessment, after, recalled, (saying,)).saying(*handing)


def _rescheduled(before: Assessment, after: Assessment, recalled: Recalled, says: tuple[Say, ...]) -> Turn:
    """A new schedule: old alarms off, the new one on, and the parent message says when."""
    wanted = alarms(after, recalled.now)
    old = set(outdated(before, recalled.now)) - {run.key for run in wanted}
    newest = next(iter(recalled.reviews), None)
    opened = dated.open_again(before, newest, recalled, after) if newest else ()
    dates = opened or dated.newest_again(after, recalled)
    shown = (*edits(after, Phase.WATCH, recalled), *says, *dates, parent_edit(after, recalled))
    return Turn((after,), shown, runs=wanted, cancels=tuple(sorted(old)))


def line_edit(assessment: Assessment, recalled: Recalled) -> tuple[Say, ...]:
    """The line of the plan, with the date of now; none where none is planned."""
    return (edit(plan_line(assessment, recalled), PLAN),) if assessment.schedule else ()


def with_schedule(assessment: Assessment, recalled: Recalled, **fields: Any) -> Assessment:
    """The assessment with parts of its schedule changed."""
    if assessment.schedule is None:
        raise ValueError("no review is planned")
    return changed(assessment, recalled, schedule=assessment.schedule.model_copy(update=fields))


def add_to_calendar(assessment: Assessment, command: AddToCalendar, recalled: Recalled) -> Turn:
    """The coming reviews as a file in the thread, for everybody's calendar."""
    schedule, moments = assessment.schedule, ahead(assessment, recalled.now)
    if schedule is None or not moments:
        return _aside(assessment, command, Aside.NO_PLAN if schedule is None else Aside.PAUSED, recalled)
    file = CalendarFile(
        assessment_id=assessment.id,
        name=assessment.name,
        rhythm=TypeAdapter(Rhythm).dump_python(rhythm_of(schedule), mode="json"),
        moments=moments,
        now=recalled.now,
        link=recalled.links.get(PARENT, ""),
    )
    key = f"{CALENDAR}:{recalled.now:%Y%m%d%H%M%S}"
    upload = Say(DeliveryMethod.UPLOAD, file, message_key=key, under_key=PARENT, user=command.actor)
    return Turn(says=(upload, privately(command, Confirmed(done=Done.CALENDAR, name=assessment.name), in_thread=False)))


def pause(assessment: Assessment, command: PauseReviews, recalled: Recalled) -> Turn:
    """No review until somebody resumes. One that is open can still be finished; nobody is nudged."""
    return _rest(assessment, command, recalled, ScheduleState.PAUSED)


def stop(assessment: Assessment, command: StopReviews, recalled: Recalled) -> Turn:
    """No review any more."""
    return _rest(assessment, command, recalled, ScheduleState.STOPPED)


def _rest(assessment: Assessment, command: PauseReviews | StopReviews, recalled: Recalled, to: ScheduleState) -> Turn:
    schedule = assessment.schedule
    if schedule is None or schedule.state in {to, ScheduleState.STOPPED}:
        return _aside(assessment, command, Aside.NO_PLAN if schedule is None else Aside.PAUSED, recalled)
    after = with_schedule(assessment, recalled, state=to, snoozed_until=None)  # nobody would wake it
    turn = _rescheduled(assessment, after, recalled, (edit(plan_line(after, recalled, command.actor), PLAN),))
    still_open = [review for review in recalled.reviews if review.state is ReviewState.OPEN]
    nudges = (nudge_key(review.assessment_id, review.month) for review in still_open)
    return Turn(turn.assessments, turn.says, runs=turn.runs, cancels=(*turn.cancels, *nudges))


def resume(assessment: Assessment, command: ResumeReviews, recalled: Recalled) -> Turn:
    """Send reviews again, from the next one on; what fell due meanwhile is let be."""
    schedule = assessment.schedule
    if schedule is None:
        return _aside(assessment, command, Aside.NO_PLAN, recalled)
    if schedule.state is ScheduleState.ACTIVE:
        return _aside(assessment, command, Aside.GOES_ON, recalled)
    after = with_schedule(assessment, recalled, state=ScheduleState.ACTIVE)
    line = edit(plan_line(after, recalled, command.actor), PLAN)
    turn = _rescheduled(assessment, after, recalled, (line,))
    return turn.saying(aside(after, command, Aside.GOES_ON, recalled)) if command.is_direct else turn


def hand_over(assessment: Assessment, command: HandOver, recalled: Recalled) -> Turn:
    """Somebody else owns the review from now on."""
    schedule = assessment.schedule
    if schedule is None:
        return _aside(assessment, command, Aside.NO_PLAN, recalled)
    if schedule.owner == command.to:
        return _aside(assessment, command, Aside.HANDED_OVER, recalled)
    after = with_schedule(assessment, recalled, owner=command.to)
    line = edit(plan_line(after, recalled, command.actor), PLAN)
    says = (*edits(after, Phase.WATCH, recalled), line, aside(after, command, Aside.HANDED_OVER, recalled))
    return Turn((after,), (*says, *_told_owner(after, command, command.to)))


def _told_owner(assessment: Assessment, command: HandOver | PlanReview, to: str) -> tuple[Say, ...]:
    """To the new owner: that the review is theirs; nothing to somebody who took it."""
    if to == command.actor:
        return ()
    told = ReviewHandedOver(
        assessment_id=assessment.id, name=assessment.name, by=command.actor, channel=assessment.channel
    )
    return (directly(to, told),)


def aside(assessment: Assessment, command: Any, said: Aside, recalled: Recalled, by: str | None = None) -> Say:
    """One sentence to the one who pressed."""
    schedule = assessment.schedule
    reply = ReviewAside(
        aside=said,
        name=assessment.name,
        by=by,
        owner=schedule.owner if schedule else None,
        at=next_at(assessment, recalled.now),
        zone=schedule.zone if schedule else "UTC",
    )
    return privately(command, reply, in_thread=False)


def _aside(assessment: Assessment, command: Any, said: Aside, recalled: Recalled) -> Turn:
    return Turn(says=(aside(assessment, command, said, recalled),))
