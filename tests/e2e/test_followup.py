"""What comes after a verdict, as a team meets it: tasks, items, failures and a re-assessment, through the real app."""

import asyncio
from typing import Any

import pytest

from bot.sandbox.person import ANA, BEN, CHEN, SUPPORT
from bot.sandbox.records import Message
from rules.catalog.glossary import GLOSSARY
from tests.e2e.answers import EIGHT
from tests.e2e.office import Office, confirm_all
from tests.e2e.reviews import assessment as stored
from tests.e2e.reviews import decided as decide


@pytest.fixture
async def decided(office: Office) -> Message:
    """The parent message of a decided assessment, with its roadmap in the thread."""
    return await decide(office)


async def phase(office: Office, parent: Message, words: str) -> Message:
    return await office.sandbox.message(SUPPORT, words, thread=parent.ts)


async def submit(office: Office, user: str, view: Any, values: dict[str, Any] | None = None) -> None:
    outcome = await office.sandbox.submit(user, view, values)
    assert not outcome.errors
    assert not outcome.error


async def test_the_whole_follow_up_on_each_database_and_transport(any_office: Office):
    """Tasks, an owner, a logged failure, a correction, and the decision taken up again."""
    office, sandbox = any_office, any_office.sandbox
    parent = await decide(office)

    await sandbox.click(ANA, await phase(office, parent, "Add golden tasks"), "Add golden tasks")
    suggested = await sandbox.modal(ANA, "Suggested from your answers")
    labels = [block["label"]["text"] for block in suggested.blocks if block["type"] == "input"]
    words = ("its name", "what is asked", "must contain")
    ours = {label: f"{label}, in our words" for label in labels if any(word in label for word in words)}
    await submit(office, ANA, suggested, ours)
    first = await phase(office, parent, "Edit golden tasks")
    assert "1 of" in sandbox.words(first)

    await sandbox.click(BEN, await phase(office, parent, "Log a failure"), "Log a failure")
    await submit(
        office,
        BEN,
        await sandbox.modal(BEN, "Log an AI failure"),
        {"What kind of failure?": "Retrieval miss", "What happened?": "It quoted last year's page."},
    )
    failure = await phase(office, parent, "logged a failure")
    assert f"<@{BEN}>" in failure.text

    await sandbox.say(CHEN, SUPPORT, "/ftrag reassess support copilot")
    again = await sandbox.message(SUPPORT, "took the decision up again")
    await confirm_all(office, again, CHEN, {"source": "systems"})

    await sandbox.message(SUPPORT, "retrieval before, live tools now", thread=again.ts)
    await sandbox.click(CHEN, await office.verdict(again), "Roadmap")
    await sandbox.message(SUPPORT, "Edit golden tasks", thread=again.ts)
    old = await sandbox.message(SUPPORT, "A newer version of this decision stands below")
    assert old.ts == parent.ts


async def test_a_copy_of_the_roadmap_shows_what_was_ticked_in_it_and_stays_one_message(
    office: Office, decided: Message
):
    sandbox = office.sandbox
    await sandbox.say(BEN, SUPPORT, "/ftrag roadmap")
    copy = await sandbox.ephemeral(BEN, "Roadmap for")
    await sandbox.click(BEN, copy, "Open 1")
    opened = await sandbox.ephemeral(BEN, "All phases")
    assert opened.ts == copy.ts
    box = next(block for block in opened.blocks or [] if "tick" in str(block.get("block_id")))
    chosen = box["elements"][0]["options"][0]["value"]

    for _ in range(2):  # an older face of it, as for a person who presses before it was redrawn
        await sandbox.click(BEN, opened, "tick", choose=[chosen], within=box["block_id"])
        redrawn = await sandbox.ephemeral(BEN, "· 1 of ")
        assert redrawn.ts == copy.ts
    await phase(office, decided, "· 1 of ")
    box = next(block for block in redrawn.blocks or [] if "tick" in str(block.get("block_id")))
    await sandbox.click(BEN, redrawn, "tick", choose=[], within=box["block_id"])
    assert (await sandbox.ephemeral(BEN, "· 0 of ")).ts == copy.ts
    await sandbox.click(BEN, await sandbox.ephemeral(BEN, "All phases"), "All phases")
    assert (await sandbox.ephemeral(BEN, "Open 4")).ts == copy.ts


