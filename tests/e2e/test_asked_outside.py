"""A decision is asked about where people are: in its channel beside the thread, and directly."""

import pytest

from bot.sandbox.person import ANA, BEN, CHEN, SEARCH, SUPPORT
from bot.sandbox.records import Message
from tests.e2e.answers import EIGHT
from tests.e2e.office import Office

pytestmark = pytest.mark.slow


async def decided(office: Office) -> Message:
    """A decided support copilot; its parent message."""
    parent = await office.begin()
    await office.interview(parent, EIGHT)
    await office.verdict(parent)
    return parent


async def test_a_question_in_the_channel_is_answered_in_the_thread_of_its_one_decision_and_the_asker_is_led_there(
    office: Office,
):
    parent = await decided(office)
    await office.sandbox.say(BEN, SUPPORT, "@ftrag why not fine-tuning?")

    await office.sandbox.message(SUPPORT, "Asked by", thread=parent.ts)
    led = await office.sandbox.ephemeral(BEN, "I answered in the thread of")
    assert led.thread_ts is None


async def test_an_answer_in_the_channel_is_taken_for_the_one_interview_there(office: Office):
    parent = await office.begin()
    await office.open_question(parent)
    await office.sandbox.say(BEN, SUPPORT, "@ftrag facts, and it cant leave our own data center")

    taken = await office.sandbox.ephemeral(BEN, "Written down in the thread of")
    assert taken.thread_ts is None
    await office.sandbox.message(SUPPORT, "your own machines only", thread=parent.ts)


async def test_in_a_thread_of_something_else_it_is_heard_as_in_the_channel_and_told_where_it_was_said(office: Office):
    parent = await decided(office)
    chat = await office.sandbox.say(BEN, SUPPORT, "Lunch?")
    assert chat is not None
    await office.sandbox.say(BEN, SUPPORT, "@ftrag about Support copilot: why not fine-tuning?", thread=chat.ts)

    await office.sandbox.message(SUPPORT, "Asked by", thread=parent.ts)
    led = await office.sandbox.ephemeral(BEN, "I answered in the thread of")
    assert led.thread_ts == chat.ts
    await office.sandbox.say(CHEN, SUPPORT, "@ftrag status", thread=chat.ts)
    await office.sandbox.ephemeral(CHEN, "Decisions in")


async def test_in_a_thread_with_the_bot_a_question_about_a_channels_decision_is_answered_there(office: Office):
    await decided(office)
    await office.sandbox.say(ANA, "D0ANA", "Support copilot: when is the next review?")
    first = await office.sandbox.message("D0ANA", "About *Support copilot*")
    await office.sandbox.say(ANA, "D0ANA", "Support copilot: what is drift?", thread=first.ts)

    answer = await office.sandbox.message("D0ANA", "Drift is", thread=first.ts)
    assert "About *Support copilot*" in answer.text


async def test_of_two_in_a_channel_the_named_one_is_meant_and_unnamed_words_are_asked_about(office: Office):
    await decided(office)
    await office.begin("Invoice reader")
    await office.sandbox.say(BEN, SUPPORT, "@ftrag why not fine-tuning?")
    told = await office.sandbox.ephemeral(BEN, "Which decision do you mean?")
    assert "“Invoice reader: why not fine-tuning?”" in told.text

    await office.sandbox.say(CHEN, SUPPORT, "@ftrag about Support copilot: why not fine-tuning?")
    await office.sandbox.ephemeral(CHEN, "I answered in the thread of")


async def test_asked_directly_it_answers_there_in_short_and_nothing_is_posted_in_the_channel(office: Office):
    parent = await decided(office)
    seen = len(office.sandbox.messages(SUPPORT, thread=parent.ts))
    await office.sandbox.say(ANA, "D0ANA", "about Support copilot: why not fine-tuning?")

    answer = await office.sandbox.message("D0ANA", "About *Support copilot*")
    assert "fine-tuning" in answer.text.lower()
    assert "Show more" not in answer.text
    await office.sandbox.say(ANA, "D0ANA", "about Support copilot: where is the decision record?")
    await office.sandbox.message("D0ANA", "Press Decision record in the ⋯ menu under the verdict.")
    assert len(office.sandbox.messages(SUPPORT, thread=parent.ts)) == seen


async def test_a_change_that_is_told_directly_is_only_supposed(office: Office):
    await decided(office)
    await office.sandbox.say(ANA, "D0ANA", "Support copilot: we now have 200 pages only, all fits in a prompt")

    answer = await office.sandbox.message("D0ANA", "or say what has changed, in")
    assert "prompting" in answer.text.lower()
    assert "Make it so" not in answer.text


async def test_a_greeting_to_the_bot_says_what_can_be_asked(office: Office):
    await decided(office)
    await office.sandbox.say(ANA, "D0ANA", "hello")

    assert "why, why not, what if" in (await office.sandbox.message("D0ANA", "About *Support copilot*")).text


async def test_thanks_to_the_bot_are_let_be_and_what_it_cannot_know_is_counted(office: Office):
    await decided(office)
    await office.sandbox.say(ANA, "D0ANA", "thank you")
    await office.sandbox.say(ANA, "D0ANA", "which caterer is the cheapest in town?")
    await office.sandbox.message("D0ANA", "About *Support copilot*")

    assert len([one for one in office.sandbox.messages("D0ANA") if one.user == office.sandbox.app.bot_user]) == 1
    assert office.bot is not None
    assert 'ftrag_unheard_total{what="question"} 1' in await office.bot.engine.health.metrics()


async def test_who_took_no_part_or_left_the_channel_hears_nothing_of_it_directly(office: Office):
    await decided(office)
    await office.sandbox.say(CHEN, "D0CHEN", "about Support copilot: why not fine-tuning?")
    told = await office.sandbox.ephemeral(CHEN, "helps a team decide")
    assert "verdict for" not in told.text

    office.sandbox.channel(SUPPORT).members.remove(ANA)
    await office.sandbox.say(ANA, "D0ANA", "about Support copilot: why not fine-tuning?")
    await office.sandbox.ephemeral(ANA, "helps a team decide")


async def test_what_is_named_in_another_channel_is_not_answered_by_the_decision_of_that_channel(office: Office):
    await decided(office)
    other = await office.begin("Incident triage", channel=SEARCH)
    await office.open_question(other)
    seen = len(office.sandbox.messages(SEARCH, thread=other.ts))
    await office.sandbox.say(ANA, SEARCH, "@ftrag about the support copilot, why not fine-tuning?")

    told = await office.sandbox.ephemeral(ANA, "belongs to another channel")
    assert told.thread_ts is None
    assert "verdict" not in told.text
    assert len(office.sandbox.messages(SEARCH, thread=other.ts)) == seen


async def test_that_something_is_held_in_a_channel_is_not_told_to_those_who_took_no_part_in_it(office: Office):
    await decided(office)
    await office.begin("Incident triage", channel=SEARCH)
    await office.sandbox.say(CHEN, SEARCH, "@ftrag about the support copilot, how sure are you?")

    told = await office.sandbox.ephemeral(CHEN, "Incident triage")
    assert "another channel" not in told.text
