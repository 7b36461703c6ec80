"""Blind answers, by real payloads through the real app: each answers alone, then it is compared and settled."""

import asyncio
import json
from base64 import b64decode
from datetime import timedelta

import pytest

from bot.sandbox.person import ANA, BEN, CHEN, SUPPORT
from bot.sandbox.records import Message
from tests.e2e.blind import (
    LARGE,
    SMALL,
    answer_in_modal,
    answer_in_thread,
    begin,
    own_question,
    progress,
    seen,
    waits_at_home,
)
from tests.e2e.office import Office


async def test_two_people_answer_alone_see_where_they_differ_and_settle_it(any_office: Office):
    office = any_office
    parent, asked = await begin(office, ANA, BEN)
    assert f"<@{BEN}>" in asked.text
    await answer_in_thread(office, BEN, SMALL)
    await progress(office, parent, "1 of 2 have finished")
    secret = seen(office, parent)
    assert "prompt_sized" not in secret
    assert "small enough" not in secret
    await answer_in_thread(office, ANA, LARGE)

    told = office.sandbox.words(await progress(office, parent, "it changes the verdict"))
    assert "All have finished. You agree on 7 questions and differ on 1." in told
    assert (
        told.index("Settle it") < told.index("You agree, and it is written down") < told.index("Nobody was sure of: ")
    )
    assert f"<@{ANA}> → retrieval" in told
    assert f"<@{BEN}> → prompting" in told
    assert f"<@{ANA}>, who started this, should settle it." in told
    compared = await progress(office, parent, "You agree, and it is written down")
    await office.sandbox.click(ANA, compared, "Settle it")
    settled = await office.sandbox.submit(
        ANA,
        await office.sandbox.modal(ANA, "Which answer counts?"),
        {"Which answer counts?": "large", "Why this one?": "We counted <!channel> 4,000 pages"},
    )
    assert not settled.errors
    verdict = office.sandbox.words(await office.verdict(parent))
    assert "se retrieval (RAG) for Support copilot" in verdict
    line = await progress(office, parent, "because “We counted")
    assert f"<@{ANA}>" in line.text
    assert "<!channel>" not in line.text


async def test_in_a_modal_and_from_home_everybody_reaches_their_own_questions(office: Office):
    parent, asked = await begin(office, BEN, CHEN)
    await office.sandbox.click(BEN, asked, "Answer for yourself")
    done = await answer_in_modal(office, BEN, LARGE, await office.sandbox.modal(BEN, "only you see this"))
    assert "Nothing is left to ask you" in office.sandbox.words(done)
    office.sandbox.open_home(CHEN)
    home = await office.sandbox.wait_for(lambda: waits_at_home(office, CHEN), "the Home")
    await office.sandbox.click(CHEN, home, "Answer")
    last = await answer_in_modal(office, CHEN, LARGE, await office.sandbox.modal(CHEN, "only you see this"))

    assert "All have finished" in office.sandbox.words(last)
    await progress(office, parent, "All have finished. You agree on 8 questions and differ on none.")
    assert "se retrieval (RAG)" in office.sandbox.words(await office.verdict(parent))


async def test_whoever_finishes_last_at_the_same_moment_opens_it_once(any_office: Office):
    office = any_office
    parent, _ = await begin(office, ANA, BEN, CHEN)
    await asyncio.gather(*(answer_in_thread(office, user, LARGE) for user in (ANA, BEN, CHEN)))

    await office.verdict(parent)
    await office.stop()

    words = [office.sandbox.words(one) for one in office.sandbox.messages(SUPPORT, thread=parent.ts)]
    assert sum("All have finished. You agree on 8 questions" in one for one in words) == 1
    assert sum("How sure" in one for one in words) == 1


async def test_only_the_starter_opens_before_all_have_finished_until_a_week_is_over(office: Office):
    parent, asked = await begin(office, BEN, CHEN)
    await answer_in_thread(office, BEN, SMALL, until=3)

    await office.sandbox.click(BEN, asked, "Open the answers")
    await office.sandbox.ephemeral(BEN, "says who answers alone, and opens the answers")
    assert "prompt_sized" not in seen(office, parent)
    office.clock.advance(timedelta(days=8))
    await office.sandbox.click(BEN, asked, "Open the answers")

    await progress(office, parent, f"opened the answers. 0 of 2 had finished, <@{BEN}> and <@{CHEN}> had not.")
    late = await office.sandbox.click(CHEN, await own_question(office, CHEN), "blind_to:facts")
    assert late is None
    await office.sandbox.ephemeral(CHEN, "are open, and stay in the record as they were")


async def test_whoever_alone_had_answered_agrees_with_nobody(office: Office):
    parent, asked = await begin(office, BEN, CHEN)
    await answer_in_thread(office, BEN, SMALL, until=3)

    await office.sandbox.click(ANA, asked, "Open the answers")

    told = office.sandbox.words(await progress(office, parent, f"<@{BEN}> alone answered: 3 questions."))
    assert "This is written down" in told
    assert "gree" not in told


