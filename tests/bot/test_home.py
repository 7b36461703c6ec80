"""The Home on a real database: theirs alone, and what it says."""

from datetime import timedelta

from bot import commands
from bot.replies import SeesChannels, Waits
from bot.slack.membership import Told
from bot.views import render
from bot.views.review_outcome import headline
from rules.review import MonthResult, conclude
from storage.records import Review, ReviewSchedule
from tests.bot.house import NOW, OTHER, TENANT, House, decided, item


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


async def test_a_verdict_that_held_with_no_golden_task_run_is_told_with_that(house: House):
    feature = decided()
    assert feature.decision is not None
    verdict = feature.decision.verdict
    found = conclude(
        MonthResult(month="2027-01", architecture=verdict.verdict, not_run=2), facts=feature.decision.facts
    )
    held = [
        Review(
            id=f"r{month}", tenant=TENANT, assessment_id="a1", month=f"2027-0{month}", state="finished",
            opened_at=NOW, finished_at=feature.decision.at, verdict=verdict.verdict,
            outcome=found.model_dump(mode="json"),
        )
        for month in (1, 2, 3)
    ]  # fmt: skip

    await house.save(feature, reviews=held)

    shown = render(await house.open("U1")).text
    assert f"{headline(found)}\n" in shown
    assert headline(found).endswith("; nothing was measured")
    assert "held in all 3 reviews since, but nothing was measured" in shown
