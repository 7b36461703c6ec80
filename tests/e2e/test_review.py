"""The monthly review, as a team lives it: posted once, marked, finished, and there again a month later."""

import asyncio

from bot.sandbox.person import ANA, BEN, CHEN, SUPPORT
from bot.sandbox.records import Message
from rules import FRAMEWORK
from storage.records import Change
from tests.e2e.office import COPILOT, Office, fact_of
from tests.e2e.reviews import add_tasks, assessment, decided, next_first, opened_review, plan, posted, review, travel


async def test_a_review_is_planned_posted_marked_finished_and_comes_again(any_office: Office):
    office, parent = any_office, await decided(any_office)
    await add_tasks(office, "Refund window", "Contract lookup", "Escalation")

    line = await plan(office, parent)
    assert "I will post the review here on" in line.text
    assert "10:00 Europe/Berlin" in line.text
    await office.sandbox.message(SUPPORT, "Next review")
    travel(office, next_first(office))
    opened = await review(office)
    assert "You chose retrieval" in opened.text
    assert "no failure was logged" in opened.text
    for task, result in (("task0", "Pass"), ("task1", "Fail"), ("task2", "Pass")):
        block = next(b["block_id"] for b in opened.blocks or [] if task in b.get("block_id", ""))
        await office.sandbox.click(ANA, opened, "review_mark", choose=result, within=block)
        words = {"task0": "Refund window: pass", "task1": "Contract lookup: fail", "task2": "Escalation: pass"}
        opened = await office.sandbox.message(SUPPORT, words[task])
    await office.sandbox.click(BEN, opened, "Still so")
    opened = await office.sandbox.message(SUPPORT, "No, still so")
    await office.restart()
    await office.sandbox.click(BEN, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Compared with last time", thread=opened.ts)
    assert "2 of 3 golden tasks passed" in outcome.text
    assert "Next review" in outcome.text
    await office.sandbox.message(SUPPORT, "finished by")
    charts = [block["title"] for block in outcome.blocks or [] if block["type"] == "data_visualization"]
    assert charts == ["Golden tasks passed"], "no failure was logged"
    assert "Month by month" in outcome.text
    travel(office, next_first(office))
    again = await review(office)
    assert again.ts != opened.ts
    assert "You run retrieval. Since the last review" in again.text
    assert len(posted(office)) == 2


async def test_without_golden_tasks_it_says_so_and_offers_to_add_them(office: Office):
    _, opened = await opened_review(office)
    assert "none yet" in opened.text
    assert "Add golden tasks" in opened.text
    await office.sandbox.say(BEN, SUPPORT, "/ftrag status")
    status = await office.sandbox.ephemeral(BEN, "The monthly review opened today.")
    assert opened.ts.replace(".", "") in str(status.blocks)

    await office.sandbox.click(ANA, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "no golden tasks yet", thread=opened.ts)
    assert "Hold retrieval; nothing was measured." in outcome.text
    await office.sandbox.message(SUPPORT, "nothing was measured.* There are no golden tasks yet")
    await office.sandbox.say(BEN, SUPPORT, "/ftrag status")
    status = await office.sandbox.ephemeral(BEN, "Review of December 2026: Hold retrieval; nothing was measured")
    assert "The monthly review" not in status.text


async def test_two_people_finish_at_once_and_one_is_told_who_won(office: Office):
    _, opened = await opened_review(office, "Refund window")

    await asyncio.gather(
        office.sandbox.click(ANA, opened, "Finish review"), office.sandbox.click(BEN, opened, "Finish review")
    )

    line = await office.sandbox.message(SUPPORT, "finished by")
    loser = BEN if f"finished by <@{ANA}>" in line.text else ANA
    told = await office.sandbox.ephemeral(loser, "a moment before")
    assert "finished by" in told.text
    await office.stop()
    outcomes = [m for m in office.sandbox.messages(SUPPORT, thread=opened.ts) if "Compared with last time" in m.text]
    assert len(outcomes) == 1


async def source_asked_again(office: Office, parent: Message, opened: Message) -> Message:
    """The question where the truth lives, after somebody said in the review that it has changed."""
    await office.sandbox.click(BEN, opened, "Something changed")
    offered = await office.sandbox.ephemeral(BEN, "What has changed for Support copilot")
    await office.sandbox.click(BEN, offered, "change:source")
    return await office.sandbox.wait_for(
        lambda: next((m for m in office.sandbox.messages(SUPPORT, thread=parent.ts) if fact_of(m) == "source"), None),
        "the question again",
    )


async def test_something_changed_asks_the_fact_again_and_the_outcome_compares(office: Office):
    parent, opened = await opened_review(office, "Refund window")

    asked = await source_asked_again(office, parent, opened)
    await office.sandbox.click(BEN, asked, "answer:systems")
    await office.interview(parent, COPILOT | {"source": "systems"})
    await office.sandbox.message(SUPPORT, "use live tools")
    await office.sandbox.click(BEN, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Verdict before: *retrieval*", thread=opened.ts)
    assert "On the facts as they are now: *live tools*" in outcome.text
    assert "Step down from retrieval to live tools" in outcome.text


async def test_a_review_finished_over_an_open_question_leads_to_it_and_the_answer_decides_again(office: Office):
    parent, opened = await opened_review(office, "Refund window")
    asked = await source_asked_again(office, parent, opened)

    await office.sandbox.click(BEN, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Still open when this was finished", thread=opened.ts)
    assert "where the truth lives. Answer it in <" in outcome.text
    assert parent.ts.replace(".", "") in outcome.text
    await office.sandbox.click(BEN, asked, "answer:systems")
    await office.interview(parent, COPILOT | {"source": "systems"})
    await office.sandbox.message(SUPPORT, "use live tools")


async def test_corrected_counts_are_kept_and_named_and_impossible_ones_are_refused(office: Office):
    _, opened = await opened_review(office, "Refund window")
    for typed, sentence in (("-1", "below zero"), ("10" * 8, "slip"), ("many", "whole number")):
        await office.sandbox.click(ANA, opened, "Correct the counts")
        modal = await office.sandbox.modal(ANA, "Counts and results")
        outcome = await office.sandbox.submit(ANA, modal, {"Retrieval miss": typed})
        assert sentence in next(iter(outcome.errors.values()))
        await office.sandbox.close(modal)

    await office.sandbox.click(ANA, opened, "Correct the counts")
    modal = await office.sandbox.modal(ANA, "Counts and results")
    outcome = await office.sandbox.submit(
        ANA, modal, {"Retrieval miss": "9", "Formatting": "3", "Refund window": "Fail"}
    )
    assert not outcome.errors

    opened = await office.sandbox.message(SUPPORT, "12 failures were logged: 9 retrieval misses and 3")
    assert f"Counts corrected by <@{ANA}>" in opened.text
    assert "Refund window: fail" in opened.text
    await office.sandbox.click(ANA, opened, "Finish review")
    await office.sandbox.message(SUPPORT, "fix retrieval misses first", thread=opened.ts)


async def test_two_marks_at_once_are_both_kept(office: Office):
    _, opened = await opened_review(office, "Refund window", "Contract lookup")
    blocks = [b["block_id"] for b in opened.blocks or [] if "task" in b.get("block_id", "")]

    await asyncio.gather(
        office.sandbox.click(ANA, opened, "review_mark", choose="Pass", within=blocks[0]),
        office.sandbox.click(BEN, opened, "review_mark", choose="Fail", within=blocks[1]),
    )

    await office.sandbox.wait_for(
        lambda: any(
            "Refund window: pass" in m.text and "Contract lookup: fail" in m.text
            for m in office.sandbox.messages(SUPPORT)
        ),
        "both marks",
    )


async def test_a_review_of_a_deleted_assessment_is_answered_with_a_sentence(office: Office):
    _, opened = await opened_review(office, "Refund window")
    found = await assessment(office)
    gone = Change(tenant=found.tenant, at=office.bot.engine.clock.now(), deletes=found.id)
    await office.bot.engine.storage.remember(gone)

    await office.sandbox.click(BEN, opened, "Finish review")

    assert "cannot find that here" in (await office.sandbox.ephemeral(BEN)).text


async def test_a_failure_logged_from_the_open_review_is_counted_on_it_at_once(office: Office):
    _, opened = await opened_review(office, "Refund window")
    assert "no failure was logged" in opened.text

    await office.sandbox.click(BEN, opened, "Log a failure")
    modal = await office.sandbox.modal(BEN, "Log an AI failure")
    outcome = await office.sandbox.submit(BEN, modal, {"What kind of failure?": "Safety"})
    assert not outcome.errors

    counted = await office.sandbox.message(SUPPORT, "one failure was logged: a safety failure")
    assert counted.ts == opened.ts


async def test_a_failure_typed_while_the_review_is_open_is_logged_sorted_and_taken_back(office: Office):
    sandbox = office.sandbox
    parent, opened = await opened_review(office, "Refund window")
    await sandbox.say(BEN, SUPPORT, "@ftrag two customers got the wrong plan", thread=parent.ts)

    failure = await sandbox.message(SUPPORT, "Which kind was it?", thread=parent.ts)
    assert f"<@{BEN}> logged a failure." in failure.text
    counted = await sandbox.message(SUPPORT, "one failure was logged: an unclassified failure")
    assert counted.ts == opened.ts

    await sandbox.click(BEN, failure, "Tool errors")
    sorted_ = await sandbox.message(SUPPORT, "logged a failure: *tool error*", thread=parent.ts)
    assert sorted_.ts == failure.ts
    await sandbox.message(SUPPORT, "one failure was logged: a tool error")

    await sandbox.click(BEN, sorted_, "Not so")
    await sandbox.message(SUPPORT, "*Withdrawn* by", thread=parent.ts)
    await sandbox.message(SUPPORT, "Since then, no failure was logged")

    await sandbox.say(CHEN, SUPPORT, "@ftrag it leaked a name", thread=parent.ts)
    await sandbox.message(SUPPORT, "one failure was logged: a safety failure")
    await sandbox.say(CHEN, SUPPORT, "@ftrag undo", thread=parent.ts)
    told = await sandbox.ephemeral(CHEN, "Taken back")
    assert "“it leaked a name” is not counted any more" in told.text


async def test_a_decision_under_earlier_rules_stands_and_the_review_says_what_todays_give(office: Office, tmp_path):
    office.rules = tmp_path / "acme.toml"
    office.rules.write_text(
        'version = "acme-1"\n[[prerequisite]]\nid = "acme-no-search"\narchitectures = ["rag"]\n'
        'needs = { receipts = ["none", "helpful", "required"] }\neffect = "rules_out"\n'
        'claim = "For the regulator we run no search."\nsources = "F6"\n'
    )
    await office.restart()
    parent = await decided(office)
    await plan(office, parent)
    made = await assessment(office)
    office.rules = None
    await office.restart()

    travel(office, next_first(office))

    opened = await review(office)
    words = office.sandbox.words(opened)
    assert f"The decision stands; it was made under rules {FRAMEWORK.version}+acme-1, and today's rules" in words
    assert "let retrieval (RAG) pass on the same answers" in words
    assert "because the row acme-no-search holds no more: “For the regulator we run no search.”" in words
    assert (await assessment(office)).decision == made.decision
