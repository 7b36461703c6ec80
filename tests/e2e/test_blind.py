"""Blind answers, by real payloads through the real app: each answers alone, then it is compared and settled."""

from bot.sandbox.person import ANA, BEN, CHEN, SUPPORT
from bot.sandbox.records import Message, View
from tests.e2e.office import Office
from tests.e2e.test_interview import EIGHT

PEOPLE = "Who answers?"
ROUND = "answers alone"
Given = dict[str, str | list[str]]
LARGE: Given = EIGHT
SMALL: Given = EIGHT | {"corpus": "prompt_sized"}


async def begin(office: Office, *people: str) -> tuple[Message, Message]:
    """A round: its parent message, and the message that says how far they are."""
    parent = await office.begin()
    await office.open_question(parent)
    parent = await office.sandbox.message(SUPPORT, "Each of us alone")
    await office.sandbox.click(ANA, parent, "Each of us alone")
    outcome = await office.sandbox.submit(ANA, await office.sandbox.modal(ANA, PEOPLE), {PEOPLE: list(people)})
    assert not outcome.errors
    return parent, await progress(office, parent, f"0 of {len(people)} have finished")


async def progress(office: Office, parent: Message, words: str) -> Message:
    return await office.sandbox.message(SUPPORT, words, thread=parent.ts)


def own_fact(on: Message | View) -> str | None:
    """Which fact somebody is asked alone, by its controls."""
    elements = [element for block in on.blocks or [] for element in block.get("elements", [])]
    values = [str(one.get("value", "")) for one in elements if "blind_unsure" in str(one.get("action_id", ""))]
    return values[0].split("|")[2] if values else None


async def press(office: Office, user: str, on: Message | View, value: str | list[str] | None) -> None:
    if value is None:
        await office.sandbox.click(user, on, "Not sure")
    elif isinstance(value, list):
        for block in on.blocks or []:
            for boxes in block.get("elements", []):
                offered = {one["value"] for one in boxes.get("options", [])}
                if chosen := [one for one in value if one in offered]:
                    await office.sandbox.click(user, on, boxes["action_id"], choose=chosen, within=block["block_id"])
        await office.sandbox.click(user, on, "Save")
    else:
        await office.sandbox.click(user, on, f"blind_to:{value}")


async def answer_in_thread(office: Office, user: str, given: Given, *, until: int = 99) -> None:
    """Answer alone, as asked in the thread, until nothing is left to ask; a fact without an answer is "not sure"."""
    asked: set[str] = set()

    def next_one() -> Message | str | None:
        for message in reversed(office.sandbox.ephemerals(user)):
            fact, words = own_fact(message), office.sandbox.words(message)
            if fact and fact not in asked:
                return message
            if "That was all" in words or "Saved:" in words:
                return "done"
        return None

    while len(asked) < until:
        found = await office.sandbox.wait_for(next_one, f"{user}'s next question")
        if isinstance(found, str):
            return
        fact = own_fact(found) or ""
        asked.add(fact)
        await press(office, user, found, given.get(fact))


async def answer_in_modal(office: Office, user: str, given: Given, view: View) -> View:
    """Answer alone in the modal, which shows one question after the other."""
    asked: set[str] = set()
    while (fact := own_fact(view)) is not None:
        asked.add(fact)
        await press(office, user, view, given.get(fact))

        def moved() -> View | None:
            open_now = office.sandbox.modals(user)
            return open_now[-1] if open_now and own_fact(open_now[-1]) not in asked else None

        view = await office.sandbox.wait_for(moved, "the next question in the modal")
    return view


def waits_at_home(office: Office, user: str) -> View | None:
    home = office.sandbox.home(user)
    return home if home and "your own answers" in office.sandbox.words(home) else None


def seen(office: Office, parent: Message) -> str:
    """All that everybody sees of the channel and the thread."""
    shown = [*office.sandbox.messages(SUPPORT), *office.sandbox.messages(SUPPORT, thread=parent.ts)]
    return "\n".join(f"{one.text}\n{one.blocks}" for one in shown if one.only_for is None)


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
    assert "All have finished. You agree on 9 questions and differ on 1." in told
    assert f"<@{ANA}> → retrieval" in told
    assert f"<@{BEN}> → prompting" in told
    assert f"<@{ANA}> should settle it" in told
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
