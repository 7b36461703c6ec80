"""How a decision stands, for the message in the channel, the Home and the status alike."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from rules.review import Conclusion
from rules.review.track import Ended, held_in_words
from storage.answer_records import BLIND
from storage.records import Assessment, AssessmentState, Review

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


def reviewed(assessment: Assessment, latest: Review | None, ended: Sequence[Ended]) -> dict[str, Any]:
    """What a `bot.replies.Reviewed` has besides: the last finished review, and what those since the decision say."""
    decision = assessment.decision
    return {
        "reviewed": latest.month if latest else "",
        "concluded": conclusion_of(latest) if latest else None,
        "held": held_in_words(decision.verdict.verdict, ended) if decision else "",
    }


def conclusion_of(review: Review) -> Conclusion | None:
    """What it concluded; nothing where an earlier release kept it in another shape."""
    try:
        return Conclusion.model_validate(review.outcome)
    except ValidationError:
        return None
