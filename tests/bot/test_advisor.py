"""The use cases on a real database: saved once, by one winner, and told in the order in which it was said."""

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import commands
from bot.advisor import Advisor
from bot.commands import CommandBase
from bot.replies import Problem, Reply, Trouble, read_reply
from storage import Storage
from storage.records import Assessment, AssessmentState, Delivery, DeliveryMethod, DeliveryState, Installation, Tenant
from tests.bot.memory import memory

TENANT, OTHER = Tenant(team="T1"), Tenant(team="T2")
CHANNEL = "C1"


class Wristwatch:
    """A clock that goes on by a second each time somebody looks."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


class Desk:
    """An advisor at work, and what came of it."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.clock = Wristwatch()
        self.woken = 0
        self.told: list[tuple[CommandBase, Reply]] = []
        self.asked_links: list[str] = []
        recalls = memory(storage, self.clock, self._permalink)
        self.advisor = Advisor(storage, recalls, wake=self._wake, tell=self._tell)

    def _wake(self) -> None:
        self.woken += 1

    async def _tell(self, command: CommandBase, reply: Reply) -> None:
        self.told.append((command, reply))

    async def _permalink(self, tenant: Tenant, channel: str, ts: str) -> str:
        self.asked_links.append(ts)
        return f"https://{tenant.team}.invalid/{channel}/{ts}"

    async def do(self, kind: type[CommandBase], by: str = "U1", **fields: Any) -> Any:
        said = {"tenant": TENANT, "channel": CHANNEL, "actor": by, **fields}
        return await self.advisor.handle(kind(**said))

    async def start(self, name: str = "Support copilot", **fields: Any) -> Assessment:
        await self.do(commands.StartAssessment, name=name, **{"response_url": "https://hooks.slack.com/x", **fields})
        found = await self.storage.assessments.find_by_name(TENANT, fields.get("channel", CHANNEL), name)
        assert found is not None
        return found

    async def deliver(self) -> list[Delivery]:
        """Send everything that waits, as Slack would take it; gives the rows in order."""
        sent: list[Delivery] = []
        while rows := await self.storage.outbox.claim("test", self.clock.now(), 50, timedelta(minutes=1)):
            for row in rows:
                ts = f"{len(self.asked_links)}.{row.seq}"
                await self.storage.outbox.finish(
                    row.id, "test", DeliveryState.SENT, ts=ts, channel=row.channel, error=None, at=self.clock.now()
                )
            sent += rows
        return sent


def kinds(rows: list[Delivery]) -> list[str]:
    return [read_reply(row.reply).kind for row in rows]


@pytest.fixture
def desk(storage: Storage) -> Desk:
    return Desk(storage)


async def test_a_start_is_saved_with_what_slack_is_to_be_told_and_delivery_is_woken(desk: Desk):
    started = await desk.start()
    rows = await desk.deliver()

    assert (started.version, started.asking) == (1, "need")
    assert kinds(rows) == ["parent", "question"]
    assert [row.lane for row in rows] == [f"{CHANNEL}:{started.id}"] * 2
    assert (rows[0].under_key, rows[1].under_key) == (None, "parent")
    assert (rows[0].user, rows[0].response_url) == ("U1", "https://hooks.slack.com/x")
    assert desk.woken == 1


async def test_an_answer_is_saved_before_anybody_is_told_and_the_history_keeps_both_of_a_change(desk: Desk):
    started = await desk.start()
    about = {"assessment_id": started.id}
    await desk.do(commands.Answer, **about, fact="need", values=("facts",))
    await desk.do(commands.ChangeAnswer, by="U2", **about, fact="need")
    await desk.do(commands.Answer, by="U2", **about, fact="need", values=("both",))

    saved = await desk.storage.assessments.get(TENANT, started.id)
    history = await desk.storage.assessments.history(TENANT, started.id)
    assert saved is not None
    assert saved.answers["need"].value == "both"
    assert [(answer.value, answer.by) for answer in history] == [("facts", "U1"), ("both", "U2")]


async def test_the_same_payload_again_changes_nothing(desk: Desk):
    started = await desk.start(inbox_key="command:1")
    await desk.do(commands.StartAssessment, name="Support copilot", inbox_key="command:1")
    answered = {"assessment_id": started.id, "fact": "need", "values": ("facts",), "inbox_key": "action:1"}
    await desk.do(commands.Answer, **answered)
    saved = await desk.storage.assessments.get(TENANT, started.id)
    rows = await desk.deliver()

    await desk.do(commands.Answer, **answered)
    assert await desk.storage.assessments.get(TENANT, started.id) == saved
    assert await desk.deliver() == []
    assert kinds(rows).count("parent") == 2


