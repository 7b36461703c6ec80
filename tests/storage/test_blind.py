"""What people answer alone: it comes back whole, to its workspace alone, and leaves in nothing before it is opened."""

import asyncio

import pytest

from storage import Storage
from storage.answer_records import BLIND
from storage.errors import Conflict
from storage.homes import HomeAsked
from storage.records import BlindAnswers
from tests.storage.samples import FULL, FULL_BLIND, MINUTE, NOON, OTHERS, OURS, answer, assessment, change

PEOPLE = ("U1", "U2", "U3", "U4", "U5")
ANA = FULL_BLIND.model_copy(update={"assessment_id": "A1", "version": 0, "opened_at": None, "is_off": False})


def named(place: int, person: str, **fields: object) -> BlindAnswers:
    given = {"answers": {}, "done_at": None, "place": place, "person": person, **fields}
    return ANA.model_copy(update=given)


async def begin(storage: Storage) -> None:
    open_round = assessment("A1", asking=BLIND, state="interviewing")
    await storage.remember(change(assessments=[open_round], blind=[named(n, who) for n, who in enumerate(PEOPLE)]))


async def test_what_somebody_answers_alone_comes_back_whole(storage: Storage):
    bare = FULL_BLIND.model_copy(update={"version": 0, "answers": {}, "done_at": None})
    await storage.remember(change(assessments=[FULL], blind=[bare]))
    await storage.remember(change(blind=[FULL_BLIND.model_copy(update={"version": 1})]))

    assert await storage.blind.of(OURS, "FULL") == (FULL_BLIND,)
    assert await storage.blind.of(OTHERS, "FULL") == ()


async def test_only_what_was_opened_leaves_and_nothing_of_somebody_who_was_taken_off(storage: Storage):
    opened = named(1, "U2", opened_at=NOON)
    off = named(2, "U3", opened_at=NOON, is_off=True)
    await storage.remember(
        change(assessments=[assessment("A1")], blind=[ANA.model_copy(update={"place": 0}), opened, off])
    )

    assert await storage.blind.opened(OURS, ["A1", "gone"]) == (opened.model_copy(update={"version": 1}),)
    assert await storage.blind.opened(OTHERS, ["A1"]) == ()
    assert await storage.blind.opened(OURS, []) == ()


async def test_five_people_who_answer_the_same_question_at_once_do_not_meet(storage: Storage):
    await begin(storage)
    read = await storage.blind.of(OURS, "A1")

    given = [one.model_copy(update={"answers": {"need": answer("need", "facts", by=one.person)}}) for one in read]
    await asyncio.gather(*(storage.remember(change(blind=[one])) for one in given))

    kept = await storage.blind.of(OURS, "A1")
    assert [one.answers["need"].by for one in kept] == list(PEOPLE)


async def test_who_changes_an_answer_while_it_is_opened_meets_a_conflict(storage: Storage):
    await begin(storage)
    read = await storage.blind.of(OURS, "A1")
    await storage.remember(change(blind=[one.model_copy(update={"opened_at": NOON}) for one in read]))

    with pytest.raises(Conflict):
        await storage.remember(change(blind=[read[0].model_copy(update={"done_at": NOON})]))


async def test_what_was_answered_alone_goes_with_its_assessment_and_its_workspace(storage: Storage):
    await begin(storage)
    await storage.remember(change(deletes="A1"))
    gone = await storage.blind.of(OURS, "A1")
    await begin(storage)
    await storage.assessments.delete_tenant(OURS)

    assert gone == await storage.blind.of(OURS, "A1") == ()


async def test_two_people_who_are_forgotten_leave_two_rows_without_their_ids(storage: Storage):
    await begin(storage)
    await storage.forget_person(OURS, "U1")
    await storage.forget_person(OURS, "U2")

    assert [one.person for one in await storage.blind.of(OURS, "A1")][:3] == ["deleted-user", "deleted-user", "U3"]


async def test_home_says_to_those_who_were_named_and_have_not_finished_that_they_are_waited_for(storage: Storage):
    await begin(storage)
    first, second, third, *_ = await storage.blind.of(OURS, "A1")
    off, done = third.model_copy(update={"is_off": True}), second.model_copy(update={"done_at": NOON + MINUTE})
    await storage.remember(change(blind=[off, done]))

    async def waits(user: str) -> list[str]:
        asked = HomeAsked(OURS, user, ["C1"], 0, 10)
        rows = await storage.homes.look(asked, lambda _: NOON, lambda _: ["parent"])
        return [one.assessment_id for one in rows.questions]

    assert first.person == "U1"
    assert {user: await waits(user) for user in (*PEOPLE, "U9")} == {
        "U1": ["A1"], "U2": [], "U3": [], "U4": ["A1"], "U5": ["A1"], "U9": [],
    }  # fmt: skip


async def test_whoever_was_named_took_part_in_the_channel(storage: Storage):
    await begin(storage)

    assert await storage.assessments.channels_of(OURS, "U4") == ("C1",)
    assert await storage.assessments.channels_of(OTHERS, "U4") == ()
