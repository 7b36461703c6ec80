"""One sentence of the rulebook, one demand on one architecture, and the verdicts of before, each in a few lines."""

from collections.abc import Iterator, Sequence

from rules.casing import lower_first, upper_first
from rules.conditions import grounds
from rules.defence import cited as sources_of
from rules.defence import deliveries_of, demands_of
from rules.framework import Architecture, Degree, DemandRow, Effect, PrerequisiteRow, Strength
from rules.hearing import Asked
from rules.telling.reasons import why_not
from rules.telling.values import Background, Moved, Past, Told
from rules.telling.wording import cited, in_words, listed, name, topic

_GIVES = {Degree.FULLY: "gives you", Degree.PARTLY: "only in part gives you", Degree.NOT: "does not give you"}
_GIVE = {Degree.FULLY: "give you", Degree.PARTLY: "only in part give you", Degree.NOT: "do not give you"}
"""The same of several: "live tools give you"."""
_TIMES = {1: "once", 2: "twice"}
_MOVES = 4
"""So many changes of the verdict are told with their reasons, the last ones."""


def row(asked: Asked, background: Background) -> Told:
    """What a sentence of the rulebook means here: the answers that it rests on, what it asks for, where it is from."""
    framework, wanted = background.framework, str(asked.slots["row"])
    demanding = next((one for one in framework.demand_rows if one.id == wanted), None)
    if demanding is not None:
        return _demanding(asked, demanding, background)
    found = next(one for one in framework.prerequisite_rows if one.id == wanted)
    return _presupposing(asked, found, background)


def _demanding(asked: Asked, found: DemandRow, background: Background) -> Told:
    framework, facts = background.framework, background.facts
    demand, deliveries = demands_of(framework)[found.demand], deliveries_of(framework)
    short = [one for one in Architecture if deliveries[found.demand, one].degree is Degree.NOT]
    holds = found.when.holds(facts)
    rests = _answers(background, grounds(found.when, facts)) if holds else ""
    first = f"It follows from what you answered: {rests}." if rests else "None of your answers asks for that so far."
    must = " That is a must." if holds and found.strength is Strength.MUST else " That is a wish." if holds else ""
    says = [first, f"So you need {lower_first(demand.label)}: {lower_first(demand.meaning)}{must}"]
    if not holds:
        says[1] = f"It would ask for {lower_first(demand.label)}: {lower_first(demand.meaning)}"
    if short:
        claim = deliveries[found.demand, short[0]].claim
        others = f" Nor {_does(short[1:])} {listed(map(name, short[1:]))}." if short[1:] else ""
        says.append(f"{upper_first(name(short[0]))} {_does(short[:1])} not give you that: {lower_first(claim)}{others}")
    says.append(f"Source: {cited(sources_of(framework, found.sources))}.")
    return Told(asked, tuple(says))


def _does(others: Sequence[Architecture]) -> str:
    return "does" if len(others) == 1 and others[0] is not Architecture.TOOLS else "do"


def _presupposing(asked: Asked, found: PrerequisiteRow, background: Background) -> Told:
    framework, facts = background.framework, background.facts
    names = listed(map(name, found.architectures))
    is_lacking = any(gate.id == found.id for gate in background.verdict.gates)
    does = "rules it out today" if found.effect is Effect.RULES_OUT else "has to come first"
    rests = _answers(background, grounds(found.needs, facts))
    because = f": {rests}" if rests else ""
    first = (
        f"It is about {names}, and it {does}{because}." if is_lacking else f"It is about {names}, and is met{because}."
    )
    return Told(asked, (first, f"Source: {cited(sources_of(framework, found.sources))}."))


def _answers(background: Background, names: Sequence[str] | frozenset[str]) -> str:
    """The answers under their questions' names: "“Speed of answers” is “within a second”"."""
    known, framework = background.facts.known(), background.framework
    told = [
        f"“{topic(framework, fact)}” is “{in_words(framework, fact, known[fact])}”" for fact in known if fact in names
    ]
    return listed(told) if told else ""


