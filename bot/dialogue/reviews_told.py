"""The reviews of a decision, told to whoever asks: which is open, when the next one comes, what the last one said."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.commands import CommandBase, TypedText
from bot.dialogue.schedule import day_in_words, next_at, rhythm_of
from bot.dialogue.standing import conclusion_of
from bot.dialogue.turn import Recalled
from rules.calendar import in_words, name_of, zone_of
from rules.casing import lower_first
from rules.catalog.architectures import NAMES
from rules.hearing.following.verdict import asks_how_it_stands
from rules.review import Advice, Conclusion
from storage.records import Assessment, ItemState, Review, ReviewSchedule, ReviewState, ScheduleState


def speaks_of(command: CommandBase) -> bool:
    """Whether the words may ask for a review, or for what it said: only then is it looked up which there are."""
    is_named = isinstance(command, TypedText) and "review" in command.text.casefold()
    return is_named or _asks_what_came(command)


def _asks_what_came(command: CommandBase) -> bool:
    return isinstance(command, TypedText) and asks_how_it_stands(command.text)


def looked_at(command: CommandBase, recalled: Recalled) -> tuple[Review, ...]:
    """The reviews, where the words speak of one."""
    return recalled.reviews if speaks_of(command) else ()


def in_sentences(
    assessment: Assessment, reviews: Sequence[Review], now: datetime, *, is_short: bool = False
) -> tuple[str, ...]:
    """Nothing where none is planned and none was done. The newest review comes first.

    `is_short`: without what can be done about them.
    """
    return tuple(_sentences(assessment, reviews, now, is_short=is_short))


def standing(assessment: Assessment, command: CommandBase, recalled: Recalled) -> tuple[str, ...]:
    """What has come of the verdict, where that is asked: the roadmap, the review that is open or comes, the last."""
    if assessment.decision is None or not _asks_what_came(command):
        return ()
    counted = [item for item in assessment.checklist if item.state is not ItemState.OBSOLETE]
    done = sum(item.state is ItemState.DONE for item in counted)
    roadmap = (f"Roadmap: {done} of {len(counted)} done.",) if counted else ()
    reviews = in_sentences(assessment, looked_at(command, recalled), recalled.now, is_short=True)
    return (*roadmap, *(reviews or ("No review is planned yet: press Plan the monthly review under the roadmap.",)))


def _sentences(assessment: Assessment, reviews: Sequence[Review], now: datetime, *, is_short: bool) -> Iterator[str]:
    schedule, latest = assessment.schedule, next(iter(reviews), None)
    if latest is None and schedule is not None and schedule.snoozed_until is not None:
        day = day_in_words(schedule.zone, schedule.snoozed_until, now)
        yield f"A review is snoozed until {day}; Open it now wakes it in the channel."
    if latest is not None and latest.state is ReviewState.OPEN:
        until = schedule.snoozed_until if schedule is not None else None
        if schedule is None or until is None:
            yield f"The review of {name_of(latest.month)} stands open in the channel."
        else:
            day = day_in_words(schedule.zone, until, now)
            yield f"The review of {name_of(latest.month)} is snoozed until {day}; Open it now wakes it in the channel."
    if schedule is not None and (coming := _coming(assessment, schedule, now)):
        yield coming
        if schedule.state is ScheduleState.ACTIVE and not is_short:
            yield "To change it, say “pause the reviews”, “review on the 3rd”, or “hand it over to” and @ with a name."
    last = next((review for review in reviews if review.state is ReviewState.FINISHED), None)
    concluded = conclusion_of(last) if last else None
    if last is not None and concluded is not None:
        if schedule is None or schedule.state is ScheduleState.STOPPED:
            yield "No review is planned now. Plan the monthly review under the roadmap."
        yield f"The last one, of {name_of(last.month)}, said: {_outcome(concluded)}."


def _coming(assessment: Assessment, schedule: ReviewSchedule, now: datetime) -> str:
    following = next_at(assessment, now)
    if schedule.state is ScheduleState.PAUSED:
        return f"Reviews are paused until somebody presses Resume in the thread. Owner: {schedule.owner}."
    if following is None:
        return ""
    there, rhythm = following.astimezone(zone_of(schedule.zone)), in_words(rhythm_of(schedule))
    day = f"{there:%A, %B} {there.day}, {there:%H:%M} {schedule.zone}"
    return f"The next review comes on {day}, and then {rhythm}. Owner: {schedule.owner}."


def _outcome(concluded: Conclusion) -> str:
    now = NAMES[concluded.architecture]
    match concluded.advice:
        case Advice.CLIMB:
            return f"climb to {now}"
        case Advice.STEP_DOWN:
            return f"step down to {now}"
        case Advice.FIX_FIRST:
            most = concluded.dominating
            first = f"mend first what failed most: {lower_first(most.label)}" if most else "find out first what fails"
            return f"hold {now}, and {first}"
        case Advice.HOLD:
            return f"hold {now}"
