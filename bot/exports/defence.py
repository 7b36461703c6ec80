"""A verdict in the words of a record: drivers with their sources numbered, options with pros and cons, gates, flips."""

import re
from collections.abc import Iterable
from typing import Any

from bot.exports.values import (
    DriverLine,
    FlipLine,
    GateLine,
    OptionLine,
    PrecedentLine,
    SourceLine,
)
from bot.views.architecture import LENS, MEANS, USE
from bot.views.verdict import lead, where
from rules.casing import lower_first
from rules.facts import Facts, Value
from rules.framework import Architecture, Degree, Effect, Framework, Lens, Strength, lens_of
from rules.verdict import Reason, Rejection, Verdict
from storage.records import Decision

_SOURCE = re.compile(r"(?P<words>.*?),?\s*(?P<url>https?://\S+)?", re.DOTALL)
_LENSES = tuple(Lens)


def in_words(fact: str, value: Value, framework: Framework) -> str:
    """An answer as it reads in a sentence; empty for one that is not known."""
    said = {option.value: option.said for option in framework.by_fact[fact].options}
    values = (value,) if isinstance(value, str) else value or ()
    return ", ".join(said.get(one, one) for one in values)


def defence(decision: Decision, framework: Framework) -> dict[str, Any]:
    """The fields of a record that defend its verdict."""
    verdict = decision.verdict
    sources = tuple(dict.fromkeys(one for reason in _raised(verdict) for one in _sources(reason.source)))
    return {
        "verdict": USE[verdict.verdict],
        "verdict_meaning": MEANS[verdict.verdict],
        "passes": verdict.passes,
        "is_settled": verdict.decided,
        "is_likely": verdict.is_likely,
        "is_leading": verdict.is_leading,
        "because": _why_this_one(verdict, framework),
        "sureness": _sureness(verdict),
        "drivers": tuple(_drivers(verdict, sources, framework)),
        "sources": sources,
        "options": tuple(_options(verdict, framework)),
        "gates": tuple(
            GateLine(
                claim=gate.claim,
                rules_out=tuple(USE[one] for one in gate.blocks) if gate.effect is Effect.RULES_OUT else (),
            )
            for gate in verdict.gates
        ),
        "flips": tuple(_flips(verdict, decision.facts, framework)),
        "precedents": tuple(
            PrecedentLine(title=p.title, url=p.url, happened=p.happened, contradicts=p.contradicts)
            for p in verdict.precedents
        ),
        "rules_version": verdict.rules_version,
        "rules_digest": verdict.rules_digest,
    }


def _sureness(verdict: Verdict) -> str:
    if verdict.decided:
        return "Settled: no answer that is still open can change it."
    if verdict.confidence is None:
        return "Not settled: some answers are still open."
    led = [(where(one.verdict), one.share) for one in sorted(verdict.alternatives, key=lambda one: -one.share)]
    own = "here" if verdict.is_leading else where(verdict.verdict if verdict.passes else None)
    return f"{lead((own, verdict.confidence), led, 'the open questions')}."


def _why_this_one(verdict: Verdict, framework: Framework) -> str:
    """After "it": the smallest that will do, or a larger one that adds what is wanted."""
    sizes, musts = list(Architecture), verdict.musts
    smaller = [one for one in verdict.rejected if sizes.index(one.verdict) < sizes.index(verdict.verdict)]
    if any(not (musts & set(one.missed) or one.gates) for one in smaller):
        return "passes all that the team must have, and gives more of what it wants beyond that than a smaller one"
    partly = _in_part(verdict, framework)
    if partly:
        return (
            f"is the smallest architecture that passes all that the team must have, in part only: {', '.join(partly)}"
        )
    return "is the smallest architecture that delivers everything that the team must have"


def _in_part(verdict: Verdict, framework: Framework) -> list[str]:
    """Labels of the musts that the verdict delivers in part."""
    musts = {reason.demand for reason in verdict.reasons if reason.strength is Strength.MUST}
    partly = {
        row.demand
        for row in framework.delivery_rows
        if row.architecture is verdict.verdict and row.degree is Degree.PARTLY
    }
    return [demand.label.lower() for demand in framework.demands if demand.id in musts & partly]


