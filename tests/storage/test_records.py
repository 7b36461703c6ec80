"""No field of a record is lost on its way through the database: each has a column, and comes back as it was saved.

A field that keeps its default in a sample proves nothing: it would come back by itself. So the samples say everything.
"""

from typing import Any

import pytest
from sqlalchemy import Connection, Table, insert

from storage import Storage, records, tables, viewers
from storage.errors import Conflict
from storage.records import (
    Answer,
    Assessment,
    BlindAnswers,
    ChecklistItem,
    Decision,
    Delivery,
    DeliveryState,
    GoldenTask,
    Installation,
    LoggedFailure,
    MessageRef,
    Received,
    ResultFile,
    ResultsToken,
    Review,
    ReviewSchedule,
    UnheardLine,
    Viewer,
)
from storage.statements import keys
from storage.tenant import Record
from tests.storage.samples import (
    BY_DAY,
    FULL,
    FULL_BLIND,
    FULL_DELIVERY,
    FULL_FAILURE,
    FULL_FILE,
    FULL_INSTALLATION,
    FULL_MESSAGE,
    FULL_RECEIVED,
    FULL_REVIEW,
    FULL_TOKEN,
    FULL_UNHEARD,
    FULL_VIEWER,
    MINUTE,
    NOON,
    OTHERS,
    OURS,
    change,
    delivery,
)  # fmt: skip
from tests.tables import each

STORED: dict[type[Record], Table] = {
    Answer: tables.answers,
    Assessment: tables.assessments,
    BlindAnswers: tables.blind_answers,
    ChecklistItem: tables.checklist_items,
    Decision: tables.decisions,
    Delivery: tables.outbox,
    GoldenTask: tables.golden_tasks,
    Installation: tables.installations,
    LoggedFailure: tables.failures,
    MessageRef: tables.messages,
    Received: tables.inbox,
    ResultFile: tables.result_files,
    ResultsToken: tables.results_tokens,
    Review: tables.reviews,
    ReviewSchedule: tables.review_schedules,
    UnheardLine: tables.unheard,
    Viewer: tables.home_viewers,
}
"""Each record that is stored, and the table of its rows."""
NOT_STORED = {
    "Change",
    "Claimed",
    "Feature",
    "ForViewers",
    "KnownCost",
    "WaitingQuestion",
    "WaitingReview",
    "OwnedItem",
    "Tenant",
} | {"TaskRuns"}
"""Those that only say what to do, or what was found."""
ELSEWHERE: dict[type[Record], set[str]] = {
    Assessment: {"checklist", "golden_tasks", "schedule"},  # rows of their own tables
    Installation: {"bot_token", "is_paused"},  # sealed, and a row of the pauses
}
GIVEN_BY_STORAGE = {"version", "seq"}
"""Counted up when a record is saved, whatever it says."""
SAMPLES: dict[type[Record], tuple[Record, ...]] = {
    Answer: tuple(FULL.answers.values()),
    Assessment: (FULL,),
    BlindAnswers: (FULL_BLIND,),
    ChecklistItem: FULL.checklist,
    Decision: (FULL.decision,) if FULL.decision else (),
    Delivery: (FULL_DELIVERY,),
    GoldenTask: FULL.golden_tasks,
    Installation: (FULL_INSTALLATION,),
    LoggedFailure: (FULL_FAILURE,),
    MessageRef: (FULL_MESSAGE,),
    Received: (FULL_RECEIVED,),
    ResultFile: (FULL_FILE,),
    ResultsToken: (FULL_TOKEN,),
    Review: (FULL_REVIEW,),
    ReviewSchedule: (FULL.schedule, BY_DAY) if FULL.schedule else (),
    UnheardLine: (FULL_UNHEARD,),
    Viewer: (FULL_VIEWER,),
}


def test_every_record_is_known_as_stored_or_not():
    there = {name for name in records.__all__ if issubclass(getattr(records, name), Record)}

    assert there == {record.__name__ for record in STORED} | NOT_STORED
    assert SAMPLES.keys() == STORED.keys()


