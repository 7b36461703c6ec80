"""The interview, from the first question to the verdict, as people live it in a thread."""

from enum import Enum
from typing import Any

import pytest

from bot import commands
from bot.commands import CommandBase
from bot.dialogue import STEPS
from bot.replies import Done, Trouble
from rules import FRAMEWORK, decide
from rules.facts import Facts
from storage.records import AssessmentState, DeliveryMethod
from tests.bot.room import Room, open_questions

COPILOT: dict[str, Any] = {
    "need": "facts",
    "freshness": "weekly",
    "source": "documents",
    "corpus": "large",
    "hygiene": "mixed",
    "receipts": "regulated",
    "access": "everyone",
    "failure": ["invented_facts"],
    "examples": "none",
    "evals": "ad_hoc",
    "latency": "under_3s",
    "volume": "under_100k",
    "ops": ["search"],
    "stakes": "money",
    "hosting": "private_cloud",
}


@pytest.fixture
def room() -> Room:
    room = Room()
    room.start()
    return room


@pytest.fixture
def decided(room: Room) -> Room:
    room.interview(COPILOT)
    return room


# --- starting ---


def test_a_start_posts_one_message_in_the_channel_and_asks_the_first_question_in_its_thread(room: Room):
    parent, question = room.turns[-1].says

    assert (parent.key, parent.under, parent.reply.kind) == ("parent", None, "parent")
    assert (question.under, question.reply.kind) == ("parent", "question")
    assert room.message("parent").progress.number == 1
    assert room.message("parent").expected == room.message("parent").progress.to_go + 1
    assert not question.reply.can_go_back


def test_starting_twice_under_one_name_offers_to_continue_or_to_start_a_new_version(room: Room):
    room.answer("facts")
    before = room.assessment

    turn = room.start(" support  COPILOT ", by="U2")

    assert turn.assessments == ()
    assert (room.told().kind, room.told().number, room.told().assessment_id) == ("already_there", 2, before.id)
    assert room.private[-1][0] == "U2"


def test_a_new_version_supersedes_the_old_one_which_takes_no_more_answers(room: Room):
    old = room.at
    room.do(commands.StartNewVersion, by="U2")
    new = room.at

    assert room.assessments[old].state is AssessmentState.SUPERSEDED
    assert (room.assessments[old].superseded_by, room.assessments[new].supersedes) == (new, old)
    assert open_questions(room, old) == []
    assert open_questions(room, new) == [room.assessment.asking]

    room.do(commands.Answer, assessment_id=old, fact="need", values=("facts",))
    assert room.told().trouble is Trouble.SUPERSEDED


@pytest.mark.parametrize("name", ["\u200b", "\u202e\u202d", " \t ", "\u2066"])
def test_a_name_without_anything_to_see_opens_the_modal_and_says_so(name: str):
    room = Room()
    room.start(name)

    assert room.assessments == {}
    assert room.modal is not None
    assert room.modal.trouble is Trouble.NAME_EMPTY


def test_a_name_of_3000_characters_is_refused_in_one_sentence():
    room = Room()
    room.start("&" * 3000)

    assert (room.told().trouble, room.told().limit, room.told().length) == (Trouble.NAME_TOO_LONG, 300, 3000)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Pay\u202epal\u2066 \x00 bot\r\n two", "Paypal bot two"),
        ("  Support \u2003 copilot ", "Support copilot"),
        ("🧑‍🚀 helper", "🧑‍🚀 helper"),
        ("<!channel>", "<!channel>"),
        ("*bold* `{{ 6*9 }}`", "*bold* `{{ 6*9 }}`"),
        ("x" * 300, "x" * 300),
    ],
)
def test_a_name_is_kept_in_one_line_without_control_and_direction_marks(typed: str, kept: str):
    room = Room()
    room.start(typed)

    assert room.assessment.name == kept


# --- the interview ---


def test_an_answer_becomes_a_line_and_the_next_question_follows_at_once(room: Room):
    asked = room.assessment.asking or ""
    value = FRAMEWORK.by_fact[asked].options[0]
    turn = room.answer(value.value, by="U2")

    line = room.message(f"question:{asked}")
    assert (line.kind, line.said.words, line.said.by, line.can_change) == ("answered", value.said, "U2", True)
    assert [say.reply.kind for say in turn.says] == ["answered", "question", "parent"]
    assert (room.message("parent").last_by, room.message("parent").progress.number) == ("U2", 2)
    assert open_questions(room) == [room.assessment.asking]


