"""Every payload of every release: it means what it meant, twice is once, and after the end it is answered kindly."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.ids import Act, Modal, Shortcut, action_id, callback_id
from bot.slack.membership import Membership, Told
from storage import Storage, open_storage
from storage.records import Tenant
from tests.bot.counter import Counter
from tests.bot.lobby import Lobby
from tests.bot.memory import gathering
from tests.bot.recorded import ENDS, RECORDED, RELEASED, RELEASES, Recorded, everything
from tests.tables import each

LIVING = [one for one in RECORDED if one.means not in ENDS]


@each("one", RECORDED, ids=str)
def test_a_payload_of_any_release_means_what_it_meant(one: Recorded):
    command = one.read()

    assert type(command).__name__ == one.means
    assert command is not None
    said = command.model_dump(mode="json")
    assert {key: said.get(key) for key in one.said} == one.said


def test_what_a_release_recorded_is_never_changed_and_the_next_one_has_its_place():
    digests = {file.stem: sha256(file.read_bytes()).hexdigest() for file in RELEASES}

    assert digests.pop("unreleased")
    assert digests == RELEASED


def test_every_control_modal_and_shortcut_of_today_is_recorded():
    text = "".join(str(one.body) for one in RECORDED)

    assert {act for act in Act if f"'{action_id(act)}" not in text} == {Act.LINK}, "which is only acknowledged"
    assert {modal for modal in Modal if callback_id(modal) not in text} <= {Modal.READ}, "which has no submit"
    assert {shortcut for shortcut in Shortcut if shortcut not in text} == set()


@asynccontextmanager
async def opened(storage: Storage) -> AsyncIterator[Lobby]:
    calls: list[tuple[str, dict[str, Any]]] = []

    async def answer(request: web.Request) -> web.Response:
        calls.append((request.path, await request.json()))
        return web.json_response({"ok": True, "view": {"id": "V1"}})

    async def channels(_tenant: Tenant, _user: str) -> Membership:
        return Membership(Told.ALL, {"C1": "support-ai"})

    async def is_admin(_tenant: Tenant, _user: str) -> bool:
        return True

    counter = Counter(storage)
    counter.advisor._memory._gathering = gathering(storage, channels, is_admin)
    app = web.Application()
    app.router.add_post("/{method}", answer)
    async with TestServer(app) as server:
        yield Lobby(counter, str(server.make_url("/")), calls)


def counted(rows: dict[str, list[Any]]) -> dict[str, int]:
    return {table: len(found) for table, found in rows.items()}


@pytest.mark.parametrize("one", LIVING, ids=str)
async def test_a_payload_that_comes_twice_has_one_effect(one: Recorded, furnished: Path, tmp_path: Path):
    addresses = [f"sqlite:///{shutil.copyfile(furnished, tmp_path / name)}" for name in ("one.db", "twin.db")]
    async with (
        open_storage(addresses[0]) as storage,
        open_storage(addresses[1]) as twin,
        opened(storage) as first,
        opened(twin) as second,
    ):
        await first.done(one.body)
        once = await everything(storage)
        calls = len(first.calls)
        await first.done(one.body)
        await asyncio.gather(second.done(one.body), second.done(one.body))

        assert await everything(storage) == once, "one after the other"
        assert counted(await everything(twin)) == counted(once), "both at once"
        assert len(first.calls) in {calls, 2 * calls}, "a window is opened again, or not"
        assert first.counter.told == second.counter.told == []
