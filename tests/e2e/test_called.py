"""How the bot is called: by command, by mention, in a direct message, with names of every kind."""

import pytest

from bot.sandbox.mrkdwn import active
from bot.sandbox.person import ANA, BEN, CHEN, GENERAL, SUPPORT
from tests.e2e.office import Office


async def test_the_bot_is_called_as_the_workspace_calls_it(office: Office):
    office.sandbox.workspace.users[office.sandbox.app.bot_user].real_name = "archie"
    parent = await office.begin()

    question = await office.open_question(parent)

    assert f"or reply: <@{office.sandbox.app.bot_user}> " in question.text
    assert "@ftrag" not in str(question.blocks)


async def test_help_is_given_where_it_was_typed(office: Office):
    parent = await office.begin()
    await office.open_question(parent)
    await office.sandbox.say(BEN, SUPPORT, "@ftrag help", thread=parent.ts)
    told = await office.sandbox.ephemeral(BEN, "press an option, or answer in your own words")
    assert told.thread_ts == parent.ts

    await office.sandbox.say(CHEN, SUPPORT, "Shall we fine-tune?")
    theirs = await office.sandbox.message(SUPPORT, "Shall we fine-tune?")
    await office.sandbox.say(CHEN, SUPPORT, "@ftrag help", thread=theirs.ts)
    told = await office.sandbox.ephemeral(CHEN, "helps a team decide")
    assert told.thread_ts == theirs.ts


async def test_in_a_direct_message_between_two_people_it_says_what_is_possible(office: Office):
    await office.sandbox.say(ANA, "D0ANABEN", "/ftrag assess Support copilot")
    told = await office.sandbox.ephemeral(ANA, "between two people")
    assert "/invite" not in told.text

    await office.sandbox.click(ANA, told, "Hold it with me alone")
    await office.sandbox.message("D0ANA", "A decision interview with you alone")


async def test_whoever_writes_to_the_bot_directly_is_answered(office: Office):
    await office.sandbox.say(BEN, "D0BEN", "hello there")

    told = await office.sandbox.ephemeral(BEN, "helps a team decide")
    assert "I do not know" not in told.text


async def test_a_redelivered_mention_answers_once(office: Office):
    parent = await office.begin()
    await office.open_question(parent)
    await office.sandbox.say(BEN, SUPPORT, "@ftrag facts", thread=parent.ts)
    await office.sandbox.message(SUPPORT, "Change", thread=parent.ts)
    before = len(office.sandbox.messages(SUPPORT, thread=parent.ts))

    await office.sandbox.redeliver()
    await office.sandbox.delivered()

    assert len(office.sandbox.messages(SUPPORT, thread=parent.ts)) <= before + 1
    lines = [m for m in office.sandbox.messages(SUPPORT, thread=parent.ts) if m.text.startswith("✓")]
    assert len(lines) == 1


async def test_a_channel_without_the_bot_is_told_how_to_invite_it(office: Office):
    await office.sandbox.say(ANA, GENERAL, "/ftrag assess Support copilot")

    told = await office.sandbox.ephemeral(ANA, "/invite")
    office.sandbox.invite(GENERAL)
    await office.sandbox.click(ANA, told, "Start")

    await office.sandbox.message(GENERAL, "which architecture does it need")


async def test_without_a_name_a_modal_asks_for_it(office: Office):
    await office.sandbox.say(ANA, SUPPORT, "/ftrag assess")

    view = await office.sandbox.modal(ANA)
    outcome = await office.sandbox.submit(ANA, view, {"What is the feature called?": "Invoice reader"})

    assert not outcome.errors
    await office.sandbox.message(SUPPORT, "Invoice reader: which architecture does it need")


@pytest.mark.parametrize(
    "name",
    [
        "<!channel> wake up",
        "<!here|ok>",
        "<@UABC|Ann>",
        "*bold* _it_ `code` ~no~",
        "<https://a.invalid|slack.com>",
        "🦊🦊🦊",
        "a\x00b\u202eevil",
        "{{ 6*9 }} %(password)s {0.__class__}",
        "&" * 250,
    ],
)
async def test_whatever_people_call_a_feature_nobody_is_pinged(office: Office, name: str):
    await office.sandbox.say(ANA, SUPPORT, f"/ftrag assess {name}")

    parent = await office.sandbox.message(SUPPORT, "which architecture does it need")

    await office.open_question(parent)
    for message in office.sandbox.messages(SUPPORT, thread=parent.ts):
        found = active({"text": message.text, "blocks": message.blocks}, autolinks=False)
        assert {one.kind for one in found} <= {"mention", "date"}
        bot = office.sandbox.app.bot_user
        assert {one.value.removeprefix("@") for one in found if one.kind == "mention"} <= {ANA, bot}


@pytest.mark.parametrize("name", ["x" * 3000, "   ", "\u200b\u200b"])
async def test_a_name_that_cannot_be_taken_gets_a_sentence_and_starts_nothing(office: Office, name: str):
    await office.sandbox.say(ANA, SUPPORT, f"/ftrag assess {name}")

    await office.sandbox.wait_for(
        lambda: office.sandbox.ephemerals(ANA) or office.sandbox.modals(ANA), "a sentence or the modal"
    )
    assert not [m for m in office.sandbox.messages(SUPPORT) if "which architecture" in office.sandbox.words(m)]


async def test_an_unknown_word_is_answered_with_the_nearest_and_help(office: Office):
    await office.sandbox.say(ANA, SUPPORT, "/ftrag asess")

    told = await office.sandbox.ephemeral(ANA, "asess")

    assert "/ftrag assess" in office.sandbox.words(told)


async def test_status_lists_what_stands_where(office: Office):
    parent = await office.begin()
    await office.open_question(parent)

    await office.sandbox.say(BEN, SUPPORT, "/ftrag status")

    assert "Support copilot" in office.sandbox.words(await office.sandbox.ephemeral(BEN))
