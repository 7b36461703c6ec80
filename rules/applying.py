"""Which questions apply: that one does not is derived from other answers and never given by anybody.

A question says where it does not apply (`moot` in its row): the state of the data where general knowledge is enough.
There it is not asked, its answers count in no share, and an answer that was given before is left out of the decision.
"""

from rules.facts import Facts
from rules.framework import Framework


def moot(facts: Facts, framework: Framework) -> frozenset[str]:
    """The facts whose questions do not apply, as far as these answers say."""
    return frozenset(fact for fact, where in framework.moot.items() if where.holds(facts) is True)


def applying(facts: Facts, framework: Framework) -> Facts:
    """These facts without the answers to questions that do not apply."""
    idle = {fact: None for fact in moot(facts, framework) if getattr(facts, fact) is not None}
    return facts.model_copy(update=idle) if idle else facts
