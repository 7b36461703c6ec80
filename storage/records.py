"""What storage gives and takes: frozen values in the framework's words. Rows never leave the package; these do.

Everything is owned by a tenant. All times are aware UTC.
"""

from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, Field

from rules.facts import Facts, Value
from rules.roadmap import Phase
from rules.verdict import Verdict
from storage.answer_records import Answer, BlindAnswers
from storage.cost_records import KnownCost
from storage.deliveries import Claimed, Delivery, DeliveryMethod, DeliveryState, MessageRef, Received
from storage.home_records import Feature, ForViewers, OwnedItem, Viewer, WaitingQuestion, WaitingReview
from storage.results_records import ResultFile, ResultsToken, Way
from storage.review_records import Bucket, LoggedFailure, Review, ReviewState, TaskResult, TaskRuns
from storage.tenant import Record, Tenant
from storage.unheard_records import UnheardLine

__all__ = [
    "Answer",
    "Assessment",
    "AssessmentState",
    "BlindAnswers",
    "Bucket",
    "Change",
    "ChecklistItem",
    "Claimed",
    "Decision",
    "Delivery",
    "DeliveryMethod",
    "DeliveryState",
    "Feature",
    "ForViewers",
    "GoldenTask",
    "Installation",
    "ItemState",
    "KnownCost",
    "LoggedFailure",
    "MessageRef",
    "Moves",
    "OwnedItem",
    "Received",
    "ResultFile",
    "ResultsToken",
    "Review",
    "ReviewSchedule",
    "ReviewState",
    "ScheduleState",
    "TaskResult",
    "TaskRuns",
    "Tenant",
    "UnheardLine",
    "Viewer",
    "WaitingQuestion",
    "WaitingReview",
    "Way",
]


class AssessmentState(StrEnum):
    """Where an assessment stands. Cancelled and superseded ones take no more answers."""

    INTERVIEWING = "interviewing"
    STOPPED = "stopped"
    DECIDED = "decided"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


class Decision(Record):
    """The verdict as it was given, when, on which facts; kept whole so that an old record never changes."""

    at: datetime
    facts: Facts
    verdict: Verdict
    moved_by: Annotated[tuple[str, ...], BeforeValidator(lambda stored: stored or ())] = ()
    """The facts whose change put this verdict in place of another one; kept while later answers leave it as it is."""


class ItemState(StrEnum):
    """The state of one roadmap item."""

    OPEN = "open"
    DONE = "done"
    OBSOLETE = "obsolete"


class ChecklistItem(Record):
    """One roadmap item as this team works it."""

    id: str
    phase: Phase
    title: str
    detail: str
    done_when: str = ""
    why: str = ""
    state: ItemState = ItemState.OPEN
    owner: str | None = None
    due: str | None = None
    """An ISO date, "2026-12-05"."""
    note: str = ""
    done_by: str | None = None
    done_at: datetime | None = None
    is_new: bool = False
    """Added by a re-assessment."""
    obsolete_because: str = ""


class GoldenTask(Record):
    """One task that stands for the user's success, with its bar."""

    id: str
    name: str
    input: str = ""
    must_contain: str = ""
    bar: str = ""
    """"8 of 10 runs", "90 %"; every run where it is empty."""
    also_called: tuple[str, ...] = ()
    """Names under which somebody said that result files have it."""
    not_called: tuple[str, ...] = ()
    """Names that are close to its own, and that somebody said are another case."""


