#!/usr/bin/env bash
# One would guess: GroundTruthAggregator of TruLens, which says how good a judge is by labels that people gave (whole numbers or fractions,
# its type has it), counts a label of 0.8 as good and 0.2 as poor in each of its measures for one threshold, as its cohens_kappa
# does; a label is never left out, a mark of 0.0 is the mark 0, and a calibration error sees each answer.
# What happens (trulens-feedback 2.16.0; beside it scikit-learn 1.9.1 on labels cut at the same threshold): precision, recall and f1_score
# cut the judge's marks and not the labels: only a label of exactly 1 is good and of exactly 0 poor, and all between are nobody's. A judge
# that misses four of six good answers and passes two poor ones has 1.0 in all three, since it is right about the two 1s and the only 0;
# cut alike it has 0.33, 0.5 and 0.4, and the kappa of the same object is -0.15. On a scale of 0 to 3 recall is that of the ones alone:
# a judge that gave each answer its label but for the one with a 1 has 0. The kappa of such a scale is 1.0 for the very same marks, and
# 0.2 once one of them is written 0.0: then all marks are cut, and the labels are not. ece leaves out answers with confidence 0: a judge
# that is right each time and never sure has an error of 0.0 where 1.0 is right. Labels of 0 and 1 are measured rightly by all of
# them, and a comment in its code shows those; its type and its kappa take others. Nothing is said.
# What to do: cut the labels before they are handed over, or hand scikit-learn both; on a scale, its cohen_kappa_score with labels and
# weights; compare f1_score with the kappa: both 1 or neither.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
export HOME="$PWD"
python3 -m venv v
v/bin/pip install -q --no-compile --disable-pip-version-check trulens-feedback==2.16.0 trulens-core==2.16.0 scikit-learn==1.9.1
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from sklearn.metrics import cohen_kappa_score, f1_score, precision_score, recall_score
from trulens.feedback.groundtruth import GroundTruthAggregator

print("trulens-feedback", version("trulens-feedback"), "beside scikit-learn", version("scikit-learn"))
MEASURES = {"precision": precision_score, "recall": recall_score, "f1_score": f1_score, "cohens_kappa": cohen_kappa_score}
PEOPLE = [1.0, 1.0, 0.8, 0.9, 0.8, 0.7, 0.0, 0.2, 0.1, 0.3]
JUDGE = [0.9, 0.9, 0.1, 0.2, 0.1, 0.1, 0.1, 0.8, 0.9, 0.1]


def cut(marks):
    return [int(mark >= 0.5) for mark in marks]


def measured(people, judge):
    truth = GroundTruthAggregator(true_labels=people)
    found = {name: round(float(getattr(truth, name)(judge)), 2) for name in MEASURES}
    return {name: (found[name], round(right(cut(people), cut(judge)), 2)) for name, right in MEASURES.items()}


SEEN = {"precision": (1.0, 0.5), "recall": (1.0, 0.33), "f1_score": (1.0, 0.4), "cohens_kappa": (-0.15, -0.15)}
for name, people, seen in (
    ("labels between 0 and 1", PEOPLE, SEEN),
    ("the same as 0 and 1", cut(PEOPLE), {measure: (right, right) for measure, (_, right) in SEEN.items()}),
):
    found = measured(people, JUDGE)
    for measure, (value, right) in found.items():
        print(f"{name}: {measure} {value}, by scikit-learn {right}")
    assert found == seen, "this has changed"
scale = [0, 1, 2, 3, 3, 2]
truth = GroundTruthAggregator(true_labels=scale)
recalls = [truth.recall(marks) for marks in (scale, [0, 0, 2, 3, 3, 2])]
kappas = [round(float(truth.cohens_kappa(marks)), 2) for marks in (scale, [0.0, *scale[1:]])]
print("0 to 3, recall of its own labels, and without the one 1:", recalls)
print("0 to 3, kappa of its own labels, and with 0.0 for 0:", kappas)
assert recalls == [1.0, 0.0] and kappas == [1.0, 0.2], "this has changed"
truth = GroundTruthAggregator(true_labels=[1, 0, 1, 0])
errors = [float(truth.ece([(label, sure) for label in (1, 0, 1, 0)])) for sure in (0.0, 0.01)]
print("right each time, with a confidence of 0 and of 0.01: ece", errors)
assert errors == [0.0, 0.99], "this has changed"
P
