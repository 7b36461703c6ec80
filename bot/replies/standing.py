"""How a decision stands: what the message in the channel, the Home, the status and the portfolio all tell alike."""

from bot.replies.base import Frozen
from rules.framework import Architecture
from rules.review import Conclusion
from storage.records import AssessmentState


class Standing(Frozen):
    """Its state, the verdict in force, and how firmly that is said."""

    state: AssessmentState
    architecture: Architecture | None = None
    """None while there is no verdict."""
    passes: bool = True
    is_settled: bool = True
    """Whether no open answer can change the verdict; until then it holds for now."""
    is_likely: bool = True
    """Whether one way in ten to answer what is open leads to it; else nothing is decided yet."""
    is_leading: bool = True
    """Whether no other outcome is likelier; else it only fits the answers so far."""
    is_revising: bool = False
    """Whether there was a verdict and an answer is being changed: the verdict still holds until it is settled."""
    is_sharpening: bool = False
    """Whether there is a verdict and what the team answers besides only sharpens it."""
    is_blind: bool = False
    """Whether each of the named people answers alone just now."""
    is_again: bool = False
    """Whether it takes up a decision that was made before."""


class Reviewed(Standing):
    """And what its reviews came to: on Home and in the status alike."""

    reviewed: str = ""
    """The month of the last finished review, "2026-11"."""
    concluded: Conclusion | None = None
    """What it concluded."""
    held: str = ""
    """Whether the verdict held, once there were three reviews since."""
