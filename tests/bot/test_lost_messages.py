"""Nothing ends in silence: what cannot be edited any more is said anew, and the words fit what went wrong."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot import commands
from bot.sandbox.app_config import AppConfig
from bot.sandbox.person import ANA, BEN, SUPPORT, Sandbox, direct_with_app
from bot.setup.settings import Mode
from storage import Storage
from storage.records import Change, DeliveryMethod, DeliveryState, Tenant
from tests.bot.counter import Counter
from tests.bot.room import COPILOT
from tests.bot.served import Served, open_bot
from tests.storage.samples import FULL, NOON

LOST = ["message_not_found", "cant_update_message", "edit_window_closed"]


async def questions(sandbox: Sandbox, thread: str) -> int:
    """How many messages of the thread ask something."""
    return sum("Not sure" in sandbox.words(found) for found in sandbox.messages(SUPPORT, thread=thread))


async def test_a_deleted_question_can_be_had_again_by_continue(served: Served):
    sandbox, _, _ = served
    await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
    parent = await sandbox.message(SUPPORT, "Support copilot")
    await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
    sandbox.fail("chat.update", "message_not_found")

    await sandbox.say(ANA, SUPPORT, "/ftrag status")
    await sandbox.click(ANA, await sandbox.ephemeral(ANA, "Support copilot"), "Continue")
    await sandbox.wait_for(
        lambda: sum("Not sure" in sandbox.words(m) for m in sandbox.messages(SUPPORT, thread=parent.ts)) == 2,
        "the question anew",
    )
    anew = sandbox.messages(SUPPORT, thread=parent.ts)[-1]
    pressed = await sandbox.click(ANA, anew, "Not sure")

    assert pressed is None


@pytest.mark.parametrize("error", LOST)
async def test_an_answer_that_cannot_take_its_questions_place_is_said_under_it(served: Served, error: str):
    sandbox, _, _ = served
    await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
    parent = await sandbox.message(SUPPORT, "Support copilot")
    question = await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
    sandbox.fail("chat.update", error)

    await sandbox.click(ANA, question, "Not sure")
    line = await sandbox.message(SUPPORT, "not sure", thread=parent.ts)

    assert line.ts > question.ts


REFUSED = [
    ("restricted_action", "Go on with the newest message"),
    ("invalid_arguments", "Go on with the newest message"),
    ("a_code_that_nobody_knows", "Go on with the newest message"),
    ("is_archived", "Once the channel is open to me again"),
    ("access_denied", "Once the channel is open to me again"),
    ("ekm_access_denied", "Once the channel is open to me again"),
    ("channel_not_found", "Once the channel is open to me again"),
    ("not_in_channel", "Once the channel is open to me again"),
]


@pytest.mark.parametrize(("error", "next_step"), REFUSED)
async def test_an_edit_that_is_refused_leaves_no_old_buttons_without_a_word(served: Served, error: str, next_step: str):
    sandbox, _, _ = served
    await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
    parent = await sandbox.message(SUPPORT, "Support copilot")
    question = await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
    sandbox.fail("chat.update", error, times=50)

    await sandbox.click(BEN, question, "Not sure")
    told = sandbox.words(await sandbox.ephemeral(BEN, "old buttons"))
    await sandbox.delivered()

    assert f"({error})" in told
    assert next_step in told
    assert len(sandbox.ephemerals(BEN)) == 1, "once, however many messages the answer was to change"
    assert sandbox.ephemerals(ANA) == []


async def test_who_typed_the_answer_is_told_directly_where_nothing_reaches_them_in_the_channel(served: Served):
    sandbox, _, _ = served
    await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
    parent = await sandbox.message(SUPPORT, "Support copilot")
    await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
    for method in ("chat.update", "chat.postEphemeral"):
        sandbox.fail(method, "restricted_action", times=50)

    await sandbox.say(BEN, SUPPORT, "@ftrag not sure", thread=parent.ts)
    told = await sandbox.message(direct_with_app(BEN), "old buttons")

    assert "(restricted_action)" in sandbox.words(told)


async def sent_without(counter: Counter, kind: str, error: str) -> list[str]:
    """The kinds of what Slack takes, where it refuses one, which is told before anything behind it is sent."""
    sent: list[str] = []
    while rows := await counter.storage.outbox.claim("test", counter.clock.now(), 50, timedelta(minutes=1)):
        for row in rows:
            is_lost = row.reply["kind"] == kind and row.method is DeliveryMethod.UPDATE
            if is_lost:
                about = {"assessment_id": row.assessment_id, "delivery_id": row.id, "message_key": row.message_key}
                await counter.do(commands.DeliveryFailed, by="", **about, method=row.method, error=error)
            state = DeliveryState.FAILED if is_lost else DeliveryState.SENT
            place = {"ts": f"{row.seq}.1", "channel": row.channel, "at": counter.clock.now()}
            await counter.storage.outbox.finish(row.id, "test", state, **place)
            sent += [] if is_lost else [row.reply["kind"]]
    return sent


@pytest.mark.parametrize("error", LOST)
async def test_a_pointer_that_is_lost_takes_the_place_of_no_question_that_waits(storage: Storage, error: str):
    counter = Counter(storage)
    started = await counter.start()
    await counter.deliver()
    await counter.do(commands.ChangeAnswer, assessment_id=started.id, fact="need")

    assert await sent_without(counter, "moved", error) == ["question"]


@pytest.mark.parametrize("error", LOST)
async def test_an_earlier_verdict_that_is_lost_takes_the_place_of_no_verdict_that_waits(storage: Storage, error: str):
    counter, asked = Counter(storage), "need"
    started = await counter.start()
    while asked:
        value = COPILOT[asked]
        values = (value,) if isinstance(value, str) else tuple(value)
        await counter.do(commands.GiveAnswer, assessment_id=started.id, fact=asked, values=values)
        found = await storage.assessments.get(started.tenant, started.id)
        asked = found.asking if found else None
    await counter.deliver()
    await counter.do(commands.RecordChange, assessment_id=started.id, fact="source", value="systems", is_change=True)

    sent = await sent_without(counter, "earlier_verdict", error)

    assert ("verdict" in sent, "earlier_verdict" in sent) == (True, False)


async def test_a_window_that_slack_refuses_is_not_called_a_matter_of_time(served: Served):
    sandbox, _, _ = served
    sandbox.fail("views.open", "invalid_arguments")
    await sandbox.say(ANA, SUPPORT, "/ftrag assess")
    refused = sandbox.words(await sandbox.ephemeral(ANA))
    sandbox.fail("views.open", "expired_trigger_id")
    await sandbox.say(BEN, SUPPORT, "/ftrag assess")
    late = sandbox.words(await sandbox.ephemeral(BEN))

    assert "Slack did not take the dialog* (invalid_arguments)" in refused
    assert "too little time" in late


async def test_where_nothing_was_answered_nothing_is_said_to_be_saved(served: Served):
    sandbox, _, _ = served
    sandbox.fail("chat.postMessage", "restricted_action")
    await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")

    told = sandbox.words(await sandbox.ephemeral(ANA, "did not let me post"))

    assert "Nothing was answered so far." in told
    assert "saved" not in told
    assert sandbox.messages(direct_with_app(ANA)) == []


async def test_a_file_that_the_workspace_does_not_allow_is_refused_at_once_and_not_promised(
    sqlite_url: str, tmp_path: Path
):
    app = AppConfig()
    app.scopes -= {"files:write"}
    async with open_bot(Mode.HTTP, sqlite_url, tmp_path, app=app) as (sandbox, bot, _):
        await decided(bot.engine.storage)
        await sandbox.say(ANA, SUPPORT, "/ftrag export Support copilot")
        record = sandbox.words(await sandbox.ephemeral(ANA, "files"))
        await sandbox.say(BEN, SUPPORT, "/ftrag export channel")
        tables = sandbox.words(await sandbox.ephemeral(BEN, "files"))

    for told in (record, tables):
        assert "does not let me send files" in told
        assert "on its way" not in told


async def test_a_parent_that_was_deleted_is_posted_anew_with_what_was_to_stand_under_it(served: Served):
    sandbox, bot, _ = served
    await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
    parent = await sandbox.message(SUPPORT, "Support copilot")
    question = await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
    sandbox.fail("chat.postMessage", "thread_not_found")
    sandbox.fail("chat.update", "message_not_found", times=2)

    await sandbox.click(ANA, question, "Not sure")

    def parents() -> list[str]:
        return [found.ts for found in sandbox.messages(SUPPORT) if "Support copilot" in sandbox.words(found)]

    await sandbox.delivered()
    for _ in range(3):  # one message a second in a channel
        bot.engine.clock.advance(timedelta(seconds=2))
        bot.engine.scheduler.wake()
        await sandbox.delivered()
    await sandbox.wait_for(lambda: len(parents()) > 1, "the parent anew")
    anew = parents()[-1]
    await sandbox.message(SUPPORT, "Not sure", thread=anew)
    await sandbox.delivered()
    assert len(parents()) == 2, "once, however many messages missed it"
    (one,) = await bot.engine.storage.assessments.in_channel(Tenant(team="T0SANDBOX"), SUPPORT)
    moved = await bot.engine.storage.outbox.message(one.tenant, one.id, "parent")
    assert moved is not None
    assert moved.ts == anew


async def test_what_a_permission_stands_in_the_way_of_is_told_to_whoever_pressed(served: Served):
    sandbox, bot, _ = served
    await sandbox.say(ANA, SUPPORT, "/ftrag assess Support copilot")
    parent = await sandbox.message(SUPPORT, "Support copilot")
    question = await sandbox.message(SUPPORT, "Not sure", thread=parent.ts)
    sandbox.fail("chat.postMessage", "missing_scope", times=100)

    await sandbox.click(BEN, question, "Not sure")
    told = sandbox.words(await sandbox.ephemeral(BEN, "lacks a permission"))

    assert "It is kept and waits." in told
    assert await bot.engine.storage.outbox.pending_count() > 0


@pytest.mark.parametrize("error", ["is_archived", "foreign_host"])
async def test_a_file_that_cannot_be_made_is_said_and_never_promised(served: Served, error: str):
    sandbox, bot, _ = served
    await decided(bot.engine.storage)
    if error == "foreign_host":
        bot.engine.wire._hosts = frozenset()
    else:
        sandbox.fail("files.completeUploadExternal", error, times=9)
    await sandbox.say(ANA, SUPPORT, "/ftrag export channel")
    await sandbox.click(ANA, await sandbox.ephemeral(ANA, "Where shall the tables"), "Into this channel")
    told = await sandbox.wait_for(
        lambda: (
            [sandbox.words(m) for m in sandbox.messages(direct_with_app(ANA))]
            or [words for m in sandbox.ephemerals(ANA) if "did not take" in (words := sandbox.words(m))]
        ),
        "what became of the files",
    )
    await sandbox.delivered()

    assert f"did not take the file that you asked for* ({error})" in told[0]
    assert not any("stand in this conversation" in sandbox.words(m) for m in sandbox.ephemerals(ANA))


async def decided(storage: Storage) -> None:
    one = FULL.model_copy(update={"tenant": Tenant(team="T0SANDBOX"), "channel": SUPPORT, "name": "Support copilot"})
    await storage.remember(Change(tenant=one.tenant, at=NOON, assessments=(one,)))
