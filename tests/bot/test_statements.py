"""What a click costs the database: so few statements, that no later change adds one unseen."""

from typing import Self

from bot import commands
from storage import Storage
from storage.sqlite_file import raw_of
from tests.bot.counter import Counter
from tests.storage.samples import MINUTE


class Sent(list[str]):
    """The statements that SQLite was given, by their first words; one for many rows counts once."""

    @classmethod
    async def to(cls, storage: Storage) -> Self:
        """Listens from now on."""
        sent = cls()
        await storage._database.read(lambda connection: raw_of(connection).set_trace_callback(sent._note))
        return sent

    def _note(self, statement: str) -> None:
        words = statement.replace("(", " ").split()
        if words[0] in {"BEGIN", "COMMIT", "ROLLBACK", "PRAGMA"}:
            return
        said = " ".join(words[: 3 if words[0] == "INSERT" else 2]) if words[0] != "SELECT" else "SELECT"
        if said == "SELECT" or said not in self[-1:]:
            self.append(said)


async def test_an_answer_is_read_once_and_saved_in_six_statements(counter: Counter):
    started = await counter.start()
    while rows := await counter.storage.outbox.claim("one", counter.clock.now(), 5, MINUTE):
        for row in rows:
            await counter.storage.outbox.finish(row.id, "one", "sent", at=counter.clock.now(), ts="1.1", channel="C1")
    sent = await Sent.to(counter.storage)

    await counter.do(commands.GiveAnswer, assessment_id=started.id, inbox_key="k", fact="need", values=("facts",))

    assert sent == [
        "SELECT",
        "INSERT INTO inbox",
        "UPDATE assessments",
        "INSERT INTO answers",
        "SELECT",  # who looks at their Home just now
        "SELECT",  # whether anything waits that an edit takes the place of
        "INSERT INTO outbox",
    ]


async def test_an_answer_whose_messages_are_not_out_yet_takes_their_place_in_one_statement_more(counter: Counter):
    started = await counter.start()
    sent = await Sent.to(counter.storage)

    await counter.do(commands.GiveAnswer, assessment_id=started.id, inbox_key="k", fact="need", values=("facts",))

    assert sent == [
        "SELECT",
        "INSERT INTO inbox",
        "UPDATE assessments",
        "INSERT INTO answers",
        "SELECT",
        "SELECT",
        "UPDATE outbox",
        "INSERT INTO outbox",
    ]


async def test_an_answer_that_came_through_the_inbox_is_on_the_disk_with_the_first_row_that_is_to_be_sent(
    counter: Counter,
):
    started = await counter.start()
    waits: list[str] = []

    def note(statement: str) -> None:
        if statement.startswith("PRAGMA synchronous"):
            waits.append(statement.rpartition(" ")[2])
        elif statement == "COMMIT":
            waits.append("commit")

    await counter.storage._database.read(lambda connection: raw_of(connection).set_trace_callback(note))
    about = {"assessment_id": started.id, "fact": "need"}
    await counter.do(commands.GiveAnswer, **about, inbox_key="k", values=("facts",))
    await counter.storage.outbox.claim("one", counter.clock.now(), 5, MINUTE)
    assert waits == ["NORMAL", "commit", "FULL", "commit"]

    waits.clear()
    await counter.do(commands.GiveAnswer, **about, inbox_key=None, values=("behaviour",))
    assert waits == ["commit"], "nothing leads to it again"


async def test_a_repeated_click_reads_and_tries_its_key_and_that_is_all(counter: Counter):
    started = await counter.start()
    await counter.do(commands.GiveAnswer, assessment_id=started.id, inbox_key="k", fact="need", values=("facts",))
    sent = await Sent.to(counter.storage)

    await counter.do(commands.ShowStatus, inbox_key="k")

    assert [one for one in sent if one != "SELECT"] == ["INSERT INTO inbox"]


async def test_a_row_that_is_delivered_is_found_taken_and_ended_in_three_statements(counter: Counter):
    await counter.start()
    sent = await Sent.to(counter.storage)

    (row,) = await counter.storage.outbox.claim("one", counter.clock.now(), 5, MINUTE)
    await counter.storage.outbox.finish(row.id, "one", "sent", at=counter.clock.now(), ts="1.1", channel="C1")

    assert sent == ["WITH found", "UPDATE outbox", "INSERT INTO messages"]
