"""What defends a verdict, in words: the reasons that carried it, why not the others, the gates, the gaps.

Part of `rules/decide.py`; everything here is read off the rows that a judgement names.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from rules.casing import lower_first
from rules.catalog.architectures import BIGGER_THAN_NEEDED, FULLER, MORE_AND_LESS, MORE_LATER, NEVER_ENOUGH
from rules.conditions import grounds
from rules.facts import FACTS, Facts
from rules.framework import Architecture, Degree, DeliveryRow, Demand, DemandRow, Effect, Framework, Lens, Strength
from rules.judge import ORDER, Judgement, mask, misses
from rules.verdict import Gate, Reason, Rejection

_LENSES = tuple(Lens)
_MORE = (MORE_AND_LESS.partition("{")[0], MORE_LATER.partition("{")[0])
_REACH = {Degree.NOT: 0, Degree.PARTLY: 1, Degree.FULLY: 2}


@lru_cache(maxsize=16)
def demands_of(framework: Framework) -> dict[str, Demand]:
    """The demands by id."""
    return {demand.id: demand for demand in framework.demands}


@lru_cache(maxsize=16)
def deliveries_of(framework: Framework) -> dict[tuple[str, Architecture], DeliveryRow]:
    """The delivery rows by demand and architecture."""
    return {(row.demand, row.architecture): row for row in framework.delivery_rows}


@lru_cache(maxsize=1024)
def cited(framework: Framework, sources: tuple[str, ...]) -> str:
    """These sources in words, each with its address where it has one."""
    known = {source.id: source for source in framework.sources}
    found = [known[source] for source in sources]
    return "; ".join(f"{source.title}, {source.url}" if source.url else source.title for source in found)


def reasons(facts: Facts, judgement: Judgement, verdict: Architecture, framework: Framework) -> tuple[Reason, ...]:
    """What speaks for this verdict: one reason for each known fact of each row that holds and argues for it.

    Lens by lens, and first what the smaller architectures do not deliver.
    """
    return _reasons(facts, judgement, verdict, framework, speak_for=True)


def besides(facts: Facts, judgement: Judgement, verdict: Architecture, framework: Framework) -> tuple[Reason, ...]:
    """What was asked for as well and speaks for another architecture, told in the same way."""
    return _reasons(facts, judgement, verdict, framework, speak_for=False)


def _reasons(
    facts: Facts, judgement: Judgement, verdict: Architecture, framework: Framework, *, speak_for: bool
) -> tuple[Reason, ...]:
    carried = mask(ORDER[: ORDER.index(verdict)])
    missing, demands = misses(framework), demands_of(framework)

    def place(row: DemandRow) -> tuple[bool, int, bool]:
        carries = bool(missing[row.demand] & carried)
        return not carries, _LENSES.index(demands[row.demand].lens), row.strength is Strength.SHOULD

    rows = [row for row in judgement.demand_rows if argues_for(row, verdict, framework) is speak_for]
    return tuple(reason for row in sorted(rows, key=place) for reason in _told(row, facts, framework))


def argues_for(row: DemandRow, verdict: Architecture, framework: Framework) -> bool:
    """Whether a row that holds is an argument for this verdict: it delivers the demand, and the claim suits it."""
    return verdict not in row.against and not misses(framework)[row.demand] >> ORDER.index(verdict) & 1


def _told(row: DemandRow, facts: Facts, framework: Framework) -> Iterator[Reason]:
    rests_on = grounds(row.when, facts)
    for fact in FACTS:
        if fact in rests_on and (value := facts.value(fact)) is not None:
            yield Reason.model_construct(
                fact=fact,
                value=value,
                lens=framework.by_fact[fact].lens,
                demand=row.demand,
                strength=row.strength,
                claim=row.claim,
                source=cited(framework, row.sources),
                row=row.id,
            )


def rejections(
    judgement: Judgement, verdict: Architecture, framework: Framework, on: date | None = None
) -> tuple[Rejection, ...]:
    """Why each other architecture was not chosen, one sentence each, smallest first."""
    return tuple(_rejected(other, verdict, judgement, framework, on) for other in ORDER if other is not verdict)


def _rejected(
    other: Architecture, verdict: Architecture, judgement: Judgement, framework: Framework, on: date | None
) -> Rejection:
    missed = missed_by(other, judgement, framework)
    shut = [gate for gate in judgement.shut if other in gate.architectures]
    if missed and (shut or missed[0] in judgement.musts):
        because = deliveries_of(framework)[missed[0], other].claim
        if shut and shut[0].lacking:
            because = f"{because[:-1]}, and {shut[0].lacking}."
    else:
        waits = [*shut, *(gate for gate in judgement.unmet if gate.to_run and other in gate.architectures)]
        because = _why_not(other, verdict, missed, judgement, framework)
        if waits and because != BIGGER_THAN_NEEDED and (shut or because.startswith(_MORE)):
            because = waits[0].claim_on(on)
    return Rejection.model_construct(
        verdict=other, because=because, missed=missed, gates=tuple(gate.id for gate in shut)
    )


def _why_not(
    other: Architecture, verdict: Architecture, missed: tuple[str, ...], judgement: Judgement, framework: Framework
) -> str:
    """Why one that passes the bar as far as is known was not chosen: what it gives less, or nothing more."""
    degrees, raised = deliveries_of(framework), raised_by(judgement)
    reach = {
        demand: _REACH[degrees[demand, other].degree] - _REACH[degrees[demand, verdict].degree]
        for demand in demands_of(framework)
        if demand in raised
    }
    gained = [demand for demand, further in reach.items() if further > 0]
    more = lower_first(demands_of(framework)[gained[0]].label) if gained else ""
    less = next((demand for demand in (*missed, *reach) if reach[demand] < 0), None)
    if less is not None:
        claim = degrees[less, other].claim
        return MORE_AND_LESS.format(more=more, less=lower_first(claim)) if more else claim
    if more:
        return (FULLER if judgement.musts.issuperset(gained) else MORE_LATER).format(more=more)
    return BIGGER_THAN_NEEDED if ORDER.index(other) > ORDER.index(verdict) else NEVER_ENOUGH


def raised_by(judgement: Judgement) -> frozenset[str]:
    """The demands that the facts raise, as musts or as shoulds."""
    return frozenset(row.demand for row in judgement.demand_rows)


def missed_by(architecture: Architecture, judgement: Judgement, framework: Framework) -> tuple[str, ...]:
    """Ids of the raised demands that it does not deliver: musts first, each in the order of the lenses."""
    missing, place = misses(framework), ORDER.index(architecture)
    musts, raised = judgement.musts, raised_by(judgement)
    found = [demand.id for demand in framework.demands if demand.id in raised and missing[demand.id] >> place & 1]
    return tuple(sorted(found, key=lambda demand: demand not in musts))


def gates(judgement: Judgement, verdict: Architecture, on: date | None = None) -> tuple[Gate, ...]:
    """The unmet prerequisites that matter: those that rule out, and those that come first for this verdict.

    A dated one says what is true on this day.
    """
    return tuple(
        Gate.model_construct(id=gate.id, claim=gate.claim_on(on), blocks=gate.architectures, effect=gate.effect)
        for gate in judgement.unmet
        if gate.effect is Effect.RULES_OUT or verdict in gate.architectures
    )


def gaps(judgement: Judgement, verdict: Architecture, framework: Framework) -> tuple[str, ...]:
    """What the closest architecture misses: ids of the musts it does not deliver and of the gates that are shut."""
    musts = judgement.musts
    undelivered = (demand for demand in missed_by(verdict, judgement, framework) if demand in musts)
    return (*undelivered, *(gate.id for gate in judgement.shut if verdict in gate.architectures))
