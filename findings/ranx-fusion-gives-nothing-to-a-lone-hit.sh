#!/usr/bin/env bash
# One would guess: where a search by words finds one article (an error code, an order number) and a search by meaning finds
# three others, the fused list has the one article near its top, the more so the more weight the words have. Min-max
# "scales the scores between 0 and 1": the best hit of each search has 1.
# What happens (ranx 0.3.21, fuse with its standard norm "min-max"): the best hit has 1 only where a worse one stands
# beside it. A lone hit is its own minimum and gets 0.0, and so do all hits with equal scores (a filter, a lookup). With
# 99 of 100 parts of the weight it still comes last, level with the worst article of the other search. The norms "sum" and
# "zmuv" give it 0.0, too. A second, worse hit of the words brings the first to the top. Nothing is said.
# What to do: fuse by ranks (method="rrf", or norm="rank") or norm="max"; keep a case with exactly one hit in the set that
# measures the search.
set -euo pipefail
folder="$(mktemp -d)"; trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v; v/bin/pip install -q --disable-pip-version-check ranx==0.3.21
export NUMBA_DISABLE_JIT=1 # compiled it says the same, some minutes later
v/bin/python -W ignore - <<'P'
from importlib.metadata import version

from ranx import Qrels, Run, evaluate, fuse

RIGHT = Qrels({"E1042": {"code": 1}})
MEANING = {"a": 0.9, "b": 0.8, "c": 0.7}
WEIGHTS = {"weights": (0.99, 0.01)}
print("ranx", version("ranx"))


def place(words, **how):
    fused = fuse([Run({"E1042": words}), Run({"E1042": MEANING})], **how)
    return round(fused["E1042"]["code"], 3), round(float(evaluate(RIGHT, fused, "recall@1")), 3)


SEEN = {
    "min-max, alone": (dict(norm="min-max", method="wsum", params=WEIGHTS), {"code": 12.3}, (0.0, 0.0)),
    "min-max, beside a worse one": (dict(norm="min-max", method="wsum", params=WEIGHTS), {"code": 12.3, "x": 1.0}, (0.99, 1.0)),
    "min-max, beside an equal one": (dict(norm="min-max", method="wsum", params=WEIGHTS), {"code": 1.0, "x": 1.0}, (0.0, 0.0)),
    "sum, alone": (dict(norm="sum", method="wsum", params=WEIGHTS), {"code": 12.3}, (0.0, 0.0)),
    "zmuv, alone": (dict(norm="zmuv", method="wsum", params=WEIGHTS), {"code": 12.3}, (0.0, 0.0)),
    "max, alone": (dict(norm="max", method="wsum", params=WEIGHTS), {"code": 12.3}, (0.99, 1.0)),
    "rank, alone": (dict(norm="rank", method="wsum", params=WEIGHTS), {"code": 12.3}, (0.99, 1.0)),
}
for name, (how, words, seen) in SEEN.items():
    found = place(words, **how)
    print(f"{name:30} fused score of the right article {found[0]}, first {found[1]}")
    assert found == seen, "this has changed"
default = fuse([Run({"E1042": {"code": 12.3}}), Run({"E1042": MEANING})], params=WEIGHTS)
print("without naming a norm:", {name: round(float(score), 3) for name, score in default["E1042"].items()})
assert list(default["E1042"])[0] == "a" and default["E1042"]["code"] == 0.0, "this has changed"
P
