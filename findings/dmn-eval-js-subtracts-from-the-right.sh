#!/usr/bin/env bash
# One would guess: in a decision table of DMN "budget - model - hosting" is what is left of the budget after both, as arithmetic
# and FEEL, the standard's language, have it: signs of one rank are taken from the left.
# What happens (@hbtgmbh/dmn-eval-js 1.5.0, decision tables from XML; beside it feelin 8.2.0): they are taken from the RIGHT, so
# the second "-" becomes a plus and the second "/" a times: 1000 - 600 - 300 is 700, 100 - 20 + 5 is 75, 60000 / 1000 / 30 is
# 1800. It holds wherever FEEL may stand, in the input's expression, in a cell as a bar, in an output, so the wrong row is
# chosen with a whole result and no word. Parentheses are read rightly, and so is any sum of two; "+" and "*" alone can't show it.
# What to do: parentheses around each pair ("(budget - model) - hosting"), or compute such numbers before and give the table
# one input each; test a table with three terms on both sides of its bar.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @hbtgmbh/dmn-eval-js@1.5.0 feelin@8.2.0
for name in @hbtgmbh/dmn-eval-js feelin; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > table.mjs <<'J'
import assert from "node:assert";
import dmn from "@hbtgmbh/dmn-eval-js";
import { evaluate } from "feelin";

const { decisionTable } = dmn;
const FACTS = { budget: 1000, model: 600, hosting: 300, tokens: 60000, asked: 500 };

async function decide(input, rows) {
  const rules = rows.map(([cell, output], row) =>
    `<rule id="r${row}"><inputEntry id="i${row}"><text><![CDATA[${cell}]]></text></inputEntry>` +
    `<outputEntry id="o${row}"><text>${output}</text></outputEntry></rule>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="d" name="d" namespace="golden">
    <decision id="choice" name="choice"><decisionTable id="t" hitPolicy="FIRST">
    <input id="i"><inputExpression id="e" typeRef="number"><text>${input}</text></inputExpression></input>
    <output id="o" name="way" typeRef="string"/>${rules.join("")}</decisionTable></decision></definitions>`;
  return decisionTable.evaluateDecision("choice", await decisionTable.parseDmnXml(xml), FACTS).way;
}

const SEEN = [
  ["budget - model - hosting", 700, 100],
  ["(budget - model) - hosting", 100, 100],
  ["budget - model", 400, 400],
  ["100 - 20 + 5", 75, 85],
  ["tokens / 1000 / 30", 1800, 2],
  ["8 / 2 * 4", 1, 16],
];
for (const [text, seen, right] of SEEN) {
  const found = Math.round(await decide("asked", [["-", text]]));
  console.log(`${text} is ${found}; feelin: ${evaluate(text, FACTS).value}`);
  assert.deepEqual([found, evaluate(text, FACTS).value], [seen, right], "this has changed");
}
const LEFT = "budget - model - hosting";
const spent = await decide(LEFT, [["> 500", '"fine-tuning"'], ["-", '"prompting"']]);
const bar = await decide("asked", [[`> ${LEFT}`, '"too dear"'], ["-", '"within the budget"']]);
console.log(`100 of the budget left, and a row for more than 500: ${spent}; 500 asked for where 100 are left: ${bar}`);
assert.deepEqual([spent, bar], ["fine-tuning", "within the budget"], "this has changed");
J
node table.mjs