async def test_a_post_that_is_unknown_again_is_sent_once_for_each_time_that_somebody_asks(desk: Desk):
    started = await desk.start()
    (row, *_) = await desk.storage.outbox.claim("test", desk.clock.now(), 1, timedelta(minutes=1))
    asked = {"assessment_id": started.id, "delivery_id": row.id}

    async def lost() -> None:
        assert await desk.storage.outbox.finish(row.id, "test", DeliveryState.UNKNOWN, at=desk.clock.now())
        await desk.deliver()

    async def state() -> DeliveryState | None:
        kept = await desk.storage.outbox.get(TENANT, row.id)
        return kept.state if kept else None

    await lost()
    await desk.do(commands.PostNow, **asked, inbox_key="action:once")
    assert await state() is DeliveryState.PENDING
    await desk.storage.outbox.claim("test", desk.clock.now(), 50, timedelta(minutes=1))
    await lost()

    await desk.do(commands.PostNow, **asked, inbox_key="action:once")
    assert await state() is DeliveryState.UNKNOWN

    await desk.do(commands.PostNow, **asked, inbox_key="action:twice")
    assert await state() is DeliveryState.PENDING


async def test_of_people_who_answer_at_the_same_moment_one_wins_and_each_other_one_is_told(desk: Desk):
    started = await desk.start()
    await desk.deliver()
    values = ["facts", "behaviour", "both", "facts", "both"]

    await asyncio.gather(
        *(
            desk.do(commands.Answer, by=f"U{n}", assessment_id=started.id, fact="need", values=(value,))
            for n, value in enumerate(values)
        )
    )

    saved = await desk.storage.assessments.get(TENANT, started.id)
    assert saved is not None
    assert list(saved.answers) == ["need"]
    assert len(await desk.storage.assessments.history(TENANT, started.id)) == 1
    told = [row for row in await desk.deliver() if row.reply["kind"] == "told"]
    losers = {f"U{n}" for n in range(len(values))} - {saved.answers["need"].by}
    assert {row.user for row in told} == losers
    assert {row.reply["said"]["by"] for row in told} == {saved.answers["need"].by}


async def test_of_two_starts_of_one_name_at_the_same_moment_one_starts_and_the_other_is_offered_it(desk: Desk):
    await asyncio.gather(
        *(
            desk.do(
                commands.StartAssessment, by=f"U{n}", name="Support copilot", response_url="https://hooks.slack.com/x"
            )
            for n in range(3)
        )
    )

    assert len(await desk.storage.assessments.in_channel(TENANT, CHANNEL)) == 1
    assert sorted(kinds(await desk.deliver())) == ["already_there", "already_there", "parent", "question"]
    assert desk.told == []


async def test_a_new_version_saves_both_and_the_name_belongs_to_the_new_one(desk: Desk):
    old = await desk.start()
    await desk.do(commands.StartNewVersion, by="U2", assessment_id=old.id)

    new = await desk.storage.assessments.find_by_name(TENANT, CHANNEL, "support copilot")
    before = await desk.storage.assessments.get(TENANT, old.id)
    assert new is not None
    assert before is not None
    assert (before.state, before.superseded_by, new.supersedes) == (AssessmentState.SUPERSEDED, new.id, old.id)
    rows = await desk.deliver()
    assert {row.assessment_id for row in rows} == {old.id, new.id}


async def test_an_id_of_another_workspace_is_not_found_and_nothing_of_it_is_said(desk: Desk):
    started = await desk.start("Canary words")
    await desk.deliver()

    outcome = await desk.do(commands.ShowMore, tenant=OTHER, assessment_id=started.id)
    await desk.do(commands.Answer, tenant=OTHER, assessment_id=started.id, fact="need", values=("facts",))
    await desk.do(commands.DeleteAssessment, tenant=OTHER, assessment_id=started.id)

    rows = await desk.deliver()
    assert outcome.modal is None
    assert {read_reply(row.reply) for row in rows} == {Problem(trouble=Trouble.NOT_FOUND)}
    assert {row.tenant for row in rows} == {OTHER}
    assert await desk.storage.assessments.get(TENANT, started.id) == started


async def test_words_typed_in_the_thread_find_their_interview_and_elsewhere_they_are_a_subcommand(desk: Desk):
    started = await desk.start()
    await desk.deliver()
    parent = await desk.storage.outbox.message(TENANT, started.id, "parent")
    assert parent is not None

    await desk.do(commands.TypedText, thread_ts=parent.ts, text="both", is_mention=False)
    saved = await desk.storage.assessments.get(TENANT, started.id)
    assert saved is not None
    assert saved.answers["need"].said == "both"

    await desk.deliver()
    await desk.do(commands.TypedText, thread_ts="9.9", text="status", is_mention=True)
    await desk.do(commands.TypedText, thread_ts="9.9", text="status", is_mention=False)
    assert kinds(await desk.deliver()) == ["status"]


