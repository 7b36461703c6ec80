"""Each step reads what it says that it needs, and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot import commands
from bot.commands import CommandBase
from bot.dialogue import STEPS, Recalled, advance, step_of
from bot.dialogue.needs import Find, Gather, Needs
from bot.dialogue.turn import Gathered
from rules import FRAMEWORK
from storage.records import Assessment, AssessmentState, Bucket
from tests.bot.declared import UndeclaredError, declared, told
from tests.bot.payloads import command_of
from tests.bot.reviewed import DUE, FEATURE, OPEN, T1
from tests.storage.samples import FULL_FILE, delivery, failure
from tests.tables import each

RUNNING = FEATURE.model_copy(
    update={
        "state": AssessmentState.INTERVIEWING,
        "decision": None,
        "asking": "corpus",
        "asked": ("corpus",),
        "schedule": None,
    }
)
ASSESSMENTS: dict[str, Callable[[], Assessment | None]] = {
    "none": lambda: None,
    "running": lambda: RUNNING,
    "decided": lambda: FEATURE,
    "superseded": lambda: FEATURE.model_copy(update={"state": AssessmentState.SUPERSEDED, "superseded_by": "a2"}),
    "unplanned": lambda: FEATURE.model_copy(update={"schedule": None}),
    "direct": lambda: FEATURE.model_copy(update={"channel": "U1"}),
}
KINDS = sorted(STEPS, key=lambda kind: kind.__name__)
FILE = FULL_FILE.model_copy(
    update={"tenant": T1, "assessment_id": "a1", "used_in": None, "read": {"digest": "d1", "format": "plain"}}
)
SAID: dict[str, Any] = {
    "month": "2026-12", "failure_id": "F1", "bucket": "formatting", "counts": {}, "results": {},
    "digest": "d1", "summary": {"digest": "d1", "format": "plain"},
    "day": "day:31", "time": "10:00", "zone": "Europe/Berlin", "thread_ts": "17.1",
}  # fmt: skip
"""Parts of commands that mean something to the one review and the one failure."""


def everything(found: Assessment | None) -> Recalled:
    """All that there may be to know."""
    row = delivery("d1", tenant=T1, assessment_id="a1", state="unknown")
    logged = failure("F1", tenant=T1, assessment_id="a1")
    there, reviews = [found] if found else [], (OPEN,) if found and found.decision else ()
    return Recalled(
        now=DUE + timedelta(hours=1), framework=FRAMEWORK, new_id="n1", assessment=found, others=(*there, RUNNING),
        more=1, posted=frozenset({"parent"}), links={"parent": "https://x.invalid/1"}, successor=RUNNING,
        failure=logged, counts={Bucket.FORMATTING: 1}, reviews=reviews, versions=tuple(there),
        logged={Bucket.SAFETY: 1}, result_files=(FILE,), zone="Asia/Tokyo", default_zone="UTC",
        unknown=(row,), gathered=Gathered(),
    )  # fmt: skip


@each("found", ASSESSMENTS)
@each("more", [{}, {"is_copy": True}, {"message_key": "review:2026-12"}, {"is_mention": True}])
@each("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_step_reads_more_than_it_says_that_it_needs(kind: type[CommandBase], more: dict[str, Any], found: str):
    said = {name: value for name, value in (SAID | more).items() if name in kind.model_fields}
    about = {"assessment_id": "a1"} if "assessment_id" in kind.model_fields else {}
    command = kind(**{"tenant": T1, "channel": "C1", "actor": "U1"} | command_of(kind) | about | said)

    advance(command, declared(command, everything(ASSESSMENTS[found]())))


def test_what_is_not_told_cannot_be_read():
    command = commands.Stop(tenant=T1, channel="C1", actor="U1", assessment_id="a1")
    recalled = declared(command, everything(FEATURE))

    assert recalled.assessment == FEATURE
    for name in ("others", "links", "reviews", "failure", "unknown", "zone", "gathered", "posted", "successor"):
        with pytest.raises(UndeclaredError, match=name):
            getattr(recalled, name)


def test_a_step_that_needs_everything_is_told_everything():
    command = commands.EditItem(tenant=T1, assessment_id="a1", item_id="x", is_copy=True)
    needs = Needs(
        others=bool, reviews=bool, redraws=bool, posted=True, successor=True, failure=True, zone=bool, delivery=True,
        gathers=Gather.HOME_OPENED, tokens=True, reviewed=True, own=True, logs=bool,
    )  # fmt: skip

    assert told(needs, command) == set(Recalled.__dataclass_fields__)


def test_a_step_names_its_assessment_by_something_that_its_command_says():
    for kind, step in STEPS.items():
        says = kind.model_fields
        wanted = {
            Find.NOTHING: set(),
            Find.ID: {"assessment_id"},
            Find.START: {"name"},
            Find.NAMED: {"assessment_id", "name"},
            Find.NAMED_OR_NEWEST: {"assessment_id", "name"},
            Find.FAILING: {"assessment_id", "name", "thread_ts"},
            Find.THREAD: {"thread_ts"},
        }[step.needs.find]
        assert wanted <= set(says), kind.__name__
        assert not step.needs.failure or "failure_id" in says
        assert not step.needs.delivery or "delivery_id" in says


def test_a_command_of_no_conversation_needs_nothing():
    command = commands.BotUninstalled(tenant=T1)

    assert step_of(command).needs.find is Find.NOTHING
    assert advance(command, everything(None)).changes_something is False
