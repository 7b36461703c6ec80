"""The failure log in words: the kind of a failure that was typed, what was logged so far, and which kinds there are.

A kind is taken for the last failure while nobody has sorted it, or its own logger corrects it at once; one that is
named by its words is found among the newest. Only who logged a failure changes its kind, as with the buttons.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.commands import CommandBase, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.guard import ENDED
from bot.dialogue.meant import open_here
from bot.dialogue.names import clean
from bot.dialogue.review.logged import is_just_logged, put_into, withdrawn
from bot.dialogue.schedule import day_in_words
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately, problem
from bot.replies import HeardReply, ToldAnswer, ToldControl, Trouble
from rules.calendar import Month, following, month_of, name_of
from rules.casing import lower_first
from rules.catalog.buckets import BUCKETS
from rules.hearing import Heard
from rules.hearing.following.kinds import ToldKind, may_tell_kind, same_words, told_kinds
from rules.hearing.following.log_asked import (
    asks_kinds,
    asks_log,
    asks_who_logged,
    asks_worst,
    month_asked,
    remedy_asked,
)
from rules.hearing.following.withdrawals import Withdrawal, read_withdrawal
from rules.review.told_buckets import bucket_of
from storage.records import Assessment, Bucket, DeliveryMethod, LoggedFailure

_LABELS = {row.id: row.label for row in BUCKETS}
_SHOWN = 120
_DIGITS = 4
_JUST = timedelta(hours=1)
"""How long a failure has just been logged, where its logger answered nothing since."""
_NAMED_ALIKE = {"ops", "failure"}
"""Facts of which an answer may be called as a kind of failure is."""


def may_be(command: CommandBase) -> bool:
    """Whether the words may be about the log: only then is it looked up what stands there."""
    if not (isinstance(command, TypedText) and command.is_mention):
        return False
    is_asked = asks_log(command.text) or asks_kinds(command.text) or bool(asks_who_logged(command.text))
    is_asked = is_asked or bool(remedy_asked(command.text))
    return is_asked or may_tell_kind(command.text) or read_withdrawal(command.text) is not None


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled, *, heard: Heard) -> Turn | None:
    """What the line asks of the log or puts right in it; None where it is about something else.

    While a question stands open only the kind of what was just logged is heard, and what is taken back by its words;
    `heard` is what the line is taken for otherwise.
    """
    is_over = assessment.decision is None or assessment.state in ENDED
    if is_over or not may_be(command) or command.is_edited:
        return None
    is_asking = open_key(assessment) is not None
    bucket = _named_bucket(remedy_asked(text))
    if bucket or (not is_asking and (asks_log(text) or asks_kinds(text))):
        says = _remedies(bucket) if bucket else (*_kinds(text), *_logged(assessment, text, recalled))
        return _posted(assessment, command, says)
    if not is_asking and (which := asks_who_logged(text)):
        return _who(assessment, command, which, recalled)
    withdrawal = read_withdrawal(text)
    if withdrawal is not None:
        return _withdrawn(assessment, command, withdrawal, recalled)
    kinds = told_kinds(text)
    if is_asking and not (_is_fresh(assessment, command, recalled) and _is_no_answer(assessment, kinds, heard)):
        return None
    found = [(kind, _meant(assessment, command, kind, recalled)) for kind in kinds]
    before = [[one for _, meant in found[:at] for one in meant] for at in range(len(found))]
    found = [
        (kind, [one for one in meant if one not in told]) for (kind, meant), told in zip(found, before, strict=True)
    ]
    return _all_sorted(assessment, command, found, recalled) if found and all(meant for _, meant in found) else None


def _standing(recalled: Recalled) -> list[LoggedFailure]:
    """What counts in the log, the newest first."""
    return [one for one in _by_age(recalled) if one.withdrawn_at is None]


def _by_age(recalled: Recalled) -> list[LoggedFailure]:
    """All of the log, the newest first; of what one line told, its last first."""

    def place(one: LoggedFailure) -> tuple[datetime, int]:
        _, _, number = one.id.rpartition("-")
        return one.at, int(number) if number.isdecimal() and len(number) < _DIGITS else 0

    return sorted(recalled.log, key=place, reverse=True)


def _is_fresh(assessment: Assessment, command: TypedText, recalled: Recalled) -> bool:
    """Whether the person's last failure has just been logged, and nothing was answered by them since."""
    own = next((one for one in _standing(recalled) if one.by == command.actor), None)
    answered = (answer.at for answer in assessment.answers.values() if answer.by == command.actor)
    return own is not None and recalled.now - own.at <= _JUST and own.at >= max(answered, default=own.at)


