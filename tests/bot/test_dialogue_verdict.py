"""After the verdict: the modals, the roadmap, the status, and messages that Slack refused."""

from typing import Any

import pytest

from bot import commands
from bot.dialogue import Recalled, comparing, faults
from bot.dialogue.roadmap import phase_messages
from bot.ids import Field
from bot.replies import Done, Trouble
from bot.views import render
from rules import FRAMEWORK
from rules.framework import Architecture
from storage.records import DeliveryMethod, ItemState
from tests.bot.room import CHANNEL, TENANT, Room

# --- modals ---


def test_show_more_holds_the_whole_verdict_and_every_answer(decided: Room):
    decided.do(commands.ShowMore)
    modal: Any = decided.modal

    assert modal.kind == "more_modal"
    assert {said.fact for said in modal.answers} == set(decided.assessment.answers)
    assert len(modal.answers) + len(modal.unanswered) == len(FRAMEWORK.questions)


def test_compare_shows_every_demand_with_how_far_each_architecture_delivers_it(decided: Room):
    decided.do(commands.Compare)
    table: Any = decided.told()

    assert table.kind == "compare"
    assert table.demands
    assert all(len(demand.degrees) == 5 for demand in table.demands)
    assert decided.modal is None


def test_why_each_delivers_so_far_stands_behind_the_table(decided: Room):
    decided.do(commands.CompareInFull)
    modal: Any = decided.modal

    assert modal.kind == "compare_modal"
    assert all(len(demand.degrees) == 5 and len(demand.claims) == 5 for demand in modal.demands)


def test_compare_of_a_what_if_shows_both_verdicts(decided: Room):
    decided.do(commands.Compare, fact="corpus", value="prompt_sized")
    table: Any = decided.told()
    decided.do(commands.CompareInFull, fact=table.fact, value=table.value)
    modal: Any = decided.modal

    for shown in (table, modal):
        assert shown.then is not None
        assert shown.what_if.startswith(FRAMEWORK.by_fact["corpus"].topic)


@pytest.mark.parametrize("kind", [commands.Compare, commands.CompareInFull])
@pytest.mark.parametrize("supposed", [{"fact": "corpus", "value": "gone"}, {"fact": "gone", "value": "x"}])
def test_compare_with_an_answer_that_there_is_not_says_so(
    decided: Room, kind: type[commands.CommandBase], supposed: dict[str, str]
):
    decided.do(kind, **supposed)

    assert decided.told().trouble is Trouble.NO_SUCH_ANSWER
    assert decided.modal is None


@pytest.mark.parametrize(
    ("typed", "columns"),
    [
        ("compare rag and fine-tuning", ["rag", "fine_tune"]),
        ("compare", []),
        ("compare all five", []),
    ],
)
def test_a_typed_comparison_stands_in_the_thread_with_the_architectures_that_were_named(
    decided: Room, typed: str, columns: list[str]
):
    decided.type(typed)
    table: Any = decided.thread[-1]

    assert table.kind == "compare"
    assert list(table.columns) == columns
    assert table.asked_by
    head = next(block for block in render(table).blocks if block["type"] == "data_table")["rows"][0]
    assert len(head) == 1 + (len(columns) or 5)


def test_one_architecture_is_compared_with_the_verdict_and_the_verdict_with_all(decided: Room):
    decision = decided.assessment.decision
    assert decision is not None
    recalled = Recalled(now=decided.now, framework=FRAMEWORK, new_id="x")
    chosen = decision.verdict.verdict

    beside = comparing.answer(decided.assessment, decision, recalled, (Architecture.PROMPT,))
    itself = comparing.answer(decided.assessment, decision, recalled, (chosen,))

    assert beside.columns == (Architecture.PROMPT, chosen)
    assert itself.columns == ()


@pytest.mark.parametrize(
    ("kind", "modal"), [(commands.ShowPrecedents, "precedents_modal"), (commands.ShowRows, "rows_modal")]
)
def test_precedents_and_rows_open(decided: Room, kind: type[commands.CommandBase], modal: str):
    decided.do(kind)

    assert decided.modal is not None
    assert decided.modal.kind == modal


def test_the_rows_behind_one_why_not(decided: Room):
    decided.do(commands.ShowRows, architecture="fine_tune")
    modal: Any = decided.modal

    assert modal.why_not.architecture == "fine_tune"


@pytest.mark.parametrize("kind", [commands.ShowMore, commands.Compare, commands.ShowPrecedents, commands.AskQuestion])
def test_what_needs_a_verdict_says_so_before_there_is_one(kind: type[commands.CommandBase]):
    room = Room()
    room.start()
    room.do(kind)

    assert room.told().trouble is Trouble.NOT_DECIDED


