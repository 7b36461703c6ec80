"""The workspace in its file: kept over a restart, replaced whole, set aside when it cannot be read."""

import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.clock import StillClock
from bot.sandbox.person import ANA, BEN, GENERAL, SUPPORT, Sandbox
from bot.sandbox.snapshot import write
from tests.sandbox.samples import actions, field, home, modal


async def test_a_restart_finds_the_workspace_as_it_was(tmp_path: Path, http):
    path = tmp_path / "data" / "sandbox.json"
    head = {"Authorization": "Bearer xoxb-sandbox"}
    async with Sandbox.open(path=path) as first:

        async def call(method: str, **args):
            async with http.post(f"{first.api_url}{method}", json=args, headers=head) as response:
                return await response.json()

        first.advance("month")
        metadata = {"event_type": "d", "event_payload": {}}
        posted = await call("chat.postMessage", channel=SUPPORT, text="x", blocks=[actions()], metadata=metadata)
        await call("chat.postEphemeral", channel=SUPPORT, user=BEN, text="for Ben")
        await call("views.open", trigger_id=first.service.triggers.issue(ANA), view=modal(field()))
        await call("views.publish", user_id=ANA, view=home())
        told = await call("files.getUploadURLExternal", filename="a.png", length=2)
        async with http.post(told["upload_url"], data=b"ab"):
            pass
        await call("files.completeUploadExternal", files=[{"id": told["file_id"]}], channel_id=SUPPORT)
        await first.say(ANA, GENERAL, "/invite @ftrag")
        key = first.service.responses.issue(SUPPORT, ANA)
        before = first.messages(SUPPORT), first.modals(ANA), first.home(ANA), first.files(), first.clock.now()

    async with Sandbox.open(path=path) as second:
        after = second.messages(SUPPORT), second.modals(ANA), second.home(ANA), second.files(), second.clock.now()
        said = await second.say(ANA, SUPPORT, "later")

        assert after == before
        assert second.messages(SUPPORT)[0].metadata == metadata
        assert second.ephemerals(BEN)[0].text == "for Ben"
        assert "U0FTRAG" in second.channel(GENERAL).members
        assert second.service.responses.use(key).channel == SUPPORT
        assert said is not None
        assert said.ts > posted["ts"]


async def test_names_of_messages_rise_even_if_the_clock_went_back(tmp_path: Path):
    path = tmp_path / "sandbox.json"
    async with Sandbox.open(path=path, clock=StillClock()) as first:
        before = await first.say(ANA, SUPPORT, "one")
    earlier = StillClock()
    earlier.advance(-timedelta(days=1))

    async with Sandbox.open(path=path, clock=earlier) as second:
        after = await second.say(ANA, SUPPORT, "two")

    assert before is not None
    assert after is not None
    assert after.ts > before.ts


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"version": 99}', '{"version": 1}', '"x"', "\x00"])
async def test_a_file_that_cannot_be_read_is_set_aside_with_a_sentence(tmp_path: Path, caplog, content):
    path = tmp_path / "sandbox.json"
    path.write_text(content)

    with caplog.at_level(logging.WARNING):
        async with Sandbox.open(path=path) as sandbox:
            assert sandbox.messages(SUPPORT) == []

    assert (tmp_path / "sandbox.json.unreadable-1").read_text() == content
    assert "set aside" in caplog.text
    assert json.loads(path.read_text())["version"] == 1


async def test_a_second_unreadable_file_does_not_replace_the_first(tmp_path: Path):
    path = tmp_path / "sandbox.json"
    for content in ("first", "second"):
        path.write_text(content)
        async with Sandbox.open(path=path):
            pass

    assert [(tmp_path / f"sandbox.json.unreadable-{n}").read_text() for n in (1, 2)] == ["first", "second"]


async def test_a_workspace_without_a_path_leaves_no_file(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with Sandbox.open() as sandbox:
        await sandbox.say(ANA, SUPPORT, "x")

    assert list(tmp_path.iterdir()) == []


def test_a_write_replaces_the_file_whole(tmp_path: Path):
    path = tmp_path / "deep" / "x.json"
    write("one", path)
    write("two", path)

    assert path.read_text() == "two"
    assert [one.name for one in path.parent.iterdir()] == ["x.json"]


async def test_a_place_that_cannot_be_written_is_told_and_nothing_else_fails(tmp_path: Path, caplog):
    (tmp_path / "file").write_text("in the way")

    with caplog.at_level(logging.WARNING):
        async with Sandbox.open(path=tmp_path / "file" / "sandbox.json") as sandbox:
            await sandbox.say(ANA, SUPPORT, "x")

    assert "could not be written" in caplog.text


async def test_what_people_wrote_is_kept_for_the_owner_of_the_file_alone(tmp_path: Path):
    path = tmp_path / "sandbox.json"
    path.write_text("{}")
    path.chmod(0o644)

    async with Sandbox.open(path=path):
        pass

    assert path.stat().st_mode & 0o777 == 0o600
