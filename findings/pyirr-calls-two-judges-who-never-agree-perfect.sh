#!/usr/bin/env bash
# One would guess: pyirr ("Python implementation of the R package IRR"), handed the verdicts of two judges as its docstring wants them, a
# row a task and a column a judge, has Krippendorff's alpha of 1 where they always say the same, and one below 0 where they never do; and
# of two judges who differ to both sides alike none leans to one side.
# What happens (pyirr 0.84.1.2 with numpy 2.2.4; beside it krippendorff 0.9.0, and McNemar's counts by hand): of the table of pairs,
# the part to be read starts at a diagonal that depends on how many labels there are, and only for 4 or 5 is it the right one. With 2
# or 3 labels, so for each yes and no and each good, fair and poor, the tasks on which both gave the first label are taken for
# the disagreements. Two judges of one mind on ten tasks have -0.58, and two of whom the one says yes wherever the other says no have
# 1.0. Where both say yes but for two tasks, on which they differ, alpha is 1.0, and right is -0.03. With 4 labels all is right, with 5
# the nominal one is and the ordinal one is not, and with 6 it raises. rater_bias counts the tasks on which both agree for one side: with
# 3 labels judges who differ seven times each way lean with p = 0.000, and right is 1; with 2 labels it counts them for both, and a
# lean of eight to two, with p = 0.058, is one with 0.58. Nothing is said.
# What to do: krippendorff, which wants a row a judge; hand each measure two judges who agree on everything, and two who never do.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check pyirr==0.84.1.2 krippendorff==0.9.0 numpy==2.2.4 scipy==1.15.2 pandas==2.2.3
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import numpy as np
from krippendorff import alpha
from pyirr import kripp_alpha, rater_bias
from scipy.stats import chi2

for name in ("pyirr", "krippendorff", "numpy"):
    print(name, version(name))
YES = [1, 0, 1, 0, 1, 0, 1, 1, 0, 1]
TASKS = {  # a row a task, a column a judge; alpha of pyirr
    "always the same": ([(one, one) for one in YES], -0.58),
    "never the same": ([(one, 1 - one) for one in YES], 1.0),
    "yes but for two": ([(1, 1)] * 18 + [(0, 1), (1, 0)], 1.0),
    "three judges": ([(1, 1, 1), (1, 1, 0), (0, 0, 0), (0, 1, 0), (1, 1, 1)] * 4, -0.10),
}
RIGHT = {"always the same": 1.0, "never the same": -0.9, "yes but for two": -0.03, "three judges": 0.45}


def alphas(rows, level="nominal"):
    right = float(alpha(reliability_data=np.array(rows).T, level_of_measurement=level))
    try:
        return round(float(kripp_alpha(rows, level).value), 2), round(right, 2)
    except IndexError:
        return None, round(right, 2)


for name, (rows, seen) in TASKS.items():
    found, right = alphas(rows)
    print(f"{name}, yes and no: pyirr {found}, krippendorff {right}")
    assert (found, right) == (seen, RIGHT[name]), "this has changed"
for labels, seen in ((2, -0.97), (3, -0.97), (4, 1.0), (5, 1.0), (6, None)):
    found, right = alphas([(task % labels, task % labels) for task in range(30)])
    print(f"two judges of one mind, {labels} labels: pyirr {'raises' if found is None else found}, krippendorff {right}")
    assert (found, right) == (seen, 1.0), "this has changed"
for labels, level, seen in ((4, "ordinal", (0.54, 0.54)), (5, "nominal", (0.59, 0.59)), (5, "ordinal", (0.62, 0.67))):
    found = alphas([(task % labels, (task + (task % 3 == 0)) % labels) for task in range(30)], level)
    print(f"two judges, {labels} labels, {level}: pyirr {found[0]}, krippendorff {found[1]}")
    assert found == seen, "this has changed"


def lean(rows):
    """The p of pyirr, and that of McNemar's test by hand."""
    up, down = sum(a < b for a, b in rows), sum(a > b for a, b in rows)
    return round(float(rater_bias(rows).pvalue), 3), round(float(chi2.sf((up - down) ** 2 / (up + down), 1)), 3)


SAME = [(0, 0), (1, 1), (2, 2)]
even = SAME * 20 + [(0, 1)] * 5 + [(1, 0)] * 5 + [(1, 2)] * 2 + [(2, 1)] * 2
tilted = SAME[:2] * 25 + [(0, 0)] * 5 + [(1, 0)] * 8 + [(0, 1)] * 2
for name, rows, seen in (("seven each way, 3 labels", even, (0.0, 1.0)), ("eight to two, 2 labels", tilted, (0.584, 0.058))):
    found = lean(rows)
    print(f"{name}: pyirr p {found[0]}, McNemar's {found[1]}")
    assert found == seen, "this has changed"
P
