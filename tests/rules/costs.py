"""What tests of the cost begin with: estimates for a team that said little, and for one that retrieval suits."""

from rules.cost import Estimate, Figures, Given, estimate
from rules.cost.inputs import spans
from rules.facts import Facts
from rules.framework import Architecture

PROMPT, TOOLS, RAG, TUNE, HYBRID = Architecture
OPEN = Facts()
COPILOT = Facts.model_validate({"need": "facts", "freshness": "weekly", "source": "documents", "corpus": "large"})


def cost(facts: Facts = OPEN, **figures: object) -> Estimate:
    return estimate(Given(facts=facts, figures=Figures.model_validate(figures)))


def middle_of(given_: Given) -> dict[str, float]:
    return {name: span.middle for name, span in spans(given_).items()}
