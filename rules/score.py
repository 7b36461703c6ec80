"""How good the advice is: verdicts against the published cases, beside simple deciders and under cross-validation.

Behind `ftrag score`. Cross-validation removes, for each fold left out, every row that only left-out cases taught
(`taught_by` cites no other), then decides the left-out cases with what remains. Rows that cite no case were written
from the framework or from general publications, and stay.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rules.catalog import FRAMEWORK
from rules.catalog.cases import Case, published_cases
from rules.facts import Facts
from rules.framework import Architecture, DemandRow, Framework, PrerequisiteRow, bind
from rules.judge import chosen, judge
from rules.possibilities import standing

Decider = Callable[[Facts], Architecture]


@dataclass(frozen=True, slots=True)
class Graded:
    """One case, the verdict it was given, and how that compares with what the source found."""

    case: Case
    verdict: Architecture

    @property
    def is_best(self) -> bool:
        """Whether it did best there."""
        return self.verdict in self.case.outcome.best

    @property
    def is_acceptable(self) -> bool:
        """Whether it did best, or well enough."""
        return self.is_best or self.verdict in self.case.outcome.acceptable

    @property
    def is_wrong(self) -> bool:
        """Whether it was measured or reported as worse."""
        return self.verdict in self.case.outcome.wrong


@dataclass(frozen=True, slots=True)
class Score:
    """All cases, graded."""

    graded: tuple[Graded, ...]

    @property
    def best(self) -> int:
        """How many verdicts did best there."""
        return sum(one.is_best for one in self.graded)

    @property
    def acceptable(self) -> int:
        """How many did best, or well enough."""
        return sum(one.is_acceptable for one in self.graded)

    @property
    def wrong(self) -> int:
        """How many were measured or reported as worse."""
        return sum(one.is_wrong for one in self.graded)

    @property
    def misses(self) -> tuple[Graded, ...]:
        """Every case whose verdict did not do best there."""
        return tuple(one for one in self.graded if not one.is_best)


def score(cases: Iterable[Case], decider: Decider) -> Score:
    """Let the decider judge each case, and grade it."""
    return Score(tuple(Graded(case, decider(case.facts)) for case in cases))


def by_rules(framework: Framework = FRAMEWORK) -> Decider:
    """The verdict of the rules, as `ftrag decide` gives it."""
    return lambda facts: standing(facts, framework)[0]


def by_rows(framework: Framework) -> Decider:
    """The verdict that the rows give one by one; no diagram, so that many rulebooks can be tried."""
    return lambda facts: chosen(judge(facts, framework), framework)


def cross_validated(cases: Sequence[Case], folds: int, framework: Framework = FRAMEWORK) -> Score:
    """Each fold judged by the rows that other cases, the framework or general publications taught."""
    graded: list[Graded] = []
    for fold in range(folds):
        left_out = cases[fold::folds]
        remaining = untaught(framework, frozenset(case.id for case in left_out))
        graded += score(left_out, by_rows(remaining)).graded
    return Score(tuple(graded))


def untaught(framework: Framework, cases: frozenset[str]) -> Framework:
    """The rulebook without the rows that only these cases taught, and without these cases in the citations."""
    return bind(
        framework.version,
        sources=framework.sources,
        questions=framework.questions,
        demands=framework.demands,
        demand_rows=tuple(
            replace(row, taught_by=_without(row, cases)) for row in framework.demand_rows if not _only(row, cases)
        ),
        delivery_rows=framework.delivery_rows,
        prerequisite_rows=tuple(
            replace(row, taught_by=_without(row, cases)) for row in framework.prerequisite_rows if not _only(row, cases)
        ),
    )


def _only(row: DemandRow | PrerequisiteRow, cases: frozenset[str]) -> bool:
    return bool(row.taught_by) and cases.issuperset(row.taught_by)


def _without(row: DemandRow | PrerequisiteRow, cases: frozenset[str]) -> tuple[str, ...]:
    return tuple(case for case in row.taught_by if case not in cases)


def always_rag(_: Facts) -> Architecture:
    """The fashion of the day."""
    return Architecture.RAG


def by_need(facts: Facts) -> Architecture:
    """Facts by retrieval, behavior by tuning, both by a hybrid."""
    by_value = {"behaviour": Architecture.FINE_TUNE, "both": Architecture.HYBRID}
    return by_value.get(str(facts.value("need")), Architecture.RAG)


def by_tree(facts: Facts) -> Architecture:
    """A ten-line tree on need, source, corpus and examples."""
    has_many = facts.value("examples") in {"thousands", "tens_of_thousands"}
    if facts.value("need") == "behaviour":
        return Architecture.FINE_TUNE if has_many or facts.value("examples") is None else Architecture.PROMPT
    if facts.value("source") == "systems":
        return Architecture.TOOLS
    if facts.value("source") == "model" or facts.value("corpus") == "prompt_sized":
        return Architecture.PROMPT
    return Architecture.HYBRID if facts.value("need") == "both" else Architecture.RAG


def report(framework: Framework = FRAMEWORK) -> str:
    """The whole score as Markdown: the table, the rules by verdict, and every miss with the reasons that led there."""
    cases = published_cases()
    rules = score(cases, by_rules(framework))
    rows = (
        ("always retrieval", score(cases, always_rag)),
        ("need alone", score(cases, by_need)),
        ("a ten-line tree on need, source, corpus, examples", score(cases, by_tree)),
        ("these rules", rules),
        ("these rules, leave-one-out", cross_validated(cases, len(cases), framework)),
        ("these rules, 7 folds", cross_validated(cases, 7, framework)),
    )
    return "\n".join(
        (
            f"# Score on {len(cases)} published cases (rules {framework.version}, {framework.digest})",
            "",
            "| decider | best | best or acceptable | wrong |",
            "|---|---|---|---|",
            *(f"| {name} | {found.best} | {found.acceptable} | {found.wrong} |" for name, found in rows),
            "",
            *_by_verdict(rules),
            "",
            "## Misses",
            "",
            *(_miss(one, framework) for one in rules.misses),
            "",
            "Best: the verdict did best in the source. Wrong: the source measured or reported it as worse.",
            "The cases are few and were chosen by people; the score says how the rules agree with what was published,",
            "not how often they are right for you. Left out: every row that only the left-out cases taught.",
        )
    )


def _by_verdict(found: Score) -> tuple[str, ...]:
    lines = ["| what did best | cases | best | best or acceptable | wrong |", "|---|---|---|---|---|"]
    for verdict in Architecture:
        part = Score(tuple(one for one in found.graded if one.case.outcome.best[0] is verdict))
        lines.append(f"| {verdict} | {len(part.graded)} | {part.best} | {part.acceptable} | {part.wrong} |")
    return tuple(lines)


def _miss(one: Graded, framework: Framework) -> str:
    outcome = one.case.outcome
    judged = judge(one.case.facts, framework)
    claims = [f"{row.id}: {row.claim}" for row in judged.demand_rows]
    shut = [f"{gate.id}: {gate.claim}" for gate in judged.shut]
    grade = "wrong" if one.is_wrong else "acceptable" if one.is_acceptable else "neither"
    told = "; ".join((*claims, *shut)) or "no row asked for more"
    return f"- {one.case.id}: {one.verdict} ({grade}); best there: {', '.join(outcome.best)}. {told}"