def test_a_whole_interview_ends_in_the_verdict_of_its_answers_and_a_roadmap(decided: Room):
    verdict = decided.message("verdict")
    facts = decided.assessment.facts()

    assert decided.assessment.state is AssessmentState.DECIDED
    assert verdict.architecture == decide(facts).verdict == decide(Facts.model_validate(COPILOT)).verdict
    assert verdict.reasons
    assert len(verdict.why_not) == 4
    assert verdict.first is not None
    assert decided.message("roadmap:evaluation").is_first
    assert open_questions(decided) == []
    parent = decided.message("parent")
    assert (parent.state, parent.architecture, parent.decided_by) == ("decided", verdict.architecture, ("U1",))


def test_not_sure_is_an_answer_and_the_interview_goes_on(room: Room):
    asked = room.assessment.asking or ""
    room.answer(None, by="U2")

    assert room.message(f"question:{asked}").said.words is None
    assert room.assessment.asking not in {None, asked}


def test_an_interview_of_nothing_but_not_sure_ends_unsettled_and_names_what_matters_most(room: Room):
    room.interview({})

    verdict = room.message("verdict")
    assert not verdict.is_settled
    assert verdict.matters_most is not None
    assert len(verdict.not_sure) == verdict.open_count - verdict.rest_count > 0


def test_two_people_answer_at_once_one_wins_and_the_other_is_told_kindly(room: Room):
    asked = room.assessment.asking or ""
    first, second = (option.value for option in FRAMEWORK.by_fact[asked].options[:2])
    room.answer(first, by="U1")
    saved = room.assessment

    room.answer(second, by="U2", fact=asked)

    assert room.assessment == saved
    told = room.told()
    assert (told.kind, told.said.by, told.is_same, told.is_own) == ("told", "U1", False, False)
    assert room.private[-1][0] == "U2"


def test_the_same_person_pressing_twice_hears_nothing_and_changes_nothing(room: Room):
    asked = room.assessment.asking or ""
    value = FRAMEWORK.by_fact[asked].options[0].value
    room.answer(value)
    saved = room.assessment

    turn = room.answer(value, fact=asked)

    assert (turn.says, room.assessment) == ((), saved)


def test_back_asks_the_question_before_and_the_open_one_is_set_aside_not_lost(room: Room):
    first = room.assessment.asking or ""
    room.answer(FRAMEWORK.by_fact[first].options[0].value)
    second = room.assessment.asking or ""

    room.do(commands.Back, fact=second)

    assert open_questions(room) == [first]
    assert room.message(f"question:{second}").kind == "set_aside"
    assert room.message(f"question:{first}").selected == (FRAMEWORK.by_fact[first].options[0].value,)
    room.answer(FRAMEWORK.by_fact[first].options[0].value)
    assert open_questions(room) == [second]


def test_back_on_the_first_question_says_that_there_is_none_before(room: Room):
    room.do(commands.Back, fact=room.assessment.asking)

    assert room.told().trouble is Trouble.NOTHING_TO_GO_BACK


def test_stop_keeps_everything_and_continue_asks_the_same_question_again(room: Room):
    room.answer("facts")
    asked = room.assessment.asking or ""
    room.do(commands.Stop, by="U2")

    stopped = room.message(f"question:{asked}")
    assert (stopped.kind, stopped.number, stopped.by) == ("stopped", 2, "U2")
    assert room.message("parent").state is AssessmentState.STOPPED
    assert open_questions(room) == []

    room.do(commands.Continue, by="U3")
    assert open_questions(room) == [asked]
    assert room.assessment.state is AssessmentState.INTERVIEWING


def test_a_click_on_the_question_just_after_it_was_stopped_still_counts(room: Room):
    room.do(commands.Stop)
    room.answer("facts", by="U2")

    assert room.assessment.state is AssessmentState.INTERVIEWING
    assert room.assessment.answers["need"].by == "U2"


def test_continue_on_a_running_interview_says_where_the_question_stands(room: Room):
    room.do(commands.Continue)

    assert room.told().done is Done.CONTINUED
    assert room.told().link


def harmless_change(room: Room) -> tuple[str, str]:
    """An answer that was given and another value of it, with which the verdict stands and nothing else is asked."""
    facts = room.assessment.facts()
    for fact in (fact for fact in room.assessment.answers if not FRAMEWORK.by_fact[fact].is_list):
        for option in FRAMEWORK.by_fact[fact].options:
            changed = facts.replaced(fact, option.value)
            verdict = decide(changed)
            if changed != facts and verdict.decided and verdict.verdict == decide(facts).verdict:
                return fact, option.value
    raise AssertionError("every change matters")


