"""Who looks at their Home, and what a change means for them: one row each, and nothing older over something newer."""

from typing import Any

import pytest

from storage import Storage
from storage.errors import Conflict
from storage.records import Delivery, Viewer
from tests.storage.samples import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    OTHERS,
    OURS,
    SECOND,
    assessment,
    change,
    delivery,
    for_viewers,
)


async def waiting(storage: Storage, at: Any = NOON + DAY) -> dict[str, Delivery]:
    """What waits, by whom it is for."""
    return {row.user or "": row for row in await storage.outbox.claim("test", at, 50, MINUTE)}


async def viewer(storage: Storage, user: str = "U1") -> Viewer:
    found = await storage.homes.viewer(OURS, user)
    assert found is not None
    return found


async def test_who_looks_is_noted_with_the_page(storage: Storage):
    first = await storage.homes.opened(OURS, "U1", 0, NOON)
    again = await storage.homes.opened(OURS, "U1", 3, NOON + MINUTE)

    assert (first.page, first.version) == (0, 1)
    assert (again.page, again.opened_at, again.version) == (3, NOON + MINUTE, 1)
    assert await viewer(storage) == again
    assert await storage.homes.forget(OURS, "U1") is True
    assert await storage.homes.viewer(OURS, "U1") is None


async def test_a_change_gives_each_viewer_one_row_with_a_command_of_theirs(storage: Storage):
    await storage.homes.opened(OURS, "U1", 0, NOON - MINUTE)
    await storage.homes.opened(OURS, "U2", 0, NOON - MINUTE)
    await storage.homes.opened(OTHERS, "U3", 0, NOON - MINUTE)

    await storage.remember(change(assessments=[assessment()], for_viewers=for_viewers()))

    rows = await waiting(storage)
    assert set(rows) == {"U1", "U2"}
    assert rows["U1"].reply == {"kind": "refresh_home", "actor": "U1"}
    assert (rows["U1"].due_at, rows["U1"].expires_at) == (NOON + 2 * SECOND, NOON - MINUTE + HOUR)
    assert {row.lane for row in rows.values()} == {"due:home:U1", "due:home:U2"}


async def test_where_nobody_looks_nothing_is_saved(storage: Storage):
    await storage.homes.opened(OURS, "U1", 0, NOON - HOUR - SECOND)

    await storage.remember(change(assessments=[assessment()], for_viewers=for_viewers()))

    assert await storage.outbox.pending_count() == 0


async def test_many_changes_make_one_row_that_keeps_its_moment_until_somebody_begins_it(storage: Storage):
    await storage.homes.opened(OURS, "U1", 0, NOON)
    for number in range(5):
        at = NOON + number * SECOND
        await storage.remember(change(at=at, for_viewers=for_viewers(f"R{number}", at)))
    assert await storage.outbox.pending_count() == 1
    (row,) = (await waiting(storage, NOON + 10 * SECOND)).values()
    assert row.due_at == NOON + 2 * SECOND

    await storage.remember(change(at=NOON + 11 * SECOND, for_viewers=for_viewers("R9", NOON + 11 * SECOND)))

    assert await storage.outbox.pending_count() == 2, "what was begun may have read what was there before"


async def test_only_those_who_looked_last_are_told(storage: Storage):
    for number in range(30):
        await storage.homes.opened(OURS, f"U{number:02}", 0, NOON - number * SECOND)

    await storage.remember(change(for_viewers=for_viewers(most=20)))

    assert set(await waiting(storage)) == {f"U{number:02}" for number in range(20)}


async def test_the_more_look_the_longer_a_home_stays_as_it_is(storage: Storage):
    for number in range(10):
        opened = await storage.homes.opened(OURS, f"U{number}", 0, NOON - MINUTE)
        await storage.remember(change(viewer=opened.model_copy(update={"refreshed_at": NOON})))

    await storage.remember(change(for_viewers=for_viewers()))

    assert {row.due_at for row in (await waiting(storage)).values()} == {NOON + 15 * SECOND}


async def test_of_two_homes_made_at_once_the_later_one_has_to_be_made_again(storage: Storage):
    one = two = await storage.homes.opened(OURS, "U1", 0, NOON)
    await storage.remember(change(viewer=one.model_copy(update={"shown": "newer", "refreshed_at": NOON + MINUTE})))

    with pytest.raises(Conflict):
        await storage.remember(change(viewer=two, deliveries=[delivery("older", method="publish", user="U1")]))

    assert await storage.outbox.get(OURS, "older") is None
    saved = await viewer(storage)
    assert (saved.shown, saved.version, saved.opened_at) == ("newer", 2, NOON)


async def test_making_a_home_anew_does_not_count_as_looking(storage: Storage):
    opened = await storage.homes.opened(OURS, "U1", 0, NOON)

    await storage.remember(
        change(viewer=opened.model_copy(update={"opened_at": NOON + DAY, "refreshed_at": NOON + DAY}))
    )

    assert (await viewer(storage)).opened_at == NOON


async def test_the_home_of_a_person_who_is_gone_cannot_be_saved(storage: Storage):
    opened = await storage.homes.opened(OURS, "U1", 0, NOON)
    await storage.forget_person(OURS, "U1")

    with pytest.raises(Conflict):
        await storage.remember(change(viewer=opened))
