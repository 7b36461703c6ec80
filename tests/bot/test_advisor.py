"""The use cases on a real database: saved once, by one winner, and told in the order in which it was said."""

import asyncio
import sqlite3
from datetime import timedelta

import pytest

from bot import commands
from bot.replies import Problem, Trouble, read_reply
from storage import Storage
from storage.records import AssessmentState, DeliveryMethod, DeliveryState, Installation
from tests.bot.counter import CHANNEL, OTHER, TENANT, Counter, kinds
from tests.bot.memory import memory


@pytest.fixture
def counter(storage: Storage) -> Counter:
    return Counter(storage)


async def test_a_start_is_saved_with_what_slack_is_to_be_told_and_delivery_is_woken(counter: Counter):
    started = await counter.start()
    rows = await counter.deliver()

    assert (started.version, started.asking) == (1, "need")
    assert kinds(rows) == ["parent", "question"]
    assert [row.lane for row in rows] == [f"{CHANNEL}:{started.id}"] * 2
    assert (rows[0].under_key, rows[1].under_key) == (None, "parent")
    assert (rows[0].user, rows[0].response_url) == ("U1", "https://hooks.slack.com/x")
    assert counter.woken == 1


async def test_an_answer_is_saved_before_anybody_is_told_and_the_history_keeps_both_of_a_change(counter: Counter):
    started = await counter.start()
    about = {"assessment_id": started.id}
    await counter.do(commands.GiveAnswer, **about, fact="need", values=("facts",))
    await counter.do(commands.ChangeAnswer, by="U2", **about, fact="need")
    await counter.do(commands.RecordChange, by="U2", **about, fact="need", value="both", is_change=True)

    saved = await counter.storage.assessments.get(TENANT, started.id)
    history = await counter.storage.assessments.history(TENANT, started.id)
    assert saved is not None
    assert saved.answers["need"].value == "both"
    assert [(answer.value, answer.by) for answer in history] == [("facts", "U1"), ("both", "U2")]


async def test_the_same_payload_again_changes_nothing(counter: Counter):
    started = await counter.start(inbox_key="command:1")
    await counter.do(commands.StartAssessment, name="Support copilot", inbox_key="command:1")
    answered = {"assessment_id": started.id, "fact": "need", "values": ("facts",), "inbox_key": "action:1"}
    await counter.do(commands.GiveAnswer, **answered)
    saved = await counter.storage.assessments.get(TENANT, started.id)
    rows = await counter.deliver()

    await counter.do(commands.GiveAnswer, **answered)
    assert await counter.storage.assessments.get(TENANT, started.id) == saved
    assert await counter.deliver() == []
    assert kinds(rows).count("parent") == 2


async def test_a_post_that_is_unknown_again_is_sent_once_for_each_time_that_somebody_asks(counter: Counter):
    started = await counter.start()
    (row, *_) = await counter.storage.outbox.claim("test", counter.clock.now(), 1, timedelta(minutes=1))
    asked = {"assessment_id": started.id, "delivery_id": row.id}

    async def lost() -> None:
        assert await counter.storage.outbox.finish(row.id, "test", DeliveryState.UNKNOWN, at=counter.clock.now())
        await counter.deliver()

    async def state() -> DeliveryState | None:
        kept = await counter.storage.outbox.get(TENANT, row.id)
        return kept.state if kept else None

    await lost()
    await counter.do(commands.PostNow, **asked, inbox_key="action:once")
    assert await state() is DeliveryState.PENDING
    await counter.storage.outbox.claim("test", counter.clock.now(), 50, timedelta(minutes=1))
    await lost()

    await counter.do(commands.PostNow, **asked, inbox_key="action:once")
    assert await state() is DeliveryState.UNKNOWN

    await counter.do(commands.PostNow, **asked, inbox_key="action:twice")
    assert await state() is DeliveryState.PENDING


async def test_of_people_who_answer_at_the_same_moment_one_wins_and_each_other_one_is_told(counter: Counter):
    started = await counter.start()
    await counter.deliver()
    values = ["facts", "behaviour", "both", "facts", "both"]

    await asyncio.gather(
        *(
            counter.do(commands.GiveAnswer, by=f"U{n}", assessment_id=started.id, fact="need", values=(value,))
            for n, value in enumerate(values)
        )
    )

    saved = await counter.storage.assessments.get(TENANT, started.id)
    assert saved is not None
    assert list(saved.answers) == ["need"]
    assert len(await counter.storage.assessments.history(TENANT, started.id)) == 1
    told = [row for row in await counter.deliver() if row.reply["kind"] == "told"]
    losers = {f"U{n}" for n in range(len(values))} - {saved.answers["need"].by}
    assert {row.user for row in told} == losers
    assert {row.reply["said"]["by"] for row in told} == {saved.answers["need"].by}


