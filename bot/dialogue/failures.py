"""The failure log: one modal, one message in the thread for each failure, corrected or withdrawn by who logged it."""

import json
import re
from collections.abc import Sequence

from bot.commands import (
    AboutFailure,
    CommandBase,
    CorrectFailure,
    FailureCorrected,
    FailureLogged,
    LogFailure,
    SortFailure,
    WithdrawFailure,
)
from bot.dialogue.guard import ENDED, is_of_this_place, named_decision
from bot.dialogue.names import clean_lines
from bot.dialogue.offering import offer
from bot.dialogue.review.counted import recounted, shifted
from bot.dialogue.review.logged import WHAT_LIMIT, buckets, failure_key, kept, message, put_into, withdrawn
from bot.dialogue.turn import MESSAGE, PARENT, Gathered, Recalled, Turn, edit, privately, problem
from bot.errors import BadInput, ForeignTask, NoAddress, NoBucket
from bot.ids import Field
from bot.replies import (
    Confirmed,
    Done,
    FailureModal,
    FeatureOffered,
    TaskOffered,
    Trouble,
)
from rules.review.told_failures import told_failure
from storage.records import Assessment, Bucket, LoggedFailure

_LINK_LIMIT = 2_000
_ADDRESS = re.compile(r"https?://[^\s<>|]+")


def log(command: LogFailure, recalled: Recalled) -> Turn:
    """Open the modal, with the thread's or the channel's newest decided feature chosen."""
    offered_anywhere = (recalled.gathered or Gathered()).offered
    if offered_anywhere is not None:
        return offer(offered_anywhere, recalled.new_id, buckets(None), command.response_url)
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
    modal = _modal(private, offered, chosen, what=command.text, from_message=bool(command.message_ts))
    told = None if command.message_ts else told_failure(command.text, chosen.name)
    return Turn(modal=modal.model_copy(update={"bucket": told.bucket or ""}) if told else modal)


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
        buckets=buckets(chosen),
        what=clean_lines(what, WHAT_LIMIT),
        from_message=from_message,
    )


def _offered(found: Assessment) -> FeatureOffered:
    tasks = tuple(TaskOffered(id=task.id, name=task.name) for task in found.golden_tasks)
    return FeatureOffered(id=found.id, name=found.name, tasks=tasks)


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
    return kept(assessment, failure, recalled).saying(privately(command, told, in_thread=False))


def _task(found: Assessment, task: str) -> str | None:
    return task if any(one.id == task for one in found.golden_tasks) else None


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
    shown = message(assessment, after, counts, is_corrected=True)
    again = recounted(assessment, failure, recalled, off=failure.bucket, on=after.bucket)
    return Turn(says=(edit(shown, failure_key(after.id)), *again), failures=(after,))


def sort(assessment: Assessment, command: SortFailure, recalled: Recalled) -> Turn:
    """The bucket of a typed failure, as it was asked for."""
    failure = _own(command, recalled, assessment)
    if isinstance(failure, Turn):
        return failure
    if command.bucket not in set(Bucket):
        return problem(command, Trouble.OUT_OF_DATE)
    return put_into(assessment, failure, Bucket(command.bucket), recalled)


def withdraw(assessment: Assessment, command: WithdrawFailure, recalled: Recalled) -> Turn:
    """Keep it in the record and count it no more."""
    failure = _own(command, recalled, assessment)
    if isinstance(failure, Turn):
        return failure
    return withdrawn(assessment, failure, recalled)


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
