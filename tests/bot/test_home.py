"""The Home on a real database: theirs alone, made anew when something changes, never older than what it showed."""

from datetime import timedelta

import pytest

from bot import commands
from bot.replies import SeesChannels, Waits
from bot.slack.membership import Told
from bot.views import render
from storage import Storage
from storage.records import Review, ReviewSchedule
from tests.bot.house import NOW, OTHER, SECOND, TENANT, House, decided, item


@pytest.fixture
def house(storage: Storage) -> House:
    return House(storage)


# --- made anew ---


async def test_what_somebody_else_does_shows_on_my_home_a_moment_later(house: House):
    assert (await house.open("U1")).lines == ()

    await house.start()
    await house.later(1)
    assert len(house.published) == 1
    await house.later(1)

    assert [line.name for line in house.home("U1").lines] == ["Support copilot"]
    assert house.home("U1").waiting[0].waits is Waits.QUESTION


async def test_much_that_happens_at_once_makes_it_anew_once(house: House):
    await house.open("U1")
    for number in range(5):
        await house.start(f"Feature {number}")

    await house.later()

    assert len(house.published) == 2
    assert len(house.home("U1").lines) == 5


async def test_a_failure_that_is_logged_or_withdrawn_and_a_deletion_show_too(house: House):
    await house.save(decided(started_by="U2"))
    await house.open("U1")
    failed = {"channel": "C1", "assessment_id": "a1", "failure_id": "f1"}

    await house.do(commands.FailureLogged, "U2", bucket="safety", **failed)
    await house.later()
    assert [(one.bucket, one.count) for one in house.home("U1").lines[0].failures] == [("safety", 1)]

    await house.do(commands.WithdrawFailure, "U2", **failed)
    await house.later(5)
    assert house.home("U1").lines[0].failures == ()

    await house.do(commands.DeleteAssessment, "U2", channel="C1", assessment_id="a1")
    await house.later(5)
    assert house.home("U1").lines == ()


async def test_where_nothing_on_it_changed_it_is_not_published_again(house: House):
    house.channels["U2"] = {"C2": "elsewhere"}
    await house.open("U1")

    await house.start(channel="C2")
    await house.later()

    assert len(house.published) == 1


async def test_who_opened_it_long_ago_is_left_alone_however_often_it_was_made_anew(house: House):
    await house.open("U1")
    for number in range(4):
        await house.start(f"Feature {number}")
        await house.later(20 * 60)

    assert len(house.published) == 1 + 2, "twice within the hour; it was opened once"


async def test_a_person_who_left_the_company_ends_it_quietly(house: House):
    await house.open("U1")
    await house.start()
    del house.channels["U1"]
    await house.later()

    assert len(house.published) == 1
    assert await house.storage.homes.viewer(TENANT, "U1") is None
    await house.start("Another one")
    assert "U1" not in {row.user for row in await house.storage.outbox.claim("x", NOW + timedelta(1), 50, SECOND)}


async def test_an_app_that_was_removed_ends_it_quietly(house: House):
    await house.open("U1")
    await house.start()
    await house.do(commands.BotUninstalled, "")
    await house.later()

    assert len(house.published) == 1
    assert await house.storage.outbox.pending_count() == 0


# --- theirs alone ---


async def test_nobody_sees_what_is_in_a_channel_they_left(house: House):
    await house.save(decided(channel="C9"))
    house.channels["U1"] = {"C1": "support-ai", "C9": "secret"}
    assert len((await house.open("U1")).lines) == 1
    del house.channels["U1"]["C9"]

    await house.do(commands.FailureLogged, "U2", channel="C9", assessment_id="a1", failure_id="f1", bucket="safety")
    await house.later()

    assert house.home("U1").lines == house.home("U1").waiting == ()


async def test_another_workspace_is_not_told_and_shows_nothing_of_ours(house: House):
    await house.do(commands.AppHomeOpened, "U1", tenant=OTHER)
    await house.later(0)
    await house.start()
    await house.later()

    assert len(house.published) == 1
    assert house.home("U1").lines == ()


async def test_while_slack_does_not_say_whose_channels_nothing_is_guessed(house: House):
    await house.save(decided())
    await house.open("U1")
    house.told = Told.NOT_NOW
    await house.start("Another one")
    await house.later()
    assert len(house.published) == 1, "better what stood there than less than that"

    assert (await house.open("U2")).sees_channels is SeesChannels.NOT_NOW
    assert house.home("U2").lines == ()

    house.told = Told.ALL
    await house.later(30)
    assert len(house.home("U1").lines) == 2


async def test_without_the_scopes_a_person_sees_where_they_took_part(house: House):
    house.told = Told.NOT_ALLOWED
    await house.start(by="U1")
    await house.save(decided(channel="C9", started_by="U7", answers={}))

    home = await house.open("U1")

    assert [line.name for line in home.lines] == ["Support copilot"]
    assert home.sees_channels is SeesChannels.TOOK_PART


# --- never older ---


async def test_a_home_that_was_overtaken_while_it_was_made_is_made_again(house: House):
    await house.open("U1")
    await house.start("First")
    await house.later(1)
    house.meanwhile = [commands.RefreshHome(tenant=TENANT, actor="U1")]

    await house.open("U1")
    await house.later(9)

    versions = [len(screen.lines) for whose, screen in house.published if whose == "U1"]
    assert versions == sorted(versions)
    assert versions[-1] == 1
    viewer = await house.storage.homes.viewer(TENANT, "U1")
    assert viewer is not None
    assert viewer.version == 5, "opened, made anew meanwhile, opened again after that, made anew: each knew of the last"


