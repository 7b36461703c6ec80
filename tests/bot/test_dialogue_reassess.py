"""A decision taken up again: earlier answers one by one, one at a time, and the difference explained."""

from bot import commands
from bot.commands import TaskTyped
from bot.replies import Done, Trouble
from bot.views import render, render_modal
from bot.views.verdict import how_sure
from rules import FRAMEWORK
from rules.framework import Architecture
from storage.records import AssessmentState, ItemState, ReviewSchedule
from tests.bot.room import COPILOT, TENANT, Room, confirm_all, reassess


def test_it_begins_a_new_version_and_the_old_one_holds_until_that_is_settled(decided: Room):
    old = decided.at
    reassess(decided)

    new = decided.assessment
    assert (new.supersedes, new.started_by, new.state) == (old, "U2", AssessmentState.INTERVIEWING)
    before = decided.assessments[old]
    assert (before.state, before.superseded_by) == (AssessmentState.DECIDED, new.id)
    assert "Until that is settled, this decision holds" in render(decided.message("parent", old)).text
    assert "took the decision up again" in render(decided.message("parent")).text
    assert decided.told().done is Done.REASSESSING


def test_earlier_answers_are_offered_one_by_one_with_who_gave_them(decided: Room):
    reassess(decided)
    asked = decided.assessment.asking or ""
    offered = decided.message(f"question:{asked}")

    assert offered.kind == "still_so"
    assert offered.earlier.by == "U1"
    assert "Still so, Something else" in render(offered).text


def test_still_so_is_an_answer_by_the_one_who_confirmed_it(decided: Room):
    reassess(decided)
    asked = decided.assessment.asking or ""
    decided.do(commands.StillSo, "U3", fact=asked)

    assert decided.assessment.answers[asked].by == "U3"
    assert decided.message(f"question:{asked}").kind == "answered"


def test_something_else_asks_in_full_and_the_answer_is_taken(decided: Room):
    reassess(decided)
    asked = decided.assessment.asking or ""
    decided.do(commands.SomethingElse, fact=asked)

    assert decided.message(f"question:{asked}").kind == "question"
    decided.answer("both", fact=asked)
    assert decided.assessment.answers[asked].value == "both"


def test_nothing_changed_gives_the_same_verdict_and_says_that_every_reason_holds(decided: Room):
    old = decided.assessment
    reassess(decided)
    confirm_all(decided)

    new = decided.assessment
    assert new.state is AssessmentState.DECIDED
    assert new.decision is not None
    assert old.decision is not None
    assert new.decision.verdict.verdict == old.decision.verdict.verdict
    found = decided.message("difference")
    assert (found.changes, found.rows_off, found.rows_on) == ((), (), ())
    assert "still retrieval" in render(found).text
    assert not any(item.is_new or item.state is ItemState.OBSOLETE for item in new.checklist)


def test_both_versions_link_to_each_other_once_the_new_one_is_decided(decided: Room):
    old = decided.at
    reassess(decided)
    confirm_all(decided)

    before = decided.assessments[old]
    assert (before.state, before.superseded_by) == (AssessmentState.SUPERSEDED, decided.at)
    parent = decided.message("parent", old)
    assert (parent.state, parent.newer_id) == (AssessmentState.SUPERSEDED, decided.at)
    assert decided.message("parent").earlier_id == old
    assert decided.message("difference").earlier_id == old


def test_a_changed_answer_is_explained_by_the_rows_that_switched(decided: Room):
    reassess(decided)
    confirm_all(decided, source="systems")

    found = decided.message("difference")
    assert (found.before, found.after) == (Architecture.RAG, Architecture.TOOLS)
    assert [change.fact for change in found.changes] == ["source"]
    assert found.rows_off
    assert not {row.row for row in found.rows_off} & {row.row for row in found.rows_on}
    text = render(found).text
    assert "retrieval before, live tools now" in text


