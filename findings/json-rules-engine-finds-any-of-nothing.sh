#!/usr/bin/env bash
# One would guess: in json-rules-engine "any" of a list of conditions holds where one of them does, so never where there is none,
# as [].some() in the language that it is written in; a list that is empty contains nothing, whoever looks; and "lessThan"
# compares numbers, also those that came as texts from a form, since it takes "80" for a number elsewhere.
# What happens (json-rules-engine 7.3.1; beside it the same question in plain JavaScript): any of nothing HOLDS. A rule "stop if
# any of these reasons is given" with the reasons still to be written, or all filtered out, stops every team, and as a part of a
# larger "any" it makes that true as well. Where a path asks a list for what failed, "doesNotContain" is false when nothing
# failed: no list is found, and a missing list contains nothing and lacks nothing either; so "release if no failed task is on
# refunds" lets out a run with one failed task and stops the one without. Two texts are compared by the alphabet: "80" is not less
# than "1000", whether the bar stands in the rule or is a fact. Where one of the two is a number they are compared as numbers, so
# a test with numbers in the rule passes. "in" with a text looks for a part: gpt-4 is in "gpt-4.1", and no answer is in
# everything. Nothing is said.
# What to do: leave a rule out while it has no condition; not:contains, or a fact with the number of failures, in place of
# doesNotContain with a path; Number() for each fact that came as a text; a list around the single value of "in".
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund json-rules-engine@7.3.1
echo "json-rules-engine $(node -p "JSON.parse(require('fs').readFileSync('node_modules/json-rules-engine/package.json')).version")"
cat > rules.mjs <<'J'
import assert from "node:assert/strict";
import { Engine } from "json-rules-engine";

async function holds(conditions, facts) {
  const engine = new Engine([{ conditions, event: { type: "hit" } }], { allowUndefinedFacts: true });
  return (await engine.run(facts)).events.length === 1;
}
const one = (fact, operator, value, path) => ({ all: [{ fact, operator, value, ...(path && { path }) }] });
const run = (...tasks) => ({ run: { tasks } });
const FAILED = "$.tasks[?(@.ok === false)].topic";
const refund = { topic: "refund", ok: false };
const order = { topic: "order", ok: false };
const right = { topic: "order", ok: true };
const lacks = (...tasks) => !tasks.filter((task) => !task.ok).map((task) => task.topic).includes("refund");
const SEEN = [
  ["any of nothing", { any: [] }, {}, true, [].some(Boolean)],
  ["not any of nothing", { not: { any: [] } }, {}, false, ![].some(Boolean)],
  ["any of (any of nothing, team is large)", { any: [{ any: [] }, ...one("large", "equal", true).all] }, { large: false }, true, false],
  ["all of nothing", { all: [] }, {}, true, [].every(Boolean)],
  ["failed topics lack refund: one failed, on orders", one("run", "doesNotContain", "refund", FAILED), run(order, right), true, lacks(order, right)],
  ["failed topics lack refund: one failed, on refunds", one("run", "doesNotContain", "refund", FAILED), run(refund, right), false, lacks(refund, right)],
  ["failed topics lack refund: none failed", one("run", "doesNotContain", "refund", FAILED), run(right), false, lacks(right)],
  ["the same as not:contains: none failed", one("run", "not:contains", "refund", FAILED), run(right), true, lacks(right)],
  ["the same as not:contains: one on refunds", one("run", "not:contains", "refund", FAILED), run(refund), false, lacks(refund)],
  ['"80" less than "1000"', one("requests", "lessThan", "1000"), { requests: "80" }, false, 80 < 1000],
  ['"80" less than the fact "1000"', one("requests", "lessThan", { fact: "bar" }), { requests: "80", bar: "1000" }, false, 80 < 1000],
  ['"80" less than 1000', one("requests", "lessThan", 1000), { requests: "80" }, true, 80 < 1000],
  ['80 less than "1000"', one("requests", "lessThan", "1000"), { requests: 80 }, true, 80 < 1000],
  ['gpt-4 in "gpt-4.1"', one("model", "in", "gpt-4.1"), { model: "gpt-4" }, true, ["gpt-4.1"].includes("gpt-4")],
  ['"" in "yes"', one("answer", "in", "yes"), { answer: "" }, true, ["yes"].includes("")],
  ['gpt-4 in ["gpt-4.1"]', one("model", "in", ["gpt-4.1"]), { model: "gpt-4" }, false, ["gpt-4.1"].includes("gpt-4")],
];
for (const [words, conditions, facts, seen, wanted] of SEEN) {
  const found = await holds(conditions, facts);
  console.log(`${words}: ${found}${found === wanted ? "" : `, where plain JavaScript has ${wanted}`}`);
  assert.equal(found, seen, "this has changed");
}
J
node rules.mjs
