"""The Home while a team works: it follows what others do, and a failure logged from it lands in the thread."""

from bot.sandbox.person import ANA, BEN, GENERAL, SEARCH, SUPPORT, direct_with_app
from bot.sandbox.records import View
from tests.e2e.office import COPILOT, Office


async def home_says(office: Office, user: str, words: str, without: str = "a word that no Home says") -> View:
    """Wait until somebody's Home says this, and not that."""

    def found() -> View | None:
        home = office.sandbox.home(user)
        said = office.sandbox.words(home) if home is not None else ""
        return home if words in said and without not in said else None

    return await office.sandbox.wait_for(found, f"{words!r} on the Home")


async def test_my_home_follows_what_a_colleague_answers_and_ticks(office: Office):
    parent = await office.begin()
    question = await office.open_question(parent)
    office.sandbox.open_home(BEN)
    await home_says(office, BEN, "a question is open: What people need")

    await office.answer(question, "facts", ANA)
    await home_says(office, BEN, "a question is open:", without="What people need")
    await office.interview(parent, COPILOT, ANA)
    await home_says(office, BEN, "use retrieval (RAG)")

    await office.roadmap(parent)
    roadmap = await office.phase(parent, 1)
    boxes = [block for block in roadmap.blocks or [] if str(block.get("block_id", "")).startswith("ftrag:tick")]
    control, option = boxes[0]["elements"][0]["action_id"], boxes[0]["elements"][0]["options"][0]["value"]
    await office.sandbox.click(ANA, roadmap, control, choose=[option], within=boxes[0]["block_id"])
    await home_says(office, BEN, "roadmap 1 of")


async def test_a_failure_logged_from_the_home_lands_in_the_thread_and_on_the_home(office: Office):
    parent = await office.begin()
    await office.interview(parent, COPILOT, ANA)
    office.sandbox.open_home(BEN)
    home = await home_says(office, BEN, "use retrieval (RAG)")

    await office.sandbox.click(BEN, home, "Log a failure")
    modal = await office.sandbox.modal(BEN, "Which feature?")
    assert "None of these, or not known yet" in office.sandbox.words(modal)
    said = {"What kind of failure?": "retrieval_miss", "What happened?": "It missed the refund page."}
    outcome = await office.sandbox.submit(BEN, modal, said)

    assert outcome.errors == {}
    assert await office.sandbox.message(SUPPORT, "It missed the refund page.", thread=parent.ts)
    assert await office.sandbox.message(direct_with_app(BEN), "Support copilot")
    await home_says(office, BEN, "1 retrieval miss this month")


async def test_nobody_sees_on_their_home_what_is_in_a_channel_they_were_taken_out_of(office: Office):
    parent = await office.begin(channel=SEARCH)
    question = await office.open_question(parent)
    office.sandbox.open_home(BEN)
    await home_says(office, BEN, "Support copilot")

    office.sandbox.kick(SEARCH, BEN)
    await office.answer(question, "facts", ANA)

    home = await home_says(office, BEN, "None yet.")
    assert "Support copilot" not in office.sandbox.words(home)


async def test_where_there_is_nothing_to_log_a_failure_of_a_window_says_so(office: Office):
    office.sandbox.open_home(ANA)
    home = await home_says(office, ANA, "None yet.")

    await office.sandbox.click(ANA, home, "Log a failure")

    modal = await office.sandbox.modal(ANA, "nothing to log a failure of yet")
    assert "/ftrag assess" in office.sandbox.words(modal)


async def test_what_could_not_begin_waits_for_nobody_and_begins_once_the_bot_was_invited(office: Office):
    await office.sandbox.say(ANA, GENERAL, "/ftrag assess Invoice reader")
    await office.sandbox.ephemeral(ANA, "I am not in")
    office.sandbox.open_home(BEN)
    home = await home_says(office, BEN, "Invoice reader:* interview not begun", without="a question is open")
    assert "where it has not begun: type /invite" in office.sandbox.words(home)

    office.sandbox.invite(GENERAL)
    await office.sandbox.say(BEN, GENERAL, "/ftrag status")
    await office.sandbox.click(BEN, await office.sandbox.ephemeral(BEN, "Decisions in"), "Continue")
    parent = await office.sandbox.message(GENERAL, "Invoice reader: which architecture does it need?")
    await office.answer(await office.open_question(parent), "facts", BEN)

    await home_says(office, BEN, "a question is open:", without="not begun")
    stands = [m for m in office.sandbox.messages(GENERAL) if "which architecture" in m.text]
    assert len(stands) == 1