async def test_a_turned_page_stays_turned_when_it_is_made_anew(house: House):
    for number in range(12):
        await house.save(decided(f"a{number}", name=f"Feature {number}"))
    assert [len((await house.open("U1", page)).lines) for page in (0, 1)] == [10, 2]

    await house.start("Another one")
    await house.later()

    assert (house.home("U1").page, len(house.home("U1").lines)) == (1, 3)


async def test_a_page_that_is_gone_meanwhile_gives_way_to_the_last_one(house: House):
    for number in range(11):
        await house.save(decided(f"a{number}", name=f"Feature {number}", started_by="U2"))
    await house.open("U1", 1)

    await house.do(commands.DeleteAssessment, "U2", channel="C1", assessment_id="a0")
    await house.later()

    assert (house.home("U1").page, house.home("U1").first, house.home("U1").total) == (0, 1, 10)


# --- what it says ---


async def test_what_is_overdue_comes_first_counted_in_the_teams_own_days(house: House):
    items = (
        item("Soon", "2026-12-20"),
        item("Late", "2026-12-07"),
        item("Today", "2026-12-08"),
        item("Some day", None),
    )
    schedule = ReviewSchedule(day=1, zone="Pacific/Auckland", owner="U1")
    review = Review(id="r1", tenant=TENANT, assessment_id="a1", month="2026-12", opened_at=NOW - timedelta(days=7))
    await house.save(decided(checklist=items, schedule=schedule), reviews=[review])

    waiting = (await house.open("U1")).waiting

    assert [(line.what or line.waits, line.days) for line in waiting] == [
        ("Late", -1), (Waits.REVIEW, 7), ("Today", 0), ("Soon", 12), ("Some day", None),
    ]  # fmt: skip
    assert waiting[1].is_own


async def test_very_much_that_waits_is_counted(house: House):
    items = tuple(item(f"Item {number}", "2026-12-20") for number in range(60))
    await house.save(decided(checklist=items))

    home = await house.open("U1")

    assert (len(home.waiting), home.more_waiting, home.is_more_waiting) == (6, 44, True)


async def test_it_leads_to_the_question_that_stands_open(house: House):
    started = await house.start()
    await house.later(0)

    home = await house.open("U1")
    parent = await house.storage.outbox.message(TENANT, started.id, "parent")

    assert parent is not None
    assert str(home.waiting[0].link).endswith(f"?thread_ts={parent.ts}&cid=C1")
    assert home.waiting[0].link == home.lines[0].link


async def test_it_leads_to_the_verdict_once_there_is_one(house: House):
    """It led to the message in the channel, from which the thread was one more press."""
    found = await house.start()
    while found.asking is not None:
        here = {"channel": "C1", "assessment_id": found.id}
        if found.asking.startswith("contradiction:"):
            await house.do(commands.ResolveContradiction, "U2", contradiction=found.asking[14:], fact="", **here)
        else:
            await house.do(commands.SayNotSure, "U2", fact=found.asking, **here)
        after = await house.storage.assessments.get(TENANT, found.id)
        assert after is not None
        found = after
    await house.later(0)

    home = await house.open("U1")
    verdict = await house.storage.outbox.message(TENANT, found.id, "verdict")

    assert verdict is not None
    assert f"/p{verdict.ts.replace('.', '')}?thread_ts=" in str(home.lines[0].link)


async def test_slack_is_asked_for_the_workspaces_address_once_and_not_waited_for_where_it_is_silent(house: House):
    await house.start()
    await house.later(0)
    house.site = ""
    assert str((await house.open("U1")).lines[0].link).startswith("https://slack.com/archives/C1/p")

    house.site, house.asked_addresses = "https://acme.slack.com", 0
    for user in ("U1", "U2", "U1"):
        assert str((await house.open(user)).lines[0].link).startswith("https://acme.slack.com/archives/C1/p")
    assert house.asked_addresses == 1


async def test_a_conclusion_that_an_earlier_release_kept_otherwise_is_left_out(house: House):
    review = Review(
        id="r1", tenant=TENANT, assessment_id="a1", month="2026-11", state="finished", opened_at=NOW, outcome={"a": 1}
    )
    await house.save(decided(), reviews=[review])

    assert (await house.open("U1")).lines[0].concluded is None


async def test_after_three_reviews_it_says_whether_the_verdict_held(house: House):
    feature = decided()
    assert feature.decision is not None
    held = [
        Review(
            id=f"r{month}", tenant=TENANT, assessment_id="a1", month=f"2027-0{month}", state="finished",
            opened_at=NOW, finished_at=feature.decision.at, verdict=feature.decision.verdict.verdict,
        )
        for month in (1, 2, 3)
    ]  # fmt: skip
    await house.save(feature, reviews=held[:2])
    assert not (await house.open("U1")).lines[0].held

    await house.save(reviews=held[2:])

    home = await house.open("U1")
    assert home.lines[0].held == "The verdict has held in all 3 reviews since."
    assert home.lines[0].held in render(home).text
