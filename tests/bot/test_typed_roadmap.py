"""The roadmap is worked by typing: golden tasks written down by their names, items ticked, the rest led."""

from typing import Any

from bot import commands
from bot.replies import Done, HeardReply, TasksTold
from bot.views import render
from storage.records import ItemState
from tests.bot.room import Room, item
from tests.tables import each


@each(
    ("text", "names"),
    [
        (
            "golden tasks: refund window, contract lookup, escalation",
            ["refund window", "contract lookup", "escalation"],
        ),
        ("we wrote the golden tasks: Refund window; Escalation.", ["Refund window", "Escalation"]),
        (
            "Our three golden tasks are: a late parcel, a lost parcel, and a fee",
            ["a late parcel", "a lost parcel", "a fee"],
        ),
        ("here are the golden tasks:\n1. Refund window\n2. Contract lookup", ["Refund window", "Contract lookup"]),
        ("please add golden tasks:\n- returns and refunds\n- fees", ["returns and refunds", "fees"]),
        ("golden task: refund window", ["refund window"]),
        ("i've picked these golden questions = fees, limits", ["fees", "limits"]),
        ("golden tasks: a refund of 1,000 EUR, 2 limits,3 fees", ["a refund of 1,000 EUR", "2 limits", "3 fees"]),
        ("golden tasks: fees, limits, Fees,, fees", ["fees", "limits"]),
    ],
)
def test_golden_tasks_are_written_down_by_their_names(decided: Room, text: str, names: list[str]):
    room = decided.copy()
    before = room.assessment.answers
    room.type(text)

    assert [task.name for task in room.assessment.golden_tasks] == names
    assert room.assessment.answers == before
    told = next(reply for _, reply in room.private if isinstance(reply, TasksTold))
    assert "What is asked in “" in render(told).text


def test_names_that_stand_already_are_kept_as_they_are(decided: Room):
    decided.type("golden tasks: fees, limits")
    decided.do(commands.TasksSaved, tasks=(), pasted="", bar="9 of 10")
    decided.type("golden tasks: Fees, escalation", by="U2")

    assert [task.name for task in decided.assessment.golden_tasks] == ["Fees", "limits", "escalation"]
    assert decided.assessment.bar == "9 of 10"


def test_what_was_written_of_a_task_stays_where_its_name_is_typed_again(decided: Room):
    whole = commands.TaskTyped(id="new1", name="fees", input="What is the fee?", must_contain="3 EUR", bar="9 of 10")
    decided.do(commands.TasksSaved, tasks=(whole,))
    before = decided.assessment.golden_tasks
    decided.type("golden tasks: fees, limits", by="U2")

    assert decided.assessment.golden_tasks[:1] == before
    assert [task.name for task in decided.assessment.golden_tasks] == ["fees", "limits"]
    assert decided.type("golden tasks: fees, limits").assessments == ()
    assert decided.told().done is Done.NOTHING_CHANGED


def test_more_than_fit_are_not_written_down_and_are_counted(decided: Room):
    decided.type("golden tasks: fees, limits")
    decided.type("golden tasks: " + ", ".join(f"case {at}" for at in range(30)))

    assert len(decided.assessment.golden_tasks) == 2
    assert "32 golden tasks with those that stand already, and 20 fit." in render(decided.told()).text


@each(
    "text",
    [
        "golden tasks: refund window 8 of 10 passed",
        "golden tasks: 3 of 5 passed",
        "which golden tasks: fees or limits?",
        "we have golden tasks",
        "golden tasks",
        "golden tasks: , ; .",
    ],
)
def test_results_questions_and_what_names_none_write_none_down(decided: Room, text: str):
    room = decided.copy()
    room.type(text)

    assert room.assessment.golden_tasks == ()


def test_among_people_none_are_written_down_and_while_a_question_stands_open_they_are(decided: Room):
    decided.type("golden tasks: fees, limits", is_mention=False)
    assert decided.assessment.golden_tasks == ()
    decided.do(commands.AnswerRest)
    asked = decided.assessment.asking
    decided.type("golden tasks: fees, limits")
    assert [task.name for task in decided.assessment.golden_tasks] == ["fees", "limits"]
    assert asked is not None
    assert decided.assessment.asking == asked


@each(
    "text",
    [
        "mark the baseline as done",
        "please tick off the baseline",
        "we're done with the baseline",
        "tick the baseline.",
        "check the best prompt off",
        "finished with the baseline",
    ],
)
def test_an_item_is_ticked_by_words_of_its_title(decided: Room, text: str):
    room = decided.copy()
    room.do(commands.ShowRoadmapHere)
    room.type(text, by="U4")

    assert (item(room, "baseline").state, item(room, "baseline").done_by) == (ItemState.DONE, "U4")
    told: Any = next(reply for _, reply in room.private if isinstance(reply, HeardReply))
    assert told.says[0] == "Ticked: Measure the best prompt, as a baseline."
    before = room.assessment
    room.type(text, by="U5")
    assert room.assessment == before
    assert room.told().says[0].startswith("Ticked already: ")


@each(
    "text",
    [
        "check that the baseline is done",
        "check the baseline is complete",
        "tick 3",
        "mark 5 as done",
        "we're done with retrieval",
        "done with the prompts",
        "mark the unicorn as done",
        "mark the baseline as not done",
        "tick all",
    ],
)
def test_no_item_is_ticked_by_a_number_a_way_that_was_dropped_or_a_wish_to_have_it_checked(decided: Room, text: str):
    room = decided.copy()
    room.type(text)

    assert room.assessment.checklist == decided.assessment.checklist


