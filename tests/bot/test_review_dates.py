"""Every message that names a date names the one that will come, whatever was moved, put off, skipped or taken up again.

A board keeps what stands in Slack: each message as it was posted, or edited last.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import commands
from bot.commands import CommandBase, OpenReview, read_command
from bot.replies import Aside, Reply, ReviewAside, ReviewClosed, ReviewMessage, ReviewReopened, read_reply
from storage import Storage
from storage.records import Bucket, Change, Delivery, DeliveryMethod, LoggedFailure, Review, ReviewState
from tests.bot.counter import Counter
from tests.bot.reviewed import DUE, FEATURE, T1

MADE = {DeliveryMethod.POST, DeliveryMethod.UPDATE}
DAY = timedelta(days=1)


class Board:
    """A workspace with one decided feature and its plan, and what stands in its channel."""

    def __init__(self, storage: Storage) -> None:
        self.counter = Counter(storage)
        self.stands: dict[str, Reply] = {}
        self.asides: list[Aside] = []

    async def begin(self) -> None:
        new = FEATURE.model_copy(update={"version": 0, "schedule": None})
        await self.counter.storage.remember(Change(tenant=T1, at=self.counter.clock.at, assessments=(new,)))
        await self.plan()

    async def do(self, kind: type[CommandBase], **fields: Any) -> None:
        await self.counter.do(kind, **{"assessment_id": "a1", **fields})
        await self.settle()

    async def plan(self, day: str = "day:1", zone: str = "Berlin", time: str = "10:00") -> None:
        await self.do(commands.PlanReview, day=day, zone=zone, time=time, owner="U1", first="2026-11-22")

    async def settle(self) -> None:
        """Deliver what is due, and carry out our own alarms that are."""
        while rows := await self.counter.deliver():
            for row in rows:
                if row.method is DeliveryMethod.RUN:
                    await self.counter.advisor.carry_out(read_command(row.reply))
                else:
                    self._show(row)

    def _show(self, row: Delivery) -> None:
        reply = read_reply(row.reply)
        if isinstance(reply, ReviewAside):
            self.asides.append(reply.aside)
        elif row.method in MADE and row.message_key and (row.channel == "C1" or row.method is DeliveryMethod.UPDATE):
            self.stands[row.message_key] = reply

    async def wait_until(self, at: datetime) -> None:
        """Let the time pass, with everything that falls due on the way."""
        clock, outbox = self.counter.clock, self.counter.storage.outbox
        while (due := await outbox.next_due(clock.at)) is not None and due < at:
            clock.at = max(due, clock.at)
            await self.settle()
        clock.at = max(at, clock.at)
        await self.settle()

    async def next_alarm(self) -> datetime | None:
        """When a review will truly be opened: the alarms that wait, each with what it would open then."""
        later = self.counter.clock.at + 400 * DAY
        waiting = [
            row
            for row in await self.counter.storage.outbox.claim("look", later, 100, timedelta(0))
            if row.method is DeliveryMethod.RUN
        ]
        await self.counter.storage.outbox.release("look")
        return min((row.due_at for row in waiting if isinstance(read_command(row.reply), OpenReview)), default=None)

    def named(self) -> dict[str, datetime]:
        """The dates that stand in messages."""
        fields = ("next_at", "next_review_at", "snoozed_until", "reopen_until")
        return {
            f"{key}.{field}": at
            for key, reply in self.stands.items()
            for field in fields
            if (at := getattr(reply, field, None)) is not None
        }

    async def review(self, month: str) -> Review:
        found = await self.counter.storage.reviews.get(T1, "a1", month)
        assert found is not None
        return found

    async def check(self) -> None:
        """No message names a date that has passed, nor a next review on a day on which none comes."""
        alarm, now = await self.next_alarm(), self.counter.clock.at
        for place, at in self.named().items():
            assert at > now, f"{place} names what has passed"
            if "next" in place:
                assert at == alarm, f"{place} promises {at}, and {alarm} comes"


@pytest.fixture
async def board(sqlite_storage: Storage) -> Board:
    made = Board(sqlite_storage)
    await made.begin()
    return made


DECEMBER = {"month": "2026-12"}
ACTS: dict[str, list[tuple[type[CommandBase], dict[str, Any]]]] = {
    "moved to later in a month that had its review": [
        (commands.FinishReview, DECEMBER),
        (commands.PlanReview, {"day": "day:20", "zone": "Berlin", "time": "10:00", "owner": "U1"}),
    ],
    "moved while it is open": [
        (commands.PlanReview, {"day": "day:20", "zone": "Berlin", "time": "10:00", "owner": "U1"}),
    ],
    "another zone after it was finished": [
        (commands.FinishReview, DECEMBER),
        (commands.PlanReview, {"day": "day:1", "zone": "Tokyo", "time": "10:00", "owner": "U1"}),
    ],
    "snoozed": [(commands.SnoozeReview, DECEMBER)],
    "snoozed and moved to before it wakes": [
        (commands.SnoozeReview, DECEMBER),
        (commands.PlanReview, {"day": "day:5", "zone": "Berlin", "time": "10:00", "owner": "U1"}),
    ],
    "snoozed and then paused": [(commands.SnoozeReview, DECEMBER), (commands.PauseReviews, {})],
    "skipped and moved": [
        (commands.SkipReview, DECEMBER),
        (commands.PlanReview, {"day": "day:15", "zone": "Berlin", "time": "09:00", "owner": "U1"}),
    ],
    "finished, paused and resumed": [
        (commands.FinishReview, DECEMBER),
        (commands.PauseReviews, {}),
        (commands.ResumeReviews, {}),
    ],
    "finished and stopped": [(commands.FinishReview, DECEMBER), (commands.StopReviews, {})],
    "finished and reopened": [(commands.FinishReview, DECEMBER), (commands.ReopenReview, DECEMBER)],
    "skipped, reopened and finished": [
        (commands.SkipReview, DECEMBER),
        (commands.ReopenReview, DECEMBER),
        (commands.FinishReview, DECEMBER),
    ],
}


@pytest.mark.parametrize("acts", ACTS)
async def test_dates_that_stand_are_those_that_come(acts: str, board: Board):
    await board.wait_until(DUE)
    await board.check()
    for kind, fields in ACTS[acts]:
        await board.do(kind, **fields)
        await board.check()
    for days in (1, 2, 4, 8, 20, 31, 32, 60):
        await board.wait_until(DUE + days * DAY + timedelta(minutes=5))
        await board.check()


async def test_what_is_promised_after_a_move_comes_on_that_day(board: Board):
    await board.wait_until(DUE)
    await board.do(commands.FinishReview, **DECEMBER)
    await board.plan(day="day:20")

    promised = set(board.named().values()) - {DUE + DAY}
    january = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
    await board.wait_until(january)

    assert {at for at in promised if at > DUE + 2 * DAY} == {january}
    assert (await board.review("2027-01")).state is ReviewState.OPEN


async def test_a_review_finished_by_mistake_is_open_again_with_its_marks_and_counts(board: Board):
    await board.wait_until(DUE)
    await board.do(commands.MarkTask, **DECEMBER, task="t1", result="pass")
    failed = LoggedFailure(id="f1", tenant=T1, assessment_id="a1", bucket=Bucket.SAFETY, by="U2", at=DUE)
    await board.counter.storage.remember(Change(tenant=T1, at=DUE, failures=(failed,)))
    await board.do(commands.FinishReview, **DECEMBER)
    closed = board.stands["review:2026-12"]
    await board.do(commands.ReopenReview, by="U2", **DECEMBER)
    review, shown = await board.review("2026-12"), board.stands["review:2026-12"]

    assert isinstance(closed, ReviewClosed)
    assert closed.reopen_until is not None
    assert isinstance(shown, ReviewMessage)
    assert (review.state, review.finished_by, review.verdict) == (ReviewState.OPEN, None, None)
    assert [(row.bucket, row.count) for row in shown.counts] == [("safety", 1)]
    assert [task.result for task in shown.tasks] == ["pass", "not_run"]
    told = board.stands["review_result:2026-12"]
    assert isinstance(told, ReviewReopened)
    assert told.by == "U2"

    await board.do(commands.FinishReview, **DECEMBER)
    assert board.stands["review_result:2026-12"].kind == "review_result"
    assert (await board.review("2026-12")).counts[Bucket.SAFETY] == 1


@pytest.mark.parametrize(("after", "is_open"), [(timedelta(hours=23, minutes=50), True), (timedelta(days=1), False)])
async def test_it_can_be_reopened_for_a_day(after: timedelta, is_open: bool, board: Board):
    await board.wait_until(DUE)
    await board.do(commands.FinishReview, **DECEMBER)
    finished_at = (await board.review("2026-12")).finished_at
    assert finished_at is not None
    await board.wait_until(finished_at + after)
    line = board.stands["review:2026-12"]
    assert isinstance(line, ReviewClosed)
    assert (line.reopen_until is not None) is is_open, "the button goes with the day"
    await board.do(commands.ReopenReview, **DECEMBER)

    assert ((await board.review("2026-12")).state is ReviewState.OPEN) is is_open
    assert board.asides == ([] if is_open else [Aside.STAYS_CLOSED])


async def test_pressing_reopen_twice_tells_that_it_is_open(board: Board):
    await board.wait_until(DUE)
    await board.do(commands.FinishReview, **DECEMBER)
    await board.do(commands.ReopenReview, **DECEMBER)
    await board.do(commands.ReopenReview, **DECEMBER)
    await board.do(commands.ReopenReview, month="2026-11")

    assert board.asides == [Aside.STAYS_OPEN]


async def test_one_that_was_ended_again_has_its_own_day(board: Board):
    await board.wait_until(DUE)
    await board.do(commands.FinishReview, **DECEMBER)
    await board.wait_until(DUE + timedelta(hours=12))
    await board.do(commands.ReopenReview, **DECEMBER)
    await board.do(commands.FinishReview, **DECEMBER)
    await board.wait_until(DUE + timedelta(hours=30))

    line = board.stands["review:2026-12"]
    assert isinstance(line, ReviewClosed)
    assert line.reopen_until is not None


async def test_counts_that_somebody_corrected_outlive_the_mistake(board: Board):
    await board.wait_until(DUE)
    await board.do(commands.SaveCounts, **DECEMBER, counts={"safety": "7"})
    await board.do(commands.FinishReview, **DECEMBER)
    await board.do(commands.ReopenReview, **DECEMBER)

    shown = board.stands["review:2026-12"]
    assert isinstance(shown, ReviewMessage)
    assert [(row.bucket, row.count) for row in shown.counts] == [("safety", 7)]
