"""The tables, in the framework's words; the only place with `table=True`. Rows never leave this package.

Every row belongs to a tenant (enterprise, team), which is never NULL and stands first in its keys; the one exception is
a state of the OAuth flow, which exists before a tenant is known. `enterprise` is empty: a workspace keeps what it owns
when it joins an organization or leaves it. Rows are plain (text, numbers, JSON, aware times) and
are validated into the frozen values of `records`. Statements use the tables without the ORM: an answer's click would
spend most of its time there.
"""

from sqlalchemy import Table

from storage.tables import assessments as _work
from storage.tables import blind as _alone
from storage.tables import home as _home
from storage.tables import outbox as _post
from storage.tables import results as _results
from storage.tables import unheard as _ear
from storage.tables.base import Row

METADATA = Row.metadata


def _table(row: type[Row]) -> Table:
    return METADATA.tables[str(row.__tablename__)]


installations = _table(_work.InstallationRow)
pauses = _table(_work.PauseRow)
oauth_states = _table(_work.OAuthStateRow)
assessments = _table(_work.AssessmentRow)
answers = _table(_work.AnswerRow)
decisions = _table(_work.DecisionRow)
checklist_items = _table(_work.ChecklistItemRow)
golden_tasks = _table(_work.TeamTaskRow)
review_schedules = _table(_work.ReviewScheduleRow)
reviews = _table(_work.ReviewRow)
failures = _table(_work.FailureRow)
blind_answers = _table(_alone.BlindAnswersRow)
messages = _table(_post.MessageRow)
inbox = _table(_post.InboxRow)
outbox = _table(_post.OutboxRow)
home_viewers = _table(_home.HomeViewerRow)
result_files = _table(_results.ResultFileRow)
results_tokens = _table(_results.ResultsTokenRow)
unheard = _table(_ear.UnheardRow)
