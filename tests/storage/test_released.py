"""The database of release 0.1.0, as its own code left it: brought up, it goes on working, old buttons included.

It holds a row in every table, a delivery that waits in every method, an open review and a decision taken up again.
"""

import asyncio
import json
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import commands, parse
from bot.replies import Problem, Trouble, read_reply
from bot.showing.files import all_files
from bot.showing.screens import BlockKitScreens
from storage import open_storage
from storage.records import Delivery, DeliveryMethod, DeliveryState, ReviewState, Tenant
from tests.bot.counter import Counter
from tests.bot.recorded import RECORDED, Recorded

HERE = Tenant(team="T1")
RELEASED = Path(__file__).parent / "releases" / "0.1.0.sql"
DECIDED, REPLACED = "d1d62204e0054e93b7f6f1f99da5738e", "52de84b3b3d64c798ed6f66d471b077d"
CONTRACTS, RUNNING = "ccf79b6211bd42cfb95da9f9164d11da", "6c77e4f8b0984d32816966fdcb9874cc"
NOT_TOLD = {Trouble.OUT_OF_DATE, Trouble.BROKEN, Trouble.NOT_SAVED, Trouble.NOT_BUILT}
"""What nobody may hear who presses a button that 0.1.0 posted."""


@pytest.fixture(scope="module")
def brought_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of that database, brought up by this release, which each test copies."""

    async def bring_up() -> None:
        async with open_storage(f"sqlite:///{path}") as storage:
            await storage.migrate()

    path = tmp_path_factory.mktemp("released") / "ftrag.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(RELEASED.read_text())
    asyncio.run(bring_up())
    return path


@pytest.fixture
async def released(tmp_path: Path, brought_up: Path) -> AsyncIterator[Counter]:
    """A counter over that database, a few minutes after it was left."""
    path = tmp_path / "ftrag.db"
    shutil.copyfile(brought_up, path)
    path.chmod(0o600)
    async with open_storage(f"sqlite:///{path}") as storage:
        counter = Counter(storage)
        counter.clock.at = datetime(2026, 12, 1, 9, 5, tzinfo=UTC)
        yield counter


async def shown(counter: Counter, row: Delivery) -> str:
    """What Slack is told of this row, as it is shown today; a due command of ours is carried out."""
    screens = BlockKitScreens(all_files(counter.storage))
    match row.method:
        case DeliveryMethod.RUN:
            await counter.advisor.carry_out(commands.read_command(dict(row.reply)))
            return "done"
        case DeliveryMethod.UPLOAD:
            return (await screens.file(row.reply)).name
        case DeliveryMethod.PUBLISH:
            return str(screens.home(row.reply)["blocks"])
        case _:
            return screens.message(row.reply).text


def test_the_database_of_the_release_holds_a_row_in_every_table_and_waits_in_every_method(tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / "ftrag.db")) as database:
        database.executescript(RELEASED.read_text())
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        empty = {name for name in names if not database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]}
        waiting = {row[0] for row in database.execute("SELECT DISTINCT method FROM outbox WHERE state = 'pending'")}

    assert empty == set()
    assert waiting == set(DeliveryMethod)


async def test_everything_that_the_release_left_waiting_is_sent(released: Counter):
    await released.deliver()
    released.clock.at = datetime(2027, 1, 4, 9, 0, 5, tzinfo=UTC)
    rows = await released.deliver()
    left = [row for row in await left_by_the_release(released) if row.state is DeliveryState.PENDING]

    assert left == []
    assert rows


async def left_by_the_release(counter: Counter) -> list[Delivery]:
    """The rows that waited in the dump, as they are now."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(RELEASED.read_text())
        ids = [row[0] for row in database.execute("SELECT id FROM outbox WHERE state = 'pending' ORDER BY seq")]
    rows = [await counter.storage.outbox.get(HERE, id_) for id_ in ids]
    return [row for row in rows if row is not None]


async def test_everything_that_the_release_left_waiting_can_still_be_shown(released: Counter):
    rows = await left_by_the_release(released)

    said = {row.id: await shown(released, row) for row in rows}

    assert all(said.values())
    assert {row.method for row in rows} == set(DeliveryMethod)


async def test_an_interview_of_the_release_goes_on_to_its_verdict(released: Counter):
    await released.deliver()
    for number in range(40):
        one = await released.storage.assessments.get(HERE, RUNNING)
        assert one is not None
        if one.asking is None:
            break
        about = {"assessment_id": RUNNING, "inbox_key": f"action:{number}"}
        if one.asking.startswith("contradiction:"):
            await released.do(
                commands.ResolveContradiction, contradiction=one.asking.partition(":")[2], fact="", **about
            )
        else:
            await released.do(commands.SayNotSure, fact=one.asking, **about)
        await released.deliver()

    assert one.decision is not None
    assert one.answers["need"].value == "facts"
    assert (await released.storage.outbox.message(HERE, RUNNING, "verdict")) is not None


