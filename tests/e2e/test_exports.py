"""Decision records and tables on request, as files in Slack."""

import json
from base64 import b64decode

import pytest

from bot.sandbox.person import ANA, BEN, SUPPORT, direct_with_app
from bot.sandbox.records import Message
from storage.records import Change
from tests.e2e.office import COPILOT, Office
from tests.e2e.reviews import OURS


async def keep_all(office: Office) -> Message:
    """Take a decision up again and keep every answer; gives the newer parent."""
    await office.sandbox.say(BEN, SUPPORT, "/ftrag reassess Support copilot")
    newer = await office.sandbox.message(SUPPORT, "took the decision up again")
    offered = await office.sandbox.message(SUPPORT, "Keep all", thread=newer.ts)
    await office.sandbox.click(BEN, offered, "keep_rest")
    await office.verdict(newer)
    return newer


async def test_the_decision_record_comes_as_two_files_into_the_thread(office: Office):
    parent = await office.begin()
    await office.interview(parent, COPILOT)

    await office.sandbox.say(BEN, SUPPORT, "/ftrag export Support copilot")

    await office.sandbox.wait_for(lambda: len(_named(office, "support-copilot")) == 2, "two files")
    markdown, page = _contents(office, "md"), _contents(office, "html")
    assert "Chosen option: **retrieval (RAG)**" in markdown[0]
    assert "| Ana Petrov |" in markdown[0]
    assert "data:image/png;base64," in page[0]
    assert "status: accepted" in markdown[0]


async def test_records_of_two_versions_lead_to_each_others_threads(office: Office):
    first = await office.begin()
    await office.interview(first, COPILOT)
    second = await keep_all(office)
    old = await office.sandbox.message(SUPPORT, "How sure", thread=first.ts)

    await office.sandbox.click(BEN, old, "Decision record")
    await office.sandbox.say(BEN, SUPPORT, "/ftrag export Support copilot")

    await office.sandbox.wait_for(lambda: len(_named(office, "support-copilot")) == 4, "four files")
    (superseded,) = [text for text in _contents(office, "md") if "* Status: superseded" in text]
    (accepted,) = [text for text in _contents(office, "md") if "status: accepted" in text]
    assert f"[Support copilot]({_address(office, second)})" in superseded
    assert f"[Support copilot]({_address(office, first)})" in accepted
    assert "This is version 2" in accepted
    assert sum(_address(office, second) in page for page in _contents(office, "html")) == 2


async def test_without_the_files_scope_the_one_who_asked_hears_what_to_do_each_time(office: Office):
    office.sandbox.app.scopes -= {"files:write"}
    parent = await office.begin()
    await office.interview(parent, COPILOT)

    def told() -> list[str]:
        return [said for one in office.sandbox.ephemerals(BEN) if "files:write" in (said := office.sandbox.words(one))]

    await office.sandbox.say(BEN, SUPPORT, "/ftrag export Support copilot")
    first = await office.sandbox.ephemeral(BEN, "files:write")
    await office.sandbox.say(BEN, SUPPORT, "/ftrag export channel")
    asked = await office.sandbox.ephemeral(BEN, "Where shall the tables of this channel go?")
    await office.sandbox.click(BEN, asked, "Into this channel")

    await office.sandbox.wait_for(lambda: len(told()) == 2, "one message for each time")
    assert "Nothing is lost" in office.sandbox.words(first)
    assert not [one for one in office.sandbox.ephemerals(BEN) if "stand" in office.sandbox.words(one)]


@pytest.mark.parametrize("place", [SUPPORT, direct_with_app(ANA)], ids=["channel", "direct message"])
async def test_a_place_is_exported_as_tables(office: Office, place: str):
    await office.sandbox.say(ANA, place, "/ftrag assess Support copilot")
    await office.sandbox.message(place, "which architecture does it need")

    await office.sandbox.say(ANA, place, "/ftrag export channel")
    if place == SUPPORT:
        asked = await office.sandbox.ephemeral(ANA, "Where shall the tables of this channel go?")
        assert _named(office, "ftrag-") == []
        await office.sandbox.click(ANA, asked, "Into this channel")

    await office.sandbox.wait_for(lambda: len(_named(office, "ftrag-")) == 4, "four files")
    kinds = {(file.name.split("-")[1], file.name.rpartition(".")[2]) for file in _named(office, "ftrag-")}
    assert kinds == {("answers", "csv"), ("reviews", "csv"), ("failures", "csv"), ("everything", "json")}
    (everything,) = _contents(office, "json")
    assert [one["name"] for one in json.loads(everything)["assessments"]] == ["Support copilot"]