async def test_the_shortcut_takes_the_words_and_the_link_of_a_message(office: Office, decided: Message):
    bad = await office.sandbox.say(BEN, SUPPORT, "The copilot said refunds take 90 days <!here>")
    assert bad is not None

    await office.sandbox.shortcut(ANA, "ftrag_log_failure", bad)
    view = await office.sandbox.modal(ANA, "Log an AI failure")
    await submit(office, ANA, view, {"What kind of failure?": "None of these, or not known yet"})

    logged = await phase(office, decided, "logged a failure")
    words = office.sandbox.words(logged)
    assert "refunds take 90 days" in words
    assert bad.ts.replace(".", "") in words
    assert "correct or withdraw" in office.sandbox.words(await office.sandbox.ephemeral(ANA, "Logged for"))


async def test_only_who_logged_a_failure_corrects_and_withdraws_it(office: Office, decided: Message):
    await office.sandbox.say(BEN, SUPPORT, "/ftrag log")
    view = await office.sandbox.modal(BEN, "Log an AI failure")
    await submit(office, BEN, view, {"What kind of failure?": "Safety"})
    failure = await phase(office, decided, "The first failure of")

    await office.sandbox.click(ANA, failure, "Withdraw")
    assert "only they can" in office.sandbox.words(await office.sandbox.ephemeral(ANA, "logged this failure"))

    await office.sandbox.click(BEN, failure, "Correct")
    view = await office.sandbox.modal(BEN, "Correct a failure")
    await submit(office, BEN, view, {"What kind of failure?": "Formatting"})
    corrected = await phase(office, decided, "corrected")
    assert corrected.ts == failure.ts

    await office.sandbox.click(BEN, corrected, "Withdraw")
    assert (await phase(office, decided, "not counted any more")).ts == failure.ts


async def test_a_submit_sent_twice_logs_once(office: Office, decided: Message):
    await office.sandbox.say(BEN, SUPPORT, "/ftrag log")
    view = await office.sandbox.modal(BEN, "Log an AI failure")
    await submit(office, BEN, view, {"What kind of failure?": "Safety"})
    await phase(office, decided, "The first failure of")
    sent = next(d for d, _ in reversed(office.sandbox.deliveries()) if d.payload.get("type") == "view_submission")

    await office.sandbox.replay(sent)
    await office.sandbox.delivered()
    await office.stop()

    thread = office.sandbox.messages(SUPPORT, thread=decided.ts)
    assert len([m for m in thread if "logged a failure" in m.text]) == 1


async def test_add_another_keeps_what_was_typed(office: Office, decided: Message):
    await office.sandbox.click(ANA, await phase(office, decided, "Add golden tasks"), "Add golden tasks")
    view = await office.sandbox.modal(ANA, "Suggested from your answers")
    names = [block["block_id"] for block in view.blocks if "task_name" in block.get("block_id", "")]

    await office.sandbox.click(ANA, view, "Add another")
    longer = await office.sandbox.modal(ANA, f"Task {len(names) + 1}")
    assert longer.id == view.id
    there = {f"Task {len(names) + 1}: its name": "Handover to a person", "Task 1: its name": "Refund window"}
    await submit(office, ANA, longer, there)

    await phase(office, decided, "Edit golden tasks")
    message = await office.phase(decided, 1)
    for name in ("Refund window", "Handover to a person"):
        assert name in office.sandbox.words(message)


async def test_200_pasted_tasks_are_told_under_the_field_and_the_modal_stays(office: Office, decided: Message):
    await office.sandbox.click(ANA, await phase(office, decided, "Add golden tasks"), "Add golden tasks")
    view = await office.sandbox.modal(ANA)

    outcome = await office.sandbox.submit(ANA, view, {"Or paste more": "\n".join(f"Task {n}" for n in range(200))})

    assert outcome.errors
    assert "20 fit" in next(iter(outcome.errors.values()))
    assert office.sandbox.modals(ANA)


async def test_an_item_gets_an_owner_a_due_date_and_a_note(office: Office, decided: Message):
    message = await office.phase(decided, 1)
    await office.sandbox.click(ANA, message, "item_edit", choose=f"1|{(await stored(office)).id}|log_answers")
    view = await office.sandbox.modal(ANA, "Roadmap item")
    await submit(office, ANA, view, {"Owner": BEN, "Due": "2031-12-05", "Note": "&" * 3_000, "State": "Open"})

    shown = await office.sandbox.ephemeral(ANA, "due Dec 5, 2031")
    assert f"<@{BEN}>" in shown.text
    assert "…" in shown.text


