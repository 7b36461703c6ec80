#!/usr/bin/env bash
# One would guess: business-rules compares numbers as they are; a price of $0.0000025 a token is more than $0.000002, and
# is not 0.
# What happens (business-rules 1.1.1): numbers that lie less than 0.000001 apart are equal, and neither is greater. All
# usual prices a token are one number: $2.50 a million tokens is "equal_to" $2 and to $3 a million, $0.15 a million is
# "equal_to" nothing at all, and "greater_than" $2 a million is false for it, so the rule that should stop an expensive
# model never runs. Nothing is said, and the README does not mention it. "greater_than_or_equal_to" is true where
# the price is below.
# What to do: count prices a million tokens, shares as percentages, times in milliseconds, before rules see them; test each
# rule on both sides of its bar.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check business-rules==1.1.1
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.variables import BaseVariables, numeric_rule_variable


class Model(BaseVariables):
    def __init__(self, price):
        self.price = price

    @numeric_rule_variable
    def price_of_a_token(self):
        return self.price


class Reached(BaseActions):
    def __init__(self):
        self.names = []

    @rule_action(params={})
    def reach(self):
        self.names.append("reached")


def holds(price, operator, bar):
    reached = Reached()
    condition = {"name": "price_of_a_token", "operator": operator, "value": bar}
    rule = {"conditions": {"all": [condition]}, "actions": [{"name": "reach", "params": {}}]}
    run_all(rule_list=[rule], defined_variables=Model(price), defined_actions=reached)
    return bool(reached.names)


print("business-rules", version("business-rules"))
SEEN = [
    (0.0000025, "greater_than", 0.000002, False),
    (0.0000025, "equal_to", 0.000002, True),
    (0.0000025, "equal_to", 0.000003, True),
    (0.0000025, "greater_than_or_equal_to", 0.000003, True),
    (0.00000015, "equal_to", 0, True),
    (2.5, "greater_than", 2, True),
    (2.5, "equal_to", 2, False),
]
for price, operator, bar, seen in SEEN:
    said = holds(price, operator, bar)
    print(f"{price:.8f} {operator} {bar:.8f}: {said}")
    assert said is seen, "this has changed"
P
