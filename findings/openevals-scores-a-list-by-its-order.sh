#!/usr/bin/env bash
# One would guess: openevals' create_json_match_evaluator, which compares a list of tool calls with the calls wanted and has a
# mode "ordered" besides, gives a list one score in the modes without order ("same_elements", "superset"), however the
# model wrote it; and a bot that calls nothing where nothing is wanted is right.
# What happens (openevals 0.2.2, from PyPI and from npm): each call takes the wanted call that has most in common with it, one after
# the other, and what is taken is gone. Of two calls, one right and one wrong, with the right one first 0.5 is given, and 0.0
# with the wrong one first, since that takes the other's place; a mean moves where no answer got better or worse. Three calls
# that ARE the wanted ones have 1 or 0 under "superset" by their order. Where no call is wanted and none made, the
# list_aggregator "average" has 0, the same as for a call too many, and "all" has 1; so refusals, which should be right,
# pull an average down. An order that happens to fit has the full score, which is what examples show. Nothing is said.
# What to do: sort both lists by name and arguments before they are compared, which gives equal lists 1 everywhere; count calls
# yourself (Counter of their JSON) for anything in between; leave tasks without calls to a check of their own.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check openevals==0.2.2
npm init -y >/dev/null; npm install --silent --no-audit --no-fund openevals@0.2.2
cat > score.mjs <<'J'
import { readFileSync } from "node:fs";
import { createJsonMatchEvaluator } from "openevals";

const scores = [];
for (const [mode, how, outputs, referenceOutputs] of JSON.parse(readFileSync("cases.json"))) {
  const evaluator = createJsonMatchEvaluator({ aggregator: "all", listAggregator: how, listMatchMode: mode });
  const said = await evaluator({ outputs, referenceOutputs });
  scores.push([said].flat()[0].score);
}
console.log(JSON.stringify(scores));
J
export LANGSMITH_TRACING=false
v/bin/python -W ignore - <<'P'
import json
import subprocess
from importlib.metadata import version

from openevals.json import create_json_match_evaluator

npm = json.load(open("node_modules/openevals/package.json"))["version"]
print("openevals", version("openevals"), "from PyPI,", npm, "from npm")


def call(name, **arguments):
    return {"name": name, **arguments}


REFUND, EXCHANGE = call("search", q="refund", lang="en"), call("search", q="exchange", lang="en")
WRONG = call("search", q="opening hours", lang="en")
PLAIN, NARROW, PAY = call("search"), call("search", q="refund"), call("refund", order=7)
TWO, THREE = [REFUND, EXCHANGE], [PLAIN, NARROW, PAY]
SEEN = [
    ("one right, one wrong", "same_elements", "average", [REFUND, WRONG], TWO, 0.5),
    ("one wrong, one right", "same_elements", "average", [WRONG, REFUND], TWO, 0.0),
    ("the wanted calls", "same_elements", "average", [EXCHANGE, REFUND], TWO, 1.0),
    ("the wanted calls", "superset", "all", [PLAIN, NARROW, PAY], THREE, 1),
    ("the wanted calls", "superset", "all", [PAY, PLAIN, NARROW], THREE, 1),
    ("the wanted calls", "superset", "all", [NARROW, PLAIN, PAY], THREE, 0),
    ("the wanted calls", "superset", "all", [PAY, NARROW, PLAIN], THREE, 0),
    ("the wanted calls", "superset", "average", [PAY, NARROW, PLAIN], THREE, 0.333),
    ("nothing, nothing wanted", "same_elements", "average", [], [], 0),
    ("a call, nothing wanted", "same_elements", "average", [PAY], [], 0),
    ("nothing, nothing wanted", "same_elements", "all", [], [], 1),
]
with open("cases.json", "w") as file:
    json.dump([case[1:5] for case in SEEN], file)
other = json.loads(subprocess.run(["node", "score.mjs"], check=True, capture_output=True, text=True).stdout)
for (words, mode, how, outputs, wanted, seen), node in zip(SEEN, other, strict=True):
    evaluator = create_json_match_evaluator(aggregator="all", list_aggregator=how, list_match_mode=mode)
    python = evaluator(outputs=outputs, reference_outputs=wanted)[0]["score"]
    made = [" ".join(map(str, one.values())) for one in outputs]
    print(f"{words:24} {mode:13} {how:8} {made}: {round(python, 3)} in Python, {round(node, 3)} in TypeScript")
    assert (round(python, 3), round(node, 3)) == (seen, seen), "this has changed"
P