def test_a_modals_field_is_checked_before_it_closes():
    about = {"tenant": TENANT, "actor": "U1"}

    assert faults(commands.StartAssessment(**about, channel=CHANNEL, name="x")) == {}
    assert set(faults(commands.StartAssessment(**about, channel=CHANNEL, name=" \u200b"))) == {Field.NAME}
    assert set(faults(commands.StartAssessment(**about, channel=CHANNEL, name="x" * 301))) == {Field.NAME}
    assert set(faults(commands.StartAssessment(**about, channel="", name="x"))) == {Field.CHANNEL}
    assert set(faults(commands.QuestionAsked(**about, assessment_id="a", text="\u202e"))) == {Field.QUESTION}
    assert faults(commands.ShowHelp(**about)) == {}


# --- the roadmap ---


def test_ticking_an_item_says_who_and_when_and_counts_it_in_the_headline(decided: Room):
    decided.do(commands.ShowRoadmapHere)
    item = decided.assessment.checklist[-1]
    decided.do(commands.MarkItem, by="U2", item_id=item.id, is_done=True)
    at = decided.now

    shown = next(found for found in decided.phase(item.phase).items if found.id == item.id)
    assert (shown.state, shown.done_by, shown.done_at) == (ItemState.DONE, "U2", at)
    assert decided.phase("evaluation").done == 1
    assert sum(phase.done for phase in decided.message("roadmap").phases) == 1
    assert f"1 of {len(decided.assessment.checklist)} done" in render(decided.message("roadmap")).text


def test_the_roadmap_stands_in_the_thread_once_and_a_second_press_shows_a_copy(decided: Room):
    assert "roadmap" not in {key for _, key in decided.messages}
    decided.do(commands.ShowRoadmapHere)
    assert [phase.number for phase in decided.message("roadmap").phases] == [1, 2, 3, 4]

    turn = decided.do(commands.ShowRoadmapHere, by="U2")
    assert [say.reply.kind for say in turn.says] == ["roadmap_copy"]
    assert decided.private[-1][0] == "U2"


def test_a_phase_opens_for_the_one_who_presses_and_closes_again_in_place(decided: Room):
    opened = decided.do(commands.OpenPhase, by="U2", phase="build")
    assert opened.says[0].is_private
    assert "*3 Build the smallest thing*" in render(decided.told()).text

    url = "https://hooks.slack.com/actions/x"
    closed = decided.do(commands.OpenPhase, by="U2", phase="", is_copy=True, response_url=url)
    assert (closed.says[0].replaces, closed.says[0].response_url) == (True, url)
    assert all(f"Open {number}" in render(decided.told()).text for number in (1, 2, 3, 4))


def test_the_messages_of_each_phase_that_an_earlier_release_posted_are_kept_current(decided: Room):
    for phase in phase_messages(decided.assessment):
        decided.messages[decided.at, f"roadmap:{phase.phase}"] = phase
    item = decided.assessment.checklist[-1]

    turn = decided.do(commands.MarkItem, by="U2", item_id=item.id, is_done=True)

    assert [say.message_key for say in turn.says] == ["roadmap:evaluation", "roadmap:watch"]
    assert decided.message("roadmap:evaluation").done == 1
    assert decided.message("roadmap:watch").items[-1].done_by == "U2"


def test_ticking_twice_changes_nothing_and_tells_the_second_who_did_it(decided: Room):
    item = decided.assessment.checklist[0]
    decided.do(commands.MarkItem, by="U1", item_id=item.id, is_done=True)
    saved = decided.assessment

    decided.do(commands.MarkItem, by="U2", item_id=item.id, is_done=True)
    assert decided.assessment == saved
    assert (decided.told().kind, decided.told().by) == ("item_told", "U1")

    told = len(decided.private)
    decided.do(commands.MarkItem, by="U1", item_id=item.id, is_done=True)
    assert len(decided.private) == told


def test_a_tick_can_be_taken_back(decided: Room):
    item = decided.assessment.checklist[0]
    decided.do(commands.MarkItem, item_id=item.id, is_done=True)
    decided.do(commands.MarkItem, item_id=item.id, is_done=False)

    assert decided.assessment.checklist[0].state is ItemState.OPEN
    assert decided.assessment.checklist[0].done_by is None


def test_a_tick_in_a_private_copy_redraws_that_copy_and_a_second_one_changes_nothing(decided: Room):
    item = decided.assessment.checklist[0]
    url = {"response_url": "https://hooks.slack.com/actions/x"}
    for by in ("U1", "U1", "U2"):
        decided.do(commands.MarkItem, by, item_id=item.id, is_done=True, is_copy=True, **url)

        said = decided.turns[-1].says[-1]
        assert (said.method, said.replaces, said.response_url) == (DeliveryMethod.RESPOND, True, url["response_url"])
        text = render(decided.told()).text
        assert " · 1 of " in text
        assert f"☑ {item.title}" in text
        assert "Done by U1" in text


def test_a_tick_in_a_copy_to_which_nothing_leads_is_told(decided: Room):
    item = decided.assessment.checklist[0]
    decided.do(commands.MarkItem, item_id=item.id, is_done=True, is_copy=True)

    assert (decided.told().kind, decided.told().state) == ("item_told", ItemState.DONE)


def test_an_item_of_another_release_is_out_of_date(decided: Room):
    decided.do(commands.MarkItem, item_id="gone", is_done=True)

    assert decided.told().trouble is Trouble.OUT_OF_DATE


