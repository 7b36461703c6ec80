"""How a decision stands, for the message in the channel, the Home and the status alike."""

from typing import Any

from storage.answer_records import BLIND
from storage.records import Assessment, AssessmentState

_RUNNING = {AssessmentState.INTERVIEWING, AssessmentState.STOPPED}


def standing(assessment: Assessment) -> dict[str, Any]:
    """The fields of a `bot.replies.Standing`."""
    verdict = assessment.decision.verdict if assessment.decision else None
    is_running = assessment.state in _RUNNING
    stands: dict[str, Any] = {
        "state": assessment.state,
        "is_revising": is_running and verdict is not None,
        "is_sharpening": is_running and verdict is not None and assessment.wants_all,
        "is_blind": is_running and assessment.asking == BLIND,
        "is_again": assessment.supersedes is not None,
    }
    if verdict is None:
        return stands
    return stands | {
        "architecture": verdict.verdict,
        "passes": verdict.passes,
        "is_settled": verdict.decided,
        "is_likely": verdict.is_likely,
        "is_leading": verdict.is_leading,
    }
