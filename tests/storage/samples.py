"""Records to store: one small one of each kind, and an assessment in which every field says something."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Connection, select

from rules.cost.values import Figures
from rules.facts import Facts
from rules.framework import Architecture, Effect, Lens, Strength
from rules.roadmap import Phase
from rules.verdict import Flip, Gate, Precedent, Reason, Rejection, Share, Verdict
from storage import Storage
from storage.records import (
    Answer,
    AskedBack,
    Assessment,
    AssessmentState,
    BlindAnswers,
    Bucket,
    Change,
    ChecklistItem,
    Decision,
    Delivery,
    DeliveryMethod,
    DeliveryState,
    ForViewers,
    GoldenTask,
    Installation,
    ItemState,
    KnownCost,
    LoggedFailure,
    MessageRef,
    Moves,
    Received,
    ResultFile,
    ResultsToken,
    Review,
    ReviewSchedule,
    ReviewState,
    ScheduleState,
    TaskResult,
    TaskRuns,
    TasksBefore,
    Tenant,
    UnheardLine,
    Viewer,
    Way,
)
from storage.tables import METADATA
from storage.tenancy import ACROSS_TENANTS

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
OURS, OTHERS = Tenant(team="T1"), Tenant(team="T2")
_numbers = count(1)


def answer(fact: str = "freshness", value: Any = "weekly", *, by: str = "U1", at: datetime = NOON) -> Answer:
    return Answer(fact=fact, value=value, by=by, at=at)


def assessment(named: str = "A1", **fields: Any) -> Assessment:
    given = {"tenant": OURS, "channel": "C1", "name": f"Feature {named}", "started_by": "U1"} | fields
    return Assessment(id=named, **({"started_at": NOON, "changed_at": NOON} | given))


def delivery(named: str | None = None, **fields: Any) -> Delivery:
    given = {"tenant": OURS, "method": DeliveryMethod.POST, "lane": "C1", "due_at": NOON, "reply": {"kind": "said"}}
    return Delivery(id=named or f"D{next(_numbers)}", **(given | fields))


def failure(named: str = "F1", **fields: Any) -> LoggedFailure:
    given = {"tenant": OURS, "assessment_id": "A1", "bucket": Bucket.RETRIEVAL_MISS, "by": "U1", "at": NOON}
    return LoggedFailure(id=named, **(given | fields))


def review(month: str = "2026-12", **fields: Any) -> Review:
    given = {"tenant": OURS, "assessment_id": "A1", "id": f"R-{month}", "opened_at": NOON}
    return Review(month=month, **(given | fields))


def change(*, tenant: Tenant = OURS, at: datetime = NOON, **parts: Any) -> Change:
    return Change(tenant=tenant, at=at, **parts)


def installation(**fields: Any) -> Installation:
    given = {"tenant": OURS, "bot_token": "xoxb-canary", "bot_user": "UBOT", "scopes": ("chat:write", "commands")}
    return Installation(**(given | {"installed_by": "U1", "installed_at": NOON} | fields))


VERDICT = Verdict(
    verdict=Architecture.RAG,
    decided=False,
    confidence=0.82,
    alternatives=(Share(verdict=Architecture.HYBRID, share=0.18),),
    reasons=(
        Reason(
            fact="failure", value=("stale_facts", "invented_facts"), lens=Lens.FRESHNESS, demand="fresh_knowledge",
            strength=Strength.MUST, claim="It changes.", source="F1", row="weekly",
        ),
    ),
    rejected=(Rejection(verdict=Architecture.PROMPT, because="Too large.", missed=("private",), gates=("corpus",)),),
    gates=(Gate(id="evals", claim="No evals.", blocks=(Architecture.FINE_TUNE,), effect=Effect.COMES_FIRST),),
    gaps=("latency",),
    flips=(Flip(change={"corpus": "prompt_sized", "failure": ("tone",), "labels": None}, verdict=Architecture.PROMPT),),
    precedents=(Precedent(id="p1", title="Case", verdict=Architecture.RAG, url="https://example.org", same=("need",)),),
    next_question="examples",
    rules_version="1",
    rules_digest="abc",
)  # fmt: skip

FULL = Assessment(
    id="FULL",
    tenant=OURS,
    channel="C9",
    name="Support copilot",
    context="Answers customers.",
    state=AssessmentState.DECIDED,
    started_by="U1",
    started_at=NOON,
    changed_at=NOON + MINUTE,
    answers={
        "failure": Answer(fact="failure", value=("format", "tone"), by="U2", at=NOON, said="format and tone",
                          reason="Ana measured it."),
        "freshness": answer(),
        "labels": answer("labels", None),
    },
    earlier={"need": answer("need", "facts")},
    asking="examples",
    asked=("freshness", "failure"),
    left=4,
    wants_all=True,
    rules_version="1",
    rules_digest="abc",
    decision=Decision(
        at=NOON, facts=Facts.model_validate({"freshness": "weekly"}), verdict=VERDICT, moved_by=("freshness",)
    ),
    checklist=(
        ChecklistItem(
            id="golden", phase=Phase.EVALUATION, title="Golden tasks", detail="3 to 5", done_when="5", why="evals",
            state=ItemState.DONE, owner="U2", due="2026-12-05", note="half", done_by="U3", done_at=NOON, is_new=True,
            obsolete_because="none",
        ),
        ChecklistItem(id="log", phase=Phase.FAILURES, title="Log", detail="All of it"),
    ),
    golden_tasks=(
        GoldenTask(
            id="g1", name="Refund", input="When?", must_contain="30 days", bar="always", also_called=("refunds",),
            not_called=("refund window",),
        ),
    ),
    bar="4 of 5",
    schedule=ReviewSchedule(
        day=None, weekday=1, nth=-1, hour=9, minute=30, zone="Europe/Berlin", working_days_only=False, holidays="DE",
        moves=Moves.BEFORE,
        owner="U2", state=ScheduleState.PAUSED, snoozed_until=NOON, skipped=("2026-12",), opened="2026-11",
        starts="2026-12-20",
    ),
    cost=KnownCost(
        figures=Figures(requests_a_day=200, cost_of_a_wrong_answer=12.5, saved_by_a_right_answer=3,
                        error_rate={Architecture.RAG: (0.1, 0.2)}, currency="EUR"),
        by="U2", at=NOON, says=("One.", "Two.", "Three."), monthly={Architecture.RAG: (100.0, 900.5)},
        ruled_out=(Architecture.PROMPT,), assumed=("Tokens: 1 to 2.",), is_posted=False,
    ),
    asked_back={"U1": AskedBack(at=NOON, offered=(("stakes", "harm"),))},
    tasks_before=TasksBefore(by="U1", at=NOON, tasks=(GoldenTask(id="T1", name="Refunds", bar="9 of 10"),), bar="80%"),
    told_causes=("bar:2026-10", "fact:volume:under_1k:over_1m"),
    supersedes="A0",
    superseded_by="A2",
)  # fmt: skip

BY_DAY = ReviewSchedule(day=31, owner="U2")
"""A schedule has a day or a weekday, so it takes two to say everything."""

FULL_REVIEW = Review(
    id="R1",
    tenant=OURS,
    assessment_id="FULL",
    month="2026-12",
    state=ReviewState.FINISHED,
    opened_at=NOON,
    results={"g1": TaskResult.PASS},
    runs={"g1": TaskRuns(passed=8, of=10)},
    counts={Bucket.SAFETY: 10**12},
    changed=False,
    verdict=Architecture.RAG,
    outcome={"advice": "hold", "share": 0.5},
    finished_by="U2",
    finished_at=NOON,
    nudged_at=NOON,
)

FULL_FAILURE = LoggedFailure(
    id="F9", tenant=OURS, assessment_id="FULL", bucket=Bucket.SAFETY, golden_task="g1", what="It promised a refund.",
    link="https://example.org/p1", by="U2", at=NOON, withdrawn_at=NOON + MINUTE,
)  # fmt: skip

FULL_DELIVERY = Delivery(
    id="D9", tenant=OURS, method=DeliveryMethod.UPLOAD, lane="C9:FULL", due_at=NOON, reply={"kind": "said"},
    assessment_id="FULL", channel="C9", user="U2", response_url="https://hooks.example.org/1", message_key="history",
    under_key="parent", dedupe_key="history:FULL", replaces=True, expires_at=NOON + DAY, state=DeliveryState.UNKNOWN,
    attempts=2, in_doubt=True, retry_at=NOON + MINUTE, first_tried_at=NOON, leased_by="one", leased_until=NOON + SECOND,
    seq=7, ts="17.1", error="timeout", done_at=NOON + MINUTE,
)  # fmt: skip

FULL_MESSAGE = MessageRef(tenant=OURS, assessment_id="FULL", key="parent", channel="C9", ts="17.0")
FULL_RECEIVED = Received(tenant=OURS, key="action:1", at=NOON, command='{"kind": "stop"}', held_by="one", tries=2)
FULL_INSTALLATION = installation(is_paused=True)
FULL_VIEWER = Viewer(
    tenant=OURS, user="U2", page=3, opened_at=NOON, refreshed_at=NOON + MINUTE, shown="digest", version=2
)
FULL_UNHEARD = UnheardLine(
    id="N1", tenant=OURS, assessment_id="FULL", at=NOON, what="words", fact="corpus", text="as big as my uncle"
)

FULL_FILE = ResultFile(
    tenant=OURS, assessment_id="FULL", digest="d1", at=NOON, version=2, by="U2", way=Way.HTTP,
    read={"format": "promptfoo", "counts": {"pass": 3}}, offered=("Refunds", "evals:golden_set"), place=1,
    taken_by="U2", used_in="2026-12",
)  # fmt: skip
FULL_TOKEN = ResultsToken(
    id="T9", tenant=OURS, assessment_id="FULL", digest="5f" * 32, made_by="U2", made_at=NOON, used_at=NOON + MINUTE,
    revoked_by="U3", revoked_at=NOON + DAY,
)  # fmt: skip
FULL_BLIND = BlindAnswers(
    tenant=OURS, assessment_id="FULL", place=1, person="U2", named_at=NOON, version=2,
    answers={"failure": FULL.answers["failure"], "labels": answer("labels", None)}, done_at=NOON + MINUTE, is_off=True,
    opened_at=NOON + DAY,
)  # fmt: skip


HOUR = timedelta(hours=1)


def for_viewers(named: str = "R1", at: Any = NOON, **fields: Any) -> ForViewers:
    row = {"id": named, "lane": "due:home", "due_at": at + 2 * SECOND, "reply": {"kind": "refresh_home"}}
    given = {"since": at - HOUR, "most": 20, "apart": 1.5 * SECOND, "kept": HOUR}
    return ForViewers(**(given | row | fields))


def everything(connection: Connection) -> str:
    """All that the database holds, as text."""
    rows = (connection.execute(select(table).execution_options(**ACROSS_TENANTS)) for table in METADATA.sorted_tables)
    return "\n".join(str(row) for found in rows for row in found)


async def save(storage: Storage, *assessments: Assessment, **parts: Any) -> None:
    """Save these in one turn."""
    await storage.remember(change(assessments=assessments, **parts))