def test_the_roadmap_comes_back_on_demand(decided: Room):
    decided.do(commands.ShowRoadmap)
    assert (decided.told().kind, decided.told().assessment_id) == ("roadmap_copy", decided.at)
    assert sum(len(phase.items) for phase in decided.told().phases) == len(decided.assessment.checklist)


def test_the_roadmap_of_a_channel_without_one_says_what_there_is():
    room = Room()
    room.do(commands.ShowRoadmap)
    assert room.told().trouble is Trouble.NONE_HERE

    room.start()
    room.do(commands.ShowRoadmap)
    assert room.told().trouble is Trouble.NOT_DECIDED


# --- status and help ---


def test_status_lists_the_channels_assessments_newest_first_with_their_state(decided: Room):
    decided.start("Invoice reader", by="U2")
    decided.do(commands.ShowStatus, by="U1")

    newest, older = decided.told().lines
    assert (newest.name, newest.number, newest.is_own) == ("Invoice reader", 1, False)
    assert (older.name, older.architecture, older.is_own) == ("Support copilot", "rag", True)
    assert older.total == len(decided.assessment.checklist) or older.total > 0


def test_status_of_a_channel_without_any_says_how_to_start():
    room = Room()
    room.do(commands.ShowStatus)

    assert room.told().trouble is Trouble.NONE_HERE


@pytest.mark.parametrize(("typed", "nearest"), [("asess Copilot", "assess"), ("stauts", "status"), ("xyzzy", None)])
def test_an_unknown_word_gets_help_and_the_nearest_subcommand(typed: str, nearest: str | None):
    room = Room()
    room.do(commands.UnknownWord, text=typed)

    assert (room.told().kind, room.told().nearest) == ("help", nearest)
    assert room.told().unknown == typed


def test_an_unknown_word_of_any_length_is_cut():
    room = Room()
    room.do(commands.UnknownWord, text="<!channel> " * 500)

    assert len(room.told().unknown) <= 60


# --- what Slack refused ---


def refused(room: Room, key: str = "parent", error: str = "not_in_channel", **more: Any) -> None:
    fields = {"delivery_id": "d1", "method": DeliveryMethod.POST, "message_key": key, "error": error}
    room.do(commands.DeliveryFailed, by="", **fields, **more)


@pytest.fixture
def outside() -> Room:
    """A room which the bot is not in: nothing of its start stands there."""
    room = Room()
    room.start()
    room.messages.clear()
    room.thread.clear()
    return room


def test_the_starter_alone_hears_that_the_bot_is_not_in_the_channel(outside: Room):
    refused(outside, response_url="https://hooks.slack.com/x")

    assert outside.private[-1][0] == "U1"
    assert (outside.told().kind, outside.told().channel, outside.told().failed) == ("not_in_channel", CHANNEL, "d1")
    assert outside.turns[-1].says[0].method is DeliveryMethod.RESPOND


def test_start_posts_what_could_not_be_posted_and_pressing_twice_posts_once(outside: Room):
    asked = outside.assessment.asking
    outside.do(commands.TryAgain, failed="d1")
    assert [reply.kind for reply in outside.thread] == ["parent", "question"]

    outside.messages.clear()  # the posts are still on their way when it is pressed again
    outside.do(commands.TryAgain, failed="d1")
    assert len(outside.thread) == 2

    outside.messages[outside.at, "parent"] = outside.thread[0]
    outside.do(commands.TryAgain, failed="d1")
    assert outside.told().done is Done.STARTED
    assert outside.assessment.asking == asked


def test_it_can_be_held_in_a_direct_message_by_the_starter(outside: Room):
    outside.do(commands.HoldInDirectMessage, by="U2", failed="d1")
    assert outside.told().trouble is Trouble.NOT_YOURS

    outside.do(commands.HoldInDirectMessage, by="U1", failed="d1")
    assert outside.assessment.channel == "U1"
    assert outside.told().done is Done.MOVED
    assert outside.message("parent").in_direct_message

    outside.do(
        commands.GiveAnswer, by="U1", channel="D1", is_direct=True, fact=outside.assessment.asking, values=("facts",)
    )
    assert outside.assessment.answers["need"].value == "facts"


@pytest.mark.parametrize(
    ("key", "error", "method"),
    [
        ("question:need", "no_parent", "post"),
        ("question:need", "cant_update_message", "update"),
        (None, "user_disabled", "ephemeral"),
    ],
)
def test_what_only_follows_or_was_for_one_person_is_let_go(outside: Room, key: str, error: str, method: str):
    turn = outside.do(commands.DeliveryFailed, by="", delivery_id="d", method=method, message_key=key, error=error)

    assert turn.says == ()


def test_another_refusal_is_told_to_the_starter_once_for_each_error(decided: Room):
    refused(decided, "verdict", "is_archived")
    refused(decided, "roadmap:build", "is_archived")

    assert [reply.trouble for _, reply in decided.private if reply.kind == "problem"] == [Trouble.CANNOT_POST]
    assert decided.turns[-1].says[0].channel == "U1"