def _is_no_answer(assessment: Assessment, kinds: tuple[ToldKind, ...], heard: Heard) -> bool:
    """Whether the words are no answer to the open question: a bare "search" is one where it is asked for."""
    fact = open_here(assessment)
    return not any(kind.is_bare for kind in kinds) or fact not in _NAMED_ALIKE or fact not in heard.saves


def _meant(assessment: Assessment, command: TypedText, kind: ToldKind, recalled: Recalled) -> list[LoggedFailure]:
    """The failures of which the kind is told; none where it may be said of anything else."""
    standing, is_fresh = _standing(recalled), _is_fresh(assessment, command, recalled)
    if not standing or (kind.is_loose and not is_fresh):
        return []
    if kind.which:
        return [one for one in standing if same_words(kind.which, one.what)][:1]
    own = [one for one in standing if one.by == command.actor]
    if kind.places:
        return _at_places(kind.places, own, recalled) if is_fresh else []
    together = [one for one in own if one.at == own[0].at] if is_fresh else []
    if kind.is_own or kind.is_others:
        return own[:1] if kind.is_own else together
    if kind.is_all:
        unsorted = [one for one in own if one.bucket is Bucket.UNCLASSIFIED]
        return (unsorted or together)[: kind.at_most or None]
    newest = standing[0]
    is_own = is_fresh and newest.by == command.actor and (kind.is_corrected or not kind.is_bare)
    return [newest] if newest.bucket is Bucket.UNCLASSIFIED or is_own else []


def _at_places(places: tuple[int, ...], own: list[LoggedFailure], recalled: Recalled) -> list[LoggedFailure]:
    """Those of the person's last line, or else of the last hour, that stand at these places.

    A place that none of them has any more is counted with those that were taken back since.
    """
    told = _told_together(own, recalled)
    if not all(-len(told) <= place <= len(told) for place in places):
        told = _told_together([one for one in _by_age(recalled) if one.by == own[0].by], recalled)
    is_there = all(-len(told) <= place <= len(told) for place in places)
    found = [told[place - 1 if place > 0 else place] for place in places] if is_there else []
    return [one for one in found if one.withdrawn_at is None]


def _told_together(own: list[LoggedFailure], recalled: Recalled) -> list[LoggedFailure]:
    """What one line told last, in its order, or else what was told in the last hour."""
    together = [one for one in own if one.at == own[0].at]
    told = together if len(together) > 1 else [one for one in own if recalled.now - one.at <= _JUST]
    return told[::-1]


def _all_sorted(
    assessment: Assessment, command: TypedText, told: list[tuple[ToldKind, list[LoggedFailure]]], recalled: Recalled
) -> Turn:
    """Each of them under its kind, and what was done said to the one who typed."""
    others = next((one.by for _, found in told for one in found if one.by != command.actor), None)
    if others is not None:
        return Turn(says=(_not_yours(assessment, command, others),))
    turn, says = Turn(), []
    for kind, found in told:
        for one in found:
            step = put_into(assessment, one, _bucket(kind, one), _recalled_for(recalled, one))
            turn = Turn(says=(*turn.says, *step.says), failures=(*turn.failures, *step.failures))
            recalled = replace(recalled, log=tuple(step.failures[0] if one.id == each.id and step.failures else each
                                                   for each in recalled.log))  # fmt: skip
        what = f"“{clean(found[0].what, _SHOWN)}”" if len(found) == 1 else f"{len(found)} failures"
        label = lower_first(_LABELS[_bucket(kind, found[0])])
        says.append(f"{what}: {'each counts' if len(found) > 1 else 'it counts'} as {label}.")
    says.append("Correct, at its message in the thread, changes it.")
    return turn.saying(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=tuple(says))))


def _bucket(kind: ToldKind, failure: LoggedFailure) -> Bucket:
    """Where it goes: a kind that it was not takes it out of that one alone."""
    is_elsewhere = bool(kind.denied) and failure.bucket not in kind.denied
    return failure.bucket if is_elsewhere else Bucket(kind.bucket)


def _withdrawn(assessment: Assessment, command: TypedText, wanted: Withdrawal, recalled: Recalled) -> Turn | None:
    """The failure that is named, or the last, kept in the record and counted no more; its own logger may say so."""
    standing = _standing(recalled)
    last = _wanted(assessment, command, wanted, standing, recalled)
    if last is None and wanted.is_loose and not _is_of_the_log(assessment, wanted.which, recalled):
        return None
    if last is None:
        what = clean(standing[0].what, _SHOWN) if standing else ""
        none = f"No failure goes by “{clean(wanted.which, _SHOWN)}”; the last one is “{what}”."
        says = (none if what else "No failure stands in the log.", "Nothing was taken back.")
        return Turn(says=(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=says)),))
    if last.by != command.actor:
        return Turn(says=(_not_yours(assessment, command, last.by),))
    turn = withdrawn(assessment, last, _recalled_for(recalled, last))
    told = f"Taken back: the failure “{clean(last.what, _SHOWN)}” is not counted any more."
    return turn.saying(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=(told,))))


