"""The Home tab and the files, as a team sees them."""

from base64 import b64decode

from bot.sandbox.person import ANA, BEN, SUPPORT, direct_with_app
from tests.e2e.office import Office
from tests.e2e.test_interview import COPILOT


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


async def test_a_page_of_the_home_is_turned(office: Office):
    for number in range(12):
        await office.sandbox.say(ANA, SUPPORT, f"/ftrag assess Feature {number}")
        await office.sandbox.message(SUPPORT, f"Feature {number}: which architecture")
    office.sandbox.open_home(ANA)
    home = await office.sandbox.wait_for(lambda: office.sandbox.home(ANA), "Ana's Home")
    assert "Feature 0" not in office.sandbox.words(home).replace("Feature 0:* a question", "")

    await office.sandbox.click(ANA, home, "Older")

    await office.sandbox.wait_for(lambda: "Newer" in office.sandbox.words(office.sandbox.home(ANA)), "the second page")


async def test_the_decision_record_comes_as_two_files_into_the_thread(office: Office):
    parent = await office.begin()
    await office.interview(parent, COPILOT)

    await office.sandbox.say(BEN, SUPPORT, "/ftrag export Support copilot")

    await office.sandbox.wait_for(lambda: len(_named(office, "support-copilot")) == 2, "two files")
    markdown, page = sorted(_named(office, "support-copilot"), key=lambda file: file.name, reverse=True)
    assert b"Chosen option: **retrieval (RAG)**" in b64decode(markdown.content)
    assert b"data:image/png;base64," in b64decode(page.content)


async def test_without_the_files_scope_the_person_hears_what_to_do(office: Office):
    office.sandbox.app.scopes -= {"files:write"}
    parent = await office.begin()
    await office.interview(parent, COPILOT)

    await office.sandbox.say(BEN, SUPPORT, "/ftrag export Support copilot")

    direct = direct_with_app(ANA)
    assert "files:write" in office.sandbox.words(await office.sandbox.message(direct, "files:write"))


async def test_a_channel_is_exported_as_tables(office: Office):
    parent = await office.begin()
    await office.open_question(parent)

    await office.sandbox.say(ANA, SUPPORT, "/ftrag export channel")

    await office.sandbox.wait_for(lambda: len(_named(office, "ftrag-")) == 4, "four files")
    assert {file.name for file in _named(office, "ftrag-")} == {
        "ftrag-answers.csv", "ftrag-reviews.csv", "ftrag-failures.csv", "ftrag-ftrag.json",
    }  # fmt: skip


async def test_a_workspace_is_exported_for_admins_alone(office: Office):
    await office.begin()

    await office.sandbox.say(BEN, SUPPORT, "/ftrag export workspace")

    assert await office.sandbox.ephemeral(BEN, "Only an admin")
    assert _named(office, "ftrag-") == []


def _named(office: Office, start: str):
    return [file for file in office.sandbox.files() if file.name.startswith(start) and file.content and file.shares]
