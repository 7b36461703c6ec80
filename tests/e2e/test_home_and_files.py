"""The Home tab, as a team sees it."""

from bot.sandbox import channels
from bot.sandbox.person import ANA, BEN, SUPPORT
from tests.e2e.office import COPILOT, Office


async def test_the_home_shows_what_waits_and_the_decisions_of_my_channels(office: Office):
    parent = await office.begin()
    await office.open_question(parent)

    office.sandbox.open_home(BEN)

    home = await office.sandbox.wait_for(lambda: office.sandbox.home(BEN), "Ben's Home")
    words = office.sandbox.words(home)
    assert "a question is open: What people need" in words
    assert "interview under way" in words


async def test_the_home_of_somebody_new_says_how_to_start(office: Office):
    office.sandbox.open_home(ANA)

    home = await office.sandbox.wait_for(lambda: office.sandbox.home(ANA), "Ana's Home")
    assert "/ftrag assess" in office.sandbox.words(home)
    await office.sandbox.click(ANA, home, "Start a decision")
    assert await office.sandbox.modal(ANA, "What is the feature called?")


async def test_the_home_says_that_the_channel_of_a_decision_is_archived(office: Office):
    parent = await office.begin()
    await office.interview(parent, COPILOT)
    channels.archive(office.sandbox.service, ANA, office.sandbox.service.workspace.channels[SUPPORT])

    office.sandbox.open_home(BEN)

    home = await office.sandbox.wait_for(lambda: office.sandbox.home(BEN), "Ben's Home")
    assert "which is archived: until it is unarchived I post nothing there" in office.sandbox.words(home)


async def test_a_page_of_the_home_is_turned(office: Office):
    for number in range(12):
        await office.sandbox.say(ANA, SUPPORT, f"/ftrag assess Feature {number}")
        await office.sandbox.message(SUPPORT, f"Feature {number}: which architecture")
    office.sandbox.open_home(ANA)
    home = await office.sandbox.wait_for(lambda: office.sandbox.home(ANA), "Ana's Home")
    assert "Feature 0" not in office.sandbox.words(home).replace("Feature 0:* a question", "")

    await office.sandbox.click(ANA, home, "Older")

    await office.sandbox.wait_for(lambda: "Newer" in office.sandbox.words(office.sandbox.home(ANA)), "the second page")
