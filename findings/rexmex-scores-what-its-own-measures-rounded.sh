#!/usr/bin/env bash
# One would guess: rexmex ("a general purpose recommender metrics library for fair evaluation") gives a measure one
# value for one list of marks and scores, alone or on a scorecard with others; what is handed in stays as it was; and two rankings of
# the same passages, one the other turned around, have a rank correlation of -1, whatever the passages are called.
# What happens (rexmex 0.1.3; beside it scikit-learn 1.9.1, and scipy 1.17.1 on the places of the items): measures that need a yes or
# no (recall, precision, F1, accuracy) round the scores IN the list that they were handed, and all that stand behind them on the card
# read 0 and 1. ScoreCard(ClassificationMetricSet()), the set as it comes, rounds at its seventh measure: of the same six
# passages roc_auc is 0.889 alone and 0.667 on the card, average_precision 0.917 and 0.611; specificity above that line is 0.65, of
# scores, and false_positive_rate below it 0.333, of yes and no, which do not add up to 1. A judge or a reranker that ranks better
# and crosses 0.5 for the same passages looks no better. normalize_metrics() of a RatingMetricSet writes into both lists, so the second
# report on them is another one. spearmans_rho and kendall_tau take the items' NAMES for their places: the order 1 3 5 6 4 2 turned
# around has 0.83, with other numbers for the same six passages -0.54, and with names it goes by the alphabet. Nothing is said.
# What to do: a scorecard of one measure each (filter_metrics) and a copy of the lists for each; scipy on places for rankings, or
# normalized_distance_based_performance_measure, which goes by them; a test that FPR and specificity add up to 1.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v
v/bin/pip install -q --disable-pip-version-check rexmex==0.1.3 numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1 pandas==3.1.1 six==1.17.0
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import numpy as np
from rexmex import ClassificationMetricSet, RatingMetricSet, ScoreCard
from rexmex.metrics.ranking import kendall_tau, normalized_distance_based_performance_measure, spearmans_rho
from scipy.stats import spearmanr
from sklearn.metrics import average_precision_score, roc_auc_score

print("rexmex", version("rexmex"), "beside scikit-learn", version("scikit-learn"), "and scipy", version("scipy"))
RELEVANT = np.array([1, 1, 0, 1, 0, 0])
SCORES = np.array([0.95, 0.6, 0.55, 0.45, 0.4, 0.1])


def card(*names):
    metrics, scores = ClassificationMetricSet(), SCORES.copy()
    row = ScoreCard(metrics.filter_metrics(names) if names else metrics).get_performance_metrics(RELEVANT, scores).iloc[0]
    return row, scores


whole, left = card()
for name, right, seen in (("roc_auc", roc_auc_score, 0.667), ("average_precision", average_precision_score, 0.611)):
    alone, given = card(name)[0][name], right(RELEVANT, SCORES)
    print(f"{name}: {alone:.3f} alone, {whole[name]:.3f} on the whole card, {given:.3f} by scikit-learn")
    assert np.isclose(alone, given) and round(whole[name], 3) == seen, "this has changed"
print("specificity", round(whole["specificity"], 3), "and false_positive_rate", round(whole["false_positive_rate"], 3))
print("the list of scores behind it:", left.tolist())
assert round(whole["specificity"] + whole["false_positive_rate"], 3) == 0.983, "this has changed"
assert left.tolist() == [1.0, 1.0, 1.0, 0.0, 0.0, 0.0], "this has changed"

marks, given = np.array([3.0, 4.0, 2.0, 5.0]), np.array([2.5, 4.5, 2.0, 4.0])
ratings = RatingMetricSet()
before = ScoreCard(ratings).get_performance_metrics(marks, given)["mae"].item()
ScoreCard(RatingMetricSet().normalize_metrics()).get_performance_metrics(marks, given)
after = ScoreCard(ratings).get_performance_metrics(marks, given)["mae"].item()
print(f"mae of the same marks before and after a normalized report: {before:.3f} and {after:.3f}")
assert (round(before, 3), round(after, 3)) == (0.5, 0.447), "this has changed"

for order, rho, tau in (
    ([1, 3, 5, 6, 4, 2], 0.83, 0.6),
    ([4, 2, 6, 1, 3, 5], -0.54, -0.47),
    (["a", "c", "e", "f", "d", "b"], 0.83, 0.6),
):
    turned = order[::-1]
    found = round(float(spearmans_rho(order, turned).statistic), 2), round(float(kendall_tau(order, turned).statistic), 2)
    places = float(spearmanr(range(6), [turned.index(item) for item in order]).statistic)
    distance = float(normalized_distance_based_performance_measure(order, turned))
    print(f"{order} turned around: rho {found[0]}, tau {found[1]}; by places {places:.2f}, distance {distance} of 1")
    assert (round(places, 6), distance) == (-1.0, 1.0) and found == (rho, tau), "this has changed"
P
