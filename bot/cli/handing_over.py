"""`ftrag results FILE --feature NAME --channel C --team T`: a result file, handed to the bot for one feature.

The file is read here, in a process of its own. What it says is saved as a due command in the database of the settings,
and the bot that runs on it tells the thread; no Slack call is made from here. The same file twice counts once.
"""

from datetime import datetime
from typing import NamedTuple

from bot.handing import Handed, hand_over, names_of
from bot.recall.lineage import Lineage
from bot.results.summary import summary_of
from bot.results.values import Results, Verdict
from bot.setup.settings import Settings
from storage import open_storage
from storage.records import Tenant, Way


class Feature(NamedTuple):
    """Which feature the file is about."""

    tenant: Tenant
    channel: str
    name: str


class NotHandedOver(Exception):  # noqa: N818 - a sentence for a person
    """The file is not taken for that feature. The message is one plain sentence."""


async def handed_over(settings: Settings, feature: Feature, results: Results, digest: str, now: datetime) -> str:
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
        summary = summary_of(results, digest, names_of(assessment))
        versions = await Lineage(storage).versions(assessment)
        is_new = await hand_over(storage, Handed(versions, summary, Way.SERVER), now)
    if not is_new:
        return f"This file was read for “{assessment.name}” before, and counts once."
    passed, failed = results.counts[Verdict.PASS], results.counts[Verdict.FAIL]
    said = f"{passed} of {passed + failed} runs passed"
    return f"Read for “{assessment.name}”: {said}. The thread is told by the bot that runs."