def _raised(verdict: Verdict) -> tuple[Reason, ...]:
    """Every demand that was raised, whatever it speaks for."""
    return (*verdict.reasons, *verdict.besides)


def _sources(said: str) -> Iterable[SourceLine]:
    """The sources of a row, one by one: "words, address; words, address"."""
    for part in filter(None, (part.strip() for part in said.split("; "))):
        found = _SOURCE.fullmatch(part)
        yield SourceLine(words=found["words"] or part, url=found["url"] or "") if found else SourceLine(words=part)


def _drivers(verdict: Verdict, sources: tuple[SourceLine, ...], framework: Framework) -> list[DriverLine]:
    """One line a row, the musts first; a row that several answers raised names them all."""
    by_row: dict[str, list[Reason]] = {}
    for reason in _raised(verdict):
        by_row.setdefault(reason.row, []).append(reason)
    musts = verdict.musts  # a row that wishes for what another one requires is told as required
    rows = sorted(by_row.values(), key=lambda row: (row[0].demand not in musts, _LENSES.index(row[0].lens)))
    return [
        DriverLine(
            lens=LENS[lens] if (lens := lens_of([one.fact for one in row], framework)) else "",
            claim=row[0].claim,
            is_must=row[0].demand in musts,
            is_for_it=row[0] in verdict.reasons,
            because=tuple(_given(one, framework) for one in row if one.fact in framework.by_fact),
            sources=tuple(sources.index(one) + 1 for one in _sources(row[0].source)),
        )
        for row in rows
    ]


def _given(reason: Reason, framework: Framework) -> str:
    return f"{framework.by_fact[reason.fact].topic}: {in_words(reason.fact, reason.value, framework)}"


def _options(verdict: Verdict, framework: Framework) -> Iterable[OptionLine]:
    because = {rejection.verdict: rejection for rejection in verdict.rejected}
    for architecture in Architecture:
        is_chosen = architecture is verdict.verdict
        why_not = "" if is_chosen else _because(because.get(architecture))
        yield OptionLine(
            name=USE[architecture],
            meaning=MEANS[architecture],
            because=why_not,
            is_chosen=is_chosen,
            pros=_claims(verdict, architecture, Degree.FULLY, framework),
            halves=_claims(verdict, architecture, Degree.PARTLY, framework),
            cons=tuple(
                claim for claim in _claims(verdict, architecture, Degree.NOT, framework) if not _is_in(claim, why_not)
            ),
        )


def _because(rejection: Rejection | None) -> str:
    return rejection.because if rejection else ""


def _is_in(claim: str, why_not: str) -> bool:
    """Whether the sentence before has said it already."""
    return claim.rstrip(".").lower() in why_not.lower()


def _claims(verdict: Verdict, architecture: Architecture, degree: Degree, framework: Framework) -> tuple[str, ...]:
    """How far it delivers what was asked for, after "because": "it reads the current documents when someone asks"."""
    raised = {reason.demand for reason in _raised(verdict)}
    claims = [
        row.claim
        for row in framework.delivery_rows
        if row.demand in raised and row.architecture is architecture and row.degree is degree
    ]
    return tuple(lower_first(claim) for claim in dict.fromkeys(claims))


def _flips(verdict: Verdict, facts: Facts, framework: Framework) -> Iterable[FlipLine]:
    for flip in verdict.flips:
        changes = [_changed(fact, value, facts, framework) for fact, value in flip.change.items()]
        yield FlipLine(change="; and ".join(changes), verdict=USE[flip.verdict], passes=flip.passes)


def _changed(fact: str, value: Value, facts: Facts, framework: Framework) -> str:
    now = in_words(fact, getattr(facts, fact, None), framework)
    then = in_words(fact, value, framework) or "not known"
    return f"{framework.by_fact[fact].topic}: “{then}”{f' instead of “{now}”' if now else ''}"
