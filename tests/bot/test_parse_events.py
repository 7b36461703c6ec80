"""Events -> commands: what people type, where, to whom, and what is let pass."""

from typing import Any

from bot import commands, parse
from tests.bot.payloads import BOT, TEAM, event, message
from tests.tables import each


@each(
    ("typed", "text"),
    [
        (f"<@{BOT}> about once a week", "about once a week"),
        (f"<@{BOT}|ftrag>: weekly", "weekly"),
        (f"weekly, <@{BOT}>", "weekly"),
        ("R&amp;D &lt;!here&gt;", "R&D <!here>"),
        ("see <https://x.invalid|the page> in <#C2|general> <@U2>", "see the page in general @someone"),
        ("<!channel>", "channel"),
    ],
)
def test_typed_words_are_read_as_they_were_typed_without_the_mention(typed: str, text: str):
    command = parse.event(message(typed))

    assert isinstance(command, commands.TypedText)
    assert command.text == text
    assert command.is_mention is (BOT in typed)


def test_a_mention_and_its_message_event_have_the_same_key_so_one_of_them_changes_nothing():
    fields = {"channel": "C1", "user": "U1", "ts": "5.1", "thread_ts": "1.1", "text": f"<@{BOT}> weekly"}

    mention, plain = parse.event(event("app_mention", **fields)), parse.event(event("message", **fields))

    assert mention == plain
    assert mention is not None
    assert mention.inbox_key == "message:T1:C1:5.1"


@each(
    "fields",
    [
        {"bot_id": "B1"},
        {"user": BOT},
        {"edited": {"user": "U1", "ts": "6.1"}},
        {"subtype": "message_changed"},
        {"subtype": "bot_message"},
        {"subtype": "channel_join"},
        {"hidden": True},
        {"thread_ts": None},
        {"user": None},
        {"ts": "now"},
        {"text": 5},
    ],
)
def test_other_bots_our_own_messages_edits_and_channel_talk_are_let_pass(fields: dict[str, Any]):
    assert parse.event(message("weekly", **fields)) is None


def changed(before: str, after: str, **fields: Any) -> dict[str, Any]:
    """The event of a message whose words were changed."""
    inner = {"type": "message", "user": "U1", "ts": "5.1", "thread_ts": "1.1", "text": after, **fields}
    return event(
        "message", subtype="message_changed", hidden=True, channel="C1", ts="6.1",
        message={**inner, "edited": {"user": "U1", "ts": "6.1"}}, previous_message={**inner, "text": before},
    )  # fmt: skip


@each(
    ("before", "after", "is_mention", "is_edited"),
    [
        ("weekly", f"<@{BOT}> weekly", True, False),
        (f"<@{BOT}> weekly", f"<@{BOT}> monthly", True, True),
        ("weekly", "monthly", False, True),
    ],
)
def test_an_edited_message_is_heard_and_a_mention_that_was_added_makes_it_new(before, after, is_mention, is_edited):
    command = parse.event(changed(before, after))

    assert isinstance(command, commands.TypedText)
    assert (command.is_mention, command.is_edited, command.inbox_key) == (is_mention, is_edited, "edit:T1:C1:5.1:6.1")


@each("fields", [{"bot_id": "B1"}, {"user": BOT}, {"subtype": "bot_message"}, {"thread_ts": None}])
def test_an_edit_of_what_was_not_for_us_is_let_pass(fields: dict[str, Any]):
    assert parse.event(changed("weekly", "monthly", **fields)) is None


def test_an_edit_that_changes_no_word_is_let_pass():
    assert parse.event(changed("weekly", "weekly")) is None


def test_a_file_with_words_is_heard_by_its_words_and_one_without_is_known():
    command = parse.event(message("", subtype="file_share", files=[{"id": "F1"}]))

    assert isinstance(command, commands.TypedText)
    assert (command.text, command.has_files) == ("", True)


@each(
    ("text", "kind"),
    [
        ("status", commands.ShowStatus),
        ("", commands.ShowHelp),
        ("asess Support copilot", commands.UnknownWord),
        ("why not fine-tuning?", commands.TypedText),
        ("about Support copilot: how sure are you?", commands.TypedText),
    ],
)
def test_a_mention_outside_threads_is_read_like_the_slash_command_and_else_heard(text: str, kind: type):
    command = parse.event(event("app_mention", channel="C1", user="U1", ts="5.1", text=f"<@{BOT}> {text}"))

    assert type(command) is kind


def test_in_a_direct_message_words_are_for_the_bot_and_subcommands_work():
    plain = parse.event(message("weekly", channel="D1", channel_type="im", thread_ts=None))
    help_ = parse.event(message("help", channel="D1", channel_type="im", thread_ts=None))

    assert isinstance(plain, commands.TypedText)
    assert plain.is_mention
    assert plain.is_direct
    assert isinstance(help_, commands.ShowHelp)


def test_a_partner_in_a_shared_channel_is_refused_when_addressing_the_bot_and_let_pass_else():
    assert isinstance(parse.event(message(f"<@{BOT}> weekly", user_team="T2")), commands.FromOutside)
    assert parse.event(message("weekly", user_team="T2")) is None
    assert isinstance(parse.event(message("weekly", user_team=TEAM)), commands.TypedText)


def test_the_life_of_an_installation_is_heard():
    assert isinstance(parse.event(event("app_uninstalled")), commands.BotUninstalled)
    assert isinstance(parse.event(event("tokens_revoked", tokens={"bot": ["UBOT"]})), commands.TokensRevoked)
    assert parse.event(event("tokens_revoked", tokens={"oauth": ["U1"]})) is None
    assert isinstance(parse.event(event("app_home_opened", user="U1", tab="home")), commands.AppHomeOpened)
    assert parse.event(event("app_home_opened", user="U1", tab="messages")) is None
    assert parse.event(event("reaction_added", user="U1")) is None


def test_half_characters_are_replaced_so_that_they_can_be_stored():
    command = parse.event(message("weekly \ud800 or so"))

    assert isinstance(command, commands.TypedText)
    assert command.text == "weekly ? or so"


@each("field", ["authorizations", "enterprise_id"])
def test_an_event_whose_envelope_has_a_null_is_heard_as_one_without_it(field: str):
    body = event("app_mention", channel="C1", user="U1", ts="1.1", text="<@UBOT> weekly", files=None, hidden=None)

    command = parse.event(body | {field: None})

    assert isinstance(command, commands.TypedText)
