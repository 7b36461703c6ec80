"""Golden tasks and the roadmap worked by typing in the thread, as signed events through the real app."""

from bot.sandbox.person import ANA, BEN, SUPPORT
from bot.sandbox.records import Message
from storage.records import ItemState
from tests.e2e.office import Office
from tests.e2e.reviews import assessment, decided


async def says(office: Office, parent: Message, text: str, answer: str, user: str = ANA) -> Message:
    """Type with a mention in the thread, and wait for the bot's words there."""
    await office.sandbox.say(user, SUPPORT, f"@ftrag {text}", thread=parent.ts)
    return await office.sandbox.message(SUPPORT, answer, thread=parent.ts, as_user=user)


async def state(office: Office, item: str) -> ItemState:
    return next(one.state for one in (await assessment(office)).checklist if one.id == item)


async def test_golden_tasks_are_written_whole_by_typing_what_the_bot_asks_for(office: Office):
    parent = await decided(office)
    await says(office, parent, "golden tasks: refund window 9 of 10, reset password, late parcel", "3 golden tasks")
    await says(office, parent, "8 of 10 for the rest", "bar: 8 of 10", BEN)
    line = "refund window: user asks how long can i return a item. good answer says 30 days and links the policy"
    await says(office, parent, line, "must contain: “30 days and links the policy”", BEN)
    asked = await says(
        office, parent, "user asks how to log in, a good answer links the portal", "Of which golden task"
    )
    await office.sandbox.click(ANA, asked, "reset password")
    await office.sandbox.message(SUPPORT, "must contain: “links the portal”", thread=parent.ts, as_user=ANA)
    await says(office, parent, "late parcel: asked with an order number, must give the carrier", "“the carrier”")

    tasks = (await assessment(office)).golden_tasks
    assert [(one.name, one.bar) for one in tasks] == [
        ("refund window", "9 of 10"),
        ("reset password", "8 of 10"),
        ("late parcel", "8 of 10"),
    ]
    assert tasks[1].must_contain == "links the portal"
    assert await state(office, "golden_tasks") is ItemState.DONE


async def test_news_of_the_roadmap_ticks_it_for_all_and_a_press_takes_it_back(office: Office):
    parent = await decided(office)
    before = (await assessment(office)).answers

    told = await says(office, parent, "the baseline is measured, 62 of 100", "Noted with it: 62 of 100", BEN)
    await says(office, parent, "the offline suite runs in CI since monday", "Ticked: ")
    shown = office.sandbox.words(await says(office, parent, "how far are we with the roadmap", "Roadmap: 2 of"))
    assert "Measure the best prompt, as a baseline, ticked by" in shown
    assert (await assessment(office)).answers == before

    await says(office, parent, "undo that", "Open again: ")
    assert await state(office, "offline_suite") is ItemState.OPEN
    await office.sandbox.click(BEN, told, "Not done")
    await office.sandbox.message(SUPPORT, "All phases", thread=parent.ts, as_user=BEN)
    assert await state(office, "baseline") is ItemState.OPEN


async def test_whoever_is_mentioned_owns_an_item_and_who_does_it_is_told(office: Office):
    parent = await decided(office)
    await says(office, parent, "@ben owns the baseline", "from now on")
    told = await says(office, parent, "who does the baseline?", "open, owner")

    assert f"<@{BEN}>" in office.sandbox.words(told)
