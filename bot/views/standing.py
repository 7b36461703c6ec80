"""How a decision stands, in the same words wherever it is told: in the channel, Home, the status, the portfolio."""

from bot.replies import Standing
from bot.views.architecture import NAME, USE, closest
from storage.records import AssessmentState


def outcome(found: Standing) -> str:
    """The verdict in force, inside a sentence: "use retrieval (RAG)"; only "so far" where another is likelier."""
    if found.architecture is None:
        return "no verdict"
    if not found.is_likely:
        return f"not decided yet, so far {NAME[found.architecture] if found.passes else 'nothing passes'}"
    if not found.passes:
        return f"nothing passes yet, {closest(found.architecture)}"
    if not found.is_leading:
        return f"so far {USE[found.architecture]}, not settled"
    return f"{'' if found.is_settled else 'for now, '}use {USE[found.architecture]}"


def in_force(found: Standing) -> str:
    """The verdict, and what goes on beside it while that holds."""
    if not found.is_revising or found.is_sharpening:
        return outcome(found)
    is_stopped = found.state is AssessmentState.STOPPED
    return f"{outcome(found)}; {'the change of an answer is stopped' if is_stopped else 'an answer is being changed'}"


def standing(found: Standing, place: str = "") -> str:
    """In a line of a list; `place` is where its interview stands, such as "question 3", where that is known."""
    if found.state is AssessmentState.SUPERSEDED:
        return "replaced by a newer version"
    if found.state is AssessmentState.CANCELLED:
        return "interview canceled"
    if found.architecture is not None:
        return f"{in_force(found)}{'; more answers under way' if found.is_sharpening else ''}"
    again = "taken up again, " if found.is_again else ""
    if found.is_blind:
        return f"{again}each answers alone{', stopped' if found.state is AssessmentState.STOPPED else ''}"
    if found.state is AssessmentState.STOPPED:
        return f"{again}interview stopped{f' at {place}' if place else ''}"
    return f"{again}interview under way{f', {place}' if place else ''}"
