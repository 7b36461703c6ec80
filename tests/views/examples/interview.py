"""The parent message, questions and what takes their place."""

from bot.replies import (
    AlreadyThere,
    AnsweredBefore,
    AnsweredLine,
    CancelledLine,
    ChangedLine,
    ChangeQuestion,
    Choice,
    Clarify,
    Confirmed,
    ContradictionLine,
    ContradictionMessage,
    DeletedLine,
    Done,
    MovedLine,
    NotInChannel,
    ParentMessage,
    Progress,
    QuestionMessage,
    Reply,
    Said,
    SetAsideLine,
    StillOpen,
    StoppedMessage,
)
from rules.catalog.questions import QUESTIONS
from rules.facts import ALONE
from rules.framework import Architecture
from storage.records import AssessmentState
from tests.views.examples.pieces import ANA, AT, BEN, CHEN, NAME, PROGRESS, REGULATED, REVIEW, TYPED, UNSURE, WEEKLY, A

BY_FACT = {question.fact: question for question in QUESTIONS}


def question(fact: str, **more: object) -> QuestionMessage:
    asked = BY_FACT[fact]
    said = {
        "assessment_id": A,
        "fact": fact,
        "text": asked.text,
        "why": asked.why,
        "options": tuple(Choice(value=option.value, label=option.label) for option in asked.options),
        "is_list": asked.is_list,
        "alone": ALONE.get(fact),
        "progress": PROGRESS,
    }
    return QuestionMessage(**{**said, **more})


PARENT = ParentMessage(
    assessment_id=A,
    name=NAME,
    context="Answers customers' questions about their contracts.",
    state=AssessmentState.INTERVIEWING,
    started_by=ANA,
    expected=8,
    progress=PROGRESS,
    last_by=BEN,
    last_at=AT,
)

DECIDED = PARENT.model_copy(
    update={
        "state": AssessmentState.DECIDED,
        "progress": None,
        "architecture": Architecture.RAG,
        "decided_at": AT,
        "decided_by": (ANA, BEN, CHEN),
        "next_review_at": REVIEW,
    }
)

CHANGING = ChangeQuestion(
    assessment_id=A,
    fact="freshness",
    text=BY_FACT["freshness"].text,
    options=question("freshness").options,
    current=WEEKLY,
    selected=("weekly",),
    turn=4,
)