async def test_of_two_starts_of_one_name_at_the_same_moment_one_starts_and_the_other_is_offered_it(counter: Counter):
    await asyncio.gather(
        *(
            counter.do(
                commands.StartAssessment, by=f"U{n}", name="Support copilot", response_url="https://hooks.slack.com/x"
            )
            for n in range(3)
        )
    )

    assert len(await counter.storage.assessments.in_channel(TENANT, CHANNEL)) == 1
    assert sorted(kinds(await counter.deliver())) == ["already_there", "already_there", "parent", "question"]
    assert counter.told == []


async def test_a_new_version_saves_both_and_the_name_belongs_to_the_new_one(counter: Counter):
    old = await counter.start()
    await counter.do(commands.StartNewVersion, by="U2", assessment_id=old.id)

    new = await counter.storage.assessments.find_by_name(TENANT, CHANNEL, "support copilot")
    before = await counter.storage.assessments.get(TENANT, old.id)
    assert new is not None
    assert before is not None
    assert (before.state, before.superseded_by, new.supersedes) == (AssessmentState.SUPERSEDED, new.id, old.id)
    rows = await counter.deliver()
    assert {row.assessment_id for row in rows} == {old.id, new.id}


async def test_an_id_of_another_workspace_is_not_found_and_nothing_of_it_is_said(counter: Counter):
    started = await counter.start("Canary words")
    await counter.deliver()

    modal = await counter.do(commands.ShowMore, tenant=OTHER, assessment_id=started.id)
    await counter.do(commands.GiveAnswer, tenant=OTHER, assessment_id=started.id, fact="need", values=("facts",))
    await counter.do(commands.DeleteAssessment, tenant=OTHER, assessment_id=started.id)

    rows = await counter.deliver()
    assert modal is None
    assert {read_reply(row.reply) for row in rows} == {Problem(trouble=Trouble.NOT_FOUND)}
    assert {row.tenant for row in rows} == {OTHER}
    assert await counter.storage.assessments.get(TENANT, started.id) == started


async def test_words_typed_in_the_thread_find_their_interview_and_elsewhere_they_are_a_subcommand(counter: Counter):
    started = await counter.start()
    await counter.deliver()
    parent = await counter.storage.outbox.message(TENANT, started.id, "parent")
    assert parent is not None

    await counter.do(commands.TypedText, thread_ts=parent.ts, text="both", is_mention=False)
    saved = await counter.storage.assessments.get(TENANT, started.id)
    assert saved is not None
    assert saved.answers["need"].said == "both"

    await counter.deliver()
    await counter.do(commands.TypedText, thread_ts="9.9", text="status", is_mention=True)
    await counter.do(commands.TypedText, thread_ts="9.9", text="status", is_mention=False)
    assert kinds(await counter.deliver()) == ["status"]


async def test_in_a_direct_message_words_answer_the_interview_that_was_moved_there(counter: Counter):
    started = await counter.start()
    await counter.do(commands.HoldInDirectMessage, assessment_id=started.id, failed="d1")
    await counter.do(commands.TypedText, channel="D1", is_direct=True, thread_ts=None, text="facts", is_mention=True)

    saved = await counter.storage.assessments.get(TENANT, started.id)
    assert saved is not None
    assert (saved.channel, saved.answers["need"].value) == ("U1", "facts")

    await counter.deliver()
    await counter.do(commands.ShowStatus, channel="D1", is_direct=True)
    (row,) = await counter.deliver()
    assert [line["name"] for line in row.reply["lines"]] == ["Support copilot"]


async def test_status_links_to_each_parent_message(counter: Counter):
    await counter.start("One")
    await counter.start("Two")
    await counter.deliver()
    await counter.do(commands.ShowStatus, response_url="https://hooks.slack.com/x")

    (row,) = await counter.deliver()
    assert (row.method, row.user) == (DeliveryMethod.RESPOND, "U1")
    assert [line["name"] for line in row.reply["lines"]] == ["Two", "One"]
    assert all(line["link"].startswith("https://T1.invalid/C1/") for line in row.reply["lines"])


