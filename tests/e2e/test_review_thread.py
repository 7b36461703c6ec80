"""What people type in a review's own thread, through the real app: it is answered there, and about that review."""

import pytest

from bot.sandbox.person import ANA, BEN, SUPPORT
from bot.sandbox.records import Message
from tests.e2e.office import Office
from tests.e2e.reviews import CSV, assessment, next_first, opened_review, review, travel


def replies(office: Office, parent: Message, user: str = ANA) -> list[str]:
    """The bot's words in a thread, those included that this person alone sees."""
    found = office.sandbox.messages(SUPPORT, thread=parent.ts, as_user=user)
    return [office.sandbox.words(one) for one in found if one.user == office.sandbox.app.bot_user and one.is_reply]


async def says(office: Office, thread: Message, text: str, answer: str, user: str = ANA) -> str:
    """Type in a thread, and wait for the bot's words there; gives them whole."""
    await office.sandbox.say(user, SUPPORT, text, thread=thread.ts)
    return office.sandbox.words(await office.sandbox.message(SUPPORT, answer, thread=thread.ts, as_user=user))


async def test_what_is_asked_and_told_in_a_reviews_thread_is_answered_in_that_thread(office: Office):
    parent, opened = await opened_review(office, "Refund window", "Escalation")
    before = len(replies(office, parent))

    await says(office, opened, "@ftrag why not fine-tuning?", "Why not fine-tuning?")
    await says(office, opened, "@ftrag we had 3 wrong answers", "logged a failure")
    await says(office, opened, "@ftrag refund window passed, escalation failed", "Refund window: passed")
    await says(office, opened, "@ftrag how do we stand?", "review")

    assert len(replies(office, parent)) == before
    assert "Refund window: pass" in office.sandbox.words(await review(office))


async def test_what_is_logged_there_is_corrected_there_and_deleted_with_the_rest(office: Office):
    _, opened = await opened_review(office, "Refund window")
    await says(office, opened, "@ftrag we had 3 wrong answers", "logged a failure")
    logged = await office.sandbox.message(SUPPORT, "logged a failure", thread=opened.ts)
    await office.sandbox.click(ANA, logged, "Formatting")
    await office.sandbox.message(SUPPORT, "formatting failure", thread=opened.ts)
    await says(office, opened, "@ftrag why retrieval?", "Why retrieval")

    await office.sandbox.say(ANA, SUPPORT, "/ftrag status")
    await office.sandbox.click(ANA, await office.sandbox.ephemeral(ANA, "Delete"), "Delete")

    await office.sandbox.message(SUPPORT, "Deleted with", thread=opened.ts)
    await office.sandbox.wait_for(
        lambda: all("Deleted with" in words for words in replies(office, opened, BEN)), "all of that thread's messages"
    )


async def test_failures_that_nobody_sorted_are_to_be_looked_into_and_not_fixed(office: Office):
    _, opened = await opened_review(office, "Refund window")
    for what in ("we had 3 wrong answers", "we had 2 wrong answers", "we had a wrong answer"):
        await says(office, opened, f"@ftrag {what}", f"“{what}”\n")

    told = await says(office, opened, "@ftrag done", "3 of 3 failures belong to no bucket.")

    assert "look into unclassified failures first" in told


@pytest.mark.parametrize("text", ["done", "we're done here", "that's it", "all done, thanks", "finish it"])
async def test_done_in_the_reviews_thread_finishes_it_and_the_outcome_is_the_answer(office: Office, text: str):
    parent, opened = await opened_review(office, "Refund window")
    before = len(replies(office, parent))

    await office.sandbox.say(BEN, SUPPORT, f"@ftrag {text}", thread=opened.ts)

    await office.sandbox.message(SUPPORT, "finished by")
    (outcome,) = await office.sandbox.wait_for(lambda: replies(office, opened, BEN), "the outcome")
    assert "Next review" in outcome
    assert len(replies(office, parent, BEN)) == before


@pytest.mark.parametrize(
    ("text", "line"),
    [("skip", "was skipped by"), ("skip this month", "was skipped by"), ("remind us next week", "is snoozed")],
)
async def test_a_review_is_skipped_and_put_off_in_its_thread(office: Office, text: str, line: str):
    _, opened = await opened_review(office, "Refund window")

    await says(office, opened, f"@ftrag {text}", "The review is s")

    assert (await office.sandbox.message(SUPPORT, line)).ts == opened.ts


async def test_done_among_colleagues_ends_nothing_and_is_asked_back_and_what_else_they_say_is_let_be(office: Office):
    _, opened = await opened_review(office, "Refund window")

    await says(office, opened, "done", "Is the review finished?", BEN)
    for talk in ("same here", "later", "not now", "next week"):
        await office.sandbox.say(BEN, SUPPORT, talk, thread=opened.ts)
    await says(office, opened, "@ftrag why retrieval?", "Why retrieval", BEN)

    assert len(replies(office, opened, BEN)) == 2
    assert "Is the review finished?" not in "".join(replies(office, opened, ANA))
    assert "Finish review" in office.sandbox.words(await review(office))


async def test_in_the_thread_of_a_review_that_is_over_nothing_ends_the_newer_one(office: Office):
    _, first = await opened_review(office, "Refund window")
    await office.sandbox.click(ANA, first, "Finish review")
    await office.sandbox.message(SUPPORT, "finished by")
    said = await says(office, first, "@ftrag done", "No review stands open")
    assert "the next one comes on" in said

    travel(office, next_first(office))
    await review(office)

    await says(office, first, "@ftrag done", "A newer one stands open")
    assert (await assessment(office)).schedule is not None
    assert "Finish review" in office.sandbox.words(await review(office))


async def test_what_opens_a_question_says_in_the_reviews_thread_where_it_stands(office: Office):
    parent, opened = await opened_review(office, "Refund window")

    said = await says(office, opened, "@ftrag let me change the stakes answer", "stands open in the thread")

    assert "Go there" in said
    await office.sandbox.message(SUPPORT, "Stop for now", thread=parent.ts)


async def test_whoever_shares_results_in_the_reviews_thread_hears_there_where_they_stand(office: Office):
    parent, opened = await opened_review(office, "Refund window")

    await office.sandbox.share_file(BEN, SUPPORT, "a.csv", CSV, text="@ftrag results", thread=opened.ts)

    told = await office.sandbox.message(SUPPORT, "I answered in the thread", thread=opened.ts, as_user=BEN)
    assert "Go there" in office.sandbox.words(told)
    await office.sandbox.message(SUPPORT, "Use in the review", thread=parent.ts)
