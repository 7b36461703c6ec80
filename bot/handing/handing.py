"""A summary of a result file -> the command that tells the thread, kept as due work of the outbox.

Whoever reads a file outside of a conversation (the server's command line, a request over HTTP) hands it over like this;
the bot that runs on the same database takes it from there. The same content is handed over once.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.commands.results import ReadResults
from bot.results.summary import GoldenNames, Summary
from bot.runtime.ids import new_id
from storage import Storage
from storage.records import Assessment, Change, Delivery, DeliveryMethod, ResultsToken, Way


def names_of(assessment: Assessment) -> GoldenNames:
    """What the golden tasks are called, here and in result files."""
    return GoldenNames(
        tasks={task.id: task.name for task in assessment.golden_tasks},
        known={other: task.id for task in assessment.golden_tasks for other in task.also_called},
    )


def command_of(assessment: Assessment, summary: Summary, way: Way) -> ReadResults:
    """What tells the thread."""
    return ReadResults(tenant=assessment.tenant, assessment_id=assessment.id, way=way, summary=summary)


class Handed(NamedTuple):
    """A file that was read outside of a conversation: for which feature, what it says, and how it came."""

    versions: Sequence[Assessment]
    """The version in which the feature lives on, then those before it: what one of them was given is known to all."""
    summary: Summary
    way: Way
    token: ResultsToken | None = None
    """With which it was posted."""


async def hand_over(storage: Storage, handed: Handed, now: datetime) -> bool:
    """Save the command; False where the same content was read before. Raises StorageError; then nothing was saved."""
    assessment, summary = handed.versions[0], handed.summary
    everywhere = [version.id for version in handed.versions]
    if await storage.results.of_content(assessment.tenant, everywhere, summary.digest) is not None:
        return False
    tokens = (handed.token.model_copy(update={"used_at": now}),) if handed.token else ()
    return await storage.remember(_change(command_of(assessment, summary, handed.way), now, tokens))


def _change(command: ReadResults, now: datetime, tokens: tuple[ResultsToken, ...]) -> Change:
    key = f"results:{command.assessment_id}:{command.summary.digest}"
    delivery = Delivery(
        id=new_id(),
        tenant=command.tenant,
        method=DeliveryMethod.RUN,
        lane=f"due:{key}",
        due_at=now,
        reply=command.model_dump(mode="json"),
        assessment_id=command.assessment_id,
        dedupe_key=f"{key}:read",
    )
    return Change(tenant=command.tenant, at=now, inbox_key=key, deliveries=(delivery,), tokens=tokens)
