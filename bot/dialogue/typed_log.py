"""The failure log in words: the kind of a failure that was typed, what was logged so far, and which kinds there are.

A kind is taken for the last failure while nobody has sorted it, or its own logger corrects it at once; one that is
named by its words is found among the newest. Only who logged a failure changes its kind, as with the buttons.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.commands import CommandBase, TypedText
from bot.dialogue.ask import open_key
from bot.dialogue.guard import ENDED
from bot.dialogue.names import clean
from bot.dialogue.review.logged import put_into, withdrawn
from bot.dialogue.turn import PARENT, Recalled, Say, Turn, privately, problem
from bot.replies import HeardReply, ToldAnswer, ToldControl, Trouble
from rules.calendar import month_of, name_of
from rules.casing import lower_first
from rules.catalog.buckets import BUCKETS
from rules.hearing.following.failures import asks_kinds, asks_log, asks_worst, read_withdrawal, withdraws
from rules.hearing.following.kinds import ToldKind, may_tell_kind, same_words, told_kind
from storage.records import Assessment, Bucket, DeliveryMethod, LoggedFailure

_LABELS = {row.id: row.label for row in BUCKETS}
_SHOWN = 120


def may_be(command: CommandBase) -> bool:
    """Whether the words may be about the log: only then is it looked up what stands there."""
    if not (isinstance(command, TypedText) and command.is_mention):
        return False
    return may_tell_kind(command.text) or withdraws(command.text) or asks_log(command.text) or asks_kinds(command.text)


def done(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn | None:
    """What the line asks of the log or puts right in it; None where it is about something else."""
    is_over = assessment.decision is None or assessment.state in ENDED
    if is_over or not may_be(command) or command.is_edited or open_key(assessment) is not None:
        return None
    if asks_log(text) or asks_kinds(text):
        return _told(assessment, command, text, recalled)
    withdrawal = read_withdrawal(text)
    if withdrawal is not None:
        return _withdrawn(assessment, command, withdrawal.which, recalled)
    kind = told_kind(text)
    found = _meant(assessment, command, kind, recalled) if kind else ()
    return _sorted(assessment, command, kind, found, recalled) if kind and found else None


def _meant(assessment: Assessment, command: TypedText, kind: ToldKind, recalled: Recalled) -> tuple[LoggedFailure, ...]:
    """The failures of which the kind is told; none where it may be said of anything else."""
    standing = [one for one in recalled.log if one.withdrawn_at is None]
    if kind.which:
        return tuple(one for one in standing if same_words(kind.which, one.what))[:1]
    unsorted = [one for one in standing if one.bucket is Bucket.UNCLASSIFIED]
    if kind.is_all:
        return tuple(one for one in unsorted if one.by == command.actor)
    newest = standing[0] if standing else None
    own = (answer.at for answer in assessment.answers.values() if answer.by == command.actor)
    is_last = newest is not None and newest.by == command.actor and newest.at >= max(own, default=newest.at)
    if newest is None or not (newest.bucket is Bucket.UNCLASSIFIED or (is_last and not kind.is_bare)):
        return ()
    return (newest,)


def _sorted(
    assessment: Assessment,
    command: TypedText,
    kind: ToldKind,
    found: tuple[LoggedFailure, ...],
    recalled: Recalled,
) -> Turn:
    """Each of them under its kind, and what was done said to the one who typed."""
    turn, bucket = Turn(), Bucket(kind.bucket)
    others = next((one.by for one in found if one.by != command.actor), None)
    if others is not None:
        return Turn(says=(_not_yours(assessment, command, others),))
    for one in found:
        step = put_into(assessment, one, bucket, _recalled_for(recalled, one))
        turn = Turn(says=(*turn.says, *step.says), failures=(*turn.failures, *step.failures))
    what = f"“{clean(found[0].what, _SHOWN)}”" if len(found) == 1 else f"{len(found)} failures"
    label = lower_first(_LABELS[bucket])
    says = f"{what}: {'each counts' if len(found) > 1 else 'it counts'} as {label}."
    reply = HeardReply(
        assessment_id=assessment.id, typed="", says=(says, "Correct, at its message in the thread, changes it.")
    )
    return turn.saying(privately(command, reply))


def _withdrawn(assessment: Assessment, command: TypedText, which: str, recalled: Recalled) -> Turn:
    """The failure that is named, or the last, kept in the record and counted no more; its own logger may say so."""
    standing = [one for one in recalled.log if one.withdrawn_at is None]
    last = next((one for one in standing if not which or same_words(which, one.what)), None)
    if last is None:
        what = clean(standing[0].what, _SHOWN) if standing else ""
        none = f"No failure goes by “{which}”; the last one is “{what}”." if what else "No failure stands in the log."
        reply = HeardReply(assessment_id=assessment.id, typed="", says=(none, "Nothing was taken back."))
        return Turn(says=(privately(command, reply),))
    if last.by != command.actor:
        return Turn(says=(_not_yours(assessment, command, last.by),))
    turn = withdrawn(assessment, last, _recalled_for(recalled, last))
    says = (f"Taken back: the failure “{clean(last.what, _SHOWN)}” is not counted any more.",)
    return turn.saying(privately(command, HeardReply(assessment_id=assessment.id, typed="", says=says)))


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


def _told(assessment: Assessment, command: TypedText, text: str, recalled: Recalled) -> Turn:
    """What the log holds this month, or held last, by kind; and all kinds where they are asked for."""
    says = [*_kinds(text), *_logged(assessment, text, recalled)]
    told = ToldAnswer(assessment_id=assessment.id, asked_by=command.actor, says=tuple(says), control=ToldControl.LOG)
    return Turn(says=(Say(DeliveryMethod.POST, told, under_key=PARENT),))


def _kinds(text: str) -> Iterator[str]:
    if asks_kinds(text):
        labels = [lower_first(row.label) for row in BUCKETS if row.id != Bucket.UNCLASSIFIED]
        yield f"Failures go into {len(labels)} kinds: {', '.join(labels)}. What fits none of them is unclassified."


def _logged(assessment: Assessment, text: str, recalled: Recalled) -> Iterator[str]:
    zone = assessment.schedule.zone if assessment.schedule else "UTC"
    standing = [one for one in recalled.log if one.withdrawn_at is None]
    now = month_of(recalled.now, zone)
    of_month = [one for one in standing if month_of(one.at, zone) == now]
    if not of_month:
        yield f"No failure was logged in {name_of(now)}."
    if shown := of_month or standing:
        month = month_of(shown[0].at, zone)
        of_it = [one for one in standing if month_of(one.at, zone) == month]
        yield from _counted(of_it, name_of(month), is_worst=asks_worst(text))
    if len(standing) > len(of_month) and of_month:
        yield f"Since the decision there were {len(standing)}."


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
