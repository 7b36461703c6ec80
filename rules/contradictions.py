"""Two answers that do not fit together: which two, why, and what each could become. Asked in the interview.

A contradiction changes no decision: the facts are decided as they stand, and the team is asked which one holds.
"""

from dataclasses import dataclass

from rules.conditions import Condition, at_least, both, has
from rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair of answers that do not fit, with a button for each side."""

    id: str
    first: str
    """The name of the first fact."""
    second: str
    claim: str
    """Why the two do not fit, in one sentence."""
    first_fix: str
    """The button that changes the first answer."""
    second_fix: str
    when: Condition


_KNOWN_BY_THE_MODEL = has("source", "model")

CONTRADICTIONS: tuple[Contradiction, ...] = (
    Contradiction(
        "static_but_stale", "freshness", "failure",
        "What almost never changes can hardly be out of date.",
        "It changes", "Stale facts were a guess",
        both(has("freshness", "static"), has("failure", "stale_facts")),
    ),
    Contradiction(
        "general_but_private", "source", "access",
        "General knowledge is the same for everyone; only information of your own has readers.",
        "It is our own information", "Everyone may see it",
        both(_KNOWN_BY_THE_MODEL, has("access", "per_user")),
    ),
    Contradiction(
        "general_but_large", "source", "corpus",
        "General knowledge is in the model already; a large body of material would be your own.",
        "We have material of our own", "There is no such material",
        both(_KNOWN_BY_THE_MODEL, has("corpus", "large")),
    ),
    Contradiction(
        "general_but_live", "source", "freshness",
        "A model knows nothing newer than its training; what changes daily lives somewhere else.",
        "It lives somewhere else", "It hardly changes",
        both(_KNOWN_BY_THE_MODEL, at_least("freshness", "daily")),
    ),
    Contradiction(
        "general_but_shown", "source", "receipts",
        "General knowledge has no source to show; an answer with sources needs documents or systems.",
        "There are sources", "No receipts needed",
        both(_KNOWN_BY_THE_MODEL, at_least("receipts", "required")),
    ),
    Contradiction(
        "no_examples_but_labels", "examples", "labels",
        "Without examples there are no labels that could agree.",
        "There are examples", "Not sure about the labels",
        both(has("examples", "none"), has("labels", "consistent")),
    ),
    Contradiction(
        "instant_but_large", "latency", "corpus",
        "Searching a large body of material and reading what was found takes longer than 300 ms.",
        "It may take longer", "It is less than that",
        both(has("latency", "under_300ms"), has("corpus", "large"), has("need", "facts", "both")),
    ),
)  # fmt: skip


def contradictions(facts: Facts) -> tuple[Contradiction, ...]:
    """Every pair of these answers that does not fit together, in the order of the list."""
    return tuple(pair for pair in CONTRADICTIONS if pair.when.holds(facts))