@each(("record", "table"), STORED.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_every_field_of_a_record_has_a_column(record: type[Record], table: Table):
    assert record.model_fields.keys() - {"tenant"} - ELSEWHERE.get(record, set()) <= set(table.c.keys())


@each("record", SAMPLES, ids=lambda record: record.__name__)
def test_no_field_of_the_samples_keeps_its_default(record: type[Record]):
    silent = {
        name
        for name, field in record.model_fields.items()
        if not field.is_required()
        and all(getattr(one, name) == field.get_default(call_default_factory=True) for one in SAMPLES[record])
    }

    assert silent - GIVEN_BY_STORAGE == set()


async def test_an_assessment_with_all_its_parts_comes_back_whole(storage: Storage):
    by_day = FULL.model_copy(update={"id": "DAY", "name": "By day", "supersedes": "A9", "schedule": BY_DAY})

    await storage.remember(change(assessments=[FULL, by_day]))

    assert await storage.assessments.get(OURS, "FULL") == FULL.model_copy(update={"version": 1})
    assert await storage.assessments.get(OURS, "DAY") == by_day.model_copy(update={"version": 1})
    assert await storage.assessments.history(OURS, "FULL") == tuple(FULL.answers.values())


async def test_a_review_and_a_failure_come_back_whole(storage: Storage):
    await storage.remember(change(assessments=[FULL], reviews=[FULL_REVIEW], failures=[FULL_FAILURE]))
    first = await storage.reviews.get(OURS, "FULL", FULL_REVIEW.month)
    await storage.remember(change(reviews=[FULL_REVIEW.model_copy(update={"version": 1})], failures=[FULL_FAILURE]))

    assert first == FULL_REVIEW.model_copy(update={"version": 1})
    assert await storage.reviews.get(OURS, "FULL", FULL_REVIEW.month) == FULL_REVIEW.model_copy(update={"version": 2})
    assert await storage.failures.get(OURS, "F9") == FULL_FAILURE


async def test_a_review_and_a_failure_that_say_more_later_come_back_whole(storage: Storage):
    bare_review = Review(id="R1", tenant=OURS, assessment_id="FULL", month="2026-12", opened_at=NOON)
    bare_failure = LoggedFailure(
        id="F9", tenant=OURS, assessment_id="FULL", bucket=FULL_FAILURE.bucket, by="U2", at=NOON
    )
    await storage.remember(change(assessments=[FULL], reviews=[bare_review], failures=[bare_failure]))

    await storage.remember(change(reviews=[FULL_REVIEW.model_copy(update={"version": 1})], failures=[FULL_FAILURE]))

    assert await storage.reviews.get(OURS, "FULL", "2026-12") == FULL_REVIEW.model_copy(update={"version": 2})
    assert await storage.failures.get(OURS, "F9") == FULL_FAILURE


async def test_a_row_of_the_outbox_comes_back_with_all_that_became_of_it(storage: Storage):
    row = keys(OURS) | FULL_DELIVERY.model_dump(exclude={"tenant"})

    def put(connection: Connection) -> None:
        connection.execute(insert(tables.outbox), row)

    await storage._database.write(put)

    assert await storage.outbox.get(OURS, "D9") == FULL_DELIVERY


async def test_what_a_new_row_of_the_outbox_says_comes_back_whole_and_nothing_became_of_it_yet(storage: Storage):
    await storage.remember(change(deliveries=[FULL_DELIVERY]))

    saved = await storage.outbox.get(OURS, "D9")
    fresh = delivery("fresh")
    course: dict[str, Any] = {
        name: getattr(fresh, name)
        for name in Delivery.model_fields
        if name in {"state", "attempts", "in_doubt", "retry_at", "first_tried_at"}
        or name in {"leased_by", "leased_until", "ts", "error", "done_at"}
    }
    assert saved is not None
    assert saved == FULL_DELIVERY.model_copy(update=course | {"seq": saved.seq})


async def test_the_place_of_a_message_an_installation_and_a_viewer_come_back_whole(storage: Storage):
    about: dict[str, Any] = {"assessment_id": "FULL", "message_key": "parent", "channel": "C9"}
    await storage.remember(change(deliveries=[delivery("D1", **about)]))
    await storage.outbox.claim("one", NOON, 1, MINUTE)
    await storage.outbox.finish("D1", "one", DeliveryState.SENT, at=NOON, ts="17.0", channel="C9")
    await storage.installations.save(FULL_INSTALLATION)
    await storage.homes.opened(OURS, "U2", 0, NOON)
    made = FULL_VIEWER.model_copy(update={"version": 1})
    await storage._database.write(viewers.save, made)

    assert await storage.outbox.message(OURS, "FULL", "parent") == FULL_MESSAGE
    assert await storage.installations.get(OURS) == FULL_INSTALLATION
    assert await storage.homes.viewer(OURS, "U2") == FULL_VIEWER


async def test_what_came_in_comes_back_whole_to_the_process_that_takes_it_over(storage: Storage):
    assert (await storage.inbox.receive(FULL_RECEIVED.model_copy(update={"held_by": "gone", "tries": 1}))).is_new
    assert await storage.inbox.begin(FULL_RECEIVED)

    taken = await storage.inbox.take_over(
        FULL_RECEIVED.held_by, lambda owner: owner == "gone", before=NOON, at_work=(), starts=False
    )

    assert taken == [FULL_RECEIVED]


async def test_a_line_that_was_not_understood_comes_back_whole(storage: Storage):
    later = FULL_UNHEARD.model_copy(update={"id": "N2", "at": NOON + MINUTE})
    await storage.remember(change(assessments=[FULL], unheard=[FULL_UNHEARD, later]))

    assert await storage.unheard.newest(OURS, 5) == (later, FULL_UNHEARD)
    assert await storage.unheard.newest(OURS, 1) == (later,)
    assert await storage.unheard.newest(OTHERS, 5) == ()


async def test_a_result_file_and_a_token_come_back_whole_and_as_they_are_said_later(storage: Storage):
    bare = FULL_FILE.model_copy(update={"version": 0, "place": None, "taken_by": None, "used_in": None})
    live = FULL_TOKEN.model_copy(update={"used_at": None, "revoked_by": None, "revoked_at": None})
    await storage.remember(change(assessments=[FULL], result_files=[bare], tokens=[live]))
    first = await storage.results.of_content(OURS, ["FULL"], "d1")
    await storage.remember(change(result_files=[FULL_FILE.model_copy(update={"version": 1})], tokens=[FULL_TOKEN]))

    assert first == bare.model_copy(update={"version": 1})
    assert await storage.results.newest(OURS, ["FULL"]) == (FULL_FILE,)
    assert await storage.results.token(OURS, "T9") == FULL_TOKEN
    assert await storage.results.token(OTHERS, "T9") is None


async def test_the_newest_result_files_come_first_and_only_tokens_that_nobody_revoked_are_listed(storage: Storage):
    bare = FULL_FILE.model_copy(update={"version": 0})
    later = bare.model_copy(update={"digest": "d2", "at": NOON + MINUTE})
    live = FULL_TOKEN.model_copy(update={"id": "T8", "revoked_by": None, "revoked_at": None})
    await storage.remember(change(assessments=[FULL], result_files=[bare, later], tokens=[live, FULL_TOKEN]))

    assert [file.digest for file in await storage.results.newest(OURS, ["FULL", "gone"])] == ["d2", "d1"]
    assert [file.digest for file in await storage.results.newest(OURS, ["FULL"], limit=1)] == ["d2"]
    assert await storage.results.newest(OTHERS, ["FULL"]) == ()
    assert await storage.results.of_content(OURS, ["FULL"], "d3") is None
    assert await storage.results.tokens(OURS, ["FULL"]) == (live,)


@pytest.mark.parametrize("version", [0, 1, 7])
async def test_a_result_file_that_somebody_else_saved_meanwhile_is_a_conflict(storage: Storage, version: int):
    bare = FULL_FILE.model_copy(update={"version": 0})
    await storage.remember(change(assessments=[FULL], result_files=[bare]))
    await storage.remember(change(result_files=[bare.model_copy(update={"version": 1})]))

    with pytest.raises(Conflict):
        await storage.remember(change(result_files=[bare.model_copy(update={"version": version})]))


async def test_a_token_that_was_revoked_stays_so_whatever_a_request_that_began_before_says(storage: Storage):
    live = FULL_TOKEN.model_copy(update={"used_at": None, "revoked_by": None, "revoked_at": None})
    await storage.remember(change(assessments=[FULL], tokens=[live]))
    await storage.remember(change(tokens=[FULL_TOKEN]))
    await storage.remember(change(tokens=[live.model_copy(update={"used_at": NOON})]))

    assert await storage.results.token(OURS, "T9") == FULL_TOKEN.model_copy(update={"used_at": NOON})
