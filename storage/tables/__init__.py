"""The tables, in the framework's words; the only place with `table=True`. Rows never leave this package.

Every row belongs to a tenant (enterprise, team), which is never NULL and stands first in its keys; the one exception is
a state of the OAuth flow, which exists before a tenant is known. Rows are plain (text, numbers, JSON, aware times) and
are validated into the frozen values of `records`. Statements use the tables without the ORM: an answer's click would
spend most of its time there.
"""

from sqlalchemy import Table

from storage.tables.assessments import (
    AnswerRow,
    AssessmentRow,
    ChecklistItemRow,
    DecisionRow,
    FailureRow,
    GoldenTaskRow,
    InstallationRow,
    OAuthStateRow,
    PauseRow,
    ReviewRow,
    ReviewScheduleRow,
)
from storage.tables.base import Row
from storage.tables.home import HomeViewerRow
from storage.tables.outbox import InboxRow, MessageRow, OutboxRow

METADATA = Row.metadata


def _table(row: type[Row]) -> Table:
    return METADATA.tables[str(row.__tablename__)]


installations = _table(InstallationRow)
pauses = _table(PauseRow)
oauth_states = _table(OAuthStateRow)
assessments = _table(AssessmentRow)
answers = _table(AnswerRow)
decisions = _table(DecisionRow)
checklist_items = _table(ChecklistItemRow)
golden_tasks = _table(GoldenTaskRow)
review_schedules = _table(ReviewScheduleRow)
reviews = _table(ReviewRow)
failures = _table(FailureRow)
messages = _table(MessageRow)
inbox = _table(InboxRow)
outbox = _table(OutboxRow)
home_viewers = _table(HomeViewerRow)
