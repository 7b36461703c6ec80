"""Delivery against the sandbox: what each kind of row tells Slack, in which order and at what pace."""

import asyncio
from datetime import timedelta

import pytest

from bot.delivery.pacing import Pace
from bot.sandbox.person import ANA, BEN, GENERAL, SEARCH, SUPPORT, direct_with_app
from storage.records import DeliveryMethod, DeliveryState
from tests.bot.desk import TENANT, Desk


async def test_a_post_is_sent_with_its_id_in_the_metadata_and_nothing_that_pings_or_unfurls(desk: Desk):
    row = await desk.do(desk.row(says="<!channel> & friends"))

    sent = desk.sandbox.calls("chat.postMessage")[0].args
    assert row.state is DeliveryState.SENT
    assert sent["parse"] == "none"
    assert {sent["unfurl_links"], sent["unfurl_media"]} == {"false"}
    assert "link_names" not in sent
    assert (await desk.sandbox.message(SUPPORT)).metadata == {
        "event_type": "ftrag_delivery",
        "event_payload": {"delivery": "d1"},
    }
    assert "<!channel>" not in str(sent)


async def test_where_a_post_stands_is_remembered_under_its_key(desk: Desk):
    await desk.do(desk.row(message_key="parent"))

    found = await desk.storage.outbox.message(TENANT, "a1", "parent")
    assert found is not None
    assert (found.channel, found.ts) == (SUPPORT, (await desk.sandbox.message(SUPPORT)).ts)


async def test_a_reply_goes_under_its_parent_and_an_edit_into_its_message(desk: Desk):
    await desk.do(
        desk.row(message_key="parent", says="Parent"),
        desk.row(under_key="parent", message_key="question", says="Question"),
        desk.row(DeliveryMethod.UPDATE, message_key="question", says="Answered"),
    )

    parent, reply = desk.sandbox.workspace.messages[SUPPORT]
    assert reply.thread_ts == parent.ts
    assert "Answered" in desk.sandbox.words(reply)
    assert reply.metadata is not None


async def test_what_answers_somebody_in_a_thread_of_theirs_goes_there(desk: Desk):
    asked = desk.sandbox.workspace.messages[SUPPORT]
    await desk.sandbox.say(ANA, SUPPORT, "What can the bot do?")

    await desk.do(desk.row(DeliveryMethod.EPHEMERAL, user=ANA, assessment_id=None, under_key=f"ts:{asked[-1].ts}"))

    assert asked[-1].thread_ts == asked[-2].ts
    assert asked[-1].only_for == ANA


async def test_a_private_row_is_seen_by_one_person_alone(desk: Desk):
    await desk.do(desk.row(DeliveryMethod.EPHEMERAL, user=BEN, says="Only for Ben"))

    assert "Only for Ben" in desk.sandbox.words(desk.sandbox.ephemerals(BEN)[0])
    assert desk.posts() == []


async def test_a_row_for_a_response_url_goes_there_even_where_the_bot_is_no_member(desk: Desk):
    url = desk.sandbox.service.base_url + "/response/" + desk.sandbox.service.responses.issue(GENERAL, ANA)
    row = await desk.do(desk.row(DeliveryMethod.RESPOND, channel=GENERAL, user=ANA, response_url=url, says="Hello"))

    assert row.state is DeliveryState.SENT
    assert "Hello" in desk.sandbox.words(desk.sandbox.ephemerals(ANA)[0])


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.example.com/x",
        "http://hooks.slack.com/x",
        "https://hooks.slack.com@evil.example/x",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "http://[::1",
        "",
    ],
)
async def test_nothing_is_sent_to_an_address_that_is_not_slacks(desk: Desk, url: str):
    row = await desk.do(desk.row(DeliveryMethod.RESPOND, user=None, response_url=url))

    assert (row.state, row.error) == (DeliveryState.FAILED, "foreign_host")


async def test_a_home_is_published_for_its_person(desk: Desk):
    await desk.do(desk.row(DeliveryMethod.PUBLISH, user=ANA, channel=None, message_key=None, says="At home"))

    home = desk.sandbox.home(ANA)
    assert home is not None
    assert "At home" in desk.sandbox.words(home)


async def test_a_file_is_put_into_its_thread(desk: Desk):
    await desk.do(
        desk.row(message_key="parent"),
        desk.row(DeliveryMethod.UPLOAD, under_key="parent", reply={"kind": "picture", "name": "verdict"}),
    )

    file = desk.sandbox.files(SUPPORT)[0]
    parent = desk.sandbox.workspace.messages[SUPPORT][0]
    assert (file.name, file.title) == ("verdict.png", "A picture")
    assert [m.thread_ts for m in desk.sandbox.workspace.messages[SUPPORT] if m.files] == [parent.ts]


