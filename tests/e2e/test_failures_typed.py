"""Failures told, sorted and asked for by typing, through the real app: what one line logs, the next puts right."""

from bot.sandbox.person import ANA, BEN, SUPPORT
from tests.e2e.office import Office
from tests.e2e.reviews import decided


async def test_a_failure_told_with_its_day_is_logged_sorted_and_counted(office: Office):
    parent = await decided(office)

    async def says(user: str, text: str, answer: str) -> str:
        await office.sandbox.say(user, SUPPORT, f"@ftrag {text}", thread=parent.ts)
        found = await office.sandbox.message(SUPPORT, answer, thread=parent.ts, as_user=user)
        return office.sandbox.words(found)

    logged = await says(ANA, "yesterday it told a customer a wrong price", "Which kind was it?")
    assert "Not so" in logged
    await says(BEN, "safety", "only they can correct")
    await says(ANA, "that was a retrieval miss", "logged a failure: *retrieval miss*")
    await says(ANA, "failure: it called the api with the wrong order id", "logged a failure: *tool error*")

    told = await says(BEN, "how many failures did we have and which kinds", "2 failures were logged")

    assert "retrieval miss 1, tool errors 1" in told
    assert "Log a failure" in told
