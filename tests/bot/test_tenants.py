"""Nothing of one workspace reaches another: every command, and every control, aimed at another one's ids.

The other workspace holds a canary wherever words can stand. Whoever asks knows every id, name, channel and message of
it. What they are told, shown or handed must hold no canary, and over there nothing may change.
"""

import json
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import Connection, select

from bot import commands, parse
from bot.advisor import Advisor
from bot.commands import CommandBase
from bot.ids import Act, Field, Modal, block_id, value
from bot.slack.membership import Membership, Told
from storage import Storage
from storage.records import Change, Tenant
from storage.tables import METADATA
from storage.tenancy import ACROSS_TENANTS
from tests.bot.counter import Counter
from tests.bot.memory import gathering
from tests.bot.payloads import click, submit
from tests.storage.samples import FULL, FULL_REVIEW, MINUTE, NOON, delivery, failure

OURS, THEIRS = Tenant(team="T1"), Tenant(team="T2")
CANARY = "canary7"
COMMANDS = tuple(commands.BY_KIND.values())
ENDINGS = {commands.BotUninstalled, commands.TokensRevoked}

IDS = {
    "assessment_id": ["THEIRS", "RUNNING"],
    "failure_id": ["THEIR-F"],
    "delivery_id": ["THEIR-D"],
    "item": ["golden"],
    "task": ["g1"],
    "fact": ["need"],
    "name": ["Known by name"],
    "text": ["why not rag?", "weekly"],
    "question": ["why not rag?"],
    "month": ["2026-12"],
    "thread_ts": ["17.1"],
    "message_ts": ["17.1"],
    "message_key": ["parent", "review:2026-12"],
    "channel": ["C9"],
}
"""What the one who asks knows of the other workspace, by the name of a command's field."""
GUESSES: tuple[Any, ...] = (
    "1", "need", "rag", "done", "facts", "pass", "retrieval_miss", "post", "golden", "2026-12-01", 1, 0, True,
    ("facts",), (), {}, {"g1": "pass"}, {"retrieval_miss": 1}, None, "answers", "markdown", "gone",
    {"digest": "d1", "format": "plain"},
)  # fmt: skip


def tainted(record: Any) -> Any:
    """The record with a canary in every word that somebody typed, as the other workspace's."""
    said = record.model_dump(mode="json") | {"tenant": THEIRS.model_dump()}
    for typed in ("name", "context", "what", "link"):
        if typed in said:
            said[typed] = f"{CANARY} {typed}"
    for part in ("checklist", "golden_tasks"):
        for one in said.get(part) or ():
            one |= {key: CANARY for key in ("title", "detail", "note", "name", "input", "must_contain") if key in one}
    for given in (said.get("answers") or {}).values():
        given["said"] = CANARY
    return type(record).model_validate(said)


async def their_workspace(storage: Storage) -> None:
    decided = tainted(FULL.model_copy(update={"id": "THEIRS", "supersedes": None, "superseded_by": None}))
    running = tainted(FULL.model_copy(update={"id": "RUNNING", "decision": None, "asking": "need", "checklist": ()}))
    running = running.model_copy(update={"state": "interviewing", "supersedes": None, "superseded_by": None})
    running = running.model_copy(update={"name": "Known by name", "schedule": None, "golden_tasks": ()})
    said = {"tenant": THEIRS, "assessment_id": "THEIRS", "channel": "C9", "reply": {"kind": CANARY}}
    rows = [delivery("THEIR-D", message_key="parent", **said), delivery("LATER", lane="L", **said)]
    await storage.remember(
        Change(
            tenant=THEIRS,
            at=NOON,
            assessments=(decided, running),
            failures=(tainted(failure("THEIR-F", assessment_id="THEIRS")),),
            reviews=(FULL_REVIEW.model_copy(update={"tenant": THEIRS, "assessment_id": "THEIRS"}),),
            deliveries=tuple(rows),
        )
    )
    await storage.outbox.claim("worker", NOON, 1, MINUTE)
    await storage.outbox.finish("THEIR-D", "worker", "unknown", at=NOON, ts="17.1", channel="C9", error=CANARY)


def _rows(connection: Connection, team: str) -> list[Any]:
    connection = connection.execution_options(**ACROSS_TENANTS)
    owned = [table for table in METADATA.sorted_tables if "team" in table.c]
    return [tuple(row) for table in owned for row in connection.execute(select(table).where(table.c.team == team))]


async def rows_of(storage: Storage, tenant: Tenant) -> list[Any]:
    """Every row that a workspace has, in any table."""
    return await storage._database.read(_rows, tenant.team)


