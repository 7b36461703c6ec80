"""In the sandbox time passes: what falls due on the way of a jump happens at its own moment, whatever the hour is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.cli.passing import live_until
from bot.sandbox.person import ANA, direct_with_app
from bot.sandbox.service import Service
from tests.e2e.office import Office
from tests.e2e.reviews import decided, next_first, plan, posted, review


async def test_a_month_that_ends_at_night_brings_the_review_on_time_and_the_nudge_after_it(office: Office):
    parent = await decided(office)
    await plan(office, parent)
    due = next_first(office)
    assert office.bot is not None

    until = due + timedelta(days=20, hours=13)
    await live_until(until, office.clock.advance, engine=office.bot.engine)

    opened = await review(office)
    assert datetime.fromtimestamp(float(opened.ts), UTC) - due < timedelta(minutes=1)
    assert "because I was away" not in opened.text
    assert "Support copilot" in (await office.sandbox.message(direct_with_app(ANA), "is still open", as_user=ANA)).text
    assert len(posted(office)) == 1
    assert office.clock.now() < until


async def test_the_sandbox_stops_on_the_way_and_arrives_where_it_was_sent(office: Office):
    service: Service = office.sandbox.service
    start = office.clock.now()
    seen: list[datetime] = []

    async def stop_once(until: datetime, advance: Callable[[timedelta], None]) -> None:
        seen.append(until)
        advance(timedelta(days=3))

    service.on_the_way = stop_once
    await service.pass_time(timedelta(days=30))

    assert seen[0] - start >= timedelta(days=30)
    assert timedelta() <= office.clock.now() - seen[0] < timedelta(minutes=1)
