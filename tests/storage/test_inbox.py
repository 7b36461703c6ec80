"""The inbox on either engine: kept once, closed once, and taken over only from those who are gone."""

from threading import Event

import pytest
from sqlalchemy import Connection

from storage import Storage
from storage.errors import Unavailable
from storage.inbox import _receive
from storage.records import Received
from tests.storage.samples import MINUTE, NOON, OURS, change


def received(key: str = "k", owner: str = "one") -> Received:
    return Received(tenant=OURS, key=key, at=NOON, command='{"kind": "show_help"}', held_by=owner)


async def test_a_command_is_kept_once_and_closed_by_the_change_that_it_leads_to(storage: Storage):
    first, repeat = await storage.inbox.receive(received()), await storage.inbox.receive(received())
    changed, again = [await storage.remember(change(inbox_key="k")) for _ in range(2)]

    assert (first, repeat) == (True, False)
    assert (changed, again) == (True, False)
    assert await storage.inbox.oldest() is None
    assert await storage.inbox.receive(received()) is False


async def test_what_nobody_works_on_is_taken_over_once(storage: Storage):
    for key, owner in (("a", "dead"), ("b", "living"), ("c", "me")):
        await storage.inbox.receive(received(key, owner))
    how = {"before": NOON - MINUTE, "at_work": ("c",), "starts": False}

    taken = await storage.inbox.take_over("me", lambda owner: owner == "dead", **how)
    old = await storage.inbox.take_over("me", lambda _: False, **how | {"before": NOON + MINUTE, "at_work": ("a", "c")})

    assert [(one.key, one.held_by, one.tries) for one in taken] == [("a", "me", 2)]
    assert [one.key for one in old] == ["b"]


async def test_what_led_to_nothing_is_closed_and_still_known(storage: Storage):
    await storage.inbox.receive(received())
    await storage.inbox.close([(OURS, "k")])

    assert await storage.inbox.oldest() is None
    assert await storage.inbox.receive(received()) is False
    assert await storage.inbox.take_over("x", lambda _: True, before=NOON + MINUTE, at_work=(), starts=True) == []


async def test_what_could_not_be_kept_in_time_is_not_kept_later_either(
    sqlite_storage: Storage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("storage.sqlite.SOON_SECONDS", 0.05)
    slow = Event()

    def keep(connection: Connection) -> None:
        _receive(connection, received())
        slow.wait(20)

    with pytest.raises(Unavailable):
        await sqlite_storage._database.write_soon(keep)
    slow.set()

    assert await sqlite_storage.inbox.oldest() is None
