#!/usr/bin/env bash
# One would guess: a weighted kappa counts how far two judges are apart on their scale: 2 and 9 of ten are seven steps, low
# and high are two; so a judge that takes low for high has less than one that takes low for medium, and two libraries
# that know linear and quadratic weights agree on the same labels.
# What happens (scikit-learn 1.9.1, cohen_kappa_score; irrCAC 0.4.4): the weights go by the place of a label among those that
# were GIVEN, in sorted order. On a scale of ten of which only 1, 2, 9 and 10 were used, 2 and 9 are one step: the quadratic
# kappa is 0.76 in scikit-learn, and 0.52 in irrCAC, which takes the numbers. Words are sorted by the alphabet in both, high,
# low, medium: a judge that takes low for high six times of thirty has 0.85 where 0.40 is right, and one that is never more
# than one step off has 0.54 where 0.82 is right, so the worse of the two looks better. Numbers as texts go the same way ("10"
# stands before "2"): 0.28 where 0.97 is right. Nothing is said; both give a plain number with the right name.
# What to do: hand over the whole scale in its order each time (labels=, in irrCAC categories=), or numbers with labels; keep a
# case in which low meets high, and compute it by hand once.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check scikit-learn==1.9.1 irrCAC==0.4.4
v/bin/python -W ignore - <<'P'
from importlib.metadata import version
from itertools import product

import pandas
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score


def by_hand(first, second, scale, power):
    """One minus the mean distance of the pairs, by the mean distance of all pairs that chance could make."""
    first, second = [scale.index(each) for each in first], [scale.index(each) for each in second]
    seen = sum(abs(x - y) ** power for x, y in zip(first, second)) / len(first)
    return 1 - seen / (sum(abs(x - y) ** power for x, y in product(first, second)) / len(first) ** 2)


WORDS, TEN = ["low", "medium", "high"], list(range(1, 11))
THIRTY = [word for word in WORDS for _ in range(10)]
FAR = ["low"] * 7 + ["high"] * 3 + ["medium"] * 10 + ["high"] * 7 + ["low"] * 3
NEAR = ["low"] * 8 + ["medium"] * 9 + ["high"] * 2 + ["low"] + ["high"] * 8 + ["medium"] * 2
ENDS = [1] * 8 + [2] * 6 + [9] * 6 + [10] * 8 + [2] * 6 + [9] * 6
OTHER = [1] * 6 + [2] * 6 + [1] * 2 + [9] * 4 + [10] * 8 + [9] * 2 + [9] * 6 + [2] * 6
TEXTS = (["1", "2", "10", "9", "10", "1", "2", "8", "10", "9", "8", "1"], ["1", "1", "9", "10", "10", "2", "2", "9", "9", "9", "10", "1"])
SEEN = [
    ("low for high, six of 30", THIRTY, FAR, WORDS, {"linear": (0.775, 0.775, 0.55), "quadratic": (0.85, 0.85, 0.4)}),
    ("one step off, seven of 30", THIRTY, NEAR, WORDS, {"linear": (0.593, 0.593, 0.734), "quadratic": (0.537, 0.537, 0.821)}),
    ("1, 2, 9 and 10 of ten", ENDS, OTHER, TEN, {"linear": (0.561, 0.444, 0.444), "quadratic": (0.762, 0.518, 0.518)}),
    ("numbers as texts", *TEXTS, [str(each) for each in TEN], {"linear": (0.22, 0.22, 0.841), "quadratic": (0.279, 0.279, 0.973)}),
]
for name in ("scikit-learn", "irrCAC"):
    print(name, version(name))
for words, first, second, scale, numbers in SEEN:
    for weights, seen in numbers.items():
        one = cohen_kappa_score(first, second, weights=weights)
        two = CAC(pandas.DataFrame({"a": first, "b": second}), weights=weights).conger()["est"]["coefficient_value"]
        right = by_hand(first, second, scale, {"linear": 1, "quadratic": 2}[weights])
        told = cohen_kappa_score(first, second, weights=weights, labels=scale)
        print(f"{words:26} {weights:10} scikit-learn {one:.3f}  irrCAC {two:.3f}  by hand {right:.3f}  with labels= {told:.3f}")
        assert tuple(round(float(each), 3) for each in (one, two, right)) == seen, "this has changed"
        assert round(float(told), 3) == seen[2], "this has changed"
P
