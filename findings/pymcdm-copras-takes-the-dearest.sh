#!/usr/bin/env bash
# One would guess: COPRAS, a method that ranks options by weighted criteria ("pick among prompting, tools, RAG and fine-tuning
# by cost, delay and quality"), prefers the cheaper of two options that are equal otherwise, and never puts one first that
# another beats in everything; two libraries that have it give one answer.
# What happens (pymcdm 1.4.0; beside it pyrepo-mcda 0.1.15 and the arithmetic by hand): the costs are ADDED to the benefits. In
# the formula the lowest cost is divided by each option's own and the sum of these shares stands below the line; without the sum
# all of it cancels, and what is left is the cost itself. Of two options that differ in nothing but the price the dearer one
# has 1.0. Of four, fine-tuning, which costs most, answers last and is right least often, comes out first, and the order is
# the other library's from its end. Its TOPSIS, from the same table, has fine-tuning last with 0.0. It warns that an option is
# dominated and ranks it up all the same; the figures of its own example are the faulty ones.
# What to do: another method, or COPRAS of another library; put an option into each table that is worse than another in
# everything, and look where it comes out.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check pymcdm==1.4.0 pyrepo-mcda==0.1.15
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import numpy as np
from pymcdm.methods import COPRAS, TOPSIS
from pyrepo_mcda.mcda_methods import COPRAS as OtherCOPRAS

for name in ("pymcdm", "pyrepo-mcda"):
    print(name, version(name))


def by_hand(table, weights, types):
    weighted = table / table.sum(axis=0) * weights
    good, bad = weighted[:, types == 1].sum(axis=1), weighted[:, types == -1].sum(axis=1)
    worth = good + bad.sum() / (bad * (1 / bad).sum())
    return worth / worth.max()


OPTIONS = ["prompting", "tools", "RAG", "fine-tuning"]
CHOICE = (  # dollars a month, seconds an answer, share of right answers
    np.array([[100, 1.0, 0.80], [250, 2.0, 0.90], [300, 2.5, 0.92], [900, 2.6, 0.79]]),
    np.array([0.4, 0.3, 0.3]),
    np.array([-1, -1, 1]),
)
PRICE_ALONE = (np.array([[100, 0.9], [200, 0.9]]), np.array([0.9, 0.1]), np.array([-1, 1]))
SEEN = [
    ("four options", OPTIONS, CHOICE, [0.33, 0.55, 0.63, 1.0], [1.0, 0.57, 0.5, 0.33]),
    ("price alone", ["cheap", "dear"], PRICE_ALONE, [0.54, 1.0], [1.0, 0.54]),
]
for title, names, question, seen, right in SEEN:
    faulty, other, hand = (np.round(rank(*question), 2).tolist() for rank in (COPRAS(), OtherCOPRAS(), by_hand))
    for name, *scores in zip(names, faulty, other, hand, strict=True):
        print(f"{title}, {name:11}: pymcdm {scores[0]:.2f}, pyrepo-mcda {scores[1]:.2f}, by hand {scores[2]:.2f}")
    assert faulty == seen, "this has changed"
    assert other == hand == right, "this has changed"
topsis = np.round(TOPSIS()(*CHOICE), 2).tolist()
print("pymcdm's TOPSIS of the four:", topsis)
assert topsis == [0.64, 0.67, 0.59, 0.0], "this has changed"
P
