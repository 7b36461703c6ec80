"""A verdict -> the pieces that replies show of it, in the order in which they are told."""

from collections.abc import Mapping, Sequence, Set

from bot.dialogue import wording
from bot.replies import (
    Changed,
    DemandShown,
    FirstStep,
    FlipShown,
    GateShown,
    PrecedentShown,
    ReasonShown,
    ShareShown,
    WhyNot,
)
from rules.casing import upper_first
from rules.facts import FACTS, Facts
from rules.framework import Architecture, Degree, Demand, Effect, Framework, Lens, Strength, lens_of
from rules.possibilities import standing
from rules.roadmap import in_a_sentence
from rules.roadmap_plan import FEWEST_TASKS, TASKS_ITEM
from rules.verdict import Reason, Verdict
from storage.records import Answer, Assessment, ChecklistItem, GoldenTask, ItemState

_LENSES = tuple(Lens)


def demands(verdict: Verdict, framework: Framework, *, with_claims: bool = False) -> tuple[DemandShown, ...]:
    """Every demand that the facts raised, musts first, with how far each architecture delivers it."""
    musts = verdict.musts
    strengths = {
        reason.demand: Strength.MUST if reason.demand in musts else reason.strength
        for reason in (*verdict.reasons, *verdict.besides)
    }
    raised = [demand for demand in framework.demands if demand.id in strengths]
    raised.sort(key=lambda demand: (strengths[demand.id] is not Strength.MUST, _LENSES.index(demand.lens)))
    return tuple(_demand(demand, strengths[demand.id], framework, with_claims=with_claims) for demand in raised)


def _demand(demand: Demand, strength: Strength, framework: Framework, *, with_claims: bool) -> DemandShown:
    delivered = [row for row in framework.delivery_rows if row.demand == demand.id]
    return DemandShown(
        id=demand.id,
        label=demand.label,
        meaning=demand.meaning,
        lens=demand.lens,
        strength=strength,
        degrees={row.architecture: row.degree for row in delivered},
        claims={row.architecture: row.claim for row in delivered} if with_claims else {},
    )


def delivered(verdict: Verdict, framework: Framework) -> tuple[str, ...]:
    """Labels of the musts that the verdict delivers fully."""
    return tuple(
        demand.label
        for demand in demands(verdict, framework)
        if demand.strength is Strength.MUST and demand.degrees.get(verdict.verdict) is Degree.FULLY
    )


def in_part(verdict: Verdict, framework: Framework) -> tuple[str, ...]:
    """Labels of the musts that the verdict delivers in part."""
    return tuple(
        demand.label
        for demand in demands(verdict, framework)
        if demand.strength is Strength.MUST and demand.degrees.get(verdict.verdict) is Degree.PARTLY
    )


def gaps(verdict: Verdict, framework: Framework) -> tuple[str, ...]:
    """Where nothing passes: labels of the demands, and claims of the gates, that are missing."""
    labels = {demand.id: demand.label for demand in framework.demands}
    claims = {gate.id: gate.claim for gate in verdict.gates}
    return tuple(labels.get(gap) or claims.get(gap) or gap for gap in verdict.gaps)


def reasons(verdict: Verdict, answers: Mapping[str, Answer], framework: Framework) -> tuple[ReasonShown, ...]:
    """One piece for each row that the facts raised, by lens, musts first; a row over several facts names them all.

    What the chosen one delivers only partly comes last: it speaks for another one as much.
    """
    degrees = {row.demand: row.degree for row in framework.delivery_rows if row.architecture is verdict.verdict}
    by_row: dict[str, list[Reason]] = {}
    for reason in verdict.reasons:
        by_row.setdefault(reason.row, []).append(reason)
    musts = verdict.musts
    told = [_reason(together, answers, framework, musts) for together in by_row.values()]
    partly = {row for row, together in by_row.items() if degrees.get(together[0].demand) is not Degree.FULLY}
    told.sort(key=lambda one: (one.row in partly, _place(one), one.strength is not Strength.MUST))
    return tuple(told)


def _place(reason: ReasonShown) -> int:
    """Lens by lens; what belongs to none by itself comes last."""
    return len(_LENSES) if reason.lens is None else _LENSES.index(reason.lens)


def _reason(
    together: Sequence[Reason], answers: Mapping[str, Answer], framework: Framework, musts: Set[str]
) -> ReasonShown:
    """A row that wishes for what another one requires is told as required: who said so reads no "not a must"."""
    labels = {demand.id: demand.label for demand in framework.demands}
    first = together[0]
    given = {reason.fact: answers.get(reason.fact) for reason in together}
    return ReasonShown(
        lens=lens_of(given, framework),
        claim=first.claim,
        source=first.source,
        strength=Strength.MUST if first.demand in musts else first.strength,
        demand=labels.get(first.demand, first.demand),
        answers=tuple(
            wording.fact_in_words(framework, reason.fact, reason.value).model_copy(
                update={"by": answer.by if (answer := given[reason.fact]) else None}
            )
            for reason in together
        ),
        row=first.row,
    )


