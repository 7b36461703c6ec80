#!/usr/bin/env bash
# One would guess: in scikit-criteria, which builds a decision among options out of steps, each of its ways to turn a cost into
# something of which more is better (NegateMinimize, InvertMinimize) goes with each of its scalers, or the pipeline refuses;
# an option that is dearer, slower and worse than another comes out behind it.
# What happens (scikit-criteria 0.10, with numpy 2.4.6 and pandas 3.1.1): NegateMinimize makes -100 and -900 of costs of 100 and
# 900, SumScaler divides by their sum, which is negative as well: 0.07 and 0.6, and the objective still says "more is better". The
# dearest option has the best mark, and TOPSIS, WeightedSumModel, RatioMOORA, EDAS and VIKOR put fine-tuning first, which
# costs most, answers last and is right least often. WeightedSumModel, which refuses numbers below zero, lets these through. With
# VectorScaler in its place, or with InvertMinimize, the order is right; so one word in a pipeline turns the verdict. And
# MinMaxScaler("both") makes 0 of equal weights, so that every option is first. Nothing is said.
# What to do: InvertMinimize with SumScaler, NegateMinimize with VectorScaler or MinMaxScaler("matrix"); put an option into each
# table that is worse than another in everything, and see that it stays behind.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check scikit-criteria==0.10 numpy==2.4.6 pandas==3.1.1
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

import skcriteria
from skcriteria.agg.edas import EDAS
from skcriteria.agg.moora import RatioMOORA
from skcriteria.agg.simple import WeightedSumModel
from skcriteria.agg.topsis import TOPSIS
from skcriteria.agg.vikor import VIKOR
from skcriteria.pipelines import mkpipe
from skcriteria.preprocessing.invert_objectives import InvertMinimize, NegateMinimize
from skcriteria.preprocessing.scalers import MinMaxScaler, SumScaler, VectorScaler

for name in ("scikit-criteria", "numpy", "pandas"):
    print(name, version(name))
OPTIONS = {"prompting": (100, 0.9, 2), "tools": (200, 0.8, 3), "RAG": (300, 0.7, 4), "fine-tuning": (900, 0.5, 5)}
TABLE = skcriteria.mkdm(
    list(OPTIONS.values()), [min, max, min], weights=[1, 1, 1], alternatives=list(OPTIONS), criteria=["cost", "right", "seconds"]
)
negated = SumScaler("matrix").transform(NegateMinimize().transform(TABLE))
costs = [round(float(cost), 2) for cost in negated.matrix["cost"]]
print("costs, negated and scaled:", costs, negated.objectives["cost"].name)
assert costs == [0.07, 0.13, 0.2, 0.6] and negated.objectives["cost"].name == "MAX", "this has changed"


def ranks(*steps):
    found = mkpipe(*steps).evaluate(TABLE)
    return dict(zip(found.alternatives, found.rank_.tolist()))


for method in (TOPSIS, WeightedSumModel, RatioMOORA, EDAS, VIKOR):
    turned = ranks(NegateMinimize(), SumScaler("both"), method())
    right = ranks(InvertMinimize(), SumScaler("both"), method())
    print(f"{method.__name__:16} NegateMinimize, SumScaler: {turned}")
    print(f"{'':16} InvertMinimize, SumScaler: {right}")
    assert turned["fine-tuning"] == 1 and max(turned, key=turned.get) == "prompting", "this has changed"
    assert right == {"prompting": 1, "tools": 2, "RAG": 3, "fine-tuning": 4}, "this has changed"
vector = ranks(NegateMinimize(), VectorScaler("matrix"), TOPSIS())
print(f"{'TOPSIS':16} NegateMinimize, VectorScaler: {vector}")
assert vector == right, "this has changed"
level = ranks(NegateMinimize(), MinMaxScaler("both"), WeightedSumModel())
print(f"{'WeightedSumModel':16} NegateMinimize, MinMaxScaler('both'): {level}")
assert set(level.values()) == {1}, "this has changed"
P
