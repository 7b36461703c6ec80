"""Where data has to stay: a region leaves open whose machines serve there, so it is asked, and never guessed."""

from collections.abc import Sequence

from rules.hearing.values import Choice, Heard, Line
from rules.hearing.words.phrases import phrases
from rules.hearing.words.pieces import stems_of

_MAY_SERVE = ("any_api", "private_cloud", "on_premises")
_ASKING = stems_of("if what why how suppose supposing would could say imagine assume when will")
"""With one of these a line asks or supposes."""


def kept_in_region(typed: Line, stems: Sequence[str]) -> Heard | None:
    """The offers for a line after the verdict that names where data may be; None where it says anything else."""
    is_said = (typed.mention or phrases("correcting").places(stems)) and "?" not in stems and not _ASKING & {*stems}
    is_foreign = bool(phrases("foreign_provider").places(stems))
    if not is_said or not (is_foreign or phrases("kept_in_region").places(stems)):
        return None
    values = _MAY_SERVE[is_foreign:]
    return Heard(offers=tuple(Choice("hosting", value) for value in values), is_correction=True)


def without_ruled_out(offers: Sequence[Choice], stems: Sequence[str]) -> list[Choice]:
    """The offers without one that the line rules out: with "no US provider" not any provider's interface."""
    is_foreign = bool(phrases("foreign_provider").places(stems))
    left = [each for each in offers if not (is_foreign and (each.fact, each.value) == ("hosting", "any_api"))]
    return left or [*offers]