def test_the_roadmap_keeps_what_is_still_valid_and_says_why_the_rest_is_new_or_obsolete(decided: Room):
    for item in decided.assessment.checklist[:2]:
        decided.do(commands.MarkItem, "U3", item_id=item.id, is_done=True)
    build = next(item for item in decided.assessment.checklist if item.phase == "build")
    decided.run(
        commands.ItemEdited(
            tenant=TENANT, channel="C1", actor="U1", assessment_id=decided.at, item_id="monthly_review", state="open",
            owner="U3", due="2026-12-05", note="Mind the holidays.", shown=("open", "", "", ""),
        )
    )  # fmt: skip
    done = {item.id for item in decided.assessment.checklist if item.state is ItemState.DONE}
    reassess(decided)
    confirm_all(decided, source="systems")

    items = {item.id: item for item in decided.assessment.checklist}
    assert {id_ for id_, item in items.items() if item.done_by == "U3"} == done
    review = items["monthly_review"]
    assert (review.owner, review.due, review.note) == ("U3", "2026-12-05", "Mind the holidays.")
    assert items[build.id].state is ItemState.OBSOLETE
    assert "the decision is live tools now" in items[build.id].obsolete_because
    added = [item for item in items.values() if item.is_new]
    assert added
    assert all(item.why for item in added)
    shown = [one for phase in ("build", "watch") for one in decided.phase(phase).items]
    assert any(one.is_new for one in shown)


def test_work_done_while_it_was_being_asked_goes_over_too(decided: Room):
    old = decided.at
    reassess(decided)
    decided.do(commands.MarkItem, "U3", assessment_id=old, item_id="log_answers", is_done=True)
    decided.at = decided.assessments[old].superseded_by or ""
    confirm_all(decided)

    item = next(one for one in decided.assessment.checklist if one.id == "log_answers")
    assert (item.state, item.done_by) == (ItemState.DONE, "U3")


def test_golden_tasks_and_the_plan_of_the_reviews_go_over(decided: Room):
    names = ("Refund window", "Contract lookup", "Escalation")
    tasks = tuple(TaskTyped(id=f"new{at}", name=name) for at, name in enumerate(names))
    decided.do(commands.TasksSaved, tasks=tasks)
    schedule = ReviewSchedule(day=1, zone="Europe/Berlin", owner="U1")
    decided.assessments[decided.at] = decided.assessment.model_copy(update={"schedule": schedule})
    before = decided.assessment
    reassess(decided)
    confirm_all(decided)

    assert decided.assessment.golden_tasks == before.golden_tasks
    assert decided.assessment.schedule == schedule
    assert decided.message("plan").zone == "Europe/Berlin"
    assert [run.command.assessment_id for run in decided.turns[-1].runs] == [decided.at]


def test_two_people_pressing_at_once_start_one(decided: Room):
    old = decided.at
    reassess(decided, "U2")
    new = decided.at
    reassess(decided, "U3", assessment_id=old)

    assert len(decided.assessments) == 2
    assert decided.told().kind == "already_reassessing"
    assert (decided.told().assessment_id, decided.told().by) == (new, "U2")


def test_answers_that_no_longer_decide_are_kept_and_only_what_is_unknown_is_asked_on_demand(decided: Room):
    reassess(decided)
    confirm_all(decided, source="systems")
    left = set(decided.assessment.earlier) - set(decided.assessment.answers)
    assert left
    unknown = {question.fact for question in FRAMEWORK.questions} - left - set(decided.assessment.answers)
    verdict = decided.message("verdict")
    assert (verdict.rest_count, verdict.kept_count) == (len(unknown), len(left))
    words = "earlier answer did" if len(left) == 1 else "earlier answers did"
    assert f"{len(left)} {words} not have to be asked again." in how_sure(verdict)
    decided.do(commands.ShowMore)
    assert f"Answer the other {len(unknown)}" in str(render_modal(decided.modal))

    decided.do(commands.AnswerRest)
    asked = []
    while decided.assessment.asking:
        asked.append(decided.assessment.asking)
        decided.answer(None)

    assert set(asked) == unknown


