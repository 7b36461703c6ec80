#!/usr/bin/env bash
# One would guess: confidenceinterval, "with the standard scikit-learn naming convention and interface", gives scikit-learn's
# recall and precision for the same two lists, each with an interval that lies between 0 and 1 and has a width.
# What happens (confidenceinterval 1.0.5 beside scikit-learn 1.7.2): precision_score, recall_score and f1_score average
# over both classes unless told otherwise, and all three are then the accuracy. A judge that finds 1 of 4 wrong answers
# among 100 has recall 0.25 and here 0.97; tpr_score, another name for recall in the same package, says 0.25. The interval
# ends above 1; f1_score with average="binary" begins below 0; and where ten of ten cases are right, it goes from 1.0 to
# 1.0, as if ten cases proved it, while accuracy_score says from 0.72. Nothing is said.
# What to do: take tpr_score and ppv_score (Wilson's interval) for recall and precision, or statsmodels' proportion_confint;
# compare one number with scikit-learn's before you swap the import.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check confidenceinterval==1.0.5 scikit-learn==1.7.2
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import confidenceinterval
from sklearn import metrics

for name in ("confidenceinterval", "scikit-learn"):
    print(name, version(name))
WRONG, FOUND, TEN = [1] * 4 + [0] * 96, [1] + [0] * 99, [1] * 10
SEEN = [
    ("accuracy_score", WRONG, FOUND, {}, 0.97, (0.97, 0.915, 0.99)),
    ("recall_score", WRONG, FOUND, {}, 0.25, (0.97, 0.937, 1.003)),
    ("precision_score", WRONG, FOUND, {}, 1.0, (0.97, 0.937, 1.003)),
    ("f1_score", WRONG, FOUND, {}, 0.4, (0.97, 0.937, 1.003)),
    ("tpr_score", WRONG, FOUND, {}, 0.25, (0.25, 0.046, 0.699)),
    ("f1_score", WRONG, FOUND, {"average": "binary"}, 0.4, (0.4, -0.145, 0.945)),
    ("recall_score", TEN, TEN, {}, 1.0, (1.0, 1.0, 1.0)),
    ("f1_score", TEN, TEN, {}, 1.0, (1.0, 1.0, 1.0)),
    ("accuracy_score", TEN, TEN, {}, 1.0, (1.0, 0.722, 1.0)),
]
for name, right, given, how, other, seen in SEEN:
    value, (low, high) = getattr(confidenceinterval, name)(right, given, **how)
    found = tuple(round(float(each), 3) for each in (value, low, high))
    theirs = round(float(getattr(metrics, name.replace("tpr", "recall"))(right, given)), 3)
    print(f"{name:15} of {len(right):3} {how or ''}: scikit-learn {theirs}; confidenceinterval {found[0]}, from {found[1]} to {found[2]}")
    assert (theirs, found) == (other, seen), "this has changed"
P
