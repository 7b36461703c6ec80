"""What is told of the failure log: which kinds there are and what helps against them, what was logged, and by whom."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.commands import TypedText
from bot.dialogue.names import clean
from bot.dialogue.schedule import day_in_words
from bot.dialogue.turn import PARENT, Recalled, Say, Turn
from bot.replies import ToldAnswer, ToldControl
from rules.calendar import Month, following, month_of, name_of
from rules.casing import lower_first
from rules.catalog.buckets import BUCKETS
from rules.hearing.following.kinds import same_words
from rules.hearing.following.log_asked import (
    asks_kinds,
    asks_log,
    asks_who_logged,
    asks_worst,
    month_asked,
    remedy_asked,
)
from rules.review.told_buckets import bucket_of
from storage.records import Assessment, Bucket, DeliveryMethod, LoggedFailure

LABELS = {row.id: row.label for row in BUCKETS}
SHOWN = 120
"""Characters of a failure that are shown."""
_DIGITS = 4


def is_asked(text: str) -> bool:
    """Whether the words ask what the log holds, which kinds there are, or what helps against one."""
    return asks_log(text) or asks_kinds(text) or bool(asks_who_logged(text)) or bool(remedy_asked(text))


def told(assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, is_asking: bool) -> Turn | None:
    """The answer for all; None where nothing of it is asked. While a question stands open only remedies are told."""
    bucket = _named_bucket(remedy_asked(text))
    if bucket or (not is_asking and (asks_log(text) or asks_kinds(text))):
        says = _remedies(bucket) if bucket else (*_kinds(text), *_logged(assessment, text, recalled))
        return _posted(assessment, command, says)
    which = "" if is_asking else asks_who_logged(text)
    return _who(assessment, command, which, recalled) if which else None


def standing_in(recalled: Recalled) -> list[LoggedFailure]:
    """What counts in the log, the newest first."""
    return [one for one in by_age(recalled) if one.withdrawn_at is None]


def by_age(recalled: Recalled) -> list[LoggedFailure]:
    """All of the log, the newest first; of what one line told, its last first."""

    def place(one: LoggedFailure) -> tuple[datetime, int]:
        _, _, number = one.id.rpartition("-")
        return one.at, int(number) if number.isdecimal() and len(number) < _DIGITS else 0

    return sorted(recalled.log, key=place, reverse=True)


def _posted(assessment: Assessment, command: TypedText, says: Iterable[str]) -> Turn:
    """What the log holds, or what helps against what stands in it, told for all."""
    told = ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=tuple(says), control=ToldControl.LOG)
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def _named_bucket(words: str) -> str | None:
    """The kind of failure that the words name; None where they name none that has a remedy."""
    bucket = bucket_of(words, retrieves=False) if words else None
    return None if bucket == Bucket.UNCLASSIFIED else bucket


def _remedies(bucket: str) -> Iterator[str]:
    """What helps against a kind of failure, as the review would say it."""
    row = next(row for row in BUCKETS if row.id == bucket)
    yield f"{row.label}: {lower_first(row.means)} {row.detect}"
    yield from row.remedies


def _who(assessment: Assessment, command: TypedText, which: str, recalled: Recalled) -> Turn | None:
    """Who logged the failure that goes by these words, and when; None where none does."""
    standing = standing_in(recalled)
    is_last = bool(re.fullmatch(r"(?:the )?(?:last|latest|newest)(?: one)?|it|that|this", which.casefold()))
    one = next((one for one in standing if is_last or same_words(which, one.what)), None)
    if one is None:
        return None
    zone = assessment.schedule.zone if assessment.schedule else None
    label = lower_first(LABELS[one.bucket])
    says = f"{one.by} logged it on {day_in_words(zone, one.at, recalled.now)}: “{clean(one.what, SHOWN)}”, {label}."
    told = ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=(says,), people=(one.by,))
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def _kinds(text: str) -> Iterator[str]:
    if asks_kinds(text):
        labels = [lower_first(row.label) for row in BUCKETS if row.id != Bucket.UNCLASSIFIED]
        yield f"Failures go into {len(labels)} kinds: {', '.join(labels)}. What fits none of them is unclassified."


def _logged(assessment: Assessment, text: str, recalled: Recalled) -> Iterator[str]:
    zone = assessment.schedule.zone if assessment.schedule else "UTC"
    standing = standing_in(recalled)
    now, named = month_of(recalled.now, zone), month_asked(text)
    asked = now if named is None else _latest(named, now)
    of_month = [one for one in standing if month_of(one.at, zone) == asked]
    if not of_month:
        yield f"No failure was logged in {name_of(asked)}."
    if shown := of_month or (standing if named is None else []):
        month = month_of(shown[0].at, zone)
        of_it = [one for one in standing if month_of(one.at, zone) == month]
        yield from _counted(of_it, name_of(month), is_worst=asks_worst(text))
    if len(standing) > len(of_month) and (of_month or named is not None):
        yield f"Since the decision there {'was 1' if len(standing) == 1 else f'were {len(standing)}'}."


def _latest(month: int, now: Month) -> Month:
    """The last month of this number that has begun; the month before this one for 0."""
    back = (int(now[-2:]) - month) % 12 if month else 1
    return following(now, -back)


def _counted(found: list[LoggedFailure], month: str, *, is_worst: bool) -> Iterator[str]:
    """How many there were of each kind, the commonest first, and the newest of them."""
    by_kind = sorted(
        ((sum(one.bucket is bucket for one in found), bucket) for bucket in Bucket), key=lambda row: -row[0]
    )
    kinds = [f"{lower_first(LABELS[bucket])} {count}" for count, bucket in by_kind if count]
    many = f"{len(found)} {'failure was' if len(found) == 1 else 'failures were'} logged in {month}"
    yield f"{many}: {', '.join(kinds) if len(kinds) > 1 else lower_first(LABELS[by_kind[0][1]])}."
    if is_worst:
        most = [lower_first(LABELS[bucket]) for count, bucket in by_kind if count == by_kind[0][0]]
        yield f"The commonest is {most[0]}." if len(most) == 1 else f"None stands out: {' and '.join(most)} lead alike."
    if found[0].what:
        yield f"The last one: “{clean(found[0].what, SHOWN)}”."
