#!/usr/bin/env bash
# One would guess: in a report of Pydantic Evals a name, "Judge" or "Judge_2", is one evaluator, in every case; where a judge
# fails, that case has no score of its, and the average is over the others. A check that only one case has stands beside those
# of the dataset. Cases whose task failed count in the averages, as failures do.
# What happens (pydantic-evals 2.62.0): evaluators of one class get their numbers case by case, after the failed ones are taken
# out. A strict judge (0.2 for each answer) that times out on two of four cases leaves its name to the lenient one (0.9):
# "Judge" is 0.55 on average, 0.2 and 0.9 mixed, and no row says so. The same without any failure: a case's own check comes
# first and takes the name, so "Contains" is one check in that case and another in the next. A check that returns nothing for a
# case (an empty mapping, "does not apply") moves the names, too. And cases whose task failed are in no average: half of them
# timed out, and the pass rate is 1.0. The failures stand in tables of their own, and averages(), which a gate asks, has none.
# What to do: give each evaluator a name of its own (get_default_evaluation_name; the built-in ones take evaluation_name), which
# leaves a failed one's place empty; ask len(report.failures) and each case's evaluator_failures before averages().
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check pydantic-evals==2.62.0
v/bin/python -W ignore - <<'P'
from dataclasses import dataclass
from importlib.metadata import version

from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import Contains, Evaluator

print("pydantic-evals", version("pydantic-evals"))


@dataclass
class Judge(Evaluator):
    rubric: str

    def evaluate(self, ctx):
        if self.rubric == "strict" and ctx.inputs % 2:
            raise TimeoutError
        return {"strict": 0.2, "lenient": 0.9}[self.rubric]


@dataclass
class NamedJudge(Judge):
    def get_default_evaluation_name(self):
        return self.rubric


@dataclass
class Cites(Evaluator):
    source: str

    def evaluate(self, ctx):
        return {} if self.source == "tables" and ctx.inputs % 2 else {"cites": float(self.source == "pages")}


def report(evaluators, task=str, own=()):
    cases = [Case(name=str(each), inputs=each, evaluators=own if each == 0 else ()) for each in range(4)]
    return Dataset(name="answers", cases=cases, evaluators=evaluators).evaluate_sync(task, progress=False)


SEEN = [
    ("two judges, one times out", [Judge("strict"), Judge("lenient")], {"Judge": 0.55, "Judge_2": 0.9}),
    ("the same with names", [NamedJudge("strict"), NamedJudge("lenient")], {"strict": 0.2, "lenient": 0.9}),
    ("one does not apply", [Cites("tables"), Cites("pages")], {"cites": 0.5, "cites_2": 1.0}),
]
for words, evaluators, seen in SEEN:
    found = report(evaluators)
    means = {name: round(score, 2) for name, score in found.averages().scores.items()}
    print(f"{words}: {[{name: score.value for name, score in case.scores.items()} for case in found.cases]}, averages {means}")
    assert means == seen, "this has changed"

checks = report([Contains("0")], own=(Contains("refund"),)).cases[:2]
found = [{name: check.source.arguments[0] for name, check in case.assertions.items()} for case in checks]
print(f"what Contains looks for, in a case with a check of its own and in one without: {found}")
assert found == [{"Contains": "refund", "Contains_2": "0"}, {"Contains": "0"}], "this has changed"


def half(number):
    if number > 1:
        raise TimeoutError
    return str(number)


found = report([Contains("")], half)
print(f"{len(found.failures)} of 4 tasks failed: pass rate {found.averages().assertions}")
assert (len(found.failures), found.averages().assertions) == (2, 1.0), "this has changed"
P
