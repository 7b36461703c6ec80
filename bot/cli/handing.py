"""`ftrag results FILE --feature NAME --channel C --team T`: a result file, handed to the bot for one feature.

The file is read here, in a process of its own. What it says is saved as a due command in the database of the settings,
and the bot that runs on it tells the thread; no Slack call is made from here. The same file twice counts once.
"""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import BinaryIO, NamedTuple
from uuid import uuid4

from bot.commands.results import MOST_TASKS_READ, ReadResults, TaskRead
from bot.results import Results, Task, Verdict
from bot.setup.settings import Settings
from rules.review.matching import match
from storage import open_storage
from storage.records import Assessment, Change, Delivery, DeliveryMethod, Tenant

_MOST_NOTES = 5
_DIGEST = 16
"""Hex digits of the content's hash by which a file is known."""


class Feature(NamedTuple):
    """Which feature the file is about."""

    tenant: Tenant
    channel: str
    name: str


class NotHandedOver(Exception):  # noqa: N818 - a sentence for a person
    """The file is not taken for that feature. The message is one plain sentence."""


def digest_of(stream: BinaryIO) -> str:
    """By what the content of a file is known."""
    stream.seek(0)
    known = sha256()
    while piece := stream.read(1024 * 1024):
        known.update(piece)
    return known.hexdigest()[:_DIGEST]


async def hand_over(settings: Settings, feature: Feature, results: Results, digest: str, now: datetime) -> str:
    """Save the command, and say what was done. Raises NotHandedOver, and StorageError where nothing was saved."""
    async with open_storage(settings.database) as storage:
        assessment = await storage.assessments.find_by_name(feature.tenant, feature.channel, feature.name)
        if assessment is None:
            raise NotHandedOver(
                f"There is no live feature “{feature.name}” in {feature.channel} of {feature.tenant.team}: "
                "look at its name with /ftrag status."
            )
        if assessment.decision is None:
            raise NotHandedOver(f"“{assessment.name}” has no verdict yet, so finish its interview first.")
        command = _command(assessment, results, digest)
        is_new = await storage.remember(_change(assessment, command, now))
    if not is_new:
        return f"This file was read for “{assessment.name}” before, and counts once."
    passed, failed = results.counts[Verdict.PASS], results.counts[Verdict.FAIL]
    said = f"{passed} of {passed + failed} runs passed"
    return f"Read for “{assessment.name}”: {said}. The thread is told by the bot that runs."


def _change(assessment: Assessment, command: ReadResults, now: datetime) -> Change:
    key = f"results:{assessment.id}:{command.digest}"
    delivery = Delivery(
        id=uuid4().hex,
        tenant=assessment.tenant,
        method=DeliveryMethod.RUN,
        lane=f"due:{key}",
        due_at=now,
        reply=command.model_dump(mode="json"),
        assessment_id=assessment.id,
        dedupe_key=f"{key}:read",
    )
    return Change(tenant=assessment.tenant, at=now, inbox_key=key, deliveries=(delivery,))


def _command(assessment: Assessment, results: Results, digest: str) -> ReadResults:
    tasks = _golden_first(assessment, results.tasks)
    return ReadResults(
        tenant=assessment.tenant,
        assessment_id=assessment.id,
        digest=digest,
        format=results.format,
        suite=results.suite,
        tasks=tuple(_read(task) for task in tasks[:MOST_TASKS_READ]),
        left_out=max(0, len(tasks) - MOST_TASKS_READ),
        counts=results.counts,
        buckets=results.buckets,
        notes=results.notes[:_MOST_NOTES],
    )


def _golden_first(assessment: Assessment, tasks: Sequence[Task]) -> list[Task]:
    """The tasks in their order, those first that are golden tasks or close to one: a command carries only so many."""
    golden = {task.id: task.name for task in assessment.golden_tasks}
    matching = match((task.name for task in tasks), golden)
    return sorted(tasks, key=lambda task: task.name not in matching.pairs and task.name not in matching.offers)


def _read(task: Task) -> TaskRead:
    return TaskRead(
        name=task.name,
        provider=task.provider,
        passed=task.of(Verdict.PASS),
        failed=task.of(Verdict.FAIL),
        could_not_judge=task.of(Verdict.COULD_NOT_JUDGE),
        skipped=task.of(Verdict.SKIPPED),
    )
