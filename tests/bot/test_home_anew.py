"""The Home is made anew when something changes, and is never older than what it showed."""

from datetime import timedelta

from bot import commands
from bot.replies import Waits
from tests.bot.house import NOW, SECOND, TENANT, House, decided


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
