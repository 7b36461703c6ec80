"""How fast the advice is: deciding, counting, asking and flipping, against a plain dictionary scorer in the same run.

    python -m tests.bench.rules [--teams 1000]

The floor is the cheapest thing that could give a verdict at all: a weighted sum over the same facts in plain
dictionaries, without reasons, gates or proofs. CPU time of one core is measured, the garbage collector paused as
`timeit` does; where the slowest input is judged, each is measured three times and the least counts, since what else the
machine does slows a single run. It also holds whole interviews: how many questions teams are asked.
"""

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from rules import FRAMEWORK, Facts, decide, decide_plainly, next_question, questions_left
from rules.audit import summary
from rules.diagram import diagram_of, prepare
from rules.facts import ALONE, FACTS, VALUES
from rules.flips import flips
from rules.framework import Architecture
from rules.interview import forget as forget_questions
from rules.possibilities import completions_of, possibilities, standing

SEED = 7


class Line(NamedTuple):
    """One figure: milliseconds, and the goal that the slowest or the median must meet."""

    name: str
    median: float
    worst: float
    goal: float | None = None
    judged: str = "median"

    @property
    def is_met(self) -> bool:
        return self.goal is None or (self.worst if self.judged == "worst" else self.median) <= self.goal


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teams", type=int, default=1_000)
    teams = parser.parse_args().teams
    floor = _measure("plain dictionary scorer (floor)", _scorer(), sampled_teams(2_000))
    lines = [floor, *_compiling(), *_deciding(), *_asking()]
    for line in lines:
        goal = f"  goal {line.goal:g} {line.judged} {'met' if line.is_met else 'MISSED'}" if line.goal else ""
        ratio = line.median / floor.median
        _say(f"{line.name:48} median {line.median:8.3f} ms  worst {line.worst:8.3f} ms  x{ratio:8.1f}{goal}")
    _say(summary(FRAMEWORK))
    short = _interviews(teams)
    return int(not short or not all(line.is_met for line in lines))


def _compiling() -> list[Line]:
    def fresh(_: object) -> None:
        diagram_of(replace(FRAMEWORK))

    def everything(_: object) -> None:
        prepare(replace(FRAMEWORK))

    return [
        _measure("compile the rulebook", fresh, range(7), 500, "worst"),
        _measure("compile all that is ever needed", everything, range(5), 500, "worst"),
    ]


def _deciding() -> list[Line]:
    prepare(FRAMEWORK)
    complete, partial = sampled_teams(400), [_partial(team) for team in sampled_teams(400)]

    def counting(facts: Facts) -> None:
        completions_of.cache_clear()
        possibilities(facts, FRAMEWORK)

    def flipping(facts: Facts) -> None:
        completions_of.cache_clear()
        flips(facts, FRAMEWORK)

    return [
        _measure("decide: verdict, reasons, rejections, gates", decide_plainly, complete, 0.3),
        _measure("decide with everything, complete facts", decide, complete),
        _measure("decide with everything, partial facts", decide, partial),
        _measure("possibilities, everything open", counting, [Facts()] * 50, 10, "worst"),
        _measure("possibilities, partial facts", counting, partial),
        _measure("flips, complete facts", flipping, complete, 10),
        _measure("flips, partial facts", flipping, partial, 10),
    ]


def _asking() -> list[Line]:
    states = [state for team in sampled_teams(60) for state in _states(team)]

    def ask(facts: Facts) -> None:
        completions_of.cache_clear()
        forget_questions()
        next_question(facts)

    def left(facts: Facts) -> None:
        completions_of.cache_clear()
        forget_questions()
        questions_left(facts)

    return [
        _measure("next question, at the start", ask, [Facts()] * 30, 25, "worst"),
        _measure("next question, at every state of 60 interviews", ask, states, 25, "worst"),
        _measure("about how many are left", left, states),
    ]


def _interviews(teams: int) -> bool:
    """Hold whole interviews: the verdict must be that of all answers, the median at most 7 questions, none over 17."""
    asked: list[int] = []
    off: list[int] = []
    same = 0
    for team in sampled_teams(teams):
        states = _states(team)
        asked.append(len(states) - 1)
        off += [abs(questions_left(state) - (len(states) - 1 - at)) for at, state in enumerate(states)]
        same += standing(states[-1], FRAMEWORK) == standing(team, FRAMEWORK)
    median = statistics.median(asked)
    spread = f"mean {statistics.mean(asked):.2f}, at most {max(asked)}"
    _say(f"{teams} interviews: median {median:g} of {len(FACTS)} questions, {spread}")
    _say(f"the verdict is that of the full interview for {same} of {teams}")
    _say(f"the estimate of questions left is off by {statistics.mean(off):.2f} on average")
    return median <= 7 and max(asked) <= 17 and same == teams


def _states(team: Facts) -> list[Facts]:
    """Every state of one interview, from no answer to the last one asked for."""
    states = [Facts()]
    while (fact := next_question(states[-1])) is not None:
        states.append(states[-1].replaced(fact, team.value(fact)))
    return states


def sampled_teams(count: int, seed: int = SEED) -> list[Facts]:
    """Random complete facts, always the same: every value, and every set of a list's values, equally often."""
    chance = random.Random(seed)  # noqa: S311 - seeded on purpose: the same teams in every run
    return [Facts.model_validate({fact: answered_at_random(fact, chance) for fact in FACTS}) for _ in range(count)]


def answered_at_random(fact: str, chance: random.Random) -> str | list[str]:
    """One answer to this question, every value and every set of a list's values equally likely."""
    if fact not in ALONE:
        return chance.choice(VALUES[fact])
    return [value for value in VALUES[fact] if value != ALONE[fact] and chance.random() < 0.5] or [ALONE[fact]]


def _partial(team: Facts) -> Facts:
    chance = random.Random(str(team))  # noqa: S311 - seeded by the team
    share = chance.random()
    return Facts.model_validate({fact: value for fact, value in team.known().items() if chance.random() < share})


def _scorer() -> Callable[[Facts], Architecture]:
    chance = random.Random(SEED)  # noqa: S311 - weights without meaning
    weights = {fact: {value: [chance.randint(-3, 3) for _ in Architecture] for value in VALUES[fact]} for fact in FACTS}

    def score(facts: Facts) -> Architecture:
        sums = [0] * len(Architecture)
        for fact, value in facts.known().items():
            for each in value if isinstance(value, tuple) else (value,):
                sums = [one + other for one, other in zip(sums, weights[fact][str(each)], strict=True)]
        return list(Architecture)[sums.index(max(sums))]

    return score


def _measure(
    name: str, step: Callable[[Any], object], inputs: Sequence[Any], goal: float | None = None, judged: str = "median"
) -> Line:
    step(inputs[0])
    gc.collect()
    gc.disable()
    times = 3 if judged == "worst" else 1
    taken = [min(_once(step, each) for _ in range(times)) for each in inputs]
    gc.enable()
    return Line(name, statistics.median(taken), max(taken), goal, judged)


def _once(step: Callable[[Any], object], given: Any) -> float:
    before = time.process_time()
    step(given)
    return (time.process_time() - before) * 1000


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
