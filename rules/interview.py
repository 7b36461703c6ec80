"""The short interview: which open question to ask next, how many are still to come, and which may stay open.

The next question is the one that is expected to settle most: after whose answer the verdict is least undecided on
average, in bits of entropy over all completions (even prior, see `rules/completions.py`). Once the verdict is decided,
only one thing may still be asked for: whether it passes the bar or merely comes closest, which is other news to a team.
A question that can change neither is not asked, only offered. So the interview ends just when every completion gives
the same outcome: asking fewer questions never changes what the full interview would have given.

Over all teams, counted exactly for the rulebook of December 2026, it asks 6.7 questions on average; 8 of 10,000 are
asked more than 17, and none more than 22. No order of questions spares everybody: whatever it is, some team is asked 21
(`tests/rules/depth.py`). The teams of the tail can run all, and have the examples, labels and evaluation that tuning
takes, so that only the wishes decide, and these run close: whoever knew which, would need 8 to 13 of their answers.
Others were tried: on 2,000 random teams Gini, Rényi entropies (Campbell 1965), cutting edges between outcomes (Golovin,
Krause and Ray 2010), and the worst answer beside the expected one; over all teams the questions or nodes that are left
beside the entropy, which leaves 5 to 6 of 10,000 above 17 and takes half as long again, and policy iteration with exact
continuations until nothing changed, which leaves 4 and takes minutes. So the plainest criterion stands.
"""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from rules.applying import moot
from rules.catalog import FRAMEWORK
from rules.completions import Counts, entropy
from rules.diagram import after_answers
from rules.facts import ALONE, FACTS, Facts
from rules.framework import Framework
from rules.least import SIZE
from rules.possibilities import completions_of, is_decided

TOLERANCE = 0.2
"""An opening within so many bits of the best is as good; of these the first in the framework's order is asked.

It lets an interview open with what users need, as a person would. From then on the best question is asked, as each bit
counts: with the same tolerance all the way half of random teams were asked ten questions instead of seven.
"""

NOBODY = frozenset[str]()


def next_question(facts: Facts, not_sure: Collection[str] = NOBODY, framework: Framework = FRAMEWORK) -> str | None:
    """The fact to ask for next; None where nothing is open that matters, or only what somebody was not sure of."""
    return _next(facts, frozenset(not_sure), framework)


@lru_cache(maxsize=64)
def _next(facts: Facts, not_sure: frozenset[str], framework: Framework) -> str | None:
    """The same. A few are kept, since one click asks for it several times."""
    left = undecided(facts, not_sure, framework)
    is_opening = not facts.known() and not not_sure
    enough = min(left.values(), default=0.0) + (TOLERANCE if is_opening else 0.0)
    return next((fact for fact, bits in left.items() if bits <= enough), None)


def undecided(facts: Facts, not_sure: Collection[str], framework: Framework) -> dict[str, float]:
    """For each question that still matters: how undecided, in bits, its answer is expected to leave the outcome."""
    completions = completions_of(framework, facts)
    counted = _as_they_are if is_decided(facts, framework) else _by_verdict
    matter = completions.move_verdict if counted is _by_verdict else completions.move_outcome
    return {
        fact: _expected(
            completions.after(after_answers(framework, fact)) if fact in ALONE else completions.by_value[fact], counted
        )
        for fact in FACTS
        if fact in matter and fact not in not_sure
    }


def still_open(facts: Facts, not_sure: Collection[str] = NOBODY, framework: Framework = FRAMEWORK) -> tuple[str, ...]:
    """The unanswered facts that apply and no longer matter to the outcome: they would only sharpen the roadmap."""
    settled = {*facts.known(), *not_sure, *moot(facts, framework), *completions_of(framework, facts).move_outcome}
    return tuple(fact for fact in FACTS if fact not in settled)


def questions_left(facts: Facts, not_sure: Collection[str] = NOBODY, framework: Framework = FRAMEWORK) -> int:
    """About how many more questions will be asked, the next one counted; 0 where none is.

    A question settles about one bit, and of every seven that could still matter one more is asked: fitted to 80 random
    teams, of whose remaining questions it misses 1.7 on average, one way or the other.
    """
    if _next(facts, frozenset(not_sure), framework) is None:
        return 0
    completions = completions_of(framework, facts)
    asked_of = len(completions.move_outcome - frozenset(not_sure))
    return max(1, min(asked_of, round(entropy(completions.counts) + 0.15 * asked_of + 0.5)))


def most_left(facts: Facts, not_sure: Collection[str] = NOBODY, framework: Framework = FRAMEWORK) -> int:
    """How many more questions can be asked at most, the next one counted: each answer makes it smaller."""
    return len(completions_of(framework, facts).move_outcome - frozenset(not_sure))


def can_matter(fact: str, facts: Facts, framework: Framework = FRAMEWORK) -> bool:
    """Whether the answer to this question can still change the outcome, and so counts among the most that are left."""
    return fact in completions_of(framework, facts).move_outcome


def steadily_left(estimates: Iterable[int]) -> int:
    """The last of these estimates, one for each state of an interview so far, told steadily; 0 where it has ended.

    From one answer to the next it rises by one at most, and falls to half at most: nobody reads "about 1 to go" after
    "about 8 to go". Raises ValueError where there are no estimates.
    """
    told: int | None = None
    for estimate in estimates:
        told = estimate if told is None else min(max(estimate, told // 2), told + 1) if estimate else 0
    if told is None:
        raise ValueError("an interview has a state before its first answer")
    return told


def forget() -> None:
    """Forget what was worked out before: for measuring, where every question has to be found anew."""
    _next.cache_clear()


def _expected(answers: Iterable[tuple[int, Counts]], counted: Callable[[Counts], Counts]) -> float:
    """The entropy to expect after an answer, given how many completions hold each answer and how those end."""
    pairs = [(weight, entropy(counted(counts))) for weight, counts in answers]
    return sum(weight * bits for weight, bits in pairs) / sum(weight for weight, _ in pairs)


def _as_they_are(counts: Counts) -> Counts:
    return counts


def _by_verdict(counts: Counts) -> Counts:
    return tuple([counts[place] + counts[SIZE + place] for place in range(SIZE)])
