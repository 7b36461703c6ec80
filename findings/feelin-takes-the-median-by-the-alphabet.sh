#!/usr/bin/env bash
# One would guess: in FEEL, the language of DMN tables, median([80, 95, 120]) is the middle of the numbers in their order, 95;
# a number written 1e6 is a million or an error; a day, a word or a true beside ">" and a number is null with a warning.
# What happens (feelin 8.2.0, evaluate() and unaryTest(); beside it simple-statistics 7.12.1): median sorts by the alphabet,
# 120 before 80, and gives 80; of four latencies of 80 to 1500 milliseconds it gives 790 where 107.5 is right. It is right
# as long as all numbers have the same count of digits, so in most examples. feelin's own sort() gives the right order.
# 1e6 is 1, so the cell "> 1e6" holds for 5 requests a day; 1.0e6 is a million. A day and true are each greater than 0, and
# the cell "> 3" holds for the text "5". `warnings` is empty for each of them.
# What to do: sort() first and take the middle, or hand the median over; write numbers out; test each cell on both sides of
# its bar and with an answer of the wrong kind.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"; export TZ=UTC
npm init -y >/dev/null; npm install --silent --no-audit --no-fund feelin@8.2.0 simple-statistics@7.12.1
for name in feelin simple-statistics; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > feel.mjs <<'J'
import assert from "node:assert";
import { evaluate, unaryTest } from "feelin";
import { median } from "simple-statistics";

const LISTS = [
  [[12, 45, 30], 30, 30],
  [[80, 95, 120], 80, 95],
  [[8, 9, 10], 8, 9],
  [[80, 95, 120, 1500], 790, 107.5],
];
for (const [list, seen, right] of LISTS) {
  const said = evaluate("median(times)", { times: list });
  const sorted = evaluate("sort(times, function(a, b) a < b)", { times: list });
  console.log(`median(${list}) is ${said.value}; simple-statistics: ${median(list)}; sort(): ${sorted.value}; warnings: ${said.warnings.length}`);
  assert.deepEqual([said.value, median(list), said.warnings], [seen, right, []], "this has changed");
  assert.deepEqual(sorted.value, [...list].sort((a, b) => a - b), "this has changed");
}
const TEXTS = [["1e6", 1], ["1.0e6", 1000000], ['date("2026-12-01") > 0', true], ["true > 0", true], ['"5" > 3', true], ["null > 3", null]];
for (const [text, seen] of TEXTS) {
  const said = evaluate(text, {});
  console.log(`${text} is ${said.value}; warnings: ${said.warnings.length}`);
  assert.deepEqual([said.value, said.warnings], [seen, []], "this has changed");
}
for (const [cell, answer, seen] of [["> 1e6", 5, true], ["> 1.0e6", 5, false], ["> 3", "5", true]]) {
  const said = unaryTest(cell, { "?": answer });
  console.log(`the cell ${cell} for ${JSON.stringify(answer)}: ${said.value}; warnings: ${said.warnings.length}`);
  assert.deepEqual([said.value, said.warnings], [seen, []], "this has changed");
}
J
node feel.mjs
