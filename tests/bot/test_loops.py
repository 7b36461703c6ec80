"""Another bot, our own posts and edits answer each other without end: ftrag says nothing, or one thing at most."""

from typing import Any

import pytest

from bot import parse
from storage import Storage
from tests.bot.counter import Counter
from tests.bot.payloads import BOT, event

IN_THREAD = {"channel": "C1", "user": "U1", "thread_ts": "16.1"}
SAID = f"<@{BOT}> what is this?"
ECHOES: dict[str, dict[str, Any]] = {
    "another bot": {"user": "UOTHER", "bot_id": "B9", "text": SAID},
    "another bot, as bot_message": {"user": "UOTHER", "bot_id": "B9", "subtype": "bot_message", "text": SAID},
    "ourselves": {"user": BOT, "text": SAID},
    "ourselves, by our bot id": {"user": BOT, "bot_id": "B1", "text": SAID},
    "an edit of somebody's": {"text": SAID, "edited": {"user": "U1", "ts": "1.1"}},
    "the event of an edit": {"subtype": "message_changed", "message": {"user": BOT, "text": SAID}, "hidden": True},
    "the event of a deletion": {"subtype": "message_deleted", "hidden": True, "deleted_ts": "16.2"},
    "a link that was unfolded": {"subtype": "message_changed", "message": {"user": "U1", "text": SAID}},
    "somebody who joins": {"subtype": "channel_join", "text": SAID},
}


@pytest.mark.parametrize("who", ECHOES)
async def test_ten_exchanges_lead_to_no_reply(who: str, furnished_storage: Storage):
    counter = Counter(furnished_storage)
    await counter.deliver()
    for turn in range(10):
        for kind in ("message", "app_mention"):
            heard = parse.event(event(kind, **{**IN_THREAD, "ts": f"20.{turn}", "text": "", **ECHOES[who]}))
            if heard is not None:
                await counter.advisor.carry_out(heard)

    assert await counter.deliver() == []


async def test_a_bot_that_says_the_same_words_as_a_person_is_answered_at_most_once(furnished_storage: Storage):
    """One that posts with a person's token looks like a person; the same event sent ten times is still one."""
    counter = Counter(furnished_storage)
    await counter.deliver()
    for _ in range(10):
        heard = parse.event(event("app_mention", **IN_THREAD, ts="20.1", text=f"<@{BOT}> xyzzy plugh"))
        assert heard is not None
        await counter.advisor.carry_out(heard)

    assert [row.reply["kind"] for row in await counter.deliver()] == ["heard", "moved", "question"]
