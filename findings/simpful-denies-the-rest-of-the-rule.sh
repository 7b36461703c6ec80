#!/usr/bin/env bash
# One would guess: Simpful ("as close as possible to natural language") reads "IF NOT (regulated IS yes) AND (large IS yes)" as
# large and not regulated: NOT belongs to what stands behind it, as in fuzzy logic's textbooks (1 - x, min, max). Of two rules
# that both say 10 the answer is 10, whatever their WEIGHT.
# What happens (simpful 2.12.0, Sugeno rules; beside it pyfuzzylite 8.0.6 and min and max by hand): a NOT at the beginning
# denies ALL that follows, "not both". The rule fires for each small team, regulated or not, so two of the four corners are
# decided against its words; with OR in the place of AND it fires at one of the three that it names. "(large IS yes) AND (NOT
# (regulated IS yes))", the same from the other side, is right; parentheses around a NOT at the beginning and AND NOT are
# refused. A WEIGHT multiplies what a rule says and is left out of the sum that the result is divided by: two rules for 10 with
# half the weight each make 5, one of them with half and one with all of it 7.5, and a weight of 2 against a rule that says 0
# makes 10, where 6.67 is right. Nothing is said, and get_firing_strengths() has no weights in it.
# What to do: NOT at the end of a rule and in parentheses of its own, or a term for the contrary ("regulated IS no"); no WEIGHT
# with Sugeno rules; run each rule on all four corners, and two rules that agree.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check simpful==2.12.0 pyfuzzylite==8.0.6
v/bin/python -W ignore - <<'P'
import contextlib
import io
from importlib.metadata import version

import fuzzylite as fl
import simpful as sf

for name in ("simpful", "pyfuzzylite"):
    print(name, version(name))
OUTPUTS = (0, 10)


def simpful(rules, **team):
    with contextlib.redirect_stdout(io.StringIO()):
        return evaluate(rules, team)


def evaluate(rules, team):
    system = sf.FuzzySystem(show_banner=False)
    for name in team:
        yes, no = sf.FuzzySet(points=[[0, 0], [1, 1]], term="yes"), sf.FuzzySet(points=[[0, 1], [1, 0]], term="no")
        system.add_linguistic_variable(name, sf.LinguisticVariable([yes, no], universe_of_discourse=[0, 1]))
        system.set_variable(name, team[name])
    for number in OUTPUTS:
        system.set_crisp_output_value(f"p{number}", number)
    for condition, number, weight in rules:
        system.add_rules([f"IF {condition} THEN (rag IS p{number})" + (f" WEIGHT {weight}" if weight != 1 else "")])
    return round(float(system.Sugeno_inference(["rag"])["rag"]), 2), [round(float(each), 2) for each in system.get_firing_strengths()]


def fuzzylite(rules, **team):
    texts = [f"if {condition} then rag is p{number} with {weight}" for condition, number, weight in rules]
    says = [fl.Constant(f"p{number}", number) for number in OUTPUTS]
    engine = fl.Engine(
        input_variables=[fl.InputVariable(name, minimum=0, maximum=1, terms=[fl.Ramp("yes", 0, 1)]) for name in team],
        output_variables=[fl.OutputVariable("rag", minimum=0, maximum=10, defuzzifier=fl.WeightedAverage(), terms=says)],
        rule_blocks=[fl.RuleBlock(conjunction=fl.Minimum(), activation=fl.General(), rules=list(map(fl.Rule.create, texts)))],
    )
    for name, value in team.items():
        engine.input_variable(name).value = value
    engine.process()
    return round(float(engine.output_variable("rag").value), 2)


FIRST, LAST = "NOT (regulated IS yes) AND (large IS yes)", "(large IS yes) AND (NOT (regulated IS yes))"
for regulated, large, seen in ((1, 1, 0.0), (1, 0, 1.0), (0, 1, 1.0), (0, 0, 1.0), (0.9, 0.3, 0.7)):
    hand = round(min(1 - regulated, large), 2)
    first, last = (simpful([(words, 10, 1)], regulated=regulated, large=large)[1][0] for words in (FIRST, LAST))
    print(f"regulated {regulated}, large {large}: {FIRST} fires {first}, {LAST} {last}, by hand {hand}")
    assert (first, last) == (seen, hand), "this has changed"
OR = [("NOT (regulated IS yes) OR (large IS yes)", 10, 1)]
either = [simpful(OR, regulated=regulated, large=large)[1][0] for regulated, large in ((0, 0), (0, 1), (1, 1), (1, 0))]
print("NOT (regulated IS yes) OR (large IS yes), for the three that it names and the one that it doesn't:", either)
assert either == [1.0, 0.0, 0.0, 0.0], "this has changed"

SEEN = [([(10, 1), (10, 1)], 10.0, 10.0), ([(10, 0.5), (10, 0.5)], 5.0, 10.0), ([(10, 0.5), (10, 1)], 7.5, 10.0), ([(10, 2), (0, 1)], 10.0, 6.67)]
for said, seen, right in SEEN:
    rules = [(name, *rest) for name, rest in zip(("large", "slow"), said, strict=True)]
    found, strengths = simpful([(f"({name} IS yes)", *rest) for name, *rest in rules], large=1, slow=1)
    other = fuzzylite([(f"{name} is yes", *rest) for name, *rest in rules], large=1, slow=1)
    print(f"two rules that fire fully, (what it says, its weight) {said}: {found}, strengths {strengths}; pyfuzzylite {other}")
    assert (found, strengths, other) == (seen, [1.0, 1.0], right), "this has changed"
P
