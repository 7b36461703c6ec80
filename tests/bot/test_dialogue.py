"""The interview, from the first question to the verdict, as people live it in a thread."""

import pytest

from bot import commands
from bot.replies import Confirmed, Done, Trouble
from bot.views import render
from rules import FRAMEWORK, decide
from rules.facts import Facts
from storage.records import AssessmentState, DeliveryMethod
from tests.bot.room import COPILOT, Room, open_questions

# --- starting ---


def test_a_start_posts_one_message_in_the_channel_and_asks_the_first_question_in_its_thread(room: Room):
    parent, question = room.turns[-1].says

    assert (parent.message_key, parent.under_key, parent.reply.kind) == ("parent", None, "parent")
    assert (question.under_key, question.reply.kind) == ("parent", "question")
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

    room.do(commands.GiveAnswer, assessment_id=old, fact="need", values=("facts",))
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
    assert [say.reply.kind for say in turn.says] == ["answered", "parent", "question"]
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
    assert decided.phase("evaluation").is_first
    assert open_questions(decided) == []
    parent = decided.message("parent")
    assert (parent.state, parent.architecture, parent.decided_by) == ("decided", verdict.architecture, ("U1",))


def test_who_answers_only_after_the_verdict_is_named_apart_from_those_who_decided(decided: Room):
    decided.type("wrong answers annoy people, no more", by="U7")
    decided.type("under 1,000 requests a day", by="U7")

    parent = decided.message("parent")

    assert (parent.decided_by, parent.since_by) == (("U1",), ("U7",))
    assert "by U1; U7 answered since, and it stands." in render(parent).text


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


def test_a_verdict_to_which_few_of_the_open_ways_lead_is_told_as_undecided_everywhere(room: Room):
    room.interview({"need": "both"})

    verdict, parent = room.message("verdict"), room.message("parent")
    assert verdict.confidence < 0.1
    for told in (render(verdict).text, render(parent).text):
        assert "ot decided yet" in told
        assert "For now, use" not in told
        assert "Decided on" not in told
    room.do(commands.ShowStatus)
    assert "not decided yet, so far" in render(room.told()).text


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


@pytest.mark.parametrize("is_in_channel", [True, False])
def test_going_on_after_a_pause_is_told_where_it_was_pressed_unless_it_can_be_seen_there(
    room: Room, is_in_channel: bool
):
    """Pressed in the channel it did nothing that could be seen, and was pressed again."""
    room.do(commands.Stop)
    turn = room.do(commands.Continue, response_url="https://hooks.slack.com/x", is_in_channel=is_in_channel)

    told = [say.reply for say in turn.says if isinstance(say.reply, Confirmed)]
    assert [(one.done, bool(one.link)) for one in told] == ([(Done.CONTINUED, True)] if is_in_channel else [])


def test_continue_pressed_in_the_list_of_a_channel_is_answered_there(room: Room):
    turn = room.do(commands.Continue, response_url="https://hooks.slack.com/x")

    assert turn.says[0].method is DeliveryMethod.RESPOND