def delivers(asked: Asked, background: Background) -> Told:
    """How far one architecture gives one thing that can be demanded, whether that is asked for, and what gives it."""
    framework, demands = background.framework, demands_of(background.framework)
    wanted = Architecture(str(asked.slots["architecture"]) or background.verdict.verdict)
    demand = demands[str(asked.slots["demand"])]
    rows = deliveries_of(framework)
    found = rows[demand.id, wanted]
    fully = [one for one in Architecture if rows[demand.id, one].degree is Degree.FULLY and one is not wanted]
    gives = _GIVE if wanted is Architecture.TOOLS else _GIVES
    says = [f"{upper_first(name(wanted))} {gives[found.degree]} {lower_first(demand.label)}. {found.claim}"]
    if found.degree is not Degree.FULLY and fully:
        says.append(f"{upper_first(listed(map(name, fully)))} would in full.")
    says.append(_asked_for(demand.id, background))
    return Told(asked, (*says, f"Source: {cited(sources_of(framework, found.sources))}."))


def _asked_for(demand: str, background: Background) -> str:
    """Whether the answers ask for it, as a must or a wish, and by which of them."""
    facts = background.facts
    raised = [one for one in background.framework.demand_rows if one.demand == demand and one.when.holds(facts)]
    if not raised:
        stands = facts.known().get("source") if demand == "live_data" else None
        said = in_words(background.framework, "source", stands)
        now = f" “{topic(background.framework, 'source')}” is “{said}”; if that is not so, say it." if stands else ""
        return f"Your answers do not ask for it.{now}"
    first = max(raised, key=lambda one: one.strength is Strength.MUST)
    rests = _answers(background, grounds(first.when, facts))
    kind = "a must" if first.strength is Strength.MUST else "a wish, not a must"
    return f"Your answers ask for it, as {kind}: {rests}." if rests else f"Your answers ask for it, as {kind}."


def history(asked: Asked, background: Background) -> Told:
    """What the verdict was before, how often it moved, and by which answers; what is kept nowhere is not told."""
    past, now = background.past, background.verdict.verdict
    if not past:
        where = "There is no verdict yet, so none that could have changed."
        if not background.has_record:
            where = f"Earlier verdicts are kept in the assessment's thread. On these answers it is {name(now)}."
        return Told(asked, (where,))
    missing = _never(asked, background)
    reopened = tuple(_now(background))
    if len(past) == 1:
        changed = () if reopened else tuple(_since(background, past[0].moved))
        still = "has not changed yet" if reopened else "has not changed"
        first = f"The verdict {still}: {_called(past[0])}, since {past[0].at}."
        return Told(asked, (*missing, first, *changed, *reopened))
    times = _TIMES.get(len(past) - 1, f"{len(past) - 1} times")
    ways = ", then ".join(f"{_called(one)} ({one.at})" for one in past)
    first = f"The verdict changed {times}: first {ways}."
    moves = [_became(background, one) for one in past[1:]]
    return Told(asked, (*missing, first, *moves[-_MOVES:], *reopened))


def _never(asked: Asked, background: Background) -> tuple[str, ...]:
    """What is said first where the verdict never was the architecture that somebody remembers."""
    wanted = str(asked.slots["architecture"])
    if not wanted or any(one.architecture == wanted for one in background.past):
        return ()
    return (
        f"It never was {name(wanted)} here.",
        *why_not(Asked("why_not", {"architecture": wanted}), background).says[:1],
    )


def _called(one: Past) -> str:
    return name(one.architecture) if one.passes else f"{name(one.architecture)} as what comes closest"


def _became(background: Background, one: Past) -> str:
    """Why it became this one: the answers that moved it, and whose they were."""
    if not one.moved:
        return f"{upper_first(_called(one))}: by newer rules, with the same answers."
    return f"It became {_called(one)} because {listed(moves(background, one.moved))}."


def moves(background: Background, moved: Sequence[Moved]) -> Iterator[str]:
    """Each answer that changed: what it was, what it is, and whose it is."""
    framework = background.framework
    for each in moved:
        by = f" (by {each.by})" if each.by else ""
        before, after = (in_words(framework, each.fact, one) for one in (each.before, each.after))
        yield f"“{topic(framework, each.fact)}” went from “{before}” to “{after}”{by}"


def _since(background: Background, moved: Sequence[Moved]) -> Iterator[str]:
    """The answers that changed and left it as it was."""
    if moved:
        yield f"Since then {listed(moves(background, moved))}."


def _now(background: Background) -> Iterator[str]:
    """What the answers come to, while they are being asked for again."""
    last, now = background.past[-1], background.verdict
    if (last.architecture, last.passes) != (now.verdict, now.passes):
        moved = f", because {listed(moves(background, background.pending))}" if background.pending else ""
        yield f"A question is open again: so far it would be {name(now.verdict)}{moved}."
