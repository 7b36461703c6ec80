#!/usr/bin/env bash
# One would guess: jStat's percentile(latencies, 0.95), inclusive unless told otherwise, is a spreadsheet's PERCENTILE.INC and
# what numpy gives; more so since it is for the median and for the 90th percentile of a long list. The slowest answer of ten
# weighs in a p95 of ten.
# What happens (jstat 1.9.6; beside it simple-statistics 7.12.1 and the arithmetic by hand): the last stretch, between the
# second largest number and the largest, does not exist. Whatever percentile falls into it is the second largest, up to 1,
# which jumps to the largest. So p95 of 20 values or fewer and p99 of 100 or fewer never see the slowest one: nine answers
# of 100 to 140 milliseconds and one of 5,000 have a p95 of 140 where 2,813 is right. From 21 and 101 values on it is right.
# The 90th percentile of ten is wrong for the same reason. quartiles() has a rule of its own: of four values the median in
# its middle is the second, where jStat's median() is between the second and the third. Nothing is said.
# What to do: simple-statistics' quantile(), or write percentile by hand; show the largest value beside every p95 of a small
# set; try a percentile on ten numbers with one that is far off.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund jstat@1.9.6 simple-statistics@7.12.1
for name in jstat simple-statistics; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > percentile.mjs <<'J'
import assert from "node:assert";
import jstat from "jstat";
import { quantile } from "simple-statistics";

const { jStat } = jstat;

function byHand(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  return sorted[below] + (place - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}

const TEN = [120, 100, 5000, 110, 100, 130, 100, 140, 120, 110];
const upTo = (many) => [...Array(many - 1).keys()].map((each) => 100 + each).concat(5000);
const SEEN = [
  ["ten", TEN, 0.5, 115, 115],
  ["ten", TEN, 0.9, 140, 626],
  ["ten", TEN, 0.95, 140, 2813],
  ["ten", TEN, 0.99, 140, 4562.6],
  ["ten", TEN, 1, 5000, 5000],
  ["20", upTo(20), 0.95, 118, 362.1],
  ["21", upTo(21), 0.95, 119, 119],
  ["100", upTo(100), 0.99, 198, 246.02],
  ["101", upTo(101), 0.99, 199, 199],
];
const round = (number) => Math.round(number * 100) / 100;
for (const [words, numbers, share, seen, right] of SEEN) {
  const found = [jStat.percentile(numbers, share), quantile(numbers, share), byHand(numbers, share)].map(round);
  console.log(`${words.padStart(3)} values, ${share}: jStat ${found[0]}, simple-statistics ${found[1]}, by hand ${found[2]}`);
  assert.deepEqual(found, [seen, right, right], "this has changed");
}
const four = [10, 20, 30, 40];
console.log(`quartiles of ${four}: jStat ${jStat.quartiles(four)}, its median ${jStat.median(four)}`);
assert.deepEqual([jStat.quartiles(four), jStat.median(four)], [[10, 20, 30], 25], "this has changed");
J
node percentile.mjs