class ScheduleState(StrEnum):
    """Whether reviews are being sent."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"


class Moves(StrEnum):
    """Where a review goes that falls onto a free day."""

    NEXT = "next"
    BEFORE = "before"


class ReviewSchedule(Record):
    """When the monthly review falls. Exactly one of `day` (1-31) and `weekday` (with `nth`, -1 = last) is given."""

    day: int | None = None
    weekday: int | None = None
    """0 = Monday."""
    nth: int | None = None
    hour: int = 10
    minute: int = 0
    zone: str = "UTC"
    working_days_only: bool = True
    holidays: str | None = None
    """A country code of the holidays library, or None for weekends only."""
    moves: Moves | None = None
    """Where only working days are wanted: to which one. None, as in older rows, is the next one."""
    owner: str
    state: ScheduleState = ScheduleState.ACTIVE
    snoozed_until: datetime | None = None
    skipped: tuple[str, ...] = ()
    """Months 'YYYY-MM' that were skipped on purpose."""
    opened: str | None = None
    """The newest month whose review was opened: the next one is of a later month, however the plan is moved."""
    starts: str | None = None
    """The local day, as an ISO date, before which no review falls. None, as in older rows: the next one comes."""


class AskedBack(Record):
    """What somebody was asked back last for a typed line: answers were offered, and none was written down."""

    at: datetime
    offered: tuple[tuple[str, str], ...]
    """Each with its fact, and its value as a button has it: of a list the names, with commas between."""
    is_supposed: bool = False
    """Whether they were only supposed, all of them together, and the button beneath would record them."""


class TasksBefore(Record):
    """How the golden tasks stood before they were saved last, so that whoever saved can take it back."""

    by: str
    at: datetime
    tasks: tuple[GoldenTask, ...] = ()
    bar: str = ""


class Assessment(Record):
    """One feature's decision, with all that a click needs; saved whole, with a check of `version`."""

    id: str
    tenant: Tenant
    channel: str
    name: str
    context: str = ""
    state: AssessmentState = AssessmentState.INTERVIEWING
    started_by: str
    started_at: datetime
    changed_at: datetime
    version: int = 0
    """0 before it is first saved; storage raises it by one on each save."""
    answers: dict[str, Answer] = Field(default_factory=dict)
    """The current answer to each question, by fact."""
    earlier: dict[str, Answer] = Field(default_factory=dict)
    """While re-assessing: the answers of the superseded version, not yet confirmed."""
    asking: str | None = None
    """The fact whose question stands open in the thread; BLIND while each of the named people answers alone."""
    asked: tuple[str, ...] = ()
    """The facts asked so far, in order, for Back."""
    left: int | None = None
    """About how many questions were left, the open one counted, as people were told last."""
    wants_all: bool = False
    """Whether the team chose to answer the questions that can no longer change the verdict."""
    rules_version: str = ""
    rules_digest: str = ""
    decision: Decision | None = None
    checklist: tuple[ChecklistItem, ...] = ()
    golden_tasks: tuple[GoldenTask, ...] = ()
    bar: str = ""
    """How many of the golden tasks have to pass, as somebody wrote it: "4 of 5", "80 %"; empty for the usual share."""
    schedule: ReviewSchedule | None = None
    cost: KnownCost | None = None
    """What wrong answers cost, where somebody gave figures."""
    told_causes: Annotated[tuple[str, ...], BeforeValidator(lambda stored: stored or ())] = ()
    """Keys of the causes to look at it again of which its owner heard: none is told twice."""
    asked_back: Annotated[dict[str, AskedBack], BeforeValidator(lambda stored: stored or {})] = Field(
        default_factory=dict
    )
    """What people were asked back last and have not answered, by person."""
    tasks_before: TasksBefore | None = None
    """The golden tasks as they stood before the last save, until that is taken back."""
    supersedes: str | None = None
    superseded_by: str | None = None

    def facts(self) -> Facts:
        """What is known: every answer that is not "not sure"."""
        return _known(tuple((fact, a.value) for fact, a in self.answers.items() if a.value is not None))


@lru_cache(maxsize=64)
def _known(given: tuple[tuple[str, Value], ...]) -> Facts:
    """These answers as facts. They are kept, since one click asks several times for those of the same answers."""
    return Facts.model_validate(dict(given))


class Installation(Record):
    """The bot's presence in one workspace. The token is encrypted at rest by storage."""

    tenant: Tenant
    bot_token: str
    bot_user: str
    scopes: tuple[str, ...]
    installed_by: str
    installed_at: datetime
    is_paused: bool = False
    """Set when Slack says that the token is dead; deliveries wait until the app is installed again."""


class Change(Record):
    """What one turn saves, in one transaction. `inbox_key` makes a repeated event change nothing."""

    tenant: Tenant
    at: datetime
    inbox_key: str | None = None
    assessments: tuple[Assessment, ...] = ()
    """Usually one; two when one supersedes another. Each is saved with a check of its version."""
    read: tuple[Assessment, ...] = ()
    """Those of them that were there before, as they were read: so that they need not be read again to be saved."""
    drawn: Assessment | None = None
    """One that is shown as it was read and not saved: its version is checked all the same."""
    reviews: tuple[Review, ...] = ()
    failures: tuple[LoggedFailure, ...] = ()
    blind: tuple[BlindAnswers, ...] = ()
    """Each is saved with a check of its version."""
    unheard: tuple[UnheardLine, ...] = ()
    """Typed lines that were not understood, where the operator keeps them."""
    result_files: tuple[ResultFile, ...] = ()
    """Each is saved with a check of its version."""
    tokens: tuple[ResultsToken, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    cancels: tuple[str, ...] = ()
    """Dedupe keys of pending deliveries to cancel (a schedule that moved)."""
    resends: tuple[str, ...] = ()
    """Ids of unknown or failed deliveries that a person wants sent after all: they wait again, as new."""
    deletes: str | None = None
    """The assessment to forget, with everything that belongs to it and everything still to be said about it."""
    viewer: Viewer | None = None
    """Whose Home was made anew; saved with a check of its version."""
    for_viewers: ForViewers | None = None
    """What those get who look at their Home, for this changes what it shows."""