@each(
    "text",
    [
        "assign the baseline to @someone",
        "ben does the baseline until friday",
        "due friday for the baseline",
        "the offline suite is due next week",
    ],
)
def test_who_does_what_by_when_is_led_to_where_it_is_set(decided: Room, text: str):
    room = decided.copy()
    before = room.assessment
    room.type(text)

    assert room.assessment == before
    assert "are set at Edit, in its phase of the roadmap." in render(room.thread[-1]).text
    assert "Roadmap" in render(room.thread[-1]).text


def test_a_long_line_works_no_item(decided: Room):
    before = decided.assessment
    decided.type("mark the baseline " + "and that " * 300 + "as done")

    assert decided.assessment.checklist == before.checklist


@each("text", ["mark the parade as done", "tick the", "done with it", "mark the tests for it as done"])
def test_what_names_no_single_item_ticks_none(decided: Room, text: str):
    room = decided.copy()
    before = room.assessment.checklist
    room.type(text)

    assert room.assessment.checklist == before


def test_undo_opens_again_what_the_same_person_ticked_last(decided: Room):
    before = decided.assessment.checklist
    decided.type("baseline and the offline suite are done", by="U4")
    decided.type("undo that", by="U5")
    assert item(decided, "baseline").state is ItemState.DONE
    decided.type("undo that", by="U4")

    assert decided.assessment.checklist == before
    assert decided.told().says[0].startswith("Open again: ")


@each("text", ["golden tasks: fees, limits"])
def test_undo_takes_back_no_old_answer_where_something_else_was_changed_last(decided: Room, text: str):
    room = decided.copy()
    room.type(text, by="U2")
    before = room.assessment
    room.type("undo")

    assert room.assessment == before
    assert room.told().says[0] == "Nothing was taken back: what was changed last is no answer."
    room.do(commands.RecordChange, fact="volume", value="under_1k")
    room.type("undo")
    assert room.assessment.answers == before.answers


@each("text", ["skip", "not sure", "I don't know", "no idea, sorry", "ok, pass", "hm, we don't know that yet"])
def test_whoever_goes_on_answering_after_the_verdict_hears_that_nothing_is_asked(decided: Room, text: str):
    room = decided.copy()
    before, said = room.assessment, len(room.thread)
    room.type(text)

    assert (room.assessment, len(room.thread)) == (before, said)
    assert room.told().says[0] == "No question is open: the verdict stands in the thread."


def test_while_a_question_stands_open_not_sure_answers_it(decided: Room):
    decided.do(commands.AnswerRest)
    asked = decided.assessment.asking or ""
    decided.type("not sure")

    assert decided.assessment.answers[asked].value is None


def test_names_of_golden_tasks_typed_before_the_verdict_are_told_when_they_will_be_noted(room: Room):
    """ "“golden tasks: refunds” notes their names" was told of words that had just been passed over."""
    room.type("golden tasks: fees, limits")

    assert not room.assessment.golden_tasks
    assert any("Once there is a verdict, a button" in render(reply).text for reply in room.thread)


@each("text", ["uncheck the baseline, was only 30 letters", "the baseline is not done. My mistake"])
def test_an_item_that_is_opened_with_its_reason_is_answered_once(decided: Room, text: str):
    room = decided.copy()
    before = len(room.thread), len(room.private)
    room.type(text)

    assert (len(room.thread), len(room.private)) == (before[0], before[1] + 1)
    assert "stands open" in room.told().says[0]


@each("text", ["roadmap: logging is in since Friday, tick that one", "the answer log is there; please tick it off"])
def test_an_order_ticks_what_the_line_names_beside_it(decided: Room, text: str):
    room = decided.copy()
    room.type(text)
    assert item(room, "log_answers").state is ItemState.DONE


@each(
    ("text", "says"),
    [
        (
            "roadmap: the new intern is in, tick that",
            "No step of the roadmap goes by “the new intern is in”, so nothing",
        ),
        ("tick the onboarding step", "No step of the roadmap goes by “the onboarding step”, so nothing was ticked."),
        ("tick it", "Nothing was ticked. Which one is done?"),
        ("nobody has seen the baseline, tick that one", "Nothing was ticked. Which one is done?"),
    ],
)
def test_an_order_that_names_no_step_ticks_nothing_and_shows_the_open_ones(decided: Room, text: str, says: str):
    room = decided.copy()
    room.type(text)

    assert room.assessment == decided.assessment
    assert room.told().says[0].startswith(says)
    assert room.told().items
    assert {each.ticks for each in room.told().items} == {True}


def test_what_depends_on_something_ticks_nothing_and_is_heard_as_any_words(decided: Room):
    decided.type("tick the box in the form if it is ok")
    assert not decided.private


def test_where_everything_is_done_an_order_that_names_nothing_says_so(decided: Room):
    items = tuple(each.model_copy(update={"state": ItemState.DONE}) for each in decided.assessment.checklist)
    decided.assessments[decided.at] = decided.assessment.model_copy(update={"checklist": items})
    decided.type("tick the onboarding step")
    assert decided.told().says[1] == "Everything on the roadmap is done."