async def test_what_one_person_is_told_does_not_wait_behind_the_thread_and_is_not_worth_sending_later(counter: Counter):
    started = await counter.start()
    await counter.deliver()
    await counter.do(commands.Continue, by="U2", assessment_id=started.id)

    rows = await counter.deliver()
    private = next(row for row in rows if row.method is DeliveryMethod.EPHEMERAL)
    assert (private.lane, private.user, private.under_key) == ("private:C1:U2", "U2", "parent")
    assert private.expires_at is not None


async def test_deleting_leaves_nothing_behind_but_the_word_that_it_is_done(counter: Counter):
    started = await counter.start()
    await counter.do(commands.DeleteAssessment, assessment_id=started.id, response_url="https://hooks.slack.com/x")

    assert await counter.storage.assessments.get(TENANT, started.id) is None
    (row,) = await counter.deliver()
    assert (row.reply["kind"], row.reply["done"], row.assessment_id) == ("confirmed", "deleted", None)


async def test_the_messages_of_what_was_deleted_say_so_and_their_buttons_go(counter: Counter):
    started = await counter.start()
    posted = await counter.deliver()
    other = await counter.start("Invoice reader")
    await counter.deliver()
    await counter.do(commands.DeleteAssessment, assessment_id=started.id, response_url="https://hooks.slack.com/x")

    rows = await counter.deliver()
    edits = [row for row in rows if row.method is DeliveryMethod.UPDATE]
    assert {row.reply["kind"] for row in edits} == {"deleted"}
    assert [row.reply["is_in_channel"] for row in edits] == [True, False]
    places = {(row.channel, f"ts:0.{row.seq}") for row in posted}
    assert {(row.channel, row.message_key) for row in edits} == places
    assert {row.assessment_id for row in edits} == {None}
    ended = [await counter.storage.outbox.get(TENANT, row.id) for row in edits]
    assert [row.reply for row in ended if row] == [{}, {}]
    assert len(await counter.storage.outbox.own(TENANT, other.id)) == 2
    assert await counter.storage.outbox.own(OTHER, other.id) == ()


async def test_uninstalling_deletes_everything_and_a_revoked_token_makes_deliveries_wait(counter: Counter):
    started = await counter.start()
    installed = Installation(
        tenant=TENANT,
        bot_token="xoxb-test",
        bot_user="UBOT",
        scopes=(),
        installed_by="U1",
        installed_at=counter.clock.now(),
    )
    await counter.storage.installations.save(installed)

    await counter.do(commands.TokensRevoked, channel="")
    paused = await counter.storage.installations.get(TENANT)
    assert paused is not None
    assert paused.is_paused
    assert await counter.deliver() == []

    await counter.do(commands.BotUninstalled, channel="")
    assert await counter.storage.installations.get(TENANT) is None
    assert await counter.storage.assessments.get(TENANT, started.id) is None


async def test_an_error_of_ours_is_told_with_a_reference_and_without_its_words(counter: Counter):
    command = commands.ShowHelp(tenant=TENANT, actor="U1", channel=CHANNEL)
    await counter.advisor.apologize(command, ValueError("secret words"))

    ((_, reply),) = counter.told
    assert isinstance(reply, Problem)
    assert reply.trouble is Trouble.BROKEN
    assert len(reply.detail) == 8


async def test_where_nothing_can_be_saved_the_person_hears_so_and_nothing_is_half_done(
    sqlite_url: str, sqlite_storage: Storage
):
    counter = Counter(sqlite_storage)
    started = await counter.start()
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as meddler:
        meddler.execute("ALTER TABLE outbox RENAME TO gone")
    await counter.do(commands.GiveAnswer, assessment_id=started.id, fact="need", values=("facts",))

    assert [reply for _, reply in counter.told] == [Problem(trouble=Trouble.NOT_SAVED)]
    assert await sqlite_storage.assessments.get(TENANT, started.id) == started
    meddler.execute("ALTER TABLE gone RENAME TO outbox")
    meddler.close()

    await counter.do(commands.GiveAnswer, assessment_id=started.id, fact="need", values=("facts",))
    assert len(await sqlite_storage.assessments.history(TENANT, started.id)) == 1


async def test_the_zone_that_is_set_for_the_workspace_is_known_to_every_step(counter: Counter):
    recalls = memory(counter.storage, counter.clock, counter._permalink, default_zone="Asia/Tokyo")

    _, recalled = await recalls.recall(commands.ShowHelp(tenant=TENANT, channel="C1", actor="U1"))

    assert recalled.default_zone == "Asia/Tokyo"
