"""The failure log: one modal, one message in the thread for each failure, corrected or withdrawn by who logged it."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.commands import (
    AboutFailure,
    CommandBase,
    CorrectFailure,
    FailureCorrected,
    FailureLogged,
    LogFailure,
    WithdrawFailure,
)
from bot.dialogue.guard import ENDED, is_of_this_place, named_decision
from bot.dialogue.names import clean_lines
from bot.dialogue.offering import offer
from bot.dialogue.review.counted import recounted, shifted
from bot.dialogue.turn import MESSAGE, PARENT, Gathered, Recalled, Turn, edit, post, privately, problem
from bot.errors import BadInput, ForeignTask, NoAddress, NoBucket
from bot.ids import Field
from bot.replies import (
    BucketShown,
    Confirmed,
    Done,
    FailureMessage,
    FailureModal,
    FeatureOffered,
    TaskOffered,
    Trouble,
)
from rules.calendar import ScheduleError, month_of
from rules.catalog.buckets import BUCKETS
from rules.roadmap_plan import likeliest
from storage.records import Assessment, Bucket, LoggedFailure

WHAT_LIMIT = 2_000
_LINK_LIMIT = 2_000
_LABELS = {row.id: row.label for row in BUCKETS}
_ADDRESS = re.compile(r"https?://[^\s<>|]+")


def failure_key(failure: str) -> str:
    """The key of a failure's message."""
    return f"failure:{failure}"


def log(command: LogFailure, recalled: Recalled) -> Turn:
    """Open the modal, with the thread's or the channel's newest decided feature chosen."""
    offered_anywhere = (recalled.gathered or Gathered()).offered
    if offered_anywhere is not None:
        return offer(offered_anywhere, recalled.new_id, _buckets(None), command.response_url)
    assessment, decided = recalled.assessment, _decided(recalled.others)
    if command.assessment_id or command.name:
        named = named_decision(command, assessment, Trouble.NOT_FOUND)
        if isinstance(named, Turn):
            return named
    offered = _with(assessment, decided)
    if not offered:
        return problem(command, Trouble.NONE_DECIDED, in_thread=False)
    chosen = assessment if assessment in offered and assessment else offered[0]
    private = {
        "failure": recalled.new_id,
        "channel": command.channel or chosen.channel,
        "response_url": command.response_url or "",
        "message_ts": command.message_ts,
    }
    return Turn(modal=_modal(private, offered, chosen, what=command.text, from_message=bool(command.message_ts)))


def is_from_nowhere(command: LogFailure) -> bool:
    """Whether it names no feature and comes from no channel: then all features of the person's channels are offered."""
    is_named = command.assessment_id or command.name or command.thread_ts
    return not is_named and (command.is_direct or not command.channel)


def _decided(others: Sequence[Assessment]) -> list[Assessment]:
    return [found for found in others if found.decision is not None and found.state not in ENDED]


def _with(found: Assessment | None, decided: list[Assessment]) -> list[Assessment]:
    """The features to choose from, with the one that the command is about."""
    if found is None or found.decision is None or any(one.id == found.id for one in decided):
        return decided
    return [found, *decided]


def _modal(
    private: dict[str, str],
    features: Sequence[Assessment],
    chosen: Assessment,
    *,
    what: str = "",
    from_message: bool = False,
) -> FailureModal:
    return FailureModal(
        private=json.dumps(private),
        features=tuple(_offered(assessment) for assessment in features),
        chosen=chosen.id,
        buckets=_buckets(chosen),
        what=clean_lines(what, WHAT_LIMIT),
        from_message=from_message,
    )


def _offered(found: Assessment) -> FeatureOffered:
    tasks = tuple(TaskOffered(id=task.id, name=task.name) for task in found.golden_tasks)
    return FeatureOffered(id=found.id, name=found.name, tasks=tasks)


def _buckets(assessment: Assessment | None) -> tuple[BucketShown, ...]:
    """All of them, those first that are likeliest with this verdict, and what fits none of them last."""
    decision = assessment.decision if assessment else None
    ranked = [row.id for row in likeliest(decision.verdict.verdict, decision.facts)] if decision else []
    last = str(Bucket.UNCLASSIFIED)
    rows = sorted(BUCKETS, key=lambda row: (row.id == last, ranked.index(row.id) if row.id in ranked else len(ranked)))
    return tuple(BucketShown(id=row.id, label=row.label, test=row.detect) for row in rows)


def logged(command: FailureLogged, recalled: Recalled) -> Turn:
    """Keep the failure and show it in the thread. A second submit of the same modal says nothing new."""
    assessment = recalled.assessment
    if assessment is None or not is_of_this_place(command, assessment):
        return problem(command, Trouble.NOT_LOGGED, in_thread=False, detail=clean_lines(command.what, WHAT_LIMIT))
    if recalled.failure is not None:
        return Turn()
    failure = LoggedFailure(
        id=command.failure_id,
        tenant=command.tenant,
        assessment_id=assessment.id,
        bucket=Bucket(command.bucket),
        golden_task=_task(assessment, command.golden_task),
        what=clean_lines(command.what, WHAT_LIMIT),
        link=recalled.links.get(MESSAGE) or command.link.strip()[:_LINK_LIMIT],
        by=command.actor,
        at=recalled.now,
    )
    told = Confirmed(done=Done.LOGGED, name=assessment.name, link=recalled.links.get(PARENT))
    says = (
        post(_message(assessment, failure, shifted(recalled.counts, on=failure.bucket)), failure_key(failure.id)),
        *recounted(assessment, failure, recalled, on=failure.bucket),
        privately(command, told, in_thread=False),
    )
    return Turn(says=says, failures=(failure,))


