"""Re-assessment."""

from bot.replies import AlreadyReassessing, DifferenceMessage, KeptLine, Reply, StillSoMessage
from rules.framework import Architecture
from storage.records import AssessmentState
from tests.views.examples.interview import DECIDED, PARENT
from tests.views.examples.pieces import ANA, NAME, PROGRESS, REGULATED, TYPED, UNSURE, WEEKLY, A
from tests.views.examples.verdict import FITS, REASONS

STILL = StillSoMessage(assessment_id=A, fact="freshness", earlier=WEEKLY, progress=PROGRESS, can_go_back=True)
DIFFERENT = DifferenceMessage(
    assessment_id=A,
    earlier_id="01JD0OLD",
    name=NAME,
    before=Architecture.RAG,
    after=Architecture.PROMPT,
    changes=(FITS,),
    rows_off=REASONS[:1],
    rows_on=REASONS[2:],
    rules_before="2026.11",
    rules_after="2027.1",
    kept=6,
    added=("Put the whole corpus into the prompt, cached",),
    dropped=("Index the documents", "Clean what will be searched"),
    golden_tasks=4,
    has_schedule=True,
)
SAME = DIFFERENT.model_copy(
    update={
        "after": Architecture.RAG,
        "changes": (),
        "rows_off": (),
        "rows_on": (),
        "rules_before": "",
        "added": (),
        "dropped": (),
        "golden_tasks": 0,
        "has_schedule": False,
    }
)
REASSESSED: dict[str, Reply] = {
    "parent_again": PARENT.model_copy(update={"is_again": True, "has_earlier": True, "earlier_id": "01JD0OLD"}),
    "parent_being_reassessed": DECIDED.model_copy(update={"is_reassessed": True}),
    "parent_decided_again": DECIDED.model_copy(update={"is_again": True, "earlier_id": "01JD0OLD"}),
    "parent_superseded_by": DECIDED.model_copy(update={"state": AssessmentState.SUPERSEDED, "newer_id": A}),
    "still_so": STILL,
    "still_so_first": STILL.model_copy(update={"earlier": TYPED, "can_go_back": False}),
    "still_so_unsure": STILL.model_copy(update={"earlier": UNSURE, "fact": "examples"}),
    "still_so_by_nobody": STILL.model_copy(update={"earlier": REGULATED.model_copy(update={"by": None, "at": None})}),
    "difference": DIFFERENT,
    "difference_none": SAME,
    "difference_same_verdict": SAME.model_copy(update={"changes": (FITS,), "kept": 0}),
    "difference_fails_now": SAME.model_copy(update={"after_passes": False, "rows_on": REASONS[:1]}),
    "difference_passes_now": SAME.model_copy(update={"before_passes": False, "rows_off": REASONS[:1]}),
    "still_so_with_more_left": STILL.model_copy(update={"left": 7}),
    "kept_line": KeptLine(assessment_id=A, by=ANA, kept=(WEEKLY, REGULATED, UNSURE)),
    "already_reassessing": AlreadyReassessing(
        assessment_id=A, name=NAME, by=ANA, number=3, link="https://example.slack.com/p1"
    ),
    "already_reassessing_stopped": AlreadyReassessing(assessment_id=A, name=NAME, by=ANA),
}
