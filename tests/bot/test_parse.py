"""Slash commands, modals, shortcuts and events -> commands, and what hostile ones come to."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import commands, parse
from bot.ids import PREFIX, Field, Modal, field_id, value
from tests.bot.payloads import BOT, TEAM, event, message, slash, submit
from tests.examples import examples
from tests.tables import each

# --- slash commands ---


@each(
    ("text", "name", "context"),
    [
        ("Support copilot: it answers customers' questions", "Support copilot", "it answers customers' questions"),
        ("HR: leave bot", "HR: leave bot", ""),
        ("Support copilot", "Support copilot", ""),
        (f"{'Support ' * 10}: it answers customers' questions", None, ""),
    ],
)
def test_what_follows_a_short_name_and_a_colon_is_what_the_feature_should_do(text: str, name: str | None, context: str):
    started = parse.slash(slash(f"assess {text}"))

    assert (started.name, started.context) == (text if name is None else name, context)


@each(
    ("text", "kind"),
    [
        ("", commands.ShowHelp),
        ("   ", commands.ShowHelp),
        ("help", commands.ShowHelp),
        ("HELP me", commands.ShowHelp),
        ("status", commands.ShowStatus),
        ("roadmap", commands.ShowRoadmap),
        ("assess", commands.AskForName),
        ("assess   \t ", commands.AskForName),
        ("log", commands.LogFailure),
        ("export", commands.ExportRecord),
        ("export channel", commands.ExportTables),
        ("reassess", commands.Reassess),
        ("asess", commands.UnknownWord),
        ("payload", commands.UnknownWord),
    ],
)
def test_each_word_has_its_command(text: str, kind: type):
    assert type(parse.slash(slash(text))) is kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("assess Support copilot", "Support copilot"),
        ("  ASSESS   Support   copilot ", "Support   copilot"),
        ("assess R&amp;D search", "R&D search"),
        ("assess <!channel>", "<!channel>"),
        ("assess &lt;!here&gt;", "<!here>"),
        ("assess Help for <@U2|ana> in <#C2|general> <@U3>", "Help for ana in general someone"),
        ("assess 🧑‍🚀", "🧑‍🚀"),
    ],
)
def test_the_name_is_what_was_typed_with_slacks_escapes_undone_once(text: str, name: str):
    command = parse.slash(slash(text))

    assert isinstance(command, commands.StartAssessment)
    assert command.name == name
    assert command.inbox_key == "command:1.2.3"


def test_a_direct_message_is_known_by_its_channel():
    command = parse.slash(slash("status", channel_id="D1"))

    assert isinstance(command, commands.ShowStatus)
    assert command.is_direct


@pytest.mark.parametrize(
    "form", [{}, slash("help", user_id=""), slash("help", team_id=None), slash("help", channel_id="a b")]
)
def test_a_form_that_does_not_say_who_or_where_is_ignored(form: dict[str, Any]):
    assert parse.slash(form) is None


# --- modals and shortcuts ---


def test_the_name_modal_starts_an_assessment_where_it_was_asked_for():
    private = json.dumps({"channel": "C7", "response_url": "https://hooks.slack.com/y"})

    command = parse.submit(submit(Modal.NAME, {Field.NAME: " Support ", Field.CONTEXT: "Answers tickets"}, private))

    assert isinstance(command, commands.StartAssessment)
    assert (command.channel, command.name, command.context) == ("C7", " Support ", "Answers tickets")
    assert (command.inbox_key, command.response_url) == ("view:V1:h", "https://hooks.slack.com/y")


def test_the_name_modal_without_a_place_takes_the_channel_that_was_chosen_in_it():
    fields = {Field.NAME: "X", Field.CONTEXT: None, Field.CHANNEL: {"selected_conversation": "C8"}}

    command = parse.submit(submit(Modal.NAME, fields, "nonsense"))

    assert isinstance(command, commands.StartAssessment)
    assert (command.channel, command.context) == ("C8", "")


def test_a_typed_question_knows_its_assessment():
    command = parse.submit(submit(Modal.ASK, {Field.QUESTION: "why?"}, value("a1", "C1")))

    assert isinstance(command, commands.QuestionAsked)
    assert (command.assessment_id, command.channel, command.text) == ("a1", "C1", "why?")


def test_typed_figures_know_their_assessment_the_answer_they_stand_against_and_their_architecture():
    fields = {
        Field.COST_REQUESTS: "5,000",
        Field.COST_WRONG: "$12",
        field_id(Field.COST_ERRORS, "rag").removeprefix(PREFIX): "10-15%",
    }

    command = parse.submit(submit(Modal.COST, fields, value("a1", "C1", "under_1k")))

    assert isinstance(command, commands.CostGiven)
    assert (command.assessment_id, command.channel, command.volume) == ("a1", "C1", "under_1k")
    assert (command.requests, command.wrong, command.saved, command.errors) == ("5,000", "$12", "", {"rag": "10-15%"})


def test_figures_of_another_release_are_out_of_date():
    assert isinstance(parse.submit(submit(Modal.COST, {}, "2|a1|C1|")), commands.OutOfDate)


@pytest.mark.parametrize("private", ["", "2|a1|C1", "null", "[]", "{", "[" * 5000])
def test_private_metadata_of_another_release_is_out_of_date_or_empty_and_never_an_error(private: str):
    assert isinstance(parse.submit(submit(Modal.ASK, {}, private)), commands.OutOfDate)
    assert isinstance(parse.submit(submit(Modal.NAME, {}, private)), commands.StartAssessment)


@pytest.mark.parametrize("name", ["ftrag:gone", "", "x"])
def test_a_modal_that_this_release_does_not_know_is_out_of_date(name: str):
    assert isinstance(parse.submit(submit(name, {})), commands.OutOfDate)


def test_a_submit_without_a_view_is_ignored_and_one_from_outside_refused():
    assert parse.submit(submit(Modal.NAME, {}, view=None)) is None
    assert isinstance(parse.submit(submit(Modal.NAME, {}, user={"id": "U1", "team_id": "T2"})), commands.FromOutside)


@pytest.mark.parametrize(
    ("callback", "kind"),
    [("ftrag_assess", commands.AskForName), ("ftrag_log_failure", commands.OutOfDate), ("old", commands.OutOfDate)],
)
def test_each_shortcut_has_its_command(callback: str, kind: type):
    body = {"type": "shortcut", "team": {"id": TEAM}, "user": {"id": "U1"}, "callback_id": callback, "trigger_id": "9"}

    command = parse.shortcut(body)

    assert type(command) is kind
    assert command is not None
    assert command.inbox_key == "shortcut:9"


# --- events ---


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize("fields", [{"bot_id": "B1"}, {"user": BOT}, {"subtype": "bot_message"}, {"thread_ts": None}])
def test_an_edit_of_what_was_not_for_us_is_let_pass(fields: dict[str, Any]):
    assert parse.event(changed("weekly", "monthly", **fields)) is None


def test_an_edit_that_changes_no_word_is_let_pass():
    assert parse.event(changed("weekly", "weekly")) is None


def test_a_file_with_words_is_heard_by_its_words_and_one_without_is_known():
    command = parse.event(message("", subtype="file_share", files=[{"id": "F1"}]))

    assert isinstance(command, commands.TypedText)
    assert (command.text, command.has_files) == ("", True)


@pytest.mark.parametrize(
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


# --- whatever comes ---

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=20,
)
KEYS = st.sampled_from(
    [
        "team",
        "user",
        "channel",
        "actions",
        "view",
        "event",
        "state",
        "container",
        "authorizations",
        "text",
        "id",
        "type",
    ]
)


@examples(60)
@given(st.dictionaries(KEYS, JSON | st.dictionaries(KEYS, JSON, max_size=5), max_size=10))
def test_no_payload_whatever_raises(body: dict[str, Any]):
    for read in (parse.slash, parse.action, parse.submit, parse.shortcut, parse.event):
        assert read(body) is None or isinstance(read(body), commands.CommandBase)


@pytest.mark.parametrize("body", [None, [], "x", 5])
def test_what_is_no_object_is_ignored(body: Any):
    for read in (parse.slash, parse.action, parse.submit, parse.shortcut, parse.event):
        assert read(body) is None


def test_a_payload_nested_without_end_is_ignored():
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"event": deep}

    assert parse.event(deep) is None


@each("field", ["authorizations", "enterprise_id"])
def test_an_event_whose_envelope_has_a_null_is_heard_as_one_without_it(field: str):
    body = event("app_mention", channel="C1", user="U1", ts="1.1", text="<@UBOT> weekly", files=None, hidden=None)

    command = parse.event(body | {field: None})

    assert isinstance(command, commands.TypedText)
