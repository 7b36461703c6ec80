"""The honest table, as Markdown: what `ftrag score` prints of the rules, of simple deciders, and of every row.

Most cases in the package were in view when the rows were written, so their figures flatter. What counts stands first:
figures on cases that nobody who wrote the rows had seen. The cases that were set aside came in after they were scored.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rules.audit_tables import rows_of
from rules.catalog import FRAMEWORK
from rules.catalog.cases import Case, published_cases
from rules.facts import Facts, Value
from rules.framework import Architecture, Framework
from rules.judge import judge
from rules.score import (
    Graded,
    Score,
    always_rag,
    by_need,
    by_rules,
    by_tree,
    cross_validated,
    interval,
    score,
)
from rules.support import lone_rows, support


@dataclass(frozen=True, slots=True)
class Unseen:
    """How a decider did on cases that nobody who wrote it had seen."""

    decider: str
    cases: int
    best: int
    acceptable: int
    wrong: int


UNSEEN: tuple[Unseen, ...] = (
    Unseen("need alone, one large vendor's published rule", 117, 63, 82, 12),
    Unseen("another vendor's published guidance, reconstructed", 117, 68, 87, 17),
    Unseen("an eight-row list", 117, 83, 96, 12),
    Unseen("a random forest with all facts of today", 117, 86, 98, 12),
    Unseen("ftrag 0.1.0", 117, 81, 96, 14),
)
"""Measured once each, on cases that are not in this package."""

KEPT = Unseen("this release, on cases set aside", 40, 30, 36, 2)
"""This release on the 40 cases that were drawn and set aside before a row was touched, scored once."""


def report(framework: Framework = FRAMEWORK) -> str:
    """The whole score: what was unseen, what is in the package, each verdict, each row, and every miss."""
    cases = published_cases()
    rules = score(cases, by_rules(framework))
    return "\n".join(
        (
            f"# Score (rules {framework.version}, {framework.digest})",
            "",
            *_unseen(),
            "",
            f"## On the {len(cases)} published cases in this package",
            "",
            f"{len(cases) - len(set_aside(cases))} of them were in view when the rows were written.",
            "",
            *_table(_deciders(cases, framework)),
            "",
            *_intervals(rules),
            "",
            *_by_verdict(rules),
            "",
            *_rows(cases, framework),
            "",
            *_alike(cases),
            "",
            "## Misses",
            "",
            *(_miss(one, framework) for one in rules.misses),
            "",
            *_MEANING,
        )
    )


def report_on(cases: Sequence[Case], framework: Framework = FRAMEWORK, leave_out: Iterable[str] = ()) -> str:
    """The score of these cases, from outside this package, with some facts left out of every one of them."""
    dropped = tuple(leave_out)
    seen = [case.model_copy(update={"facts": _without(case.facts, dropped)}) for case in cases]
    rules = score(seen, by_rules(framework))
    said = f", without {', '.join(dropped)}" if dropped else ""
    return "\n".join(
        (
            f"# Score on {len(seen)} cases{said} (rules {framework.version}, {framework.digest})",
            "",
            *_table((*_simple(seen), ("these rules", rules))),
            "",
            *_intervals(rules),
            "",
            *_by_verdict(rules),
            "",
            *_alike(seen),
            "",
            "## Misses",
            "",
            *(_miss(one, framework) for one in rules.misses),
            "",
            *_MEANING,
        )
    )


_MEANING = (
    "Best: the verdict did best in the source. Wrong: the source measured or reported it as worse.",
    "The cases are few and were chosen by people; the score says how the rules agree with what was published,",
    "not how often they are right for you.",
)


def _without(facts: Facts, dropped: Sequence[str]) -> Facts:
    return Facts.model_validate({fact: value for fact, value in facts.known().items() if fact not in dropped})


def _simple(cases: Sequence[Case]) -> tuple[tuple[str, Score], ...]:
    return (
        ("always retrieval", score(cases, always_rag)),
        ("need alone", score(cases, by_need)),
        ("a ten-line tree on need, source, corpus, examples", score(cases, by_tree)),
    )


def _deciders(cases: tuple[Case, ...], framework: Framework) -> Iterator[tuple[str, Score]]:
    yield from _simple(cases)
    yield "these rules", score(cases, by_rules(framework))
    no_ops = [case.model_copy(update={"facts": _without(case.facts, ("ops",))}) for case in cases]
    yield "these rules, without what the team can run", score(no_ops, by_rules(framework))
    yield "these rules, one source left out at a time", cross_validated(cases, framework)
    yield "these rules, on those that had been set aside", score(set_aside(cases), by_rules(framework))


def set_aside(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases that nobody who wrote the rows had seen when they were scored first."""
    return tuple(case for case in cases if case.was_set_aside)


