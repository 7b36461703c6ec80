#!/usr/bin/env bash
# One would guess: a test of two shares of right answers has one p for the two bots, whichever is named first, and it is near 0
# where one has 95 of 100 right and the other 50; "the p-value", without more, is the one for a difference in either direction.
# What happens (mlxtend 0.25.0, proportion_difference; beside it statsmodels 0.15.0): p is how much of the curve lies to the left
# of z, so it is near 0 only where the SECOND share is the greater one. 0.95 and 0.5 have 1.0, and 0.5 and 0.95 have 0.0;
# 0.9 and 0.8 of 100 tasks have 0.977, which reads as "no difference at all". With the better one last it is half of what a test
# in both directions has, so 75 and 90 of 150 are below 0.05 (statsmodels: 0.08). Whoever compares the bot of today with the
# one before sees no loss, however great, if today's comes last, and no gain if it comes first. ftest of three bots that
# are one and the same has a statistic of -49.5, where F is 0 or more. Nothing is said, and the docstring has no direction.
# What to do: statsmodels' proportions_ztest, or twice the smaller of p and 1 - p; for the same tasks a paired test; call each
# test once with the two swapped before it decides anything.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check mlxtend==0.25.0 statsmodels==0.15.0
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import numpy as np
from mlxtend.evaluate import ftest, proportion_difference
from statsmodels.stats.proportion import proportions_ztest

for name in ("mlxtend", "statsmodels"):
    print(name, version(name))
SEEN = [  # right answers of two bots, tasks of each; p of mlxtend, p of statsmodels
    (95, 50, 100, 1.0, 0.0),
    (50, 95, 100, 0.0, 0.0),
    (90, 80, 100, 0.977, 0.048),
    (80, 90, 100, 0.023, 0.048),
    (75, 90, 150, 0.040, 0.082),
    (90, 75, 150, 0.960, 0.082),
]
for first, second, tasks, seen, right in SEEN:
    p = round(float(proportion_difference(first / tasks, second / tasks, tasks, tasks)[1]), 3)
    other = round(float(proportions_ztest([first, second], [tasks, tasks])[1]), 3)
    print(f"{first} and {second} of {tasks}: mlxtend p {p}, statsmodels p {other}")
    assert (p, other) == (seen, right), "this has changed"
wanted, answered = np.ones(100, int), np.array([1] * 80 + [0] * 20)
statistic, p = ftest(wanted, answered, answered, answered)
print(f"ftest of one bot three times: F {round(float(statistic), 1)}, p {float(p)}")
assert (round(float(statistic), 1), float(p)) == (-49.5, 1.0), "this has changed"
P
