"""Blind answers, by real payloads through the real app: each answers alone, then it is compared and settled."""

import asyncio
import json
from base64 import b64decode
from datetime import timedelta

from bot.sandbox.person import ANA, BEN, CHEN, SUPPORT
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
    assert f"<@{ANA}>, who started this, should settle it." in told
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


async def own_question(office: Office, user: str) -> Message:
    return await office.sandbox.ephemeral(user, "only you see this")


def add_people(office: Office, *users: str) -> None:
    for user in users:
        office.sandbox.add_person(User(user, user.lower(), user.title(), "Europe/Berlin"), SUPPORT)


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


async def test_whoever_finishes_last_at_the_same_moment_opens_it_once(any_office: Office):
    office = any_office
    parent, _ = await begin(office, ANA, BEN, CHEN)
    await asyncio.gather(*(answer_in_thread(office, user, LARGE) for user in (ANA, BEN, CHEN)))

    await office.verdict(parent)
    await office.stop()

    words = [office.sandbox.words(one) for one in office.sandbox.messages(SUPPORT, thread=parent.ts)]
    assert sum("All have finished. You agree on 8 questions" in one for one in words) == 1
    assert sum("How sure" in one for one in words) == 1


async def test_only_the_starter_opens_before_all_have_finished_until_a_week_is_over(office: Office):
    parent, asked = await begin(office, BEN, CHEN)
    await answer_in_thread(office, BEN, SMALL, until=3)

    await office.sandbox.click(BEN, asked, "Open the answers")
    await office.sandbox.ephemeral(BEN, "says who answers alone, and opens the answers")
    assert "prompt_sized" not in seen(office, parent)
    office.clock.advance(timedelta(days=8))
    await office.sandbox.click(BEN, asked, "Open the answers")

    await progress(office, parent, f"<@{BEN}> opened the answers")
    late = await office.sandbox.click(CHEN, await own_question(office, CHEN), "blind_to:facts")
    assert late is None
    await office.sandbox.ephemeral(CHEN, "are open, and stay in the record as they were")


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


async def test_words_typed_meanwhile_are_nobodys_answer(office: Office):
    parent, _ = await begin(office, ANA, BEN)
    await office.sandbox.say(BEN, SUPPORT, "@ftrag it changes weekly", thread=parent.ts)
    await office.sandbox.ephemeral(BEN, "each of the named people answers")
    await office.sandbox.say(CHEN, SUPPORT, "facts", thread=parent.ts)
    await office.sandbox.say(CHEN, SUPPORT, "/ftrag status")
    status = office.sandbox.words(await office.sandbox.ephemeral(CHEN, "Decisions in"))

    assert "each answers alone" in status
    assert "weekly" not in seen(office, parent).replace("it changes weekly", "")


async def test_who_was_not_named_is_told_so_and_a_late_start_is_refused(office: Office):
    _, asked = await begin(office, ANA, BEN)
    await office.sandbox.click(CHEN, asked, "Answer for yourself")
    await office.sandbox.ephemeral(CHEN, "You are not among those who answer")
    other = await office.begin("Invoice reader")
    other = await office.sandbox.message(SUPPORT, "Invoice reader: which")
    question = await office.open_question(other)
    await office.answer(question, "facts", BEN)
    await office.sandbox.click(ANA, other, "Each of us alone")

    await office.sandbox.ephemeral(ANA, "cannot be answered blind any more")


async def test_nothing_leaves_before_it_is_opened_and_all_of_it_stands_in_the_record_afterward(office: Office):
    parent, _ = await begin(office, ANA, BEN)
    await answer_in_thread(office, BEN, SMALL)
    await progress(office, parent, "1 of 2 have finished")
    await office.sandbox.say(ANA, SUPPORT, "/ftrag export channel")
    where = await office.sandbox.ephemeral(ANA, "Where shall the tables of this channel go?")
    await office.sandbox.click(ANA, where, "Into this channel")
    before = await exported(office, "everything")
    assert "prompt_sized" not in before
    assert json.loads(before)["blind"] == []
    await answer_in_thread(office, ANA, LARGE)
    compared = await progress(office, parent, "it changes the verdict")
    await office.sandbox.click(ANA, compared, "Settle it")
    await office.sandbox.submit(
        ANA,
        await office.sandbox.modal(ANA, "Which answer counts?"),
        {"Which answer counts?": "large", "Why this one?": "We counted."},
    )
    await office.verdict(parent)
    await office.sandbox.say(ANA, SUPPORT, "/ftrag export Support copilot")
    record = await exported(office, "", "md")

    assert "Each alone" in record
    assert "small enough for one prompt" in record
    assert "because: “We counted.”" in record


async def exported(office: Office, named: str, form: str = "json") -> str:
    """What the file of this name holds."""

    def found() -> str | None:
        files = [one for one in office.sandbox.files() if named in one.name and one.name.endswith(f".{form}")]
        return b64decode(files[-1].content or "").decode() if files else None

    return await office.sandbox.wait_for(found, f"a file {named}.{form}")
