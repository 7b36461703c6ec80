#!/usr/bin/env bash
# One would guess: a t-digest, made for percentiles of a long run without keeping each answer's time, is exact to a small error:
# where 900 of 1,000 answers took one second and 100 ran into a limit of 30, the median is 1, the 80th percentile is 1, and none
# lies below the smallest.
# What happens (tdigest 0.5.2.2 from PyPI, tdigest 0.1.3 from npm; beside them fastdigest 0.12.0 and numpy 2.4.6): equal values
# become one heap, and a heap is taken for a spread that reaches halfway to the next. The median is 3.9 seconds and the 80th
# percentile 21.3; half of the answers seem slower than all of those 900, and a bar of 2 seconds for the median fails. In Python
# the 10th is -19.3, a time below zero. Verdicts of 0 and 1, of which 700 are 1, have a 25th of 0.2, marks of 1 to 5 one of 1.75.
# Of values that differ in their decimals all are right, so it comes with times in whole seconds, a cache or a
# limit. The order of the answers does not matter, and nothing is said.
# What to do: fastdigest, which is right in all of these, or numpy, since a thousand numbers are few; hand over times as they
# were measured, without rounding; compare the median with the value that comes most often, the 10th with the smallest.
set -euo pipefail
command -v npm >/dev/null || { echo "needs npm"; exit 3; }
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check tdigest==0.5.2.2 fastdigest==0.12.0 numpy==2.4.6
npm init -y >/dev/null; npm install --silent --no-audit --no-fund tdigest@0.1.3
cat > digest.cjs <<'J'
const { TDigest } = require("tdigest");
const [values, shares] = JSON.parse(process.argv[2]);
const digest = new TDigest();
values.forEach((value) => digest.push(value));
digest.compress();
console.log(JSON.stringify(shares.map((share) => digest.percentile(share))));
J
v/bin/python -W ignore - <<'P'
import json
import subprocess
from importlib.metadata import version

import numpy
from fastdigest import TDigest as Other
from tdigest import TDigest

print("tdigest", version("tdigest"), "from PyPI,", json.load(open("node_modules/tdigest/package.json"))["version"], "from npm")
print("fastdigest", version("fastdigest"), "numpy", version("numpy"))
SHARES = [0.1, 0.25, 0.5, 0.8, 0.95]
RUNS = {
    "900 of 1 s, 100 of 30 s": ([1] * 900 + [30] * 100, [-19.3, -10.6, 3.9, 21.3, 30.0], [1, 1, 3.9, 21.3, 30]),
    "the same, slow ones first": ([30] * 100 + [1] * 900, [-19.3, -10.6, 3.9, 21.3, 30.0], [1, 1, 3.9, 21.3, 30]),
    "300 of 0, 700 of 1": ([0] * 300 + [1] * 700, [-0.1, 0.2, 0.7, 1.0, 1.0], [0, 0.2, 0.7, 1, 1]),
    "200 each of 1 to 5": ([1, 2, 3, 4, 5] * 200, [1.0, 1.75, 3.0, 4.5, 5.0], [1, 1.75, 3, 4.5, 5]),
    "0.001 to 1.000": ([n / 1000 for n in range(1, 1001)], [0.1, 0.25, 0.5, 0.8, 0.95], [0.1, 0.25, 0.5, 0.8, 0.95]),
}


def close(found, seen):
    return all(abs(one - other) <= 0.02 for one, other in zip(found, seen, strict=True))


for name, (values, python, node) in RUNS.items():
    digest, another = TDigest(), Other.from_values([float(value) for value in values])
    digest.batch_update(values)
    right = [round(float(value), 2) for value in numpy.quantile(values, SHARES)]
    found = [round(float(digest.percentile(100 * share)), 2) for share in SHARES]
    said = subprocess.run(["node", "digest.cjs", json.dumps([values, SHARES])], check=True, capture_output=True, text=True).stdout
    other = [round(share, 2) for share in json.loads(said)]
    near = [round(another.quantile(share), 2) for share in SHARES]
    print(f"{name:26} right {right}, Python {found}, Node {other}, fastdigest {near}")
    assert close(found, python) and close(other, node), "this has changed"
    assert close(near, right), "fastdigest has changed"
P
