"""The monthly review, as a team lives it: planned, posted once, marked, finished, and there again a month later."""

import asyncio
from datetime import timedelta

from bot.sandbox.person import ANA, BEN, SUPPORT
from rules import FRAMEWORK
from storage.records import Change
from tests.e2e.office import COPILOT, Office, confirm_all, fact_of
from tests.e2e.reviews import PLAN, add_tasks, assessment, decided, next_first, plan, posted, review, settled, travel


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


async def opened_review(office: Office, *tasks: str, owner: str = ANA):
    """A review that is open, and the thread's parent."""
    parent = await decided(office)
    if tasks:
        await add_tasks(office, *tasks)
    await plan(office, parent, **{"Who owns it?": owner})
    travel(office, next_first(office))
    return parent, await review(office)


async def test_without_golden_tasks_it_says_so_and_offers_to_add_them(office: Office):
    _, opened = await opened_review(office)
    assert "none yet" in opened.text
    assert "Add golden tasks" in opened.text

    await office.sandbox.click(ANA, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "no golden tasks yet", thread=opened.ts)
    assert "Hold retrieval" in outcome.text


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


async def test_where_no_chart_is_taken_the_months_come_in_words_at_once_and_then_as_a_picture(office: Office):
    parent, opened = await opened_review(office, "Refund window")
    block = next(b["block_id"] for b in opened.blocks or [] if "task0" in b.get("block_id", ""))
    await office.sandbox.click(ANA, opened, "review_mark", choose="Pass", within=block)
    opened = await office.sandbox.message(SUPPORT, "Refund window: pass")
    office.sandbox.workspace.takes_data_blocks = False

    await office.sandbox.click(ANA, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Compared with last time", thread=opened.ts)
    assert "Month by month" in str(outcome.blocks)
    assert "data_visualization" not in str(outcome.blocks)
    await office.sandbox.wait_for(
        lambda: any("review" in file.name for file in office.sandbox.files(SUPPORT)), "the months as a picture"
    )
    verdict = await office.sandbox.message(SUPPORT, "use retrieval", thread=parent.ts)
    await office.sandbox.click(ANA, verdict, "Compare")
    table = await office.sandbox.ephemeral(ANA, "comes out ahead")
    assert "Hybrid: fully" in str(table.blocks)


async def test_without_charts_and_without_files_the_words_are_all_and_nobody_hears_of_trouble(office: Office):
    office.sandbox.app.scopes = office.sandbox.app.scopes - {"files:write"}
    _, opened = await opened_review(office, "Refund window")
    office.sandbox.workspace.takes_data_blocks = False

    await office.sandbox.click(ANA, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Compared with last time", thread=opened.ts)
    assert "Month by month" in str(outcome.blocks)
    await office.stop()
    said = [m for m in office.sandbox.messages(SUPPORT, thread=opened.ts) if "Month by month" in m.text]
    assert len(said) == 1
    assert not office.sandbox.files(SUPPORT)


async def test_compare_is_a_table_that_only_the_one_who_pressed_sees(office: Office):
    parent, _ = await opened_review(office)
    verdict = await office.sandbox.message(SUPPORT, "use retrieval", thread=parent.ts)

    await office.sandbox.click(BEN, verdict, "Compare")

    table = await office.sandbox.ephemeral(BEN, "comes out ahead")
    kinds = [block["type"] for block in table.blocks or []]
    assert [kind for kind in kinds if kind != "context"][:2] == ["section", "data_table"]
    await office.sandbox.click(BEN, table, "Show why")
    why = await office.sandbox.modal(BEN)
    assert "Retrieval: " in str(why.blocks)


async def test_something_changed_asks_the_fact_again_and_the_outcome_compares(office: Office):
    parent, opened = await opened_review(office, "Refund window")

    await office.sandbox.click(BEN, opened, "Something changed")
    offered = await office.sandbox.ephemeral(BEN, "What has changed for Support copilot")
    await office.sandbox.click(BEN, offered, "change:source")
    asked = await office.sandbox.wait_for(
        lambda: next((m for m in office.sandbox.messages(SUPPORT, thread=parent.ts) if fact_of(m) == "source"), None),
        "the question again",
    )
    await office.sandbox.click(BEN, asked, "answer:systems")
    await office.interview(parent, COPILOT | {"source": "systems"})
    await office.sandbox.message(SUPPORT, "use live tools")
    await office.sandbox.click(BEN, opened, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Verdict before: *retrieval*", thread=opened.ts)
    assert "On the facts as they are now: *live tools*" in outcome.text
    assert "Step down from retrieval to live tools" in outcome.text


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


async def test_snoozed_for_a_week_it_comes_back_once_and_names_the_owner(office: Office):
    _, opened = await opened_review(office, "Refund window")

    await office.sandbox.click(BEN, opened, "Snooze a week")
    line = await office.sandbox.message(SUPPORT, "is snoozed by")
    assert "until Tuesday, December 8, 10:00 Europe/Berlin" in line.text
    assert line.ts == opened.ts
    office.clock.advance(timedelta(days=7, seconds=1))

    back = await office.sandbox.message(SUPPORT, "the week is over", thread=opened.ts)
    assert f"<@{ANA}>" in back.text
    assert (await review(office)).ts == opened.ts
    assert len(posted(office)) == 1


async def test_a_snoozed_review_can_be_opened_sooner(office: Office):
    _, opened = await opened_review(office, "Refund window")
    await office.sandbox.click(BEN, opened, "Snooze a week")
    line = await office.sandbox.message(SUPPORT, "is snoozed by")

    await office.sandbox.click(ANA, line, "Open it now")

    assert (await review(office)).ts == opened.ts
    office.clock.advance(timedelta(days=8))
    await settled(office)
    assert not [m for m in office.sandbox.messages(SUPPORT, thread=opened.ts) if "the week is over" in m.text]


async def test_skipped_it_says_when_the_next_one_comes_and_it_does(office: Office):
    _, opened = await opened_review(office, "Refund window")

    await office.sandbox.click(BEN, opened, "Skip this month")

    line = await office.sandbox.message(SUPPORT, "was skipped by")
    assert "Next review: Friday, January 1, 10:00 Europe/Berlin" in line.text
    travel(office, next_first(office))
    again = await review(office)
    assert "missed" not in again.text


async def test_paused_reviews_do_not_come_and_resumed_ones_do(office: Office):
    parent = await decided(office)
    line = await plan(office, parent)

    await office.sandbox.click(BEN, line, "Pause")
    line = await office.sandbox.message(SUPPORT, "are paused", thread=parent.ts)
    travel(office, next_first(office))
    await settled(office)
    assert not posted(office)
    await office.sandbox.click(BEN, line, "Resume")

    line = await office.sandbox.message(SUPPORT, "Friday, January 1", thread=parent.ts)
    travel(office, next_first(office))
    await review(office)
    assert len(posted(office)) == 1


async def test_a_moved_review_comes_on_its_new_day_only(office: Office):
    parent = await decided(office)
    line = await plan(office, parent)

    await office.sandbox.click(BEN, line, "Move")
    modal = await office.sandbox.modal(BEN, "Move the review")
    outcome = await office.sandbox.submit(
        BEN, modal, {"On which day?": "first Friday", "At what time?": "16:30", "In which time zone?": "kathmandu"}
    )
    assert not outcome.errors
    await office.sandbox.message(SUPPORT, "Friday, December 4, 16:30 Asia/Kathmandu", thread=parent.ts)
    travel(office, next_first(office))
    await settled(office)
    assert not posted(office)
    office.clock.advance(timedelta(days=3, hours=2))

    await review(office)
    assert len(posted(office)) == 1


async def test_handed_over_and_stopped_reviews_say_what_happens_next(office: Office):
    parent = await decided(office)
    line = await plan(office, parent)

    await office.sandbox.click(ANA, line, "review_owner", choose=BEN)
    told = await office.sandbox.ephemeral(ANA, "owns the review")
    assert f"<@{BEN}>" in told.text
    line = await office.sandbox.message(SUPPORT, f"<@{BEN}> owns it", thread=parent.ts)
    await office.sandbox.click(ANA, line, "Stop reviews")

    line = await office.sandbox.message(SUPPORT, "are stopped", thread=parent.ts)
    travel(office, next_first(office, 2))
    await settled(office)
    assert not posted(office)
    assert "Plan the monthly review" in office.sandbox.words(line)


async def test_what_cannot_be_in_a_plan_is_said_under_its_field(office: Office):
    parent = await decided(office)
    roadmap = await office.sandbox.message(SUPPORT, "Plan the monthly review", thread=parent.ts)
    await office.sandbox.click(ANA, roadmap, "Plan the monthly review")
    modal = await office.sandbox.modal(ANA, "On which day?")
    assert "Europe/Berlin" in str(modal.body)

    for typed, meant in (
        ("Europe/Berlinn", "Europe/Berlin"),
        ("Mars/Olympus", "Type a name"),
        ("../etc/passwd", "Type"),
    ):
        outcome = await office.sandbox.submit(ANA, modal, {**PLAN, "In which time zone?": typed})
        assert meant in next(iter(outcome.errors.values()))


async def test_a_person_without_a_known_zone_gets_the_servers(office: Office):
    office.sandbox.app.scopes = office.sandbox.app.scopes - {"users:read"}
    parent = await decided(office)
    roadmap = await office.sandbox.message(SUPPORT, "Plan the monthly review", thread=parent.ts)

    await office.sandbox.click(ANA, roadmap, "Plan the monthly review")

    modal = await office.sandbox.modal(ANA, "On which day?")
    assert "'initial_value': 'UTC'" in str(modal.body)


async def test_a_review_of_a_deleted_assessment_is_answered_with_a_sentence(office: Office):
    _, opened = await opened_review(office, "Refund window")
    found = await assessment(office)
    gone = Change(tenant=found.tenant, at=office.bot.engine.clock.now(), deletes=found.id)
    await office.bot.engine.storage.remember(gone)

    await office.sandbox.click(BEN, opened, "Finish review")

    assert "cannot find that here" in (await office.sandbox.ephemeral(BEN)).text


async def test_a_new_version_keeps_the_plan_and_its_review_comes_once(office: Office):
    parent = await decided(office)
    await add_tasks(office, "Refund window")
    await plan(office, parent)
    await office.sandbox.say(BEN, SUPPORT, "/ftrag reassess Support copilot")
    again = await office.sandbox.message(SUPPORT, "took the decision up again")
    await confirm_all(office, again, BEN, {"source": "systems"})
    await office.sandbox.message(SUPPORT, "I will post the review here on Tuesday, December 1", thread=again.ts)

    travel(office, next_first(office))

    opened = await review(office)
    assert "You chose live tools" in opened.text
    await settled(office)
    assert len(posted(office)) == 1
    await office.sandbox.click(ANA, opened, "Finish review")
    await office.sandbox.message(SUPPORT, "Compared with last time", thread=opened.ts)


async def test_a_failure_logged_from_the_open_review_is_counted_on_it_at_once(office: Office):
    _, opened = await opened_review(office, "Refund window")
    assert "no failure was logged" in opened.text

    await office.sandbox.click(BEN, opened, "Log a failure")
    modal = await office.sandbox.modal(BEN, "Log an AI failure")
    outcome = await office.sandbox.submit(BEN, modal, {"What kind of failure?": "Safety"})
    assert not outcome.errors

    counted = await office.sandbox.message(SUPPORT, "one failure was logged: a safety failure")
    assert counted.ts == opened.ts


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