def _task(found: Assessment, task: str) -> str | None:
    return task if any(one.id == task for one in found.golden_tasks) else None


def _month(assessment: Assessment, at: datetime) -> str:
    """The month of that moment where the team's reviews are held."""
    try:
        return month_of(at, assessment.schedule.zone if assessment.schedule else "UTC")
    except ScheduleError:
        return month_of(at, "UTC")


def _message(
    assessment: Assessment, failure: LoggedFailure, counts: Mapping[Bucket, int], *, is_corrected: bool = False
) -> FailureMessage:
    names = {task.id: task.name for task in assessment.golden_tasks}
    return FailureMessage(
        assessment_id=assessment.id,
        failure_id=failure.id,
        by=failure.by,
        bucket=failure.bucket,
        label=_LABELS[failure.bucket],
        what=failure.what,
        golden_task=names.get(failure.golden_task or "", ""),
        link=failure.link,
        count=max(0, counts.get(failure.bucket, 0)),
        total=max(0, sum(counts.values())),
        month=_month(assessment, failure.at),
        is_corrected=is_corrected,
        is_withdrawn=failure.withdrawn_at is not None,
    )


def _own(command: AboutFailure, recalled: Recalled, assessment: Assessment) -> LoggedFailure | Turn:
    """The failure that the command is about, where this person may change it; else what they hear."""
    failure = recalled.failure
    if failure is None or failure.assessment_id != assessment.id:
        return problem(command, Trouble.NOT_FOUND)
    if failure.by != command.actor:
        return problem(command, Trouble.NOT_YOUR_FAILURE, name=assessment.name, by=failure.by)
    if failure.withdrawn_at is not None:
        return problem(command, Trouble.WITHDRAWN, name=assessment.name)
    return failure


def correct(assessment: Assessment, command: CorrectFailure, recalled: Recalled) -> Turn:
    """Open the modal with what was logged."""
    failure = _own(command, recalled, assessment)
    if isinstance(failure, Turn):
        return failure
    private = {"failure": failure.id, "assessment": assessment.id, "channel": command.channel or assessment.channel}
    modal = _modal(private, [assessment], assessment, what=failure.what)
    known = {"bucket": str(failure.bucket), "golden_task": failure.golden_task or "", "link": failure.link}
    return Turn(modal=modal.model_copy(update={**known, "is_correction": True}))


def corrected(assessment: Assessment, command: FailureCorrected, recalled: Recalled) -> Turn:
    """Take what was corrected; the message in the thread says it anew."""
    failure = _own(command, recalled, assessment)
    if isinstance(failure, Turn):
        return failure
    after = failure.model_copy(
        update={
            "bucket": Bucket(command.bucket),
            "golden_task": _task(assessment, command.golden_task),
            "what": clean_lines(command.what, WHAT_LIMIT),
            "link": command.link.strip()[:_LINK_LIMIT],
        }
    )
    if after == failure:
        return Turn(says=(privately(command, Confirmed(done=Done.NOTHING_CHANGED, name=assessment.name)),))
    counts = shifted(recalled.counts, off=failure.bucket, on=after.bucket)
    message = _message(assessment, after, counts, is_corrected=True)
    again = recounted(assessment, failure, recalled, off=failure.bucket, on=after.bucket)
    return Turn(says=(edit(message, failure_key(after.id)), *again), failures=(after,))


def withdraw(assessment: Assessment, command: WithdrawFailure, recalled: Recalled) -> Turn:
    """Keep it in the record and count it no more."""
    failure = _own(command, recalled, assessment)
    if isinstance(failure, Turn):
        return failure
    after = failure.model_copy(update={"withdrawn_at": recalled.now})
    counts = shifted(recalled.counts, off=failure.bucket)
    again = recounted(assessment, failure, recalled, off=failure.bucket)
    return Turn(says=(edit(_message(assessment, after, counts), failure_key(after.id)), *again), failures=(after,))


def fault(command: CommandBase) -> tuple[str, BadInput] | None:
    """What is wrong with what the modal holds, as the sentence under its field."""
    if not isinstance(command, FailureLogged | FailureCorrected):
        return None
    if command.bucket not in set(Bucket):
        return Field.BUCKET, NoBucket()
    if isinstance(command, FailureLogged) and command.task_of not in {"", command.assessment_id}:
        return Field.GOLDEN_TASK, ForeignTask()
    if command.link.strip() and not _ADDRESS.fullmatch(command.link.strip()):
        return Field.ADDRESS, NoAddress()
    return None
