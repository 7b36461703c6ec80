#!/usr/bin/env bash
# One would guess: judgy, which corrects the pass rate that a language model's judge found by what people said of some labeled tasks, gives
# a 95% interval that holds the true rate in 95 of 100 evaluations, is wide where only a few answers were judged, and gets narrower with
# more of them, as with more labels; a mark that is neither 0 nor 1 is refused, as its message on that says.
# What happens (judgy 0.1.0 with numpy 2.2.4; beside it the same bootstrap by hand that draws the judged answers anew, too): only the
# labeled tasks are drawn anew, and the judged answers stand still, as if they were all there will ever be. With a judge that agrees
# with people on all labels the interval has no width at all: four passes of five answers are 0.8, from 0.8 to 0.8, and so are 400 of 500.
# With a judge that is right nine times of ten, 200 labels and 50 judged answers, the interval holds the true rate in 38 of 100 evaluations,
# by hand in 95; with 1,000 labels in 21: the more labels a team pays for and the better its judge, the more often the interval is wrong.
# Only where answers outnumber labels by far is it right (5,000 to 200: 92). And a mark of 0.9 or 0.99 is cut to 0 before the check, so
# four answers with 0.9, 0.8, 0.95 and 1.0 pass at 0.25. The README says that the bootstrap is there "to quantify uncertainty in the
# estimate" and names no exception. Nothing is said.
# What to do: draw both parts anew; or add the judged answers' variance, p(1-p)/n divided by (TPR + TNR - 1) squared; never hand it marks.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check judgy==0.1.0 numpy==2.2.4
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import numpy as np
from judgy import estimate_success_rate

for name in ("judgy", "numpy"):
    print(name, version(name))
LABELS = [1] * 10 + [0] * 10
for passed, judged in ((4, 5), (40, 50), (400, 500)):
    found = estimate_success_rate(LABELS, LABELS, [1] * passed + [0] * (judged - passed), bootstrap_iterations=2000)
    print(f"a judge without a fault, {passed} of {judged} pass: {found[0]:.2f}, from {found[1]:.2f} to {found[2]:.2f}")
    assert [round(each, 6) for each in found] == [0.8, 0.8, 0.8], "this has changed"
marks = [0.9, 0.8, 0.95, 1.0]
found = estimate_success_rate(LABELS, LABELS, marks, bootstrap_iterations=2000)
print(f"marks of {marks}: {found[0]:.2f} pass")
assert round(found[0], 6) == 0.25, "this has changed"
RATE, RIGHT, DRAWN, EVALUATIONS = 0.7, 0.9, 300, 200


def judge(rng, tasks):
    truth = (rng.random(tasks) < RATE).astype(int)
    return truth, np.where(rng.random(tasks) < RIGHT, truth, 1 - truth)


def both_drawn(rng, truth, verdicts, judged):
    rates = []
    for _ in range(DRAWN):
        rows = rng.integers(0, len(truth), len(truth))
        good, bad = verdicts[rows][truth[rows] == 1].mean(), verdicts[rows][truth[rows] == 0].mean()
        passed = judged[rng.integers(0, len(judged), len(judged))].mean()
        rates.append(np.clip((passed - bad) / (good - bad), 0, 1))
    return np.percentile(rates, [2.5, 97.5])


for labels, answers, least, most in ((200, 50, 0.3, 0.5), (1000, 50, 0.1, 0.3), (200, 5000, 0.88, 0.98)):
    rng = np.random.default_rng(7)
    np.random.seed(7)
    held = by_hand = 0
    for _ in range(EVALUATIONS):
        truth, verdicts = judge(rng, labels)
        judged = judge(rng, answers)[1]
        low, high = estimate_success_rate(truth, verdicts, judged, bootstrap_iterations=DRAWN)[1:]
        held += low <= RATE <= high
        low, high = both_drawn(rng, truth, verdicts, judged)
        by_hand += low <= RATE <= high
    held, by_hand = held / EVALUATIONS, by_hand / EVALUATIONS
    print(f"{labels} labels, {answers} answers: judgy's 95% interval holds the true rate in {held:.0%}, by hand in {by_hand:.0%}")
    assert least < held < most and 0.9 < by_hand < 1, "this has changed"
P