def aimed(kind: type[CommandBase]) -> Iterator[CommandBase]:
    """Commands of this kind, aimed at every id that fits its fields."""
    free = [name for name in kind.model_fields if name not in CommandBase.model_fields and name != "kind"]
    given = {name: IDS[name] for name in [*free, "channel"] if name in IDS}
    others = [name for name in free if name not in IDS and kind.model_fields[name].is_required()]
    for chosen in product(*given.values()):
        known = dict(zip(given, chosen, strict=True)) | {"tenant": OURS, "actor": "U2"}
        for guess in GUESSES if others else (None,):
            try:
                yield kind.model_validate(known | dict.fromkeys(others, guess))
            except ValidationError:
                continue


@pytest.fixture
async def advisor(sqlite_storage: Storage) -> Advisor:
    async def channels(_tenant: Tenant, _user: str) -> Membership:
        return Membership(Told.ALL, {"C9": "their-channel"})

    async def is_admin(_tenant: Tenant, _user: str) -> bool:
        return True

    await their_workspace(sqlite_storage)
    counter = Counter(sqlite_storage)
    counter.advisor._memory._gathering = gathering(sqlite_storage, channels, is_admin)
    return counter.advisor


async def probe(advisor: Advisor, storage: Storage, sent: list[CommandBase]) -> None:
    """Carry them out; nothing that they lead to holds a canary, and nothing over there changes."""
    before = await rows_of(storage, THEIRS)
    for command in sent:
        modal = await advisor.carry_out(command)
        assert modal is None or CANARY not in modal.model_dump_json(), command
    assert await rows_of(storage, THEIRS) == before
    assert CANARY not in str(await rows_of(storage, OURS))


@pytest.mark.parametrize("kind", [kind for kind in COMMANDS if kind not in ENDINGS], ids=lambda kind: kind.__name__)
async def test_no_command_reaches_into_another_workspace(
    kind: type[CommandBase], advisor: Advisor, sqlite_storage: Storage
):
    sent = list(aimed(kind))

    assert sent, "none could be made: it needs a guess of its own"
    await probe(advisor, sqlite_storage, sent)


async def test_what_others_never_see_is_shown_to_those_whose_it_is(advisor: Advisor):
    modal = await advisor.carry_out(commands.EditTasks(tenant=THEIRS, actor="U1", channel="C9", assessment_id="THEIRS"))

    assert modal is not None
    assert CANARY in modal.model_dump_json()


VALUES = [
    value(*parts)
    for at in ("THEIRS", "RUNNING")
    for parts in (
        (at,), (at, "need", "facts"), (at, "golden"), (at, "golden", "done"), (at, "2026-12"), (at, "why_not", "rag"),
        (at, "2026-12", "g1", "pass"), (at, "THEIR-F"), (at, "THEIR-D"), (at, "2026-12", "THEIR-D"), (at, "rag"),
    )
] + [value("THEIR-D"), value("C9"), value("0")]  # fmt: skip


@pytest.mark.parametrize("act", Act)
async def test_no_control_with_another_workspaces_ids_reaches_into_it(
    act: Act, advisor: Advisor, sqlite_storage: Storage
):
    pressed = [
        click(act, text, channel={"id": "C9"}, action={
            "block_id": block, "action_ts": f"{number}.1", "selected_user": "U2",
            "selected_option": {"value": text}, "selected_options": [{"value": text}],
        })
        for number, text in enumerate(VALUES)
        for block in (block_id("tick", "THEIRS", "golden", "1"), block_id("owner", "THEIRS", "1"))
    ]  # fmt: skip

    await probe(advisor, sqlite_storage, [sent for body in pressed if (sent := parse.action(body)) is not None])


@pytest.mark.parametrize("modal", Modal)
async def test_no_modal_that_carries_another_workspaces_ids_reaches_into_it(
    modal: Modal, advisor: Advisor, sqlite_storage: Storage
):
    known = {"assessment": "THEIRS", "failure": "THEIR-F", "item": "golden", "month": "2026-12", "channel": "C9"}
    bodies = [
        submit(modal, {field: {"value": text, "selected_option": {"value": at}} for field in Field}, private)
        for private in (*VALUES, json.dumps(known), json.dumps(known | {"assessment": "RUNNING"}))
        for at, text in (("THEIRS", "why not rag?"), ("RUNNING", "Known by name"))
    ]
    for number, body in enumerate(bodies):
        body["view"]["id"] = f"V{number}"

    read = [sent for body in bodies if (sent := parse.submit(body)) is not None]
    await probe(advisor, sqlite_storage, [sent for sent in read if not await advisor.faults(sent)])