def test_changing_an_early_answer_asks_it_in_place_and_then_only_what_that_made_open(decided: Room):
    asked_before = decided.assessment.asked
    fact, value = harmless_change(decided)

    decided.do(commands.ChangeAnswer, by="U2", fact=fact)
    assert open_questions(decided) == [fact]
    assert decided.message("parent").is_revising

    decided.answer(value, by="U2")
    assert open_questions(decided) == []
    assert decided.assessment.asked == asked_before
    line = decided.message(f"question:{fact}")
    assert line.said.words != line.was.words
    assert (line.said.by, line.was.by) == ("U2", "U1")


def test_a_change_that_leaves_the_verdict_standing_says_so_and_edits_the_verdict_in_place(decided: Room):
    posted = len(decided.thread)
    fact, value = harmless_change(decided)
    decided.do(commands.ChangeAnswer, fact=fact)
    decided.answer(value)

    assert len(decided.thread) == posted
    assert decided.told().done is Done.VERDICT_STANDS


def test_a_change_that_moves_the_verdict_posts_a_new_one_and_the_old_one_points_to_it(decided: Room):
    old = decided.message("verdict").architecture
    decided.do(commands.ChangeAnswer, by="U2", fact="source")
    decided.answer("systems", by="U2")
    decided.interview(COPILOT)

    new = decided.message("verdict")
    assert (new.kind, new.changed_from) == ("verdict", old)
    assert decide(decided.assessment.facts()).verdict == new.architecture != old
    assert [change.fact for change in new.changed_by] == ["source"]
    assert sum(reply.kind == "verdict" for reply in decided.thread) == 2


def test_a_changed_verdict_keeps_what_was_done_and_marks_what_is_new_or_no_longer_called_for(decided: Room):
    done = decided.assessment.checklist[0].id
    decided.do(commands.MarkItem, item_id=done, is_done=True)
    decided.do(commands.ChangeAnswer, fact="source")
    decided.answer("systems")
    decided.interview(COPILOT)

    by_id = {item.id: item for item in decided.assessment.checklist}
    assert by_id[done].state == "done"
    assert any(item.is_new for item in by_id.values())
    assert all(item.obsolete_because for item in by_id.values() if item.state == "obsolete")


def test_keep_closes_a_question_that_was_opened_again_and_the_verdict_is_not_given_anew(decided: Room):
    before = decided.message("verdict")
    decided.do(commands.ChangeAnswer, fact="source")
    decided.do(commands.KeepAnswer, fact="source")

    assert open_questions(decided) == []
    assert decided.assessment.state is AssessmentState.DECIDED
    assert decided.message("verdict") == before


def test_the_rest_can_be_answered_though_it_no_longer_matters(decided: Room):
    rest = decided.message("verdict").rest_count
    assert rest > 0
    verdict = decided.message("verdict").architecture

    decided.do(commands.AnswerRest, by="U2")
    (asked,) = open_questions(decided)
    assert decided.message(f"question:{asked}").is_extra
    decided.interview(COPILOT | {"labels": "mixed"})

    assert decided.message("verdict").rest_count == 0
    assert decided.message("verdict").architecture == verdict
    assert decided.assessment.state is AssessmentState.DECIDED


def test_stopping_among_the_extra_questions_leaves_the_verdict_as_it_stands(decided: Room):
    decided.do(commands.AnswerRest)
    decided.do(commands.Stop)

    assert decided.assessment.state is AssessmentState.DECIDED
    assert open_questions(decided) == []


def test_stopping_among_the_extra_questions_concludes_what_was_answered_there(decided: Room):
    decided.do(commands.AnswerRest)
    (extra,) = open_questions(decided)
    decided.answer(FRAMEWORK.by_fact[extra].options[0].value)
    assert decided.message("parent").is_sharpening

    decided.do(commands.Stop)

    assert decided.assessment.state is AssessmentState.DECIDED
    assert decided.assessment.decision.facts == decided.assessment.facts()
    assert not decided.message("parent").is_sharpening
    assert open_questions(decided) == []