async def test_the_tables_of_a_channel_go_to_the_one_who_asked_alone_with_secrets_covered(office: Office):
    await office.sandbox.say(ANA, SUPPORT, "/ftrag assess not a secret Copilot, password: hunter22x")
    await office.sandbox.message(SUPPORT, "which architecture does it need")

    await office.sandbox.say(BEN, SUPPORT, "/ftrag export channel")
    asked = await office.sandbox.ephemeral(BEN, "1 typed text looks like a secret")
    await office.sandbox.click(BEN, asked, "Only to me")

    await office.sandbox.wait_for(lambda: len(_named(office, "ftrag-")) == 4, "four files")
    assert all(direct_with_app(BEN) in file.shares for file in _named(office, "ftrag-"))
    assert not any(SUPPORT in file.shares for file in _named(office, "ftrag-"))
    (everything,) = _contents(office, "json")
    assert [one["name"] for one in json.loads(everything)["assessments"]] == [
        "not a secret Copilot, password: (secret covered)"
    ]
    assert json.loads(everything)["names"][ANA]


async def test_a_workspace_is_exported_for_admins_alone_and_only_between_the_two_of_us(office: Office):
    await office.begin()
    office.sandbox.workspace.users[ANA].is_admin = True

    await office.sandbox.say(BEN, SUPPORT, "/ftrag export workspace")
    assert await office.sandbox.ephemeral(BEN, "Only an admin")
    await office.sandbox.say(ANA, SUPPORT, "/ftrag export workspace")
    assert await office.sandbox.ephemeral(ANA, "only into our direct message")
    assert _named(office, "ftrag-") == []
    await office.sandbox.say(ANA, direct_with_app(ANA), "/ftrag export workspace")

    await office.sandbox.wait_for(lambda: len(_named(office, "ftrag-")) == 5, "four files and the portfolio")
    assert [file.name.endswith(".csv") for file in _named(office, "ftrag-portfolio")] == [True]
    assert all(direct_with_app(ANA) in file.shares for file in _named(office, "ftrag-"))


async def test_what_was_deleted_while_the_export_waited_is_not_in_it(office: Office):
    parent = await office.begin()
    await office.sandbox.say(ANA, SUPPORT, "/ftrag assess Invoice reader")
    await office.sandbox.message(SUPPORT, "Invoice reader: which architecture")
    office.sandbox.fail("files.getUploadURLExternal", "429")

    await office.sandbox.say(ANA, SUPPORT, "/ftrag export channel")
    asked = await office.sandbox.ephemeral(ANA, "Where shall the tables of this channel go?")
    await office.sandbox.click(ANA, asked, "Into this channel")
    await office.open_question(parent)
    assert office.bot is not None
    storage = office.bot.engine.storage
    found = await storage.assessments.find_by_message(OURS, SUPPORT, parent.ts)
    assert found is not None
    await storage.remember(Change(tenant=found.tenant, at=found.changed_at, deletes=found.id))

    await office.sandbox.wait_for(lambda: len(_named(office, "ftrag-")) == 4, "four files")
    assert "Support copilot" not in _contents(office, "json")[0]


def _named(office: Office, start: str):
    return [file for file in office.sandbox.files() if file.name.startswith(start) and file.content and file.shares]


def _contents(office: Office, form: str) -> list[str]:
    found = [file for file in office.sandbox.files() if file.name.endswith(f".{form}") and file.content and file.shares]
    return [b64decode(file.content).decode() for file in found]


def _address(office: Office, parent: Message) -> str:
    return f"{office.sandbox.service.base_url}/archives/{parent.channel}/p{parent.ts.replace('.', '')}"
