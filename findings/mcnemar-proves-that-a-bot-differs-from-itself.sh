#!/usr/bin/env bash
# One would guess: McNemar's test of two bots on the same golden tasks says p = 1 where they never disagree, since nothing
# speaks for a difference.
# What happens (mlxtend 0.25.0, mcnemar as it stands; statsmodels 0.15.0 with exact=False): the correction for continuity
# takes 1 from a difference of 0, and squares it: 1 divided by 0 disagreements is infinite, so p is 0.0. A bot compared
# with itself, or with one whose answers changed and whose verdicts did not, is "significantly different", more so than any
# other; whoever asks for p < 0.05 blocks a change that changed nothing. Where five tasks were won and five lost, p is
# 0.75 instead of 1 for the same reason. All that is said is numpy's warning of a division by zero. mlxtend's
# corrected=False and its cochrans_q (the same for three bots) give nan, which is below no bar and above none.
# What to do: exact=True (in both: 1.0), the more so as golden sets are small; look at the two numbers of disagreements
# first, and call it no difference where both are 0.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check mlxtend==0.25.0 statsmodels==0.15.0
v/bin/python -W ignore - <<'P'
from importlib.metadata import version
from math import isnan

import numpy as np
from mlxtend.evaluate import cochrans_q, mcnemar, mcnemar_table
from statsmodels.stats.contingency_tables import mcnemar as mcnemar_of_statsmodels

for name in ("mlxtend", "statsmodels", "numpy"):
    print(name, version(name))
RIGHT = np.ones(30, dtype=int)
BOT = np.array([1] * 20 + [0] * 10)
LIKE_IT = BOT.copy()
OTHER = np.array([1] * 15 + [0] * 5 + [1] * 5 + [0] * 5)


def said(first, second):
    table = mcnemar_table(y_target=RIGHT, y_model1=first, y_model2=second)
    return {
        "disagreements": (int(table[0, 1]), int(table[1, 0])),
        "mlxtend": float(mcnemar(table)[1]),
        "mlxtend, exact": float(mcnemar(table, exact=True)[1]),
        "mlxtend, uncorrected": float(mcnemar(table, corrected=False)[1]),
        "statsmodels, not exact": float(mcnemar_of_statsmodels(table, exact=False).pvalue),
        "statsmodels": float(mcnemar_of_statsmodels(table).pvalue),
    }


same, even = said(BOT, LIKE_IT), said(BOT, OTHER)
three = float(cochrans_q(RIGHT, BOT, LIKE_IT, LIKE_IT)[1])
print("the bot and itself:", same)
print("five won, five lost:", even)
print("three times the same bot, cochrans_q:", three)
assert same["disagreements"] == (0, 0) and even["disagreements"] == (5, 5)
assert same["mlxtend"] == same["statsmodels, not exact"] == 0.0, "this has changed"
assert same["mlxtend, exact"] == same["statsmodels"] == even["mlxtend, exact"] == 1.0, "this has changed"
assert isnan(same["mlxtend, uncorrected"]) and isnan(three), "this has changed"
assert round(even["mlxtend"], 2) == round(even["statsmodels, not exact"], 2) == 0.75, "this has changed"
P
