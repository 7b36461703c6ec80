"""What today's rules say of a decision that was made under earlier ones: another verdict, and by which row.

A decision keeps the verdict that it was given. Where today's rules give another one on the same answers, the next
review says so. The row it names is one that was not told then and without which today's rules would give the old
verdict; else one that was told then and holds no more; else what speaks for today's verdict most.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from rules.catalog import FRAMEWORK
from rules.catalog.architectures import NAMES, agreeing
from rules.catalog.retired import RETIRED
from rules.defence import argues_for
from rules.facts import Facts
from rules.framework import Architecture, DemandRow, Framework, PrerequisiteRow
from rules.judge import Judgement, chosen, judge
from rules.possibilities import standing
from rules.verdict import Verdict

Row = DemandRow | PrerequisiteRow


class Again(NamedTuple):
    """Today's verdict on the answers of an earlier decision, where it is another one."""

    verdict: Architecture
    passes: bool
    row: str
    """The id of the row that makes the difference; empty where no row speaks for today's verdict."""
    says: str
    """All of it in one sentence."""


class _Grounds(NamedTuple):
    """The row that makes the difference, and what it says."""

    row: str
    claim: str
    is_gone: bool = False


def decide_again(made: Verdict, facts: Facts, framework: Framework = FRAMEWORK) -> Again | None:
    """What today's rules give on the answers of an earlier decision; None where they give the same."""
    if (made.rules_version, made.rules_digest) == (framework.version, framework.digest):
        return None
    verdict, passes = standing(facts, framework)
    if (verdict, passes) == (made.verdict, made.passes):
        return None
    grounds = next(_grounds(made, verdict, facts, framework), _Grounds("", ""))
    today = f"{framework.version}, {framework.digest}" if made.rules_version == framework.version else framework.version
    says = (
        f"The decision stands; it was made under rules {made.rules_version}, and today's rules ({today}) "
        f"{_given(verdict, passes=passes, passed=made.passes)} on the same answers{_because(grounds)}"
    )
    return Again(verdict, passes, grounds.row, says)


def _given(verdict: Architecture, *, passes: bool, passed: bool) -> str:
    if not passes:
        comes = agreeing(verdict, "comes", "come")
        return f"find that nothing passes, and that {NAMES[verdict]} {comes} closest,"
    return f"give {NAMES[verdict]}" if passed else f"let {NAMES[verdict]} pass"


def _because(grounds: _Grounds) -> str:
    if not grounds.row:
        return "."
    holds = "because the row {row} holds no more" if grounds.is_gone else "by the row {row}"
    return f", {holds.format(row=grounds.row)}: “{grounds.claim}”"


def _grounds(made: Verdict, verdict: Architecture, facts: Facts, framework: Framework) -> Iterator[_Grounds]:
    """What may make the difference, the likeliest first."""
    judgement = judge(facts, framework)
    holding: list[Row] = [*judgement.unmet, *judgement.demand_rows]
    told = _told(made)
    turning = [row for row in holding if _without(row, facts, framework) == (made.verdict, made.passes)]
    speaking = _speaking(judgement, verdict, framework)
    yield from (_Grounds(row.id, row.claim) for row in turning if row.id not in told)
    yield from _gone(made, verdict, {row.id for row in holding})
    yield from (_Grounds(row.id, row.claim) for row in (*turning, *speaking))


def _told(made: Verdict) -> frozenset[str]:
    """The rows that the decision told of, those that have gone since by the row that says it now."""
    ids = [reason.row for reason in (*made.reasons, *made.besides)] + [gate.id for gate in made.gates]
    return frozenset(RETIRED.get(row, row) for row in ids)


def _without(row: Row, facts: Facts, framework: Framework) -> tuple[Architecture, bool]:
    others = replace(
        framework,
        demand_rows=tuple(each for each in framework.demand_rows if each is not row),
        prerequisite_rows=tuple(each for each in framework.prerequisite_rows if each is not row),
    )
    judgement = judge(facts, others)
    return chosen(judgement, others), judgement.outcome is not None


def _gone(made: Verdict, verdict: Architecture, holding: set[str]) -> Iterator[_Grounds]:
    """The rows that kept today's verdict from being given then, and that hold no more."""
    shut = [_Grounds(gate.id, gate.claim, is_gone=True) for gate in made.gates if verdict in gate.blocks]
    spoke = [_Grounds(reason.row, reason.claim, is_gone=True) for reason in (*made.reasons, *made.besides)]
    yield from (each for each in (*shut, *spoke) if RETIRED.get(each.row, each.row) not in holding)


def _speaking(judgement: Judgement, verdict: Architecture, framework: Framework) -> list[DemandRow]:
    return [row for row in judgement.demand_rows if argues_for(row, verdict, framework)]
