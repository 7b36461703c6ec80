"""Hold, fix first, climb or step down: the decision of a review, and the sentence that gives its reason.

In this order: facts that now decide otherwise; a bar that is met; a bar that is missed, which is fixed within the
architecture first, and climbs only when it stays missed and the next one delivers what the failures ask for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rules.casing import lower_first
from rules.catalog.architectures import NAMES, agreeing
from rules.catalog.buckets import BUCKETS
from rules.defence import deliveries_of, demands_of
from rules.framework import Architecture, Degree, Framework, Strength
from rules.judge import ORDER, Judgement, misses
from rules.review.values import Advice, Dominating, MonthResult
from rules.wilson import BarState, bar_state

PATIENCE = 2
"""How many reviews in a row must be below the bar before a larger architecture is proposed."""
_LONG_ENOUGH = 3
"""After so many the proposal comes even where so few tasks prove nothing; and so many above it allow to step down."""
_DOMINATES = 0.4
_FEWEST_TO_DOMINATE = 3
_IN_NONE = "unclassified"
_DEGREES = (Degree.NOT, Degree.PARTLY, Degree.FULLY)

HELPED_BY: dict[str, tuple[str, ...]] = {
    "retrieval_miss": ("own_knowledge", "grounding"),
    "context_overload": ("focused_context",),
    "formatting": ("strict_format", "steady_behaviour"),
    "safety": ("steady_behaviour",),
    "tool_error": ("live_data", "exact_steps"),
    "unclassified": ("learned_boundary", "exact_steps"),
}
"""The demands whose better delivery reduces the failures of a bucket (F5): what a climb has to bring."""


class Advised(NamedTuple):
    """The advice with its reason, the architecture to run, and what that one would deliver."""

    advice: Advice
    because: str
    architecture: Architecture
    delivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All that the advice looks at."""

    now: MonthResult
    earlier: Sequence[MonthResult]
    decided: Architecture
    """What the rules decide on the facts as they are now."""
    passes: bool
    """Whether that one passes, or is only the closest."""
    has_new_facts: bool
    judgement: Judgement
    dominating: Dominating | None
    bar: float
    framework: Framework

    @property
    def in_force(self) -> Architecture:
        """The architecture until now."""
        return self.now.architecture

    @property
    def is_below(self) -> bool:
        """Whether this month is below the bar."""
        return self.now.is_below(self.bar)

    @property
    def has_become_smaller(self) -> bool:
        """Whether the facts have changed so that a smaller one passes."""
        return self.has_new_facts and self.passes and ORDER.index(self.decided) < ORDER.index(self.in_force)

    @property
    def is_ruled_out(self) -> bool:
        """Whether the one in force no longer passes on the facts as they are now."""
        return bool(self.judgement.ruled_out >> ORDER.index(self.in_force) & 1)


def dominating_bucket(failures: dict[str, int]) -> Dominating | None:
    """The bucket with clearly the most failures; None where they are few, or point in several directions."""
    total = sum(failures.values())
    ranked = sorted(failures.values(), reverse=True) or [0]
    leads = len(ranked) == 1 or ranked[0] > ranked[1]
    if ranked[0] < _FEWEST_TO_DOMINATE or ranked[0] < _DOMINATES * total or not leads:
        return None
    row = next(row for row in BUCKETS if failures.get(row.id, 0) == ranked[0])
    return Dominating(bucket=row.id, label=row.label, count=ranked[0], total=total, remedies=row.remedies)


def advise(case: Case) -> Advised:
    """The one thing to do."""
    place, wanted = ORDER.index(case.in_force), ORDER.index(case.decided)
    if case.has_new_facts and wanted > place:
        return _climb_by_facts(case)
    if wanted < place and case.passes and _may_step_down(case):
        return _step_down(case)
    if not case.now.ran:
        return _not_run(case)
    advised = _below(case) if case.is_below else _hold(case)
    return advised._replace(because=f"{advised.because} {_on_new_facts(case)}".rstrip())


def _on_new_facts(case: Case) -> str:
    """What they decide, where that is not what the advice says already."""
    if case.has_become_smaller:
        return f"On the facts as they are now {NAMES[case.decided]} would do; step down once the bar is reached."
    return f"On the facts as they are now {_only_closest(case)}." if case.has_new_facts and not case.passes else ""


def _only_closest(case: Case) -> str:
    return f"nothing passes, and {NAMES[case.decided]} {agreeing(case.decided, 'comes', 'come')} closest"


def _climb_by_facts(case: Case) -> Advised:
    gained = [row.demand for row in case.judgement.demand_rows if row.strength is Strength.MUST]
    labels = _gained(case, case.decided, gained) or _gained(
        case, case.decided, [r.demand for r in case.judgement.demand_rows]
    )
    fits = f"{NAMES[case.decided]} {_is(case)} now the smallest that fits them" if case.passes else _only_closest(case)
    because = f"The facts have changed: {fits}."
    return Advised(Advice.CLIMB, because, case.decided, labels)


def _is(case: Case) -> str:
    return agreeing(case.decided, "is", "are")


def _may_step_down(case: Case) -> bool:
    """New facts allow it unless the tasks speak against it; otherwise only a long stay at the bar does.

    No task speaks for an architecture that the new facts rule out: mending it would be work on what has to go.
    """
    if case.has_new_facts:
        return case.is_ruled_out or not case.is_below
    reviewed = [month for month in case.earlier if not month.was_missed][1 - _LONG_ENOUGH :]
    months = [*reviewed, case.now]
    is_same = all(month.architecture is case.in_force for month in months)
    return len(months) == _LONG_ENOUGH and is_same and all(m.ran and not m.is_below(case.bar) for m in months)


