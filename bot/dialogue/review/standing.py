"""A review among others: by which name its message stands, which one is meant, whether it sleeps."""

from dataclasses import replace

from bot.dialogue.schedule import day_in_words, next_at
from bot.dialogue.turn import Recalled, Say
from storage.records import Assessment, Review, ReviewState, ScheduleState

_REVIEW = "review:"
RESULT = "review_result"
"""How the key of a review's outcome begins; its month follows."""


def review_key(month: str) -> str:
    """The key of a review's message, in the channel."""
    return f"{_REVIEW}{month}"


def month_of_key(key: str | None) -> str:
    """The month of the review whose message has this key; "" where it is no review's."""
    return key.removeprefix(_REVIEW) if key is not None and key.startswith(_REVIEW) else ""


def result_key(month: str) -> str:
    """The key of its outcome, under that message."""
    return f"{RESULT}:{month}"


def address_key(review: Review, of: str) -> str:
    """Under this name the address of its message is recalled, where those of several decisions are."""
    return f"{review_key(review.month)}:{of}"


def of_review(review: Review, *says: Say) -> tuple[Say, ...]:
    """The same, said where the review's message stands: at the version that opened it."""
    return tuple(replace(say, about=review.assessment_id) for say in says)


def found_in(recalled: Recalled, month: str) -> Review | None:
    """The review of this month."""
    return next((review for review in recalled.reviews if review.month == month), None)


def is_asleep(assessment: Assessment, review: Review) -> bool:
    """Whether this open review is snoozed; the schedule keeps one moment, for the newest review."""
    schedule = assessment.schedule
    return review.state is ReviewState.OPEN and schedule is not None and schedule.snoozed_until is not None


def awake_review(assessment: Assessment, recalled: Recalled) -> Review | None:
    """The review that stands open and awake."""
    latest = next(iter(recalled.reviews), None)
    is_open = latest is not None and latest.state is ReviewState.OPEN and not is_asleep(assessment, latest)
    return latest if is_open else None


def is_planned(assessment: Assessment) -> bool:
    """Whether reviews come, or will again once they are resumed."""
    schedule = assessment.schedule
    return schedule is not None and schedule.state is not ScheduleState.STOPPED


def coming(assessment: Assessment, recalled: Recalled) -> str:
    """Where no review is awake, when one will be, inside a sentence: "the next one comes on February 1"."""
    schedule, latest = assessment.schedule, next(iter(recalled.reviews), None)
    if schedule is None or schedule.state is ScheduleState.STOPPED:
        return "none is planned yet"
    if latest is not None and is_asleep(assessment, latest) and schedule.snoozed_until:
        until = day_in_words(schedule.zone, schedule.snoozed_until, recalled.now)
        return f"the last one is snoozed until {until}; Open it now, at its message in the channel, wakes it"
    if schedule.state is ScheduleState.PAUSED:
        return "reviews are paused until somebody presses Resume in the thread"
    following = next_at(assessment, recalled.now)
    return (
        f"the next one comes on {day_in_words(schedule.zone, following, recalled.now)}"
        if following
        else "none is planned yet"
    )
