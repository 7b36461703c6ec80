"""The Home tab in its states, and the files."""

from bot.replies import HomeLine, HomeScreen, RecordFile, Reply, TablesFile, WaitingLine, Waits
from rules.framework import Architecture
from storage.records import AssessmentState
from tests.views.examples.pieces import AT, NAME, A

LINK = "https://slack.com/archives/C1/p1795341600000100"


def line(state: AssessmentState, name: str = NAME, **more: object) -> HomeLine:
    return HomeLine(**{"assessment_id": A, "name": name, "channel": "C0SUPPORT", "state": state, **more})


HOMES: dict[str, Reply] = {
    "home": HomeScreen(
        waiting=(
            WaitingLine(waits=Waits.REVIEW, assessment_id=A, name=NAME, link=LINK),
            WaitingLine(waits=Waits.ITEM, assessment_id="b", name=NAME, what="Log every answer", due="2026-12-05"),
            WaitingLine(waits=Waits.QUESTION, assessment_id="c", name="Invoice reader", what="How often it changes"),
        ),
        lines=(
            line(
                AssessmentState.DECIDED,
                architecture=Architecture.RAG,
                done=2,
                total=9,
                next_review_at=AT,
                trend="Hold retrieval, and fix retrieval misses first.",
                link=LINK,
            ),
            line(AssessmentState.INTERVIEWING, "Invoice reader"),
            line(AssessmentState.DECIDED, "Live prices", architecture=Architecture.TOOLS, passes=False),
        ),
        page=1,
        has_more=True,
        sees_channels=False,
    ),
    "home_empty": HomeScreen(),
    "home_past_the_end": HomeScreen(page=3),
    "record_file": RecordFile(form="md", record={}),
    "tables_file": TablesFile(file_name="answers.csv", title="Answers", content="a,b"),
}
