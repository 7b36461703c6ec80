#!/usr/bin/env bash
# One would guess: autoevals, "universal" for evaluations in Python and in TypeScript, has one verdict for one answer; ExactMatch
# takes two JSON objects with the same content for the same, as its own text does ('Different order but same content': 1.0); a
# false where true is wanted is wrong.
# What happens (autoevals 0.4.1 from PyPI, 0.3.0 from npm; JSON's equality by Python's own ==): ExactMatch of {"order": 7,
# "refund": true} with the same in the other order is 0 in both, its own example among them, so a bot that calls a tool rightly
# fails by the order in which its model wrote the arguments. The two disagree on the rest: 30.0 for 30, and true for the text
# "true" (as it stands in a CSV of expected answers), are 1 in TypeScript and 0 in Python. JSONDiff has 0.2 for false where true
# is wanted in TypeScript, since the two words end in one letter, and 0 in Python, which has 1.0 for false where 0 is wanted
# (TypeScript: 0). ValidJSON passes [NaN] in Python alone; RFC 8259 has no NaN. Nothing is said.
# What to do: compare parsed values with == (or deepStrictEqual) in a scorer of your own; write expected values with their types;
# never compare a run scored in one language with a run scored in the other.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund autoevals@0.3.0
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check autoevals==0.4.1
cat > cases.json <<'J'
[
  ["ExactMatch", {"order": 7, "refund": true}, {"order": 7, "refund": true}, 1, 1],
  ["ExactMatch", {"order": 7, "refund": true}, {"refund": true, "order": 7}, 0, 0],
  ["ExactMatch", {"name": "John", "age": 30}, "{\"age\": 30, \"name\": \"John\"}", 0, 0],
  ["ExactMatch", {"age": 30.0}, "{\"age\": 30}", 0, 1],
  ["ExactMatch", true, "true", 0, 1],
  ["JSONDiff", {"order": 7, "refund": true}, {"refund": true, "order": 7}, 1, 1],
  ["JSONDiff", {"refund": false}, {"refund": true}, 0, 0.2],
  ["JSONDiff", {"errors": false}, {"errors": 0}, 1, 0],
  ["ValidJSON", "[NaN]", null, 1, 0]
]
J
cat > score.py <<'P'
import json
from importlib.metadata import version

import autoevals

print("autoevals from PyPI", version("autoevals"))
for name, output, expected, seen, _ in json.load(open("cases.json")):
    scorer = getattr(autoevals, name)()
    score = scorer.eval(output=output, expected=expected).score
    print(f"  {name:10} {json.dumps(output):32} for {json.dumps(expected):40} {score:.1f}")
    assert round(score, 2) == seen, "this has changed"
assert {"order": 7, "refund": True} == {"refund": True, "order": 7}
assert "Different order but same content" in autoevals.value.__doc__, "this has changed"
P
cat > score.cjs <<'J'
const assert = require("node:assert");
const { readFileSync } = require("node:fs");
const autoevals = require("autoevals");

(async () => {
  console.log("autoevals from npm", JSON.parse(readFileSync("node_modules/autoevals/package.json")).version);
  for (const [name, output, expected, , seen] of JSON.parse(readFileSync("cases.json"))) {
    const { score } = await autoevals[name]({ output, expected });
    console.log(`  ${name.padEnd(10)} ${JSON.stringify(output).padEnd(32)} for ${JSON.stringify(expected).padEnd(40)} ${score.toFixed(1)}`);
    assert.equal(Math.round(score * 100) / 100, seen, "this has changed");
  }
})();
J
v/bin/python -W ignore score.py
node score.cjs
