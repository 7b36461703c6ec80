"""The people of a blind round: many at once, one who left, one who was added, one who cannot be asked."""

import asyncio

from bot.sandbox.person import ANA, BEN, CHEN, SUPPORT
from bot.sandbox.records import User
from tests.e2e.blind import (
    LARGE,
    PEOPLE,
    SMALL,
    add_people,
    answer_in_thread,
    begin,
    own_fact,
    own_question,
    progress,
    seen,
)
from tests.e2e.office import Office


async def test_five_people_who_change_the_same_answer_at_once_lose_nothing_and_meet_nobody(any_office: Office):
    office = any_office
    five = [ANA, BEN, CHEN, "U0DORA", "U0EMIL"]
    add_people(office, *five[3:])
    parent, asked = await begin(office, *five)
    await asyncio.gather(*(answer_in_thread(office, user, LARGE) for user in five[:4]))
    await answer_in_thread(office, five[4], LARGE, until=1)
    await progress(office, parent, "4 of 5 have finished")

    async def change(user: str, value: str) -> None:
        await office.sandbox.click(user, asked, "Answer for yourself")
        view = await office.sandbox.modal(user, "Your answers so far")
        await office.sandbox.click(user, view, "blind_own:need")
        view = await office.sandbox.wait_for(
            lambda: next((one for one in office.sandbox.modals(user) if own_fact(one) == "need"), None), "the question"
        )
        await office.sandbox.click(user, view, f"blind_to:{value}")
        await office.sandbox.wait_for(
            lambda: next((one for one in office.sandbox.modals(user) if own_fact(one) != "need"), None), "what follows"
        )

    await asyncio.gather(*(change(user, "both" if user == ANA else "facts") for user in five))

    assert "both" not in seen(office, parent).lower().replace("blind_to:both", "")
    await office.sandbox.click(ANA, await progress(office, parent, "have finished"), "Open the answers")
    told = office.sandbox.words(await progress(office, parent, "opened the answers. "))
    assert f"facts and behavior: <@{ANA}>" in told.partition("What people need")[2]
    once = [m for m in office.sandbox.messages(SUPPORT, thread=parent.ts) if "You agree on" in office.sandbox.words(m)]
    assert len(once) == 1


async def test_somebody_who_left_keeps_nobody_waiting(any_office: Office):
    office = any_office
    parent, asked = await begin(office, ANA, BEN, CHEN)
    await answer_in_thread(office, CHEN, SMALL, until=3)
    office.sandbox.kick(SUPPORT, CHEN)
    office.sandbox.deactivate(CHEN)
    await answer_in_thread(office, ANA, LARGE)
    await answer_in_thread(office, BEN, LARGE)
    waits = await progress(office, parent, f"2 of 3 have finished. Still to finish: <@{CHEN}>")
    assert "takes them off, or opens the answers" in office.sandbox.words(waits)

    await office.sandbox.click(BEN, asked, "Change who is asked")
    await office.sandbox.ephemeral(BEN, "Only")
    await office.sandbox.click(ANA, waits, "Change who is asked")
    view = await office.sandbox.modal(ANA, PEOPLE)
    assert not (await office.sandbox.submit(ANA, view, {PEOPLE: [ANA, BEN]})).errors

    told = office.sandbox.words(await progress(office, parent, "You agree on 8 questions and differ on none"))
    assert CHEN not in told
    assert "se retrieval (RAG)" in office.sandbox.words(await office.verdict(parent))


async def test_the_starter_hears_who_cannot_be_asked_because_they_are_not_in_the_channel(office: Office):
    office.sandbox.add_person(User("U0DORA", "dora", "Dora Nagy", "Asia/Kathmandu"))

    parent, _ = await begin(office, ANA, "U0DORA")

    await office.sandbox.message("D0ANA", "I could not ask <@U0DORA>")
    assert "0 of 2 have finished" in seen(office, parent)


async def test_people_are_added_and_called_once_and_one_who_finished_stays(office: Office):
    add_people(office, "U0DORA")
    parent, _ = await begin(office, BEN, CHEN)
    await answer_in_thread(office, BEN, SMALL)
    now = await progress(office, parent, "1 of 2 have finished")
    await office.sandbox.click(ANA, now, "Change who is asked")
    view = await office.sandbox.modal(ANA, PEOPLE)
    await office.sandbox.submit(ANA, view, {PEOPLE: [CHEN, "U0DORA"]})

    await office.sandbox.ephemeral(ANA, f"<@{BEN}> had finished, and so stays")
    again = await progress(office, parent, "1 of 3 have finished")
    assert again.ts != now.ts
    assert "<@U0DORA>, please." in again.text
    assert BEN not in again.text
    assert own_fact(await own_question(office, "U0DORA")) == "need"
