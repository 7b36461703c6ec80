"""How many questions an interview may take, whatever its order: counted over all teams, and bounded from below."""

from collections.abc import Iterator
from itertools import product

from rules import FRAMEWORK, Facts, next_question
from rules.compiler import LEAVES
from rules.diagram import diagram_of
from rules.facts import ALONE, FACTS, VALUES, Value
from rules.nodes import Nodes
from rules.variables import choices

Lengths = dict[int, float]
"""For each number of questions the share of all teams that are asked so many."""


def lengths_over_all_teams() -> Lengths:
    """How long the interviews of all complete sets of answers are, each as likely as any other.

    Two states after which the diagram is the same go on alike, so some thousand states stand for all there are.
    """
    diagram = diagram_of(FRAMEWORK)
    nodes = Nodes([variable.arity for variable in diagram.order], LEAVES)
    for level, kids in zip(diagram.level[LEAVES:], diagram.kids[LEAVES:], strict=True):
        nodes.node(level, kids)
    known: dict[int, Lengths] = {}

    def from_here(node: int, facts: Facts) -> Lengths:
        found = known.get(node)
        if found is None:
            fact = next_question(facts)
            found = known[node] = {0: 1.0} if fact is None else {}
            for after, share, value in _answered(nodes, node, fact) if fact else ():
                for length, part in from_here(after, facts.replaced(fact, value)).items():
                    found[length + 1] = found.get(length + 1, 0.0) + share * part
        return found

    return dict(sorted(from_here(diagram.root, Facts()).items()))


def _answered(nodes: Nodes, node: int, fact: str) -> Iterator[tuple[int, float, str | tuple[str, ...]]]:
    """What the answers to a question leave of a node, the share of answers that leave it, and one of these."""
    left: dict[int, tuple[float, tuple[str, ...]]] = {node: (1.0, ())}
    for level, variable in enumerate(diagram_of(FRAMEWORK).order):
        if variable.fact == fact:
            parted: dict[int, tuple[float, tuple[str, ...]]] = {}
            for each, (share, chosen) in left.items():
                for branch in range(variable.arity):
                    after = nodes.under(each, level, branch)
                    value = variable.value if fact in ALONE else VALUES[fact][branch]
                    so_far = parted.get(after, (0.0, (*chosen, value) if branch or fact not in ALONE else chosen))
                    parted[after] = (so_far[0] + share / variable.arity, so_far[1])
            left = parted
    for after, (share, chosen) in left.items():
        yield after, share, (chosen or (ALONE[fact],)) if fact in ALONE else chosen[0]


def signed_counts(one: Facts, other: Facts) -> tuple[int, dict[int, int]]:
    """A bound for every order of questions: the number k of answers in which two teams differ, and a count by leaf.

    Counted are the 2^k teams that mix their answers, each with a minus where an odd number of answers is the other's.
    A team of these that is asked fewer than k of the k questions is treated like the one whose answer to an unasked
    one is swapped, whose sign is opposite: together they add nothing. So where a count is not 0, whatever the order of
    the questions, one of the teams is asked all k.
    """
    varied = [fact for fact in FACTS if one.value(fact) != other.value(fact)]
    lists = [fact for fact in varied if fact in ALONE]
    counts: dict[int, int] = {}
    for swapped in product((False, True), repeat=len(lists)):
        mixed = one
        for fact, is_swapped in zip(lists, swapped, strict=True):
            mixed = mixed.replaced(fact, other.value(fact)) if is_swapped else mixed
        for leaf, count in _signed(mixed, other, frozenset(varied) - set(lists)).items():
            counts[leaf] = counts.get(leaf, 0) + count * (-1) ** sum(swapped)
    return len(varied), counts


def _signed(one: Facts, other: Facts, varied: frozenset[str]) -> dict[int, int]:
    """The signed counts where only single-choice facts vary: level by level, the ways that come to each node."""
    diagram = diagram_of(FRAMEWORK)
    coming = {diagram.root: 1}
    taken = zip(diagram.order, choices(one, diagram.order), choices(other, diagram.order), strict=True)
    for level, (variable, *branches) in enumerate(taken):
        going: dict[int, int] = {}
        for node, count in coming.items():
            kids = diagram.kids[node] if diagram.level[node] == level else (node,) * variable.arity
            for sign, branch in zip((1, -1), branches if variable.fact in varied else branches[:1], strict=False):
                kid = kids[branch or 0]
                going[kid] = going.get(kid, 0) + sign * count
        coming = going
    return coming


ALMOST_ALL: tuple[dict[str, Value], dict[str, Value]] = (
    {
        "need": "both", "freshness": "yearly", "source": "systems", "corpus": "prompt_sized", "hygiene": "clean",
        "receipts": "required", "access": "everyone", "failure": ("stale_facts", "classification", "reasoning",
        "context_overload", "too_slow"), "examples": "tens_of_thousands", "labels": "mixed", "evals": "golden_set",
        "latency": "relaxed", "volume": "under_1k", "ops": ("search", "training"), "stakes": "harm",
        "hosting": "on_premises", "lookup": "whole", "action": "acts", "check": "judged", "definition": "by_example",
        "per_class": "over_20", "steadiness": "changing", "model_size": "any",
    },
    {
        "need": "behaviour", "freshness": "monthly", "source": "documents", "corpus": "large", "hygiene": "poor",
        "receipts": "helpful", "access": "everyone", "failure": ("invented_facts", "stale_facts", "classification"),
        "examples": "thousands", "labels": "inconsistent", "evals": "ad_hoc", "latency": "under_300ms",
        "volume": "under_1m", "ops": ("training",), "stakes": "harm", "hosting": "any_api", "lookup": "by_filter",
        "action": "answers", "check": "computed", "definition": "written", "per_class": "under_20",
        "steadiness": "stable", "model_size": "small_only",
    },
)  # fmt: skip
"""Two teams that show it: of those that mix their answers, some team is asked all 21 questions, in any order.

Found by chance among some million pairs; where rows change, another pair may be needed.
"""