INTERVIEW: dict[str, Reply] = {
    "parent_interviewing": PARENT,
    "parent_started": PARENT.model_copy(
        update={"progress": Progress(number=1, to_go=7), "last_by": None, "can_ask_alone": True}
    ),
    "parent_last_question": PARENT.model_copy(update={"progress": Progress(number=8, to_go=0), "last_by": None}),
    "parent_direct_message": PARENT.model_copy(update={"in_direct_message": True, "context": ""}),
    "parent_stopped": PARENT.model_copy(update={"state": AssessmentState.STOPPED}),
    "parent_revising": DECIDED.model_copy(
        update={"state": AssessmentState.INTERVIEWING, "is_revising": True, "progress": PROGRESS}
    ),
    "parent_decided": DECIDED,
    "parent_decided_nothing_passes": DECIDED.model_copy(update={"passes": False, "next_review_at": None}),
    "parent_cancelled": PARENT.model_copy(update={"state": AssessmentState.CANCELLED, "cancelled_by": BEN}),
    "parent_superseded": DECIDED.model_copy(update={"state": AssessmentState.SUPERSEDED}),
    "question_buttons": question("freshness", can_go_back=True, example="about once a week"),
    "question_again": question("freshness", can_go_back=True, example="about once a week", is_again=True),
    "question_nearly_the_last": question("need", progress=Progress(number=9, to_go=0, at_most=3)),
    "question_first": question("need", progress=Progress(number=1, to_go=0)),
    "question_as_many_to_go_as_before": question("need", progress=Progress(number=8, to_go=2, at_most=6)),
    "question_list_of_thirteen": question("failure", example="format and tone"),
    "question_list_being_changed": question("ops", current=UNSURE, selected=("search",), turn=2),
    "question_being_changed": question("freshness", current=TYPED, selected=("weekly",), turn=3),
    "question_extra": question("hosting", is_extra=True),
    "question_many_options": question(
        "freshness", options=tuple(Choice(value=f"v{n}", label=f"Option {n}") for n in range(12)), selected=("v3",)
    ),
    "answered": AnsweredLine(assessment_id=A, said=WEEKLY),
    "answered_typed": AnsweredLine(assessment_id=A, said=TYPED),
    "answered_changed": AnsweredLine(assessment_id=A, said=TYPED, was=WEEKLY),
    "answered_not_sure": AnsweredLine(assessment_id=A, said=UNSURE),
    "answered_final": AnsweredLine(assessment_id=A, said=WEEKLY, can_change=False),
    "set_aside": SetAsideLine(topic="Trusted examples", matters=True),
    "set_aside_for_good": SetAsideLine(topic="Trusted examples", matters=False),
    "answered_beside": AnsweredLine(assessment_id=A, said=TYPED, is_beside=True),
    "answered_beside_changed": AnsweredLine(
        assessment_id=A,
        said=TYPED,
        was=WEEKLY,
        is_beside=True,
        verdict=Confirmed(done=Done.VERDICT_STANDS, name=NAME, architecture=Architecture.RAG),
    ),
    "moved": MovedLine(topic="Trusted examples"),
    "moved_and_answered": MovedLine(topic="Trusted examples", is_answered=True),
    "moved_and_taken_back": MovedLine(topic="Trusted examples", is_taken_back=True),
    "moved_with_an_answer": MovedLine(topic="How often the truth changes", said=WEEKLY),
    "change_question": CHANGING,
    "change_question_list": CHANGING.model_copy(
        update={"fact": "ops", "is_list": True, "options": question("ops").options, "current": None, "selected": ()}
    ),
    "change_question_many_options": CHANGING.model_copy(
        update={"options": tuple(Choice(value=f"v{n}", label=f"Option {n}") for n in range(12))}
    ),
    "changed_line": ChangedLine(said=TYPED, was=WEEKLY),
    "changed_line_kept": ChangedLine(said=WEEKLY),
    "stopped": StoppedMessage(assessment_id=A, by=BEN, number=4, topic="Showing sources"),
    "cancelled": CancelledLine(by=BEN, name=NAME),
    "deleted": DeletedLine(by=BEN, name=NAME),
    "deleted_in_channel": DeletedLine(by=BEN, name=NAME, is_in_channel=True),
    "contradiction": ContradictionMessage(
        assessment_id=A,
        contradiction="static_but_stale",
        first=Said(fact="freshness", topic="How often the truth changes", words="almost never", by=ANA),
        second=Said(fact="failure", topic="How today's prompt fails", words="stale facts", by=BEN),
        claim="What never changes cannot be out of date.",
        first_fix="It changes",
        second_fix="Stale facts were a guess",
    ),
    "contradiction_settled": ContradictionLine(by=ANA, first=WEEKLY, second=REGULATED, changing="Showing sources"),
    "contradiction_both_hold": ContradictionLine(by=ANA, first=WEEKLY, second=REGULATED),
    "clarify_two": Clarify(
        assessment_id=A,
        fact="freshness",
        topic="How often the truth changes",
        typed="every two weeks",
        nearest=(Choice(value="weekly", label="Weekly"), Choice(value="monthly", label="Monthly")),
    ),
    "clarify_one": Clarify(
        assessment_id=A,
        fact="freshness",
        topic="How often the truth changes",
        typed="weekyl?",
        nearest=(Choice(value="weekly", label="Weekly"),),
    ),
    "clarify_none": Clarify(
        assessment_id=A, fact="freshness", topic="How often the truth changes", typed="bananas", nearest=()
    ),
    "still_open": StillOpen(topic="How often the truth changes"),
    "told": AnsweredBefore(assessment_id=A, said=WEEKLY),
    "told_same": AnsweredBefore(assessment_id=A, said=WEEKLY, is_same=True),
    "told_own": AnsweredBefore(assessment_id=A, said=UNSURE, is_own=True),
    "not_in_channel": NotInChannel(assessment_id=A, name=NAME, channel="C0GENERAL", failed="01JD8X2N"),
    "not_in_direct_message": NotInChannel(assessment_id=A, name=NAME, channel="D0ANABEN", failed="01JD8X2N"),
    "already_there": AlreadyThere(
        assessment_id=A, name=NAME, state=AssessmentState.INTERVIEWING, number=3, link="https://example.slack.com/p1"
    ),
    "already_blind": AlreadyThere(assessment_id=A, name=NAME, state=AssessmentState.INTERVIEWING, is_blind=True),
    "already_stopped": AlreadyThere(assessment_id=A, name=NAME, state=AssessmentState.STOPPED, number=3),
    "already_decided": AlreadyThere(
        assessment_id=A, name=NAME, state=AssessmentState.DECIDED, architecture=Architecture.RAG
    ),
}
