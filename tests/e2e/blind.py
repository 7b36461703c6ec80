"""The steps that tests of blind answers share: a round begun, and people who answer alone."""

from bot.sandbox.person import ANA, SUPPORT
from bot.sandbox.records import Message, User, View
from tests.e2e.answers import EIGHT
from tests.e2e.office import Office

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
    await office.sandbox.wait_for(next_one, f"what {user} sees after that")


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


async def own_question(office: Office, user: str) -> Message:
    return await office.sandbox.ephemeral(user, "only you see this")


def add_people(office: Office, *users: str) -> None:
    for user in users:
        office.sandbox.add_person(User(user, user.lower(), user.title(), "Europe/Berlin"), SUPPORT)
