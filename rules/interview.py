"""The short interview: which open question to ask next, how many are still to come, and which may stay open.

The next question is the one that is expected to settle most: after whose answer the verdict is least undecided on
average, in bits of entropy over all completions (even prior, see `rules/completions.py`). Once the verdict is decided,
only one thing may still be asked for: whether it passes the bar or merely comes closest, which is other news to a team.
A question that can change neither is not asked, only offered. So the interview ends just when every completion gives
the same outcome: asking fewer questions never changes what the full interview would have given.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

from rules.catalog import FRAMEWORK
from rules.compiler import SIZE
from rules.completions import Completions, Counts, entropy
from rules.diagram import after_answers
from rules.facts import ALONE, FACTS, VALUES, Facts
from rules.framework import Framework
from rules.possibilities import completions_of, is_decided

TOLERANCE = 0.2
"""A question within so many bits of the best is as good; of these the first in the framework's order is asked.

It lets an interview open with what users need, as a person would; the median number of questions stays the same.
"""

NOBODY = frozenset[str]()


def next_question(facts: Facts, not_sure: Collection[str] = NOBODY, framework: Framework = FRAMEWORK) -> str | None:
    """The fact to ask for next; None where nothing is open that matters, or only what somebody was not sure of."""
    return _next(facts, frozenset(not_sure), framework)


@lru_cache(maxsize=4096)
def _next(facts: Facts, not_sure: frozenset[str], framework: Framework) -> str | None:
    left = undecided(facts, not_sure, framework)
    enough = min(left.values(), default=0.0) + TOLERANCE
    return next((fact for fact, bits in left.items() if bits <= enough), None)


def undecided(facts: Facts, not_sure: Collection[str], framework: Framework) -> dict[str, float]:
    """For each question that still matters: how undecided, in bits, its answer is expected to leave the outcome."""
    completions = completions_of(framework, facts)
    counted = _as_they_are if is_decided(facts, framework) else _by_verdict
    matter = completions.move_verdict if counted is _by_verdict else completions.move_outcome
    return {
        fact: _expected(_list_answers(facts, fact, framework) if fact in ALONE else completions.by_value[fact], counted)
        for fact in FACTS
        if fact in matter and fact not in not_sure
    }


def still_open(facts: Facts, not_sure: Collection[str] = NOBODY, framework: Framework = FRAMEWORK) -> tuple[str, ...]:
    """The unanswered facts that no longer matter to the outcome: their answers would only sharpen the roadmap."""
    settled = {*facts.known(), *not_sure, *completions_of(framework, facts).move_outcome}
    return tuple(fact for fact in FACTS if fact not in settled)


def questions_left(facts: Facts, not_sure: Collection[str] = NOBODY, framework: Framework = FRAMEWORK) -> int:
    """About how many more questions will be asked, the next one counted; 0 where none is.

    Found by going on with middling answers: of all answers to each question, the one that leaves a middling doubt.
    """
    return _left(facts, frozenset(not_sure), framework)


@lru_cache(maxsize=4096)
def _left(facts: Facts, not_sure: frozenset[str], framework: Framework) -> int:
    fact = _next(facts, not_sure, framework)
    return 0 if fact is None else 1 + _left(_middling(facts, fact, framework), not_sure, framework)


def forget() -> None:
    """Forget what was worked out before: for measuring, where every question has to be found anew."""
    _next.cache_clear()
    _left.cache_clear()


def _middling(facts: Facts, fact: str, framework: Framework) -> Facts:
    answers = [facts.replaced(fact, (value,) if fact in ALONE else value) for value in VALUES[fact]]
    doubts = [(entropy(completions_of(framework, each).counts), place) for place, each in enumerate(answers)]
    return answers[sorted(doubts)[len(doubts) // 2][1]]


def _expected(answers: Iterable[tuple[int, Counts]], counted: Callable[[Counts], Counts]) -> float:
    """The entropy to expect after an answer, given how many completions hold each answer and how those end."""
    pairs = [(weight, entropy(counted(counts))) for weight, counts in answers]
    return sum(weight * bits for weight, bits in pairs) / sum(weight for weight, _ in pairs)


def _as_they_are(counts: Counts) -> Counts:
    return counts


def _by_verdict(counts: Counts) -> Counts:
    return tuple([counts[place] + counts[SIZE + place] for place in range(SIZE)])


def _list_answers(facts: Facts, fact: str, framework: Framework) -> Iterable[tuple[int, Counts]]:
    diagram, roots = after_answers(framework, fact)
    counted: Sequence[Counts] = Completions(diagram, facts, tuple(roots)).counts_by_root
    return zip(roots.values(), counted, strict=True)