def _wanted(
    assessment: Assessment, command: TypedText, wanted: Withdrawal, standing: list[LoggedFailure], recalled: Recalled
) -> LoggedFailure | None:
    """The failure that is to go: by its words, by its place in what was told, or the last one."""
    if wanted.which:
        by_words = (one for one in standing if same_words(wanted.which, one.what))
        return next(by_words, None) or _of_kind(wanted.which, standing)
    if (wanted.is_loose or wanted.place) and not _is_fresh(assessment, command, recalled):
        return None
    if wanted.is_it and not is_just_logged(recalled):
        return None
    if wanted.place:
        own = [one for one in standing if one.by == command.actor]
        return next(iter(_at_places((wanted.place,), own, recalled)), None)
    return next(iter(standing), None)


def _is_of_the_log(assessment: Assessment, which: str, recalled: Recalled) -> bool:
    """Whether "the ... one" may be a failure at all, where none goes by it: an answer goes by its topic or words."""
    topics = (
        f"{question.topic} {fact} {' '.join(option.label for option in question.options)}"
        for fact, question in recalled.framework.by_fact.items()
    )
    return bool(which) and open_key(assessment) is None and not same_words(which, " ".join(topics).replace("_", " "))


def _of_kind(which: str, standing: Sequence[LoggedFailure]) -> LoggedFailure | None:
    """The only one of the kind that the words name: "the wrong page failure" is a retrieval miss."""
    told = told_kinds(which)
    kind = told[0].bucket if told else bucket_of(which)
    found = [one for one in standing if one.bucket == kind]
    return found[0] if len(found) == 1 else None


def _not_yours(assessment: Assessment, command: TypedText, by: str) -> Say:
    (say,) = problem(command, Trouble.NOT_YOUR_FAILURE, name=assessment.name, by=by).says
    return say


def _recalled_for(recalled: Recalled, failure: LoggedFailure) -> Recalled:
    """What was recalled, as a press on this failure's message finds it: its month counted up to it."""
    counts: dict[Bucket, int] = {}
    for one in recalled.log:
        if one.withdrawn_at is None and one.at <= failure.at and f"{one.at:%Y-%m}" == f"{failure.at:%Y-%m}":
            counts[one.bucket] = counts.get(one.bucket, 0) + 1
    return replace(recalled, failure=failure, counts=counts)


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
    standing = _standing(recalled)
    is_last = bool(re.fullmatch(r"(?:the )?(?:last|latest|newest)(?: one)?|it|that|this", which.casefold()))
    one = next((one for one in standing if is_last or same_words(which, one.what)), None)
    if one is None:
        return None
    zone = assessment.schedule.zone if assessment.schedule else None
    label = lower_first(_LABELS[one.bucket])
    says = f"{one.by} logged it on {day_in_words(zone, one.at, recalled.now)}: “{clean(one.what, _SHOWN)}”, {label}."
    told = ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=(says,), people=(one.by,))
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def _kinds(text: str) -> Iterator[str]:
    if asks_kinds(text):
        labels = [lower_first(row.label) for row in BUCKETS if row.id != Bucket.UNCLASSIFIED]
        yield f"Failures go into {len(labels)} kinds: {', '.join(labels)}. What fits none of them is unclassified."


def _logged(assessment: Assessment, text: str, recalled: Recalled) -> Iterator[str]:
    zone = assessment.schedule.zone if assessment.schedule else "UTC"
    standing = _standing(recalled)
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
    kinds = [f"{lower_first(_LABELS[bucket])} {count}" for count, bucket in by_kind if count]
    many = f"{len(found)} {'failure was' if len(found) == 1 else 'failures were'} logged in {month}"
    yield f"{many}: {', '.join(kinds) if len(kinds) > 1 else lower_first(_LABELS[by_kind[0][1]])}."
    if is_worst:
        most = [lower_first(_LABELS[bucket]) for count, bucket in by_kind if count == by_kind[0][0]]
        yield f"The commonest is {most[0]}." if len(most) == 1 else f"None stands out: {' and '.join(most)} lead alike."
    if found[0].what:
        yield f"The last one: “{clean(found[0].what, _SHOWN)}”."
