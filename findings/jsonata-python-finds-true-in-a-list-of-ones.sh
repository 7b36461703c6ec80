#!/usr/bin/env bash
# One would guess: a rule in JSONata, kept in one file, decides the same in JavaScript and in Python: jsonata-python is a port
# of the reference ("supports 100% of the language features"), and its = tells 1 from true, as the reference does.
# What happens (jsonata-python 0.7.1; beside it jsonata 2.2.2, the reference): "in" and $distinct don't tell them apart. A list
# of marks, [1, 0, 3], has "true in" it, and 0 is "in" a list of verdicts that has a false; of true, 1, false, 0 and "yes", five
# different values, $distinct leaves three, and of the rows {"ok": true} and {"ok": 1} one. % drops what is behind the point:
# 0.75 % 0.5 is 0 where 0.25 is left, so "a multiple of half a point" is true of every score below 1, and a cost cut to steps of
# 0.05 keeps its odd cents. $formatNumber rounds halves up, the reference to the even neighbor: 12.5% is 13% here and 12% there.
# Whole numbers, = and $round are the same in both. Nothing is said.
# What to do: run a rule's cases in both; $count(list[$ = true]) > 0 in place of "in"; $round before $formatNumber; multiply by
# a hundred before %.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check jsonata-python==0.7.1
npm init -y >/dev/null; npm install --silent --no-audit --no-fund jsonata@2.2.2
cat > rules.js <<'J'
const jsonata = require("jsonata");
const { rules, data } = JSON.parse(require("fs").readFileSync("rules.json"));
Promise.all(rules.map((rule) => jsonata(rule).evaluate(data))).then((found) => console.log(JSON.stringify(found)));
J
v/bin/python - <<'P'
import json
import subprocess
from importlib.metadata import version

from jsonata import Jsonata

print("jsonata-python", version("jsonata-python"), "jsonata", json.load(open("node_modules/jsonata/package.json"))["version"])
DATA = {
    "marks": [1, 0, 3],
    "verdicts": [False, False],
    "said": [True, 1, False, 0, "yes"],
    "rows": [{"ok": True}, {"ok": 1}],
    "scores": [0.25, 0.5, 0.75, 1],
    "cost": 1.37,
}
SEEN = [
    ("true in marks", True, False),
    ("$count(marks[$ = true]) > 0", False, False),
    ("0 in verdicts", True, False),
    ("1 = true", False, False),
    ("$count($distinct(said))", 3, 5),
    ("$count($distinct(rows))", 1, 2),
    ("7 % 3", 1, 1),
    ("0.75 % 0.5", 0, 0.25),
    ("$count(scores[$ % 0.5 = 0])", 4, 2),
    ("$round(cost - cost % 0.05, 2)", 1.37, 1.35),
    ("$formatNumber(0.125, '0%')", "13%", "12%"),
    ("$formatNumber(0.625, '0.00')", "0.63", "0.62"),
    ("$round(0.625, 2)", 0.62, 0.62),
]
with open("rules.json", "w") as file:
    json.dump({"rules": [rule for rule, *_ in SEEN], "data": DATA}, file)
reference = json.loads(subprocess.run(["node", "rules.js"], check=True, capture_output=True, text=True).stdout)
for (rule, seen, right), node in zip(SEEN, reference, strict=True):
    python = Jsonata(rule).evaluate(json.loads(json.dumps(DATA)))
    print(f"{rule:32} Python {json.dumps(python):8} JavaScript {json.dumps(node)}")
    assert (repr(python), repr(node)) == (repr(seen), repr(right)), "this has changed"
P
