"""What people type, as Slack stores it; and what its client does not let them send."""

import pytest

from bot.sandbox.errors import Refused
from bot.sandbox.person import ANA, BEN, GENERAL, SUPPORT, Sandbox


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("&lt;!here&gt;", "&amp;lt;!here&amp;gt;"),
        ("<!channel>", "&lt;!channel&gt;"),
        ("<@U0BEN>", "&lt;@U0BEN&gt;"),
        ("@ftrag hi", "<@U0FTRAG> hi"),
        ("@Ben Ortiz and @chen", "<@U0BEN> and <@U0CHEN>"),
        ("ask @ftrag, please", "ask <@U0FTRAG>, please"),
        ("@nobody me@ftrag.com", "@nobody me@ftrag.com"),
        ("@channel look", "<!channel> look"),
        ("see #support-ai and #nowhere", "see <#C0SUPPORT|support-ai> and #nowhere"),
        ("https://a.invalid/x?y=1&z=2 ok", "<https://a.invalid/x?y=1&amp;z=2> ok"),
        ("*bold* _it_ `code`", "*bold* _it_ `code`"),
        ("emoji 👩‍👩‍👧 and \u202eevil", "emoji 👩‍👩‍👧 and \u202eevil"),
    ],
)
async def test_typed_words_are_stored_as_slack_stores_them(sandbox: Sandbox, typed, stored):
    said = await sandbox.say(ANA, SUPPORT, typed)

    assert said is not None
    assert said.text == stored


@pytest.mark.parametrize(
    ("channel", "text", "sentence"),
    [
        (SUPPORT, "   ", "nothing to send"),
        (SUPPORT, "x" * 40_001, "at most 40,000"),
        (SUPPORT, "/shrug", "/shrug is not a valid command"),
        ("D0CHEN", "hello", "not in that channel"),
        ("C0X", "hello", "not in that channel"),
        (GENERAL, "/invite @nobody", "nobody called @nobody"),
        ("D0ANA", "/invite @ben", "does not go in a direct message"),
    ],
)
async def test_what_cannot_be_sent_is_refused_in_a_sentence(sandbox: Sandbox, channel, text, sentence):
    with pytest.raises(Refused, match=sentence):
        await sandbox.say(ANA, channel, text)


async def test_a_command_in_a_thread_is_refused_as_slack_does(sandbox: Sandbox):
    parent = await sandbox.say(ANA, SUPPORT, "parent")
    assert parent is not None

    with pytest.raises(Refused, match=r"^/ftrag is not supported in threads\. Sorry!$"):
        await sandbox.say(ANA, SUPPORT, "/ftrag status", thread=parent.ts)
    with pytest.raises(Refused, match="gone"):
        await sandbox.say(ANA, SUPPORT, "x", thread="1.0")


async def test_unread_counts_what_others_wrote_since_one_looked(sandbox: Sandbox):
    await sandbox.say(ANA, SUPPORT, "one")
    await sandbox.say(ANA, SUPPORT, "two")

    assert sandbox.workspace.unread(SUPPORT, BEN) == 2
    assert sandbox.workspace.unread(SUPPORT, ANA) == 0
    sandbox.workspace.mark_read(SUPPORT, BEN)
    assert sandbox.workspace.unread(SUPPORT, BEN) == 0
