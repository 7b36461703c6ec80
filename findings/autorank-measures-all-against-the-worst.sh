#!/usr/bin/env bash
# One would guess: autorank, which picks a test for several models on the same tasks and ranks them, lists the best first and,
# as its documentation says, gives each one's effect size in comparison to the highest mean; larger scores are better unless
# told otherwise.
# What happens (autorank 1.3.0): as it stands the table begins with the WORST, and every effect size is measured against that
# one. With shares of right answers of 0.80, 0.70 and 0.50 the worst bot has the effect 0.0, "negligible", and the best -2.52,
# "large"; rankdf.index[0], taken for the winner, is the loser, and latex_table(effect_size_relation="best") prints the same
# figures under that name. The mean ranks beside them are right (1.0 for the best). The same tasks
# as shares of wrong answers with order="ascending" have the best first and all effects against it: a figure changes
# its meaning with the direction of the score. Data that are not normal do likewise. Nothing is said.
# What to do: sort by meanrank, and compute the effect against the one you mean; or hand errors in with order="ascending".
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --no-compile --disable-pip-version-check autorank==1.3.0 pandas==3.1.1
MPLCONFIGDIR="$folder" v/bin/python -W ignore - <<'P'
import contextlib
import io
from importlib.metadata import version

import numpy
import pandas
from autorank import autorank, latex_table

print("autorank", version("autorank"))
RIGHT = numpy.array([0.80, 0.90, 0.70, 0.85, 0.95, 0.60, 0.75, 0.65, 0.88, 0.92])
NOISE = numpy.array([0.01, -0.02, 0.02, 0.00, 0.01, -0.01, 0.02, -0.02, 0.00, 0.01])
normal = pandas.DataFrame({"best": RIGHT, "middle": RIGHT - 0.1 + NOISE, "worst": RIGHT - 0.3 - NOISE})
skewed = normal.copy()
skewed.iloc[0] = [9.0, 8.0, 7.0]


def cohens_d(data, one, other):
    return round((data[one].mean() - data[other].mean()) / numpy.sqrt((data[one].var() + data[other].var()) / 2), 2)


def ranked(data, order):
    with contextlib.redirect_stdout(io.StringIO()):
        table = autorank(data, alpha=0.05, verbose=False, order=order).rankdf
    return list(table.index), [round(float(each), 2) for each in table.effect_size], [float(each) for each in table.meanrank]


SEEN = [
    ("right answers", normal, "descending", ["worst", "middle", "best"], [3.0, 2.0, 1.0]),
    ("wrong answers", 1 - normal, "ascending", ["best", "middle", "worst"], [1.0, 2.0, 3.0]),
    ("right answers, one task far off", skewed, "descending", ["worst", "middle", "best"], [3.0, 2.0, 1.0]),
]
for words, data, order, seen, ranks in SEEN:
    names, effects, found = ranked(data, order)
    print(f"{words} ({order}): {names}, effects {effects}, mean ranks {found}")
    assert (names, found) == (seen, ranks) and effects[0] == 0.0, "this has changed"
names, effects, _ = ranked(normal, "descending")
by_hand = [cohens_d(normal, "worst", name) for name in names]
against_best = [cohens_d(normal, "best", name) for name in names]
print("Cohen's d by hand against the worst:", [float(each) for each in by_hand], "against the best:", [float(each) for each in against_best])
assert effects == by_hand == [0.0, -1.68, -2.52] and against_best == [2.52, 0.8, 0.0], "this has changed"
printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    latex_table(autorank(normal, alpha=0.05, verbose=False), effect_size_relation="best")
rows = [line for line in printed.getvalue().splitlines() if "&" in line]
print("latex_table, in relation to the best:", *rows, sep="\n  ")
assert [row.split()[0] for row in rows if row.split()[0] in names] == names, "this has changed"
P
