"""Answers that do not fit together, interviews that are over, and who may do what."""

from typing import Any

from bot import commands
from bot.commands import CommandBase
from bot.dialogue import STEPS
from bot.replies import Done, MovedLine, Trouble
from bot.views import render
from rules import FRAMEWORK
from storage.records import AssessmentState
from tests.bot.payloads import command_of
from tests.bot.room import Room, open_questions
from tests.tables import each

# --- contradictions ---


def contradicting(room: Room) -> str:
    """Give two answers that do not fit; the name of their contradiction."""
    for fact, value in {"freshness": "static", "failure": ["stale_facts"]}.items():
        room.open(fact)
        room.answer(value)
    return "static_but_stale"


def test_a_pause_while_two_answers_do_not_fit_is_said_to_whoever_typed_it_with_the_way_to_go_on(room: Room):
    contradicting(room)
    room.type("stop")

    assert room.assessment.state is AssessmentState.STOPPED
    assert room.told().can_continue


def test_two_answers_that_do_not_fit_are_asked_about_once_before_anything_else(room: Room):
    found = contradicting(room)

    assert room.message(f"contradiction:{found}").claim
    assert open_questions(room) == []

    room.do(commands.ResolveContradiction, by="U2", contradiction=found, fact="")
    assert room.message(f"contradiction:{found}").kind == "contradiction_settled"
    assert open_questions(room) == [room.assessment.asking]
    assert sum(reply.kind == "contradiction" for reply in room.thread) == 1


def test_the_side_that_does_not_hold_is_asked_again(room: Room):
    found = contradicting(room)
    room.do(commands.ResolveContradiction, contradiction=found, fact="freshness")

    assert open_questions(room) == ["freshness"]
    room.answer("monthly")
    assert room.assessment.answers["freshness"].value == "monthly"
    assert room.assessment.asking not in {None, "freshness"}


def test_whoever_types_another_value_of_one_of_them_says_what_holds(room: Room):
    """The very question was asked, and "that stands there already" was said to its answer, again and again."""
    contradicting(room)

    room.type("it changes every month", by="U2")

    assert room.assessment.answers["freshness"].value == "monthly"
    assert room.assessment.asking not in {None, "contradiction:static_but_stale"}


def test_a_contradiction_that_is_gone_is_out_of_date(room: Room):
    found = contradicting(room)
    room.open("freshness")
    room.answer("weekly")
    assert room.message(f"contradiction:{found}").changing == FRAMEWORK.by_fact["freshness"].topic

    room.do(commands.ResolveContradiction, contradiction=found, fact="")
    assert room.told().trouble is Trouble.OUT_OF_DATE


# --- ends, and who may ---


def test_a_cancelled_interview_keeps_its_answers_and_takes_no_more(room: Room):
    room.answer("facts")
    asked = room.assessment.asking or ""
    room.do(commands.Cancel, by="U2")

    assert room.message(f"question:{asked}").kind == "cancelled"
    assert room.message("parent").cancelled_by == "U2"
    room.answer("x", fact=asked)
    assert room.told().trouble is Trouble.CANCELLED
    assert room.assessment.answers.keys() == {"need"}


BY_PEOPLE = set(STEPS) - {commands.ReadResults, commands.FileNotRead}  # what was read or not, wherever it came from
ABOUT_ONE = sorted((kind for kind in BY_PEOPLE if "assessment_id" in kind.model_fields), key=lambda kind: kind.__name__)


@each("kind", ABOUT_ONE)
@each("place", [{"channel": "C2"}, {"tenant": {"team": "T2"}}, {"assessment_id": "b1"}])
def test_from_another_channel_or_workspace_it_is_as_if_it_were_not_there(
    decided: Room, kind: type[CommandBase], place: Any
):
    room = decided.copy()
    before = dict(room.assessments)
    turn = room.do(kind, **command_of(kind, **place))

    assert room.assessments == before
    assert turn.modal is None
    assert {say.reply.kind for say in turn.says} <= {"problem"}
    assert not any("copilot" in say.reply.model_dump_json() for say in turn.says)


FOR_ENDED = {commands.DeleteAssessment, commands.LogFailure, commands.FailureLogged}
"""What an ended assessment is for still: it can be deleted, and a failure goes to the version that is in force."""


@each("kind", [kind for kind in ABOUT_ONE if kind not in FOR_ENDED])
@each("end", [AssessmentState.CANCELLED, AssessmentState.SUPERSEDED])
def test_nothing_changes_an_ended_assessment(kind: type[CommandBase], end: AssessmentState):
    room = Room()
    room.start()
    room.assessments[room.at] = room.assessment.model_copy(update={"state": end})
    turn = room.do(kind, **command_of(kind))

    assert turn.assessments == ()
    assert {say.is_private for say in turn.says} <= {True}


def test_what_stands_in_slack_of_a_deleted_decision_says_that_it_is_gone_and_offers_nothing(decided: Room):
    decided.do(commands.ShowRoadmapHere)
    places = [key for of, key in decided.messages if of == decided.at]
    gone = decided.at
    turn = decided.do(commands.DeleteAssessment)

    assert {"parent", "verdict", "roadmap"} <= {*places}
    for key in places:
        shown = render(decided.message(key, gone))
        assert "by U1." in shown.text
        assert "Support copilot" in shown.text
        assert not any(block["type"] == "actions" or "accessory" in block for block in shown.blocks)
    assert "roadmap and log are gone" in render(decided.message("parent", gone)).text
    assert [say.reply.is_in_channel for say in turn.says[1:]] == [True, *[False] * (len(places) - 1)]


def test_what_was_asked_stays_in_the_thread_and_who_deletes_reads_so_before_and_after(decided: Room):
    decided.type("why not fine-tuning?")
    asked = render(decided.thread[-1]).text
    decided.do(commands.ShowStatus)
    before = str(render(decided.told()).blocks)
    decided.do(commands.DeleteAssessment)

    assert render(decided.thread[-1]).text == asked
    for told in (before, render(decided.told()).text):
        assert "exported files, and my answers from more than 30 days ago stay in Slack" in told


def test_files_that_somebody_asked_for_stay_as_they_are(decided: Room):
    kept = MovedLine(topic="a file")
    decided.messages[decided.at, "record:md:20261122"] = kept
    gone = decided.at
    decided.do(commands.DeleteAssessment)

    assert decided.message("record:md:20261122", gone) == kept


def test_only_the_starter_deletes(room: Room):
    room.do(commands.DeleteAssessment, by="U2")
    assert room.told().trouble is Trouble.NOT_YOURS
    assert room.assessments

    room.do(commands.DeleteAssessment, by="U1")
    assert room.told().done is Done.DELETED
    assert room.assessments == {}
