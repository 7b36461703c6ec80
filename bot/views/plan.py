"""When reviews come: the line in the thread, the modal behind it, and what one person hears of both."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.calendar.free_days import COUNTRIES
from bot.calendar.zones import in_words
from bot.ids import Act, Field, Modal, block_id, field_id
from bot.replies import Aside, PlanLine, PlanModal, ReviewAside, ZoneFrom
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    confirm,
    context,
    message,
    modal,
    option,
    plain_text,
    section,
)
from bot.views.inputs import chooser, date_input, labeled, person_input, text_input
from bot.views.text import name, ordinal, person, typed
from rules.calendar import LAST
from rules.casing import upper_first
from storage.records import Moves, ScheduleState

_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ZONE_MOST = 60

_ZONE_FROM = {
    ZoneFrom.PLAN: "Clock changes are followed. For another zone, type a city.",
    ZoneFrom.PROFILE: "From your Slack profile. Clock changes are followed. For another zone, type a city.",
    ZoneFrom.SETTING: "Slack does not tell me your time zone, so this is the one set for ftrag here. "
    "If yours is another, type your city.",
    ZoneFrom.NOWHERE: "Slack does not tell me your time zone, so this is UTC. Type your city instead, such as Chicago.",
}
"""Which zone is proposed, and why."""

REASONS = {
    "is_archived": "the channel is archived",
    "channel_not_found": "the channel is gone, or I may not see it any more",
    "not_in_channel": "I am not in the channel any more",
}
"""Why the channel cannot be reached, by Slack's error code."""


def reason(error: str) -> str:
    """Why Slack refused, in words."""
    return REASONS.get(error, f"Slack did not let me post there ({typed(error, 40)})")


def when(at: datetime, zone: str) -> str:
    """A moment as the team planned it: "Tuesday, December 1, 10:00 Europe/Berlin"."""
    try:
        there = at.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        there, zone = at, "UTC"
    return f"{there:%A, %B} {there.day}, {there:%H:%M} {typed(in_words(zone), _ZONE_MOST)}"


def line(reply: PlanLine) -> Message:
    """The line in the thread."""
    key = reply.assessment_id
    by = f" by {person(reply.by)}" if reply.by else ""
    if reply.state is ScheduleState.STOPPED:
        return message(
            section(f"*Monthly reviews are stopped*{by}. Nothing that was decided changes."),
            actions(button("Plan the monthly review", Act.PLAN_REVIEW, key)),
        )
    if reply.state is ScheduleState.PAUSED:
        because = f": {reason(reply.unreached)}. Nothing is lost." if reply.unreached else "."
        return message(
            section(f"*Monthly reviews are paused*{by}{because}", "I post none until somebody presses Resume."),
            actions(
                button("Resume", Act.RESUME_REVIEWS, key, style="primary"),
                button("Move", Act.PLAN_REVIEW, key),
                stop_reviews(key),
            ),
        )
    upcoming = f"I will post the review here on {when(reply.next_at, reply.zone)}." if reply.next_at else ""
    waits = " It is the first, four weeks or more after the decision: by then there is something to look at."
    return message(
        section(
            f"*Monthly review:* {upcoming}{waits if upcoming and reply.waits else ''}".rstrip(),
            f"After that {typed(reply.rhythm, 200)}. {person(reply.owner)} owns it.",
        ),
        actions(
            button("Move", Act.PLAN_REVIEW, key),
            button("Add to calendar", Act.ADD_TO_CALENDAR, key),
            button("Pause", Act.PAUSE_REVIEWS, key),
            stop_reviews(key),
        ),
        actions(owner_menu(), block=block_id("owner", key, "plan")),
    )


def stop_reviews(key: str) -> Block:
    """Stops them for good, after a yes."""
    sure = confirm(
        "Stop the monthly reviews?",
        "No review is posted any more. Those that were done are kept.",
        "Stop them",
        "Keep them",
    )
    return button("Stop reviews", Act.STOP_REVIEWS, key, confirm=sure)


def owner_menu() -> Block:
    """Hands the review over to whom one chooses. It stands in a block of the kind "owner"."""
    return {
        "type": "users_select",
        "action_id": f"ftrag:{Act.REVIEW_OWNER}",
        "placeholder": plain_text("Hand the review over", 150),
    }


