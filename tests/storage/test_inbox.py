"""The inbox on either engine: kept once, closed once, and taken over only from those who are gone."""

import asyncio
from threading import Event

import pytest
from sqlalchemy import Connection, text

from storage import Storage
from storage.errors import Unavailable
from storage.inbox import Kept, _forget, _receive
from storage.records import Received
from storage.soon import Soon
from storage.sqlite import SQLite
from storage.tenancy import ACROSS_TENANTS
from tests.storage.samples import BY_DAY, MINUTE, NOON, OURS, assessment, change


def received(key: str = "k", owner: str = "one") -> Received:
    return Received(tenant=OURS, key=key, at=NOON, command='{"kind": "show_help"}', held_by=owner)


async def test_a_command_is_kept_once_and_closed_by_the_change_that_it_leads_to(storage: Storage):
    first, repeat = await storage.inbox.receive(received()), await storage.inbox.receive(received())
    changed, again = [await storage.remember(change(inbox_key="k")) for _ in range(2)]

    assert (first.is_new, repeat.is_new) == (True, False)
    assert (changed, again) == (True, False)
    assert await storage.inbox.oldest() is None
    assert not (await storage.inbox.receive(received())).is_new


async def test_what_a_command_is_about_is_read_on_the_way_on_which_it_is_kept(storage: Storage):
    await storage.remember(change(assessments=[assessment("A1")]))

    kept = [await storage.inbox.receive(received(key), about) for key, about in (("k", "A1"), ("l", "none"))]
    repeat = await storage.inbox.receive(received("k"), "A1")

    assert [one.ahead for one in kept] == [await storage.assessments.get(OURS, "A1"), None]
    assert (repeat.is_new, repeat.ahead) == (False, None)


async def test_what_has_parts_is_read_ahead_in_one_state_or_not_at_all(storage: Storage):
    await storage.remember(change(assessments=[assessment("A1", schedule=BY_DAY)]))

    ahead = (await storage.inbox.receive(received(), "A1")).ahead

    assert ahead == (await storage.assessments.get(OURS, "A1") if storage.engine == "sqlite" else None)


async def test_a_command_about_what_cannot_be_read_is_kept_all_the_same(storage: Storage):
    await storage.remember(change(assessments=[assessment("A1")]))
    spoil = text("UPDATE assessments SET answers = '[]'").execution_options(**ACROSS_TENANTS)
    await storage._database.rebuild(lambda connection: connection.execute(spoil).close())

    kept = await storage.inbox.receive(received(), "A1")

    assert (kept.is_new, kept.ahead) == (True, None)
    assert await storage.inbox.oldest() == NOON


async def test_what_nobody_works_on_is_taken_over_once(storage: Storage):
    for key, owner in (("a", "dead"), ("b", "living"), ("c", "me")):
        await storage.inbox.receive(received(key, owner))
    how = {"before": NOON - MINUTE, "at_work": ("c",), "starts": False}

    taken = await storage.inbox.take_over("me", lambda owner: owner == "dead", **how)
    old = await storage.inbox.take_over("me", lambda _: False, **how | {"before": NOON + MINUTE, "at_work": ("a", "c")})

    assert [(one.key, one.held_by, one.tries) for one in taken] == [("a", "me", 1)]
    assert [one.key for one in old] == ["b"]


async def test_what_somebody_works_on_is_not_taken_over_by_them_again_from_whoever_took_it_meanwhile(storage: Storage):
    await storage.inbox.receive(received("a", "other"))

    taken = await storage.inbox.take_over("me", lambda _: False, before=NOON + MINUTE, at_work=("a",), starts=False)

    assert taken == []


async def test_a_row_counts_the_processes_that_began_it_and_is_not_begun_once_it_is_closed(storage: Storage):
    for key in ("a", "b"):
        await storage.inbox.receive(received(key, "dead"))
    begun = await storage.inbox.begin(received("a"))
    await storage.inbox.close([(OURS, "b")])

    left = await storage.inbox.take_over("me", lambda _: True, before=NOON, at_work=(), starts=False)

    assert (begun, await storage.inbox.begin(received("b"))) == (True, False)
    assert [(one.key, one.tries) for one in left] == [("a", 2)]


async def test_what_led_to_nothing_is_closed_and_still_known(storage: Storage):
    await storage.inbox.receive(received())
    await storage.inbox.close([(OURS, "k")])

    assert await storage.inbox.oldest() is None
    assert not (await storage.inbox.receive(received())).is_new
    assert await storage.inbox.take_over("x", lambda _: True, before=NOON + MINUTE, at_work=(), starts=True) == []


@pytest.mark.parametrize("is_cancelled", [False, True], ids=["its time is over", "whoever waits is cancelled"])
async def test_what_could_not_be_kept_in_time_is_not_kept_later_either(
    storage: Storage, monkeypatch: pytest.MonkeyPatch, is_cancelled: bool
):
    for engine in ("sqlite", "postgresql"):
        monkeypatch.setattr(f"storage.{engine}.SOON_SECONDS", 20 if is_cancelled else 0.05)
    await storage.inbox.oldest()  # it is connected
    is_there, slow = Event(), Event()

    def keep(connection: Connection, what: Received, about: str | None) -> Kept:
        kept = _receive(connection, what, about)
        is_there.set()
        slow.wait(20)
        return kept

    keeping = asyncio.create_task(storage._database.write_soon(keep, _forget, received(), None))
    await asyncio.to_thread(is_there.wait, 20)
    if is_cancelled:
        keeping.cancel()
    with pytest.raises((Unavailable, asyncio.CancelledError)):
        await keeping
    slow.set()

    async with asyncio.timeout(20):
        while await storage.inbox.oldest() is not None:  # the thread is just taking it back
            await asyncio.sleep(0.01)
    assert (await storage.inbox.receive(received())).is_new


async def test_a_repeat_that_comes_too_late_takes_nothing_back_of_the_first(storage: Storage):
    first = await storage.inbox.receive(received())
    await storage._database.write(_forget, Kept(is_new=False), received(), None)

    assert first.is_new
    assert await storage.inbox.oldest() == NOON


async def test_what_is_being_saved_when_whoever_waits_loses_patience_is_told_as_saved(
    sqlite_storage: Storage, monkeypatch: pytest.MonkeyPatch
):
    database, begun, disk = sqlite_storage._database, Event(), Event()
    assert isinstance(database, SQLite)
    end = database._ended

    def slowly(connection: Connection, *, is_saved: bool) -> None:
        begun.set()
        disk.wait(20)
        end(connection, is_saved=is_saved)

    monkeypatch.setattr(database, "_ended", slowly)
    keeping = asyncio.create_task(sqlite_storage.inbox.receive(received()))
    await asyncio.to_thread(begun.wait, 20)
    for _ in range(2):
        keeping.cancel()
        await asyncio.sleep(0.01)
    disk.set()

    assert (await keeping).is_new
    assert await sqlite_storage.inbox.oldest() == NOON


async def test_whether_it_was_in_time_is_decided_once_by_whoever_asks_first():
    saved, given_up = Soon[None](), Soon[None]()

    assert (saved.is_in_time(), saved.is_given_up(), saved.is_in_time()) == (True, False, True)
    assert (given_up.is_given_up(), given_up.is_in_time(), given_up.is_given_up()) == (True, False, True)
