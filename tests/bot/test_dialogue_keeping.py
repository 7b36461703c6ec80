"""A decision taken up again of which little has changed: one press keeps the rest, and nothing kept looks changed."""

from bot import commands
from bot.replies import Trouble
from bot.views import render
from rules.framework import Architecture
from storage.records import AssessmentState
from tests.bot.room import Room, confirm_all, reassess


def test_one_press_keeps_all_that_is_left_and_says_what_it_kept(decided: Room):
    old = decided.assessment
    reassess(decided)
    first = decided.assessment.asking or ""
    decided.do(commands.StillSo, "U3", fact=first)
    asked = decided.assessment.asking or ""
    assert (
        f"Keep all {len(old.facts().model_dump(exclude_none=True)) - 1}"
        in render(decided.message(f"question:{asked}")).text
    )
    decided.do(commands.KeepRest, "U2", fact=asked)

    new = decided.assessment
    assert new.state is AssessmentState.DECIDED
    assert {fact: answer.value for fact, answer in new.answers.items()} == {
        fact: answer.value for fact, answer in old.answers.items()
    }
    assert (new.answers[first].by, new.answers[asked].by) == ("U3", "U2")
    assert "kept" in render(decided.message(f"question:{asked}")).text
    assert (decided.message("difference").changes, decided.message("difference").rows_off) == ((), ())


def test_what_was_kept_can_be_changed_one_by_one(decided: Room):
    reassess(decided)
    decided.do(commands.KeepRest, "U2", fact=decided.assessment.asking or "")
    decided.do(commands.ChangeAnswer, "U3", fact="source")
    decided.answer("systems", "U3", "source")

    assert decided.assessment.answers["source"].by == "U3"
    assert decided.assessment.decision is not None
    assert decided.assessment.decision.verdict.verdict is Architecture.TOOLS


def test_keeping_the_rest_after_a_change_keeps_only_what_nobody_looked_at(decided: Room):
    reassess(decided)
    while decided.assessment.asking != "source":
        decided.do(commands.StillSo, fact=decided.assessment.asking or "")
    decided.do(commands.SomethingElse, fact="source")
    decided.answer("systems", fact="source")
    asked = decided.assessment.asking
    if asked is not None:
        decided.do(commands.KeepRest, fact=asked)

    assert decided.assessment.answers["source"].value == "systems"
    assert [change.fact for change in decided.message("difference").changes] == ["source"]


def in_two_minds(room: Room) -> None:
    """Two answers that do not fit together, of which the team says that both hold."""
    room.do(commands.RecordChange, fact="freshness", value="static")
    room.do(commands.RecordChange, fact="failure", value="stale_facts")
    asked = room.assessment.asking or ""
    assert asked.startswith("contradiction:")
    room.do(commands.ResolveContradiction, contradiction=asked.partition(":")[2], fact="")


def contradictions_of(room: Room) -> list[str]:
    return [key for of, key in room.messages if of == room.at and key.startswith("contradiction:")]


def test_that_both_hold_goes_over_and_is_not_asked_again_in_any_later_version(decided: Room):
    in_two_minds(decided)
    for _ in range(2):
        reassess(decided)
        decided.do(commands.KeepRest, "U2", fact=decided.assessment.asking or "")

        assert decided.assessment.state is AssessmentState.DECIDED
        assert contradictions_of(decided) == []


def test_one_of_the_two_answered_anew_is_asked_about_anew(decided: Room):
    in_two_minds(decided)
    reassess(decided)
    decided.do(commands.KeepRest, "U2", fact=decided.assessment.asking or "")
    decided.do(commands.RecordChange, fact="failure", value="stale_facts,invented_facts")

    assert decided.assessment.asking == "contradiction:static_but_stale"
    decided.do(commands.RecordChange, fact="freshness", value="weekly")
    assert decided.message("contradiction:static_but_stale").kind == "contradiction_settled"


def test_a_second_press_or_an_old_button_keeps_nothing(decided: Room):
    reassess(decided)
    asked = decided.assessment.asking or ""
    decided.do(commands.KeepRest, "U2", fact=asked)
    before = decided.assessment
    decided.do(commands.KeepRest, "U3", fact=asked)
    decided.do(commands.KeepRest, "U3", fact="gone")

    assert decided.assessment == before
    assert decided.told().trouble is Trouble.OUT_OF_DATE


def test_a_row_that_rests_on_an_answer_nobody_was_asked_about_again_did_not_switch(decided: Room):
    decided.do(commands.RecordChange, fact="failure", value="invented_facts")
    assert "failure" in decided.assessment.answers
    reassess(decided)
    confirm_all(decided, source="systems")

    assert "failure" not in decided.assessment.answers
    assert [row.row for row in decided.message("difference").rows_off] == [
        "documents-beyond-a-prompt",
        "large-corpus",
        "sources-are-looked-up",
    ]
