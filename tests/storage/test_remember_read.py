"""Saving by what was read before: nothing is read twice, and nobody's answer is lost by it."""

import pytest

from storage import Storage
from storage.errors import Conflict, Missing
from tests.storage.samples import FULL, OURS, answer, assessment, change


async def kept(storage: Storage, named: str = "A1"):
    found = await storage.assessments.get(OURS, named)
    assert found is not None
    return found


async def test_what_is_saved_with_what_was_read_is_what_is_saved_without(storage: Storage):
    await storage.remember(change(assessments=[FULL]))
    read = await kept(storage, "FULL")
    bare = {"decision": None, "checklist": (), "golden_tasks": (), "schedule": None, "asking": None, "context": ""}
    changed = read.model_copy(update=bare | {"answers": read.answers | {"need": answer("need", "both")}})

    await storage.remember(change(assessments=[changed], read=[read]))

    assert await kept(storage, "FULL") == changed.model_copy(update={"version": read.version + 1})
    assert [one.fact for one in await storage.assessments.history(OURS, "FULL")][-1] == "need"


async def test_of_two_who_read_the_same_one_wins_and_the_other_is_told(storage: Storage):
    await storage.remember(change(assessments=[assessment()]))
    read = await kept(storage)
    one, other = (read.model_copy(update={"answers": {"need": answer("need", said)}}) for said in ("facts", "both"))

    await storage.remember(change(assessments=[one], read=[read]))
    with pytest.raises(Conflict):
        await storage.remember(change(assessments=[other], read=[read]))

    assert (await kept(storage)).answers["need"].value == "facts"
    assert len(await storage.assessments.history(OURS, "A1")) == 1


async def test_what_was_deleted_meanwhile_is_missing_and_does_not_come_back(storage: Storage):
    await storage.remember(change(assessments=[assessment()]))
    read = await kept(storage)
    await storage.remember(change(deletes="A1"))

    with pytest.raises(Missing):
        await storage.remember(change(assessments=[read.model_copy(update={"context": "new"})], read=[read]))

    assert await storage.assessments.get(OURS, "A1") is None


async def test_a_reading_of_another_version_is_not_believed(storage: Storage):
    await storage.remember(change(assessments=[assessment()]))
    old = await kept(storage)
    await storage.remember(change(assessments=[old.model_copy(update={"answers": {"need": answer("need", "facts")}})]))
    now = await kept(storage)

    await storage.remember(change(assessments=[now.model_copy(update={"context": "new"})], read=[old]))

    assert (await kept(storage)).context == "new"
    assert len(await storage.assessments.history(OURS, "A1")) == 1, "the answer that was there is not added again"
