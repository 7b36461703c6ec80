"""A review that is open while its decision is taken up again goes on with the newer version, and nothing is lost."""

from datetime import timedelta

from bot.sandbox.person import ANA, BEN, SUPPORT, direct_with_app
from bot.sandbox.records import Message
from tests.e2e.office import Office, confirm_all
from tests.e2e.reviews import add_tasks, decided, next_first, plan, posted, review, settled, travel


async def taken_up_again(office: Office) -> tuple[Message, Message]:
    """A review with one mark, and then a newer version of the decision; gives the review and the new parent."""
    parent = await decided(office)
    await add_tasks(office, "Refund window", "Contract lookup")
    await plan(office, parent, **{"Who owns it?": BEN})
    travel(office, next_first(office))
    opened = await review(office)
    block = next(b["block_id"] for b in opened.blocks or [] if "task0" in b.get("block_id", ""))
    await office.sandbox.click(ANA, opened, "review_mark", choose="Pass", within=block)
    opened = await office.sandbox.message(SUPPORT, "Refund window: pass")
    await office.sandbox.say(BEN, SUPPORT, "/ftrag reassess Support copilot")
    again = await office.sandbox.message(SUPPORT, "took the decision up again")
    await confirm_all(office, again, BEN, {"source": "systems"})
    await office.sandbox.message(SUPPORT, "I will post the review here", thread=again.ts)
    return opened, again


async def test_it_is_worked_and_finished_and_compares_the_verdict_it_began_with(office: Office):
    opened, again = await taken_up_again(office)

    block = next(b["block_id"] for b in opened.blocks or [] if "task1" in b.get("block_id", ""))
    await office.sandbox.click(ANA, opened, "review_mark", choose="Fail", within=block)
    marked = await office.sandbox.message(SUPPORT, "Contract lookup: fail")
    assert marked.ts == opened.ts
    assert "Refund window: pass" in marked.text
    assert "Meanwhile it was decided anew: live tools" in marked.text
    await office.sandbox.click(BEN, marked, "Finish review")

    outcome = await office.sandbox.message(SUPPORT, "Compared with last time", thread=opened.ts)
    assert "1 of 2 golden tasks passed" in outcome.text
    assert "Verdict before: *retrieval*" in outcome.text
    assert "On the facts as they are now: *live tools*" in outcome.text
    assert (await office.sandbox.message(SUPPORT, "finished by")).ts == opened.ts
    travel(office, next_first(office))
    following = await review(office)
    assert "missed" not in following.text
    assert "Since the last review" in following.text
    assert len(posted(office)) == 2
    assert again.ts != opened.ts


async def test_its_owner_is_nudged_with_a_link_to_it_and_the_next_one_says_that_it_was_missed(office: Office):
    opened, _ = await taken_up_again(office)

    office.clock.advance(timedelta(days=3))
    nudge = await office.sandbox.message(direct_with_app(BEN), "is still open", as_user=BEN)
    assert opened.ts.replace(".", "") in str(nudge.blocks)
    travel(office, next_first(office))

    await office.sandbox.message(SUPPORT, "Nobody finished the review of December 2026.")
    line = await office.sandbox.message(SUPPORT, "was missed: nobody finished it")
    assert line.ts == opened.ts


async def test_snoozed_before_the_new_version_it_comes_back_where_it_stood(office: Office):
    parent = await decided(office)
    await add_tasks(office, "Refund window")
    await plan(office, parent)
    travel(office, next_first(office))
    opened = await review(office)
    await office.sandbox.click(BEN, opened, "Snooze a week")
    await office.sandbox.message(SUPPORT, "is snoozed by")
    await office.sandbox.say(BEN, SUPPORT, "/ftrag reassess Support copilot")
    again = await office.sandbox.message(SUPPORT, "took the decision up again")
    await confirm_all(office, again, BEN, {"source": "systems"})

    office.clock.advance(timedelta(days=7, seconds=1))

    await office.sandbox.message(SUPPORT, "the week is over", thread=opened.ts)
    assert (await review(office)).ts == opened.ts
    await settled(office)
    assert len(posted(office)) == 1


async def test_a_review_whose_decision_is_begun_anew_waits_for_the_verdict_and_can_be_skipped(office: Office):
    parent = await decided(office)
    await plan(office, parent)
    travel(office, next_first(office))
    opened = await review(office)
    await office.sandbox.say(BEN, SUPPORT, "/ftrag assess Support copilot")
    await office.sandbox.click(BEN, await office.sandbox.ephemeral(BEN, "There is already"), "Start a new version")
    again = await office.sandbox.message(SUPPORT, "took the decision up again")
    await office.open_question(again)

    await office.sandbox.say(BEN, SUPPORT, "@ftrag skip", thread=opened.ts)
    await office.sandbox.message(SUPPORT, "newer version", thread=opened.ts, as_user=BEN)
    assert "What do people mostly need" in (await office.open_question(again)).text, "it answered no question"
    await office.sandbox.click(ANA, opened, "Finish review")
    await office.sandbox.ephemeral(ANA, "has no verdict yet")
    await office.sandbox.click(ANA, opened, "Skip this month")
    closed = await office.sandbox.message(SUPPORT, "was skipped by")
    await office.sandbox.click(ANA, closed, "Reopen")

    await office.sandbox.wait_for(
        lambda: len([one for one in office.sandbox.ephemerals(ANA) if "has no verdict yet" in one.text]) > 1, "the word"
    )