def test_a_stopped_revision_offers_no_cancel_since_the_verdict_stays(decided: Room):
    decided.do(commands.ChangeAnswer, fact="corpus")
    decided.answer("prompt_sized", fact="corpus")
    if decided.assessment.state is AssessmentState.DECIDED:
        decided.do(commands.ChangeAnswer, fact="need")
    decided.do(commands.Stop)

    assert decided.assessment.decision is not None
    assert not any(getattr(reply, "can_cancel", False) for reply in decided.messages.values())


def test_list_answers_are_taken_whole_and_what_cannot_stand_together_is_said(room: Room):
    room.do(commands.ChangeAnswer, fact="failure")
    room.answer(["none_yet", "tone"])
    assert room.told().trouble is Trouble.CHOSEN_ALONE

    room.answer([])
    assert room.told().trouble is Trouble.NOTHING_CHOSEN

    room.answer(["tone", "format"])
    assert room.assessment.answers["failure"].value == ("format", "tone")


@pytest.mark.parametrize(("fact", "values"), [("need", ("x",)), ("gone", ("x",)), ("need", ("facts", "both"))])
def test_a_value_that_the_rules_do_not_know_changes_nothing(room: Room, fact: str, values: tuple[str, ...]):
    before = room.assessment
    room.do(commands.Answer, fact=fact, values=values)

    assert room.assessment == before
    assert room.told().trouble is Trouble.NO_SUCH_ANSWER


# --- contradictions ---


def contradicting(room: Room) -> str:
    """Give two answers that do not fit; the name of their contradiction."""
    for fact, value in {"freshness": "static", "failure": ["stale_facts"]}.items():
        room.do(commands.ChangeAnswer, fact=fact)
        room.answer(value)
    return "static_but_stale"


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


def test_a_contradiction_that_is_gone_is_out_of_date(room: Room):
    found = contradicting(room)
    room.do(commands.ChangeAnswer, fact="freshness")
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


ABOUT_ONE = sorted((kind for kind in STEPS if "assessment_id" in kind.model_fields), key=lambda kind: kind.__name__)
FIELDS = {
    "fact": "need", "values": ("facts",), "contradiction": "x", "failed": "d1", "item_id": "golden_tasks",
    "is_done": True,
    "topic": "why", "value": "facts", "text": "why?", "delivery_id": "d1", "method": DeliveryMethod.POST,
    "error": "is_archived",
}  # fmt: skip


def command_of(kind: type[CommandBase], **more: Any) -> dict[str, Any]:
    """Fields for a command of any kind: those above, and something of the right type for every other one it needs."""
    known = {"tenant", "assessment_id"}
    fields = kind.model_fields.items()
    needed = {name: field for name, field in fields if name in FIELDS or (field.is_required() and name not in known)}
    return {name: FIELDS.get(name, _something(field.annotation)) for name, field in needed.items()} | more


def _something(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation))
    return {str: "x", bool: True, int: 1}.get(annotation, ())


@pytest.mark.parametrize("kind", ABOUT_ONE, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("place", [{"channel": "C2"}, {"tenant": {"team": "T2"}}, {"assessment_id": "b1"}])
def test_from_another_channel_or_workspace_it_is_as_if_it_were_not_there(
    decided: Room, kind: type[CommandBase], place: Any
):
    before = dict(decided.assessments)
    turn = decided.do(kind, **command_of(kind, **place))

    assert decided.assessments == before
    assert turn.modal is None
    assert {say.reply.kind for say in turn.says} <= {"problem"}
    assert not any("copilot" in say.reply.model_dump_json() for say in turn.says)


FOR_ENDED = {commands.DeleteAssessment, commands.LogFailure, commands.FailureLogged}
"""What an ended assessment is for still: it can be deleted, and a failure goes to the version that is in force."""


@pytest.mark.parametrize("kind", [kind for kind in ABOUT_ONE if kind not in FOR_ENDED], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("end", [AssessmentState.CANCELLED, AssessmentState.SUPERSEDED])
def test_nothing_changes_an_ended_assessment(room: Room, kind: type[CommandBase], end: AssessmentState):
    room.assessments[room.at] = room.assessment.model_copy(update={"state": end})
    turn = room.do(kind, **command_of(kind))

    assert turn.assessments == ()
    assert {say.is_private for say in turn.says} <= {True}


def test_only_the_starter_deletes(room: Room):
    room.do(commands.DeleteAssessment, by="U2")
    assert room.told().trouble is Trouble.NOT_YOURS
    assert room.assessments

    room.do(commands.DeleteAssessment, by="U1")
    assert room.told().done is Done.DELETED
    assert room.assessments == {}