async def test_words_typed_meanwhile_are_nobodys_answer(office: Office):
    parent, _ = await begin(office, ANA, BEN)
    await office.sandbox.say(BEN, SUPPORT, "@ftrag it changes weekly", thread=parent.ts)
    await office.sandbox.ephemeral(BEN, "so nothing was saved for everyone")
    await office.sandbox.say(ANA, SUPPORT, "@ftrag our help center, 400 articles or so", thread=parent.ts)
    await office.sandbox.ephemeral(ANA, "so nothing was saved for everyone")
    await office.sandbox.say(CHEN, SUPPORT, "facts", thread=parent.ts)
    await office.sandbox.say(CHEN, SUPPORT, "/ftrag status")
    status = office.sandbox.words(await office.sandbox.ephemeral(CHEN, "Decisions in"))

    assert "each answers alone" in status
    assert "weekly" not in seen(office, parent).replace("it changes weekly", "")


@pytest.mark.parametrize("text", ["who is still missing?", "what did Ana say?", "I'm done"])
async def test_who_asks_how_far_they_are_hears_who_is_missing_and_no_count_of_answers(office: Office, text: str):
    parent, _ = await begin(office, ANA, BEN, CHEN)
    await answer_in_thread(office, BEN, SMALL)

    await office.sandbox.say(CHEN, SUPPORT, f"@ftrag {text}", thread=parent.ts)
    asked = await office.sandbox.message(SUPPORT, text, thread=parent.ts)
    last = await office.sandbox.wait_for(lambda: _below(office, parent, asked), "what is said below that")

    assert f"1 of 3 have finished. Still to finish: <@{ANA}> and <@{CHEN}>." in last
    assert "questions are answered" not in seen(office, parent)


def _below(office: Office, parent: Message, asked: Message) -> str | None:
    last = office.sandbox.messages(SUPPORT, thread=parent.ts)[-1]
    return office.sandbox.words(last) if last.ts > asked.ts else None


async def test_from_the_channel_one_reaches_ones_own_questions(office: Office):
    await begin(office, ANA, BEN)
    parent = await office.sandbox.message(SUPPORT, "Answer for yourself")

    await office.sandbox.click(BEN, parent, "Answer for yourself")

    assert "What do people mostly need" in office.sandbox.words(await office.sandbox.modal(BEN, "only you see this"))


async def test_who_was_not_named_is_told_so_and_a_late_start_is_refused(office: Office):
    _, asked = await begin(office, ANA, BEN)
    await office.sandbox.click(CHEN, asked, "Answer for yourself")
    await office.sandbox.ephemeral(CHEN, "You are not among those who answer")
    other = await office.begin("Invoice reader")
    other = await office.sandbox.message(SUPPORT, "Invoice reader: which")
    question = await office.open_question(other)
    await office.answer(question, "facts", BEN)
    await office.sandbox.click(ANA, other, "Each of us alone")

    await office.sandbox.ephemeral(ANA, "cannot be answered blind any more")


async def test_nothing_leaves_before_it_is_opened_and_all_of_it_stands_in_the_record_afterward(office: Office):
    parent, _ = await begin(office, ANA, BEN)
    await answer_in_thread(office, BEN, SMALL)
    await progress(office, parent, "1 of 2 have finished")
    await office.sandbox.say(ANA, SUPPORT, "/ftrag export channel")
    where = await office.sandbox.ephemeral(ANA, "Where shall the tables of this channel go?")
    await office.sandbox.click(ANA, where, "Into this channel")
    before = await exported(office, "everything")
    assert "prompt_sized" not in before
    assert json.loads(before)["blind"] == []
    await answer_in_thread(office, ANA, LARGE)
    compared = await progress(office, parent, "it changes the verdict")
    await office.sandbox.click(ANA, compared, "Settle it")
    await office.sandbox.submit(
        ANA,
        await office.sandbox.modal(ANA, "Which answer counts?"),
        {"Which answer counts?": "large", "Why this one?": "We counted."},
    )
    await office.verdict(parent)
    await office.sandbox.say(ANA, SUPPORT, "/ftrag export Support copilot")
    record = await exported(office, "", "md")

    assert "Each alone" in record
    assert "small enough for one prompt" in record
    assert "because: “We counted.”" in record


async def exported(office: Office, named: str, form: str = "json") -> str:
    """What the file of this name holds."""

    def found() -> str | None:
        files = [one for one in office.sandbox.files() if named in one.name and one.name.endswith(f".{form}")]
        return b64decode(files[-1].content or "").decode() if files else None

    return await office.sandbox.wait_for(found, f"a file {named}.{form}")
