"""Answers that are changed, kept, or given though they no longer matter: what is asked again and what stands."""

from datetime import timedelta

import pytest

from bot import commands
from bot.replies import Done, Trouble
from rules import FRAMEWORK, decide
from storage.records import AssessmentState
from tests.bot.room import COPILOT, Room, open_questions


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


def test_changing_an_early_answer_asks_it_below_and_then_only_what_that_made_open(decided: Room):
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
    fact, value = harmless_change(decided)
    decided.do(commands.ChangeAnswer, fact=fact)
    posted = len(decided.thread)
    decided.answer(value)

    assert len(decided.thread) == posted
    assert decided.told().done is Done.VERDICT_STANDS


def test_the_day_of_the_decision_is_that_of_its_verdict_and_moves_only_with_it(decided: Room):
    at = decided.assessment.decision.at
    fact, value = harmless_change(decided)
    decided.now += timedelta(days=30)
    decided.do(commands.ChangeAnswer, fact=fact)
    decided.answer(value)

    assert (decided.assessment.decision.at, decided.message("parent").decided_at) == (at, at)
    assert decided.assessment.decision.facts == decided.assessment.facts()

    decided.do(commands.ChangeAnswer, fact="source")
    decided.answer("systems")
    decided.interview(COPILOT)
    assert decided.assessment.decision.at > at + timedelta(days=30)


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


def test_on_a_roadmap_that_nobody_has_seen_nothing_is_new_or_no_longer_needed(decided: Room):
    decided.do(commands.ChangeAnswer, fact="source")
    decided.answer("systems")
    decided.interview(COPILOT)

    assert not [item.id for item in decided.assessment.checklist if item.is_new or item.state == "obsolete"]


def test_on_a_roadmap_that_stands_in_the_thread_it_is_said_what_is_new_and_what_is_no_longer_needed(decided: Room):
    decided.do(commands.ShowRoadmapHere)
    decided.do(commands.ChangeAnswer, fact="source")
    decided.answer("systems")
    decided.interview(COPILOT)

    assert any(item.is_new for item in decided.assessment.checklist)
    assert any(item.state == "obsolete" for item in decided.assessment.checklist)


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
    room.open("failure")
    room.answer(["none_yet", "tone"])
    assert room.told().trouble is Trouble.CHOSEN_ALONE

    room.answer([])
    assert room.told().trouble is Trouble.NOTHING_CHOSEN

    room.answer(["tone", "format"])
    assert room.assessment.answers["failure"].value == ("format", "tone")


@pytest.mark.parametrize(("fact", "values"), [("need", ("x",)), ("gone", ("x",)), ("need", ("facts", "both"))])
def test_a_value_that_the_rules_do_not_know_changes_nothing(room: Room, fact: str, values: tuple[str, ...]):
    before = room.assessment
    room.do(commands.GiveAnswer, fact=fact, values=values)

    assert room.assessment == before
    assert room.told().trouble is Trouble.NO_SUCH_ANSWER