async def test_a_row_to_a_person_becomes_a_direct_message(desk: Desk):
    row = await desk.do(desk.row(channel=ANA, says="Psst"))

    assert row.state is DeliveryState.SENT
    assert "Psst" in desk.posts(direct_with_app(ANA))[0]


async def test_a_due_command_is_handed_over_and_tells_slack_nothing(desk: Desk):
    row = await desk.do(desk.row(DeliveryMethod.RUN, reply={"kind": "open_review"}))

    assert row.state is DeliveryState.SENT
    assert desk.ran == [{"kind": "open_review"}]
    assert desk.called() == []


async def test_rows_of_a_lane_go_one_after_the_other_in_the_order_they_were_saved(desk: Desk):
    await desk.do(*(desk.row(says=f"number {n}", lane="one") for n in range(4)))

    assert [f"number {n}" in said for n, said in enumerate(desk.posts())] == [True] * 4


async def test_what_is_due_later_waits_for_its_time(desk: Desk):
    row = await desk.do(desk.row(due_at=desk.now + timedelta(days=30)))
    assert row.state is DeliveryState.PENDING

    row = await desk.later(30 * 86_400)

    assert row.state is DeliveryState.SENT
    assert len(desk.posts()) == 1


async def test_what_came_too_late_is_cancelled_and_not_sent(desk: Desk):
    await desk.save(desk.row(expires_at=desk.now + timedelta(minutes=10)))

    row = await desk.later(601)

    assert row.state is DeliveryState.CANCELLED
    assert desk.called() == []


async def test_a_channel_gets_a_short_burst_and_then_about_one_post_a_second(desk: Desk):
    await desk.do(*(desk.row(lane=f"lane {n}") for n in range(8)))
    sent = [len(desk.posts())]
    for _ in range(4):
        await desk.later(1)
        sent.append(len(desk.posts()))

    assert sent == [4, 5, 6, 7, 8]


async def test_a_busy_channel_holds_up_no_other(desk: Desk):
    busy = [desk.row(lane=f"lane {n}") for n in range(6)]
    await desk.do(*busy, desk.row(channel=SEARCH, lane="other"))

    assert (len(desk.posts(SUPPORT)), len(desk.posts(SEARCH))) == (4, 1)


async def test_a_hundred_posts_that_wait_in_one_channel_leave_the_others_free(desk: Desk):
    pace = Pace()
    for n in range(100):
        pace.place(f"busy {n}", TENANT, DeliveryMethod.POST, "C1", desk.now)

    free = pace.place("other", TENANT, DeliveryMethod.POST, "C2", desk.now + timedelta(seconds=30))

    assert free == desk.now + timedelta(seconds=30)


async def test_waiting_for_ones_turn_is_no_try_and_leaves_no_doubt(desk: Desk):
    await desk.do(*(desk.row(lane=f"lane {n}") for n in range(5)))

    row = await desk.get("d5")
    assert (row.state, row.attempts, row.in_doubt) == (DeliveryState.PENDING, 0, False)


async def test_ten_thousand_posts_into_one_workspace_leave_at_the_pace_that_slack_allows(desk: Desk):
    pace, start = Pace(), desk.now
    places = [pace.place(f"d{n}", TENANT, DeliveryMethod.POST, f"C{n % 100}", start) for n in range(10_000)]

    last = max(places) - start
    assert timedelta(seconds=1990) < last < timedelta(seconds=2000)
    waited = [n for n, at in enumerate(places) if at > start]
    again = [pace.place(f"d{n}", TENANT, DeliveryMethod.POST, f"C{n % 100}", places[n]) for n in waited]
    assert again == [places[n] for n in waited]


async def test_a_row_that_this_release_cannot_read_fails_and_lets_the_next_one_through(desk: Desk):
    await desk.do(desk.row(reply={"kind": "from the future"}), desk.row(says="next"))

    assert (await desk.get("d1")).state is DeliveryState.FAILED
    assert [failure.error for failure in desk.failed] == ["unreadable"]
    assert "next" in desk.posts()[0]


async def test_two_processes_send_each_row_once(desk: Desk):
    other = Desk(desk.sandbox, desk.storage, desk.clock, owner="two")
    await desk.save(*(desk.row(lane=f"lane {n}", channel=SUPPORT if n % 2 else SEARCH) for n in range(8)))
    await asyncio.gather(desk.scheduler.run_due(), other.scheduler.run_due())
    await other.wire.close()

    assert len(desk.posts(SUPPORT)) + len(desk.posts(SEARCH)) == 8
