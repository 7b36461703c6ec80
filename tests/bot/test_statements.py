"""What a click costs the database: so few statements, that no later change adds one unseen."""

import pytest
from sqlalchemy import event

from bot import commands
from storage import Storage
from tests.bot.counter import Counter
from tests.storage.samples import MINUTE


class Sent(list[str]):
    """The statements that reached the database, by their first words."""

    def __init__(self, storage: Storage) -> None:
        super().__init__()
        event.listen(storage._database._engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, *_more: object) -> None:
        words = statement.replace("(", " ").split()
        self.append(" ".join(words[: 3 if words[0] == "INSERT" else 2]) if words[0] != "SELECT" else "SELECT")


@pytest.fixture
def counter(sqlite_storage: Storage) -> Counter:
    return Counter(sqlite_storage)


async def test_an_answer_is_read_once_and_saved_in_six_statements(counter: Counter):
    started = await counter.start()
    sent = Sent(counter.storage)

    await counter.do(commands.GiveAnswer, assessment_id=started.id, inbox_key="k", fact="need", values=("facts",))

    assert sent == [
        "SELECT",
        "INSERT INTO inbox",
        "UPDATE assessments",
        "INSERT INTO answers",
        "SELECT",  # who looks at their Home just now
        "UPDATE outbox",
        "INSERT INTO outbox",
    ]


async def test_a_repeated_click_reads_and_tries_its_key_and_that_is_all(counter: Counter):
    started = await counter.start()
    await counter.do(commands.GiveAnswer, assessment_id=started.id, inbox_key="k", fact="need", values=("facts",))
    sent = Sent(counter.storage)

    await counter.do(commands.ShowStatus, inbox_key="k")

    assert [one for one in sent if one != "SELECT"] == ["INSERT INTO inbox"]


async def test_a_row_that_is_delivered_is_found_taken_and_ended_in_three_statements(counter: Counter):
    await counter.start()
    sent = Sent(counter.storage)

    (row,) = await counter.storage.outbox.claim("one", counter.clock.now(), 5, MINUTE)
    await counter.storage.outbox.finish(row.id, "one", "sent", at=counter.clock.now(), ts="1.1", channel="C1")

    assert sent == ["WITH found", "UPDATE outbox", "INSERT INTO messages"]