async def test_two_people_pressing_reassess_at_once_start_one(office: Office, decided: Message):
    parent = await office.sandbox.message(SUPPORT, "use retrieval (RAG)")
    assert parent.ts == decided.ts

    await asyncio.gather(office.sandbox.click(ANA, parent, "reassess"), office.sandbox.click(BEN, parent, "reassess"))

    await office.sandbox.message(SUPPORT, "took the decision up again")
    told = await office.sandbox.wait_for(
        lambda: next(
            (m for who in (ANA, BEN) for m in office.sandbox.ephemerals(who) if "up again already" in m.text), None
        ),
        "the second to be told",
    )
    assert "Continue it" in office.sandbox.words(told)
    begun = [m for m in office.sandbox.messages(SUPPORT) if "took the decision up again" in office.sandbox.words(m)]
    assert len(begun) == 1


@pytest.mark.usefixtures("decided")
async def test_a_feature_deleted_while_the_modal_is_open_gives_the_words_back(office: Office):
    await office.sandbox.say(BEN, SUPPORT, "/ftrag log")
    view = await office.sandbox.modal(BEN, "Log an AI failure")
    await office.sandbox.say(ANA, SUPPORT, "/ftrag status")
    await office.sandbox.click(ANA, await office.sandbox.ephemeral(ANA, "Delete"), "Delete")
    await office.sandbox.ephemeral(ANA, "is deleted")

    await submit(office, BEN, view, {"What kind of failure?": "Safety", "What happened?": "It insulted a customer."})

    told = await office.sandbox.ephemeral(BEN, "not there any more")
    assert "It insulted a customer." in office.sandbox.words(told)


async def test_a_deleted_decision_says_so_where_it_stood_and_offers_nothing_any_more(office: Office, decided: Message):
    await office.verdict(decided)
    await office.sandbox.say(ANA, SUPPORT, "/ftrag status")
    await office.sandbox.click(ANA, await office.sandbox.ephemeral(ANA, "Delete"), "Delete")

    await office.sandbox.message(SUPPORT, "Its answers, verdict, roadmap and log are gone.")

    def no_press_is_left() -> bool:
        seen = office.sandbox.messages(SUPPORT, thread=decided.ts)
        faces = [m for m in seen if m.only_for is None and m.blocks]
        return not any(block["type"] == "actions" or "accessory" in block for m in faces for block in m.blocks or [])

    await office.sandbox.wait_for(no_press_is_left, "a thread without buttons")
    await office.sandbox.message(SUPPORT, "Deleted with", thread=decided.ts)


async def test_a_word_of_the_verdict_is_explained_on_top_of_the_question_about_it(office: Office, decided: Message):
    await office.sandbox.click(ANA, await office.verdict(decided), "Ask a question")
    asking = await office.sandbox.modal(ANA, "Ask about the verdict")

    await office.sandbox.click(ANA, asking, "RAG")

    explained = await office.sandbox.modal(ANA, "For example:")
    assert GLOSSARY["rag"].says[:40] in str(explained.blocks)


async def test_whoever_changed_the_verdict_may_still_say_why_after_an_answer_that_left_it_as_it_was(office: Office):
    parent = await office.begin()
    await office.interview(parent, EIGHT)
    await office.sandbox.click(BEN, await phase(office, parent, "How much there is"), "Change")
    await office.answer(
        await office.is_asked(parent, "How much information do the answers draw on"), "prompt_sized", BEN
    )
    await office.answer(await office.is_asked(parent, "Does it only answer"), "answers", BEN)
    await office.answer(await office.is_asked(parent, "How can you tell a right answer"), "judged", BEN)
    moved = await phase(office, parent, "Note why it changed")
    assert "prompting" in office.sandbox.words(moved)

    await office.sandbox.click(CHEN, await phase(office, parent, "Speed of answers"), "Change")
    await office.answer(await office.is_asked(parent, "How fast must an answer be"), "relaxed", CHEN)
    await phase(office, parent, f"· <@{CHEN}>")

    stands = await phase(office, parent, "Note why it changed")
    assert stands.ts == moved.ts
    await office.sandbox.click(BEN, stands, "Note why it changed")
    await submit(
        office,
        BEN,
        await office.sandbox.modal(BEN, "What made you"),
        {"What made you change it?": "We counted 40 pages."},
    )
    await office.sandbox.ephemeral(BEN, "Your reason stands beside the answer")
    assert (await stored(office)).answers["corpus"].reason == "We counted 40 pages."