def planning(reply: PlanModal) -> Block:
    """The modal of the plan."""
    blocks: list[Block | None] = [
        section(f"*{name(reply.name)}*: one message a month, in its channel."),
        chooser(field_id(Field.REVIEW_DAY), "On which day?", _days(), reply.day),
        _begins(reply),
        labeled(field_id(Field.REVIEW_TIME), "At what time?", _clock(reply.time)),
        text_input(
            field_id(Field.REVIEW_ZONE),
            "In which time zone?",
            most=_ZONE_MOST,
            initial=in_words(reply.zone),
            hint="Europe/Berlin",
            help_line=_ZONE_FROM[reply.zone_from],
        ),
        {**person_input(field_id(Field.REVIEW_OWNER), "Who owns it?", reply.owner), "optional": False},
        chooser(field_id(Field.REVIEW_WORKDAYS), "On a free day, it comes", _MOVES, _move(reply)),
        chooser(
            field_id(Field.REVIEW_HOLIDAYS), "Weekends and holidays of", _countries(), reply.holidays, optional=True
        ),
        context(
            "The owner is reminded once, after three working days, if nobody finished it. Anyone can do the review."
        ),
    ]
    title = "Move the review" if reply.is_move else "Monthly review"
    return modal(
        title,
        blocks,
        kind=Modal.PLAN,
        submit="Move it" if reply.is_move else "Plan it",
        close="Not now",
        private=reply.private,
    )


_WAITS = (
    "The first review comes on the first such day from then on. Four weeks after the decision there is something to "
    "look at; for an earlier or a later start, choose another day."
)
_BEGINS = "The first review comes on the first such day from then on."


def _begins(reply: PlanModal) -> Block | None:
    if not reply.first:
        return None
    asked = date_input(field_id(Field.REVIEW_FIRST), "From which day on?", reply.first)
    return {**asked, "optional": False, "hint": plain_text(_WAITS if reply.waits else _BEGINS, 2_000)}


def _days() -> list[Block]:
    numbered = [option(ordinal(day), f"day:{day}") for day in range(1, 32)]
    weekdays = [
        option(f"{_NTH[nth]} {weekday}", f"nth:{nth}:{at}") for nth in _NTH for at, weekday in enumerate(_WEEKDAYS)
    ]
    edges = [option("First working day", "work:1"), option("Last working day", f"work:{LAST}")]
    return [
        {"label": plain_text("Working day of the month", 75), "options": edges},
        {"label": plain_text("Day of the month (short months: the last)", 75), "options": numbered},
        {"label": plain_text("Weekday of the month", 75), "options": weekdays},
    ]


def _clock(chosen: str) -> Block:
    hour, _, minute = chosen.partition(":")
    is_time = hour.isascii() and minute.isascii() and hour.isdecimal() and minute.isdecimal()
    initial = f"{int(hour):02}:{int(minute):02}" if is_time and int(hour) < 24 and int(minute) < 60 else "10:00"
    return {"type": "timepicker", "action_id": field_id(Field.REVIEW_TIME), "initial_time": initial}


_MOVES = (
    option("on the next working day", str(Moves.NEXT)),
    option("on the working day before", str(Moves.BEFORE)),
    option("all the same", "stays"),
)


def _move(reply: PlanModal) -> str:
    if not reply.working_days_only:
        return "stays"
    return str(Moves.BEFORE if reply.moves_back else Moves.NEXT)


def _countries() -> list[Block]:
    return [option(label, code) for code, label in sorted(COUNTRIES.items(), key=lambda row: row[1])]


def aside(reply: ReviewAside) -> Message:
    """One sentence to the one who pressed."""
    title = f"*{name(reply.name)}*"
    by = f" by {person(reply.by)}" if reply.by else ""
    coming = f" The next one comes on {when(reply.at, reply.zone)}." if reply.at else ""
    sentences = {
        Aside.FINISHED: f"The review of {title} was finished{by} a moment before. Its outcome stands under it.{coming}",
        Aside.SKIPPED: f"The review of {title} is skipped this month{by}.{coming}",
        Aside.MISSED: f"That review of {title} was not finished in time, and is closed. A newer one takes its place.",
        Aside.SNOOZED: f"The review of {title} is snoozed already. Press Open it now on its message to do it sooner.",
        Aside.NOT_SNOOZED: f"A week is too long: the next review of {title} comes first.{coming} Nothing was changed.",
        Aside.HANDED_OVER: f"{person(reply.owner)} owns the review of {title} now.{coming}",
        Aside.NO_PLAN: f"No review of {title} is planned. Press Plan the monthly review in its roadmap.",
        Aside.PAUSED: f"Reviews of {title} rest already. Nothing was changed.",
        Aside.GOES_ON: f"Reviews of {title} go on.{coming}",
        Aside.POSTED: f"I am posting it now. Look for {title} in its channel in a moment.{coming}",
        Aside.STAYS_OPEN: f"The review of {title} is open already. Its message in the channel takes marks.",
        Aside.STAYS_CLOSED: "A review can be reopened for a day, and only until the next one opens. "
        f"That one of {title} stays as it is.{coming}",
        Aside.NOTHING_TO_POST: f"There is nothing left to post for {title}: it was posted or closed meanwhile.",
    }
    return message(section(upper_first(sentences[reply.aside])))


def calendar_file(_: object) -> Message:
    """A file says itself; this is what stands where files cannot be shown."""
    return Message(text="The coming reviews, as a calendar file.", blocks=[])
