#!/usr/bin/env bash
# One would guess: a gate written in Rego, the language of the Open Policy Agent, decides in Python what it decides in OPA: regopy
# "supports v1.18.1 of Rego as defined by OPA" (its README). max and min of numbers are their largest and smallest, sort puts them in
# order, semver.compare("2.0.0", "1.9.0") is 1; and where kinds differ, OPA's order is null, true and false, numbers, texts, lists.
# What happens (regopy 1.5.2, which wraps Microsoft's rego-cpp; beside it Python's own numbers and packaging 25.0): max, min and sort go
# by the alphabet. max([80, 1500, 120]) is 80, min of them 120, and sort makes 120, 1500, 80 of them; of costs a token the largest of
# 0.00000025 and 0.0009 is the first. So "release if max(input.latencies) < 1000" releases a bot whose slowest answer took 1,500
# milliseconds. semver.compare is -1 for ANY two versions that differ, so nothing is ever the newer one. Of two kinds the order is turned
# around: null > 5 holds, so a score that nobody gave passes "score > 0.8", and a text is below every number. Numbers with as many
# digits, "<" between two numbers, sum and count are right, and a set is in its order, so examples show nothing. Nothing is said.
# What to do: "every l in input.latencies { l < 1000 }" in place of max, is_number(score) before a bar, and versions compared outside;
# run each gate on numbers of two and four digits, and on a missing one.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check regopy==1.5.2 packaging==25.0
v/bin/python -W ignore - <<'P'
import json
from importlib.metadata import version

from packaging.version import Version
from regopy import Interpreter

for name in ("regopy", "packaging"):
    print(name, version(name))
rego = Interpreter()


def value(expression):
    return json.loads(str(rego.query(f"x := {expression}")))["bindings"]["x"]


LISTS = [
    ([80, 1500, 120], 80, 120, [120, 1500, 80]),
    ([9, 10, 100], 9, 10, [10, 100, 9]),
    ([2.5e-07, 0.0009], 2.5e-07, 0.0009, [0.0009, 2.5e-07]),
    ([-1, -20], -20, -1, [-1, -20]),
    ([80, 95, 90], 95, 80, [80, 90, 95]),
]
for numbers, most, least, order in LISTS:
    found = [value(f"{what}({json.dumps(numbers)})") for what in ("max", "min", "sort")]
    print(f"{numbers}: max {found[0]}, min {found[1]}, sort {found[2]}; Python {max(numbers)}, {min(numbers)}, {sorted(numbers)}")
    assert found == [most, least, order], "this has changed"
assert value("sum([80, 1500, 120])") == 1700 and value("80 < 1500") is True, "this has changed"

VERSIONS = [("2.0.0", "1.9.0", -1, 1), ("1.9.0", "2.0.0", -1, -1), ("1.10.0", "1.9.0", -1, 1), ("1.9.0", "1.9.0", 0, 0)]
for one, two, seen, right in VERSIONS:
    found, order = value(f'semver.compare("{one}", "{two}")'), (Version(one) > Version(two)) - (Version(one) < Version(two))
    print(f"semver.compare of {one} and {two}: {found}; packaging {order}")
    assert (found, order) == (seen, right), "this has changed"

KINDS = [("null > 5", True), ("null < 5", False), ('"80" > 1000', False), ("true > 5", True)]
for question, seen in KINDS:
    found = value(question)
    print(f"{question}: {found}; OPA's order says {not seen}")
    assert found is seen, "this has changed"

GATE = """
package gate
default release := false
default each := false
release if max(input.latencies) < 1000
each if { every l in input.latencies { l < 1000 } }
good if input.score > 0.8
"""
rego.add_module("gate", GATE)
rego.set_input({"latencies": [80, 1500, 120], "score": None})
found = {rule: value(f"data.gate.{rule}") for rule in ("release", "each", "good")}
print("latencies of 80, 1500 and 120, no score:", found)
assert found == {"release": True, "each": False, "good": True}, "this has changed"
P