def _table(rows: Iterable[tuple[str, Score]]) -> Iterator[str]:
    yield "| decider | best | best or acceptable | wrong |"
    yield "|---|---|---|---|"
    yield from (f"| {name} | {found.best} | {found.acceptable} | {found.wrong} |" for name, found in rows)


def _unseen() -> Iterator[str]:
    yield "## On cases that nobody who wrote the rows had seen"
    yield ""
    yield "| decider | cases | best | best or acceptable | wrong |"
    yield "|---|---|---|---|---|"
    for each in (*UNSEEN, KEPT):
        yield f"| {each.decider} | {each.cases} | {each.best} | {each.acceptable} | {each.wrong} |"


def _intervals(found: Score) -> Iterator[str]:
    yield "95 of 100 draws of the sources, with repeats, lie between:"
    yield ""
    for name, counts in (
        ("best", lambda one: one.is_best),
        ("best or acceptable", lambda one: one.is_acceptable),
        ("wrong", lambda one: one.is_wrong),
    ):
        low, high = interval(found, counts)
        yield f"- {name}: {low:.0%} and {high:.0%}"


def _by_verdict(found: Score) -> Iterator[str]:
    yield "| what did best | cases | best | best or acceptable | wrong |"
    yield "|---|---|---|---|---|"
    for verdict in Architecture:
        part = Score(tuple(one for one in found.graded if one.case.outcome.best[0] is verdict))
        yield f"| {verdict} | {len(part.graded)} | {part.best} | {part.acceptable} | {part.wrong} |"


def _rows(cases: tuple[Case, ...], framework: Framework) -> Iterator[str]:
    changed, alone = support(framework, cases), lone_rows(framework, cases)
    yield "## What each row changes, on these cases as they are or with one fact left out"
    yield ""
    for row in rows_of(framework):
        ids = ", ".join(sorted(changed[row.id])) or "none: other rows decide the same, or no case comes by"
        yield f"- `{row.id}`: {len(changed[row.id])}{' (alone: a defect)' if row.id in alone else ''}. {ids}"


def alike(cases: Iterable[Case]) -> tuple[tuple[Case, ...], ...]:
    """The cases whose facts are equal and whose winners differ: no decider can be right on all of them."""
    found: dict[tuple[tuple[str, Value], ...], list[Case]] = {}
    for case in cases:
        found.setdefault(tuple(case.facts.known().items()), []).append(case)
    together = [tuple(group) for group in found.values()]
    return tuple(group for group in together if not set.intersection(*(set(case.outcome.best) for case in group)))


def _alike(cases: Sequence[Case]) -> Iterator[str]:
    yield "## Equal facts, different winners"
    yield ""
    groups = alike(cases)
    for group in groups:
        yield "- " + "; ".join(f"{case.id}: {', '.join(case.outcome.best)}" for case in group)
    if not groups:
        yield "None here."


def _miss(one: Graded, framework: Framework) -> str:
    outcome = one.case.outcome
    judged = judge(one.case.facts, framework)
    claims = [f"{row.id}: {row.claim}" for row in judged.demand_rows]
    shut = [f"{gate.id}: {gate.claim}" for gate in judged.shut]
    grade = "wrong" if one.is_wrong else "acceptable" if one.is_acceptable else "neither"
    told = "; ".join((*claims, *shut)) or "no row asked for more"
    return f"- {one.case.id}: {one.verdict} ({grade}); best there: {', '.join(outcome.best)}. {told}"
