"""What people sent to each release, as Slack delivered it, and a workspace in which all of it means something.

`releases/<version>.jsonl` holds every control, modal, shortcut, command and event that the release can meet, one a
line: the payload, who reads it, and what it meant. A new control's payload goes into `unreleased.jsonl`, which gets its
version's name with the release. From then on a file is never changed, since the messages that it stands for stay in
channels for years.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from bot import commands, parse
from bot.commands import CommandBase
from storage import Storage
from storage.answer_records import BLIND
from storage.records import (
    Answer,
    Assessment,
    AssessmentState,
    BlindAnswers,
    Change,
    DeliveryState,
    GoldenTask,
    ReviewState,
    Tenant,
)
from storage.tables import METADATA
from storage.tenancy import ACROSS_TENANTS
from tests.storage.samples import FULL, FULL_FILE, FULL_REVIEW, FULL_TOKEN, MINUTE, NOON, delivery, failure

HERE = Tenant(team="T1")
RENAMED = {"Answer": "GiveAnswer", "NotSure": "SayNotSure"}
"""Commands by the names under which they were recorded, and those of today. Their stored kinds are as they were."""
RELEASED = {"0.1.0": "ca29851a1785f66a2ede4bfb42482f12584882b67339348cdccb0d0526a0ef1e"}
"""The digests of the files whose release is out."""
RELEASES = sorted((Path(__file__).parent / "releases").glob("*.jsonl"))


class Recorded(NamedTuple):
    """One payload of one release."""

    release: str
    name: str
    reader: str
    body: dict[str, Any]
    means: str
    said: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.release} {self.name}"

    def read(self) -> CommandBase | None:
        """What it means today."""
        found: CommandBase | None = getattr(parse, self.reader)(self.body)
        return found


def _recorded() -> list[Recorded]:
    lines = [(file.stem, json.loads(line)) for file in RELEASES for line in file.read_text().splitlines()]
    return [
        Recorded(release, one["name"], one["reader"], one["body"], RENAMED.get(one["means"], one["means"]), one["with"])
        for release, one in lines
    ]


RECORDED = _recorded()
ENDS = {commands.BotUninstalled.__name__, commands.TokensRevoked.__name__}


RESULTS = FULL_FILE.model_copy(
    update={
        "tenant": HERE,
        "assessment_id": "decided",
        "digest": "0123456789abcdef",
        "version": 0,
        "place": None,
        "taken_by": None,
        "used_in": None,
        "read": {
            "digest": "0123456789abcdef",
            "format": "promptfoo",
            "tasks": [{"name": "Refund", "passed": 1}, {"name": "Refunds", "failed": 1}],
            "counts": {"pass": 1, "fail": 1},
        },
    }
)
"""The file of the recorded payloads."""


TOKEN = FULL_TOKEN.model_copy(
    update={"tenant": HERE, "assessment_id": "decided", "id": "k1", "revoked_at": None, "revoked_by": None}
)


def decided(**more: Any) -> Assessment:
    """The decision of the recorded payloads."""
    given = {
        "id": "decided",
        "tenant": HERE,
        "channel": "C1",
        "supersedes": None,
        "superseded_by": None,
        "asking": None,
    }
    tasks = (GoldenTask(id="g1", name="Refund", input="When?", must_contain="30 days", bar="always"),)
    return FULL.model_copy(update={**given, "golden_tasks": tasks, **more})


def running(**more: Any) -> Assessment:
    """The interview of the recorded payloads, at its first question."""
    gone = {"decision": None, "checklist": (), "schedule": None, "golden_tasks": (), "answers": {}, "earlier": {}}
    given = {"id": "running", "name": "Invoice sorter", "asking": "need", "asked": ("need",), "wants_all": False}
    return decided(**{**gone, **given, "state": AssessmentState.INTERVIEWING, **more})


def alone() -> tuple[Assessment, tuple[BlindAnswers, ...]]:
    """One in which each answers alone: U1, U2, and U3, who has finished."""
    blind = (_answers("alone", 0, "U1"), _answers("alone", 1, "U2"), _answers("alone", 2, "U3", done_at=NOON))
    return running(id="alone", name="Each alone", asking=BLIND, asked=("need", BLIND)), blind


def compared() -> tuple[Assessment, tuple[BlindAnswers, ...]]:
    """One whose answers were opened; two people differ on how much there is."""
    given = [
        Answer(fact="corpus", value=value, by=by, at=NOON) for value, by in (("large", "U1"), ("prompt_sized", "U2"))
    ]
    blind = tuple(
        _answers("compared", place, one.by, answers={"corpus": one}, done_at=NOON, opened_at=NOON)
        for place, one in enumerate(given)
    )
    return running(id="compared", name="Compared", asked=("need", BLIND)), blind


def _answers(of: str, place: int, person: str, **more: Any) -> BlindAnswers:
    answers = {"need": Answer(fact="need", value="behaviour", by=person, at=NOON)}
    given = {"tenant": HERE, "assessment_id": of, "place": place, "person": person, "named_at": NOON}
    return BlindAnswers(**{**given, "answers": answers, **more})


async def furnish(storage: Storage, *assessments: Assessment) -> None:
    """Put it all into a database: by default as it was when the payloads were recorded."""
    kept = assessments or (decided(), running(), alone()[0], compared()[0])
    blind = () if assessments else (*alone()[1], *compared()[1])
    about: dict[str, Any] = {"tenant": HERE, "channel": "C1", "reply": {"kind": "help"}}
    parents = [
        delivery(f"parent-{one.id}", assessment_id=one.id, message_key="parent", lane=one.id, **about) for one in kept
    ]
    roadmaps = [
        delivery("roadmap-decided", assessment_id=one.id, message_key="roadmap", lane="roadmap", **about)
        for one in kept
        if one.id == "decided"
    ]
    unknown = delivery("d1", assessment_id="decided", message_key="roadmap:evaluation", lane="x", **about)
    has_decided = any(one.id == "decided" for one in kept)
    open_review = FULL_REVIEW.model_copy(
        update={"id": "R", "tenant": HERE, "assessment_id": "decided", "state": ReviewState.OPEN, "finished_at": None}
    )
    await storage.remember(
        Change(
            tenant=HERE,
            at=NOON,
            assessments=kept,
            blind=blind,
            failures=(failure("f1", assessment_id="decided", tenant=HERE),) if has_decided else (),
            reviews=(open_review,) if has_decided else (),
            result_files=(RESULTS,) if has_decided else (),
            tokens=(TOKEN,) if has_decided else (),
            deliveries=(*parents, *roadmaps, unknown) if has_decided else tuple(parents),
        )
    )
    places = {
        "parent-decided": "17.1",
        "parent-running": "16.1",
        "parent-alone": "15.1",
        "parent-compared": "14.1",
        "roadmap-decided": "17.2",
    }
    for row in await storage.outbox.claim("w", NOON, 9, MINUTE):
        state = DeliveryState.SENT if row.id in places else DeliveryState.UNKNOWN
        ts = places.get(row.id)
        await storage.outbox.finish(row.id, "w", state, at=NOON, ts=ts, channel="C1", error=None)


def _rows(connection: Any) -> dict[str, list[Any]]:
    from sqlalchemy import select

    connection = connection.execution_options(**ACROSS_TENANTS)
    kept = [table for table in METADATA.sorted_tables if table.name not in {"inbox", "home_viewers"}]
    return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in kept}


async def everything(storage: Storage) -> dict[str, list[Any]]:
    """All rows, but for what was received and who looks at their Home."""
    found: dict[str, list[Any]] = await storage._database.read(_rows)
    return found