def why_nots(verdict: Verdict, framework: Framework) -> tuple[WhyNot, ...]:
    """Why each other architecture was not chosen, smallest first."""
    labels = {demand.id: demand.label for demand in framework.demands}
    claims = {row.id: row.claim for row in framework.prerequisite_rows}
    return tuple(
        WhyNot(
            architecture=rejection.verdict,
            because=rejection.because,
            missed=tuple(labels.get(demand, demand) for demand in rejection.missed),
            gates=tuple(claims.get(gate, gate) for gate in rejection.gates),
        )
        for rejection in sorted(verdict.rejected, key=lambda rejection: tuple(Architecture).index(rejection.verdict))
    )


def gates(verdict: Verdict) -> tuple[GateShown, ...]:
    """The unmet prerequisites."""
    return tuple(
        GateShown(claim=gate.claim, blocks=gate.blocks, rules_out=gate.effect is Effect.RULES_OUT)
        for gate in verdict.gates
    )


def still_to_do(assessment: Assessment) -> tuple[ChecklistItem, ...]:
    """What is open on the roadmap, in order; where golden tasks stand already, what is left of writing them down."""
    items = (item for item in assessment.checklist if item.state is ItemState.OPEN)
    return tuple(_left_of(item, assessment.golden_tasks) if item.id == TASKS_ITEM else item for item in items)


def _left_of(item: ChecklistItem, tasks: Sequence[GoldenTask]) -> ChecklistItem:
    """The item of the golden tasks with what these lack, in counts: the names are the team's own words."""
    missing, few = FEWEST_TASKS - len(tasks), ("", "one more golden task", "two more golden tasks")
    empty = sum(not (task.input and task.must_contain) for task in tasks)
    bare = sum(not task.bar for task in tasks)
    if not tasks or not (missing > 0 or empty or bare):
        return item
    title, of = "Complete the golden tasks", f"of {len(tasks)}"
    lacks = f"{bare} {of} {'has' if bare == 1 else 'have'} no bar yet."
    if missing > 0:
        stand = "One stands" if len(tasks) == 1 else "Two stand"
        title, lacks = upper_first(few[missing]), f"{stand}; three to five are enough."
    elif empty:
        lacks = f"{empty} {of} {'lacks' if empty == 1 else 'lack'} a real input or what a good answer must contain."
    return item.model_copy(update={"title": title, "detail": lacks, "why": lacks})


def first_step(assessment: Assessment) -> FirstStep | None:
    """The first thing on the roadmap that is still to do."""
    item = next(iter(still_to_do(assessment)), None)
    return (
        FirstStep(title=upper_first(in_a_sentence(item.title, item.phase)), detail=item.detail, why=item.why)
        if item
        else None
    )


def flips(verdict: Verdict, facts: Facts, framework: Framework) -> tuple[FlipShown, ...]:
    """What would change the verdict, nearest first."""
    return tuple(
        FlipShown(
            changes=tuple(
                wording.changed(framework, fact, facts.value(fact), value) for fact, value in flip.change.items()
            ),
            architecture=flip.verdict,
            passes=flip.passes,
        )
        for flip in verdict.flips
    )


def others(verdict: Verdict) -> tuple[ShareShown, ...]:
    """The other verdicts that open answers can still lead to, likeliest first."""
    return tuple(
        ShareShown(architecture=share.verdict, share=share.share)
        for share in sorted(verdict.alternatives, key=lambda share: -share.share)
        if share.share > 0
    )


def precedents(verdict: Verdict) -> tuple[PrecedentShown, ...]:
    """The published cases nearest to the facts."""
    return tuple(
        PrecedentShown(architecture=case.verdict, **case.model_dump(exclude={"id", "verdict"}))
        for case in verdict.precedents
    )


MOST_ASKED_WHY = 6
"""So many changed answers a press names; beyond that no one reason holds for all."""


def worth_a_reason(before: Facts, now: Facts) -> tuple[str, ...]:
    """The facts whose change changed the verdict, or the new ones that did."""
    moved = [fact for fact in FACTS if before.value(fact) != now.value(fact) and now.value(fact) is not None]
    changed = [fact for fact in moved if before.value(fact) is not None]
    return tuple(changed or moved)[:MOST_ASKED_WHY]


def differences(before: Facts, after: Facts, framework: Framework) -> tuple[Changed, ...]:
    """The answers that differ between two sets of facts: first those without which the verdict had not moved."""
    differing = [fact for fact in FACTS if before.value(fact) != after.value(fact) and after.value(fact) is not None]
    now = standing(after, framework)
    differing.sort(key=lambda fact: standing(after.replaced(fact, before.value(fact)), framework) == now)
    return tuple(wording.changed(framework, fact, before.value(fact), after.value(fact)) for fact in differing)