def _step_down(case: Case) -> Advised:
    why = "The facts have changed" if case.has_new_facts else f"The bar was reached {_LONG_ENOUGH} reviews in a row"
    if case.has_new_facts and case.is_ruled_out:
        why = f"{why}, and {NAMES[case.in_force]} no longer {agreeing(case.in_force, 'fits', 'fit')} them"
    smaller = f"{NAMES[case.decided]}, which {_is(case)} smaller,"
    it = agreeing(case.decided, "it", "them")
    because = f"{why}: {smaller} would now pass. Try {it} on the golden tasks first."
    return Advised(Advice.STEP_DOWN, because, case.decided)


def _not_run(case: Case) -> Advised:
    has_tasks = case.now.has_tasks
    if case.dominating:
        then = "Run the golden tasks next time." if has_tasks else "Add golden tasks for the next time."
        return Advised(Advice.FIX_FIRST, f"{_most(case.dominating)} {then}", case.in_force)
    lacks = "no golden task was run. Run them." if has_tasks else "there are no golden tasks to run. Add three to five."
    return Advised(Advice.HOLD, f"Nothing speaks against it, but {lacks}", case.in_force)


def _hold(case: Case) -> Advised:
    also = f" {_most(case.dominating)}" if case.dominating else ""
    return Advised(Advice.HOLD, f"As many golden tasks passed as the bar asks for.{also}", case.in_force)


def _below(case: Case) -> Advised:
    """Fix first; climb when it stays below and a larger one would help, unless the facts now ask for a smaller one."""
    months = _below_in_a_row(case)
    if len(months) < PATIENCE or case.has_become_smaller:
        return Advised(Advice.FIX_FIRST, f"{_fix(case)} {_caution(case)}".rstrip(), case.in_force)
    pooled = bar_state(sum(m.passed for m in months), sum(m.ran for m in months), case.bar)
    if pooled is not BarState.MISSED and len(months) < _LONG_ENOUGH:
        return Advised(Advice.FIX_FIRST, f"{_fix(case)} {_caution(case)}".rstrip(), case.in_force)
    return _climb(case, len(months))


def _below_in_a_row(case: Case) -> list[MonthResult]:
    """The reviews in a row, this one included, in which the same architecture was below the bar."""
    found = [case.now]
    for month in reversed(case.earlier):
        if month.was_missed or not month.ran:
            continue
        if not month.is_below(case.bar) or month.architecture is not case.in_force:
            break
        found.append(month)
    return found


def _climb(case: Case, reviews: int) -> Advised:
    """To the smallest larger architecture that delivers what the failures ask for, unless a gate is shut before it."""
    bucket = case.dominating.bucket if case.dominating else ""
    for candidate in ORDER[ORDER.index(case.in_force) + 1 :]:
        labels = _gained(case, candidate, HELPED_BY.get(bucket, ()))
        if not labels or _loses_a_must(case, candidate):
            continue
        gate = next((gate for gate in case.judgement.shut if candidate in gate.architectures), None)
        if gate is not None:
            first = f"{_start(NAMES[candidate])} would help, but not yet: {lower_first(gate.claim)}"
            return Advised(Advice.FIX_FIRST, f"{_fix(case)} {first}", case.in_force)
        because = f"{reviews} reviews in a row were below the bar. {_most(case.dominating)}" if case.dominating else ""
        return Advised(Advice.CLIMB, because, candidate, labels)
    return Advised(Advice.FIX_FIRST, f"{_fix(case)} No larger architecture would help with that.", case.in_force)


def _loses_a_must(case: Case, candidate: Architecture) -> bool:
    missing, place, until_now = misses(case.framework), ORDER.index(candidate), ORDER.index(case.in_force)
    return any(missing[d] >> place & 1 and not missing[d] >> until_now & 1 for d in case.judgement.musts)


def _gained(case: Case, candidate: Architecture, demands: Sequence[str]) -> tuple[str, ...]:
    """Labels of those demands which the candidate delivers further than the one in force."""
    rows, known = deliveries_of(case.framework), demands_of(case.framework)

    def degree(demand: str, architecture: Architecture) -> int:
        row = rows.get((demand, architecture))
        return _DEGREES.index(row.degree) if row else 0

    wanted = dict.fromkeys(demand for demand in demands if demand in known)
    return tuple(known[d].label for d in wanted if degree(d, candidate) > degree(d, case.in_force))


def _fix(case: Case) -> str:
    if not case.now.failure_count:
        return (
            "Fewer golden tasks passed than the bar asks for, and no failure was logged: log how each of them failed."
        )
    if case.dominating is None:
        return (
            "Fewer golden tasks passed than the bar asks for, and the failures do not point one way: log and sort more."
        )
    return _most(case.dominating)


def _caution(case: Case) -> str:
    state = bar_state(case.now.passed, case.now.ran, case.bar)
    return "Mend what broke before you change the architecture." if state is BarState.TOO_FEW else ""


def _most(found: Dominating | None) -> str:
    if found is None:
        return ""
    if found.bucket == _IN_NONE:
        return f"{found.count:,} of {found.total:,} failures belong to no bucket."
    return f"{found.count:,} of {found.total:,} failures belong to one bucket: {lower_first(found.label)}."


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]
