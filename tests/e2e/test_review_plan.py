"""The plan of the monthly review: snoozed, skipped, paused, moved, handed over, stopped, and kept by a new version."""

from datetime import timedelta

from bot.sandbox.person import ANA, BEN, SUPPORT
from tests.e2e.office import Office, confirm_all
from tests.e2e.reviews import PLAN, add_tasks, decided, next_first, opened_review, plan, posted, review, settled, travel


async def test_snoozed_for_a_week_it_comes_back_once_and_names_the_owner(office: Office):
    _, opened = await opened_review(office, "Refund window")

    await office.sandbox.click(BEN, opened, "Snooze a week")
    line = await office.sandbox.message(SUPPORT, "is snoozed by")
    assert "until Tuesday, December 8, 10:00 Europe/Berlin" in line.text
    assert line.ts == opened.ts
    office.clock.advance(timedelta(days=7, seconds=1))

    back = await office.sandbox.message(SUPPORT, "the week is over", thread=opened.ts)
    assert f"<@{ANA}>" in back.text
    assert (await review(office)).ts == opened.ts
    assert len(posted(office)) == 1


async def test_a_snoozed_review_can_be_opened_sooner(office: Office):
    _, opened = await opened_review(office, "Refund window")
    await office.sandbox.click(BEN, opened, "Snooze a week")
    line = await office.sandbox.message(SUPPORT, "is snoozed by")

    await office.sandbox.click(ANA, line, "Open it now")

    assert (await review(office)).ts == opened.ts
    office.clock.advance(timedelta(days=8))
    await settled(office)
    assert not [m for m in office.sandbox.messages(SUPPORT, thread=opened.ts) if "the week is over" in m.text]


async def test_skipped_it_says_when_the_next_one_comes_and_it_does(office: Office):
    _, opened = await opened_review(office, "Refund window")

    await office.sandbox.click(BEN, opened, "Skip this month")

    line = await office.sandbox.message(SUPPORT, "was skipped by")
    assert "Next review: Friday, January 1, 10:00 Europe/Berlin" in line.text
    travel(office, next_first(office))
    again = await review(office)
    assert "missed" not in again.text


async def test_paused_reviews_do_not_come_and_resumed_ones_do(office: Office):
    parent = await decided(office)
    line = await plan(office, parent)

    await office.sandbox.click(BEN, line, "Pause")
    line = await office.sandbox.message(SUPPORT, "are paused", thread=parent.ts)
    travel(office, next_first(office))
    await settled(office)
    assert not posted(office)
    await office.sandbox.click(BEN, line, "Resume")

    line = await office.sandbox.message(SUPPORT, "Friday, January 1", thread=parent.ts)
    travel(office, next_first(office))
    await review(office)
    assert len(posted(office)) == 1


async def test_a_moved_review_comes_on_its_new_day_only(office: Office):
    parent = await decided(office)
    line = await plan(office, parent)

    await office.sandbox.click(BEN, line, "Move")
    modal = await office.sandbox.modal(BEN, "Move the review")
    outcome = await office.sandbox.submit(
        BEN, modal, {"On which day?": "first Friday", "At what time?": "16:30", "In which time zone?": "kathmandu"}
    )
    assert not outcome.errors
    await office.sandbox.message(SUPPORT, "Friday, December 4, 16:30 Asia/Kathmandu", thread=parent.ts)
    travel(office, next_first(office))
    await settled(office)
    assert not posted(office)
    office.clock.advance(timedelta(days=3, hours=2))

    await review(office)
    assert len(posted(office)) == 1


async def test_handed_over_and_stopped_reviews_say_what_happens_next(office: Office):
    parent = await decided(office)
    line = await plan(office, parent)

    await office.sandbox.click(ANA, line, "review_owner", choose=BEN)
    told = await office.sandbox.ephemeral(ANA, "owns the review")
    assert f"<@{BEN}>" in told.text
    line = await office.sandbox.message(SUPPORT, f"<@{BEN}> owns it", thread=parent.ts)
    await office.sandbox.click(ANA, line, "Stop reviews")

    line = await office.sandbox.message(SUPPORT, "are stopped", thread=parent.ts)
    travel(office, next_first(office, 2))
    await settled(office)
    assert not posted(office)
    assert "Plan the monthly review" in office.sandbox.words(line)


async def test_what_cannot_be_in_a_plan_is_said_under_its_field(office: Office):
    parent = await decided(office)
    roadmap = await office.sandbox.message(SUPPORT, "Plan the monthly review", thread=parent.ts)
    await office.sandbox.click(ANA, roadmap, "Plan the monthly review")
    modal = await office.sandbox.modal(ANA, "On which day?")
    assert "Europe/Berlin" in str(modal.body)

    for typed, meant in (
        ("Europe/Berlinn", "Europe/Berlin"),
        ("Mars/Olympus", "Type a name"),
        ("../etc/passwd", "Type"),
    ):
        outcome = await office.sandbox.submit(ANA, modal, {**PLAN, "In which time zone?": typed})
        assert meant in next(iter(outcome.errors.values()))


async def test_a_person_without_a_known_zone_gets_the_servers(office: Office):
    office.sandbox.app.scopes = office.sandbox.app.scopes - {"users:read"}
    parent = await decided(office)
    roadmap = await office.sandbox.message(SUPPORT, "Plan the monthly review", thread=parent.ts)

    await office.sandbox.click(ANA, roadmap, "Plan the monthly review")

    modal = await office.sandbox.modal(ANA, "On which day?")
    assert "'initial_value': 'UTC'" in str(modal.body)


async def test_a_new_version_keeps_the_plan_and_its_review_comes_once(office: Office):
    parent = await decided(office)
    await add_tasks(office, "Refund window")
    await plan(office, parent)
    await office.sandbox.say(BEN, SUPPORT, "/ftrag reassess Support copilot")
    again = await office.sandbox.message(SUPPORT, "took the decision up again")
    await confirm_all(office, again, BEN, {"source": "systems"})
    await office.sandbox.message(SUPPORT, "I will post the review here on Tuesday, December 1", thread=again.ts)

    travel(office, next_first(office))

    opened = await review(office)
    assert "You chose live tools" in opened.text
    await settled(office)
    assert len(posted(office)) == 1
    await office.sandbox.click(ANA, opened, "Finish review")
    await office.sandbox.message(SUPPORT, "Compared with last time", thread=opened.ts)


async def test_a_plan_typed_in_one_line_stands_in_the_thread_and_brings_the_review(office: Office):
    parent = await decided(office)

    await office.sandbox.say(
        ANA, SUPPORT, "@ftrag plan the review on the first friday at 9, owner @ben", thread=parent.ts
    )

    line = await office.sandbox.message(SUPPORT, "Monthly review:", thread=parent.ts)
    assert f"on the first Friday of each month, or the next working day, at 9:00. <@{BEN}> owns it." in line.text
    assert "Stop reviews" in office.sandbox.words(line)
    travel(office, next_first(office, 2, hour=9))  # the first of January is a Friday
    await review(office)


async def test_what_is_named_of_a_plan_is_filled_in_behind_its_button(office: Office):
    parent = await decided(office)
    await office.sandbox.say(BEN, SUPPORT, "@ftrag pls set up the monthly review at 4pm, i own it", thread=parent.ts)
    told = await office.sandbox.message(SUPPORT, "what you named is filled in", thread=parent.ts)

    await office.sandbox.click(ANA, told, "Plan the monthly review")

    shown = str((await office.sandbox.modal(ANA, "On which day?")).body)
    assert "'initial_time': '16:00'" in shown
    assert f"'initial_user': '{BEN}'" in shown
