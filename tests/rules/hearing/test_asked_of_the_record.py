"""What is asked of what stands: the verdict, who gave an answer and why, what a review said, and to decide again."""

from rules.hearing import Asked, Control, Word, hear, line
from rules.hearing.questions.figures import asked_told
from tests.rules.hearing.after_verdict import asked, heard
from tests.tables import each


@each(
    ("text", "intent"),
    [
        ("what was decided in the end", "verdict"),
        ("has anything been decided yet?", "verdict"),
        ("what's the decision here", "verdict"),
        ("just tell me which one to pick", "verdict"),
        ("why has RAG been decided", "why"),
        ("what has been answered so far", "status_of_answers"),
        ("what came out of the last review", "review"),
        ("how did the review go", "review"),
        ("what is the history of each answer", "who_answered"),
        ("the answer history please", "who_answered"),
        ("where are the golden questions kept?", "about_bot"),
        ("what are golden tasks", "glossary"),
    ],
)
def test_what_was_decided_is_the_verdict_and_what_a_review_said_is_the_review(text, intent):
    assert [name for name, *_ in asked(text)] == [intent]


@each(
    ("text", "intent", "fact"),
    [
        ("why did Ben answer weekly", "who_answered", "freshness"),
        ("history of the labels", "who_answered", "labels"),
        ("show me the history of the speed answer", "who_answered", "latency"),
        ("who changed the rules to weekly and when", "who_answered", "freshness"),
        ("who switched hosting from on premises to any api?", "who_answered", "hosting"),
        ("why did Ana say documents and live systems", "who_answered", "source"),
        ("how come maria put money for stakes", "who_answered", "stakes"),
        ("why has Carla entered everyone", "who_answered", "access"),
        ("why did you say weekly", "why", None),
        ("why did the bot say documents", "why", None),
        ("why did Ana say hello", "why", None),
        ("why not give everyone access", "why", None),
    ],
)
def test_why_somebody_gave_an_answer_asks_for_that_answer_and_not_for_the_verdict(text, intent, fact):
    (found,) = heard(text).questions
    assert (found.intent, found.slots.get("fact")) == (intent, fact)


@each(
    ("text", "is_wished"),
    [
        ("reopen the decision", True),
        ("we would like to reassess the verdict", True),
        ("can we open this decision again", True),
        ("let's decide again", True),
        ("when do we reopen the decision", False),
        ("what would make you reconsider the decision", False),
        ("should we reassess the decision after the migration", False),
    ],
)
def test_to_decide_again_leads_to_a_new_version_and_a_question_about_it_does_not(text, is_wished):
    control = heard(text).control
    assert (control is not None and control.word == Word.RESTART) == is_wished


@each(
    ("text", "asks"),
    [
        ("just tell me which one to pick", True),
        ("tell us what to use", True),
        ("how is it looking so far", True),
        ("which one is ahead so far", True),
        ("it tells people what to use", False),
        ("agents ask it to tell them what to use", False),
    ],
)
def test_who_wants_the_verdict_in_the_interview_is_told_what_leads_and_answers_nothing(text, asks):
    found = hear(line(text, "need", {}, mention=True))
    assert ([each.intent for each in found.questions] == ["how_sure"], not found.saves) == (asks, asks)


@each(
    "text",
    [
        "Please provide the decision record for our audit file.",
        "can I have the record for the auditors",
        "a copy of the verdict for our regulator",
    ],
)
def test_for_whom_the_record_is_tells_of_no_duty_to_show_sources(text):
    found = heard(text)

    assert (found.questions, dict(found.saves)) == ((Asked("record"),), {})


@each(
    ("text", "facts"),
    [
        ("who said weekly? that was not me, scrap it", ["freshness"]),
        ("who claimed everyone may see it? delete the answer", ["access"]),
    ],
)
def test_who_asks_who_gave_an_answer_and_wants_to_be_rid_of_it_does_not_start_over(text, facts):
    found = heard(text)
    assert (found.control, [each.slots["fact"] for each in found.questions]) == (None, facts)


@each(
    ("text", "control"),
    [
        ("I never said weekly, delete that answer", Control(Word.CHANGE, "freshness")),
        ("weekly was never me, scrap it", Control(Word.CHANGE, "freshness")),
        ("I never said daily, delete that answer", Control(Word.RESTART)),
        ("that was never me, scrap it all", Control(Word.RESTART)),
    ],
)
def test_the_one_answer_that_somebody_never_gave_is_asked_for_again(text, control):
    assert heard(text).control == control


@each(
    ("text", "figure"),
    [
        ("did we tell you how many answers are wrong", "error_rate"),
        ("did ana ever give you the error rate of wrong replies?", "error_rate"),
        ("have we told you what a mistake costs", "cost_each"),
        ("did the boss say how many of the replies are wrong", "error_rate"),
        ("did we tell you how many requests a day", ""),
        ("have we told you how many labels are wrong", ""),
        ("did we tell you what the wrong format is", ""),
        ("how many answers are wrong", ""),
        ("what do wrong answers cost", ""),
    ],
)
def test_whether_a_figure_was_told_is_asked(text, figure):
    assert asked_told(text) == figure
