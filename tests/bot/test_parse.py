"""Slash commands, modals and shortcuts -> commands, and what hostile payloads come to."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot import commands, parse
from bot.ids import PREFIX, Field, Modal, field_id, value
from tests.bot.payloads import TEAM, slash, submit
from tests.examples import examples
from tests.tables import each


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


@each(
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


@each("form", [{}, slash("help", user_id=""), slash("help", team_id=None), slash("help", channel_id="a b")])
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


@each("private", ["", "2|a1|C1", "null", "[]", "{", "[" * 5000])
def test_private_metadata_of_another_release_is_out_of_date_or_empty_and_never_an_error(private: str):
    assert isinstance(parse.submit(submit(Modal.ASK, {}, private)), commands.OutOfDate)
    assert isinstance(parse.submit(submit(Modal.NAME, {}, private)), commands.StartAssessment)


@each("name", ["ftrag:gone", "", "x"])
def test_a_modal_that_this_release_does_not_know_is_out_of_date(name: str):
    assert isinstance(parse.submit(submit(name, {})), commands.OutOfDate)


def test_a_submit_without_a_view_is_ignored_and_one_from_outside_refused():
    assert parse.submit(submit(Modal.NAME, {}, view=None)) is None
    assert isinstance(parse.submit(submit(Modal.NAME, {}, user={"id": "U1", "team_id": "T2"})), commands.FromOutside)


@each(
    ("callback", "kind"),
    [("ftrag_assess", commands.AskForName), ("ftrag_log_failure", commands.OutOfDate), ("old", commands.OutOfDate)],
)
def test_each_shortcut_has_its_command(callback: str, kind: type):
    body = {"type": "shortcut", "team": {"id": TEAM}, "user": {"id": "U1"}, "callback_id": callback, "trigger_id": "9"}

    command = parse.shortcut(body)

    assert type(command) is kind
    assert command is not None
    assert command.inbox_key == "shortcut:9"


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


@each("body", [None, [], "x", 5])
def test_what_is_no_object_is_ignored(body: Any):
    for read in (parse.slash, parse.action, parse.submit, parse.shortcut, parse.event):
        assert read(body) is None


def test_a_payload_nested_without_end_is_ignored():
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"event": deep}

    assert parse.event(deep) is None
