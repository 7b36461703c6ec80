"""Storage does what a few dictionaries would do, whatever is asked of it in whatever order."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from storage import Storage, open_storage
from storage.errors import Conflict, Missing
from storage.records import Answer, DeliveryState
from tests.examples import TIMES
from tests.storage.samples import MINUTE, NOON, OURS, answer, assessment, change, delivery

IDS = st.sampled_from(["A1", "A2"])
FACTS = st.sampled_from(["freshness", "need", "corpus"])
LANES = st.sampled_from(["one", "two"])
KEYS = st.sampled_from(["k1", "k2", "k3", None])
OWNERS = st.sampled_from(["w1", "w2"])
MINUTES = st.integers(min_value=-2, max_value=3)


@dataclass(frozen=True)
class Row:
    """One outbox row of the model."""

    id: str
    lane: str
    due_at: datetime
    seq: int
    key: str | None
    message: tuple[str, str]
    state: str = "pending"
    owner: str | None = None
    is_over: bool = False
    """Whether its lease is over."""
    retry_at: datetime | None = None
    attempts: int = 0
    in_doubt: bool = False

    @property
    def is_taken(self) -> bool:
        return self.owner is not None and not self.is_over


class Model(RuleBasedStateMachine):
    """The storage and the dictionaries, side by side."""

    storage: Storage
    runner: asyncio.Runner

    def __init__(self) -> None:
        super().__init__()
        self.now = NOON
        self.versions: dict[str, int] = {}
        self.answers: dict[str, dict[str, Answer]] = {}
        self.history: dict[str, list[Answer]] = {}
        self.events: set[str] = set()
        self.rows: dict[str, Row] = {}
        self.number = 0

    def ask(self, question):
        return self.runner.run(question)

    def teardown(self) -> None:
        self.ask(self.storage.assessments.delete_tenant(OURS))

    # --- what a turn saves

    @rule(id_=IDS, fact=FACTS, value=st.sampled_from(["weekly", "daily", None]), event=KEYS, behind=st.integers(0, 1))
    def save(self, id_: str, fact: str, value: str | None, event: str | None, behind: int) -> None:
        version = max(self.versions.get(id_, 0) - behind, 0)
        said = answer(fact, value, by=f"U{self.number}", at=self.now)
        self.number += 1
        current = self.answers.get(id_, {}) | {fact: said}
        saving = change(inbox_key=event, at=self.now, assessments=[assessment(id_, version=version, answers=current)])
        if event in self.events:
            assert self.ask(self.storage.remember(saving)) is False
        elif version != self.versions.get(id_, 0):
            with pytest.raises(Conflict):
                self.ask(self.storage.remember(saving))
        else:
            assert self.ask(self.storage.remember(saving)) is True
            self.events |= {event} - {None}
            self.versions[id_] = version + 1
            self.answers[id_] = current
            self.history.setdefault(id_, []).append(said)

    @rule(id_=IDS)
    def delete(self, id_: str) -> None:
        self.ask(self.storage.remember(change(deletes=id_)))
        if id_ in self.versions:
            gone = change(assessments=[assessment(id_, version=self.versions.pop(id_))])
            with pytest.raises(Missing):
                self.ask(self.storage.remember(gone))
        self.answers.pop(id_, None)
        self.history.pop(id_, None)
        self.rows = {name: row for name, row in self.rows.items() if row.message[0] != id_}

    @rule(id_=IDS, message=st.sampled_from(["parent", "verdict"]), lane=LANES, in_minutes=MINUTES, key=KEYS,
          replaces=st.booleans(), cancels=KEYS)  # fmt: skip
    def say(self, *, id_, message, lane, in_minutes, key, replaces, cancels) -> None:
        self.number += 1
        due = self.now + in_minutes * MINUTE
        row = Row(f"D{self.number}", lane, due, self.number, key, (id_, message))
        saying = delivery(
            row.id, lane=lane, due_at=due, dedupe_key=key, assessment_id=id_, message_key=message, replaces=replaces
        )
        cancelled = [] if cancels is None else [cancels]
        assert self.ask(self.storage.remember(change(at=self.now, deliveries=[saying], cancels=cancelled))) is True
        for other in self.rows.values():
            is_meant = other.key in cancelled or (replaces and other.message == row.message)
            if is_meant and other.state == "pending" and other.owner is None and not other.in_doubt:
                self.rows[other.id] = replace(other, state="cancelled")
        if key is None or not any(other.key == key and other.state != "cancelled" for other in self.rows.values()):
            self.rows[row.id] = row

    @rule(lanes=st.lists(LANES, min_size=1, max_size=4), in_minutes=MINUTES)
    def say_plainly(self, lanes: list[str], in_minutes: int) -> None:
        due = self.now + in_minutes * MINUTE
        numbers = range(self.number + 1, self.number + 1 + len(lanes))
        rows = [Row(f"D{n}", lane, due, n, None, ("", "")) for n, lane in zip(numbers, lanes, strict=True)]
        self.number += len(lanes)
        saying = [delivery(row.id, lane=row.lane, due_at=due) for row in rows]
        assert self.ask(self.storage.remember(change(at=self.now, deliveries=saying))) is True
        self.rows |= {row.id: row for row in rows}

    # --- the due-work engine

    def free(self) -> list[Row]:
        """What may be taken now, longest due first."""
        due = sorted(
            (row for row in self.rows.values() if row.state == "pending" and row.due_at <= self.now),
            key=lambda row: (row.due_at, row.seq),
        )
        heads: dict[str, Row] = {}
        for row in due:
            heads.setdefault(row.lane, row)
        busy = {row.lane for row in self.rows.values() if row.state == "pending" and row.is_taken}
        ready = [row for row in heads.values() if row.retry_at is None or row.retry_at <= self.now]
        return [row for row in ready if row.lane not in busy]

    @rule(owner=OWNERS, limit=st.integers(1, 3), is_over=st.booleans())
    def claim_some(self, owner: str, limit: int, is_over: bool) -> None:
        self.claim(owner, limit, is_over=is_over)

    @rule(owner=OWNERS)
    def claim_all(self, owner: str) -> None:
        self.claim(owner, 9, is_over=False)

    def claim(self, owner: str, limit: int, *, is_over: bool) -> None:
        expected = self.free()[:limit]
        lease = timedelta(0) if is_over else timedelta(days=365)
        taken = self.ask(self.storage.outbox.claim(owner, self.now, limit, lease))
        assert [row.id for row in taken] == [row.id for row in expected]
        for row, found in zip(expected, taken, strict=True):
            doubt = row.in_doubt or row.owner is not None
            assert (found.attempts, found.in_doubt) == (row.attempts + 1, doubt)
            mine = replace(row, owner=owner, is_over=is_over, attempts=row.attempts + 1, in_doubt=doubt)
            self.rows[row.id] = mine

    def _some(self, choice: int) -> Row | None:
        rows = sorted(self.rows.values(), key=lambda row: (row.owner is None, row.seq))
        return rows[choice % len(rows)] if rows else None

    @rule(choice=st.integers(0, 3), owner=OWNERS, state=st.sampled_from(["sent", "failed", "unknown"]))
    def finish(self, choice: int, owner: str, state: str) -> None:
        row = self._some(choice)
        if row is not None:
            is_mine = row.owner == owner and row.state == "pending"
            ended = self.storage.outbox.finish(row.id, owner, DeliveryState(state), at=self.now)
            assert self.ask(ended) is is_mine
            if is_mine:
                self.rows[row.id] = replace(row, state=state, owner=None, retry_at=None)

    @rule(choice=st.integers(0, 3), owner=OWNERS, in_minutes=MINUTES, tried=st.booleans(), in_doubt=st.booleans())
    def retry(self, choice: int, owner: str, in_minutes: int, tried: bool, in_doubt: bool) -> None:
        row = self._some(choice)
        if row is not None:
            at = self.now + in_minutes * MINUTE
            again = self.storage.outbox.retry(row.id, owner, at, "later", tried=tried, in_doubt=in_doubt)
            is_mine = row.owner == owner and row.state == "pending"
            assert self.ask(again) is is_mine
            if is_mine:
                doubt, attempts = row.in_doubt or in_doubt, row.attempts - (not tried)
                self.rows[row.id] = replace(row, owner=None, retry_at=at, in_doubt=doubt, attempts=attempts)

    @rule(choice=st.integers(0, 3))
    def resend(self, choice: int) -> None:
        row = self._some(choice)
        if row is not None:
            is_ended = row.state in {"unknown", "failed"}
            self.ask(self.storage.remember(change(at=self.now, resends=[row.id])))
            if is_ended:
                self.rows[row.id] = replace(
                    row, state="pending", attempts=0, in_doubt=False, retry_at=None, due_at=self.now
                )

    @rule(minutes=st.integers(0, 3))
    def pass_time(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    # --- what holds after every step

    @invariant()
    def what_is_stored_is_what_was_saved(self) -> None:
        async def check() -> None:
            for id_, version in self.versions.items():
                found = await self.storage.assessments.get(OURS, id_)
                assert (found.version, found.answers) == (version, self.answers[id_])
                assert list(await self.storage.assessments.history(OURS, id_)) == self.history[id_]

        self.ask(check())

    @invariant()
    def every_row_is_in_its_state(self) -> None:
        async def check() -> None:
            for row in self.rows.values():
                found = await self.storage.outbox.get(OURS, row.id)
                assert (found.state, found.leased_by, found.attempts) == (row.state, row.owner, row.attempts)
            pending = [row for row in self.rows.values() if row.state == "pending"]
            assert await self.storage.outbox.pending_count() == len(pending)

        self.ask(check())

    @invariant()
    def next_due_is_now_just_when_something_can_be_taken(self) -> None:
        due = self.ask(self.storage.outbox.next_due(self.now))
        if self.free():
            assert due == self.now
        else:
            assert due is None or due > self.now


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_storage_does_what_the_dictionaries_do(engine: str, request: pytest.FixtureRequest):
    url = str(request.getfixturevalue(f"{engine}_url"))
    examples = TIMES * (30 if engine == "sqlite" else 8)
    with asyncio.Runner() as runner:
        storage = open_storage(url)
        bound = type("BoundModel", (Model,), {"storage": storage, "runner": runner})
        try:
            run_state_machine_as_test(
                bound,
                settings=settings(
                    max_examples=examples,
                    stateful_step_count=30,
                    deadline=None,
                    derandomize=TIMES == 1,
                    database=None,
                    suppress_health_check=list(HealthCheck),
                ),
            )
        finally:
            runner.run(storage.close())
