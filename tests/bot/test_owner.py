"""Whose a row is: a dead process is told from a living one, and from one that cannot be judged."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.runtime.owner import is_gone, new_owner
from storage import Storage, open_storage
from tests.storage.samples import MINUTE, NOON, change, delivery

LONGER = """
import sys
from bot.runtime.owner import new_owner
print(new_owner(), flush=True)
sys.stdin.read()
"""


async def test_a_process_is_gone_once_it_has_ended_and_not_before():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LONGER, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    owner = (await process.stdout.readline()).decode().strip()
    before = is_gone(owner)
    process.kill()
    await process.wait()

    assert not before
    assert is_gone(owner)


def test_this_process_is_there():
    assert not is_gone(new_owner())
    assert new_owner() != new_owner()


def test_a_process_that_nobody_has_buried_is_gone():
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    machine = new_owner().partition(":")[0]
    try:
        assert is_gone(f"{machine}:{child}:12345:x")
    finally:
        os.waitpid(child, 0)


def test_a_later_process_with_the_same_id_is_another_one():
    machine = new_owner().partition(":")[0]

    assert is_gone(f"{machine}:{os.getpid()}:1:x")


@pytest.mark.parametrize("owner", ["", "web-1:17:ab12cd34", "elsewhere:1:1:x", "one"])
def test_of_a_process_elsewhere_nobody_knows(owner: str):
    assert not is_gone(owner)


async def holding(storage: Storage, owner: str) -> None:
    await storage.remember(change(deliveries=[delivery("D-1")]))
    assert await storage.outbox.claim(owner, NOON, 1, MINUTE)


async def test_the_only_process_on_a_sqlite_file_takes_back_what_any_other_held(
    sqlite_storage: Storage, sqlite_url: str
):
    async with open_storage(sqlite_url) as dead:
        await dead.outbox.take_back("dead", NOON, lambda _: False, starts=True)
        await holding(dead, "dead")

    taken = await sqlite_storage.outbox.take_back("next", NOON, lambda _: False, starts=True)
    again = await sqlite_storage.outbox.claim("next", NOON, 1, MINUTE)

    assert taken == 1
    assert [(row.id, row.in_doubt) for row in again] == [("D-1", True)]


async def test_beside_another_process_on_the_file_nothing_of_the_living_is_touched(
    sqlite_storage: Storage, sqlite_url: str
):
    async with open_storage(sqlite_url) as living:
        await living.outbox.take_back("living", NOON, lambda _: False, starts=True)
        await holding(living, "living")
        taken = await sqlite_storage.outbox.take_back("next", NOON, lambda _: False, starts=True)

    assert taken == 0
    assert await sqlite_storage.outbox.claim("next", NOON, 1, MINUTE) == []


async def test_what_is_known_to_be_gone_is_taken_back_on_either_engine(storage: Storage):
    await holding(storage, "dead")

    assert await storage.outbox.take_back("next", NOON, lambda _: False) == 0
    assert await storage.outbox.take_back("dead", NOON, lambda _: True) == 0
    assert await storage.outbox.take_back("next", NOON, lambda owner: owner == "dead") == 1
    assert [row.id for row in await storage.outbox.claim("next", NOON, 1, MINUTE)] == ["D-1"]


async def test_where_no_lock_can_be_made_leases_end_as_they_did(sqlite_storage: Storage, sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    path.with_name(f"{path.name}-at-work").mkdir()
    await holding(sqlite_storage, "dead")

    assert await sqlite_storage.outbox.take_back("next", NOON, lambda _: False, starts=True) == 0