def test_what_an_earlier_version_kept_without_asking_is_known_to_the_next_one_too(decided: Room):
    first = decided.assessment.facts()
    for _ in range(2):
        reassess(decided)
        confirm_all(decided, source="systems")

    kept = {**decided.assessment.earlier, **decided.assessment.answers}
    assert {fact for fact, value in first if value is not None} <= set(kept)


def test_giving_it_up_lets_the_old_decision_go_on(decided: Room):
    old = decided.at
    reassess(decided)
    decided.do(commands.Stop)
    new = decided.at
    decided.do(commands.Cancel, assessment_id=new)

    assert decided.assessments[new].state is AssessmentState.CANCELLED
    assert (decided.assessments[old].state, decided.assessments[old].superseded_by) == (AssessmentState.DECIDED, None)
    assert "taken up again" not in render(decided.message("parent", old)).text
    reassess(decided, assessment_id=old)
    assert len(decided.assessments) == 3


def test_one_that_was_deleted_can_be_begun_again(decided: Room):
    old = decided.at
    reassess(decided)
    decided.do(commands.DeleteAssessment, "U2")
    reassess(decided, assessment_id=old)

    assert decided.assessment.supersedes == old


def test_a_fresh_start_in_the_middle_ends_both_earlier_versions(decided: Room):
    old = decided.at
    reassess(decided)
    middle = decided.at
    decided.do(commands.StartNewVersion)

    states = [decided.assessments[one].state for one in (old, middle, decided.at)]
    assert states == [AssessmentState.SUPERSEDED, AssessmentState.SUPERSEDED, AssessmentState.INTERVIEWING]


def test_what_cannot_be_taken_up_again_says_why(decided: Room):
    decided.run(commands.Reassess(tenant=TENANT, channel="C1", actor="U1", name="Banana"))
    assert decided.told().trouble is Trouble.NO_SUCH_FEATURE

    decided.run(commands.Reassess(tenant=TENANT, channel="C9", actor="U1"))
    assert decided.told().trouble is Trouble.NONE_DECIDED

    decided.do(commands.ChangeAnswer, fact="need")
    reassess(decided)
    assert decided.told().trouble is Trouble.UNDER_REVISION

    fresh = Room()
    fresh.start()
    reassess(fresh)
    assert fresh.told().trouble is Trouble.NOT_DECIDED


def test_an_old_version_is_taken_up_no_more(decided: Room):
    old = decided.at
    reassess(decided)
    confirm_all(decided)
    reassess(decided, assessment_id=old)

    assert decided.told().trouble is Trouble.SUPERSEDED


def test_without_a_name_the_channels_newest_decision_is_taken_up(decided: Room):
    decided.start("Invoice reader")
    decided.interview(COPILOT)
    newest = decided.at
    decided.run(commands.Reassess(tenant=TENANT, channel="C1", actor="U1"))

    assert decided.assessment.supersedes == newest


def test_a_button_pressed_twice_or_too_late_changes_nothing(decided: Room):
    reassess(decided)
    asked = decided.assessment.asking or ""
    decided.do(commands.StillSo, "U2", fact=asked)
    before = decided.assessment.answers[asked]
    decided.do(commands.StillSo, "U3", fact=asked)
    decided.do(commands.SomethingElse, "U3", fact=asked)
    decided.do(commands.StillSo, "U3", fact="gone")

    assert decided.assessment.answers[asked] == before
    assert decided.told().trouble is Trouble.OUT_OF_DATE


def test_back_opens_the_question_before_in_full(decided: Room):
    reassess(decided)
    first = decided.assessment.asking or ""
    decided.do(commands.StillSo, fact=first)
    decided.do(commands.Back, fact=decided.assessment.asking or "")

    assert decided.assessment.asking == first
    assert decided.message(f"question:{first}").kind == "question"


def test_failures_of_the_old_version_still_count_this_month(decided: Room):
    decided.do(commands.FailureLogged, failure_id="f1", bucket="safety")
    old = decided.at
    reassess(decided)
    confirm_all(decided)
    decided.do(commands.FailureLogged, assessment_id=old, failure_id="f2", bucket="safety")

    assert decided.failures["f2"].assessment_id == decided.at
    assert decided.message("failure:f2").count == 2
