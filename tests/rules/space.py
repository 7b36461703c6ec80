"""What the tests of the diagram share: walking completions one by one, and a brute-force second opinion."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product

from rules import FRAMEWORK
from rules.facts import ALONE, FACTS, VALUES, Facts, Value
from rules.framework import Architecture, Framework
from rules.judge import chosen, judge

COMPLETE = 389_639_433_093_120
"""How many different complete answer sets there are."""

EVERY = 215_043_336_000_000_000
"""How many answer sets there are where any answer may be unknown."""

FAILURES = 4_096
"""How many different answers the question about today's failures has."""


def answers(fact: str) -> list[Value]:
    """Every known answer to a question; for a list fact every set of values."""
    if fact not in ALONE:
        return list(VALUES[fact])
    several = [value for value in VALUES[fact] if value != ALONE[fact]]
    sets = [each for size in range(1, len(several) + 1) for each in combinations(several, size)]
    return [(ALONE[fact],), *sets]


_EVERY_ANSWER = {fact: answers(fact) for fact in FACTS}


def complete_at(number: int) -> Facts:
    """The complete facts of this number, from 0 up to COMPLETE: each number is another set of answers."""
    given: dict[str, Value] = {}
    for fact in FACTS:
        number, at = divmod(number, len(_EVERY_ANSWER[fact]))
        given[fact] = _EVERY_ANSWER[fact][at]
    return Facts.model_validate(given)


def completions(facts: Facts) -> Iterator[Facts]:
    """All completions of these facts, one by one."""
    known = facts.known()
    open_facts = [fact for fact in FACTS if fact not in known]
    for given in product(*(answers(fact) for fact in open_facts)):
        yield Facts.model_validate({**known, **dict(zip(open_facts, given, strict=True))})


def plain(facts: Facts, framework: Framework = FRAMEWORK) -> Architecture:
    """The verdict on complete facts without any diagram."""
    return chosen(judge(facts, framework), framework)


Outcome = tuple[Architecture, bool]
"""A verdict, and whether it passes."""


def outcome_of(facts: Facts, framework: Framework = FRAMEWORK) -> Outcome:
    """The verdict on complete facts without any diagram, and whether it passes."""
    judgement = judge(facts, framework)
    return chosen(judgement, framework), judgement.outcome is not None


def ends(facts: Facts, framework: Framework = FRAMEWORK) -> Counter[Outcome]:
    """How many completions end in each outcome, by deciding each."""
    return Counter(outcome_of(each, framework) for each in completions(facts))


def counted(facts: Facts, framework: Framework = FRAMEWORK) -> Counter[Architecture]:
    """How many completions yield each verdict, by deciding each."""
    return Counter(plain(each, framework) for each in completions(facts))
