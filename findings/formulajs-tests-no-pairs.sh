#!/usr/bin/env bash
# One would guess: Formula.js ("JavaScript implementation of most Microsoft Excel formula functions") takes what Excel's T.TEST
# takes: two lists, one or two tails, and the type, 1 paired, 2 equal variances, 3 unequal ones; and F.TEST, like Excel's, is
# the probability that two lists vary alike.
# What happens (@formulajs/formulajs 4.6.1; beside it hyperformula 3.5.0): T.TEST reads the two lists and drops the rest; all
# six forms are one number, that of two independent lists and two tails. Eight questions, answered with two prompts, the second
# better at each of them by a little: paired, p is 0.0002, and Formula.js has 0.48, "no difference". One tail is not half of it.
# F.TEST is no probability but the ratio of the variances: 1.19 where 0.83 is right, 394 for lists that vary unlike, and with
# the two changed over 0.0025, which reads as a strong proof, where the same 0.00000003 is right. Equal lists have 1 in both,
# which hides it. Lists of the same length with type 2 and two tails are right. Z.TEST and CHISQ.TEST are, too. Nothing is said.
# What to do: hyperformula, or a paired test of a statistics library (@stdlib/stats-ttest takes pairs); a sheet that goes
# through Formula.js gets one case whose p is known.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @formulajs/formulajs@4.6.1 hyperformula@3.5.0
for name in @formulajs/formulajs hyperformula; do
    echo "$name $(node -p "JSON.parse(require('fs').readFileSync('node_modules/$name/package.json')).version")"
done
cat > tests.mjs <<'J'
import assert from "node:assert";
import { CHISQ, F, T, Z } from "@formulajs/formulajs";
import { HyperFormula } from "hyperformula";

const sheet = HyperFormula.buildFromArray([[0]], { licenseKey: "gpl-v3" });
const column = (numbers) => `{${numbers.join(";")}}`;
const hyper = (name, ...parts) => sheet.calculateFormula(`=${name}(${parts.map((part) => (Array.isArray(part) ? column(part) : part)).join(",")})`, 0);
const round = (numbers) => numbers.map((number) => Number(number.toPrecision(2)));

const FIRST = [0.61, 0.72, 0.55, 0.8, 0.47, 0.66, 0.73, 0.58];
const SECOND = [0.65, 0.75, 0.6, 0.82, 0.53, 0.68, 0.78, 0.61];
const TYPES = ["", "paired", "equal variances", "unequal variances"];
for (const [tails, type, right] of [[1, 1, 0.000094], [2, 1, 0.00019], [1, 2, 0.24], [2, 2, 0.48], [1, 3, 0.24], [2, 3, 0.48]]) {
  const found = round([T.TEST(FIRST, SECOND, tails, type), hyper("T.TEST", FIRST, SECOND, tails, type)]);
  console.log(`T.TEST, ${tails} tail(s), ${TYPES[type]}: Formula.js ${found[0]}, HyperFormula ${found[1]}`);
  assert.deepEqual(found, [0.48, right], "this has changed");
}
const better = FIRST.filter((score, each) => SECOND[each] > score).length;
console.log(`the second is better at ${better} of ${FIRST.length}`);
assert.equal(better, 8);

const WIDE = [1, 5, 9, 2, 8, 4, 3, 9];
const NARROW = [5, 5.1, 5.2, 4.9, 5, 5.1, 4.8, 5.3];
for (const [words, one, two, seen, right] of [
  ["the scores", FIRST, SECOND, 1.2, 0.83],
  ["wide, narrow", WIDE, NARROW, 390, 3e-8],
  ["narrow, wide", NARROW, WIDE, 0.0025, 3e-8],
  ["wide, wide", WIDE, WIDE, 1, 1],
]) {
  const found = round([F.TEST(one, two), hyper("F.TEST", one, two)]);
  console.log(`F.TEST, ${words}: Formula.js ${found[0]}, HyperFormula ${found[1]}`);
  assert.deepEqual(found, [seen, right], "this has changed");
}
const good = round([Z.TEST(WIDE, 4), hyper("Z.TEST", WIDE, 4), CHISQ.TEST([10, 20, 30], [20, 20, 20])]);
console.log(`Z.TEST: Formula.js ${good[0]}, HyperFormula ${good[1]}; CHISQ.TEST: ${good[2]}`);
assert.deepEqual(good, [0.16, 0.16, 0.0067], "this has changed");
J
node tests.mjs
