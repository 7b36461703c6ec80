#!/usr/bin/env bash
# One would guess: in Adaptive Expressions, the language of rules and cards for bots, "score > 0.9 ? 'good' : score > 0.5 ? 'fair' :
# 'poor'" is read from its beginning, as in C# and JavaScript, and sortBy puts numbers in their order, whether they stand in a
# list or in a property of the things in it.
# What happens (adaptive-expressions 4.23.3): such a chain is read from its end, so the answer to the first choice becomes the
# question of the second. A score of 0.95 gives 'good', a text counts as true, and what comes out is 'fair'; no score can get
# 'good'. "urgent ? 0 : weekly ? 7 : 30" is 7 where it is urgent: 0 counts as true, too. sortBy of a list of numbers goes by the
# alphabet, 120 and 1500 before 80, and sortByDescending has that from its end; the same numbers as a property of things are
# sorted rightly. Nothing is said.
# What to do: if(..., ..., if(...)), or parentheses around the second choice; sort things by a property, or before you hand
# the list over; try each chain with a value for its first answer.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund adaptive-expressions@4.23.3
echo "adaptive-expressions $(node -p "JSON.parse(require('fs').readFileSync('node_modules/adaptive-expressions/package.json')).version")"
cat > rate.mjs <<'J'
import assert from "node:assert";
import adaptive from "adaptive-expressions";

function ask(text, facts) {
  const { value, error } = adaptive.Expression.parse(text).tryEvaluate(facts);
  assert.equal(error, undefined, "this has changed");
  return value;
}

const CHAIN = "score > 0.9 ? 'good' : score > 0.5 ? 'fair' : 'poor'";
const BRACKETS = "score > 0.9 ? 'good' : (score > 0.5 ? 'fair' : 'poor')";
const CALLS = "if(score > 0.9, 'good', if(score > 0.5, 'fair', 'poor'))";
for (const [score, seen, right] of [[0.95, "fair", "good"], [0.6, "fair", "fair"], [0.2, "poor", "poor"]]) {
  const found = [CHAIN, BRACKETS, CALLS].map((text) => ask(text, { score }));
  console.log(`a score of ${score} is ${found[0]}; with parentheses ${found[1]}, with if() ${found[2]}`);
  assert.deepEqual(found, [seen, right, right], "this has changed");
}
const waits = ask("urgent ? 0 : weekly ? 7 : 30", { urgent: true, weekly: false });
console.log(`days to wait where it is urgent: ${waits}`);
assert.equal(waits, 7, "this has changed");

const times = [80, 95, 120, 1500];
const rows = times.map((time) => ({ time }));
const SORTED = [
  ["sortBy", [120, 1500, 80, 95], [80, 95, 120, 1500]],
  ["sortByDescending", [95, 80, 1500, 120], [1500, 120, 95, 80]],
];
for (const [name, list, property] of SORTED) {
  const found = [ask(`${name}(times)`, { times }), ask(`${name}(rows, 'time')`, { rows }).map((row) => row.time)];
  console.log(`${name} of the list: ${found[0]}; by the property: ${found[1]}`);
  assert.deepEqual(found, [list, property], "this has changed");
}
J
node rate.mjs
