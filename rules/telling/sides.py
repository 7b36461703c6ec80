"""Architectures side by side on this team's demands; what a word means; what a cost is."""

from collections.abc import Iterator
from typing import cast

from rules.casing import lower_first, upper_first
from rules.catalog.architectures import MEANINGS
from rules.catalog.glossary import GLOSSARY, glossary_source
from rules.defence import deliveries_of, demands_of
from rules.framework import Architecture, Degree, Effect
from rules.hearing import Asked
from rules.roadmap_plan import plan
from rules.telling.values import Background, Told
from rules.telling.wording import NOTHING, cited, listed, name
from rules.verdict import Verdict

_WORDS = {Degree.FULLY: "fully", Degree.PARTLY: "partly", Degree.NOT: "not"}


def compare(asked: Asked, background: Background) -> Told:
    """These architectures on what this team asks for: how far each delivers, and what stands in its way."""
    named = cast("tuple[str, ...]", asked.slots["architectures"])
    wanted = [Architecture(one) for one in named] or list(Architecture)
    verdict = background.verdict
    known = demands_of(background.framework)  # a verdict of earlier rules may rest on demands that these do not have
    raised = list(dict.fromkeys(reason.demand for reason in verdict.reasons if reason.demand in known))
    is_open = background.is_undecided or background.open_fact is not None
    first = f"{'So far the verdict would be' if is_open else 'The verdict is'} {name(verdict.verdict)}."
    if not raised:
        is_none = not background.facts.known()
        says = (
            (f"{NOTHING}, so none is ahead.",)
            if is_none
            else (first, "No answer so far asks for more than the smallest.")
        )
        return Told(asked, says, tuple(f"{upper_first(name(one))}: {MEANINGS[one]}" for one in wanted))
    told = [f"{upper_first(name(one))}: {_delivered(background, one, raised)}{_but(verdict, one)}." for one in wanted]
    shut = {gate.claim for gate in verdict.gates if set(gate.blocks) & set(wanted)}
    short = told if len(told) <= 2 else told[:0]
    more = [*(() if short else told), *_claims(background, wanted, raised), *sorted(shut)]
    return Told(asked, (first, *short) if short else (first, *told[:2], "The other three stand below."), tuple(more))


def _but(verdict: Verdict, architecture: Architecture) -> str:
    """That it is ruled out today, and why: what it delivers alone would let it look better than the verdict."""
    if architecture is verdict.verdict:
        return ""
    out = [gate.claim for gate in verdict.gates if gate.effect is Effect.RULES_OUT and architecture in gate.blocks]
    return f"; but not possible today: {lower_first(out[0].partition(';')[0]).rstrip('.')}" if out else ""


def _delivered(background: Background, architecture: Architecture, raised: list[str]) -> str:
    rows, demands = deliveries_of(background.framework), demands_of(background.framework)
    by_degree: dict[Degree, list[str]] = {}
    for demand in raised:
        by_degree.setdefault(rows[demand, architecture].degree, []).append(lower_first(demands[demand].label))
    return "; ".join(f"{_WORDS[degree]} {listed(by_degree[degree])}" for degree in Degree if degree in by_degree)


def _claims(background: Background, wanted: list[Architecture], raised: list[str]) -> Iterator[str]:
    rows = deliveries_of(background.framework)
    for demand in raised:
        degrees = {rows[demand, one].degree for one in wanted}
        if len(degrees) > 1:
            yield from (f"{upper_first(name(one))}: {rows[demand, one].claim}" for one in wanted)


def glossary(asked: Asked, background: Background) -> Told:
    """What the word means, an example, what it matters for, and where it comes from."""
    entry = GLOSSARY[str(asked.slots["term"])]
    topics = [
        lower_first(background.framework.by_fact[one].topic)
        for one in entry.matters
        if one in background.framework.by_fact
    ]
    names = [name(one) for one in entry.matters if one in {str(each) for each in Architecture}]
    matters = listed([*topics, *names])
    sources = [glossary_source(source) for source in entry.sources]
    named = "; ".join(f"{source.title}, {source.url}" if source.url else source.title for source in sources)
    example, counts = f"For example: {entry.example}", f"It matters for {matters}."
    beside = {"example": (example, *_tasks(entry.term, background)), "matters": (counts,)}
    more = (example, counts, f"Source: {cited(named)}.")
    return Told(asked, (entry.says, *beside.get(str(asked.slots.get("more")), ())), more)


def _tasks(term: str, background: Background) -> Iterator[str]:
    """The golden tasks that the rulebook would suggest to this team."""
    tasks = plan(background.verdict, background.facts).golden_tasks if term == "golden task" else ()
    if tasks:
        yield f"For your feature I would suggest: {'; '.join(lower_first(each) for each in tasks[:3])}."
