"""Facts -> Verdict with its whole defense: the door of the decision, behind `rules.decide` and `ftrag decide`.

The rows judge (`rules/judge.py`), the diagram says what the open answers can still change (`rules/possibilities.py`),
and the rest is told from both. On complete facts the verdict is the judge's outcome, or the closest where none passes.
On partial facts it is the same, as long as some completion of the open answers leads there: so wherever no open answer
can change the verdict, it is that one.
"""

from datetime import date

from rules.applying import applying
from rules.catalog import FRAMEWORK
from rules.defence import besides, gaps, gates, reasons, rejections
from rules.facts import Facts
from rules.flips import flips
from rules.framework import Framework
from rules.interview import next_question
from rules.judge import judge
from rules.possibilities import possibilities, standing
from rules.precedents import precedents
from rules.priors import EVEN, Prior
from rules.verdict import Verdict


def decide(facts: Facts, framework: Framework = FRAMEWORK, on: date | None = None, prior: Prior = EVEN) -> Verdict:
    """The verdict on these facts, complete or partial, and everything that defends it.

    `on` is the day: a dated row then says what is true on it; without one, what is true whatever the day. No day ever
    changes a verdict. Nor does a `prior`, by which the confidence and the alternatives are weighed.
    """
    core = decide_plainly(facts, framework, on)
    possible = possibilities(facts, framework, prior)
    return core.model_copy(
        update={
            "decided": possible.decided,
            "confidence": possible.confidence_of(core.verdict, passes=core.passes),
            "alternatives": possible.besides(core.verdict, passes=core.passes),
            "flips": flips(facts, framework),
            "precedents": precedents(facts, core.verdict, framework),
            "next_question": None if possible.decided else next_question(facts, frozenset(), framework),
        }
    )


def decide_plainly(facts: Facts, framework: Framework = FRAMEWORK, on: date | None = None) -> Verdict:
    """The verdict with reasons, rejections, gates and gaps alone: what a click needs within a millisecond."""
    verdict, passes = standing(facts, framework)
    judgement, answered = judge(facts, framework), applying(facts, framework)
    return Verdict.model_construct(
        verdict=verdict,
        passes=passes,
        decided=False,
        confidence=None,
        reasons=reasons(answered, judgement, verdict, framework),
        besides=besides(answered, judgement, verdict, framework),
        rejected=rejections(judgement, verdict, framework, on),
        gates=gates(judgement, verdict, on),
        gaps=() if passes else gaps(judgement, verdict, framework),
        rules_version=framework.version,
        rules_digest=framework.digest,
    )
