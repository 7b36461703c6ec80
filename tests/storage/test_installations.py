"""Tokens are kept sealed, installations pause and resume, and a state of the OAuth flow is good once."""

import asyncio

import pytest
from sqlalchemy import Connection, select

from storage import Storage, new_encryption_key, open_storage
from storage.errors import BadKey
from storage.tables import METADATA
from tests.conftest import ENCRYPTION_KEY
from tests.storage.samples import MINUTE, NOON, OTHERS, OURS, SECOND, everything, installation


async def test_an_installation_comes_back_as_it_was_saved_and_its_token_is_nowhere_in_clear(storage: Storage):
    await storage.installations.save(installation())

    assert await storage.installations.get(OURS) == installation()
    assert await storage.installations.find("T1") == installation()
    assert await storage.installations.get(OTHERS) is None
    assert await storage.installations.find("T2") is None
    assert "xoxb" not in await storage._database.read(everything)


async def test_installing_again_replaces_the_token_and_ends_the_pause(storage: Storage):
    await storage.installations.save(installation())
    await storage.installations.pause(OURS)
    paused = await storage.installations.get(OURS)
    assert paused == installation(is_paused=True)
    assert await storage.installations.is_paused(OURS)

    await storage.installations.save(installation(bot_token="xoxb-new"))

    assert await storage.installations.get(OURS) == installation(bot_token="xoxb-new")
    assert not await storage.installations.is_paused(OURS)


async def test_an_installation_that_is_deleted_is_gone(storage: Storage):
    await storage.installations.save(installation())

    assert await storage.installations.delete(OURS) is True
    assert await storage.installations.delete(OURS) is False
    assert await storage.installations.get(OURS) is None


async def test_without_a_key_no_token_is_stored_or_read(storage: Storage, database_url: str):
    await storage.installations.save(installation())
    async with open_storage(database_url) as keyless:
        with pytest.raises(BadKey, match="only encrypted"):
            await keyless.installations.save(installation())
        with pytest.raises(BadKey, match="only encrypted"):
            await keyless.installations.get(OURS)


async def test_with_another_key_the_token_stays_closed(storage: Storage, database_url: str):
    await storage.installations.save(installation())
    async with open_storage(database_url, encryption_key=new_encryption_key()) as stranger:
        with pytest.raises(BadKey, match="cannot be read with this encryption key"):
            await stranger.installations.get(OURS)


async def test_a_key_is_changed_by_giving_the_new_one_first_and_sealing_anew(storage: Storage, database_url: str):
    await storage.installations.save(installation())
    new = new_encryption_key()

    async with open_storage(database_url, encryption_key=f"{new}, {ENCRYPTION_KEY}") as both:
        assert await both.installations.get(OURS) == installation()
        assert await both.installations.reseal() == 1

    async with open_storage(database_url, encryption_key=new) as changed:
        assert await changed.installations.get(OURS) == installation()


async def test_a_sealed_token_is_of_no_use_under_another_workspace(storage: Storage):
    await storage.installations.save(installation())
    await storage.installations.save(installation(tenant=OTHERS, bot_token="xoxb-theirs"))
    table = METADATA.tables["installations"]

    def swap(connection: Connection) -> None:
        ours = connection.execute(
            select(table.c.sealed_token).where(table.c.enterprise == "", table.c.team == "T1")
        ).scalar_one()
        theirs = table.update().where(table.c.enterprise == "", table.c.team == "T2")
        connection.execute(theirs.values(sealed_token=ours))

    await storage._database.write(swap)

    with pytest.raises(BadKey, match="another workspace"):
        await storage.installations.get(OTHERS)


@pytest.mark.parametrize("key", ["short", "x" * 44, f"{ENCRYPTION_KEY},short"], ids=["short", "long", "one of two"])
def test_a_key_that_is_none_is_refused_at_once_and_not_repeated(key: str):
    with pytest.raises(BadKey) as refused:
        open_storage("sqlite:///x.db", encryption_key=key)

    assert key not in str(refused.value)


async def test_a_state_is_good_once(storage: Storage):
    state = await storage.oauth_states.issue(NOON)

    tries = await asyncio.gather(*(storage.oauth_states.consume(state, NOON + MINUTE) for _ in range(10)))

    assert sorted(tries) == [False] * 9 + [True]


async def test_a_state_is_good_for_ten_minutes(storage: Storage):
    early, late = await storage.oauth_states.issue(NOON), await storage.oauth_states.issue(NOON)

    assert await storage.oauth_states.consume(early, NOON + 10 * MINUTE - SECOND) is True
    assert await storage.oauth_states.consume(late, NOON + 10 * MINUTE) is False


@pytest.mark.parametrize("state", ["", "../x", "\0", "\ud800", "x" * 10_000, "' OR 1=1 --"])
async def test_a_state_that_was_never_issued_is_refused(storage: Storage, state: str):
    await storage.oauth_states.issue(NOON)

    assert await storage.oauth_states.consume(state, NOON) is False


async def test_a_state_is_kept_only_hashed(storage: Storage):
    state = await storage.oauth_states.issue(NOON)

    assert state not in await storage._database.read(everything)
