#!/usr/bin/env bash
# One would guess: BradleyTerry of crowd-kit, which makes a ranking of models of who won how many comparisons, goes on until the scores
# stand still (its tol, "the algorithm converges when the loss change is less") or n_iter steps are done; more steps are nearer to the
# scores by which the wins are likeliest, and a model that won six of ten against a strong one stands before one that won eight of ten
# against the weakest.
# What happens (crowd-kit 1.4.2; beside it choix 0.4.1, and the same steps by hand): the scores of the step before are kept as the very array
# that the next step writes into, so the change is 0 at the second step, whatever the data, and it stops there. n_iter of 2 and of 100,000
# give the same numbers. Of six models in a row, each compared with its neighbors, the one first is "other", which met the weakest alone;
# by hand after thousands of steps, and in choix, it shares the fourth place, and "best" is first with six times its score. In a chain of
# four with 7 to 3 each, first to last are 3.5 to 1 where 12.7 to 1 is right; where all met all the order is right and the best has 0.45
# for 0.54. So a newcomer's place goes by how often it won and hardly by against whom, which is what the method is there for.
# loss_history_, "a list of loss values during training", is empty. Nothing is said.
# What to do: choix.ilsr_pairwise, or steps of your own; let each new model meet some of the best and some of the worst; a leaderboard with
# tenfold n_iter beside it is no proof here: try three models in a chain, 9 to 1 each, where the first must have 81 times the last one's
# score (here it has 21 times).
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check crowd-kit==1.4.2 choix==0.4.1 numpy==2.4.6 pandas==2.3.3 scipy==1.17.1
v/bin/python -W ignore - <<'P'
from importlib.metadata import version
from itertools import combinations

import choix
import numpy as np
import pandas as pd
from crowdkit.aggregation import BradleyTerry

for name in ("crowd-kit", "choix", "numpy", "pandas"):
    print(name, version(name))
STRENGTHS = {"a": 8, "b": 4, "c": 2, "d": 1}
ALL_MET = {
    (one, two): (round(100 * STRENGTHS[one] / (STRENGTHS[one] + STRENGTHS[two])),
                 round(100 * STRENGTHS[two] / (STRENGTHS[one] + STRENGTHS[two])))
    for one, two in combinations(STRENGTHS, 2)
}
CASES = {  # who met whom, and how often each won
    "six in a row": {("new", "best"): (4, 6), ("best", "good"): (6, 4), ("good", "fair"): (8, 2), ("fair", "poor"): (8, 2),
                     ("poor", "other"): (2, 8)},
    "a chain of four": {("a", "b"): (7, 3), ("b", "c"): (7, 3), ("c", "d"): (7, 3)},
    "three, 9 to 1": {("a", "b"): (9, 1), ("b", "c"): (9, 1)},
    "all met all": ALL_MET,
}


def kit(met, steps):
    rows = [(one, two, winner) for (one, two), wins in met.items() for winner, times in zip((one, two), wins) for _ in range(times)]
    model = BradleyTerry(n_iter=steps).fit(pd.DataFrame(rows, columns=["left", "right", "label"]))
    assert getattr(model, "loss_history_", []) == [], "this has changed"
    return model.scores_.to_dict()


def by_hand(met, steps):
    names = sorted({name for pair in met for name in pair})
    won, scores = np.zeros((len(names), len(names))), np.ones(len(names)) / len(names)
    for (one, two), (first, second) in met.items():
        won[names.index(one), names.index(two)], won[names.index(two), names.index(one)] = first, second
    for _ in range(steps):
        scores = won.sum(axis=1) / ((won + won.T) / (scores[:, None] + scores[None, :])).sum(axis=0)
        scores = scores / scores.sum()
    return dict(zip(names, scores.tolist()))


def likeliest(met):
    names = sorted({name for pair in met for name in pair})
    wins = [pair for (one, two), (first, second) in met.items()
            for pair in [(names.index(one), names.index(two))] * first + [(names.index(two), names.index(one))] * second]
    scores = np.exp(choix.ilsr_pairwise(len(names), wins))
    return dict(zip(names, (scores / scores.sum()).tolist()))


def near(one, two, by):
    return all(abs(one[name] - two[name]) < by for name in one)


def shown(scores):
    return ", ".join(f"{name} {score:.3f}" for name, score in sorted(scores.items(), key=lambda item: -item[1]))


found = {}
for case, met in CASES.items():
    two, most, right = kit(met, 2), kit(met, 100_000), likeliest(met)
    print(f"{case}: crowd-kit with n_iter 2: {shown(two)}")
    print(f"  with n_iter 100,000: {shown(most)}")
    print(f"  choix: {shown(right)}")
    assert near(two, most, 1e-12) and near(two, by_hand(met, 2), 1e-9), "this has changed"
    assert near(right, by_hand(met, 20_000), 1e-4), "the two others do not agree"
    found[case] = (most, right)
row, right = found["six in a row"]
assert max(row, key=row.get) == "other" and max(right, key=right.get) == "best", "this has changed"
assert sum(score > right["other"] + 1e-6 for score in right.values()) == 3 and right["best"] / right["other"] > 5.9
chain, right = found["a chain of four"]
assert round(chain["a"] / chain["d"], 1) == 3.5 and round(right["a"] / right["d"], 1) == 12.7, "this has changed"
three, right = found["three, 9 to 1"]
print(f"three in a chain, 9 to 1: {three['a'] / three['c']:.1f} times the last one's, and {right['a'] / right['c']:.1f} in choix")
assert round(three["a"] / three["c"]) == 21 and round(right["a"] / right["c"]) == 81, "this has changed"
P
