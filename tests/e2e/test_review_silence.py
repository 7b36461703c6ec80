"""When nobody answers, when the bot was away, and when a review cannot arrive: one word to one person, then quiet."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.sandbox.person import ANA, BEN, SUPPORT, direct_with_app
from tests.e2e.office import Office, open_office
from tests.e2e.reviews import add_tasks, assessment, decided, next_first, plan, posted, review, settled, travel


@pytest.fixture
async def blind_office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """A workspace that lets the bot read no history."""
    scopes = frozenset({"commands", "chat:write", "app_mentions:read", "files:write", "users:read"})
    async with open_office(sqlite_url, tmp_path, scopes=scopes) as opened:
        yield opened


async def opened_review(office: Office, owner: str = ANA):
    parent = await decided(office)
    await add_tasks(office, "Refund window")
    await plan(office, parent, **{"Who owns it?": owner})
    travel(office, next_first(office))
    return parent, await review(office)


def direct(office: Office, user: str) -> list[str]:
    """What the bot wrote to this person alone."""
    return [m.text for m in office.sandbox.messages(direct_with_app(user), as_user=user)]


async def test_nobody_answers_and_the_owner_hears_once_after_three_working_days(office: Office):
    _, opened = await opened_review(office, owner=BEN)
    office.clock.advance(timedelta(days=2))
    await settled(office)
    assert not direct(office, BEN)

    office.clock.advance(timedelta(days=1))

    nudge = await office.sandbox.message(direct_with_app(BEN), "is still open", as_user=BEN)
    assert "Open it" in nudge.text
    office.clock.advance(timedelta(days=20))
    await settled(office)
    assert len(direct(office, BEN)) == 1
    await office.sandbox.click(BEN, nudge, "Skip this month")
    line = await office.sandbox.message(SUPPORT, "was skipped by")
    assert line.ts == opened.ts


async def test_the_nudge_hands_over_from_the_direct_message(office: Office):
    await opened_review(office, owner=BEN)
    office.clock.advance(timedelta(days=3))
    nudge = await office.sandbox.message(direct_with_app(BEN), "is still open", as_user=BEN)

    await office.sandbox.click(BEN, nudge, "review_owner", choose=ANA)

    assert f"owner: <@{ANA}>" in (await office.sandbox.message(SUPPORT, f"owner: <@{ANA}>")).text


async def test_a_finished_review_nudges_nobody(office: Office):
    _, opened = await opened_review(office, owner=BEN)
    await office.sandbox.click(ANA, opened, "Finish review")
    await office.sandbox.message(SUPPORT, "finished by")

    office.clock.advance(timedelta(days=10))
    await settled(office)

    assert not direct(office, BEN)


async def test_the_next_month_says_that_one_was_missed(office: Office):
    _, opened = await opened_review(office)

    travel(office, next_first(office))

    again = await office.sandbox.message(SUPPORT, "January 2027")
    assert "Nobody finished the review of December 2026." in again.text
    line = await office.sandbox.message(SUPPORT, "was missed: nobody finished it")
    assert line.ts == opened.ts
    await office.sandbox.click(ANA, opened, "Finish review")
    assert "was not finished in time" in (await office.sandbox.ephemeral(ANA, "closed")).text


@pytest.mark.parametrize("months", [1, 2, 13])
async def test_away_over_due_dates_one_review_comes_the_latest_only_and_by_day(office: Office, months: int):
    parent = await decided(office)
    await plan(office, parent)
    due = next_first(office, months)
    await office.stop()
    travel(office, due + timedelta(hours=13))

    await office.start()
    await settled(office)
    assert not posted(office)
    office.clock.advance(timedelta(hours=12))
    await settled(office)
    office.clock.advance(timedelta(days=3))

    opened = await review(office)
    assert f"{due:%B %Y}" in opened.text
    assert "because I was away" in opened.text
    assert len(posted(office)) == 1
    at = datetime.fromtimestamp(float(opened.ts), UTC)
    assert 6 <= at.hour < 18
    assert at.weekday() < 5 or months > 0


async def test_a_clock_that_runs_on_by_a_month_and_a_restart_double_nothing(office: Office):
    await opened_review(office)

    for _ in range(3):
        await office.restart()
        await settled(office)

    assert len(posted(office)) == 1


async def test_an_archived_channel_ends_in_one_direct_message_and_quiet(office: Office):
    parent = await decided(office)
    await plan(office, parent, **{"Who owns it?": BEN})
    office.sandbox.archive(SUPPORT)
    travel(office, next_first(office))

    told = await office.sandbox.message(direct_with_app(BEN), "the channel is archived", as_user=BEN)
    assert "Reviews are paused" in told.text
    travel(office, next_first(office, 3))
    await settled(office)
    assert len(direct(office, BEN)) == 1
    refused = [call for call in office.sandbox.calls("chat.postMessage") if call.error == "is_archived"]
    assert len(refused) == 1


async def test_a_bot_that_was_removed_posts_again_once_it_is_back_and_asked(office: Office):
    parent = await decided(office)
    await plan(office, parent, **{"Who owns it?": BEN})
    office.sandbox.kick(SUPPORT)
    travel(office, next_first(office))
    told = await office.sandbox.message(direct_with_app(BEN), "I am not in the channel", as_user=BEN)

    office.sandbox.invite(SUPPORT)
    await office.sandbox.click(BEN, told, "Post it now")
    await office.sandbox.click(BEN, told, "Post it now")

    await review(office)
    await settled(office)
    assert len(posted(office)) == 1
    found = await assessment(office)
    assert found.schedule is not None
    assert found.schedule.state == "active"


async def test_an_owner_who_left_is_told_to_the_starter_once(office: Office):
    await opened_review(office, owner=BEN)
    office.sandbox.deactivate(BEN)

    office.clock.advance(timedelta(days=3))

    told = await office.sandbox.message(direct_with_app(ANA), "can no longer be reached", as_user=ANA)
    await office.sandbox.click(ANA, told, "review_owner", choose=ANA)
    await office.sandbox.message(SUPPORT, f"owner: <@{ANA}>")
    assert len(direct(office, ANA)) >= 1


async def test_an_owner_who_cannot_be_written_to_is_named_under_the_review(office: Office):
    _, opened = await opened_review(office, owner=BEN)
    office.sandbox.fail("chat.postMessage", "messages_tab_disabled")

    office.clock.advance(timedelta(days=3))

    nudge = await office.sandbox.message(SUPPORT, "is still open", thread=opened.ts)
    assert f"<@{BEN}>" in nudge.text


async def test_a_renamed_and_shared_channel_gets_its_review_all_the_same(office: Office):
    parent = await decided(office)
    await plan(office, parent)
    office.sandbox.rename(SUPPORT, "support-everywhere")
    office.sandbox.share(SUPPORT)

    travel(office, next_first(office))

    await review(office)
    assert len(posted(office)) == 1


async def test_a_post_in_doubt_is_found_in_the_history_and_not_sent_twice(office: Office):
    parent = await decided(office)
    await plan(office, parent)
    office.sandbox.fail("chat.postMessage", "cut_after")

    travel(office, next_first(office))
    await settled(office)
    office.clock.advance(timedelta(seconds=30))

    await review(office)
    await settled(office)
    assert len(posted(office)) == 1


async def test_without_history_a_post_in_doubt_is_listed_and_sent_only_when_somebody_asks(blind_office: Office):
    office = blind_office
    parent = await decided(office)
    await plan(office, parent)
    office.sandbox.fail("chat.postMessage", "cut")

    travel(office, next_first(office))
    await settled(office)
    office.clock.advance(timedelta(seconds=30))
    told = await office.sandbox.message(direct_with_app(ANA), "I do not know whether", as_user=ANA)
    await office.sandbox.say(BEN, SUPPORT, "/ftrag status")
    status = await office.sandbox.ephemeral(BEN, "Support copilot")
    assert "Post it now" in office.sandbox.words(status)
    assert not posted(office)

    await office.sandbox.click(ANA, told, "Post it now")
    await review(office)
    await office.sandbox.click(ANA, told, "Post it now")
    await office.sandbox.ephemeral(ANA, "nothing left to post")
    await settled(office)
    assert len(posted(office)) == 1