async def test_the_open_review_is_finished_and_the_next_month_is_opened(released: Counter):
    await released.deliver()
    await released.do(commands.FinishReview, by="U2", assessment_id=DECIDED, month="2026-12")
    told = [read_reply(row.reply).kind for row in await released.deliver() if row.method is not DeliveryMethod.RUN]
    over = await released.storage.reviews.get(HERE, DECIDED, "2026-12")

    released.clock.at = datetime(2027, 1, 4, 9, 0, 5, tzinfo=UTC)
    for row in await released.deliver():
        if row.method is DeliveryMethod.RUN:
            await shown(released, row)
    posted = [read_reply(row.reply).kind for row in await released.deliver() if row.method is DeliveryMethod.POST]
    opened = await released.storage.reviews.get(HERE, DECIDED, "2027-01")

    assert over is not None
    assert over.state is ReviewState.FINISHED
    assert set(over.results.values()) == {"pass", "fail"}
    assert "review_result" in told
    assert opened is not None
    assert opened.state is ReviewState.OPEN
    assert "review" in posted


async def test_no_second_review_is_promised_of_a_month_that_the_release_opened(released: Counter):
    decided = await released.storage.assessments.get(HERE, DECIDED)

    assert decided is not None
    assert decided.schedule is not None
    assert decided.schedule.opened == "2026-12"


async def test_the_owner_is_reminded_of_the_open_review_on_the_day_that_the_release_set(released: Counter):
    await released.deliver()
    released.clock.at = datetime(2026, 12, 4, 9, 0, 5, tzinfo=UTC)
    for row in await released.deliver():
        if row.method is DeliveryMethod.RUN:
            await shown(released, row)

    (nudge,) = [row for row in await released.deliver() if row.method is DeliveryMethod.POST]
    assert (read_reply(nudge.reply).kind, nudge.user) == ("review_nudge", "U2")


NOT_OPEN = {"keep", "neither", "resolve", "both hold"}
"""Buttons of messages that do not stand open in this database: nothing offered, nothing contradictory."""
PRESSED = [
    one
    for one in RECORDED
    if one.release == RELEASED.stem and one.reader == "action" and one.name not in NOT_OPEN
    if re.search("decided|running", str(one.body))
]
NAMES = {"decided": DECIDED, "running": RUNNING, "|log": "|baseline", "|golden|": "|golden_tasks|"}
"""What the recorded payloads name, and what stands for it here."""


@pytest.mark.parametrize("one", PRESSED, ids=str)
async def test_a_button_that_the_release_posted_still_leads_where_it_led(one: Recorded, released: Counter):
    decided = await released.storage.assessments.get(HERE, DECIDED)
    assert decided is not None
    body = json.dumps(one.body)
    for recorded, there in (NAMES | {"|g1|": f"|{decided.golden_tasks[0].id}|"}).items():
        body = body.replace(recorded, there)
    command = parse.action(json.loads(body))
    assert command is not None
    assert type(command).__name__ == one.means
    await released.deliver()

    modal = await released.advisor.carry_out(command)
    replies = [read_reply(row.reply) for row in await released.deliver() if row.method is not DeliveryMethod.RUN]

    assert modal is not None or replies or one.means == "MarkTask"
    assert not {reply.trouble for reply in replies if isinstance(reply, Problem)} & NOT_TOLD


async def test_the_record_and_the_tables_of_the_release_are_exported(released: Counter):
    await released.deliver()
    await released.do(commands.ExportRecord, assessment_id=DECIDED)
    await released.do(commands.ExportTables, to="here", secrets="cover")
    files = [row for row in await released.deliver() if row.method is DeliveryMethod.UPLOAD]
    screens = BlockKitScreens(all_files(released.storage))
    made = {file.name: file.content.decode() for file in [await screens.file(row.reply) for row in files]}

    assert len(made) == len(files)
    assert {name.rpartition(".")[2] for name in made} == {"md", "html", "json", "csv"}
    record = next(text for name, text in made.items() if name.endswith(".md"))
    assert "Support copilot" in record
    assert "It named the old price." in str(made.values())


async def test_a_version_that_the_release_superseded_leads_to_the_newer_one(released: Counter):
    await released.deliver()
    older, newer = [await released.storage.assessments.get(HERE, id_) for id_ in (REPLACED, CONTRACTS)]

    assert older is not None
    assert newer is not None
    assert (older.superseded_by, newer.supersedes, older.state) == (newer.id, older.id, "superseded")
    assert [one.decision is not None for one in (older, newer)] == [True, True]
