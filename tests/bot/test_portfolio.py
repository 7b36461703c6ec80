"""The portfolio on a real database: what its lines say, who gets it, and what an admin's Home says of it."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest

from bot import commands
from bot.dialogue.portfolio import PAGE
from bot.exports import portfolio_table
from bot.replies import PortfolioMessage, Problem, Trouble
from bot.showing.files import all_files
from bot.slack.membership import Told
from bot.views import render
from rules.framework import Architecture
from rules.portfolio import DecidedFeature, Drift
from storage import Storage
from storage.records import Bucket, LoggedFailure, Review, ReviewSchedule, ReviewState
from tests.bot.house import NOW, OTHER, TENANT, House, decided

DAY = timedelta(days=1)


@pytest.fixture
def house(storage: Storage) -> House:
    made = House(storage)
    made.admins.add("U1")
    return made


def review(of: str, month: str = "2026-11", **fields: Any) -> Review:
    return Review(**{"id": f"{of}-{month}", "tenant": TENANT, "assessment_id": of, "month": month} | fields)


def failure(named: str, of: str, bucket: Bucket = Bucket.SAFETY) -> LoggedFailure:
    return LoggedFailure(id=named, tenant=TENANT, assessment_id=of, bucket=bucket, by="U2", at=NOW - DAY)


async def ask(house: House, by: str = "U1", **fields: Any) -> Any:
    """`/ftrag portfolio` in a channel that the bot is not in, or whatever the fields say."""
    given = {"channel": "C5", "response_url": "https://hooks.slack.com/x"} | fields
    await house.do(commands.ShowPortfolio, by, **given)
    await house.later(0)
    return house.said[-1][1]


async def test_a_line_says_where_the_feature_stands(house: House):
    plan = ReviewSchedule(day=1, owner="U2")
    await house.save(
        decided("late", name="Late", schedule=plan),
        decided("drifts", "C2", name="Drifts", schedule=None),
        decided("fine", "C3", name="Fine", schedule=plan),
        reviews=(
            review("late", opened_at=NOW - 9 * DAY),
            review(
                "drifts", state=ReviewState.FINISHED, opened_at=NOW, finished_at=NOW, verdict="hybrid",
                outcome={"result": {"passed": 1, "failed": 1}},
            ),
            review("fine", state=ReviewState.FINISHED, opened_at=NOW, finished_at=NOW, verdict="rag"),
        ),
        failures=(failure("f1", "fine"), failure("f2", "fine"), failure("f3", "fine", Bucket.FORMATTING)),
    )  # fmt: skip

    shown = await ask(house)

    assert (shown.total, shown.overdue, shown.drifting, shown.unplanned) == (3, 1, 1, 1)
    assert (shown.bucket, shown.bucket_count, shown.failures) == ("safety", 2, 3)
    drifts, late, fine = shown.lines
    assert (late.name, late.open_days, late.is_overdue, late.is_planned) == ("Late", 9, True, True)
    assert (drifts.drift, drifts.concluded, drifts.passed, drifts.ran) == (
        Drift.OTHER_VERDICT, Architecture.HYBRID, 1, 2,
    )  # fmt: skip
    assert (fine.is_confirmed, fine.reviewed, fine.failures, fine.bucket_count) == (True, "2026-11", 3, 2)
    assert "No, the review concluded a hybrid" in render(shown).text


async def test_a_review_in_which_no_golden_task_ran_does_not_tell_whether_the_verdict_holds(house: House):
    done: dict[str, Any] = {"state": ReviewState.FINISHED, "opened_at": NOW, "finished_at": NOW, "verdict": "rag"}
    await house.save(
        decided("bare", name="Bare"),
        decided("ran", "C2", name="Ran"),
        reviews=(
            review("bare", **done, outcome={"result": {"passed": 0, "failed": 0, "not_run": 3}}),
            review("ran", **done, outcome={"result": {"passed": 4, "failed": 1}}),
        ),
    )

    told = render(await ask(house)).text

    assert "Does it hold? Not known, no golden task was run" in told
    assert "Does it hold? Yes, 4 of 5 golden tasks passed" in told


async def test_a_review_has_been_open_for_as_many_days_as_the_home_says(house: House):
    plan = ReviewSchedule(day=1, owner="U1", zone="Europe/Berlin")
    await house.save(decided(schedule=plan), reviews=(review("a1", opened_at=NOW - timedelta(hours=12)),))

    (line,), home = (await ask(house)).lines, await house.open("U1")

    assert line.open_days == home.waiting[0].days == 1


async def test_a_page_beyond_the_end_is_the_last_one(house: House):
    await house.save(*(decided(f"a{n:02}", f"C{n}", name=f"Feature {n:02}") for n in range(PAGE + 1)))

    shown = await ask(house, page=9_999, is_turned=True)

    assert (shown.page, shown.first, len(shown.lines)) == (1, PAGE + 1, 1)


@pytest.mark.parametrize("channel", ["C1", "D1", ""])
async def test_who_does_not_administer_the_workspace_hears_so_wherever_they_ask(house: House, channel: str):
    await house.save(decided())

    refused = await ask(house, "U2", channel=channel)

    assert refused == Problem(trouble=Trouble.NOT_ADMIN)
    assert "Support copilot" not in render(refused).text


async def test_an_admin_of_another_workspace_sees_nothing_of_ours(house: House):
    await house.save(decided())

    assert await ask(house, tenant=OTHER) == Problem(trouble=Trouble.NOT_ADMIN)


async def test_words_to_the_bot_ask_for_it_as_the_command_does(house: House):
    await house.save(decided())
    typed = {"channel": "D1", "is_direct": True, "text": "portfolio", "is_mention": True, "thread_ts": None}

    await house.do(commands.TypedText, "U1", **typed)
    await house.later(0)

    assert isinstance(house.said[-1][1], PortfolioMessage)


async def test_a_home_says_it_in_one_line_to_whoever_certainly_administers_the_workspace(house: House):
    await house.save(
        decided(schedule=None), reviews=(review("a1", opened_at=NOW - 7 * DAY),), failures=(failure("f1", "a1"),)
    )

    home, other = await house.open("U1"), await house.open("U2")

    assert home.portfolio is not None
    assert (home.portfolio.features, home.portfolio.overdue, home.portfolio.bucket) == (1, 1, "safety")
    assert other.portfolio is None


async def test_a_home_where_nothing_is_decided_says_nothing_of_it(house: House):
    await house.start()

    assert (await house.open("U1")).portfolio is None


async def test_a_home_that_is_made_anew_has_it_still(house: House):
    await house.open("U1")
    await house.save(decided())
    await house.start("Another one")
    await house.later()

    assert house.home("U1").portfolio is not None
    house.told = Told.NOT_NOW
    await house.start("A third one")
    await house.later()
    assert len(house.published) == 2


async def test_the_export_has_one_row_a_feature_of_this_workspace_alone(house: House):
    await house.save(decided(name="=Sum"), failures=(failure("f1", "a1"),))
    await house.do(commands.ExportTables, "U1", channel="D1", is_direct=True, is_workspace=True)
    await house.later(0)
    (wanted,) = [said for _, said in house.said if getattr(said, "table", "") == "portfolio"]

    file = await all_files(house.storage)["tables_file"](wanted.model_dump(mode="json"))
    stranger = wanted.model_copy(update={"tenant": OTHER}).model_dump(mode="json")
    other = await all_files(house.storage)["tables_file"](stranger)

    (row,) = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    assert (row["assessment"], row["name"], row["verdict"], row["recent_safety"]) == ("a1", "'=Sum", "rag", "1")
    assert (row["last_review"], row["drift"], row["review_open_since_date"]) == ("", "", "")
    assert list(csv.DictReader(io.StringIO(other.content.decode("utf-8-sig"), newline=""))) == []


def test_a_row_of_the_export_says_what_the_last_review_found():
    given: dict[str, Any] = {"id": "a", "name": "A", "team": "C1", "architecture": "rag", "decided_at": NOW - 60 * DAY}
    last = {"month": "2026-11", "finished_at": NOW, "architecture": "hybrid", "passed": 2, "ran": 5, "bar": 0.9}
    feature = DecidedFeature.model_validate(given | {"reviewed": last, "waits_since": NOW - 8 * DAY, "source": "both"})

    (row,) = csv.DictReader(io.StringIO(portfolio_table([feature], NOW).decode("utf-8-sig"), newline=""))

    assert (row["last_review"], row["last_review_concluded"], row["drift"]) == ("'2026-11", "hybrid", "other_verdict")
    assert (row["golden_tasks_passed"], row["golden_tasks_run"], row["bar"]) == ("2", "5", "0.9")
    assert (row["review_overdue"], row["source"], row["passes"]) == ("yes", "both", "yes")
