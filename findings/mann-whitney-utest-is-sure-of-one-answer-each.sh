#!/usr/bin/env bash
# One would guess: mann-whitney-utest, which compares two lists of numbers without supposing a normal distribution (latencies, a judge's
# marks, costs a task), says with significant(), "to test whether the result is significant", what the test says at 5%: one answer
# of each bot proves nothing, and of two bots whose difference is the same, a hundred answers each prove more than ten.
# What happens (mann-whitney-utest 1.0.5 from npm; beside it scipy 1.17.1's mannwhitneyu): U is right, and so is the z that is made of
# it, but the two are compared with each other: significant() is "U is less than z". U counts pairs and grows with the square of the
# answers, and z is 12 where lists of a hundred hardly touch. So one answer each is significant, whatever they are (p = 1), and so are two
# each that don't overlap (p = 0.33), as two draws of one bot do in a third of all cases, and three (p = 0.1). From ten on nothing
# is, unless the lists are all but apart: of a bot that is slower by a third of the span, 10 answers (p = 0.03), 20 (p = 0.003) and 100
# (p = 0.00000000001) are not, nor are two lists of 100 of which only six overlap. Whoever looks for a fall in speed finds none that is
# not plain to the eye, and is told of one where each bot was tried once. check(), to "check your answers", is true each time. Nothing
# is said.
# What to do: take criticalValue(), which is |z| (corrected for ties), and ask for more than 1.96, from some ten answers each; below that
# scipy's exact test; try a test on a list and itself, and on two lists that are far apart.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mann-whitney-utest@1.0.5
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check scipy==1.17.1 numpy==2.4.6
cat > samples.json <<'J'
{
  "one each": [[1200], [1300]],
  "two each, apart": [[1200, 1250], [1300, 1350]],
  "three each, apart": [[1200, 1250, 1260], [1300, 1350, 1390]],
  "five each, apart": [[1200, 1250, 1260, 1270, 1280], [1300, 1350, 1390, 1400, 1410]]
}
J
cat > more.py <<'P'
import json
from pathlib import Path

samples = json.loads(Path("samples.json").read_text())
for answers in (10, 20, 100):
    first = [1000 + 300 * number / answers for number in range(answers)]
    samples[f"{answers} each, slower by a third"] = [first, [each + 100.5 for each in first]]
apart = [1000 + number for number in range(100)]
samples["100 each, six overlap"] = [apart, [each + 93.5 for each in apart]]
samples["100 each, apart"] = [apart, [each + 100 for each in apart]]
samples["100 each, alike"] = [apart, apart]
Path("samples.json").write_text(json.dumps(samples))
P
v/bin/python more.py
cat > test.cjs <<'J'
const { readFileSync, writeFileSync } = require("node:fs");
const mwu = require("mann-whitney-utest");

console.log("mann-whitney-utest", JSON.parse(readFileSync("node_modules/mann-whitney-utest/package.json")).version);
const found = {};
for (const [name, samples] of Object.entries(JSON.parse(readFileSync("samples.json")))) {
  const u = mwu.test(samples);
  found[name] = [Math.min(...u), mwu.criticalValue(u, samples), mwu.significant(u, samples), mwu.check(u, samples)];
}
writeFileSync("found.json", JSON.stringify(found));
J
node test.cjs
cat > compare.py <<'P'
import json
from importlib.metadata import version
from itertools import combinations
from pathlib import Path

from scipy.stats import mannwhitneyu

print("scipy", version("scipy"))
SEEN = {  # significant, as the package has it; p of scipy is below 0.05
    "one each": (True, False),
    "two each, apart": (True, False),
    "three each, apart": (True, False),
    "five each, apart": (True, True),
    "10 each, slower by a third": (False, True),
    "20 each, slower by a third": (False, True),
    "100 each, slower by a third": (False, True),
    "100 each, six overlap": (False, True),
    "100 each, apart": (True, True),
    "100 each, alike": (False, False),
}
samples, found = json.loads(Path("samples.json").read_text()), json.loads(Path("found.json").read_text())
assert set(found) == set(SEEN)
for name, (u, z, significant, checked) in found.items():
    right = mannwhitneyu(*samples[name], method="auto")
    print(f"{name}: U {u:g}, z {z:.2f}, significant {significant}, check {checked}; scipy p {right.pvalue:.2g}")
    assert u == min(right.statistic, len(samples[name][0]) * len(samples[name][1]) - right.statistic) and checked
    assert significant == (u < z) and (significant, bool(right.pvalue < 0.05)) == SEEN[name], "this has changed"
apart = [pair for pair in combinations(range(4), 2) if pair in ((0, 1), (2, 3))]
print(f"two draws each of one bot don't overlap in {len(apart)} of {len(list(combinations(range(4), 2)))} cases")
P
v/bin/python compare.py
