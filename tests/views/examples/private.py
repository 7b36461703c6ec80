"""What one person sees."""

from bot.replies import (
    Confirmed,
    Done,
    Help,
    Problem,
    Reply,
    Status,
    StatusLine,
    Trouble,
    UnknownPost,
)
from rules.framework import Architecture
from storage.records import AssessmentState
from tests.views.examples.pieces import ANA, AT, NAME, A
from tests.views.examples.reviews import NOT_RUN


def line(state: AssessmentState, name: str = NAME, **more: object) -> StatusLine:
    said = {"assessment_id": A, "name": name, "state": state, "started_by": ANA, "changed_at": AT}
    return StatusLine(**{**said, **more})


LINK = "https://example.slack.com/archives/C1/p1"
LINES = (
    line(AssessmentState.INTERVIEWING, number=3, to_go=5, link=LINK, is_own=True),
    line(AssessmentState.STOPPED, "Invoice reader", number=2, to_go=4),
    line(AssessmentState.DECIDED, "Release notes", architecture=Architecture.PROMPT, is_settled=False, total=9),
    line(AssessmentState.DECIDED, "Live prices", architecture=Architecture.TOOLS, passes=False),
    line(AssessmentState.DECIDED, "Tariffs", architecture=Architecture.PROMPT, is_settled=False, is_likely=False),
    line(AssessmentState.CANCELLED, "Old idea"),
    line(AssessmentState.SUPERSEDED, "First try", architecture=Architecture.RAG),
)

PRIVATE: dict[str, Reply] = {
    "status": Status(channel="C0SUPPORT", lines=LINES, more=3),
    "status_with_an_unknown_post": Status(
        channel="C0SUPPORT",
        lines=LINES[2:3],
        unknown=(
            UnknownPost(assessment_id=A, delivery_id="9f3a01", name=NAME, is_review=True),
            UnknownPost(assessment_id=A, delivery_id="b7c402", name=NAME),
        ),
    ),
    "status_reviewed": Status(
        channel="C0SUPPORT",
        lines=(
            line(AssessmentState.DECIDED, architecture=Architecture.RAG, review_days=3, review_link=LINK),
            line(AssessmentState.DECIDED, "Invoice reader", architecture=Architecture.RAG, snoozed_until=AT),
            line(
                AssessmentState.DECIDED,
                "Release notes",
                architecture=Architecture.RAG,
                reviewed="2026-12",
                concluded=NOT_RUN,
                held="The verdict has held in all 3 reviews since.",
            ),
        ),
    ),
    "status_blind": Status(
        channel="C0SUPPORT",
        lines=(
            line(AssessmentState.INTERVIEWING, is_blind=True),
            line(AssessmentState.STOPPED, "Invoice reader", is_blind=True),
        ),
    ),
    "status_empty": Status(channel="C0SUPPORT", lines=()),
    "help": Help(),
    "help_below_a_question": Help(is_answering=True),
    "help_whole": Help(is_whole=True),
    "help_whole_with_a_model": Help(is_whole=True, uses_model=True),
    "help_unknown_word_that_needs_a_name": Help(unknown="roadmpa", nearest="roadmap"),
    "help_unknown_word": Help(unknown="asess", nearest="assess"),
    "help_unknown_word_far": Help(unknown="make me a sandwich"),
    **{
        f"problem_{trouble}": Problem(
            trouble=trouble, name=NAME, by=ANA, detail="01JD8X2P", limit=300, length=3000, architecture=Architecture.RAG
        )
        for trouble in Trouble
    },
    **{
        f"done_{done}": Confirmed(
            done=done, name=NAME, link="https://example.slack.com/p1", architecture=Architecture.RAG
        )
        for done in Done
    },
}
