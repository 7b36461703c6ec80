"""Why this architecture, why not another, how sure it is, who else did it."""

from rules.casing import lower_first, upper_first
from rules.defence import demands_of
from rules.framework import Architecture, Strength
from rules.hearing import Asked
from rules.telling.hundredths import ways
from rules.telling.values import Background, Told
from rules.telling.wording import NONE_PASSES, NOTHING, cited, listed, name
from rules.verdict import Reason, Verdict

_SHORT = 2
"""Reasons in the short answer."""


def why(asked: Asked, background: Background) -> Told:
    """The reasons that carried the verdict, the heaviest first."""
    verdict = background.verdict
    if not background.facts.known():
        return Told(asked, (f"{NOTHING}, so there is nothing to decide on.",))
    rows, chosen = _rows(verdict.reasons), upper_first(name(verdict.verdict))
    if not rows:
        says = f"{chosen}: the smallest there is, and no answer so far asks for more."
        return Told(asked, (says,))
    musts = _labels(background, [row for row in rows if row.strength is Strength.MUST])
    first = (
        f"{chosen}: the smallest that gives you {listed(lower_first(one) for one in musts)}."
        if musts and verdict.passes
        else f"{chosen}: {'the smallest that fits' if verdict.passes else 'what comes closest'}."
    )
    told = [row.claim for row in rows]
    more = [f"{row.claim} ({cited(row.source)})" for row in rows]
    return Told(asked, (first, *told[:_SHORT]), tuple(more))


def verdict(asked: Asked, background: Background) -> Told:
    """The verdict in few words: a sentence to repeat, whether it passes, how sure it is, what has come of it."""
    fails = () if background.verdict.passes else ("No architecture passes your whole bar yet.",)
    return Told(asked, (_to_repeat(asked, background), *fails, how_sure(asked, background).says[0], *background.stands))


def _to_repeat(asked: Asked, background: Background) -> str:
    """The verdict as one sentence that can be passed on: "Use retrieval (RAG): it is the smallest that ..."."""
    verdict, said = background.verdict, why(asked, background).says[0]
    is_advice = verdict.passes and verdict.is_leading and background.facts.known() and not background.is_undecided
    if not is_advice:
        return said
    use = "Use" if verdict.decided else "For now, use"
    return f"{use} {name(verdict.verdict)}: it is{said.partition(':')[2]}"


def _rows(reasons: tuple[Reason, ...]) -> list[Reason]:
    return list({reason.row: reason for reason in reversed(reasons)}.values())[::-1]


def _labels(background: Background, reasons: list[Reason]) -> list[str]:
    """Their demands' names; a verdict of earlier rules may rest on demands that are gone, which have none."""
    demands = demands_of(background.framework)
    return list(dict.fromkeys(demands[one.demand].label for one in reasons if one.demand in demands))[:3]


def why_not(asked: Asked, background: Background) -> Told:
    """What the other one misses or fails."""
    wanted, verdict = Architecture(str(asked.slots["architecture"])), background.verdict
    if not background.facts.known():
        return Told(asked, (f"{NOTHING}, so nothing speaks for or against {name(wanted)}.",))
    rejection = next((one for one in verdict.rejected if one.verdict is wanted), None)
    if rejection is None:
        chosen = why(asked, background)
        is_open = background.is_undecided or background.open_fact is not None
        is_what = "what your answers lead to so far" if is_open else "what was chosen"
        first = f"{upper_first(name(wanted))}: that is {is_what if verdict.passes else 'what comes closest'}."
        return Told(asked, (first, *chosen.says), chosen.more)
    demands = demands_of(background.framework)
    missed = [demands[one].label for one in rejection.missed if one in demands]
    claims = {row.id: row.claim for row in background.framework.prerequisite_rows}
    gates = (claims[gate] for gate in rejection.gates if gate in claims)
    lacking = [claim for claim in gates if claim != rejection.because]
    says = [f"Not {name(wanted)}: {lower_first(rejection.because)}"]
    if missed:
        says.append(f"It would not give you {listed(lower_first(one) for one in missed[:3])}.")
    says += lacking[:1]
    raising = [row for row in _rows(verdict.reasons) if row.demand in rejection.missed]
    more = [*lacking[1:], *(f"{row.claim} ({cited(row.source)})" for row in raising)]
    return Told(asked, tuple(says), tuple(more))


def how_sure(asked: Asked, background: Background) -> Told:
    """Whether an open answer can still change it, and what the shares are."""
    verdict = background.verdict
    known = background.facts.known()
    still_open = [fact for fact in background.framework.by_fact if fact not in known]
    if verdict.decided:
        rest = f" {len(still_open)} are still open." if still_open else ""
        return Told(asked, (f"Settled: no answer that is still open can change {name(verdict.verdict)}.{rest}",))
    if asked.intent in background.told_before:
        return _as_before(asked, background, len(still_open))
    says = [f"{_ways(background, len(still_open))}."]
    if verdict.next_question:
        says.append(
            f"What would settle most: {lower_first(background.framework.by_fact[verdict.next_question].topic)}."
        )
    return Told(asked, tuple(says))


def _as_before(asked: Asked, background: Background, still_open: int) -> Told:
    """The same once more: the verdict's own share, and the question that would settle most."""
    verdict = background.verdict
    here, _, _ = ways(verdict.confidence or 0, _led(verdict), most=len(verdict.alternatives))
    most = background.framework.by_fact[verdict.next_question].topic if verdict.next_question else ""
    settles = f" Answer “{most}” first." if most else ""
    first = f"As before: {here} of 100 ways lead to {name(verdict.verdict)}.{settles}"
    return Told(asked, (first,), (f"{_ways(background, still_open)}.",))


def _led(verdict: Verdict) -> list[tuple[Architecture | None, float]]:
    """The other outcomes with their shares, the likeliest first."""
    return [(one.verdict, one.share) for one in sorted(verdict.alternatives, key=lambda one: -one.share)]


def _ways(background: Background, still_open: int) -> str:
    """How many of 100 ways lead to every outcome, the likeliest first, in the numbers that the thread has."""
    verdict = background.verdict
    led, own = _led(verdict), verdict.confidence or 0
    here, others, _ = ways(own, led, most=len(led))
    before = sum(share > own for _, share in led)
    ends = [*others[:before], (here, verdict.verdict), *others[before:]]
    (first, to), *told = [(share, name(outcome) if outcome else NONE_PASSES) for share, outcome in ends]
    unsure, open_ones = len(background.unsure), "open question" if still_open == 1 else f"{still_open} open questions"
    if unsure:
        open_ones = "“not sure” one" if unsure == 1 else f"{unsure} “not sure” ones"
    rest = listed(f"{share} to {outcome}" for share, outcome in told)
    return upper_first(f"{first} of 100 ways to answer the {open_ones} lead to {to}{f', {rest}' if told else ''}")


def precedents(asked: Asked, background: Background) -> Told:
    """The published cases that resemble these answers most."""
    near = background.verdict.precedents
    if not near:
        return Told(asked, ("No published case in the rulebook is near enough to these answers to be of use.",))
    first, *rest = near
    happened = lower_first(first.happened) or f"it chose {name(first.verdict)}."
    says = [f"Nearest is “{first.title}”: {happened} {first.url}"]
    if rest:
        says.append(f"Also near: {listed(f'“{one.title}” ({name(one.verdict)})' for one in rest)}.")
    return Told(asked, tuple(says), tuple(f"{one.title}: {one.happened} {one.url}" for one in rest))