async def test_in_a_direct_message_words_answer_the_interview_that_was_moved_there(desk: Desk):
    started = await desk.start()
    await desk.do(commands.HoldInDirectMessage, assessment_id=started.id, failed="d1")
    await desk.do(commands.TypedText, channel="D1", is_direct=True, thread_ts=None, text="facts", is_mention=True)

    saved = await desk.storage.assessments.get(TENANT, started.id)
    assert saved is not None
    assert (saved.channel, saved.answers["need"].value) == ("U1", "facts")

    await desk.deliver()
    await desk.do(commands.ShowStatus, channel="D1", is_direct=True)
    (row,) = await desk.deliver()
    assert [line["name"] for line in row.reply["lines"]] == ["Support copilot"]


async def test_status_links_to_each_parent_message(desk: Desk):
    await desk.start("One")
    await desk.start("Two")
    await desk.deliver()
    await desk.do(commands.ShowStatus, response_url="https://hooks.slack.com/x")

    (row,) = await desk.deliver()
    assert (row.method, row.user) == (DeliveryMethod.RESPOND, "U1")
    assert [line["name"] for line in row.reply["lines"]] == ["Two", "One"]
    assert all(line["link"].startswith("https://T1.invalid/C1/") for line in row.reply["lines"])


async def test_what_one_person_is_told_does_not_wait_behind_the_thread_and_is_not_worth_sending_later(desk: Desk):
    started = await desk.start()
    await desk.do(commands.Continue, by="U2", assessment_id=started.id)

    rows = await desk.deliver()
    private = next(row for row in rows if row.method is DeliveryMethod.EPHEMERAL)
    assert (private.lane, private.user, private.under_key) == ("private:C1:U2", "U2", "parent")
    assert private.expires_at is not None


async def test_deleting_leaves_nothing_behind_but_the_word_that_it_is_done(desk: Desk):
    started = await desk.start()
    await desk.do(commands.DeleteAssessment, assessment_id=started.id, response_url="https://hooks.slack.com/x")

    assert await desk.storage.assessments.get(TENANT, started.id) is None
    (row,) = await desk.deliver()
    assert (row.reply["kind"], row.reply["done"], row.assessment_id) == ("confirmed", "deleted", None)


async def test_uninstalling_deletes_everything_and_a_revoked_token_makes_deliveries_wait(desk: Desk):
    started = await desk.start()
    installed = Installation(
        tenant=TENANT,
        bot_token="xoxb-test",
        bot_user="UBOT",
        scopes=(),
        installed_by="U1",
        installed_at=desk.clock.now(),
    )
    await desk.storage.installations.save(installed)

    await desk.do(commands.TokensRevoked, channel="")
    paused = await desk.storage.installations.get(TENANT)
    assert paused is not None
    assert paused.is_paused
    assert await desk.deliver() == []

    await desk.do(commands.BotUninstalled, channel="")
    assert await desk.storage.installations.get(TENANT) is None
    assert await desk.storage.assessments.get(TENANT, started.id) is None


async def test_an_error_of_ours_is_told_with_a_reference_and_without_its_words(desk: Desk):
    command = commands.ShowHelp(tenant=TENANT, actor="U1", channel=CHANNEL)
    await desk.advisor.apologize(command, ValueError("secret words"))

    ((_, reply),) = desk.told
    assert isinstance(reply, Problem)
    assert reply.trouble is Trouble.BROKEN
    assert len(reply.detail) == 8


async def test_where_nothing_can_be_saved_the_person_hears_so_and_nothing_is_half_done(
    sqlite_url: str, sqlite_storage: Storage
):
    desk = Desk(sqlite_storage)
    started = await desk.start()
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as meddler:
        meddler.execute("ALTER TABLE outbox RENAME TO gone")
    await desk.do(commands.Answer, assessment_id=started.id, fact="need", values=("facts",))

    assert [reply for _, reply in desk.told] == [Problem(trouble=Trouble.NOT_SAVED)]
    assert await sqlite_storage.assessments.get(TENANT, started.id) == started
    meddler.execute("ALTER TABLE gone RENAME TO outbox")
    meddler.close()

    await desk.do(commands.Answer, assessment_id=started.id, fact="need", values=("facts",))
    assert len(await sqlite_storage.assessments.history(TENANT, started.id)) == 1
