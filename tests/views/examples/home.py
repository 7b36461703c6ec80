"""The Home tab in its states, and the files."""

from bot.replies import ExportAsk, HomeLine, HomeScreen, RecordFile, Reply, SeesChannels, TablesFile, WaitingLine, Waits
from rules.framework import Architecture
from rules.review import conclude
from storage.records import AssessmentState, Tenant
from tests.views.examples.pieces import AT, NAME, A
from tests.views.examples.reviews import COUNTS, DECEMBER, FACTS, OCTOBER

LINK = "https://slack.com/archives/C1/p1795341600000100"


def line(state: AssessmentState, name: str = NAME, **more: object) -> HomeLine:
    return HomeLine(**{"assessment_id": A, "name": name, "channel": "C0SUPPORT", "state": state, **more})


FIX_FIRST = conclude(DECEMBER, (OCTOBER,), facts=FACTS)
DECIDED = line(
    AssessmentState.DECIDED,
    architecture=Architecture.RAG,
    done=2,
    total=9,
    next_review_at=AT,
    reviewed="2026-12",
    concluded=FIX_FIRST,
    failures=COUNTS,
    link=LINK,
)

HOMES: dict[str, Reply] = {
    "home": HomeScreen(
        waiting=(
            WaitingLine(waits=Waits.ITEM, assessment_id="a", name=NAME, what="Log all", due="2026-12-05", days=-3),
            WaitingLine(waits=Waits.ITEM, assessment_id="a", name=NAME, what="Alerts", due="2026-12-07", days=-1),
            WaitingLine(waits=Waits.REVIEW, assessment_id=A, name=NAME, days=12, is_own=True, link=LINK),
            WaitingLine(waits=Waits.REVIEW, assessment_id="b", name="Live prices", days=1),
            WaitingLine(waits=Waits.REVIEW, assessment_id="e", name="Search", days=0),
            WaitingLine(waits=Waits.ITEM, assessment_id="b", name=NAME, what="Golden tasks", due="2026-12-08", days=0),
            WaitingLine(waits=Waits.QUESTION, assessment_id="c", name="Invoice reader", what="How often it changes"),
        ),
        more_waiting=4,
        lines=(
            DECIDED,
            line(AssessmentState.INTERVIEWING, "Invoice reader"),
            line(AssessmentState.DECIDED, "Old search", architecture=Architecture.RAG, is_archived=True, total=9),
            line(AssessmentState.INTERVIEWING, "Search", is_again=True),
            line(AssessmentState.DECIDED, "Live prices", architecture=Architecture.TOOLS, passes=False),
            line(AssessmentState.DECIDED, "Tariffs", architecture=Architecture.TOOLS, passes=False, is_likely=False),
        ),
        page=1,
        first=11,
        total=500,
    ),
    "home_alone": HomeScreen(
        waiting=(
            WaitingLine(waits=Waits.ALONE, assessment_id="c", name="Invoice reader"),
            WaitingLine(waits=Waits.ALONE, assessment_id="d", name=NAME),
        ),
        total=2,
    ),
    "home_with_more_than_is_counted": HomeScreen(
        waiting=(WaitingLine(waits=Waits.QUESTION, assessment_id="d", name="Release notes"),),
        more_waiting=49,
        is_more_waiting=True,
        lines=(
            DECIDED.model_copy(
                update={"failures": COUNTS[:1], "is_more": True, "is_settled": False, "channel": "U0ANA"}
            ),
        ),
        total=1,
        sees_channels=SeesChannels.TOOK_PART,
    ),
    "home_with_what_is_due": HomeScreen(
        waiting=(
            WaitingLine(waits=Waits.ITEM, assessment_id="b", name=NAME, what="Set a bar", due="2026-12-09", days=1),
            WaitingLine(waits=Waits.ITEM, assessment_id="b", name=NAME, what="Index", due="2026-12-24", days=16),
            WaitingLine(waits=Waits.QUESTION, assessment_id="d", name="Release notes"),
            WaitingLine(waits=Waits.ITEM, assessment_id="b", name=NAME, what="Some day"),
        ),
    ),
    "home_empty": HomeScreen(),
    "home_while_slack_does_not_tell": HomeScreen(sees_channels=SeesChannels.NOT_NOW),
    "export_where": ExportAsk(asks_where=True),
    "export_where_with_secrets": ExportAsk(asks_where=True, secrets=2),
    "export_of_a_workspace_with_a_secret": ExportAsk(secrets=1, is_workspace=True),
    "export_of_a_record_with_a_secret": ExportAsk(secrets=1, assessment_id="b", name=NAME),
    "record_file": RecordFile(form="md", record={}),
    "tables_file": TablesFile(
        tenant=Tenant(team="T1"), table="answers", channels=("C1",), file_name="answers.csv", title="Answers"
    ),
}
